//! How two people's changes of one task join.

use std::collections::HashMap;

use crate::domain::merge::{self, Side};
use crate::domain::task::{Assignment, CheckItem, Participant, Task};
use crate::domain::{Employee, Id};

/// A part of a task that is changed as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// For which client and with whom.
    Client,
    /// Which kind of operation, and what came of it from the dictionary of that kind.
    Kind,
    /// What it is called.
    Title,
    /// The result that is hoped for.
    Plan,
    /// What came of it, in words.
    Outcome,
    /// Why it was lost.
    Reason,
    /// How much it matters.
    Priority,
    /// What has become of it, and when.
    State,
    /// When it begins, and how long it lasts.
    Start,
    /// Until when it has to be done.
    Due,
    /// Where.
    Place,
    /// By what people reach each other for it.
    Medium,
    /// What it makes of those who take part.
    Availability,
    /// Who looks after it.
    Controller,
    /// How many levels its tree has.
    Levels,
    /// The sum of the deal.
    Amount,
    /// When the deal is expected to be won.
    Expected,
    /// Where the project stands, and since when.
    Stage,
    /// Whether the process demands it.
    Required,
    /// The rule it repeats by.
    Series,
    /// How much an employee takes part.
    Participant(Id<Employee>),
    /// A line of the check list.
    Item(Id<CheckItem>),
}

/// Joins `mine` and `theirs`, both made from `base`: what only one has changed is taken from that
/// one. Where the task stands in its tree is left as they have it; the rows have the versions of
/// `theirs`.
///
/// # Errors
/// The fields that both have changed, each to something else, and that `choices` leaves open.
pub fn merge(
    base: &Assignment,
    theirs: &Assignment,
    mine: &Assignment,
    choices: &HashMap<Field, Side>,
) -> Result<Assignment, Vec<Field>> {
    let mut join = Join {
        choices,
        clashes: Vec::new(),
    };
    let joined = Assignment {
        task: join.task([&base.task, &theirs.task, &mine.task]),
        participants: join.participants([base, theirs, mine]),
        items: join.items([base, theirs, mine]),
    };
    match join.clashes.is_empty() {
        true => Ok(joined),
        false => Err(join.clashes),
    }
}

struct Join<'a> {
    choices: &'a HashMap<Field, Side>,
    clashes: Vec<Field>,
}

impl Join<'_> {
    fn task(&mut self, three: [&Task; 3]) -> Task {
        let mut task = three[1].clone();
        let clients = three.map(|one| (one.client, one.contact));
        (task.client, task.contact) = self.pick(Field::Client, clients);
        let kinds = three.map(|one| (one.kind, one.result));
        (task.kind, task.result) = self.pick(Field::Kind, kinds);
        let text = |value: &String| value.clone();
        task.title = text(self.pick(Field::Title, three.map(|one| &one.title)));
        task.plan = text(self.pick(Field::Plan, three.map(|one| &one.plan)));
        task.outcome = text(self.pick(Field::Outcome, three.map(|one| &one.outcome)));
        task.place = text(self.pick(Field::Place, three.map(|one| &one.place)));
        task.reason = self.pick(Field::Reason, three.map(|one| one.reason));
        task.priority = self.pick(Field::Priority, three.map(|one| one.priority));
        let states = three.map(|one| (one.state, one.finished_at));
        (task.state, task.finished_at) = self.pick(Field::State, states);
        self.times(&mut task, three);
        task.medium = self.pick(Field::Medium, three.map(|one| one.medium));
        let availability = three.map(|one| one.availability);
        task.availability = self.pick(Field::Availability, availability);
        task.controller = self.pick(Field::Controller, three.map(|one| one.controller));
        task.is_required = self.pick(Field::Required, three.map(|one| one.is_required));
        task.series = self.pick(Field::Series, three.map(|one| one.series));
        self.deal(&mut task, three);
        task
    }

    fn times(&mut self, task: &mut Task, three: [&Task; 3]) {
        let starts = three.map(|one| (one.starts_at, one.starts_on, one.minutes));
        (task.starts_at, task.starts_on, task.minutes) = self.pick(Field::Start, starts);
        let dues = three.map(|one| (one.due_at, one.due_on));
        (task.due_at, task.due_on) = self.pick(Field::Due, dues);
    }

    /// What only a project says.
    fn deal(&mut self, task: &mut Task, three: [&Task; 3]) {
        task.levels = self.pick(Field::Levels, three.map(|one| one.levels));
        let sums = three.map(|one| (one.amount, one.currency));
        (task.amount, task.currency) = self.pick(Field::Amount, sums);
        task.expected_on = self.pick(Field::Expected, three.map(|one| one.expected_on));
        let stages = three.map(|one| (one.stage, one.stage_since));
        (task.stage, task.stage_since) = self.pick(Field::Stage, stages);
    }

    /// The value of whoever changed it; where both did, the chosen one, or a clash.
    fn pick<T: PartialEq>(&mut self, field: Field, three: [T; 3]) -> T {
        merge::pick(self.choices, &mut self.clashes, field, three)
    }

    /// Two people who ask a colleague in have done the same.
    fn participants(&mut self, three: [&Assignment; 3]) -> Vec<Participant> {
        let [_, theirs, mine] = three;
        let both = theirs.participants.iter().chain(&mine.participants);
        let mut joined: Vec<Participant> = Vec::new();
        let mut seen = Vec::new();
        for known in both {
            if seen.contains(&known.employee) {
                continue;
            }
            seen.push(known.employee);
            let degrees = three.map(|one| {
                let found = one.participants.iter();
                let found = found.filter(|one| one.employee == known.employee);
                found.map(|one| one.degree).next()
            });
            let degree = self.pick(Field::Participant(known.employee), degrees);
            joined.extend(degree.map(|degree| Participant {
                degree,
                ..known.clone()
            }));
        }
        joined
    }

    fn items(&mut self, three: [&Assignment; 3]) -> Vec<CheckItem> {
        let [_, theirs, mine] = three;
        let mut joined: Vec<CheckItem> = Vec::new();
        let mut seen = Vec::new();
        for known in theirs.items.iter().chain(&mine.items) {
            if seen.contains(&known.id) {
                continue;
            }
            seen.push(known.id);
            let said = three.map(|one| {
                let found = one.items.iter().find(|item| item.id == known.id);
                found.map(|item| (&item.text, item.is_done, item.position))
            });
            let item = self.pick(Field::Item(known.id), said);
            joined.extend(item.map(|(text, is_done, position)| CheckItem {
                text: text.clone(),
                is_done,
                position,
                ..known.clone()
            }));
        }
        joined.sort_by_key(|item| item.position);
        joined
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::task::{Degree, Priority, Rank, State};

    fn assignment() -> Assignment {
        let me = Id::generate();
        let mut task = Task::new(Rank::Operation, "Звонок", me);
        task.version = 1;
        let mut assignment = Assignment::new(task, me);
        assignment.participants[0].version = 1;
        assignment
    }

    #[test]
    fn changes_of_different_fields_are_both_kept() {
        let base = assignment();
        let (mut theirs, mut mine) = (base.clone(), base.clone());
        theirs.task.priority = Priority::High;
        theirs.task.version = 2;
        theirs.task.position = 4;
        mine.task.plan = "Договориться о встрече".into();
        let colleague = Id::generate();
        let asked = Participant::new(base.task.id, colleague, Degree::Assists);
        mine.participants.push(asked);
        mine.items
            .push(CheckItem::new(base.task.id, "Поздороваться", 0));

        let joined = merge(&base, &theirs, &mine, &HashMap::new()).unwrap();
        assert_eq!(joined.task.priority, Priority::High);
        assert_eq!(joined.task.plan, "Договориться о встрече");
        assert_eq!((joined.task.version, joined.task.position), (2, 4));
        assert_eq!(joined.participants.len(), 2);
        assert_eq!(joined.items.len(), 1);
    }

    #[test]
    fn changes_of_the_same_field_are_asked_about() {
        let base = assignment();
        let (mut theirs, mut mine) = (base.clone(), base.clone());
        theirs.task.title = "Встреча".into();
        mine.task.title = "Презентация".into();
        let clashes = merge(&base, &theirs, &mine, &HashMap::new()).unwrap_err();
        assert_eq!(clashes, [Field::Title]);
        let choices = HashMap::from([(Field::Title, Side::Mine)]);
        let joined = merge(&base, &theirs, &mine, &choices).unwrap();
        assert_eq!(joined.task.title, "Презентация");
    }

    #[test]
    fn what_was_finished_meanwhile_stays_finished() {
        let base = assignment();
        let (mut theirs, mut mine) = (base.clone(), base.clone());
        theirs.task.finish(State::Done, chrono::Utc::now());
        mine.task.place = "Малая Морская, 14".into();
        mine.participants.clear();
        let joined = merge(&base, &theirs, &mine, &HashMap::new()).unwrap();
        assert_eq!(joined.task.state, State::Done);
        assert_eq!(joined.task.place, "Малая Морская, 14");
        assert_eq!(joined.participants, []);
    }
}
