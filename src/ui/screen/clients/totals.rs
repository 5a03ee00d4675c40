//! The line under the list that says what a column of numbers comes to.

use std::sync::Arc;

use iced::Center;
use iced::Task as Command;
use iced::widget::{Row, container};

use crate::domain::client::Kind;
use crate::domain::field::Nature;
use crate::domain::figures::Figure;
use crate::domain::listing::Sort;
use crate::domain::{Catalog, Client, Datum, Field, Figures, Id, Progress};
use crate::error::{Error, Result};
use crate::ui::screen::{Action, Context, Wish};
use crate::ui::style::spacing;
use crate::ui::widget::{Element, Icon, button, menu, text};

use super::columns::Columns;
use super::list::List;
use super::{Menu, Message as Outer};

/// The width of the menu, in logical pixels.
const MENU: f32 = 240.0;

/// What a column of numbers comes to.
#[derive(Debug, Default)]
pub struct Totals {
    /// The column somebody chose; else the first of numbers.
    chosen: Option<Field>,
    /// What was asked last.
    question: Option<Question>,
    asked: u64,
    /// What is known, and whether of the selected rows alone.
    known: Option<(Figures, bool)>,
    progress: Progress,
}

/// What the figures depend on.
#[derive(Debug, Clone)]
struct Question {
    kind: Kind,
    field: Field,
    order: Arc<Vec<Id<Client>>>,
    selection: u64,
    state: u64,
}

impl Question {
    fn is_like(&self, other: &Self) -> bool {
        let is_same_list = Arc::ptr_eq(&self.order, &other.order) && self.kind == other.kind;
        is_same_list
            && (self.field, self.selection, self.state)
                == (other.field, other.selection, other.state)
    }
}

/// What happened to it.
#[derive(Debug, Clone)]
pub enum Message {
    /// The column was chosen.
    Chosen(Field),
    /// The numbers have been added up; whether those of the selected rows alone.
    Counted(u64, bool, Result<Figures>),
}

/// The columns of numbers that are shown.
fn numeric<'a>(columns: &'a Columns, catalog: &'a Catalog) -> impl Iterator<Item = Field> + 'a {
    columns.shown().filter_map(|sort| match sort {
        Sort::Field(field) => {
            let nature = catalog.nature(field);
            let is_number = matches!(nature, Nature::Integer | Nature::Number | Nature::Money);
            is_number.then_some(field)
        }
        Sort::Name => None,
    })
}

impl Totals {
    fn field(&self, columns: &Columns, catalog: &Catalog) -> Option<Field> {
        let chosen = self.chosen;
        let kept = numeric(columns, catalog).find(|field| Some(*field) == chosen);
        kept.or_else(|| numeric(columns, catalog).next())
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message) -> Action<Message> {
        match message {
            Message::Chosen(field) => self.chosen = Some(field),
            Message::Counted(asked, is_part, Ok(figures)) if asked == self.asked => {
                self.known = Some((figures, is_part));
            }
            Message::Counted(asked, _, Err(error)) if asked == self.asked => {
                return match error {
                    Error::Cancelled => Action::none(),
                    error => Action::wish(Wish::Fail(error)),
                };
            }
            Message::Counted(..) => {} // late
        }
        Action::none()
    }

    /// Adds up anew where the list, its selection or the column is another.
    pub fn follow(&mut self, list: &List, context: &Context) -> Command<Message> {
        let Some(field) = self.field(&list.columns, &context.catalog) else {
            self.progress.stop();
            (self.question, self.known) = (None, None);
            return Command::none();
        };
        let question = Question {
            kind: list.kind,
            field,
            order: Arc::clone(list.rows.order()),
            selection: list.selection.stamp(),
            state: list.rows.state(),
        };
        let former = self.question.replace(question.clone());
        if former
            .as_ref()
            .is_some_and(|former| former.is_like(&question))
        {
            return Command::none();
        }
        if former.is_none_or(|former| former.field != field) {
            self.known = None;
        }
        self.progress.stop();
        self.progress = Progress::default();
        self.asked += 1;
        let (asked, progress) = (self.asked, self.progress.clone());
        let selection = list.selection.clone();
        let is_part = !selection.is_empty();
        let counted = context.worker.background(move |reader| {
            progress.check()?;
            let Question { kind, order, .. } = question;
            match is_part {
                true => reader.figures(kind, field, &selection.ids(&order), &progress),
                false => reader.figures(kind, field, &order, &progress),
            }
        });
        Command::perform(counted, move |counted| {
            Message::Counted(asked, is_part, counted)
        })
    }

    /// The line; `None` where no column of numbers is shown.
    pub fn view<'a>(
        &'a self,
        list: &'a List,
        is_open: bool,
        context: &'a Context,
    ) -> Option<Element<'a, Outer>> {
        let (locale, catalog) = (&context.locale, &context.catalog);
        let field = self.field(&list.columns, catalog)?;
        let name = |field| locale.field(list.kind, field, catalog);
        let button = button::ghost(name(field))
            .trailing(Icon::ChevronDown)
            .compact()
            .on_press(Outer::MenuToggled(Menu::Totals));
        let panel = is_open.then(|| {
            let items = numeric(&list.columns, catalog).map(|known| {
                let chosen = Outer::Totals(Message::Chosen(known));
                menu::check(name(known), known == field, chosen).into()
            });
            menu::panel(items, MENU)
        });
        let menu = Element::from(menu::menu(button, panel, Outer::MenuClosed));
        let mut line = vec![menu];
        if let Some((figures, is_part)) = &self.known {
            let whose = match is_part {
                true => locale.text("clients-totals-selected"),
                false => locale.text("clients-totals-all"),
            };
            line.push(text::hint(whose).into());
            let parts: Vec<_> = figures
                .all()
                .flat_map(|one| figure(&one, context))
                .collect();
            if parts.is_empty() {
                line.push(text::secondary(locale.text("clients-totals-none")).into());
            }
            line.extend(parts.into_iter().map(|part| text::secondary(part).into()));
        }
        // On two lines rather than cut: half a number is another number.
        let line = Row::from_vec(line).spacing(spacing::M).align_y(Center);
        let line = line.wrap().vertical_spacing(spacing::XS);
        Some(container(line).padding([spacing::XS, spacing::M]).into())
    }
}

/// The figures of numbers of one sort.
fn figure(figure: &Figure, context: &Context) -> [String; 4] {
    let (locale, catalog) = (&context.locale, &context.catalog);
    let words = |datum: &Datum| match datum {
        Datum::Nothing => locale.text("clients-totals-large"),
        datum => locale.datum(datum, catalog),
    };
    let range = [
        ("least", words(&figure.least).into()),
        ("greatest", words(&figure.greatest).into()),
    ];
    let average = words(&figure.average).into();
    [
        locale.with("clients-totals-sum", &[("sum", words(&figure.sum).into())]),
        locale.with("clients-totals-average", &[("average", average)]),
        locale.with("clients-totals-range", &range),
        locale.with("clients-totals-count", &[("count", figure.count.into())]),
    ]
}
