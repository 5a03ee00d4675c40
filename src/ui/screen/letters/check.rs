//! The third step: who gets a letter, who does not and why, and how each looks.

use iced::widget::{column, container, row, space};
use iced::{Center, Fill, Length, Padding};

use super::{Command, Context, Letters, Message as Outer};
use crate::documents::letters::{Checked, Tally, Verdict, Writer};
use crate::domain::{Client, Id};
use crate::error::Result;
use crate::i18n::Locale;
use crate::ui::style::{MEDIUM, Tone, spacing, surface};
use crate::ui::widget::sheet::{self, Sheets};
use crate::ui::widget::table::{self, Column, Row, table};
use crate::ui::widget::{Element, Icon, badge, button, ellipsis, empty, note, section, tabs};

/// How the width is shared between the list and a letter.
const PARTS: [Length; 2] = [Length::FillPortion(6), Length::FillPortion(5)];

/// Who is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// Everybody.
    #[default]
    All,
    /// Those whose letter can be made.
    Ready,
    /// Those whose letter cannot.
    Hindered,
    /// Those who are left out.
    LeftOut,
}

/// What is looked at.
#[derive(Debug, Default)]
pub struct Look {
    pub(super) table: table::State,
    pub(super) tab: Tab,
    /// Which of the looked at the tab lists.
    listed: Vec<usize>,
    /// Whose letter is shown, and what it says.
    letter: Option<(Id<Client>, Option<Result<Sheets>>)>,
}

/// What happened in the list.
#[derive(Debug, Clone)]
pub enum Message {
    /// Others are to be listed.
    TabChosen(Tab),
    /// Something happened in the table.
    Table(table::Message),
    /// The keyboard goes to another row.
    Stepped(table::Step),
    /// The letter to that client.
    Shown(Id<Client>, Result<Sheets>),
}

impl Tab {
    const ALL: [Self; 4] = [Self::All, Self::Ready, Self::Hindered, Self::LeftOut];

    /// The tab so many places further, in a ring.
    pub fn neighbour(self, by: isize) -> Self {
        let now = Self::ALL.iter().position(|tab| *tab == self).unwrap_or(0);
        let count = Self::ALL.len();
        Self::ALL[(now + count).wrapping_add_signed(by) % count]
    }

    fn lists(self, one: &Checked) -> bool {
        match (self, &one.verdict) {
            (Self::All, _)
            | (Self::Ready, Verdict::Ready)
            | (Self::Hindered, Verdict::Hindered(_))
            | (Self::LeftOut, Verdict::LeftOut(_)) => true,
            (Self::Ready | Self::Hindered | Self::LeftOut, _) => false,
        }
    }
}

impl Letters {
    /// Shows what was found, the first row chosen.
    pub(super) fn begin_look(&mut self, context: &Context) -> Command<Outer> {
        self.look.tab = Tab::All;
        self.list(context)
    }

    fn list(&mut self, context: &Context) -> Command<Outer> {
        let tab = self.look.tab;
        let all = self.looked_at().iter().enumerate();
        let listed = all.filter(|(_, one)| tab.lists(one)).map(|(at, _)| at);
        let listed: Vec<_> = listed.collect();
        let count = listed.len() as u64;
        self.look.listed = listed;
        self.look.table.restart();
        self.look.table.set_cursor(Some(0), count);
        self.show_letter(context)
    }

    pub(super) fn update_look(&mut self, message: Message, context: &Context) -> Command<Outer> {
        let count = self.look.listed.len() as u64;
        match message {
            Message::TabChosen(tab) => {
                self.look.tab = tab;
                return self.list(context);
            }
            Message::Table(message) => {
                self.look.table.update(message, count);
            }
            Message::Stepped(step) => {
                self.look.table.step(step, count);
            }
            Message::Shown(client, letter) => {
                if let Some((known, shown)) = &mut self.look.letter
                    && *known == client
                {
                    *shown = Some(letter);
                }
                return Command::none();
            }
        }
        self.show_letter(context)
    }

    /// The recipient under the cursor.
    fn at_hand(&self) -> Option<&Checked> {
        let row = usize::try_from(self.look.table.cursor()?).ok()?;
        self.looked_at().get(*self.look.listed.get(row)?)
    }

    /// Asks for the letter to the recipient under the cursor, unless it is shown already.
    fn show_letter(&mut self, context: &Context) -> Command<Outer> {
        let known = self.look.letter.as_ref().map(|(client, _)| *client);
        let Some(one) = self.at_hand().filter(|one| one.is_ready()) else {
            self.look.letter = None;
            return Command::none();
        };
        let client = one.client;
        let Some((mailing, _)) = self.checked.clone().filter(|_| known != Some(client)) else {
            return Command::none();
        };
        self.look.letter = Some((client, None));
        let contents = context.worker.contents();
        let language = mailing.language(context.locale.language());
        let letter = context.worker.read(move |reader| {
            let locale = Locale::new(language);
            let writer = Writer::new((reader, &contents), &mailing, &locale)?;
            Ok(Sheets::set(&writer.preview(client)?))
        });
        Command::perform(letter, move |letter| {
            Outer::Look(Message::Shown(client, letter))
        })
    }

    /// The step.
    pub(super) fn check_view<'a>(&'a self, context: &'a Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let list = column![
            tabs::wrapped(self.check_tabs(locale), spacing::XL),
            self.check_list(locale)
        ];
        row![
            container(list).width(PARTS[0]).height(Fill),
            section::vertical_divider(),
            container(self.letter(locale)).width(PARTS[1]).height(Fill)
        ]
        .into()
    }

    fn check_tabs<'a>(&self, locale: &Locale) -> Vec<tabs::Tab<'a, Outer>> {
        let tally = Tally::of(self.looked_at());
        let all = [
            (
                Tab::All,
                "letters-tab-all",
                self.looked_at().len(),
                Tone::Neutral,
            ),
            (Tab::Ready, "letters-tab-ready", tally.ready, Tone::Free),
            (
                Tab::Hindered,
                "letters-tab-hindered",
                tally.hindered,
                Tone::Busy,
            ),
            (
                Tab::LeftOut,
                "letters-tab-left-out",
                tally.left_out,
                Tone::Warning,
            ),
        ];
        let tabs = all.into_iter().map(|(tab, key, count, tone)| {
            let tone = if count > 0 { tone } else { Tone::Neutral };
            let count = locale.with("import-figure", &[("count", count.into())]);
            let pressed = Outer::Look(Message::TabChosen(tab));
            let is_chosen = tab == self.look.tab;
            tabs::tab(locale.text(key), is_chosen, pressed).badge(badge::count(count, tone))
        });
        tabs.collect()
    }

    fn check_list<'a>(&'a self, locale: &'a Locale) -> Element<'a, Outer> {
        let count = self.look.listed.len() as u64;
        if count == 0 {
            let (title, hint) = match self.look.tab {
                Tab::All | Tab::Ready => ("letters-none-ready", "letters-none-ready-hint"),
                Tab::Hindered => ("letters-none-hindered", "letters-none-hindered-hint"),
                Tab::LeftOut => ("letters-none-left-out", "letters-none-left-out-hint"),
            };
            let (title, hint) = (locale.text(title), locale.text(hint));
            return empty::empty(Icon::CircleCheck, title, hint, None);
        }
        let columns = vec![
            Column::new("who", locale.text("letters-column-who"), 260.0).narrowest(150.0),
            Column::new("where", locale.text("letters-column-where"), 170.0).narrowest(110.0),
            Column::new("verdict", locale.text("letters-column-verdict"), 220.0)
                .narrowest(130.0)
                .grows(),
        ];
        let build = move |index: u64| {
            let at = self.look.listed.get(usize::try_from(index).ok()?)?;
            let one = self.looked_at().get(*at)?;
            let is_at = self.look.table.cursor() == Some(index);
            Some(Row::new(cells(one, locale)).selected(is_at))
        };
        let said = |message| Outer::Look(Message::Table(message));
        let table = table(&self.look.table, count, columns, build, said);
        container(Element::from(table))
            .width(Fill)
            .height(Fill)
            .style(surface::panel)
            .into()
    }

    /// The letter to the recipient under the cursor.
    fn letter<'a>(&'a self, locale: &Locale) -> Element<'a, Outer> {
        let Some(one) = self.at_hand() else {
            return space().into();
        };
        let step = |icon, tip, step| {
            let said = Outer::Look(Message::Stepped(step));
            let tool = button::tool(icon, locale.text(tip)).compact().framed();
            tool.on_press(said).reachable()
        };
        let head = row![
            ellipsis(one.name.clone()).font(MEDIUM).width(Fill),
            step(Icon::ChevronUp, "letters-previous", table::Step::Up),
            step(Icon::ChevronDown, "letters-next", table::Step::Down),
        ]
        .spacing(spacing::XS)
        .align_y(Center);
        let head = container(head).padding(Padding::from([spacing::S, spacing::L]));
        let body: Element<'a, Outer> = match (&one.verdict, &self.look.letter) {
            (Verdict::Ready, Some((_, Some(Ok(pages))))) => sheet::sheets(pages),
            (Verdict::Ready, Some((_, Some(Err(error))))) => {
                let told = note::note(locale.error(error), Tone::Busy, None);
                container(told).padding(spacing::L).into()
            }
            (Verdict::Ready, _) => space().into(),
            (verdict, _) => {
                let (words, tone) = said(verdict, locale);
                container(note::note(words, tone, None))
                    .padding(spacing::L)
                    .into()
            }
        };
        column![head, section::divider(), body].into()
    }
}

fn cells<'a>(one: &Checked, locale: &Locale) -> Vec<Element<'a, Outer>> {
    let name = match one.name.is_empty() {
        true => locale.text("letters-nameless"),
        false => one.name.clone(),
    };
    let (words, tone) = said(&one.verdict, locale);
    let verdict: Element<'a, Outer> = match one.is_ready() {
        true => badge::with_icon(Icon::Check, words, tone),
        false => ellipsis(words).style(surface::toned(tone)).into(),
    };
    vec![
        ellipsis(name).font(MEDIUM).into(),
        ellipsis(one.organisation.clone())
            .style(surface::secondary)
            .into(),
        verdict,
    ]
}

/// What was found, in words.
pub(super) fn said(verdict: &Verdict, locale: &Locale) -> (String, Tone) {
    match verdict {
        Verdict::Ready => (locale.text("letters-ready"), Tone::Free),
        Verdict::Hindered(all) => {
            let all: Vec<_> = all.iter().map(|one| locale.hindrance(one)).collect();
            (all.join("; "), Tone::Busy)
        }
        Verdict::LeftOut(omission) => (locale.omission(*omission), Tone::Warning),
    }
}
