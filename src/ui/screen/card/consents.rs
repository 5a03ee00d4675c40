//! Consents to mailings and to keeping personal data: the word that counts, and all words before.

mod editor;

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{column, container, hover, row};
use iced::{Center, Fill};

use super::parts::{part, shown};
use super::section::{Part, Place, Section, Side};
use super::tabs::Tab;
use super::{Message as Outer, PAGE, Sheet, write};
use crate::domain::client::Kind;
use crate::domain::note::ConsentSubject;
use crate::domain::{Card, Consent, Operation};
use crate::error::Result;
use crate::i18n::Locale;
use crate::ui::screen::{Action, Context};
use crate::ui::style::{Tone, spacing};
use crate::ui::widget::keyed::{keyed, pressable};
use crate::ui::widget::{Element, Icon, badge, button, focus, section, text};
use crate::workspace::Reader;

use editor::Editor;

/// The consents, and the word that is being entered.
#[derive(Debug, Default)]
pub struct Consents {
    editor: Option<Editor>,
    /// Whether words that no longer count are shown too.
    is_whole: bool,
}

/// What happened to the consents.
#[derive(Debug, Clone)]
pub enum Message {
    /// A new word on a subject is to be entered.
    Add(ConsentSubject),
    /// A word is to be changed.
    Edit(Consent),
    /// It was given, or refused.
    Given(bool),
    /// The day was typed.
    Day(String),
    /// The ground was typed.
    Ground(String),
    /// It is to be saved.
    Save,
    /// It stands in the base.
    Saved,
    /// What was typed is given up.
    Cancel,
    /// A word is to be removed.
    Remove(Consent),
    /// Words that no longer count are to be shown, or no more.
    Whole(bool),
}

impl Section for Consents {
    const PLACE: Place = Place {
        tab: Tab::Overview,
        side: Side::Right,
    };
    type Facts = Vec<Consent>;
    type Message = Message;

    fn read(reader: Reader<'_>, card: &Card) -> Result<Vec<Consent>> {
        let mut words: Vec<Consent> = reader.rows_on(card.client.id)?;
        words.sort_by_key(|word| std::cmp::Reverse((word.decided_on, word.id)));
        Ok(words)
    }

    fn update(&mut self, message: Message, sheet: &Sheet, context: &Context) -> Action<Outer> {
        match message {
            Message::Add(_) | Message::Edit(_) if context.is_read_only || self.is_dirty() => {}
            Message::Add(subject) => {
                let today = chrono::Local::now().date_naive();
                let word = Consent::new(sheet.card.client.id, subject, true, today);
                return self.open(word, &context.locale);
            }
            Message::Edit(word) => return self.open(word, &context.locale),
            Message::Given(is_given) => self.edit(|editor| editor.is_given = is_given),
            Message::Day(day) => self.edit(|editor| editor.day = day),
            Message::Ground(ground) => self.edit(|editor| editor.ground = ground),
            Message::Save => return self.save(context),
            Message::Saved | Message::Cancel => self.editor = None,
            Message::Remove(word) => {
                return write(Operation::ChangeConsents, None, context, move |tx| {
                    tx.delete(&word)
                });
            }
            Message::Whole(is_whole) => self.is_whole = is_whole,
        }
        Action::none()
    }

    fn is_dirty(&self) -> bool {
        self.editor.as_ref().is_some_and(Editor::is_dirty)
    }

    fn fold(&mut self) -> bool {
        self.editor.take().is_some()
    }

    fn view<'a>(&'a self, sheet: &'a Sheet, context: &'a Context) -> Option<Element<'a, Outer>> {
        let words = &sheet.facts.consents;
        let subjects = subjects(sheet.card.client.kind);
        let blocks = subjects
            .iter()
            .map(|subject| self.subject(*subject, words, context));
        Some(part(context.locale.text("consents-title"), None, blocks))
    }
}

fn say(message: Message) -> Outer {
    Outer::Part(Part::Consents(message))
}

/// What a client of that register may be asked to agree to.
fn subjects(kind: Kind) -> &'static [ConsentSubject] {
    match kind {
        Kind::Organization => &[ConsentSubject::Mailing],
        Kind::Person => ConsentSubject::ALL,
    }
}

/// The words that count, for the head of the card.
pub fn chips<'a>(sheet: &Sheet, locale: &Locale) -> Vec<Element<'a, Outer>> {
    let words = &sheet.facts.consents;
    let current = ConsentSubject::ALL.iter();
    let current = current.filter_map(|subject| Consent::current(words, *subject));
    let chip = |word: &Consent| {
        let subject = locale.consent_subject(word.subject);
        let label = format!("{subject}: {}", said(word, locale));
        let glyph = if word.is_given {
            Icon::Check
        } else {
            Icon::Close
        };
        badge::with_icon(glyph, label, tone(word))
    };
    current.map(chip).collect()
}

fn said(word: &Consent, locale: &Locale) -> String {
    locale.text(match word.is_given {
        true => "consents-given",
        false => "consents-refused",
    })
}

fn tone(word: &Consent) -> Tone {
    if word.is_given {
        Tone::Free
    } else {
        Tone::Busy
    }
}

impl Consents {
    fn open(&mut self, word: Consent, locale: &Locale) -> Action<Outer> {
        self.editor = Some(Editor::new(word, locale));
        Action::run(focus::on(PAGE.into(), editor::GROUND.into()))
    }

    fn edit(&mut self, change: impl FnOnce(&mut Editor)) {
        if let Some(editor) = &mut self.editor {
            change(editor);
        }
    }

    fn save(&mut self, context: &Context) -> Action<Outer> {
        let Some(editor) = &mut self.editor else {
            return Action::none();
        };
        let Some(word) = editor.word() else {
            editor.is_checked = true;
            return Action::run(focus::on(PAGE.into(), editor::DAY.into()));
        };
        let then = Some(Part::Consents(Message::Saved));
        write(Operation::ChangeConsents, then, context, move |tx| {
            tx.save(&word).map(drop)
        })
    }

    /// What was said on a subject, the word that counts first.
    fn subject<'a>(
        &'a self,
        subject: ConsentSubject,
        words: &'a [Consent],
        context: &'a Context,
    ) -> Element<'a, Outer> {
        let locale = &context.locale;
        let can_add = !context.is_read_only && self.editor.is_none();
        let add = button::ghost(locale.text("consents-add"))
            .icon(Icon::Plus)
            .compact()
            .on_press_maybe(can_add.then(|| say(Message::Add(subject))));
        let add = pressable(add, can_add.then(|| say(Message::Add(subject))));
        let head = section::section(locale.consent_subject(subject), Some(add));
        let new = self.editor.as_ref();
        let new = new.filter(|it| it.base.version == 0 && it.base.subject == subject);
        let mut lines: Vec<Element<'a, Outer>> =
            new.map(|it| it.view(context)).into_iter().collect();
        let said: Vec<&Consent> = words
            .iter()
            .filter(|word| word.subject == subject)
            .collect();
        let count = if self.is_whole { said.len() } else { 1 };
        lines.extend(said.iter().take(count).map(|word| self.word(word, context)));
        if said.is_empty() && new.is_none() {
            lines.push(shown(text::hint(locale.text("consents-none"))));
        }
        if said.len() > 1 {
            let label = match self.is_whole {
                true => locale.text("consents-fewer"),
                false => locale.with("consents-more", &[("count", (said.len() - 1).into())]),
            };
            let more = button::link(label).on_press(say(Message::Whole(!self.is_whole)));
            lines.push(more.into());
        }
        column![head, column(lines)].into()
    }

    fn word<'a>(&'a self, word: &'a Consent, context: &'a Context) -> Element<'a, Outer> {
        match &self.editor {
            Some(editor) if editor.base.id == word.id => editor.view(context),
            _ => known(word, context),
        }
    }
}

/// A word. With the focus Enter changes it, Delete removes it.
fn known<'a>(word: &'a Consent, context: &Context) -> Element<'a, Outer> {
    let locale = &context.locale;
    let state = badge::badge(said(word, locale), tone(word));
    let told = match word.ground.trim() {
        "" => locale.date(word.decided_on),
        ground => format!("{} · {ground}", locale.date(word.decided_on)),
    };
    let face = row![state, super::parts::wrapped(told)]
        .spacing(spacing::S)
        .align_y(Center);
    if context.is_read_only {
        return shown(face);
    }
    let tool = |glyph, tip, message| {
        Element::from(
            button::tool(glyph, tip)
                .framed()
                .compact()
                .on_press(say(message)),
        )
    };
    let tools = row![
        tool(
            Icon::Pencil,
            locale.text("card-edit"),
            Message::Edit(word.clone())
        ),
        tool(
            Icon::Trash,
            locale.text("consents-remove"),
            Message::Remove(word.clone())
        ),
    ]
    .spacing(spacing::XS);
    let tools = container(tools).align_right(Fill);
    keyed(hover(shown(face), tools), |key| match key {
        Key::Named(Named::Enter) => Some(say(Message::Edit(word.clone()))),
        Key::Named(Named::Delete) => Some(say(Message::Remove(word.clone()))),
        _ => None,
    })
}
