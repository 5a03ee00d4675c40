//! Every field of a card is a column: of the program, and those that the user has made.

use std::path::PathBuf;

use chrono::NaiveDate;
use tempfile::TempDir;
use vizitka::domain::client::{Key, Kind};
use vizitka::domain::custom_field::{Content, Shape};
use vizitka::domain::listing::{Filter, Order};
use vizitka::domain::profile::{Medium, PoliticalRole, Stage};
use vizitka::domain::term::Dictionary;
use vizitka::domain::{Card, CustomField, Operation, Progress};
use vizitka::error::{CellFault, Label, RowFault};
use vizitka::exchange::export::Export;
use vizitka::exchange::import::{Options, Report, Request};
use vizitka::exchange::{Choices, Delimiter, Mapping, Source, TableFormat};
use vizitka::i18n::{Language, Locale};
use vizitka::workspace::Workspace;

struct Base {
    folder: TempDir,
    workspace: Workspace,
}

impl Base {
    /// A base with a field of each shape for either register.
    fn new() -> Self {
        let mut workspace = Workspace::in_memory().unwrap();
        workspace
            .transact(Operation::FillWithSamples, |tx| {
                for kind in Kind::ALL {
                    for (position, shape) in (0..).zip(Shape::ALL) {
                        let name = format!("Поле {}", shape.name());
                        tx.save(&CustomField {
                            position,
                            ..CustomField::new(kind, name, *shape)
                        })?;
                    }
                }
                Ok(())
            })
            .unwrap();
        let folder = tempfile::tempdir().unwrap();
        Self { folder, workspace }
    }

    fn import(&mut self, table: &str, update_by: Option<Key>) -> Report {
        let path = self.folder.path().join("table.csv");
        std::fs::write(&path, table).unwrap();
        self.import_file(&path, update_by)
    }

    fn import_file(&mut self, path: &PathBuf, update_by: Option<Key>) -> Report {
        let fields = self.workspace.read().catalog().unwrap().fields;
        let choices = Choices {
            own: fields.iter().map(|field| field.name.clone()).collect(),
            ..Choices::default()
        };
        let source = Source::open_as(path, &choices).unwrap();
        let mapping = Mapping::guess_among(&source, &fields);
        let names = mapping.names();
        assert!(
            !names.iter().any(|name| name.ends_with(".ignore")),
            "{names:?}"
        );
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let options = Options {
            update_by,
            ..Options::new(mapping, today)
        };
        let request = Request::Table(Box::new(source), options);
        let progress = Progress::default();
        let plan = request.draft(self.workspace.read(), &progress).unwrap();
        let done = request.apply(&mut self.workspace, &progress).unwrap().value;
        assert_eq!(plan.report, done);
        assert_eq!(self.workspace.faults().unwrap(), [] as [String; 0]);
        done
    }

    fn export(&self, kind: Kind, language: Language) -> PathBuf {
        let path = self.folder.path().join("out.csv");
        let format = TableFormat::Csv(Delimiter::Semicolon);
        let locale = Locale::new(language);
        let reader = self.workspace.read();
        Export::whole(Filter::all(kind))
            .write(
                reader,
                (&path, format),
                &|key| locale.text(key),
                &Progress::default(),
            )
            .unwrap();
        path
    }

    fn card(&self, kind: Kind) -> Card {
        let reader = self.workspace.read();
        let ids = reader.order(&Filter::all(kind), Order::default(), &Progress::default());
        reader.cards(&ids.unwrap()).unwrap().pop().unwrap()
    }

    fn value(&self, card: &Card, shape: Shape) -> Vec<Content> {
        let catalog = self.workspace.read().catalog().unwrap();
        let mut fields = catalog.fields(card.client.kind);
        let field = fields.find(|field| field.shape == shape).unwrap();
        card.contents(field.id).cloned().collect()
    }

    fn terms(&self, dictionary: Dictionary) -> Vec<String> {
        let catalog = self.workspace.read().catalog().unwrap();
        catalog
            .terms(dictionary)
            .map(|term| term.name.clone())
            .collect()
    }
}

const PERSON: &str = "Фамилия;Имя;Сегмент рынка;Источник;Вид контрагента;Стадия отношений;\
    Следующий шаг;Дата следующего шага;Как удобнее связаться;Роль в решениях;Степень влияния;\
    Увлечения и интересы;Проверено;Кто рекомендовал;Поле text;Поле number;Поле money;Поле date;\
    Поле yes-no;Поле list;Поле multi-list;Поле link\n\
    Шах;Ольга;Банки;Выставка;Потребитель;Покупает;Позвонить;01.12.2026;Мессенджер;ЛПР;5;шахматы;\
    20.11.2026;ООО «Агат»;слово;1 234,5;99,90;01.02.2020;да;красный;а, б;ООО «Агат»\n";

fn filled() -> Base {
    let mut base = Base::new();
    base.import("Название\nООО «Агат»\n", None);
    let report = base.import(PERSON, None);
    assert_eq!((report.created, report.refused.len()), (1, 0), "{report:?}");
    assert_eq!(report.doubtful, []);
    base
}

#[test]
fn every_field_is_filled_and_missing_entries_of_dictionaries_are_made() {
    let base = filled();
    let card = base.card(Kind::Person);
    let client = &card.client;
    let catalog = base.workspace.read().catalog().unwrap();
    assert_eq!(catalog.term(client.segment), "Банки");
    assert_eq!(catalog.term(client.source), "Выставка");
    assert_eq!(catalog.term(client.category), "Потребитель");
    assert_eq!(client.stage, Some(Stage::Active));
    assert_eq!(client.next_step, "Позвонить");
    assert_eq!(client.next_step_on, NaiveDate::from_ymd_opt(2026, 12, 1));
    assert_eq!(client.preferred_medium, Some(Medium::Messenger));
    assert_eq!(client.political_role, Some(PoliticalRole::DecisionMaker));
    assert_eq!(client.influence, Some(5));
    assert_eq!(client.hobbies, "шахматы");
    let agat = base.card(Kind::Organization).client.id;
    assert_eq!(client.recommended_by, Some(agat));
    assert_eq!(
        base.value(&card, Shape::Text),
        [Content::Text("слово".into())]
    );
    assert_eq!(
        base.value(&card, Shape::Number),
        [Content::Number(1_234_500_000)]
    );
    assert_eq!(base.value(&card, Shape::Money), [Content::Money(9_990)]);
    assert_eq!(base.value(&card, Shape::YesNo), [Content::YesNo(true)]);
    assert_eq!(base.value(&card, Shape::Link), [Content::Link(agat)]);
    assert_eq!(base.value(&card, Shape::MultiList).len(), 2);
    assert_eq!(base.terms(Dictionary::Option), ["красный", "а", "б"]);
}

#[test]
fn one_undo_takes_the_entries_back_too() {
    let mut base = filled();
    base.workspace.undo().unwrap();
    assert_eq!(base.terms(Dictionary::Segment), [] as [&str; 0]);
    assert_eq!(base.terms(Dictionary::Option), [] as [&str; 0]);
}

#[test]
fn an_export_of_everything_changes_nothing_where_it_comes_from() {
    for language in [Language::Russian, Language::English] {
        let mut base = filled();
        let before = base.card(Kind::Person);
        let path = base.export(Kind::Person, language);
        let report = base.import_file(&path, Some(Key::Name));
        assert_eq!(
            (report.rows, report.unchanged),
            (1, 1),
            "{language:?} {report:?}"
        );
        assert_eq!(base.card(Kind::Person), before);
        let path = base.export(Kind::Organization, language);
        assert_eq!(base.import_file(&path, Some(Key::Name)).unchanged, 1);
    }
}

#[test]
fn the_same_table_twice_makes_no_entry_twice() {
    let mut base = filled();
    let report = base.import(PERSON, Some(Key::Name));
    assert_eq!((report.created, report.unchanged), (0, 1));
    assert_eq!(base.terms(Dictionary::Segment), ["Банки"]);
}

#[test]
fn a_value_that_cannot_stand_there_refuses_its_row() {
    let mut base = Base::new();
    let report = base.import(
        "Название;Стадия отношений;Поле number;Поле yes-no;Поле link\n\
         А;синяя;1;да;\nБ;;много;;\nВ;;;может быть;\nГ;;;;ООО «Нет такого»\n",
        None,
    );
    let reasons: Vec<_> = report
        .refused
        .iter()
        .map(|one| one.reason.clone())
        .collect();
    let named = |name: &str| Label::Named(name.into());
    let cell = |column, fault| RowFault::Cell { column, fault };
    assert_eq!(
        reasons,
        [
            cell(
                Label::Message("profile-stage"),
                CellFault::NotOneOf("синяя".into())
            ),
            cell(named("Поле number"), CellFault::NotANumber("много".into())),
            cell(
                named("Поле yes-no"),
                CellFault::NotYesOrNo("может быть".into())
            ),
        ]
    );
    assert_eq!(
        report.doubtful[0].reason,
        RowFault::NoClient("ООО «Нет такого»".into())
    );
}
