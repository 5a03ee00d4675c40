//! The rates of value added tax, each with the days between which it holds.

use chrono::{Local, NaiveDate};
use iced::widget::{Column, column, container, row, space};
use iced::{Center, Fill, Top};

use super::super::lines::foot;
use super::{Part, Rows, write};
use crate::domain::sales::{TaxClass, TaxRate};
use crate::domain::{Id, day, decimal};
use crate::i18n::Locale;
use crate::ui::screen::settings::Message as Outer;
use crate::ui::screen::{Action, Context};
use crate::ui::style::{Tone, height, spacing};
use crate::ui::widget::{Element, Icon, badge, button, choice, ellipsis, field, section, text};

/// Hundredths of a per cent in the whole.
const WHOLE: i64 = 10_000;
/// The widths of what a line says, in logical pixels.
const CLASS: f32 = 210.0;
const RATE: f32 = 110.0;
const DAY: f32 = 150.0;

/// The rates as they are being edited.
#[derive(Debug, Default)]
pub(super) struct Tax {
    lines: Option<Vec<Line>>,
}

/// A rate as it is being typed.
#[derive(Debug, Clone)]
struct Line {
    base: TaxRate,
    rate: String,
    from: String,
    until: String,
}

/// A text of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    /// How much.
    Rate,
    /// The first day.
    From,
    /// The last day.
    Until,
}

/// What happened to the rates.
#[derive(Debug, Clone)]
pub enum Message {
    /// The rates are to be edited.
    EditPressed,
    /// A text was typed.
    Typed(usize, Text, String),
    /// What is taxed so was chosen.
    Chosen(usize, TaxClass),
    /// A line is to be added.
    Added,
    /// A line is to go.
    Removed(usize),
    /// The rates are whole.
    Submitted,
    /// They are to stay as they were.
    Left,
    /// Those of the country hold again.
    CountryPressed,
}

impl Line {
    fn new(base: TaxRate, locale: &Locale) -> Self {
        let day = |day: Option<NaiveDate>| day.map(|day| locale.date(day)).unwrap_or_default();
        Self {
            rate: locale.decimal(base.rate.saturating_mul(WHOLE)),
            from: day(base.valid_from),
            until: day(base.valid_until),
            base,
        }
    }

    /// The first and the last day; `None` where one cannot be read, or they lie the wrong way
    /// round.
    fn days(&self) -> Option<[Option<NaiveDate>; 2]> {
        let [from, until] = [&self.from, &self.until].map(|text| read_day(text));
        let (from, until) = (from?, until?);
        let is_sound = from.zip(until).is_none_or(|(from, until)| from <= until);
        is_sound.then_some([from, until])
    }

    fn rate(&self) -> Option<i64> {
        let rate = decimal::read(self.rate.trim().trim_end_matches('%'), 2)?;
        (0..=WHOLE).contains(&rate).then_some(rate)
    }

    /// The rate as it was typed; `None` where it cannot be read.
    fn read(&self) -> Option<TaxRate> {
        let [valid_from, valid_until] = self.days()?;
        Some(TaxRate {
            rate: self.rate()?,
            valid_from,
            valid_until,
            ..self.base.clone()
        })
    }
}

/// The day a text means, `None` in it for no end; `None` where it means none.
fn read_day(text: &str) -> Option<Option<NaiveDate>> {
    match text.trim() {
        "" | "–" | "—" | "-" => Some(None),
        text => day::read(text, Local::now().date_naive()).map(Some),
    }
}

impl Tax {
    /// Whether the rates are being edited.
    pub fn is_open(&self) -> bool {
        self.lines.is_some()
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, rows: &Rows, context: &Context) -> Action<Outer> {
        let locale = &context.locale;
        match message {
            Message::EditPressed => {
                let lines = rows.rates.iter().cloned();
                self.lines = Some(lines.map(|rate| Line::new(rate, locale)).collect());
            }
            Message::Typed(at, text, typed) => self.edit(at, |line| match text {
                Text::Rate => line.rate = typed,
                Text::From => line.from = typed,
                Text::Until => line.until = typed,
            }),
            Message::Chosen(at, class) => self.edit(at, |line| line.base.class = class),
            Message::Added => {
                let rate = TaxRate {
                    id: Id::generate(),
                    version: 0,
                    class: TaxClass::Standard,
                    rate: 0,
                    valid_from: None,
                    valid_until: None,
                };
                let line = Line {
                    rate: String::new(),
                    ..Line::new(rate, locale)
                };
                self.lines.get_or_insert_default().push(line);
            }
            Message::Removed(at) => {
                if let Some(lines) = self.lines.as_mut().filter(|lines| at < lines.len()) {
                    lines.remove(at);
                }
            }
            Message::Submitted => return self.submit(context),
            Message::Left => self.lines = None,
            Message::CountryPressed => {
                return write(Part::Tax, context, |tx| tx.save_tax_rates(&[]));
            }
        }
        Action::none()
    }

    fn edit(&mut self, at: usize, change: impl FnOnce(&mut Line)) {
        if let Some(line) = self.lines.as_mut().and_then(|lines| lines.get_mut(at)) {
            change(line);
        }
    }

    fn submit(&mut self, context: &Context) -> Action<Outer> {
        let lines = self.lines.iter().flatten();
        let rates: Option<Vec<TaxRate>> = lines.map(Line::read).collect();
        match rates {
            Some(rates) => write(Part::Tax, context, move |tx| tx.save_tax_rates(&rates)),
            None => Action::none(),
        }
    }

    /// The card.
    pub fn view<'a>(&'a self, rows: &'a Rows, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let can_write = !context.is_read_only;
        let edit = button::secondary(locale.text("papers-tax-edit"))
            .icon(Icon::Pencil)
            .compact()
            .on_press_maybe((can_write && !self.is_open()).then_some(Message::EditPressed))
            .reachable();
        let is_own = rows.rates.iter().any(|rate| rate.version > 0);
        let country = (is_own && can_write && !self.is_open()).then(|| {
            button::link(locale.text("papers-tax-country"))
                .on_press(Message::CountryPressed)
                .reachable()
        });
        let whose = match is_own {
            true => "papers-tax-own",
            false => "papers-tax-hint",
        };
        let body = match &self.lines {
            Some(lines) => edited(lines, locale),
            None => told(&rows.rates, locale),
        };
        section::card(
            column![
                section::heading(
                    locale.text("papers-tax"),
                    Some(
                        row![country, edit]
                            .spacing(spacing::M)
                            .align_y(Center)
                            .into()
                    ),
                ),
                text::secondary(locale.text(whose)),
                head(locale),
                body,
                foot(self.is_open(), Message::Left, Message::Submitted, context),
            ]
            .spacing(spacing::M),
        )
    }
}

fn head<'a>(locale: &Locale) -> Element<'a, Message> {
    let titles = [
        ("papers-tax-class", CLASS),
        ("papers-tax-rate", RATE),
        ("papers-tax-from", DAY),
        ("papers-tax-until", DAY),
    ];
    let titles =
        titles.map(|(key, width)| container(text::hint(locale.text(key))).width(width).into());
    row(titles).spacing(spacing::M).into()
}

/// The rates as they stand in the file.
fn told<'a>(rates: &[TaxRate], locale: &Locale) -> Element<'a, Message> {
    let today = Local::now().date_naive();
    let lines = rates.iter().map(|rate| {
        let day = |day: Option<NaiveDate>| match day {
            Some(day) => locale.date(day),
            None => "—".to_owned(),
        };
        let now = rate
            .holds_on(today)
            .then(|| badge::badge(locale.text("papers-tax-now"), Tone::Free));
        row![
            ellipsis(locale.tax_class(rate.class)).width(CLASS),
            container(text::body(locale.tax_rate(Some(rate.rate)))).width(RATE),
            container(text::body(day(rate.valid_from))).width(DAY),
            container(text::body(day(rate.valid_until))).width(DAY),
            now,
        ]
        .spacing(spacing::M)
        .align_y(Center)
        .into()
    });
    Column::from_iter(lines).spacing(spacing::S).into()
}

/// The rates as they are being typed.
fn edited<'a>(lines: &'a [Line], locale: &Locale) -> Element<'a, Message> {
    let edited = lines.iter().enumerate().map(|(at, line)| {
        let classes = TaxClass::ALL.iter();
        let classes = classes.filter(|class| **class != TaxClass::Exempt);
        let classes = classes.map(|class| (*class, locale.tax_class(*class)));
        let class = choice::one_of(classes, line.base.class, move |class| {
            Message::Chosen(at, class)
        });
        let input = |text: Text, typed: &'a str, wrong: Option<&str>| {
            let input = field::unlabelled(typed)
                .on_input(move |typed| Message::Typed(at, text, typed))
                .on_submit(Message::Submitted)
                .error(wrong.map(|key| locale.text(key)));
            Element::from(input)
        };
        let is_missing = line.rate.trim().is_empty();
        let wrong = (line.rate().is_none() && !is_missing).then_some("papers-tax-rate-wrong");
        let rate = input(Text::Rate, &line.rate, wrong);
        let wrong = read_day(&line.from).is_none();
        let from = input(
            Text::From,
            &line.from,
            wrong.then_some("papers-tax-day-wrong"),
        );
        let wrong = match (read_day(&line.until), line.days()) {
            (None, _) => Some("papers-tax-day-wrong"),
            (Some(_), None) if read_day(&line.from).is_some() => Some("papers-tax-days-wrong"),
            _ => None,
        };
        let until = input(Text::Until, &line.until, wrong);
        let remove = button::tool(Icon::Close, locale.text("settings-remove"))
            .compact()
            .on_press(Message::Removed(at))
            .reachable();
        row![
            container(class).width(CLASS),
            container(rate).width(RATE),
            container(from).width(DAY),
            container(until).width(DAY),
            container(remove).center_y(height::CONTROL),
            space().width(Fill),
        ]
        .spacing(spacing::M)
        .align_y(Top)
        .into()
    });
    let add = button::ghost(locale.text("papers-tax-add"))
        .icon(Icon::Plus)
        .compact()
        .on_press(Message::Added)
        .reachable();
    column![Column::from_iter(edited).spacing(spacing::S), add]
        .spacing(spacing::S)
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    fn line(rate: &str, from: &str, until: &str) -> Line {
        let locale = Locale::new(Language::Russian);
        let base = TaxRate::russia().remove(0);
        Line {
            rate: rate.to_owned(),
            from: from.to_owned(),
            until: until.to_owned(),
            ..Line::new(base, &locale)
        }
    }

    #[test]
    fn a_rate_is_read_as_one_types_it() {
        let read = line("22 %", "01.01.2026", "").read().unwrap();
        assert_eq!(read.rate, 2200);
        assert_eq!(read.valid_from, NaiveDate::from_ymd_opt(2026, 1, 1));
        assert_eq!(read.valid_until, None);
        assert_eq!(line("16,67", "", "—").read().unwrap().rate, 1667);
        assert!(line("много", "", "").read().is_none());
        assert!(line("120", "", "").read().is_none());
        assert!(line("5", "32.01.2026", "").read().is_none());
        assert!(line("5", "01.02.2026", "01.01.2026").read().is_none());
    }
}
