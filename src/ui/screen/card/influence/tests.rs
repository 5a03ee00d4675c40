use std::path::PathBuf;

use iced::Size;
use iced::widget::column;

use super::*;
use crate::domain::profile::PoliticalRole;
use crate::i18n::Language;
use crate::ui::screen::tests::office;
use crate::ui::{headless, style};

fn listing(number: usize) -> Listing {
    let mut client = Client::person(&format!("Константинов{number}"), "Сергей", "Андреевич");
    client.position = "Начальник отдела снабжения".into();
    client.political_role = PoliticalRole::ALL.get(number % 8).copied();
    client.influence = Some(1 + (number % 5) as i64);
    Listing {
        client,
        phone: String::new(),
        email: String::new(),
        city: String::new(),
        employer: String::new(),
    }
}

/// A head, four under it, and six under each of these; some of them talk to each other.
fn thirty() -> Found {
    let people: Vec<Listing> = (0..30).map(listing).collect();
    let id = |at: usize| people[at].client.id;
    let mut links = Vec::new();
    for under in 1..29 {
        let head = if under < 5 { 0 } else { 1 + under % 4 };
        links.push(Link::new(id(under), LinkKind::ReportsTo, id(head)));
    }
    links.push(Link::new(id(29), LinkKind::Influences, id(0)));
    links.push(Link::new(id(7), LinkKind::Influences, id(2)));
    links.push(Link::new(id(1), LinkKind::WorksWith, id(2)));
    Found { people, links }
}

/// Writes the pictures one looks at: `VIZITKA_PICTURES=folder cargo test thirty_people_are_drawn`.
#[test]
fn thirty_people_are_drawn_by_day_and_by_night() {
    let folder = std::env::var_os("VIZITKA_PICTURES").map(PathBuf::from);
    let (context, _) = office(Language::Russian).unwrap();
    let map = Map::new(thirty());
    assert_eq!((map.people.len(), map.hidden), (30, 0));
    let section = Influence {
        chosen: Some(map.people[3].client.id),
        ..Influence::default()
    };
    for (name, theme) in [("light", style::light()), ("dark", style::dark())] {
        let drawn = column![section.drawn(&map, &context), legend(&context)];
        let page = container(drawn.spacing(spacing::M)).style(surface::panel);
        let picture = headless::picture(page, &theme, Size::new(1240.0, 860.0));
        let first = picture.rgba[..4].to_vec();
        assert!(picture.rgba.chunks(4).any(|pixel| pixel != first));
        if let Some(folder) = &folder {
            let path = folder.join(format!("influence-thirty-{name}.png"));
            picture.save(path).unwrap();
        }
    }
}

#[test]
fn who_has_no_link_and_no_part_is_counted_only() {
    let mut found = thirty();
    found.links.clear();
    for one in &mut found.people[10..] {
        (one.client.political_role, one.client.influence) = (None, None);
    }
    let map = Map::new(found);
    assert_eq!((map.people.len(), map.hidden), (10, 20));
}

#[test]
fn a_large_organisation_shows_the_most_influential() {
    let people: Vec<Listing> = (0..200).map(listing).collect();
    let map = Map::new(Found {
        people,
        links: Vec::new(),
    });
    assert_eq!((map.people.len(), map.hidden), (MOST, 140));
    let least = map
        .people
        .iter()
        .filter_map(|one| one.client.influence)
        .min();
    assert_eq!(least, Some(4));
}
