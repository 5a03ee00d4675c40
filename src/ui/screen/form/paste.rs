//! Pasting a sheet of requisites, a signature, a business card: what was recognised stands beside
//! what the form says, and only what is ticked is taken.

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::scrollable::RelativeOffset;
use iced::widget::{Id as Name, column, container, operation, row, text as words_of};
use iced::{Fill, FillPortion, Task as Command, Top, clipboard};

use super::{Form, Message as Outer, PAGE, Question, Sheet, accounts, employer, fields};
use crate::domain::client::Kind;
use crate::domain::paste::{self, Change, Newcomer, Proposal};
use crate::i18n::Locale;
use crate::ui::screen::{Action, Context, Press, Wish, words};
use crate::ui::style::{MEDIUM, Tone, size, spacing, surface};
use crate::ui::widget::{Element, Icon, button, dialog, focus, line, note, section, select, text};

/// The name of the list.
const LIST: &str = "pasted";
/// The width of the dialog, in logical pixels.
const WIDTH: f32 = 760.0;
/// The height of its list, in logical pixels, and that of a line of it.
const HIGHEST: f32 = 420.0;
const LINE: f32 = 52.0;

/// What was recognised, and what of it is taken.
#[derive(Debug)]
pub struct Paste {
    offers: Vec<(Proposal, bool)>,
    /// The marked line.
    at: usize,
}

/// What happened to what is pasted.
#[derive(Debug, Clone)]
pub enum Message {
    /// The clipboard is to be read.
    Ask,
    /// What it holds.
    Read(Option<String>),
    /// The mark moves down or up.
    Move(isize),
    /// The marked line is ticked, or no longer.
    ToggleMarked,
    /// A line is ticked, or no longer.
    Toggle(usize),
    /// What is ticked is taken.
    Apply,
    /// A person is not to be entered after all.
    Dismiss(usize),
}

impl Paste {
    /// What `text` says that the form does not; ticked is what takes the place of nothing.
    fn new(text: &str, sheet: &Sheet) -> Self {
        let pasted = paste::recognise(text);
        let offers = paste::propose(&sheet.typed.card, &pasted).into_iter();
        let is_new = |offer: &Proposal| match &offer.change {
            Change::Newcomer(newcomer) => !sheet.typed.newcomers.contains(newcomer),
            _ => true,
        };
        let offers = offers.filter(is_new).map(|offer| {
            let is_ticked = !offer.replaces();
            (offer, is_ticked)
        });
        Self {
            offers: offers.collect(),
            at: 0,
        }
    }

    /// The dialog.
    pub fn view<'a>(&'a self, kind: Kind, context: &'a Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let say = |message| Outer::Paste(message);
        let body: Element<'a, Outer> = if self.offers.is_empty() {
            text::body(locale.text("form-paste-nothing")).into()
        } else {
            let lines = self.offers.iter().enumerate();
            let lines = lines.map(|(at, offer)| offer_line(at, offer, at == self.at, kind, locale));
            let height = (self.offers.len() as f32 * LINE).min(HIGHEST);
            let lines = section::scrolled_as(LIST, column(lines));
            let lines = container(lines).height(height);
            column![text::secondary(locale.text("form-paste-explained")), lines]
                .spacing(spacing::M)
                .into()
        };
        let ticked = self.offers.iter().filter(|(_, is_on)| *is_on).count();
        let label = locale.with("form-paste-apply", &[("count", ticked.into())]);
        let apply = button::primary(label)
            .tip("Enter")
            .on_press_maybe((ticked > 0).then(|| say(Message::Apply)));
        dialog::dialog(locale.text("form-paste"), body)
            .close(locale.text("form-cancel"), Outer::Stay)
            .button(button::secondary(locale.text("form-cancel")).on_press(Outer::Stay))
            .button(apply)
            .width(WIDTH)
            .into()
    }
}

/// What is changed, what the form says now, and what the text says.
fn offer_line<'a>(
    at: usize,
    (offer, is_ticked): &'a (Proposal, bool),
    is_marked: bool,
    kind: Kind,
    locale: &Locale,
) -> Element<'a, Outer> {
    let toggle = Outer::Paste(Message::Toggle(at));
    let tick = select::check(label(&offer.change, kind, locale), *is_ticked, {
        let toggle = toggle.clone();
        move |_| toggle.clone()
    });
    let value = words_of(&offer.value).size(size::BASE).font(MEDIUM);
    let before = offer.replaces().then(|| {
        let said = locale.with(
            "form-paste-replaces",
            &[("value", (&*offer.present).into())],
        );
        text::hint(said).style(surface::toned(Tone::Warning))
    });
    let doubt = offer.doubt.as_ref();
    let doubt = doubt.map(|doubt| note::under(locale.doubt(doubt), Tone::Warning));
    let told = column![
        value.wrapping(words_of::Wrapping::WordOrGlyph),
        before,
        doubt
    ]
    .spacing(2.0)
    .width(FillPortion(5));
    let face = row![container(tick).width(FillPortion(3)), told]
        .spacing(spacing::M)
        .align_y(Top);
    line::line(face, is_marked, toggle)
}

fn label(change: &Change, kind: Kind, locale: &Locale) -> String {
    match change {
        Change::Text(field) => locale.text_field(kind, *field),
        Change::Contact(channel) => words::channel(locale, *channel),
        Change::Address(purpose, _) => {
            let purpose = words::purpose(locale, kind, *purpose);
            format!(
                "{}: {}",
                locale.text("card-address"),
                purpose.to_lowercase()
            )
        }
        Change::Number(_) => locale.text("card-account"),
        Change::Bank(_) => locale.text("card-bank"),
        Change::Bik(_) => locale.text("card-bik"),
        Change::Correspondent(_) => locale.text("card-correspondent"),
        Change::Newcomer(_) => locale.text("form-paste-newcomer"),
        Change::Employer => locale.text("card-employer"),
    }
}

/// The people who are entered together with the organisation; nothing where there is nobody.
pub fn newcomers<'a>(sheet: &'a Sheet, context: &Context) -> Option<Element<'a, Outer>> {
    let newcomers = &sheet.typed.newcomers;
    let lines = newcomers.iter().enumerate().map(|(at, newcomer)| {
        let said = context
            .locale
            .with("form-newcomer", &[("name", told(newcomer).into())]);
        let dismiss = Outer::Paste(Message::Dismiss(at));
        let button = button::tool(Icon::Close, context.locale.text("form-newcomer-dismiss"))
            .compact()
            .on_press(dismiss);
        note::note(said, Tone::Accent, Some(button.reachable()))
    });
    (!newcomers.is_empty()).then(|| column(lines).spacing(spacing::S).width(Fill).into())
}

fn told(newcomer: &Newcomer) -> String {
    let name = newcomer.name.iter().filter(|part| !part.is_empty());
    let name: Vec<&str> = name.map(String::as_str).collect();
    match newcomer.position.trim() {
        "" => name.join(" "),
        position => format!("{} · {position}", name.join(" ")),
    }
}

impl Form {
    /// What a key does to what is pasted; `None` for one that belongs to the form.
    pub(super) fn press_paste(&self, press: &Press) -> Option<Message> {
        let Some(Question::Paste(_)) = &self.question else {
            let is_paste =
                press.modifiers.command() && press.modifiers.shift() && press.latin == Some('v');
            return is_paste.then_some(Message::Ask);
        };
        if press.is_captured {
            return None; // a button of the dialog has the keyboard
        }
        match press.key {
            Key::Named(Named::ArrowDown) => Some(Message::Move(1)),
            Key::Named(Named::ArrowUp) => Some(Message::Move(-1)),
            Key::Named(Named::Space) => Some(Message::ToggleMarked),
            Key::Named(Named::Enter) => Some(Message::Apply),
            _ => None,
        }
    }

    pub(super) fn update_paste(&mut self, message: Message, context: &Context) -> Action<Outer> {
        let Some(sheet) = &mut self.sheet else {
            return Action::none();
        };
        let paste = match &mut self.question {
            Some(Question::Paste(paste)) => Some(paste),
            _ => None,
        };
        match (message, paste) {
            (Message::Ask, _) if context.is_read_only => {}
            (Message::Ask, _) => {
                let read = clipboard::read();
                return Action::run(read.map(|text| Outer::Paste(Message::Read(text))));
            }
            (Message::Read(text), _) => {
                let text = text.unwrap_or_default();
                if text.trim().is_empty() {
                    return Action::wish(Wish::Say(context.locale.text("form-paste-empty")));
                }
                self.question = Some(Question::Paste(Paste::new(&text, sheet)));
            }
            (Message::Dismiss(at), _) => {
                if at < sheet.typed.newcomers.len() {
                    sheet.typed.newcomers.remove(at);
                }
            }
            (Message::Move(by), Some(paste)) => {
                let last = paste.offers.len().saturating_sub(1);
                paste.at = paste.at.saturating_add_signed(by).min(last);
                let y = paste.at as f32 / last.max(1) as f32;
                let place = RelativeOffset { x: 0.0, y };
                return Action::run(operation::snap_to(LIST, place));
            }
            (Message::ToggleMarked, Some(paste)) => paste.toggle(paste.at),
            (Message::Toggle(at), Some(paste)) => {
                paste.at = at;
                paste.toggle(at);
            }
            (Message::Apply, Some(paste)) => {
                let chosen = paste.offers.iter().filter(|(_, is_on)| *is_on);
                let chosen: Vec<Proposal> = chosen.map(|(offer, _)| offer.clone()).collect();
                self.question = None;
                return Action::run(sheet.take(&chosen, context));
            }
            (_, None) => {}
        }
        Action::none()
    }
}

impl Paste {
    fn toggle(&mut self, at: usize) {
        if let Some((_, is_on)) = self.offers.get_mut(at) {
            *is_on = !*is_on;
        }
    }
}

impl Sheet {
    /// Takes what was chosen of a pasted text into the fields.
    fn take(&mut self, chosen: &[Proposal], context: &Context) -> Command<Outer> {
        paste::apply(&mut self.typed.card, chosen);
        let mut commands = vec![self.ask_inn(context)];
        for offer in chosen {
            match &offer.change {
                // The sex follows the name.
                Change::Text(field) => self.typed.set_text(*field, offer.value.clone()),
                Change::Newcomer(newcomer) => self.typed.newcomers.push(newcomer.clone()),
                Change::Employer => {
                    let typed = employer::Message::Typed(offer.value.clone());
                    commands.push(self.update(Outer::Employer(typed), context));
                }
                _ => {}
            }
        }
        commands.push(focus::on(PAGE.into(), self.to_look_at(chosen)));
        Command::batch(commands)
    }

    /// The field where one goes on: the first number that is in doubt, else the name.
    fn to_look_at(&self, chosen: &[Proposal]) -> Name {
        let doubted = chosen.iter().filter(|offer| offer.doubt.is_some());
        let mut places = doubted.filter_map(|offer| match offer.change {
            Change::Text(field) => Some(field.name().into()),
            Change::Number(at) => {
                let account = self.typed.card.accounts.get(at)?;
                Some(accounts::name(account.id))
            }
            _ => None,
        });
        let first = fields::first(self.typed.card.client.kind);
        places.next().unwrap_or_else(|| first.into())
    }
}
