//! What a list shows lies in a table, and comes back from it as it was.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use tempfile::TempDir;
use vizitka::demo::{self, Sample};
use vizitka::domain::client::{Client, Kind};
use vizitka::domain::listing::{Filter, Order, Sort};
use vizitka::domain::{Address, Card, CustomField, Field, Group, Operation, Progress, Term};
use vizitka::error::Error;
use vizitka::exchange::export::{Export, View, Words};
use vizitka::exchange::import::{self, Options};
use vizitka::exchange::{Delimiter, Mapping, Source, TableFormat};
use vizitka::i18n::{Language, Locale};
use vizitka::workspace::Workspace;

const CSV: TableFormat = TableFormat::Csv(Delimiter::Semicolon);

fn sample(folder: &TempDir) -> Workspace {
    let path = folder.path().join("sample.vizitka");
    demo::create(&path, Sample::of(150, 7), &Progress::default()).unwrap()
}

fn write(export: &Export, workspace: &Workspace, path: &Path, language: Language) -> u64 {
    let locale = Locale::new(language);
    let format = TableFormat::of_path(path, Delimiter::Semicolon).unwrap();
    let say = |key: &'static str| locale.text(key);
    let progress = Progress::default();
    let written = export.write(workspace.read(), (path, format), &say, &progress);
    written.unwrap()
}

fn read(path: &Path, kind: Kind, workspace: &mut Workspace) -> import::Report {
    let source = Source::open(path).unwrap();
    let fields = workspace.read().catalog().unwrap().fields;
    let mapping = Mapping::guess_among(&source, &fields);
    assert_eq!(mapping.kind, kind, "{}", path.display());
    let names = source.header().unwrap().iter().zip(mapping.names());
    let unknown = names.filter(|(_, column)| column.ends_with(".ignore"));
    assert_eq!(unknown.map(|(name, _)| name).collect::<Vec<_>>(), [""; 0]);
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let options = Options::new(mapping, today);
    let progress = Progress::default();
    let done = import::apply(&source, &options, workspace, &progress).unwrap();
    done.value
}

/// What a card says, without its ids.
fn words(card: &Card) -> Vec<String> {
    let mut client = card.client.clone();
    client.id = 0.into();
    client.version = 0;
    client.owner = None;
    client.employer = None;
    client.department_id = None; // known again by its name
    let mut words = vec![format!("{client:?}")];
    words.extend(card.contacts.iter().map(|row| row.value.clone()));
    words.extend(card.addresses.iter().map(Address::line));
    words.extend(
        card.account()
            .map(|row| format!("{} {}", row.number, row.bik)),
    );
    words.push(card.memberships.len().to_string());
    words[1..].sort();
    words
}

fn all_words(workspace: &Workspace, kind: Kind) -> Vec<Vec<String>> {
    let reader = workspace.read();
    let filter = Filter::all(kind);
    let ids = reader.order(&filter, Order::default(), &Progress::default());
    let cards = reader.cards(&ids.unwrap()).unwrap();
    let mut all: Vec<_> = cards.iter().map(words).collect();
    all.sort();
    all
}

/// Gives a copy the own fields of an office, and what can be chosen in them.
fn lend_fields(office: &Workspace, copy: &mut Workspace) {
    let catalog = office.read().catalog().unwrap();
    let lent = copy.transact(Operation::EditClients, |tx| {
        for field in catalog.fields {
            tx.save(&CustomField {
                version: 0,
                category: None,
                ..field
            })?;
        }
        for term in catalog.terms {
            tx.save(&Term { version: 0, ..term })?;
        }
        Ok(())
    });
    lent.unwrap();
}

#[test]
fn an_export_imports_again_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample(&folder);
    for language in Language::ALL {
        for ending in ["csv", "xlsx"] {
            let mut copy = Workspace::in_memory().unwrap();
            lend_fields(&workspace, &mut copy);
            for kind in [Kind::Organization, Kind::Person] {
                let path = folder.path().join(format!("{kind:?}.{ending}"));
                let export = Export::whole(Filter::all(kind));
                let rows = write(&export, &workspace, &path, language);
                let report = read(&path, kind, &mut copy);
                let refused = &report.refused;
                assert_eq!(report.created as u64, rows, "{refused:?}");
                assert_eq!(all_words(&copy, kind), all_words(&workspace, kind));
            }
            let count = |kind| copy.read().count(kind).unwrap();
            assert_eq!(count(Kind::Organization) + count(Kind::Person), 150);
        }
    }
}

#[test]
fn a_list_is_written_as_it_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = sample(&folder);
    let group = Group::new(Kind::Person, "На праздник");
    let filter = Filter::all(Kind::Person);
    let order = Order {
        by: Sort::Name,
        is_descending: true,
    };
    let ids = workspace
        .read()
        .order(&filter, order, &Progress::default())
        .unwrap();
    workspace
        .transact(Operation::ChangeMembership, |tx| {
            tx.save(&group)?;
            tx.join_group(group.id, &ids[3..8])
        })
        .unwrap();
    let filter = Filter {
        groups: vec![group.id],
        ..filter
    };
    let shown = [
        Sort::Name,
        Sort::Field(Field::Phone),
        Sort::Field(Field::Email),
        Sort::Field(Field::Employer),
        Sort::Field(Field::City),
    ];
    let path = folder.path().join("people.csv");
    let locale = Locale::new(Language::Russian);
    let words = Words {
        title: &|sort, catalog| locale.column(Kind::Person, sort, catalog),
        datum: &|datum, catalog| locale.datum(datum, catalog),
    };
    let columns = shown.to_vec();
    let view = View {
        filter,
        order,
        columns,
    };
    let (reader, progress) = (workspace.read(), Progress::default());
    let rows = view.write(reader, (&path, CSV), &words, &progress).unwrap();
    assert_eq!(rows, 5);
    let source = Source::open(&path).unwrap();
    let listings = workspace.read().listings(&ids[3..8]).unwrap();
    for (row, listing) in source.preview(9).iter().zip(&listings) {
        assert_eq!(row.cells[0], listing.client.title());
        assert!(row.cells[1].starts_with(&listing.phone));
        assert_eq!(row.cells[3], listing.employer);
        assert_eq!(row.cells[4], listing.city);
    }
}

#[test]
fn formulas_in_names_stay_words() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = Workspace::in_memory().unwrap();
    let names = [
        "=HYPERLINK(\"http://evil.example\")",
        "+1",
        "-2+3",
        "@SUM(A1)",
    ];
    workspace
        .transact(Operation::Import, |tx| {
            let cards = names.map(|name| Card::new(Client::organization(name)));
            cards.iter().try_for_each(|card| tx.add_card(card))
        })
        .unwrap();
    let path = folder.path().join("evil.csv");
    let export = Export::whole(Filter::all(Kind::Organization));
    write(&export, &workspace, &path, Language::Russian);
    let text = fs::read_to_string(&path).unwrap();
    let mut cells = text
        .lines()
        .skip(1)
        .map(|line| line.trim_start_matches('"'));
    assert!(cells.all(|cell| cell.starts_with('\'')), "{text}");
    let mut copy = Workspace::in_memory().unwrap();
    read(&path, Kind::Organization, &mut copy);
    let both = [&workspace, &copy].map(|base| all_words(base, Kind::Organization));
    assert_eq!(both[0], both[1]);
}

#[test]
fn an_export_that_is_stopped_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample(&folder);
    let path = folder.path().join("old.csv");
    fs::write(&path, "старое").unwrap();
    let progress = Progress::default();
    progress.stop();
    let export = Export::whole(Filter::all(Kind::Person));
    let say = |key: &'static str| key.to_owned();
    let stopped = export.write(workspace.read(), (&path, CSV), &say, &progress);
    assert!(matches!(stopped, Err(Error::Cancelled)));
    assert_eq!(fs::read_to_string(&path).unwrap(), "старое");
}
