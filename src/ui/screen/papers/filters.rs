//! What narrows the list: a text, kinds, states, times, people.

use chrono::Local;
use iced::widget::{column, container, row};
use iced::{Center, Padding};

use super::{Action, Context, Message as Outer, Papers, Scope};
use crate::domain::paper::{ContractKind, PaperKind, PaperState};
use crate::domain::{Company, Employee, Id};
use crate::i18n::Locale;
use crate::ui::screen::period::{self, Period, Span};
use crate::ui::style::spacing;
use crate::ui::widget::{Element, choice, field};

/// The field one searches with.
pub const SEARCH: &str = "papers search";
/// The widths of the search and of a choice, in logical pixels.
const FIELD: f32 = 230.0;
const CHOICE: f32 = 176.0;

/// What is to be shown.
#[derive(Debug, Clone)]
pub enum Message {
    /// What has this text.
    Text(String),
    /// Papers of that kind too, or no longer.
    Kind(PaperKind),
    /// Papers of every kind.
    AllKinds,
    /// Invoices for which money is awaited, or all papers.
    Unpaid(bool),
    /// Those of them that are late, or all papers.
    Overdue(bool),
    /// Papers in that state, or in any.
    State(Option<PaperState>),
    /// Contracts of that kind, or of any.
    ContractKind(Option<Id<ContractKind>>),
    /// Papers from that company of ours, or from any.
    Company(Option<Id<Company>>),
    /// What that employee sees to, or anybody.
    Manager(Option<Id<Employee>>),
    /// Papers of that time.
    Period(period::Message),
    /// Everything.
    Reset,
}

impl Papers {
    pub(super) fn narrow(&mut self, message: Message, context: &Context) -> Action<Outer> {
        let today = Local::now().date_naive();
        let all = self.scope.all();
        let is_reset = matches!(message, Message::Reset);
        if is_reset {
            self.span = Span::new(Period::All);
        }
        if let Message::Period(message) = message.clone() {
            self.span.update(message, &context.locale);
        }
        let days = self.span.days();
        let asked = self.list.narrow(context, |filter| match message {
            Message::Text(text) => filter.text = text,
            Message::Kind(kind) => match filter.kinds.contains(&kind) {
                true => filter.kinds.retain(|known| *known != kind),
                false => filter.kinds.push(kind),
            },
            Message::AllKinds => filter.kinds.clear(),
            Message::Unpaid(is_on) => filter.is_unpaid = is_on,
            Message::Overdue(is_on) => filter.overdue_on = is_on.then_some(today),
            Message::State(state) => filter.states = state.into_iter().collect(),
            Message::ContractKind(kind) => filter.contract_kind = kind,
            Message::Company(company) => filter.company = company,
            Message::Manager(manager) => filter.manager = manager,
            Message::Period(_) => (filter.from, filter.to) = days,
            Message::Reset => *filter = all,
        });
        Action::run(asked.map(Outer::List))
    }

    /// Whether something is left out of the list.
    pub(super) fn is_narrow(&self) -> bool {
        self.list.filter != self.scope.all()
    }

    /// Everything that narrows the list.
    pub(super) fn bar<'a>(&'a self, context: &'a Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let search = field::search(
            locale.text("register-search"),
            &self.list.filter.text,
            |text| Outer::Narrow(Message::Text(text)),
        );
        let search = Element::from(search.id(SEARCH).width(FIELD));
        let period = self.span.view(locale, said_period);
        let days = self.span.typed(locale, said_period);
        let narrow = row![
            search,
            period,
            days,
            self.states(locale),
            self.managers(context),
            self.companies(locale),
            self.contract_kinds(locale),
        ]
        .spacing(spacing::S)
        .align_y(Center)
        .wrap()
        .vertical_spacing(spacing::S);
        let bar = column![self.chips(locale), narrow].spacing(spacing::S);
        container(bar)
            .padding(Padding::from([spacing::S, spacing::XL]))
            .into()
    }

    fn chips<'a>(&self, locale: &Locale) -> Element<'a, Outer> {
        let filter = &self.list.filter;
        let mut chips: Vec<Element<'a, Outer>> = Vec::new();
        if self.scope == Scope::All {
            let all = Outer::Narrow(Message::AllKinds);
            let is_all = filter.kinds.is_empty();
            chips.push(choice::chip(locale.text("register-all"), is_all, all));
            chips.extend(PaperKind::ALL.iter().map(|kind| {
                let label = locale.text(many(*kind));
                let message = Outer::Narrow(Message::Kind(*kind));
                choice::chip(label, filter.kinds.contains(kind), message)
            }));
        }
        let (is_unpaid, is_overdue) = (filter.is_unpaid, filter.overdue_on.is_some());
        chips.push(choice::chip(
            locale.text("register-unpaid"),
            is_unpaid,
            Outer::Narrow(Message::Unpaid(!is_unpaid)),
        ));
        chips.push(choice::chip(
            locale.text("register-overdue"),
            is_overdue,
            Outer::Narrow(Message::Overdue(!is_overdue)),
        ));
        row(chips)
            .spacing(spacing::XS)
            .wrap()
            .vertical_spacing(spacing::XS)
            .into()
    }

    /// The states that papers of the chosen kinds can be in.
    fn states<'a>(&self, locale: &Locale) -> Element<'a, Outer> {
        let kinds = &self.list.filter.kinds;
        let can_be = |state: PaperState| {
            let mut all = PaperKind::ALL.iter();
            all.any(|kind| {
                (kinds.is_empty() || kinds.contains(kind)) && kind.states().contains(&state)
            })
        };
        let states = PaperState::ALL.iter().filter(|state| can_be(**state));
        let states = states.map(|state| {
            let label = match **kinds {
                [kind] => locale.paper_state(kind, *state),
                _ => locale.text(state_of_any(*state)),
            };
            (Some(*state), label)
        });
        let any = (None, locale.text("register-any-state"));
        let chosen = self.list.filter.states.first().copied();
        one_of(std::iter::once(any).chain(states), chosen, |state| {
            Outer::Narrow(Message::State(state))
        })
    }

    fn managers<'a>(&self, context: &Context) -> Element<'a, Outer> {
        let any = (None, context.locale.text("register-any-manager"));
        let all = context.catalog.employees.iter();
        let all = all.map(|one| (Some(one.id), one.short_name()));
        let chosen = self.list.filter.manager;
        one_of(std::iter::once(any).chain(all), chosen, |manager| {
            Outer::Narrow(Message::Manager(manager))
        })
    }

    /// Our own companies, where there are several.
    fn companies<'a>(&self, locale: &Locale) -> Option<Element<'a, Outer>> {
        let any = (None, locale.text("register-any-company"));
        let all = self.known.companies.iter();
        let all = all.map(|one| (Some(one.id), one.name.clone()));
        let chosen = self.list.filter.company;
        (self.known.companies.len() > 1).then(|| {
            one_of(std::iter::once(any).chain(all), chosen, |company| {
                Outer::Narrow(Message::Company(company))
            })
        })
    }

    /// Kinds of contract, where contracts are shown and the office has any.
    fn contract_kinds<'a>(&self, locale: &Locale) -> Option<Element<'a, Outer>> {
        let has_contracts = self.list.filter.kinds.contains(&PaperKind::Contract);
        let all = self.known.contract_kinds.iter();
        let all = all.map(|one| (Some(one.id), one.name.clone()));
        let any = (None, locale.text("register-any-contract-kind"));
        let chosen = self.list.filter.contract_kind;
        let is_shown = has_contracts && !self.known.contract_kinds.is_empty();
        (is_shown || chosen.is_some()).then(|| {
            one_of(std::iter::once(any).chain(all), chosen, |kind| {
                Outer::Narrow(Message::ContractKind(kind))
            })
        })
    }
}

fn said_period(message: period::Message) -> Outer {
    Outer::Narrow(Message::Period(message))
}

fn one_of<'a, T: Copy + PartialEq + 'a>(
    options: impl IntoIterator<Item = (Option<T>, String)>,
    chosen: Option<T>,
    say: fn(Option<T>) -> Outer,
) -> Element<'a, Outer> {
    let choice = choice::one_of(options, chosen, say);
    container(choice).width(CHOICE).into()
}

/// The message that names several papers of a kind.
pub(super) fn many(kind: PaperKind) -> &'static str {
    match kind {
        PaperKind::Offer => "register-offers",
        PaperKind::Contract => "register-contracts",
        PaperKind::Invoice => "register-invoices",
        PaperKind::Act => "register-acts",
        PaperKind::Waybill => "register-waybills",
        PaperKind::Letter => "register-letters",
    }
}

/// The message that names a state, whatever the paper is.
fn state_of_any(state: PaperState) -> &'static str {
    match state {
        PaperState::Draft => "paper-draft",
        PaperState::Issued => "register-state-issued",
        PaperState::Accepted => "register-state-accepted",
        PaperState::Closed => "paper-closed",
        PaperState::Declined => "paper-declined",
        PaperState::Cancelled => "paper-cancelled",
    }
}
