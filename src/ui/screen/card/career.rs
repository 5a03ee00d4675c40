//! Where a person works and worked: several places at once, none, and those of the past.

mod editor;

use chrono::{Local, NaiveDate};
use iced::widget::{column, row};
use iced::{Center, Fill};

use super::entries::{adds, entry};
use super::parts::{nothing, part};
use super::section::{Part, Place, Section, Side};
use super::tabs::Tab;
use super::{Message as Outer, PAGE, Sheet, write};
use crate::domain::biography::{self, career};
use crate::domain::client::Kind;
use crate::domain::listing::Listing;
use crate::domain::{Card, Id, Job, Operation};
use crate::error::Result;
use crate::ui::screen::{Action, Context, Press, pick, words};
use crate::ui::style::{MEDIUM, Tone, size, spacing, surface};
use crate::ui::widget::keyed::pressable;
use crate::ui::widget::{Element, Icon, avatar, badge, button, ellipsis, focus, note};
use crate::workspace::Reader;

use editor::{Editor, Task};

/// The side of the sign of a place, in logical pixels.
const SIGN: f32 = 28.0;

/// The career of a person.
#[derive(Debug, Default)]
pub struct Career {
    editor: Option<Editor>,
}

/// What the career shows.
#[derive(Debug, Clone)]
pub struct Places {
    jobs: Vec<Job>,
    /// The organisations they name, as far as these may be seen.
    employers: Vec<Listing>,
}

/// What happened to the career.
#[derive(Debug, Clone)]
pub enum Message {
    /// A place is to be entered.
    Add,
    /// The person has moved to another employer.
    Move,
    /// A place is to be changed.
    Edit(Id<Job>),
    /// The main place is to be changed.
    EditMain,
    /// A place is to be removed.
    Remove(Id<Job>),
    /// Something was typed.
    Typed(editor::Message),
    /// What was typed is to be saved.
    Save,
    /// What was typed is done with.
    Close,
}

fn say(message: Message) -> Outer {
    Outer::Part(Part::Career(message))
}

fn say_pick(message: pick::Message) -> Outer {
    say(Message::Typed(editor::Message::Pick(message)))
}

impl Section for Career {
    const PLACE: Place = Place {
        tab: Tab::People,
        side: Side::Left,
    };
    type Facts = Places;
    type Message = Message;

    fn belongs_to(kind: Kind) -> bool {
        kind == Kind::Person
    }

    fn read(reader: Reader<'_>, card: &Card) -> Result<Places> {
        if card.client.kind == Kind::Organization {
            return Ok(Places {
                jobs: Vec::new(),
                employers: Vec::new(),
            });
        }
        let jobs: Vec<Job> = reader.rows_on(card.client.id)?;
        let mut employers: Vec<_> = jobs.iter().filter_map(|job| job.employer).collect();
        employers.extend(card.client.employer);
        employers.sort();
        employers.dedup();
        Ok(Places {
            employers: reader.listings(&employers)?,
            jobs,
        })
    }

    fn update(&mut self, message: Message, sheet: &Sheet, context: &Context) -> Action<Outer> {
        let person = sheet.card.client.id;
        let places = &sheet.facts.career;
        match message {
            Message::Add => self.edit(Task::Add, Job::new(person), sheet, context),
            Message::Move => self.edit(Task::Move, Job::new(person), sheet, context),
            Message::Edit(id) => match places.jobs.iter().find(|job| job.id == id) {
                Some(job) => self.edit(Task::Edit, job.clone(), sheet, context),
                None => Action::none(),
            },
            Message::EditMain => match main(sheet) {
                Some(place) => self.edit(Task::EditMain, place.job, sheet, context),
                None => Action::none(),
            },
            Message::Remove(id) => match places.jobs.iter().find(|job| job.id == id) {
                Some(job) => {
                    let job = job.clone();
                    write(Operation::EditCareer, None, context, move |tx| {
                        tx.delete(&job)
                    })
                }
                None => Action::none(),
            },
            Message::Typed(message) => match &mut self.editor {
                Some(editor) => Action::run(editor.update(message, context)),
                None => Action::none(),
            },
            Message::Save => self.save(context),
            Message::Close => {
                self.editor = None;
                Action::none()
            }
        }
    }

    fn press(&mut self, press: &Press, _: &Sheet, context: &Context) -> Option<Action<Outer>> {
        let is_save = press.is_command('s') && self.editor.is_some();
        is_save.then(|| self.save(context))
    }

    fn is_dirty(&self) -> bool {
        self.editor.as_ref().is_some_and(Editor::is_dirty)
    }

    fn fold(&mut self) -> bool {
        self.editor.take().is_some()
    }

    fn view<'a>(&'a self, sheet: &'a Sheet, context: &'a Context) -> Option<Element<'a, Outer>> {
        let locale = &context.locale;
        let mut lines: Vec<Element<'a, Outer>> = Vec::new();
        let is_new = |editor: &&Editor| matches!(editor.task(), Task::Add | Task::Move);
        if let Some(editor) = self.editor.as_ref().filter(is_new) {
            lines.push(editor.view(context));
        }
        for place in career(&sheet.card.client, &sheet.facts.career.jobs, today()) {
            let edited = self.editor.as_ref().filter(|it| it.is_of(&place));
            lines.push(match edited {
                Some(editor) => editor.view(context),
                None => line(&place, sheet, context),
            });
        }
        if lines.is_empty() {
            lines.push(nothing(locale.text("career-none")));
        }
        let moves = main(sheet).is_some().then(|| {
            let face = button::ghost(locale.text("career-move"))
                .icon(Icon::ArrowRight)
                .compact()
                .on_press_maybe((!context.is_read_only).then(|| say(Message::Move)));
            pressable(face, (!context.is_read_only).then(|| say(Message::Move)))
        });
        let add = adds(locale.text("career-add"), say(Message::Add), context);
        let buttons = row![moves, add].spacing(spacing::XS);
        Some(part(
            locale.text("career-title"),
            Some(buttons.into()),
            lines,
        ))
    }
}

impl Career {
    fn edit(&mut self, task: Task, job: Job, sheet: &Sheet, context: &Context) -> Action<Outer> {
        let employer = employer(sheet, &job);
        let name = employer.map(|one| one.client.title());
        let name = name.unwrap_or_else(|| job.employer_name.clone());
        let editor = Editor::new(task, job, name, &context.locale);
        let first = editor.first();
        self.editor = Some(editor);
        Action::run(focus::on(PAGE.into(), first.into()))
    }

    fn save(&mut self, context: &Context) -> Action<Outer> {
        let Some(editor) = &mut self.editor else {
            return Action::none();
        };
        let task = editor.task();
        let Some(job) = editor.finished() else {
            return Action::none();
        };
        let closed = Some(Part::Career(Message::Close));
        let operation = match task {
            Task::Move => Operation::ChangeEmployer,
            _ => Operation::EditCareer,
        };
        let day_before = job.since.and_then(|since| since.pred_opt());
        let until = day_before.unwrap_or_else(today);
        write(operation, closed, context, move |tx| match task {
            Task::Add | Task::Edit => tx.save(&job).map(drop),
            Task::EditMain => tx.save_main_job(&job),
            Task::Move => tx.change_employer(&job, until),
        })
    }
}

/// The main place of work of the person.
fn main(sheet: &Sheet) -> Option<biography::Place> {
    let places = career(&sheet.card.client, &sheet.facts.career.jobs, today());
    places.into_iter().find(|place| place.is_main)
}

/// The card of the organisation, where there is one that may be seen.
fn employer<'a>(sheet: &'a Sheet, job: &Job) -> Option<&'a Listing> {
    let mut employers = sheet.facts.career.employers.iter();
    employers.find(|known| Some(known.client.id) == job.employer)
}

fn line<'a>(
    place: &biography::Place,
    sheet: &'a Sheet,
    context: &'a Context,
) -> Element<'a, Outer> {
    let locale = &context.locale;
    let job = &place.job;
    let employer = employer(sheet, job);
    let name = match employer {
        Some(listing) => words::title(locale, &listing.client),
        None if job.employer_name.trim().is_empty() => locale.text("career-unnamed"),
        None => job.employer_name.trim().to_owned(),
    };
    let name = ellipsis(name).font(MEDIUM).size(size::BASE);
    let parts = [job.position.trim(), job.department.trim()];
    let parts = parts.map(|part| (!part.is_empty()).then(|| part.to_owned()));
    let parts = parts.into_iter().flatten().chain(days(job, context));
    let below = parts.collect::<Vec<_>>().join(" · ");
    let below =
        (!below.is_empty()).then(|| ellipsis(below).size(size::HINT).style(surface::secondary));
    let doubt = job.doubt();
    let doubt = doubt.map(|doubt| note::under(locale.doubt(&doubt), Tone::Warning));
    let mark = match (place.is_main, job.is_past(today())) {
        (true, _) => badge::badge(locale.text("career-main"), Tone::Accent),
        (false, false) => badge::badge(locale.text("career-now"), Tone::Free),
        (false, true) => badge::badge(locale.text("career-past"), Tone::Neutral),
    };
    let sign = match employer {
        Some(listing) => words::face(&listing.client, SIGN),
        None => avatar::tile(Icon::Building, Tone::Neutral, SIGN),
    };
    let told = column![name, below, doubt].width(Fill);
    let face = row![sign, told, mark].spacing(spacing::M).align_y(Center);
    let id = match place.is_main {
        true => "job main".to_owned(),
        false => format!("job {}", job.id.raw()),
    };
    let line = entry(id, face);
    let line = match employer {
        Some(listing) => line.on_open(Outer::Open(listing.client.id)),
        None => line,
    };
    let line = match place.is_main {
        true => line.on_edit(say(Message::EditMain)),
        false => line
            .on_edit(say(Message::Edit(job.id)))
            .on_remove(say(Message::Remove(job.id))),
    };
    line.view(context)
}

/// From when to when.
fn days(job: &Job, context: &Context) -> Option<String> {
    let locale = &context.locale;
    let day = |day: NaiveDate| locale.date(day);
    match (job.since, job.until) {
        (Some(since), Some(until)) => Some(format!("{} – {}", day(since), day(until))),
        (Some(since), None) => Some(locale.with("career-since", &[("day", day(since).into())])),
        (None, Some(until)) => Some(locale.with("career-until", &[("day", day(until).into())])),
        (None, None) => None,
    }
}

fn today() -> NaiveDate {
    Local::now().date_naive()
}
