//! Products and prices read from a table: chosen, looked through, entered as one operation.

use std::path::PathBuf;

use chrono::Local;
use iced::futures::channel::mpsc;
use iced::widget::{Column, column};

use crate::domain::{Operation, Progress};
use crate::error::{Error, Result};
use crate::exchange::price_table::{Fate, PricePlan, PriceSummary};
use crate::i18n::Locale;
use crate::ui::place::{self, Answer};
use crate::ui::screen::{Action, Command, Context, Wish};
use crate::ui::style::{Tone, spacing};
use crate::ui::widget::{Element, Icon, button, dialog, field, note, progress, text};
use crate::ui::worker::watch;
use crate::workspace::Outcome;

/// The field of the path.
pub const PATH: &str = "prices path";
/// The width of the dialog, in logical pixels.
const WIDTH: f32 = 560.0;
/// How many rows that cannot be read are named.
const NAMED: usize = 5;
/// The endings of tables.
const ENDINGS: &[&str] = &["csv", "tsv", "txt", "xlsx", "xls", "ods"];

/// What the dialog remembers.
#[derive(Debug, Default)]
pub struct Import {
    path: String,
    is_dialogless: bool,
    error: Option<Error>,
    plan: Option<Box<PricePlan>>,
    work: Option<(Progress, (u64, u64))>,
}

/// What happened in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// The path was typed.
    PathTyped(String),
    /// The path is whole.
    PathSubmitted,
    /// The dialog of the system is wanted.
    ChoosePressed,
    /// What that said.
    Chosen(Answer),
    /// The table was looked through.
    Drafted(Result<Box<PricePlan>>),
    /// It is to be entered.
    Start,
    /// So much is done, and of how much.
    Reached((u64, u64)),
    /// The work is to be stopped.
    Stop,
    /// It was entered.
    Applied(Result<Outcome<PriceSummary>>),
    /// The dialog is to go.
    Leave,
}

fn say(message: Message) -> super::Message {
    super::Message::Import(message)
}

impl Import {
    /// Whether work is under way.
    pub fn is_busy(&self) -> bool {
        self.work.is_some()
    }

    /// Whether the dialog goes by a message.
    pub fn is_left(&self, message: &Message) -> bool {
        match message {
            Message::Leave => !self.is_busy(),
            Message::Applied(Ok(_)) => true,
            _ => false,
        }
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<super::Message> {
        match message {
            Message::PathTyped(path) => {
                self.path = path;
                (self.error, self.plan) = (None, None);
            }
            Message::PathSubmitted if self.plan.is_some() => return self.start(context),
            Message::PathSubmitted => {
                if let Some(path) = place::typed(&self.path) {
                    return self.look(path, context);
                }
            }
            Message::ChoosePressed => {
                let title = context.locale.text("products-import");
                let kind = context.locale.text("import-tables");
                let chosen = place::pick(title, kind, ENDINGS);
                return Action::run(Command::perform(chosen, |answer| {
                    say(Message::Chosen(answer))
                }));
            }
            Message::Chosen(Answer::Path(path)) => return self.look(path, context),
            Message::Chosen(answer) => self.is_dialogless = answer == Answer::NoDialog,
            Message::Drafted(Ok(plan)) => self.plan = Some(plan),
            Message::Drafted(Err(error)) => self.error = Some(error),
            Message::Start => return self.start(context),
            Message::Reached(state) => {
                if let Some((_, reached)) = &mut self.work {
                    *reached = state;
                }
            }
            Message::Stop | Message::Leave => {
                if let Some((progress, _)) = &self.work {
                    progress.stop();
                }
            }
            Message::Applied(Ok(outcome)) => {
                self.work = None;
                let done = Wish::Done(Operation::ImportProducts, outcome.changed.clone());
                return match outcome.changed.is_empty() {
                    true => Action::wish(Wish::Say(context.locale.text("products-import-same"))),
                    false => Action::wish(done),
                };
            }
            Message::Applied(Err(error)) => {
                self.work = None;
                return match error {
                    Error::Cancelled => Action::none(),
                    error => Action::wish(Wish::Fail(error)),
                };
            }
        }
        Action::none()
    }

    fn look(&mut self, path: PathBuf, context: &Context) -> Action<super::Message> {
        self.path = path.display().to_string();
        (self.error, self.plan) = (None, None);
        let usual = context.locale.text("sales-usual-list");
        let drafted = context.worker.background(move |reader| {
            let today = Local::now().date_naive();
            PricePlan::draft(reader, &path, (None, &usual), today).map(Box::new)
        });
        Action::run(Command::perform(drafted, |plan| {
            say(Message::Drafted(plan))
        }))
    }

    fn start(&mut self, context: &Context) -> Action<super::Message> {
        let Some(plan) = self.plan.clone().filter(|_| self.work.is_none()) else {
            return Action::none();
        };
        let progress = Progress::default();
        let (report, reports) = mpsc::unbounded();
        self.work = Some((progress.clone(), (0, 0)));
        let applied = context
            .worker
            .write(move |workspace| watch(&progress, report, || plan.apply(workspace, &progress)));
        Action::run(Command::batch([
            Command::run(reports, |state| say(Message::Reached(state))),
            Command::perform(applied, |applied| say(Message::Applied(applied))),
        ]))
    }

    /// The dialog.
    pub fn view<'a>(&'a self, locale: &'a Locale) -> Element<'a, Message> {
        let path = field::field(locale.text("statement-path"), &self.path)
            .id(PATH)
            .on_input(Message::PathTyped)
            .on_submit(Message::PathSubmitted)
            .error(self.error.as_ref().map(|error| locale.error(error)));
        let choose = button::secondary(locale.text("statement-choose"))
            .icon(Icon::FolderOpen)
            .compact()
            .on_press(Message::ChoosePressed)
            .reachable();
        let no_dialog = self
            .is_dialogless
            .then(|| note::under(locale.text("statement-no-dialog"), Tone::Warning));
        let work = self.work.as_ref().map(|(_, (done, total))| {
            #[expect(clippy::cast_precision_loss, reason = "a part of one")]
            let part = *done as f32 / (*total).max(1) as f32;
            let [done, total] = [*done, *total].map(|n| i64::try_from(n).unwrap_or(0));
            let count = [("done", done.into()), ("total", total.into())];
            let count = locale.with("statement-progress", &count);
            Element::from(
                progress::progress(locale.text("products-importing"), count, part)
                    .cancel(locale.text("statement-stop"), Message::Stop),
            )
        });
        let body = column![
            text::secondary(locale.text("products-import-explained")),
            Element::from(path),
            choose,
            no_dialog,
            self.plan.as_ref().map(|plan| told(plan, locale)),
            work,
        ]
        .spacing(spacing::M);
        let may = self.plan.is_some() && self.work.is_none();
        dialog::dialog(locale.text("products-import"), body)
            .width(WIDTH)
            .close(locale.text("payment-close"), Message::Leave)
            .button(button::secondary(locale.text("payment-close")).on_press(Message::Leave))
            .button(
                button::primary(locale.text("products-import-start"))
                    .on_press_maybe(may.then_some(Message::Start)),
            )
            .into()
    }
}

/// What would be entered, and what cannot be read.
fn told<'a>(plan: &PricePlan, locale: &Locale) -> Element<'a, Message> {
    let count = |fate| plan.rows.iter().filter(|row| row.fate == fate).count();
    let prices: usize = plan.rows.iter().map(|row| row.prices.len()).sum();
    let told = [
        ("added", count(Fate::New).into()),
        ("changed", count(Fate::Changed).into()),
        ("same", count(Fate::Same).into()),
        ("prices", prices.into()),
    ];
    let told = note::note(locale.with("products-import-told", &told), Tone::Free, None);
    let refused = plan.refused.iter().take(NAMED).map(|(row, cell)| {
        let row = i64::try_from(*row).unwrap_or(i64::MAX);
        let told = [("row", row.into()), ("cell", cell.as_str().into())];
        note::under(locale.with("products-import-refused", &told), Tone::Warning)
    });
    let more = plan.refused.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| {
        let told = [("count", more.into())];
        Element::from(text::hint(locale.with("products-import-more", &told)))
    });
    let lines = std::iter::once(told).chain(refused).chain(more);
    Column::from_iter(lines).spacing(spacing::XS).into()
}
