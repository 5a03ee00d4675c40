//! What must stay fast: `cargo bench --bench speed` prints each figure beside its bar, and asserts nothing.
//!
//! All of it is processor time. The sample files are made once and kept in `target/bench-cache`.
//! `VIZITKA_BENCH_CLIENTS` makes the large one smaller (1 000 000 unless told),
//! `VIZITKA_BENCH_ROWS` the imported table (100 000).

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use common::{cache, copy, line, million, number, remove, spread, timed};
use cpu_time::ProcessTime;
use iced::Size;
use vizitka::domain::client::{Key, Kind, TextField};
use vizitka::domain::contact::Channel;
use vizitka::domain::custom_field::{CustomField, Shape};
use vizitka::domain::edit::{Change, Edit};
use vizitka::domain::link::{Link, LinkKind};
use vizitka::domain::listing::{Filter, Order, Sort};
use vizitka::domain::profile;
use vizitka::domain::{
    Card, Client, Currency, Datum, Employee, Field, Id, Money, Note, Operation, Progress,
};
use vizitka::error::Result;
use vizitka::exchange::export::Export;
use vizitka::exchange::import::{self, Options};
use vizitka::exchange::{Delimiter, Mapping, Source, TableFormat};
use vizitka::i18n::{Language, Locale};
use vizitka::ui::gallery::rows;
use vizitka::ui::headless::Stage;
use vizitka::ui::screen::card::Sheet;
use vizitka::workspace::Workspace;

/// How often a question of one kind is asked.
const ROUNDS: usize = 100;

fn main() -> Result<()> {
    let cache = cache();
    let clients = number("VIZITKA_BENCH_CLIENTS", 1_000_000);
    let table = number("VIZITKA_BENCH_ROWS", 100_000);
    println!("{:<58} {:>12} {:>12}", "what", "measured", "bar");
    imports(&cache, table)?;
    let base = million(&cache, clients)?;
    finds(&base, clients)?;
    lists(&base)?;
    filters(&base)?;
    drop(base);
    let mut base = copy(&cache, clients, "edit")?;
    card(&mut base)?;
    edits(&mut base)?;
    drop(base);
    frame();
    Ok(())
}

/// An import of new organisations, of updates, and the undo of both.
fn imports(cache: &Path, rows: usize) -> Result<()> {
    let all = table(cache, "organizations", rows, Clone::clone);
    let half = table(cache, "updates", rows / 2, |row| {
        changed(row, rows / 10 * 4)
    });
    let path = cache.join("import.vizitka");
    remove(&path);
    let owner = Employee::new("Решетова", "Светлана", "Ивановна");
    let mut base = Workspace::create(&path, "Bench", &owner)?;

    let what = format!("import {rows} organisations");
    let (took, _) = timed(|| take(&mut base, &all, None))?;
    line(&what, took, "8 s");
    let what = format!("import {} rows with updates, known by INN", rows / 2);
    let (took, _) = timed(|| take(&mut base, &half, Some(Key::Inn)))?;
    line(&what, took, "");
    let (took, _) = timed(|| base.undo())?;
    line("undo of that", took, "10 s");
    let (took, _) = timed(|| base.redo())?;
    line("redo of that", took, "");
    base.undo()?;
    let out = cache.join("export.csv");
    let (took, _) = timed(|| {
        let locale = Locale::new(Language::Russian);
        let export = Export::whole(Filter::all(Kind::Organization));
        let csv = TableFormat::Csv(Delimiter::Semicolon);
        let say = |key: &'static str| locale.text(key);
        export.write(base.read(), (&out, csv), &say, &Progress::default())
    })?;
    line(&format!("export {rows} organisations to CSV"), took, "");
    let (took, _) = timed(|| base.undo())?;
    line(&format!("undo of the import of {rows}"), took, "");
    Ok(())
}

fn take(base: &mut Workspace, table: &Path, update_by: Option<Key>) -> Result<()> {
    let source = Source::open(table)?;
    let options = Options {
        update_by,
        ..Options::new(Mapping::guess(&source), chrono::NaiveDate::default())
    };
    let done = import::apply(&source, &options, base, &Progress::default())?;
    assert!(done.value.refused.is_empty(), "{:?}", done.value.refused[0]);
    Ok(())
}

/// Every kind of query of a search as one types, over the whole base.
fn finds(base: &Workspace, clients: usize) -> Result<()> {
    let names = some_names(base, clients)?;
    let mut all = Vec::new();
    for (kind, typed) in queries(&names) {
        let mut took = Vec::with_capacity(typed.len());
        // Once for the cache: what is measured is the search, not the disk.
        for text in &typed {
            base.read().search(text, 50)?;
        }
        for text in &typed {
            let begun = ProcessTime::now();
            base.read().search(text, 50)?;
            took.push(begun.elapsed());
        }
        all.extend_from_slice(&took);
        spread(&format!("find: {kind}"), took, "");
    }
    spread("find: all of these", all, "1 / 10 ms");
    Ok(())
}

/// A name, an INN, a phone and an address of some clients, spread over the base.
struct Known {
    core: String,
    inn: String,
    phone: String,
    email: String,
}

fn some_names(base: &Workspace, clients: usize) -> Result<Vec<Known>> {
    let filter = Filter::all(Kind::Organization);
    let progress = Progress::default();
    let ids = base.read().order(&filter, Order::default(), &progress)?;
    let step = (ids.len() / ROUNDS).max(1);
    let some: Vec<_> = ids.iter().copied().step_by(step).take(ROUNDS).collect();
    println!(
        "{:<58} {:>12}",
        "organisations in the base",
        ids.len().min(clients)
    );
    let listings = base.read().listings(&some)?.into_iter();
    Ok(listings
        .map(|listing| Known {
            core: vizitka::domain::name::core_name(&listing.client.title()),
            inn: listing.client.inn,
            phone: listing.phone,
            email: listing.email,
        })
        .collect())
}

fn queries(known: &[Known]) -> BTreeMap<&'static str, Vec<String>> {
    let mut kinds: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    let mut add = |kind, text: String| {
        if !text.is_empty() {
            kinds.entry(kind).or_default().push(text);
        }
    };
    let part = |text: &str, from: usize, count: usize| -> String {
        text.chars().skip(from).take(count).collect()
    };
    for one in known {
        for (kind, count) in [
            ("name, 1 letter", 1),
            ("name, 2 letters", 2),
            ("name, 3 letters", 3),
            ("name, 6 letters", 6),
        ] {
            add(kind, part(&one.core, 0, count));
        }
        add("whole name", one.core.clone());
        add("inside a word, 3 letters", part(&one.core, 2, 3));
        add("inside a word, 6 letters", part(&one.core, 2, 6));
        add("two words", format!("ооо {}", part(&one.core, 0, 5)));
        add("INN", one.inn.clone());
        add("INN, 5 digits", part(&one.inn, 0, 5));
        add("phone as typed", one.phone.clone());
        let digits: String = one.phone.chars().filter(char::is_ascii_digit).collect();
        add(
            "phone, last 4",
            part(&digits, digits.len().saturating_sub(4), 4),
        );
        add("phone, 7 digits inside", part(&digits, 4, 7));
        add("e-mail", one.email.clone());
        add("nothing there", format!("щ{}ъ", part(&one.core, 0, 5)));
        let latin = vizitka::domain::text::swap_layout(&part(&one.core, 0, 6));
        add("wrong layout, 6 letters", latin.unwrap_or_default());
    }
    kinds
}

/// The order of the whole list by each column, and pages of it.
fn lists(base: &Workspace) -> Result<()> {
    let sorts = [
        ("name", Sort::Name, ""),
        ("INN", Sort::Field(Field::Text(TextField::Inn)), "300 ms"),
        ("town", Sort::Field(Field::City), "300 ms"),
        ("phone", Sort::Field(Field::Phone), "300 ms"),
        ("e-mail", Sort::Field(Field::Email), "300 ms"),
        ("employee", Sort::Field(Field::Owner), "300 ms"),
        ("roles", Sort::Field(Field::Roles), "300 ms"),
        ("since", Sort::Field(Field::Since), "300 ms"),
    ];
    let filter = Filter::all(Kind::Organization);
    let mut pages = Vec::new();
    for (name, by, bar) in sorts {
        for is_descending in [false, true] {
            let order = Order { by, is_descending };
            let (took, ids) = timed(|| base.read().order(&filter, order, &Progress::default()))?;
            if !is_descending {
                line(&format!("order by {name}"), took, bar);
            }
            for at in 0..20 {
                let start = ids.len() / 20 * at;
                let begun = ProcessTime::now();
                base.read()
                    .listings(&ids[start..(start + 50).min(ids.len())])?;
                pages.push(begun.elapsed());
            }
        }
    }
    spread("a page of 50 lines, any sort column", pages, "5 ms");
    Ok(())
}

/// One field of many organisations: what an edit would do, doing it, taking it back; the order by an
/// own field that all of them fill in.
fn edits(base: &mut Workspace) -> Result<()> {
    let kind = Kind::Organization;
    let own = CustomField::new(kind, "Оборот", Shape::Money);
    base.transact(Operation::Import, |tx| tx.save(&own))?;
    let progress = Progress::default();
    let order = Order {
        by: Sort::Field(Field::City),
        is_descending: false,
    };
    let all = base.read().order(&Filter::all(kind), order, &progress)?;
    // As the list does it: in the order of the ids.
    let mut some: Vec<_> = all.iter().copied().step_by(10).collect();
    some.sort_unstable();
    let amount = Datum::Money(Money::new(150, Currency::Rub));
    let fields = [
        ("stage", Field::Stage, Datum::Stage(profile::Stage::Active)),
        ("town", Field::City, Datum::text("Тверь")),
        ("own field", Field::Custom(own.id), amount),
    ];
    for (name, field, datum) in fields {
        let change = Change::Set(datum);
        let edit = Edit { field, change };
        let (took, _) = timed(|| base.read().preview(&some, &edit, &progress))?;
        line(
            &format!("preview of an edit of {}: {name}", some.len()),
            took,
            "",
        );
        let edits = [edit];
        let (took, _) = timed(|| {
            base.transact(Operation::EditClients, |tx| {
                let mut pages = some.chunks(64);
                pages.try_for_each(|page| tx.edit_clients(page, &edits).map(drop))
            })
        })?;
        line(&format!("edit of {}: {name}", some.len()), took, "10 s");
        if let Field::Custom(_) = field {
            own_field(base, field, &all)?;
        }
        let (took, _) = timed(|| base.undo())?;
        line("undo of that", took, "10 s");
    }
    Ok(())
}

/// Opening a card with 200 people, 500 links and 1,000 notes: all that its page reads.
fn card(base: &mut Workspace) -> Result<()> {
    let kind = Kind::Organization;
    let all = Filter::all(kind);
    let all = base
        .read()
        .order(&all, Order::default(), &Progress::default())?;
    let (id, others) = (all[all.len() / 2], all.iter().step_by(all.len() / 500));
    let author = base.who();
    base.transact(Operation::Import, |tx| {
        for at in 0..200 {
            let mut person = Client::person(&format!("Антонов{at}"), "Юрий", "Михайлович");
            person.employer = Some(id);
            let mut card = Card::new(person);
            card.add_contact(Channel::MobilePhone, format!("+7 921 300-{:04}", at));
            tx.add_card(&card)?;
        }
        for other in others.filter(|other| **other != id).take(500) {
            tx.save(&Link::new(id, LinkKind::Competes, *other))?;
        }
        for at in 0..1000 {
            let text = format!("Говорили о поставке номер {at}. Перезвонить в пятницу.");
            let mut note = Note::new(id, author, text);
            note.is_pinned = at % 100 == 0;
            tx.save(&note)?;
        }
        Ok(())
    })?;
    let mut took = Vec::new();
    for _ in 0..ROUNDS {
        let begun = ProcessTime::now();
        Sheet::read(base.read(), id)?;
        took.push(begun.elapsed());
    }
    spread(
        "a card with 200 people, 500 links, 1000 notes",
        took,
        "20 ms",
    );
    Ok(())
}

/// The order by an own field, its sum, and pages that show it.
fn own_field(base: &Workspace, field: Field, all: &[Id<Client>]) -> Result<()> {
    let (kind, progress) = (Kind::Organization, Progress::default());
    let by = Sort::Field(field);
    let order = Order {
        by,
        is_descending: false,
    };
    let (took, _) = timed(|| base.read().order(&Filter::all(kind), order, &progress))?;
    line("order by an own field that one in ten fills in", took, "");
    let by = Sort::Field(Field::Text(TextField::FullName));
    let order = Order { by, ..order };
    let (took, _) = timed(|| base.read().order(&Filter::all(kind), order, &progress))?;
    line("order by full name", took, "");
    let (took, _) = timed(|| base.read().figures(kind, field, all, &progress))?;
    line("sum of an own field over all", took, "");
    let mut pages = Vec::new();
    for page in all.chunks(50).step_by(all.len() / 50 / ROUNDS + 1) {
        let begun = ProcessTime::now();
        base.read()
            .values(page, &[field, Field::Group, Field::Bank])?;
        pages.push(begun.elapsed());
    }
    spread("own field, groups and bank of a page of 50", pages, "");
    Ok(())
}

/// Filters of three conditions and more: all who pass in order, and the first page.
fn filters(base: &Workspace) -> Result<()> {
    let catalog = base.read().catalog()?;
    let locale = Locale::new(Language::Russian);
    let words = locale.filter_words(Kind::Organization, &catalog);
    for (text, bar) in [
        (
            "город = СПб и (роль = активный или группа = \"Торговые компании\")",
            "300 ms",
        ),
        (
            "город = СПб или роль = бывший и группа = \"Торговые компании\"",
            "300 ms",
        ),
        ("роль = активный и (телефон есть или почта есть)", "300 ms"),
        (
            "не город = Москва и почта содержит info и заполненность < 100",
            "300 ms",
        ),
        (
            "название содержит строй и (ИНН начинается с 78 или город среди (СПб, Псков))",
            "300 ms",
        ),
        (
            "телефон содержит 350 и ответственный = Решетова и не роль = бывший",
            "300 ms",
        ),
        (
            "заполненность < 60 или дата следующего шага отсутствует и сайт есть",
            "300 ms",
        ),
        (
            "группа среди (\"Торговые компании\", \"Ключевые клиенты\") или сайт содержит строй или роль = партнёр",
            "300 ms",
        ),
        ("описание есть и улица содержит ленина и банк есть", ""),
    ] {
        let condition = words
            .parse(text)
            .unwrap_or_else(|mistake| panic!("{mistake:?}"));
        let filter = Filter {
            condition,
            ..Filter::all(Kind::Organization)
        };
        let ask = || {
            let ids = base
                .read()
                .order(&filter, Order::default(), &Progress::default())?;
            base.read().listings(&ids[..ids.len().min(50)])?;
            Ok(ids.len())
        };
        ask()?; // once for the cache
        let (took, count) = timed(ask)?;
        line(&format!("filter: {text} ({count})"), took, bar);
    }
    Ok(())
}

/// Building and laying out one frame while a list is scrolled.
fn frame() {
    let mut stage = Stage::new(Size::new(1440.0, 900.0));
    let mut state = rows::state();
    let mut took = Vec::new();
    for step in 0..ROUNDS {
        let by = vizitka::ui::widget::table::Message::ScrolledBy(step as f64 * 137.3);
        state.update(by, rows::COUNT);
        let begun = ProcessTime::now();
        stage.lay_out(rows::million(&state));
        took.push(begun.elapsed());
    }
    spread("a frame of a list of 1000000 while scrolled", took, "2 ms");
}

/// A table of organisations as other programs write them, made once; `change` alters its rows.
fn table(cache: &Path, name: &str, rows: usize, change: impl Fn(&Made) -> Made) -> PathBuf {
    let path = cache.join(format!("{name}-{rows}.csv"));
    let mut file = std::io::BufWriter::new(fs::File::create(&path).expect("a cache folder"));
    writeln!(
        file,
        "id,name,full_name,inn,kpp,phone,email,web,postal_index,city,address,bik,account,status,created_at,note"
    )
    .expect("room on the disk");
    for at in 0..rows {
        let made = change(&Made::new(at));
        writeln!(file, "{}", made.row()).expect("room on the disk");
    }
    path
}

/// One made-up organisation.
#[derive(Clone)]
struct Made {
    at: usize,
    inn: usize,
    note: &'static str,
    phone: usize,
}

impl Made {
    fn new(at: usize) -> Self {
        Self {
            at,
            inn: 1_000_000_000 + at * 7919,
            note: if at.is_multiple_of(10) {
                "Звонить после обеда"
            } else {
                ""
            },
            phone: 1_000_000 + at * 89 % 9_000_000,
        }
    }

    fn row(&self) -> String {
        const FIRST: [&str; 12] = [
            "Север",
            "Балт",
            "Нева",
            "Урал",
            "Волга",
            "Строй",
            "Тех",
            "Агро",
            "Энерго",
            "Пром",
            "Транс",
            "Медиа",
        ];
        const SECOND: [&str; 9] = [
            "монтаж",
            "комплект",
            "сервис",
            "проект",
            "торг",
            "снаб",
            "логистик",
            "мебель",
            "софт",
        ];
        const TOWNS: [&str; 6] = [
            "Москва",
            "Санкт-Петербург",
            "Казань",
            "Самара",
            "Тверь",
            "Екатеринбург",
        ];
        const STATUS: [&str; 3] = ["потенциальный", "действующий", "бывший"];
        let Self {
            at,
            inn,
            note,
            phone,
        } = self;
        let name = format!("{}{}-{}", FIRST[at % 12], SECOND[at / 12 % 9], at / 108);
        let (three, two, last) = (phone / 10_000, phone / 100 % 100, phone % 100);
        format!(
            "{at},ООО «{name}»,Общество с ограниченной ответственностью «{name}»,{inn},\
             770101001,+7 (812) {three:03}-{two:02}-{last:02},info@firma{at}.example,\
             https://firma{at}.example,{},{},\"ул. Ленина, д. {}\",044525{:03},4070281000000{:07},\
             {},20{:02}-{:02}-{:02},{note}",
            190_000 + at % 1000,
            TOWNS[at % 6],
            at % 200 + 1,
            at % 1000,
            at,
            STATUS[at % 3],
            at % 26,
            at % 12 + 1,
            at % 28 + 1,
        )
    }
}

/// The first rows changed, those behind them new.
fn changed(made: &Made, updates: usize) -> Made {
    let mut made = made.clone();
    made.note = "обновлено";
    made.phone = 9_999_999 - made.at;
    if made.at >= updates {
        made.inn += 1;
    }
    made
}
