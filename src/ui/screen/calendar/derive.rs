//! What is drawn, made anew whenever days, employees or entries change.

use chrono::{Local, NaiveDate};

use crate::domain::calendar::packing::lanes;
use crate::domain::calendar::{Column, Entry, Range, arrange, busy_hours, wall_clock};
use crate::domain::task::{Availability, State, When};
use crate::domain::working_time::{AbsenceKind, Day, WorkCalendar};
use crate::domain::{Employee, Id};
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::widget::time_grid::{Ground, Mark, Tile};

/// The hours that are looked at where nobody works.
const USUAL: (i64, i64) = (9 * 60, 18 * 60);

/// What is drawn.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    /// The columns.
    pub columns: Vec<Column>,
    /// What the columns stand on.
    pub grounds: Vec<Ground>,
    /// The hours of each column, one after the other: what they are made of.
    pub strips: Vec<Vec<Option<Availability>>>,
    /// The entries among the hours.
    pub tiles: Vec<Tile>,
    /// What stands above the hours.
    pub bars: Vec<Strip>,
}

/// Something above the hours, over one column or several.
#[derive(Debug, Clone, PartialEq)]
pub struct Strip {
    /// Which entry; `None` for an absence.
    pub entry: Option<usize>,
    /// Its first and its last column.
    pub columns: (usize, usize),
    /// In which line, counted from above.
    pub lane: usize,
    /// Its words.
    pub words: String,
    /// What it makes of those who take part.
    pub availability: Availability,
    /// Whether it is over and done.
    pub is_done: bool,
}

impl Shown {
    /// What is drawn of these entries on these days of these employees, `apart` in columns of
    /// their own or not.
    pub fn of(
        entries: &[Entry],
        (range, employees): (Range, &[Id<Employee>]),
        apart: bool,
        context: &Context,
    ) -> Self {
        let columns = columns(range, employees, apart);
        let arranged = arrange(&Local, &columns, entries);
        let work = &context.catalog.calendar;
        let today = Local::now().date_naive();
        let grounds: Vec<_> = columns
            .iter()
            .enumerate()
            .map(|(at, column)| Ground {
                working: hours(work, column),
                is_away: is_away(work, column),
                begins_day: at == 0 || columns[at - 1].day != column.day,
                is_today: column.day == today,
            })
            .collect();
        let strips = columns.iter().zip(&grounds);
        let strips = strips.map(|(column, ground)| strip(entries, column, *ground));
        let is_marked = employees.len() > 1 && !apart;
        let tiles = arranged.blocks.iter().map(|block| {
            let entry = &entries[block.entry];
            tile(entry, *block, is_marked, context)
        });
        Self {
            strips: strips.collect(),
            tiles: tiles.collect(),
            bars: bars(entries, &arranged.bars, &columns, context),
            columns,
            grounds,
        }
    }

    /// The first minute worth seeing: half an hour before work begins, or before an entry earlier
    /// than that.
    pub fn first_minute(&self) -> i64 {
        let work = self.grounds.iter().filter_map(|ground| ground.working);
        let work = work.map(|(from, _)| from).min().unwrap_or(USUAL.0);
        let tiles = self.tiles.iter().map(|tile| tile.block.from);
        let first = tiles.min().map_or(work, |tile| tile.min(work));
        (first - 15).max(0)
    }

    /// How many lines stand above the hours.
    pub fn lanes(&self) -> usize {
        self.bars.iter().map(|bar| bar.lane + 1).max().unwrap_or(0)
    }
}

fn columns(range: Range, employees: &[Id<Employee>], apart: bool) -> Vec<Column> {
    let of_day = |day: NaiveDate| match apart {
        true => employees
            .iter()
            .map(|employee| Column {
                day,
                employees: vec![*employee],
            })
            .collect(),
        false => vec![Column {
            day,
            employees: employees.to_vec(),
        }],
    };
    range.days().flat_map(of_day).collect()
}

/// Between which minutes anybody of a column works.
fn hours(work: &WorkCalendar, column: &Column) -> Option<(i64, i64)> {
    let hours = column.employees.iter();
    let hours = hours.filter_map(|employee| work.hours(Some(*employee), column.day));
    hours.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
}

/// Whether all of a column are absent.
fn is_away(work: &WorkCalendar, column: &Column) -> bool {
    let mut employees = column.employees.iter();
    employees.all(|employee| work.absence(*employee, column.day).is_some())
}

fn strip(entries: &[Entry], column: &Column, ground: Ground) -> Vec<Option<Availability>> {
    let (from, to) = ground.working.unwrap_or(USUAL);
    let hours = from / 60..(to + 59) / 60;
    if ground.is_away {
        return hours.map(|_| Some(Availability::Away)).collect();
    }
    let of_column = entries.iter().filter(|entry| {
        let mut whose = entry.employees.iter();
        whose.any(|employee| column.employees.contains(employee))
    });
    let of_column: Vec<_> = of_column.collect();
    busy_hours(&Local, column.day, hours, &of_column)
}

fn tile(
    entry: &Entry,
    block: crate::domain::calendar::Block,
    is_marked: bool,
    context: &Context,
) -> Tile {
    let initials = |name: String| -> String {
        let first = name
            .split_whitespace()
            .filter_map(|word| word.chars().next());
        first.take(2).collect()
    };
    let marked = entry.employees.iter().filter(|_| is_marked);
    let marks = marked.map(|id| Mark {
        initials: initials(context.employee(Some(*id))),
        place: place(*id, context),
    });
    Tile {
        block,
        heading: context.locale.entry_heading(entry),
        details: entry.details(),
        marks: marks.collect(),
        tip: tip(entry, context),
        availability: entry.availability,
        is_done: entry.state != State::Open,
        is_movable: entry.task.is_some(),
    }
}

/// The place of an employee in the office, which gives the colour.
pub fn place(id: Id<Employee>, context: &Context) -> usize {
    let mut employees = context.catalog.employees.iter();
    employees.position(|one| one.id == id).unwrap_or_default()
}

/// Everything there is to know about an entry, one thing a line.
pub fn tip(entry: &Entry, context: &Context) -> String {
    let locale = &context.locale;
    let when = locale.entry_time(entry);
    let availability = locale.availability(entry.availability);
    let mut lines = vec![
        format!("{when} · {availability}"),
        locale.entry_heading(entry),
    ];
    if !entry.kind.is_empty() && !entry.title.is_empty() {
        lines.push(entry.title.clone());
    }
    let rest = [
        &entry.result,
        &entry.client,
        &entry.contact,
        &entry.place,
        &entry.phone,
    ];
    lines.extend(rest.into_iter().filter(|line| !line.is_empty()).cloned());
    let names = entry.employees.iter().map(|id| context.employee(Some(*id)));
    lines.push(names.collect::<Vec<_>>().join(", "));
    lines.join("\n")
}

/// What stands above the hours: entries, and absences beside them.
fn bars(
    entries: &[Entry],
    found: &[crate::domain::calendar::Bar],
    columns: &[Column],
    context: &Context,
) -> Vec<Strip> {
    let locale = &context.locale;
    let mut bars = absences(columns, context);
    bars.extend(found.iter().map(|bar| {
        let entry = &entries[bar.entry];
        let words: Vec<_> = std::iter::once(locale.entry_heading(entry))
            .chain(entry.details())
            .collect();
        Strip {
            entry: Some(bar.entry),
            columns: (bar.first, bar.last),
            lane: 0,
            words: words.join(" · "),
            availability: entry.availability,
            is_done: entry.state != State::Open,
        }
    }));
    let spans: Vec<_> = bars.iter().map(|bar| bar.columns).collect();
    for (bar, lane) in bars.iter_mut().zip(lanes(&spans)) {
        bar.lane = lane;
    }
    bars
}

/// The absences of employees, over the columns they cover.
fn absences(columns: &[Column], context: &Context) -> Vec<Strip> {
    let locale = &context.locale;
    let work = &context.catalog.calendar;
    let mut known = Vec::new();
    let mut bars: Vec<Strip> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        for employee in &column.employees {
            let Some(absence) = work.absence(*employee, column.day) else {
                continue;
            };
            let before = known.iter().rposition(|id| *id == absence.id);
            if let Some(bar) = before.map(|before| &mut bars[before])
                && bar.columns.1 + 1 == at
            {
                bar.columns.1 = at;
                continue;
            }
            let mut words = vec![absence_kind(absence.kind, locale)];
            if context.catalog.employees.len() > 1 && column.employees.len() > 1 {
                words.push(context.employee(Some(*employee)));
            }
            words.extend((!absence.note.is_empty()).then(|| absence.note.clone()));
            known.push(absence.id);
            bars.push(Strip {
                entry: None,
                columns: (at, at),
                lane: 0,
                words: words.join(" · "),
                availability: Availability::Away,
                is_done: false,
            });
        }
    }
    bars
}

/// Why somebody is absent.
pub fn absence_kind(kind: AbsenceKind, locale: &Locale) -> String {
    locale.text(match kind {
        AbsenceKind::Leave => "calendar-absence-leave",
        AbsenceKind::Trip => "calendar-absence-trip",
        AbsenceKind::Illness => "calendar-absence-illness",
        AbsenceKind::Other => "calendar-absence-other",
    })
}

/// What the calendar says of a day that is not as usual; empty of every other.
pub fn day_note(day: NaiveDate, context: &Context) -> String {
    let work = &context.catalog.calendar;
    let named = work.special_day(day).map(|special| special.name.as_str());
    if let Some(name) = named.filter(|name| !name.is_empty()) {
        return name.to_owned();
    }
    match work.day(day) {
        Day::Usual => String::new(),
        Day::Short => context.locale.text("calendar-short-day"),
        Day::Working => context.locale.text("calendar-working-day"),
        Day::Holiday => context.locale.text("calendar-holiday"),
    }
}

/// The entries that stand on a day, whole days first.
pub fn of_day(entries: &[Entry], day: NaiveDate) -> Vec<usize> {
    let stands = |entry: &Entry| {
        let (first, last) = entry.days(&Local);
        (first..=last).contains(&day)
    };
    let found = entries.iter().enumerate();
    let mut found: Vec<_> = found.filter(|(_, entry)| stands(entry)).collect();
    found.sort_by_key(|(at, entry)| (!entry.is_above_hours(), entry.when.begins(), *at));
    found.into_iter().map(|(at, _)| at).collect()
}

/// The minute of the day it is now.
pub fn now_minute() -> i64 {
    wall_clock::place(&Local, chrono::Utc::now()).1
}

/// The minute of the day at which an entry begins; of a whole day none has gone by.
pub fn minute_of(entry: &Entry) -> i64 {
    match entry.when {
        When::Day(_) => 0,
        When::At(moment) => wall_clock::place(&Local, moment).1,
    }
}
