//! How clients and we stand with each other: invoiced, shipped, paid, still owed.

use std::collections::BTreeSet;

use chrono::{Local, Utc};
use iced::keyboard::key::Named;
use iced::widget::operation::{focus, move_cursor_to_end};
use iced::widget::{column, container, row, space};
use iced::{Center, Fill, Padding};

use crate::domain::sales::Settlement;
use crate::domain::text::fold;
use crate::domain::{Client, Id, Money, Operation};
use crate::error::{Error, Result};
use crate::i18n::Locale;
use crate::ui::screen::{Action, Command, Context, Press, Wish, sums};
use crate::ui::style::{MEDIUM, Tone, spacing, surface};
use crate::ui::widget::table::{self, Column, Density, Row, Sort, Step, table};
use crate::ui::widget::{Element, Icon, button, choice, ellipsis, empty, field, section};
use crate::workspace::Reader;

/// The field one searches with.
const SEARCH: &str = "settlements search";
/// The width of the search, in logical pixels.
const FIELD: f32 = 260.0;

/// Which clients are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Those with a debt.
    Debtors,
    /// Those whose debt is late.
    Late,
    /// Those who have paid ahead.
    Ahead,
    /// All with whom there is anything to settle.
    All,
}

/// A client and we, in one currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    client: Id<Client>,
    name: String,
    settlement: Settlement,
}

/// A figure of a settlement, with the name of its column and of its words.
type Figure = (&'static str, &'static str, fn(&Settlement) -> i64, Tone);

const FIGURES: [Figure; 7] = [
    (
        "invoiced",
        "register-invoiced",
        |one| one.invoiced,
        Tone::Neutral,
    ),
    (
        "shipped",
        "settlements-shipped",
        |one| one.shipped,
        Tone::Neutral,
    ),
    (
        "received",
        "settlements-received",
        |one| one.received,
        Tone::Free,
    ),
    ("debt", "register-debt", |one| one.debt, Tone::Warning),
    (
        "overdue",
        "register-overdue-sum",
        |one| one.overdue,
        Tone::Busy,
    ),
    (
        "advance",
        "payments-advance",
        |one| one.advance,
        Tone::Accent,
    ),
    (
        "balance",
        "settlements-balance",
        Settlement::balance,
        Tone::Neutral,
    ),
];

/// The settlements with all clients.
#[derive(Debug)]
pub struct Settlements {
    which: Which,
    needle: String,
    all: Option<Vec<Line>>,
    /// What is shown, in its order: places among all.
    rows: Vec<usize>,
    chosen: Option<Id<Client>>,
    table: table::State,
}

/// What happened among the settlements.
#[derive(Debug, Clone)]
pub enum Message {
    /// They were read.
    Loaded(Result<Vec<Line>>),
    /// Others are to be shown.
    Which(Which),
    /// Something was typed to narrow the list.
    Typed(String),
    /// Something happened in the table.
    Table(table::Message),
    /// What the client under the cursor has paid ahead is to be used for its invoices.
    UseAdvance,
    /// It was.
    Used(Result<BTreeSet<&'static str>>),
}

impl Settlements {
    /// A list nobody has looked at yet.
    pub fn new() -> Self {
        let greatest = Sort {
            key: "debt".into(),
            is_ascending: false,
        };
        Self {
            which: Which::Debtors,
            needle: String::new(),
            all: None,
            rows: Vec::new(),
            chosen: None,
            table: table::State::new(Some(greatest), []),
        }
    }

    /// Makes the rows higher or lower.
    pub fn set_density(&mut self, density: Density) {
        self.table.set_density(density);
    }

    /// Reads the settlements.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        Command::perform(context.worker.list(read), Message::Loaded)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Loaded(Ok(all)) => self.all = Some(all),
            Message::Which(which) => self.which = which,
            Message::Typed(needle) => self.needle = needle,
            Message::Table(message) => return self.point(message),
            Message::UseAdvance => return self.use_advance(context),
            Message::Used(Ok(changed)) => {
                return Action::wish(Wish::Done(Operation::EditPayment, changed));
            }
            Message::Loaded(Err(error)) | Message::Used(Err(error)) => {
                return Action::wish(Wish::Fail(error));
            }
        }
        self.lay_out();
        Action::none()
    }

    fn lay_out(&mut self) {
        let Some(all) = &self.all else { return };
        let needle = fold(&self.needle);
        let is_meant = |line: &Line| {
            let one = &line.settlement;
            let is_which = match self.which {
                Which::Debtors => one.debt > 0,
                Which::Late => one.overdue > 0,
                Which::Ahead => one.advance > 0,
                Which::All => true,
            };
            is_which && (needle.is_empty() || fold(&line.name).contains(&needle))
        };
        let rows = all.iter().enumerate().filter(|(_, line)| is_meant(line));
        let mut rows: Vec<usize> = rows.map(|(at, _)| at).collect();
        if let Some(sort) = self.table.sort() {
            let figure = FIGURES.iter().find(|(key, ..)| *key == sort.key);
            match figure {
                Some((_, _, of, _)) => rows.sort_by_key(|at| of(&all[*at].settlement)),
                None => rows.sort_by_cached_key(|at| fold(&all[*at].name)),
            }
            if !sort.is_ascending {
                rows.reverse();
            }
        }
        self.rows = rows;
        let at = self.chosen.and_then(|id| {
            let mut rows = self.rows.iter();
            rows.position(|at| all[*at].client == id)
        });
        let (at, count) = (at.unwrap_or_default() as u64, self.rows.len() as u64);
        self.table.set_cursor((count > 0).then_some(at), count);
        self.follow();
    }

    fn follow(&mut self) {
        let line = self.table.cursor().and_then(|row| self.at(row));
        self.chosen = line.map(|line| line.client);
    }

    fn at(&self, row: u64) -> Option<&Line> {
        let at = self.rows.get(usize::try_from(row).ok()?)?;
        self.all.as_ref()?.get(*at)
    }

    fn current(&self) -> Option<&Line> {
        self.at(self.table.cursor()?)
    }

    fn point(&mut self, message: table::Message) -> Action<Message> {
        match self.table.update(message, self.rows.len() as u64) {
            table::Action::Press(..) => self.follow(),
            table::Action::Sort(_) => self.lay_out(),
            table::Action::Open(_) => {
                self.follow();
                return self.open();
            }
            _ => {}
        }
        Action::none()
    }

    fn open(&self) -> Action<Message> {
        match self.chosen {
            Some(id) => Action::wish(Wish::Open(id)),
            None => Action::none(),
        }
    }

    /// Whether the client under the cursor has paid ahead what its invoices still take.
    fn can_use_advance(&self) -> bool {
        let line = self.current();
        line.is_some_and(|line| line.settlement.advance > 0 && line.settlement.debt > 0)
    }

    fn use_advance(&self, context: &Context) -> Action<Message> {
        let Some(client) = self.chosen.filter(|_| self.can_use_advance()) else {
            return Action::none();
        };
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        let used = context.worker.write(move |workspace| {
            let outcome = workspace.transact(Operation::EditPayment, |tx| {
                tx.use_advances(client, Utc::now())
            })?;
            Ok(outcome.changed)
        });
        Action::run(Command::perform(used, Message::Used))
    }

    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if let Some(step) = Step::of_key(&press.key).filter(|_| !press.is_captured) {
            self.table.step(step, self.rows.len() as u64);
            self.follow();
            return Action::none();
        }
        if press.is(Named::Escape) {
            return match self.needle.is_empty() {
                true => Action::wish(Wish::Back),
                false => self.update(Message::Typed(String::new()), context),
            };
        }
        if press.is_command('f') {
            return Action::run(focus(SEARCH));
        }
        if press.is(Named::Enter) && !press.is_captured {
            return self.open();
        }
        let Some(letters) = press.letters() else {
            return Action::none();
        };
        self.needle.push_str(letters);
        self.lay_out();
        Action::run(Command::batch([focus(SEARCH), move_cursor_to_end(SEARCH)]))
    }

    /// How many clients are shown.
    pub fn told(&self, context: &Context) -> Option<String> {
        let told = [("count", self.rows.len().into())];
        let words = || context.locale.with("settlements-count", &told);
        self.all.as_ref().map(|_| words())
    }

    /// The list with everything that narrows it.
    pub fn body<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let list: Element<'a, Message> = match &self.all {
            None => space().into(),
            Some(_) if self.rows.is_empty() => empty::empty(
                Icon::CircleCheck,
                locale.text("settlements-none"),
                locale.text("settlements-none-why"),
                None,
            ),
            Some(_) => self.table(locale),
        };
        let totals = (!self.rows.is_empty()).then(|| self.totals(locale));
        let body = column![self.bar(context), totals, section::divider(), list];
        container(body)
            .width(Fill)
            .height(Fill)
            .style(surface::panel)
            .into()
    }

    fn bar<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let search = field::search(
            locale.text("settlements-search"),
            &self.needle,
            Message::Typed,
        );
        let which = [
            (Which::Debtors, "settlements-debtors"),
            (Which::Late, "settlements-late"),
            (Which::Ahead, "settlements-ahead"),
            (Which::All, "settlements-all"),
        ];
        let which = which.map(|(which, key)| {
            choice::chip(locale.text(key), which == self.which, Message::Which(which))
        });
        let can_use = self.can_use_advance() && !context.is_read_only;
        let advance = can_use.then(|| {
            button::secondary(locale.text("settlements-use-advance"))
                .icon(Icon::Banknote)
                .on_press(Message::UseAdvance)
                .reachable()
        });
        let bar = row![
            Element::from(search.id(SEARCH).width(FIELD)),
            row(which).spacing(spacing::XS),
            space().width(Fill),
            advance,
        ];
        container(bar.spacing(spacing::M).align_y(Center))
            .padding(Padding::from([spacing::S, spacing::XL]))
            .into()
    }

    fn totals<'a>(&self, locale: &Locale) -> Element<'a, Message> {
        let all = self.all.iter().flatten().collect::<Vec<_>>();
        let shown = self.rows.iter().filter_map(|at| all.get(*at));
        let shown: Vec<Settlement> = shown.map(|line| line.settlement).collect();
        let all = FIGURES.iter().map(|(_, key, of, tone)| {
            let mut amounts: Vec<Money> = Vec::new();
            for one in &shown {
                let known = amounts.iter_mut().find(|sum| sum.currency == one.currency);
                match known {
                    Some(sum) => sum.minor = sum.minor.saturating_add(of(one)),
                    None => amounts.push(Money::new(of(one), one.currency)),
                }
            }
            sums::sum(locale.text(key), amounts, *tone)
        });
        sums::line(all, locale)
    }

    fn table<'a>(&'a self, locale: &'a Locale) -> Element<'a, Message> {
        let name = Column::new("client", locale.text("register-client"), 220.0);
        let mut columns = vec![name.narrowest(130.0).grows().sortable()];
        columns.extend(FIGURES.iter().map(|(key, label, ..)| {
            let column = Column::new(*key, locale.text(label), 134.0);
            column.right().whole().sortable()
        }));
        let build = move |row: u64| {
            let line = self.at(row)?;
            let mut cells: Vec<Element<'a, Message>> =
                vec![ellipsis(line.name.as_str()).font(MEDIUM).into()];
            cells.extend(FIGURES.iter().map(|(_, _, of, tone)| {
                let one = &line.settlement;
                match of(one) {
                    0 => ellipsis("—").style(surface::hint).into(),
                    amount => {
                        let amount = ellipsis(locale.money(Money::new(amount, one.currency)));
                        match tone {
                            Tone::Busy => amount.style(surface::toned(Tone::Busy)).into(),
                            _ => amount.into(),
                        }
                    }
                }
            }));
            let is_at = self.table.cursor() == Some(row);
            Some(Row::new(cells).selected(is_at))
        };
        let count = self.rows.len() as u64;
        table(&self.table, count, columns, build, Message::Table).into()
    }
}

fn read(reader: Reader<'_>) -> Result<Vec<Line>> {
    let all = reader.settlements(Local::now().date_naive())?;
    let ids: Vec<_> = all.keys().copied().collect();
    let mut lines = Vec::new();
    for listing in reader.listings(&ids)? {
        let client = &listing.client;
        let settlements = all.get(&client.id).into_iter().flatten();
        lines.extend(settlements.map(|settlement| Line {
            client: client.id,
            name: client.title(),
            settlement: *settlement,
        }));
    }
    Ok(lines)
}
