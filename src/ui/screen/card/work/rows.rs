//! The rows of the tree: what it is, who, until when, how it stands.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use iced::widget::{container, mouse_area, row, space};
use iced::{Center, Fill};

use super::{Known, Message, Work, say};
use crate::domain::task::tree::Condition;
use crate::domain::task::{Meaning, Rank, When};
use crate::domain::{Id, Task};
use crate::ui::screen::card::Message as Outer;
use crate::ui::screen::{Context, task};
use crate::ui::style::{MEDIUM, Tone, height, size, spacing, surface};
use crate::ui::widget::table::Row;
use crate::ui::widget::{Element, Icon, badge, button, ellipsis, icon};

/// How far each level stands in, in logical pixels.
const INDENT: f32 = 22.0;
/// The upper part of a row, held over which a task comes before it, in logical pixels.
const UPPER: f32 = 14.0;

impl Work {
    /// The row of a place in the table, with its rank and those who take part where it `has_room`.
    pub(super) fn row<'a>(
        &'a self,
        known: &'a Known,
        at: u64,
        has_room: bool,
        context: &'a Context,
    ) -> Option<Row<'a, Outer>> {
        let (depth, id) = *self.rows.get(usize::try_from(at).ok()?)?;
        let one = known.tree.get(id)?;
        let now = Utc::now();
        let into = self.drag.and_then(|drag| drag.over);
        let is_target = into == Some((id, false));
        let is_chosen = self.chosen == Some(id);
        let quiet = |words: String| Element::from(ellipsis(words).style(surface::secondary));
        let mut cells = vec![self.name(known, one, (depth, has_room), context)];
        cells.extend(has_room.then(|| quiet(people(known, id, context))));
        cells.push(quiet(dates(known, one, now, context)));
        cells.push(standing(known, one, now, context));
        Some(Row::new(cells).selected(is_chosen || is_target))
    }

    /// The first cell: it can be dragged, and opens and closes its branch.
    fn name<'a>(
        &'a self,
        known: &'a Known,
        one: &'a Task,
        (depth, has_room): (usize, bool),
        context: &'a Context,
    ) -> Element<'a, Outer> {
        let id = one.id;
        let has_below = known.tree.children(Some(id)).next().is_some();
        let is_open = !self.closed.contains(&id);
        let sign: Element<'a, Outer> = match (has_below, is_open) {
            (false, _) => space().width(height::COMPACT).into(),
            (true, is_open) => {
                let (glyph, key) = match is_open {
                    true => (Icon::ChevronDown, "tree-close"),
                    false => (Icon::ChevronRight, "tree-open"),
                };
                button::tool(glyph, context.locale.text(key))
                    .compact()
                    .on_press(say(Message::Fold(id)))
                    .into()
            }
        };
        let glyph = match one.rank {
            Rank::Stage if depth > 1 => Icon::Flag,
            _ => task::glyph(one, &context.catalog),
        };
        let tone = match one.rank {
            Rank::Operation => Tone::Neutral,
            Rank::Project | Rank::Stage => Tone::Accent,
        };
        let name = ellipsis(task::name(one, &context.catalog));
        let name = match one.rank {
            Rank::Operation => name,
            Rank::Project | Rank::Stage => name.font(MEDIUM),
        };
        let rank = (has_room && one.rank != Rank::Operation).then(|| {
            ellipsis(context.locale.rank(one.rank, depth))
                .size(size::HINT)
                .style(surface::hint)
        });
        let comes_before = self.drag.and_then(|drag| drag.over) == Some((id, true));
        let mark = comes_before
            .then(|| icon::sized(Icon::ArrowUp, size::HINT).style(surface::toned(Tone::Accent)));
        let line = row![
            space().width(INDENT * depth as f32),
            sign,
            mark,
            icon(glyph).style(surface::toned(tone)),
            name,
            rank
        ]
        .spacing(spacing::S)
        .align_y(Center);
        let cell = container(line).center_y(Fill).width(Fill);
        mouse_area(cell)
            .on_press(say(Message::Grab(id)))
            .on_double_click(say(Message::Edit(id)))
            .on_move(move |at| say(Message::Over(id, at.y < UPPER)))
            .on_release(say(Message::Drop(id)))
            .into()
    }
}

/// Who takes part, the one who leads first: all where they are few, by surname.
pub(super) fn people(known: &Known, id: Id<Task>, context: &Context) -> String {
    let people = known.people.get(&id).map_or(&[][..], Vec::as_slice);
    match people {
        [] => String::new(),
        [one] => context.employee(Some(one.employee)),
        many => {
            let names = many.iter().map(|one| {
                let name = context.employee(Some(one.employee));
                let surname = name.split(' ').next().unwrap_or_default();
                surname.to_owned()
            });
            names.collect::<Vec<_>>().join(", ")
        }
    }
}

/// When it is: of a stage and a project from the first to the last day of what is below.
fn dates(known: &Known, one: &Task, now: DateTime<Utc>, context: &Context) -> String {
    let today = When::At(now).day();
    let locale = &context.locale;
    if one.rank != Rank::Operation {
        let span = known.tree.summary(one.id).span;
        return span.map_or_else(String::new, |span| days(span, today, context));
    }
    match (one.start(), one.due()) {
        (Some(start), _) => locale.when_short(start, today),
        (None, Some(due)) => locale.with(
            "tree-until",
            &[("when", locale.when_short(due, today).into())],
        ),
        (None, None) => String::new(),
    }
}

fn days((first, last): (NaiveDate, NaiveDate), today: NaiveDate, context: &Context) -> String {
    let locale = &context.locale;
    if first == last {
        return locale.day_short(first, today);
    }
    // The year is said once, where both lie in it.
    let beginning = match first.year() == last.year() {
        true => locale.day_short(first, first),
        false => locale.day_short(first, today),
    };
    format!("{beginning} – {}", locale.day_short(last, today))
}

/// How it stands, in a word and a colour; of what is done its result.
pub(super) fn standing<'a>(
    known: &Known,
    one: &Task,
    now: DateTime<Utc>,
    context: &Context,
) -> Element<'a, Outer> {
    let (words, tone) = standing_words(known, one, now, context);
    badge::badge(words, tone)
}

/// The words and the colour of how a task stands.
pub(super) fn standing_words(
    known: &Known,
    one: &Task,
    now: DateTime<Utc>,
    context: &Context,
) -> (String, Tone) {
    let condition = known.tree.condition(one.id, now);
    let words = context.locale.condition(condition);
    let percent = (one.rank == Rank::Project)
        .then(|| known.tree.summary(one.id).percent())
        .flatten();
    let result = context.catalog.task_result(one.result);
    match (condition, result, percent) {
        (Condition::Done, Some(result), _) => {
            let tone = match result.meaning {
                Meaning::Success => Tone::Free,
                Meaning::Neutral => Tone::Neutral,
                Meaning::Failure => Tone::Busy,
            };
            (result.name.clone(), tone)
        }
        (Condition::Active | Condition::Overdue(_), _, Some(percent)) => {
            (format!("{words} · {percent}%"), tone(condition))
        }
        _ => (words, tone(condition)),
    }
}

/// The colour of how a task stands.
pub(super) fn tone(condition: Condition) -> Tone {
    match condition {
        Condition::Planned | Condition::Cancelled => Tone::Neutral,
        Condition::Today => Tone::Warning,
        Condition::Active => Tone::Accent,
        Condition::Overdue(_) | Condition::Lost => Tone::Busy,
        Condition::Done => Tone::Free,
    }
}
