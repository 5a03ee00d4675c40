//! How clients and we stand with each other: invoiced, shipped, paid, still owed.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{Local, Utc};
use iced::widget::{row, space};
use iced::{Center, Fill};

use super::list::{List, Stroke, framed, letters, to_search};
use crate::domain::sales::Settlement;
use crate::domain::text::fold;
use crate::domain::{Client, Id, Money, Operation};
use crate::error::{Error, Result};
use crate::exchange::{ColumnType, Heading, Listed, Said};
use crate::i18n::Locale;
use crate::ui::screen::selected::{self, Deed};
use crate::ui::screen::{Action, Command, Context, Press, Wish, paged, sums};
use crate::ui::style::{MEDIUM, Tone, spacing, surface};
use crate::ui::widget::table::{self, Column, Density, Row, table};
use crate::ui::widget::{Element, Icon, button, choice, ellipsis, empty, field};
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
    list: List<Line>,
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
    /// Something is to be done with the selected clients, or with all.
    Deed(Deed),
    /// What the client under the cursor has paid ahead is to be used for its invoices.
    UseAdvance,
    /// It was.
    Used(Result<BTreeSet<&'static str>>),
}

impl Settlements {
    /// A list nobody has looked at yet.
    pub fn new() -> Self {
        Self {
            which: Which::Debtors,
            list: List::descending("debt"),
        }
    }

    /// Makes the rows higher or lower.
    pub fn set_density(&mut self, density: Density) {
        self.list.table.set_density(density);
    }

    /// Reads the settlements.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        Command::perform(context.worker.list(read), Message::Loaded)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Loaded(Ok(all)) => self.list.take(all),
            Message::Which(which) => self.which = which,
            Message::Typed(needle) => self.list.needle = needle,
            Message::Table(message) => return self.point(message),
            Message::Deed(deed) => return self.do_with_many(deed, context),
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
        let (needle, which) = (fold(&self.list.needle), self.which);
        let is_meant = |line: &Line| {
            let one = &line.settlement;
            let is_which = match which {
                Which::Debtors => one.debt > 0,
                Which::Late => one.overdue > 0,
                Which::Ahead => one.advance > 0,
                Which::All => true,
            };
            is_which && (needle.is_empty() || fold(&line.name).contains(&needle))
        };
        self.list.lay_out(is_meant, |by, rows, all| {
            let figure = FIGURES.iter().find(|(key, ..)| *key == by);
            match figure {
                Some((_, _, of, _)) => rows.sort_by_key(|at| of(&all[*at].settlement)),
                None => rows.sort_by_cached_key(|at| fold(&all[*at].name)),
            }
        });
    }

    fn point(&mut self, message: table::Message) -> Action<Message> {
        match self.list.point(message) {
            table::Action::Sort(_) => self.lay_out(),
            table::Action::Open(_) => return self.open(),
            _ => {}
        }
        Action::none()
    }

    fn open(&self) -> Action<Message> {
        match self.list.chosen() {
            Some(id) => Action::wish(Wish::Open(id)),
            None => Action::none(),
        }
    }

    /// Whether the client under the cursor has paid ahead what its invoices still take.
    fn can_use_advance(&self) -> bool {
        let line = self.list.current();
        line.is_some_and(|line| line.settlement.advance > 0 && line.settlement.debt > 0)
    }

    fn use_advance(&self, context: &Context) -> Action<Message> {
        let Some(client) = self.list.chosen().filter(|_| self.can_use_advance()) else {
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

    /// Does something with the selected clients; a table has all where none is selected.
    fn do_with_many(&mut self, deed: Deed, context: &Context) -> Action<Message> {
        self.list.export.update(deed);
        match deed {
            Deed::Menu(_) | Deed::Mark(_) | Deed::Delete => Action::none(),
            Deed::Clear => {
                self.list.selection.clear();
                Action::none()
            }
            Deed::Letters => letters(&self.list, |line| line.client),
            Deed::Export(format) => {
                let listed = self.written(&context.locale);
                let name = context.locale.text("sales-settlements");
                Action::wish(Wish::ExportListed(format, Arc::new(listed), name))
            }
        }
    }

    /// The list as a table: amounts are numbers, beside them the currency.
    fn written(&self, locale: &Locale) -> Listed {
        let heading = |key: &str, kind| Heading::new(locale.text(key), kind);
        let mut headings = vec![
            heading("register-client", ColumnType::Text),
            heading("payment-currency", ColumnType::Text),
        ];
        let figures = FIGURES.iter();
        headings.extend(figures.map(|(_, key, ..)| heading(key, ColumnType::Money)));
        let rows = self.list.meant().map(|line| {
            let one = &line.settlement;
            let mut cells = vec![
                Said::from(line.name.clone()),
                Said::from(one.currency.code().to_owned()),
            ];
            let amounts = FIGURES.iter().map(|(_, _, of, _)| of(one));
            cells.extend(amounts.map(|amount| Said::Sum(Money::new(amount, one.currency))));
            cells
        });
        Listed {
            headings,
            rows: rows.collect(),
        }
    }

    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        match self.list.press(press) {
            Stroke::Typed => {
                self.lay_out();
                Action::run(to_search(SEARCH))
            }
            Stroke::Search => Action::run(to_search(SEARCH)),
            Stroke::Leave => Action::wish(Wish::Back),
            Stroke::Open => self.open(),
            Stroke::Deed(deed) => self.update(Message::Deed(deed), context),
            Stroke::None | Stroke::New | Stroke::Delete => Action::none(),
        }
    }

    /// How many clients are shown.
    pub fn told(&self, context: &Context) -> Option<String> {
        let told = [("count", self.list.count().into())];
        let words = || context.locale.with("settlements-count", &told);
        self.list.is_read().then(words)
    }

    /// The list with everything that narrows it.
    pub fn body<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let list: Element<'a, Message> = match self.list.count() {
            _ if !self.list.is_read() => space().into(),
            0 => empty::empty(
                Icon::CircleCheck,
                locale.text("settlements-none"),
                locale.text("settlements-none-why"),
                None,
            ),
            _ => self.table(locale),
        };
        let totals = (self.list.count() > 0).then(|| match self.list.selection.is_empty() {
            true => self.totals(locale),
            false => self.selected(locale),
        });
        framed(self.bar(context), totals, list)
    }

    fn bar<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let search = field::search(
            locale.text("settlements-search"),
            &self.list.needle,
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
            self.list.export.view(locale, Message::Deed),
        ];
        bar.spacing(spacing::M).align_y(Center).into()
    }

    /// What can be done with the selected clients.
    fn selected<'a>(&self, locale: &Locale) -> Element<'a, Message> {
        let debts = self.list.meant().map(|line| &line.settlement);
        let debts = debts.map(|one| Money::new(one.debt, one.currency));
        let debts = sums::by_currency(debts);
        let debt = sums::sum(locale.text("selected-debt"), debts, Tone::Warning);
        let can = selected::Can {
            letters: true,
            delete: false,
        };
        let count = self.list.selection.count();
        selected::bar(count, [debt], can, locale, Message::Deed)
    }

    fn totals<'a>(&self, locale: &Locale) -> Element<'a, Message> {
        let all = FIGURES.iter().map(|(_, key, of, tone)| {
            let amounts = self.list.shown().map(|line| &line.settlement);
            let amounts = amounts.map(|one| Money::new(of(one), one.currency));
            sums::sum(locale.text(key), sums::by_currency(amounts), *tone)
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
            let line = self.list.at(row)?;
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
            let is_selected = self.list.is_selected(row);
            Some(Row::new(cells).selected(is_selected))
        };
        let count = self.list.count() as u64;
        table(&self.list.table, count, columns, build, Message::Table)
            .checks(self.list.checks())
            .into()
    }
}

impl paged::Line for Line {
    type Of = Client;

    fn id(&self) -> Id<Client> {
        self.client
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
