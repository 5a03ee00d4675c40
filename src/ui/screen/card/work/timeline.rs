//! All that happened with a client, the newest first: tasks, notes, files, changes of the card.

use chrono::{DateTime, Utc};
use iced::widget::{column, container, row};
use iced::{Center, Fill, Padding, Task as Command};

use super::{Known, Message, Outer, rows, say};
use crate::domain::task::{Rank, State, When};
use crate::domain::{Attachment, Employee, Id, Note, Task};
use crate::ui::screen::card::Sheet;
use crate::ui::screen::card::history::{Line, Story, lines};
use crate::ui::screen::{Context, task};
use crate::ui::style::{Tone, spacing, surface};
use crate::ui::widget::table::{self, Column, Row, Step, table};
use crate::ui::widget::{Element, Icon, choice, ellipsis, icon, section};

/// How many notes are read; the newest are those one looks for.
const NOTES: usize = 500;

/// What sort of thing happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Something was done, or is to be done.
    Task,
    /// A note was written.
    Note,
    /// A file was put on the card.
    File,
    /// The card was changed.
    Change,
}

impl Sort {
    const ALL: [Self; 4] = [Self::Task, Self::Note, Self::File, Self::Change];

    fn key(self) -> &'static str {
        match self {
            Self::Task => "timeline-tasks",
            Self::Note => "timeline-notes",
            Self::File => "timeline-files",
            Self::Change => "timeline-changes",
        }
    }

    fn icon(self) -> Icon {
        match self {
            Self::Task => Icon::ListChecks,
            Self::Note => Icon::Message,
            Self::File => Icon::Paperclip,
            Self::Change => Icon::Pencil,
        }
    }
}

/// What was read beside the tasks.
#[derive(Debug, Clone)]
pub struct Told {
    notes: Vec<Note>,
    files: Vec<Attachment>,
    story: Story,
}

/// One thing that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Entry {
    at: DateTime<Utc>,
    what: What,
}

/// What it was: its place among those of its sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Task(Id<Task>),
    Note(usize),
    File(usize),
    Change(usize),
}

impl What {
    fn sort(self) -> Sort {
        match self {
            Self::Task(_) => Sort::Task,
            Self::Note(_) => Sort::Note,
            Self::File(_) => Sort::File,
            Self::Change(_) => Sort::Change,
        }
    }
}

/// The timeline of a client.
#[derive(Debug, Default)]
pub struct Timeline {
    told: Option<Told>,
    only: Option<Sort>,
    table: table::State,
}

/// Reads what stands in the timeline beside the tasks.
pub fn read(sheet: &Sheet, context: &Context) -> Command<Outer> {
    let (id, kind) = (sheet.card.client.id, sheet.card.client.kind);
    let read = context.worker.read(move |reader| {
        let mut notes = reader.key_points_of(id)?;
        notes.extend(reader.notes_of(id, NOTES)?);
        Ok(Box::new(Told {
            notes,
            files: reader.rows_on(id)?,
            story: Story::read(reader, id, kind)?,
        }))
    });
    Command::perform(read, |told| say(Message::Told(told)))
}

impl Timeline {
    /// Takes over what was read.
    pub fn take(&mut self, told: Told) {
        self.told = Some(told);
    }

    /// Shows things of that sort alone, or all.
    pub fn choose(&mut self, sort: Option<Sort>) {
        self.only = sort;
        self.table.restart();
    }

    /// Moves the cursor.
    pub fn step(&mut self, step: Step, known: Option<&Known>) {
        let count = self.entries(known).len() as u64;
        self.table.step(step, count);
    }

    /// What happened in the table; the task that is to be opened.
    pub fn update(&mut self, message: table::Message, known: Option<&Known>) -> Option<Id<Task>> {
        let entries = self.entries(known);
        match self.table.update(message, entries.len() as u64) {
            table::Action::Open(at) => {
                let entry = entries.get(usize::try_from(at).ok()?)?;
                match entry.what {
                    What::Task(id) => Some(id),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// What happened, the newest first; what is planned stands above.
    fn entries(&self, known: Option<&Known>) -> Vec<Entry> {
        let tasks = known.into_iter().flat_map(|known| known.tree.tasks());
        // A stage tells nothing that is not told by what is below it.
        let tasks = tasks.filter(|one| one.rank == Rank::Operation || one.finished_at.is_some());
        let tasks = tasks.map(|one| Entry {
            at: when(one).begins(),
            what: What::Task(one.id),
        });
        let mut entries: Vec<Entry> = tasks.collect();
        if let Some(told) = &self.told {
            let notes = told.notes.iter().enumerate();
            entries.extend(notes.map(|(at, note)| Entry {
                at: note.written_at,
                what: What::Note(at),
            }));
            let files = told.files.iter().enumerate();
            entries.extend(files.map(|(at, file)| Entry {
                at: file.added_at,
                what: What::File(at),
            }));
            let deeds = told.story.deeds.iter().enumerate();
            entries.extend(deeds.map(|(at, deed)| Entry {
                at: deed.entry.done_at,
                what: What::Change(at),
            }));
        }
        entries.retain(|entry| self.only.is_none_or(|only| entry.what.sort() == only));
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.at));
        entries
    }

    /// The timeline, with the sorts above it.
    pub fn view<'a>(&'a self, known: &'a Known, context: &'a Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let all = choice::chip(
            locale.text("timeline-all"),
            self.only.is_none(),
            say(Message::Sort(None)),
        );
        let sorts = Sort::ALL.map(|sort| {
            let is_on = self.only == Some(sort);
            choice::chip(
                locale.text(sort.key()),
                is_on,
                say(Message::Sort(Some(sort))),
            )
        });
        let bar = row![all].extend(sorts).spacing(spacing::XS);
        let bar = container(bar.align_y(Center))
            .padding(Padding::from([spacing::S, spacing::XL]))
            .width(Fill)
            .style(surface::panel);
        let entries = self.entries(Some(known));
        let columns = vec![
            Column::new("when", locale.text("timeline-when"), 150.0).narrowest(130.0),
            Column::new("what", locale.text("timeline-what"), 460.0)
                .narrowest(240.0)
                .grows(),
            Column::new("who", locale.text("timeline-who"), 160.0).narrowest(110.0),
            Column::new("state", locale.text("tree-state"), 180.0).narrowest(120.0),
        ];
        let count = entries.len() as u64;
        let build = move |at: u64| {
            let entry = entries.get(usize::try_from(at).ok()?)?;
            let is_at = self.table.cursor() == Some(at);
            let shown = Shown {
                told: self.told.as_ref(),
                known,
                context,
            };
            Some(Row::new(shown.cells(*entry)?).selected(is_at))
        };
        let table = table(&self.table, count, columns, build, |message| {
            say(Message::Timeline(message))
        });
        let table = container(Element::from(table))
            .width(Fill)
            .height(Fill)
            .style(surface::panel);
        column![bar, section::divider(), table].into()
    }
}

/// Where a task stands in time: when it was finished, else when it begins or is due.
fn when(one: &Task) -> When {
    let finished = one.finished_at.map(When::At);
    let planned = one.start().or_else(|| one.due());
    let given = When::At(one.id.created_at());
    finished.or(planned).unwrap_or(given)
}

/// What the rows are made of.
#[derive(Clone, Copy)]
struct Shown<'a> {
    told: Option<&'a Told>,
    known: &'a Known,
    context: &'a Context,
}

impl<'a> Shown<'a> {
    fn cells(self, entry: Entry) -> Option<Vec<Element<'a, Outer>>> {
        let context = self.context;
        let locale = &context.locale;
        let (glyph, what, who, state) = match entry.what {
            What::Task(id) => {
                let one = self.known.tree.get(id)?;
                let state = rows::standing(self.known, one, Utc::now(), context);
                let who = rows::people(self.known, id, context);
                let name = task::name(one, &context.catalog);
                let said = match one.state {
                    State::Open => one.plan.lines().next(),
                    _ => one.outcome.lines().next(),
                };
                let what = match said.unwrap_or_default() {
                    "" => name,
                    said => format!("{name} — {said}"),
                };
                (task::glyph(one, &context.catalog), what, who, Some(state))
            }
            What::Note(at) => {
                let note = self.told?.notes.get(at)?;
                let first = note.text.lines().next().unwrap_or_default();
                (
                    Sort::Note.icon(),
                    first.to_owned(),
                    self.who(note.author),
                    None,
                )
            }
            What::File(at) => {
                let file = self.told?.files.get(at)?;
                (Sort::File.icon(), file.name.clone(), String::new(), None)
            }
            What::Change(at) => {
                let told = self.told?;
                let deed = told.story.deeds.get(at)?;
                let who = self.who(Some(deed.entry.who));
                let name = locale.operation(deed.entry.operation);
                let first = lines(deed, &told.story, context).into_iter().next();
                let what = match first {
                    Some(Line::Sentence(words)) => format!("{name} — {words}"),
                    Some(Line::Changed(label, _, after)) => format!("{name} — {label}: {after}"),
                    None => name,
                };
                (Sort::Change.icon(), what, who, None)
            }
        };
        let day = match entry.what {
            What::Task(id) => self.known.tree.get(id).map(when),
            What::Note(_) | What::File(_) | What::Change(_) => None,
        };
        let day = locale.when(day.unwrap_or(When::At(entry.at)));
        let when = ellipsis(day).style(surface::secondary);
        let sign = icon(glyph).style(surface::toned(Tone::Neutral));
        let what = row![sign, ellipsis(what)]
            .spacing(spacing::S)
            .align_y(Center);
        let who = ellipsis(who).style(surface::secondary);
        let state = state.unwrap_or_else(|| iced::widget::space().into());
        Some(vec![when.into(), what.into(), who.into(), state])
    }

    fn who(self, employee: Option<Id<Employee>>) -> String {
        self.context.employee(employee)
    }
}
