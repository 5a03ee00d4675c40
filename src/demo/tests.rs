use super::*;
use crate::domain::listing::{Filter, Order};
use crate::domain::requisites::{
    check_account, check_bik, check_correspondent_account, check_inn, check_kpp, check_ogrn,
};
use crate::domain::{Address, Consent, Job, LifeEvent, TeamMember};
use crate::error::Error;

const SMALL: Sample = Sample {
    organizations: 120,
    persons: 80,
    seed: 7,
};

fn filled(sample: Sample) -> Result<Workspace> {
    let mut workspace = Workspace::in_memory()?;
    fill(&mut workspace, sample, &Progress::default())?;
    Ok(workspace)
}

fn cards(workspace: &Workspace, kind: Kind) -> Result<Vec<Card>> {
    let reader = workspace.read();
    let all = Filter::all(kind);
    let mut ids = reader.order(&all, Order::default(), &Progress::default())?;
    ids.sort();
    ids.into_iter().map(|id| reader.card(id)).collect()
}

/// Everything a card says but its ids.
fn contents(workspace: &Workspace) -> Result<Vec<String>> {
    let mut said = Vec::new();
    for kind in Kind::ALL {
        for card in cards(workspace, kind)? {
            let client = &card.client;
            let employer = client.employer.map(|id| workspace.read().card(id));
            let employer = employer.transpose()?.map(|card| card.client.title());
            let contacts: Vec<_> = card.contacts.iter().map(|c| &c.value).collect();
            let addresses: Vec<_> = card.addresses.iter().map(Address::line).collect();
            let accounts: Vec<_> = card.accounts.iter().map(|a| &a.number).collect();
            said.push(format!(
                "{} {} {} {:?} {:?} {:?} {employer:?} {contacts:?} {addresses:?} {accounts:?} {}",
                client.title(),
                client.inn,
                client.ogrn,
                client.roles,
                client.since,
                client.birthday,
                card.memberships.len(),
            ));
        }
    }
    Ok(said)
}

#[test]
fn the_same_seed_gives_the_same_contents() -> Result<()> {
    let one = contents(&filled(SMALL)?)?;
    assert_eq!(one.len(), 200);
    assert_eq!(one, contents(&filled(SMALL)?)?);
    let other = Sample { seed: 8, ..SMALL };
    assert_ne!(one, contents(&filled(other)?)?);
    Ok(())
}

#[test]
fn the_cast_comes_first() -> Result<()> {
    let workspace = filled(Sample::of(20, SEED))?;
    let organizations = cards(&workspace, Kind::Organization)?;
    let romashka = &organizations[0].client;
    assert_eq!(romashka.name, "ООО «Ромашка»");
    assert_eq!(
        romashka.full_name,
        "Общество с ограниченной ответственностью «Ромашка»"
    );
    let people = workspace.read().people_of(romashka.id)?;
    let people: Vec<_> = people.iter().map(|line| line.client.title()).collect();
    assert_eq!(
        people,
        [
            "Антонов Юрий Михайлович",
            "Полонский Андрей Викторович",
            "Шах Светлана Ивановна"
        ]
    );
    assert_eq!(
        (organizations.len(), cards(&workspace, Kind::Person)?.len()),
        (12, 8)
    );
    Ok(())
}

#[test]
fn seven_women_are_very_important() -> Result<()> {
    let workspace = filled(SMALL)?;
    let groups = workspace.read().groups(Kind::Person)?;
    let (_, members) = groups
        .iter()
        .find(|(group, _)| group.name == "Очень важные лица")
        .unwrap();
    assert_eq!(*members, 7);
    Ok(())
}

#[test]
fn made_up_requisites_are_right_and_those_of_the_deck_wrong() -> Result<()> {
    let workspace = filled(SMALL)?;
    let mut doubtful = Vec::new();
    for card in cards(&workspace, Kind::Organization)? {
        let client = &card.client;
        let numbers = [
            check_inn(&client.inn),
            check_kpp(&client.kpp),
            check_ogrn(&client.ogrn),
        ];
        let accounts = card.accounts.iter().flat_map(|account| {
            [
                check_bik(&account.bik),
                check_account(&account.number, &account.bik),
                check_correspondent_account(&account.correspondent, &account.bik),
            ]
        });
        if numbers
            .into_iter()
            .chain(accounts)
            .any(|doubt| doubt.is_some())
        {
            doubtful.push(client.name.clone());
        }
    }
    assert_eq!(doubtful, ["ЗАО «Тор»"]);
    Ok(())
}

#[test]
fn the_filling_is_nobodys_to_undo_and_can_be_stopped() -> Result<()> {
    let mut workspace = filled(SMALL)?;
    assert_eq!(workspace.faults()?, [""; 0]);
    assert!(matches!(workspace.undo(), Err(Error::NothingToUndo)));
    let filled = workspace.read().count(Kind::Organization)?;

    let progress = Progress::default();
    progress.stop();
    let large = Sample::of(2 * STRIDE, SEED);
    let stopped = fill(&mut workspace, large, &progress);
    assert!(matches!(stopped, Err(Error::Cancelled)));
    assert_eq!(workspace.read().count(Kind::Organization)?, filled);
    Ok(())
}

#[test]
fn clients_say_more_than_their_requisites() -> Result<()> {
    let workspace = filled(SMALL)?;
    let catalog = workspace.read().catalog()?;
    let cards = cards(&workspace, Kind::Organization)?;
    let romashka = &cards[0];
    assert_eq!(catalog.term(romashka.client.segment), "Оптовая торговля");
    assert!(romashka.client.next_step_on.is_some());
    let having = |is_there: fn(&Card) -> bool| cards.iter().filter(|card| is_there(card)).count();
    assert!(having(|card| card.client.segment.is_some()) > 60);
    assert!(having(|card| !card.values.is_empty()) > 30);
    assert!(having(|card| card.client.next_step_on.is_some()) > 20);
    assert!(having(|card| card.client.stage.is_some()) > 60);
    Ok(())
}

#[test]
fn colleagues_have_written_something_down() -> Result<()> {
    let workspace = filled(SMALL)?;
    let reader = workspace.read();
    let organizations = cards(&workspace, Kind::Organization)?;
    let persons = cards(&workspace, Kind::Person)?;
    let romashka = organizations[0].client.id;
    assert_eq!(reader.key_points_of(romashka)?.len(), 2);
    let mut counts = [0; 5];
    for card in organizations.iter().chain(&persons) {
        let id = card.client.id;
        counts[0] += i64::from(reader.count_notes(id)? > 0);
        counts[1] += i64::from(!reader.rows_on::<TeamMember>(id)?.is_empty());
        counts[2] += i64::from(!reader.rows_on::<Consent>(id)?.is_empty());
        counts[3] += i64::from(!reader.rows_on::<Job>(id)?.is_empty());
        counts[4] += i64::from(!reader.rows_on::<LifeEvent>(id)?.is_empty());
    }
    let [notes, teams, consents, careers, events] = counts;
    assert!(notes > 50 && notes < 150, "{counts:?}");
    assert!(
        teams > 10 && consents > 30 && careers > 8 && events > 8,
        "{counts:?}"
    );
    Ok(())
}
