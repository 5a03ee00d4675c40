//! In how many days invoices are to be paid, and who controls that.

use iced::widget::{column, container, row};
use iced::{Fill, Top};

use super::super::lines::foot;
use super::{Part, Rows, write};
use crate::domain::paper::{PAYMENT_CONTROLLER, PAYMENT_DAYS};
use crate::domain::{Employee, Id};
use crate::ui::screen::settings::Message as Outer;
use crate::ui::screen::{Action, Context};
use crate::ui::style::spacing;
use crate::ui::widget::{Element, choice, field, section, text};

/// The most days an invoice may have.
const MOST_DAYS: u64 = 365;

/// What is being typed.
#[derive(Debug, Default)]
pub(super) struct Payment {
    /// The days as typed; `None` while they are as decided.
    days: Option<String>,
}

/// What happened to the payment.
#[derive(Debug, Clone)]
pub enum Message {
    /// The days were typed.
    DaysTyped(String),
    /// They are whole.
    Submitted,
    /// They are to stay as they were.
    Left,
    /// Who controls payments was chosen; `None` for nobody.
    ControllerChosen(Option<Id<Employee>>),
}

impl Payment {
    /// Whether something is typed.
    pub fn is_open(&self) -> bool {
        self.days.is_some()
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Outer> {
        match message {
            Message::DaysTyped(text) => self.days = Some(text),
            Message::Submitted => {
                if let Some(days) = self.read() {
                    return write(Part::Payment, context, move |tx| {
                        tx.decide(PAYMENT_DAYS, days.to_string())
                    });
                }
            }
            Message::Left => self.days = None,
            Message::ControllerChosen(who) => {
                let id = who.map(|id| id.raw().to_string()).unwrap_or_default();
                return write(Part::Payment, context, move |tx| {
                    tx.decide(PAYMENT_CONTROLLER, id)
                });
            }
        }
        Action::none()
    }

    fn read(&self) -> Option<u64> {
        let days = self.days.as_ref()?.trim().parse().ok()?;
        (days <= MOST_DAYS).then_some(days)
    }

    /// The card.
    pub fn view<'a>(&'a self, rows: &'a Rows, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let decided = rows.days.to_string();
        let typed = self.days.as_ref().unwrap_or(&decided).clone();
        let is_wrong = self.days.is_some() && self.read().is_none();
        let mut days = field::field(locale.text("papers-payment-days"), typed)
            .error(is_wrong.then(|| locale.text("papers-payment-days-wrong")))
            .hint(locale.text("papers-payment-days-hint"));
        if !context.is_read_only {
            days = days
                .on_input(Message::DaysTyped)
                .on_submit(Message::Submitted);
        }
        let nobody = (None, locale.text("papers-nobody"));
        let employees = context.catalog.employees.iter();
        let employees = employees.map(|one| (Some(one.id), one.short_name()));
        let controller = choice::one_of(
            std::iter::once(nobody).chain(employees),
            rows.controller,
            Message::ControllerChosen,
        );
        let controller = column![
            field::labelled(locale.text("papers-controller"), controller),
            text::hint(locale.text("papers-controller-hint")),
        ]
        .spacing(spacing::XS);
        let ways = foot(self.is_open(), Message::Left, Message::Submitted, context);
        section::card(
            column![
                section::heading(locale.text("papers-payment"), None),
                row![
                    container(Element::from(days)).width(Fill),
                    container(controller).width(Fill),
                ]
                .spacing(spacing::L)
                .align_y(Top),
                ways,
            ]
            .spacing(spacing::M),
        )
    }
}
