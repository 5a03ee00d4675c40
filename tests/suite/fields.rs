//! Every field, own ones too: its values, the order by it, what its numbers come to, editing it on many cards.

use vizitka::domain::client::{Client, Kind, Roles, TextField};
use vizitka::domain::contact::{Channel, Purpose};
use vizitka::domain::custom_field::{Content, CustomField, Shape};
use vizitka::domain::edit::{Change, Edit};
use vizitka::domain::listing::{Filter, Order, Sort};
use vizitka::domain::profile::{Medium, Stage};
use vizitka::domain::term::Dictionary;
use vizitka::domain::{
    Address, Card, Currency, Datum, Employee, Field, Group, Id, Money, Operation, Progress, Term,
};
use vizitka::error::{Error, Result};
use vizitka::workspace::Workspace;

struct Office {
    workspace: Workspace,
    turnover: Field,
    tags: Field,
    terms: [Id<Term>; 2],
    group: Id<Group>,
    ids: Vec<Id<Client>>,
}

fn roubles(minor: i64) -> Datum {
    Datum::Money(Money::new(minor, Currency::Rub))
}

/// Three organisations: the first says much, the second something else, the third nothing.
fn office() -> Result<Office> {
    let mut workspace = Workspace::in_memory()?;
    let turnover = CustomField::new(Kind::Organization, "Оборот", Shape::Money);
    let tags = CustomField::new(Kind::Organization, "Метки", Shape::MultiList);
    let terms = ["Яблоко", "Абрикос"].map(|name| Term::option(tags.id, name));
    let group = Group::new(Kind::Organization, "Торговые компании");
    let mut cards = ["ООО «Агат»", "ООО «Берег»", "ООО «Вента»"]
        .map(|name| Card::new(Client::organization(name)));
    cards[0].client.full_name = "Общество «Ящик»".into();
    cards[0].client.stage = Some(Stage::Active);
    cards[0].add_contact(Channel::Web, "agat.example");
    cards[0].set_contents(turnover.id, vec![Content::Money(25_000)]);
    let both = terms.clone().map(|term| Content::Tag(term.id)).to_vec();
    cards[0].set_contents(tags.id, both);
    cards[0].join(group.id);
    let mut address = Address::new(cards[0].client.id, Purpose::Actual);
    address.region = "Самарская область".into();
    cards[0].add_address(address);
    cards[1].client.full_name = "Общество «Аист»".into();
    cards[1].client.stage = Some(Stage::Prospect);
    cards[1].client.recommended_by = Some(cards[0].client.id);
    cards[1].set_contents(turnover.id, vec![Content::Money(-5000)]);
    cards[1].set_contents(tags.id, vec![Content::Tag(terms[0].id)]);
    workspace.transact(Operation::Import, |tx| {
        tx.save(&turnover)?;
        tx.save(&tags)?;
        terms.iter().try_for_each(|term| tx.save(term).map(drop))?;
        tx.save(&group)?;
        cards.iter().try_for_each(|card| tx.add_card(card))
    })?;
    Ok(Office {
        workspace,
        turnover: Field::Custom(turnover.id),
        tags: Field::Custom(tags.id),
        terms: terms.map(|term| term.id),
        group: group.id,
        ids: cards.iter().map(|card| card.client.id).collect(),
    })
}

impl Office {
    fn value(&self, at: usize, field: Field) -> Datum {
        let values = self.workspace.read().values(&self.ids, &[field]).unwrap();
        values[&self.ids[at]][0].clone()
    }

    fn edit(&mut self, field: Field, change: Change) -> Result<usize> {
        let (ids, edits) = (self.ids.clone(), [Edit { field, change }]);
        let done = self
            .workspace
            .transact(Operation::EditClients, |tx| tx.edit_clients(&ids, &edits))?;
        assert_eq!(self.workspace.faults()?, Vec::<String>::new());
        Ok(done.value)
    }
}

#[test]
fn a_page_knows_the_values_of_every_field() -> Result<()> {
    let office = office()?;
    let kind = Kind::Organization;
    let fields: Vec<_> = Field::of_kind(kind)
        .chain([office.turnover, office.tags])
        .collect();
    let values = office.workspace.read().values(&office.ids, &fields)?;
    let said = |at: usize, field: Field| {
        let place = fields.iter().position(|known| *known == field).unwrap();
        values[&office.ids[at]][place].clone()
    };
    assert_eq!(values.len(), 3);
    assert_eq!(said(0, Field::Web), Datum::text("agat.example"));
    assert_eq!(said(0, Field::Region), Datum::text("Самарская область"));
    assert_eq!(said(0, Field::Group), Datum::Groups(vec![office.group]));
    assert_eq!(said(0, office.turnover), roubles(25_000));
    assert_eq!(said(0, office.tags), Datum::Terms(office.terms.to_vec()));
    let first = Datum::Client(office.ids[0], "ООО «Агат»".into());
    assert_eq!(said(1, Field::RecommendedBy), first);
    assert_eq!(
        said(2, Field::Completeness),
        Datum::Integer(10),
        "the name alone"
    );
    assert_eq!(said(2, office.turnover), Datum::Nothing);
    Ok(())
}

#[test]
fn the_lines_follow_an_edit_of_any_field() -> Result<()> {
    let mut office = office()?;
    let me = office.workspace.who();
    let day = Datum::Date("2026-03-01".parse().unwrap());
    let term = Term::new(Dictionary::Segment, "Опт");
    office
        .workspace
        .transact(Operation::Import, |tx| tx.save(&term).map(drop))?;
    let segment = Datum::Terms(vec![term.id]);
    for (field, datum) in [
        (Field::Owner, Datum::Employees(vec![me])),
        (Field::Roles, Datum::Roles(Roles::from_bits(8))),
        (Field::Segment, segment.clone()),
        (Field::Source, segment.clone()),
        (Field::Category, segment),
        (Field::Stage, Datum::Stage(Stage::Former)),
        (Field::Since, day.clone()),
        (Field::NextStepOn, day.clone()),
        (Field::CheckedOn, day),
        (Field::PreferredMedium, Datum::Medium(Medium::ALL[0])),
        (Field::Phone, Datum::text("350-94-14")),
        (Field::Email, Datum::text("info@agat.example")),
        (Field::Web, Datum::text("berg.example")),
        (Field::Region, Datum::text("Псковская область")),
        (Field::City, Datum::text("Псков")),
        (Field::Street, Datum::text("Рижский пр., 5")),
        (Field::PostalCode, Datum::text("180000")),
        (Field::Account, Datum::text("40702810000000000001")),
        (Field::Bank, Datum::text("Сбербанк")),
        (Field::Bik, Datum::text("044525225")),
        (Field::Group, Datum::Groups(vec![office.group])),
        (Field::Team, Datum::Employees(vec![me])),
        (office.turnover, roubles(7)),
    ] {
        assert!(office.edit(field, Change::Set(datum))? >= 2, "{field:?}");
        office.edit(field, Change::Set(Datum::Nothing))?;
    }
    for text in TextField::ALL {
        let (field, some) = (Field::Text(text), Datum::text(" 7809012347"));
        assert!(office.edit(field, Change::Set(some))? >= 2, "{field:?}");
        office.edit(field, Change::Set(Datum::Nothing))?;
    }
    let mut edits = 0;
    while office.workspace.undo()?.value == Operation::EditClients {
        assert_eq!(office.workspace.faults()?, Vec::<String>::new());
        edits += 1;
    }
    assert!(edits > 2 * TextField::ALL.len());
    for _ in 0..=edits {
        office.workspace.redo()?;
        assert_eq!(office.workspace.faults()?, Vec::<String>::new());
    }
    Ok(())
}

#[test]
fn a_list_is_sorted_by_any_field_and_what_says_nothing_comes_last() -> Result<()> {
    let office = office()?;
    let filter = Filter::all(Kind::Organization);
    let order = |field: Field, is_descending: bool| {
        let by = Sort::from(field);
        let order = Order { by, is_descending };
        let ids = office
            .workspace
            .read()
            .order(&filter, order, &Progress::default())
            .unwrap();
        let place = |id: Id<Client>| office.ids.iter().position(|known| *known == id);
        ids.into_iter().filter_map(place).collect::<Vec<_>>()
    };
    let full_name = Field::Text(TextField::FullName);
    assert_eq!(order(full_name, false), [1, 0, 2]);
    assert_eq!(order(full_name, true), [0, 1, 2]);
    assert_eq!(order(office.turnover, false), [1, 0, 2]);
    assert_eq!(order(office.turnover, true), [0, 1, 2]);
    assert_eq!(
        order(office.tags, false),
        [0, 1, 2],
        "the apricot comes first"
    );
    assert_eq!(order(Field::Stage, false), [1, 0, 2]);
    assert_eq!(order(Field::Group, false)[0], 0);
    assert_eq!(order(Field::RecommendedBy, false)[0], 1);
    assert_eq!(order(Field::CreatedOn, true), [2, 1, 0]);
    for field in Field::of_kind(Kind::Organization) {
        assert_eq!(order(field, false).len(), 3, "{field:?}");
    }
    Ok(())
}

#[test]
fn numbers_are_added_up_for_the_chosen_rows_alone() -> Result<()> {
    let office = office()?;
    let figures = |ids: &[Id<Client>]| {
        let reader = office.workspace.read();
        let (kind, progress) = (Kind::Organization, Progress::default());
        let figures = reader
            .figures(kind, office.turnover, ids, &progress)
            .unwrap();
        figures.all().collect::<Vec<_>>()
    };
    let all = &figures(&office.ids)[0];
    assert_eq!((all.count, &all.sum), (2, &roubles(20_000)));
    assert_eq!(all.average, roubles(10_000));
    assert_eq!(
        (&all.least, &all.greatest),
        (&roubles(-5000), &roubles(25_000))
    );
    assert_eq!(figures(&office.ids[1..])[0].sum, roubles(-5000));
    assert!(figures(&office.ids[2..]).is_empty());
    Ok(())
}

#[test]
fn a_preview_tells_what_an_edit_then_does_and_one_undo_takes_it_back() -> Result<()> {
    let mut office = office()?;
    let city = Edit {
        field: Field::Stage,
        change: Change::Set(Datum::Stage(Stage::Active)),
    };
    let progress = Progress::default();
    let preview = office
        .workspace
        .read()
        .preview(&office.ids, &city, &progress)?;
    assert_eq!((preview.changed, preview.same, preview.lost), (2, 1, 1));
    let (name, before, after) = &preview.examples[0];
    assert_eq!(name, "ООО «Берег»");
    assert_eq!(
        (before, after),
        (&Datum::Stage(Stage::Prospect), &Datum::Stage(Stage::Active))
    );

    assert_eq!(office.edit(city.field, city.change)?, 2);
    assert_eq!(office.value(2, Field::Stage), Datum::Stage(Stage::Active));
    office.workspace.undo()?;
    assert_eq!(office.value(1, Field::Stage), Datum::Stage(Stage::Prospect));
    assert_eq!(office.value(2, Field::Stage), Datum::Nothing);
    assert_eq!(office.workspace.faults()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn every_sort_of_field_is_edited_and_comes_back() -> Result<()> {
    let mut office = office()?;
    let [apple, apricot] = office.terms;
    let me = Datum::Employees(vec![office.workspace.who()]);
    let replace = Change::Replace {
        part: "Общество".into(),
        with: "АО".into(),
    };
    let edits = [
        (Field::Text(TextField::FullName), replace, 2),
        (Field::City, Change::Set(Datum::text("Москва")), 3),
        (Field::Region, Change::Set(Datum::Nothing), 1),
        (Field::Phone, Change::Set(Datum::text("350-94-14")), 3),
        (Field::Web, Change::Set(Datum::Nothing), 1),
        (Field::Bank, Change::Set(Datum::text("Альфа")), 3),
        (
            Field::Group,
            Change::Add(Datum::Groups(vec![office.group])),
            2,
        ),
        (Field::Team, Change::Add(me), 3),
        (office.turnover, Change::Set(roubles(1)), 3),
        (office.tags, Change::Remove(Datum::Terms(vec![apple])), 2),
        (office.tags, Change::Add(Datum::Terms(vec![apricot])), 2),
        (
            Field::Owner,
            Change::Set(Datum::Employees(vec![office.workspace.who()])),
            3,
        ),
    ];
    let fields: Vec<_> = edits.iter().map(|(field, ..)| *field).collect();
    let start = office.workspace.read().values(&office.ids, &fields)?;
    for (field, change, expected) in &edits {
        assert_eq!(office.edit(*field, change.clone())?, *expected, "{field:?}");
        assert_eq!(office.edit(*field, change.clone())?, 0, "{field:?} again");
    }
    assert_eq!(office.value(0, office.tags), Datum::Terms(vec![apricot]));
    assert_eq!(office.value(2, Field::Phone), Datum::text("350-94-14"));
    for _ in &edits {
        office.workspace.undo()?;
        assert_eq!(office.workspace.faults()?, Vec::<String>::new());
    }
    let back = office.workspace.read().values(&office.ids, &fields)?;
    for (id, said) in start {
        let is_like = said
            .iter()
            .zip(&back[&id])
            .all(|(one, other)| one.is_like(other));
        assert!(is_like, "{said:?} became {:?}", back[&id]);
    }
    Ok(())
}

/// The same, seen by a trainee who has the second client alone; the head is named too.
fn trainee() -> Result<(Office, Id<Employee>)> {
    let mut office = office()?;
    let mut trainee = Employee::new("Виноградов", "Сергей", "Константинович");
    trainee.sees_all = false;
    office
        .workspace
        .transact(Operation::AddEmployee, |tx| tx.save(&trainee))?;
    let (me, mine) = (trainee.id, [office.ids[1]]);
    let own = [Edit {
        field: Field::Owner,
        change: Change::Set(Datum::Employees(vec![me])),
    }];
    office
        .workspace
        .transact(Operation::Reassign, |tx| tx.edit_clients(&mine, &own))?;
    let head = office.workspace.who();
    office.workspace.sign_in(me);
    Ok((office, head))
}

#[test]
fn a_hidden_client_has_no_values_and_no_place_in_any_order() -> Result<()> {
    let (office, _) = trainee()?;
    let reader = office.workspace.read();
    let fields = [
        Field::RecommendedBy,
        office.turnover,
        Field::Group,
        Field::Web,
    ];
    let values = reader.values(&office.ids, &fields)?;
    assert_eq!(values.len(), 1);
    let recommended = &values[&office.ids[1]][0];
    assert_eq!(
        *recommended,
        Datum::Client(office.ids[0], String::new()),
        "nor does a name show"
    );
    let (kind, progress) = (Kind::Organization, Progress::default());
    let figures = reader.figures(kind, office.turnover, &office.ids, &progress)?;
    assert_eq!(figures.all().map(|one| one.count).collect::<Vec<_>>(), [1]);
    for field in Field::of_kind(kind).chain([office.turnover, office.tags]) {
        let by = Sort::from(field);
        let order = Order {
            by,
            is_descending: false,
        };
        let ids = reader.order(&Filter::all(kind), order, &progress)?;
        assert_eq!(ids, [office.ids[1]], "{field:?}");
    }
    Ok(())
}

#[test]
fn a_hidden_client_is_never_edited() -> Result<()> {
    let (mut office, head) = trainee()?;
    let me = office.workspace.who();
    for (field, datum) in [
        (Field::Text(TextField::Note), Datum::text("чужое")),
        (Field::City, Datum::text("чужое")),
        (office.turnover, roubles(7)),
        (Field::Team, Datum::Employees(vec![me])),
    ] {
        let change = Change::Set(datum);
        let edit = Edit {
            field,
            change: change.clone(),
        };
        let preview = reader_preview(&office, &edit)?;
        assert_eq!(preview, (1, vec!["ООО «Берег»".to_owned()]), "{field:?}");
        assert_eq!(office.edit(field, change)?, 1, "{field:?}");
    }
    office.workspace.sign_in(head);
    assert_eq!(
        office.value(0, Field::Text(TextField::Note)),
        Datum::Nothing
    );
    assert_eq!(office.value(0, office.turnover), roubles(25_000));
    Ok(())
}

fn reader_preview(office: &Office, edit: &Edit) -> Result<(usize, Vec<String>)> {
    let reader = office.workspace.read();
    let preview = reader.preview(&office.ids, edit, &Progress::default())?;
    let names = preview
        .examples
        .into_iter()
        .map(|(name, ..)| name)
        .collect();
    Ok((preview.changed + preview.same, names))
}

#[test]
fn a_stopped_look_tells_so() -> Result<()> {
    let office = office()?;
    let progress = Progress::default();
    progress.stop();
    let edit = Edit {
        field: Field::City,
        change: Change::Set(Datum::Nothing),
    };
    let stopped = office
        .workspace
        .read()
        .preview(&office.ids, &edit, &progress);
    assert!(matches!(stopped, Err(Error::Cancelled)));
    Ok(())
}
