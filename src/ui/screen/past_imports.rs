//! Past imports: which file, when, by whom and with what result, and a button at each that takes it
//! back.

#[cfg(test)]
mod tests;

use iced::keyboard::key::Named;
use iced::widget::{container, row, space};
use iced::{Center, Element as Any, Fill};

use super::take_back::{self, TakeBack};
use super::{Action, Command, Context, Press, Wish};
use crate::domain::{Id, Operation};
use crate::error::Error;
use crate::ui::style::{MEDIUM, Tone, spacing, surface};
use crate::ui::widget::table::{self, Column, Density, Row, State, Step, table};
use crate::ui::widget::{Element, Icon, badge, button, ellipsis, empty, page};
use crate::workspace::{Entry, PastImportLine};

/// How many imports are shown, the latest first.
const LIMIT: usize = 500;

/// What the page remembers.
#[derive(Debug, Default)]
pub struct PastImports {
    table: State,
    /// The imports, the latest first; `None` until the first answer.
    lines: Option<Vec<PastImportLine>>,
    take_back: TakeBack,
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// The imports were read.
    Loaded(Result<Vec<PastImportLine>, Error>),
    /// Something happened in the table.
    Table(table::Message),
    /// An import is to be taken back.
    TakeBackPressed(Id<Entry>),
    /// What came of it, and what is decided about it.
    TakeBack(take_back::Message),
    /// The import that was taken back last is to be done again.
    RedoPressed,
    /// A new import is wanted.
    ImportPressed,
}

impl PastImports {
    /// A page nobody has looked at yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the rows higher or lower.
    pub fn set_density(&mut self, density: Density) {
        self.table.set_density(density);
    }

    /// Asks for the imports.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        let lines = context.worker.list(|reader| reader.past_imports(LIMIT));
        Command::perform(lines, Message::Loaded)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Loaded(Ok(lines)) => {
                self.lines = Some(lines);
                if self.table.cursor().is_none() {
                    self.table.step(Step::Home, self.count());
                }
                Action::none()
            }
            Message::Loaded(Err(error)) => Action::wish(Wish::Fail(error)),
            Message::Table(message) => {
                let count = self.count();
                self.table.update(message, count);
                Action::none()
            }
            Message::TakeBackPressed(entry) => {
                let begun = self.take_back.begin(entry, Operation::Import, context);
                Action::run(begun.map(Message::TakeBack))
            }
            Message::TakeBack(message) => {
                // A colleague may have been faster: show how things stand.
                let again = match message.has_failed() {
                    true => self.refresh(context),
                    false => Command::none(),
                };
                let action = self.take_back.update(message, context);
                let Action { command, wishes } = action.map(Message::TakeBack);
                let command = Command::batch([command, again]);
                Action { command, wishes }
            }
            Message::RedoPressed => Action::wish(Wish::Redo),
            Message::ImportPressed => Action::wish(Wish::Import(None)),
        }
    }

    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if let Some(action) = self.take_back.press(press, context) {
            return action.map(Message::TakeBack);
        }
        if press.is(Named::Escape) {
            return Action::wish(Wish::Back);
        }
        let is_meant = [Named::Enter, Named::Delete, Named::Backspace];
        if is_meant.into_iter().any(|key| press.is(key))
            && !press.is_captured
            && let Some(line) = self.current().filter(|line| can_take_back(line, context))
        {
            return self.update(Message::TakeBackPressed(line.entry), context);
        }
        if let Some(step) = Step::of_key(&press.key) {
            let count = self.count();
            self.table.step(step, count);
        }
        Action::none()
    }

    fn current(&self) -> Option<&PastImportLine> {
        let at = usize::try_from(self.table.cursor()?).ok()?;
        self.lines.as_ref()?.get(at)
    }

    fn count(&self) -> u64 {
        self.lines.as_ref().map_or(0, |lines| lines.len() as u64)
    }

    /// The page, with what is asked over it.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let page = self.page(context);
        self.take_back.over(page, Message::TakeBack, context)
    }

    /// What is asked over the page.
    pub fn take_back(&self) -> &TakeBack {
        &self.take_back
    }

    /// The page alone.
    pub fn page<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let body = match self.lines.as_deref() {
            None => space().into(),
            Some([]) => empty::empty(
                Icon::Upload,
                locale.text("past-imports-empty"),
                locale.text("past-imports-empty-hint"),
                None,
            ),
            Some(lines) => self.rows(lines, context),
        };
        let import = button::secondary(locale.text("past-imports-new"))
            .icon(Icon::Upload)
            .on_press_maybe((!context.is_read_only).then_some(Message::ImportPressed));
        let page = page::page(locale.text("past-imports-title"), body).button(import);
        let page = match self.count() as usize {
            0 => page,
            LIMIT.. => page.told(locale.with("history-told-latest", &[("count", LIMIT.into())])),
            count => page.told(locale.with("past-imports-told", &[("count", count.into())])),
        };
        page.into()
    }

    fn rows<'a>(
        &'a self,
        lines: &'a [PastImportLine],
        context: &'a Context,
    ) -> Element<'a, Message> {
        let build = |index: u64| {
            let line = lines.get(usize::try_from(index).ok()?)?;
            let is_at = self.table.cursor() == Some(index);
            Some(Row::new(cells(line, context)).selected(is_at))
        };
        let columns = columns(context);
        let table = table(&self.table, self.count(), columns, build, Message::Table);
        container(Element::from(table))
            .width(Fill)
            .height(Fill)
            .style(surface::panel)
            .into()
    }
}

fn columns(context: &Context) -> Vec<Column> {
    let locale = &context.locale;
    let mut columns = vec![
        Column::new("file", locale.text("past-imports-file"), 240.0)
            .narrowest(118.0)
            .grows(),
        Column::new("when", locale.text("history-when"), 168.0).narrowest(150.0),
        Column::new("who", locale.text("history-who"), 150.0).narrowest(100.0),
    ];
    let counts = [
        ("added", "past-imports-added", 74.0),
        ("updated", "past-imports-updated", 96.0),
        ("merged", "past-imports-merged", 62.0),
        ("skipped", "past-imports-skipped", 74.0),
        ("refused", "past-imports-refused", 64.0),
        ("doubtful", "past-imports-doubtful", 78.0),
    ];
    columns.extend(counts.map(|(key, label, narrowest)| {
        let column = Column::new(key, locale.text(label), 96.0);
        column.narrowest(narrowest).right()
    }));
    columns.push(Column::new("state", locale.text("history-state"), 160.0).narrowest(140.0));
    columns
}

/// Whether somebody signed in as this employee may take an import back.
fn can_take_back(line: &PastImportLine, context: &Context) -> bool {
    let is_mine = line.who == context.me.id || context.me.sees_all;
    is_mine && !context.is_read_only && !line.is_taken_back
}

fn cells<'a>(line: &PastImportLine, context: &Context) -> Vec<Element<'a, Message>> {
    let locale = &context.locale;
    let import = &line.import;
    let source = ellipsis(import.source.clone()).font(MEDIUM);
    let source: Any<'a, Message> = match line.is_taken_back {
        true => source.style(surface::hint).into(),
        false => source.into(),
    };
    let secondary = |words: String| ellipsis(words).style(surface::secondary).into();
    let mut cells = vec![
        source,
        secondary(locale.moment(line.done_at)),
        secondary(context.employee(Some(line.who))),
    ];
    let counts = [
        (import.added, None),
        (import.updated, None),
        (line.merged, None),
        (import.unchanged, None),
        (import.refused, Some(Tone::Busy)),
        (import.doubtful, Some(Tone::Warning)),
    ];
    cells.extend(counts.map(|(count, tone)| {
        let figure = ellipsis(locale.number(count));
        match tone {
            _ if count == 0 || line.is_taken_back => figure.style(surface::hint).into(),
            Some(tone) => figure.style(surface::toned(tone)).into(),
            None => figure.into(),
        }
    }));
    cells.push(state(line, context));
    cells
}

fn state<'a>(line: &PastImportLine, context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    if line.is_taken_back {
        let badge = badge::badge(locale.text("past-imports-taken-back"), Tone::Neutral);
        let redo = (line.is_redoable && !context.is_read_only).then(|| {
            let redo = button::tool(Icon::Redo, locale.text("past-imports-redo"));
            Element::from(redo.compact().on_press(Message::RedoPressed))
        });
        return row![badge, redo]
            .spacing(spacing::XS)
            .align_y(Center)
            .into();
    }
    if !can_take_back(line, context) {
        return space().into();
    }
    button::ghost(locale.text("history-take-back"))
        .icon(Icon::Undo)
        .compact()
        .on_press(Message::TakeBackPressed(line.entry))
        .into()
}
