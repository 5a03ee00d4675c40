//! How the name and the position of a person are declined, and what the user makes of it.

use iced::widget::{column, operation, row};
use iced::{Center, Fill, Task as Command};

use super::{Message as Outside, Outer, Step, say};
use crate::domain::grammar::{Case, Correction};
use crate::domain::{Client, Id, Operation};
use crate::error::Result;
use crate::i18n::russian;
use crate::ui::screen::card::write;
use crate::ui::screen::{Action, Context, Wish};
use crate::ui::style::spacing;
use crate::ui::widget::{Element, button, dialog, field, segmented, text};

/// The first field.
const FIRST: &str = "card.cases.first";

/// What the dialog remembers.
#[derive(Debug)]
pub struct Cases {
    client: Id<Client>,
    /// The name, and the position where there is one; none until they are read.
    texts: Vec<Declined>,
    shown: usize,
}

/// A text with its forms.
#[derive(Debug, Clone)]
pub struct Declined {
    is_position: bool,
    text: String,
    /// By the rules, in the order of [`Case::OBLIQUE`].
    usual: [String; 5],
    /// As the user has them; empty where the rules are right.
    own: [String; 5],
}

/// What happened in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// The forms were read.
    Loaded(Result<Vec<Declined>>),
    /// The other text is to be shown.
    Shown(usize),
    /// A form was typed, of the case at that place.
    Typed(usize, String),
    /// All forms of the rules are wanted again.
    Reset,
    /// What was typed is to be kept.
    Saved,
}

impl Cases {
    /// The dialog, and what reads its forms.
    pub fn new(client: Id<Client>, context: &Context) -> (Self, Command<Outer>) {
        let read = context.worker.read(move |reader| {
            let card = reader.card(client)?;
            let corrections = reader.corrections()?;
            let own: Vec<_> = corrections
                .into_iter()
                .filter(|one| one.client == client)
                .collect();
            Ok(texts(&card.client, &own))
        });
        let read = Command::perform(read, |read| said(Message::Loaded(read)));
        let cases = Self {
            client,
            texts: Vec::new(),
            shown: 0,
        };
        (cases, read)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Step {
        match message {
            Message::Loaded(Ok(texts)) => {
                self.texts = texts;
                return Step::on(Action::run(operation::focus(FIRST)));
            }
            Message::Loaded(Err(error)) => return Step::over(Action::wish(Wish::Fail(error))),
            Message::Shown(at) => {
                self.shown = at;
                return Step::on(Action::run(operation::focus(FIRST)));
            }
            Message::Typed(at, form) => {
                if let Some(own) = self.shown_text().and_then(|text| text.own.get_mut(at)) {
                    *own = form;
                }
            }
            Message::Reset => {
                if let Some(text) = self.shown_text() {
                    text.own = Default::default();
                }
            }
            Message::Saved => return Step::over(self.save(context)),
        }
        Step::on(Action::none())
    }

    fn shown_text(&mut self) -> Option<&mut Declined> {
        self.texts.get_mut(self.shown)
    }

    fn save(&mut self, context: &Context) -> Action<Outer> {
        let (client, texts) = (self.client, std::mem::take(&mut self.texts));
        write(Operation::CorrectDeclension, None, context, move |tx| {
            for text in &texts {
                let forms = Case::OBLIQUE.into_iter().zip(text.corrected());
                let forms: Vec<_> = forms.collect();
                tx.correct_forms(client, &text.text, &forms)?;
            }
            Ok(())
        })
    }

    /// The dialog.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let close = say(Outside::Closed);
        let body = self
            .texts
            .get(self.shown)
            .map(|text| self.forms(text, context));
        let body = body.unwrap_or_else(|| text::hint(locale.text("cases-reading")).into());
        let reset = button::ghost(locale.text("cases-reset")).on_press(said(Message::Reset));
        let cancel = button::secondary(locale.text("cases-cancel")).on_press(close.clone());
        let save = button::primary(locale.text("cases-save"))
            .on_press_maybe((!self.texts.is_empty()).then(|| said(Message::Saved)));
        dialog::dialog(locale.text("cases-title"), body)
            .close(locale.text("cases-cancel"), close)
            .aside(reset)
            .button(cancel)
            .button(save)
            .width(560.0)
            .into()
    }

    fn forms<'a>(&'a self, text: &'a Declined, context: &'a Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let choices = self.texts.iter().enumerate().map(|(at, text)| {
            let label = match text.is_position {
                true => locale.text("cases-position"),
                false => locale.text("cases-name"),
            };
            (label, at == self.shown, said(Message::Shown(at)))
        });
        let choices = (self.texts.len() > 1).then(|| segmented::segmented(choices));
        let head = row![text::strong(&text.text).width(Fill), choices];
        let head = head.spacing(spacing::M).align_y(Center);
        let fields = Case::OBLIQUE.into_iter().enumerate().map(|(at, case)| {
            let input = field::field(locale.case(case), &text.own[at])
                .placeholder(&text.usual[at])
                .on_input(move |form| said(Message::Typed(at, form)))
                .on_submit(said(Message::Saved));
            match at {
                0 => input.id(FIRST).into(),
                _ => input.into(),
            }
        });
        column![
            head,
            column(fields).spacing(spacing::M),
            text::hint(locale.text("cases-hint"))
        ]
        .spacing(spacing::L)
        .into()
    }
}

impl Declined {
    fn new(client: &Client, text: &str, is_position: bool, known: &[Correction]) -> Self {
        let usual = Case::OBLIQUE.map(|case| russian::decline(text, case, client.sex));
        let own = Case::OBLIQUE.map(|case| {
            let mut known = known.iter();
            let known = known.find(|one| one.fits(text, case));
            known.map(|one| one.form.clone()).unwrap_or_default()
        });
        Self {
            is_position,
            text: text.to_owned(),
            usual,
            own,
        }
    }

    /// What differs from the rules; nothing is kept of a form that they make too.
    fn corrected(&self) -> [String; 5] {
        std::array::from_fn(|at| match self.own[at].trim() {
            own if own == self.usual[at] => String::new(),
            own => own.to_owned(),
        })
    }
}

/// What of a person is declined.
fn texts(client: &Client, known: &[Correction]) -> Vec<Declined> {
    let (title, position) = (client.title(), client.position.trim());
    let name = Declined::new(client, &title, false, known);
    let position = (!position.is_empty()).then(|| Declined::new(client, position, true, known));
    std::iter::once(name).chain(position).collect()
}

fn said(message: Message) -> Outer {
    say(Outside::Cases(message))
}
