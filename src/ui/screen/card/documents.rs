//! The identity documents of a person.

use chrono::{Local, NaiveDate};
use iced::widget::{column, row};
use iced::{Center, Fill};

use super::entries::{adds, editor, entry, side_by_side};
use super::parts::{nothing, part};
use super::section::{Part, Place, Section, Side};
use super::tabs::Tab;
use super::{Message as Outer, PAGE, Sheet, write};
use crate::domain::biography::DocumentKind;
use crate::domain::client::Kind;
use crate::domain::{Birthday, Card, Client, Doubt, Id, IdentityDocument, Operation, day};
use crate::error::Result;
use crate::i18n::Locale;
use crate::ui::screen::{Action, Context, Press};
use crate::ui::style::{MEDIUM, Tone, size, spacing, surface};
use crate::ui::widget::field::Field;
use crate::ui::widget::{Element, Icon, avatar, choice, ellipsis, field, focus, note};
use crate::workspace::Reader;

/// The name by which the first field is focused.
const SERIES: &str = "document series";
/// The side of the sign of a document, in logical pixels.
const SIGN: f32 = 28.0;

/// The documents of a person.
#[derive(Debug, Default)]
pub struct Documents {
    editor: Option<Editor>,
}

/// A document being typed.
#[derive(Debug)]
struct Editor {
    start: Draft,
    draft: Draft,
    is_checked: bool,
}

#[derive(Debug, Clone, PartialEq)]
struct Draft {
    document: IdentityDocument,
    issued_on: String,
    expires_on: String,
}

/// A text of a document.
#[derive(Debug, Clone, Copy)]
pub enum Text {
    /// The series.
    Series,
    /// The number.
    Number,
    /// Who issued it.
    IssuedBy,
    /// When it was issued.
    IssuedOn,
    /// The last day it is valid.
    ExpiresOn,
}

/// What happened to the documents.
#[derive(Debug, Clone)]
pub enum Message {
    /// A document is to be entered.
    Add,
    /// A document is to be changed.
    Edit(Id<IdentityDocument>),
    /// A document is to be removed.
    Remove(Id<IdentityDocument>),
    /// What it is was chosen.
    Kind(DocumentKind),
    /// A text was typed.
    Typed(Text, String),
    /// What was typed is to be saved.
    Save,
    /// What was typed is done with.
    Close,
}

fn say(message: Message) -> Outer {
    Outer::Part(Part::Documents(message))
}

impl Section for Documents {
    const PLACE: Place = Place {
        tab: Tab::Biography,
        side: Side::Left,
    };
    type Facts = Vec<IdentityDocument>;
    type Message = Message;

    fn belongs_to(kind: Kind) -> bool {
        kind == Kind::Person
    }

    fn read(reader: Reader<'_>, card: &Card) -> Result<Self::Facts> {
        reader.rows_on(card.client.id)
    }

    fn update(&mut self, message: Message, sheet: &Sheet, context: &Context) -> Action<Outer> {
        let locale = &context.locale;
        let mut all = sheet.facts.documents.iter();
        match message {
            Message::Add => {
                let kind = DocumentKind::Passport;
                let document = IdentityDocument::new(sheet.card.client.id, kind);
                return self.edit(document, locale);
            }
            Message::Edit(id) => {
                if let Some(document) = all.find(|one| one.id == id) {
                    return self.edit(document.clone(), locale);
                }
            }
            Message::Remove(id) => {
                if let Some(document) = all.find(|one| one.id == id).cloned() {
                    return write(Operation::EditDocuments, None, context, move |tx| {
                        tx.delete(&document)
                    });
                }
            }
            Message::Kind(kind) => {
                if let Some(editor) = &mut self.editor {
                    editor.draft.document.kind = kind;
                }
            }
            Message::Typed(place, text) => {
                if let Some(editor) = &mut self.editor {
                    *editor.draft.place(place) = text;
                }
            }
            Message::Save => return self.save(context),
            Message::Close => self.editor = None,
        }
        Action::none()
    }

    fn press(&mut self, press: &Press, _: &Sheet, context: &Context) -> Option<Action<Outer>> {
        let is_save = press.is_command('s') && self.editor.is_some();
        is_save.then(|| self.save(context))
    }

    fn is_dirty(&self) -> bool {
        let editor = self.editor.as_ref();
        editor.is_some_and(|editor| editor.draft != editor.start)
    }

    fn fold(&mut self) -> bool {
        self.editor.take().is_some()
    }

    fn view<'a>(&'a self, sheet: &'a Sheet, context: &'a Context) -> Option<Element<'a, Outer>> {
        let locale = &context.locale;
        let client = &sheet.card.client;
        let documents = &sheet.facts.documents;
        let is_edited = |id| {
            self.editor
                .as_ref()
                .is_some_and(|it| it.draft.document.id == id)
        };
        let mut lines: Vec<Element<'a, Outer>> = Vec::new();
        for document in documents {
            lines.push(match &self.editor {
                Some(editor) if is_edited(document.id) => editor.view(client, context),
                _ => line(document, client, context),
            });
        }
        let is_known = |editor: &&Editor| editor.draft.document.version > 0;
        if let Some(editor) = self.editor.as_ref().filter(|it| !is_known(it)) {
            lines.push(editor.view(client, context));
        }
        if lines.is_empty() {
            lines.push(nothing(locale.text("documents-none")));
        }
        let add = adds(locale.text("documents-add"), say(Message::Add), context);
        Some(part(locale.text("documents-title"), Some(add), lines))
    }
}

impl Documents {
    fn edit(&mut self, document: IdentityDocument, locale: &Locale) -> Action<Outer> {
        let shown = |day: Option<NaiveDate>| day.map(|day| locale.date(day)).unwrap_or_default();
        let draft = Draft {
            issued_on: shown(document.issued_on),
            expires_on: shown(document.expires_on),
            document,
        };
        self.editor = Some(Editor {
            start: draft.clone(),
            draft,
            is_checked: false,
        });
        Action::run(focus::on(PAGE.into(), SERIES.into()))
    }

    fn save(&mut self, context: &Context) -> Action<Outer> {
        let Some(editor) = &mut self.editor else {
            return Action::none();
        };
        editor.is_checked = true;
        let document = editor.draft.read();
        if !editor.draft.is_read() || document.is_blank() {
            return Action::none();
        }
        let closed = Some(Part::Documents(Message::Close));
        write(Operation::EditDocuments, closed, context, move |tx| {
            tx.save(&document).map(drop)
        })
    }
}

impl Draft {
    fn place(&mut self, text: Text) -> &mut String {
        match text {
            Text::Series => &mut self.document.series,
            Text::Number => &mut self.document.number,
            Text::IssuedBy => &mut self.document.issued_by,
            Text::IssuedOn => &mut self.issued_on,
            Text::ExpiresOn => &mut self.expires_on,
        }
    }

    /// The document as far as what is typed can be read.
    fn read(&self) -> IdentityDocument {
        let clean = |text: &str| text.trim().to_owned();
        IdentityDocument {
            series: clean(&self.document.series),
            number: clean(&self.document.number),
            issued_by: clean(&self.document.issued_by),
            issued_on: day::read(&self.issued_on, today()),
            expires_on: day::read(&self.expires_on, today()),
            ..self.document.clone()
        }
    }

    /// Whether every day that is typed is one.
    fn is_read(&self) -> bool {
        let days = [&self.issued_on, &self.expires_on];
        let is_day = |text: &&String| text.trim().is_empty() || day::read(text, today()).is_some();
        days.iter().all(is_day)
    }
}

impl Editor {
    fn view<'a>(&'a self, client: &Client, context: &'a Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let document = self.draft.read();
        let kinds = DocumentKind::ALL.iter();
        let kinds = kinds.map(|kind| (*kind, locale.document_kind(*kind)));
        let kind = choice::one_of(kinds, document.kind, |kind| say(Message::Kind(kind)));
        let is_blank = self.is_checked && document.is_blank();
        let doubts = doubts(&document, client.birthday);
        let text = |label: String, value: &'a str, place, doubt: Option<Doubt>| {
            field::field(label, value)
                .on_input(move |text| say(Message::Typed(place, text)))
                .on_submit(say(Message::Save))
                .warning(doubt.map(|doubt| locale.doubt(&doubt)))
        };
        let own = &self.draft.document;
        let series = text(
            locale.text("documents-series"),
            &own.series,
            Text::Series,
            doubts[0],
        )
        .id(SERIES)
        .error(is_blank.then(|| locale.text("documents-blank")));
        let number = text(
            locale.text("documents-number"),
            &own.number,
            Text::Number,
            doubts[1],
        );
        let by = locale.text("documents-issued-by");
        let by = text(by, &own.issued_by, Text::IssuedBy, None);
        let on = locale.text("documents-issued-on");
        let on = text(on, &self.draft.issued_on, Text::IssuedOn, doubts[2]);
        let until = locale.text("documents-expires-on");
        let until = text(until, &self.draft.expires_on, Text::ExpiresOn, doubts[3]);
        let day = |field: Field<'a, Outer>, typed: &str| {
            let is_unread = !typed.trim().is_empty() && day::read(typed, today()).is_none();
            let error = (self.is_checked && is_unread).then(|| locale.text("biography-no-day"));
            field
                .error(error)
                .placeholder(locale.text("biography-day-placeholder"))
        };
        let on = day(on, &self.draft.issued_on);
        let until = day(until, &self.draft.expires_on);
        let lines = [
            field::labelled(locale.text("documents-kind"), kind),
            side_by_side([(series, 2), (number, 3)]),
            by.into(),
            side_by_side([(on, 1), (until, 1)]),
        ];
        editor(lines, say(Message::Save), say(Message::Close), context)
    }
}

/// What is doubtful about series, number, day of issue and last day.
fn doubts(document: &IdentityDocument, born: Option<Birthday>) -> [Option<Doubt>; 4] {
    [
        document.series_doubt(),
        document.number_doubt(),
        document.issue_doubt(born, today()),
        document.expiry_doubt(today()),
    ]
}

fn line<'a>(
    document: &'a IdentityDocument,
    client: &Client,
    context: &'a Context,
) -> Element<'a, Outer> {
    let locale = &context.locale;
    let number = [document.series.trim(), document.number.trim()].join(" ");
    let kind = locale.document_kind(document.kind);
    let title = ellipsis(format!("{kind} {}", number.trim()).trim().to_owned())
        .font(MEDIUM)
        .size(size::BASE);
    let issued = document
        .issued_on
        .map(|day| locale.with("documents-issued", &[("day", locale.date(day).into())]));
    let until = document
        .expires_on
        .map(|day| locale.with("documents-valid", &[("day", locale.date(day).into())]));
    let by = document.issued_by.trim();
    let by = (!by.is_empty()).then(|| by.to_owned());
    let below: Vec<String> = [issued, by, until].into_iter().flatten().collect();
    let below = (!below.is_empty()).then(|| {
        ellipsis(below.join(" · "))
            .size(size::HINT)
            .style(surface::secondary)
    });
    let doubts = doubts(document, client.birthday).into_iter().flatten();
    let doubts = doubts.map(|doubt| note::under(locale.doubt(&doubt), Tone::Warning));
    let told = column![title, below].extend(doubts).width(Fill);
    let sign = avatar::tile(Icon::FileText, Tone::Neutral, SIGN);
    let face = row![sign, told].spacing(spacing::M).align_y(Center);
    entry(format!("document {}", document.id.raw()), face)
        .on_edit(say(Message::Edit(document.id)))
        .on_remove(say(Message::Remove(document.id)))
        .view(context)
}

fn today() -> NaiveDate {
    Local::now().date_naive()
}
