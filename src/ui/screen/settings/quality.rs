//! What the office requires of its cards, and when a card is stale.

use iced::widget::{Column, column, container, row};
use iced::{Fill, Top};

use super::{Action, Context, write};
use crate::domain::Operation;
use crate::domain::catalog::{STALE_MONTHS, required_policy};
use crate::domain::client::Kind;
use crate::domain::completeness::Item;
use crate::ui::style::spacing;
use crate::ui::widget::{Element, button, choice, field, section, text};

/// The width of the field of months and of the page, in logical pixels.
const MONTHS: f32 = 200.0;
const WIDTH: f32 = 1000.0;
/// The most months a card may stay fresh.
const MOST_MONTHS: u32 = 120;

/// What is being typed.
#[derive(Debug, Default)]
pub(super) struct Quality {
    /// The months as typed; `None` while they are as decided.
    months: Option<String>,
}

/// What happened to the requirements.
#[derive(Debug, Clone)]
pub enum Message {
    /// A field is required, or no longer.
    Required(Kind, Item, bool),
    /// The months were typed.
    MonthsTyped(String),
    /// The months are whole.
    MonthsSubmitted,
}

impl Quality {
    /// Leaves what was typed: it is written.
    pub fn close(&mut self) {
        self.months = None;
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<super::Message> {
        match message {
            Message::Required(kind, item, is_required) => {
                write(Operation::EditPolicy, context, move |workspace| {
                    workspace.transact(Operation::EditPolicy, |tx| {
                        // As it is decided by now: the next box may be ticked before the answer.
                        let required = tx.read().catalog()?.required(kind);
                        let required = required.with(item, is_required);
                        tx.decide(required_policy(kind), required.bits().to_string())
                    })
                })
            }
            Message::MonthsTyped(text) => {
                self.months = Some(text);
                Action::none()
            }
            Message::MonthsSubmitted => match self.read() {
                Some(months) if !context.is_read_only => {
                    write(Operation::EditPolicy, context, move |workspace| {
                        workspace.transact(Operation::EditPolicy, |tx| {
                            tx.decide(STALE_MONTHS, months.to_string())
                        })
                    })
                }
                _ => Action::none(),
            },
        }
    }

    fn read(&self) -> Option<u32> {
        let months = self.months.as_ref()?.trim().parse().ok()?;
        (1..=MOST_MONTHS).contains(&months).then_some(months)
    }

    /// The tab.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let registers = Kind::ALL.map(|kind| register(kind, context));
        let registers = row(registers).spacing(spacing::L).align_y(Top);
        let page = column![registers, self.staleness(context)].spacing(spacing::L);
        section::scrolled(container(page).padding(spacing::XL).max_width(WIDTH))
    }

    fn staleness<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let decided = context.catalog.stale_months.to_string();
        let typed = self.months.as_ref().unwrap_or(&decided).clone();
        let is_wrong = self.months.is_some() && self.read().is_none();
        let is_changed = typed.trim() != decided;
        let mut months = field::field(locale.text("settings-stale-months"), typed)
            .width(MONTHS)
            .error(is_wrong.then(|| locale.text("settings-stale-wrong")));
        if !context.is_read_only {
            months = months
                .on_input(Message::MonthsTyped)
                .on_submit(Message::MonthsSubmitted);
        }
        let can_save = is_changed && !is_wrong;
        let save = button::primary(locale.text("settings-save"))
            .on_press_maybe(can_save.then_some(Message::MonthsSubmitted));
        // As far down as the field beside it.
        let save = container(save).padding(iced::Padding::ZERO.top(20.0));
        section::card(
            column![
                section::heading(locale.text("settings-stale"), None),
                text::secondary(locale.text("settings-stale-hint")),
                row![Element::from(months), save].spacing(spacing::M),
            ]
            .spacing(spacing::M),
        )
    }
}

/// The fields of a register, each with a box to tick.
fn register<'a>(kind: Kind, context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let title = match kind {
        Kind::Organization => "settings-required-organization",
        Kind::Person => "settings-required-person",
    };
    let required = context.catalog.required(kind);
    let items = Item::ALL.into_iter();
    let boxes = items.filter(|item| item.belongs_to(kind)).map(|item| {
        let is_on = required.contains(item);
        let label = locale.item(kind, item);
        if context.is_read_only {
            let mark = if is_on { "✓" } else { "–" };
            return text::body(format!("{mark} {label}")).into();
        }
        choice::check(label, is_on, move |is_on| {
            Message::Required(kind, item, is_on)
        })
    });
    let boxes: Vec<Element<'a, Message>> = boxes.collect();
    let half = boxes.len().div_ceil(2);
    let mut boxes = boxes.into_iter();
    let left = Column::from_iter(boxes.by_ref().take(half)).spacing(spacing::S);
    let right = Column::from_iter(boxes).spacing(spacing::S);
    let boxes = row![left.width(Fill), right.width(Fill)].spacing(spacing::M);
    section::card(
        column![
            section::heading(locale.text(title), None),
            text::secondary(locale.text("settings-required-hint")),
            boxes,
        ]
        .spacing(spacing::M),
    )
}
