//! What must stay fast among millions of tasks: `cargo bench --bench work` prints each figure beside its bar, and
//! asserts nothing.
//!
//! All of it is processor time. The file is made once and kept in `target/bench-cache`.
//! `VIZITKA_BENCH_CLIENTS` makes the base smaller (1 000 000 unless told), `VIZITKA_BENCH_TASKS` the work (3 000 000).

mod common;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{Days, Local, NaiveDate, TimeDelta, Utc};
use common::{cache, copy, line, number, remove, spread, timed};
use cpu_time::ProcessTime;
use iced::Size;
use vizitka::domain::calendar::Scope;
use vizitka::domain::client::Kind;
use vizitka::domain::listing::{Filter, Order};
use vizitka::domain::reminder::Now;
use vizitka::domain::task::finish::Finish;
use vizitka::domain::task::{Degree, Participant, Rank, State, TaskKind, Tree, When, at_minute};
use vizitka::domain::term::Dictionary;
use vizitka::domain::{Client, Employee, Id, Operation, Progress, Task, Term};
use vizitka::error::Result;
use vizitka::i18n::{Language, Locale};
use vizitka::starter;
use vizitka::store::Transaction;
use vizitka::ui::headless::Stage;
use vizitka::ui::screen::Context;
use vizitka::ui::screen::board::{Board, Message};
use vizitka::ui::worker::Worker;
use vizitka::workspace::Workspace;

/// How often a question of one kind is asked.
const ROUNDS: usize = 100;
/// How many work in the office.
const EMPLOYEES: usize = 100;
/// How many deals are open.
const DEALS: usize = 5_000;
/// How many nodes the largest tree has.
const NODES: usize = 500;
/// How long somebody was away who looks at what is due.
const ABSENCE: TimeDelta = TimeDelta::days(14);
/// How many tasks one operation writes while the file is made.
const BATCH: usize = 20_000;

fn main() -> Result<()> {
    let cache = cache();
    let clients = number("VIZITKA_BENCH_CLIENTS", 1_000_000);
    let tasks = number("VIZITKA_BENCH_TASKS", 3_000_000);
    println!("{:<58} {:>12} {:>12}", "what", "measured", "bar");
    let path = office(&cache, clients, tasks)?;
    let (took, mut base) = timed(|| Workspace::open(&path))?;
    line("the file is opened", took, "");
    week(&base)?;
    tree(&base)?;
    due(&mut base)?;
    board(&base)?;
    scrolling(base)?;
    finishing(&cache, &path)
}

/// The days that the work of the office spreads over: eight years back, one ahead.
fn day(at: usize) -> NaiveDate {
    let today = Utc::now().date_naive();
    let back = today - Days::new(8 * 365);
    back + Days::new((at % (9 * 365)) as u64)
}

/// How many operations of one employee fill a day.
const A_DAY: usize = 15;

/// On which day the first of so many operations stands: the last days of them are still to come.
fn first_day(tasks: usize) -> usize {
    let days = tasks / EMPLOYEES / A_DAY;
    (8 * 365 + (days / 2).min(200)).saturating_sub(days)
}

/// The large base with its work, made once.
fn office(cache: &Path, clients: usize, tasks: usize) -> Result<PathBuf> {
    let name = format!("work-{clients}-{tasks}");
    let path = cache.join(&name).with_extension("vizitka");
    if path.exists() {
        return Ok(path);
    }
    eprintln!("making {tasks} tasks, once");
    let part = format!("{name}.part");
    let mut base = copy(cache, clients, &part)?;
    starter::equip(&mut base, &Locale::new(Language::Russian))?;
    let people = employees(&mut base)?;
    let all = base.read().order(
        &Filter::all(Kind::Organization),
        Order::default(),
        &Progress::default(),
    )?;
    let kinds = base.read().catalog()?.task_kinds.clone();
    let all_of = Cast {
        people: &people,
        clients: &all,
        kinds: &kinds,
        first: first_day(tasks),
    };
    for from in (0..tasks).step_by(BATCH) {
        base.transact(Operation::Import, |tx| {
            (from..tasks.min(from + BATCH)).try_for_each(|at| all_of.entry(at, tx))
        })?;
    }
    deals(&mut base, &all_of)?;
    drop(base);
    std::fs::rename(cache.join(&part).with_extension("vizitka"), &path)
        .expect("the cache can be written");
    Ok(path)
}

/// Colleagues beside those of the samples.
fn employees(base: &mut Workspace) -> Result<Vec<Id<Employee>>> {
    let made: Vec<_> = (0..EMPLOYEES)
        .map(|at| Employee::new(&format!("Сотрудник{at}"), "Анна", "Петровна"))
        .collect();
    base.transact(Operation::Import, |tx| {
        made.iter().try_for_each(|one| tx.save(one).map(drop))
    })?;
    Ok(made.iter().map(|one| one.id).collect())
}

/// Who and what the made-up work is about.
struct Cast<'a> {
    people: &'a [Id<Employee>],
    clients: &'a [Id<Client>],
    kinds: &'a [TaskKind],
    /// The day of the first operation.
    first: usize,
}

impl Cast<'_> {
    /// One operation with one client: nearly all of the past are done.
    fn entry(&self, at: usize, tx: &mut Transaction<'_>) -> Result<()> {
        let who = self.people[at % self.people.len()];
        let kind = &self.kinds[at % self.kinds.len()];
        let day = day(self.first + at / self.people.len() / A_DAY + at % 7);
        let minute = 9 * 60 + (at / self.people.len() % A_DAY) as i64 * 32;
        let mut task = Task::operation(kind, who);
        task.client = Some(self.clients[at * 31 % self.clients.len()]);
        task.set_start(Some(When::At(at_minute(day, minute))));
        if at_minute(day, minute) < Utc::now() && !at.is_multiple_of(97) {
            task.finish(State::Done, at_minute(day, minute + 30));
        }
        self.save(&task, who, tx)
    }

    fn save(&self, task: &Task, who: Id<Employee>, tx: &mut Transaction<'_>) -> Result<()> {
        tx.save(task)?;
        tx.save(&Participant::new(task.id, who, Degree::Leads))?;
        Ok(())
    }
}

/// Open deals in all stages; the first has the largest tree.
fn deals(base: &mut Workspace, cast: &Cast<'_>) -> Result<()> {
    let catalog = base.read().catalog()?;
    let stages: Vec<Id<Term>> = catalog
        .terms(Dictionary::DealStage)
        .map(|term| term.id)
        .collect();
    base.transact(Operation::Import, |tx| {
        for at in 0..DEALS {
            let who = cast.people[at % cast.people.len()];
            let mut deal = Task::new(Rank::Project, format!("Поставка {at}"), who);
            deal.client = Some(cast.clients[at * 101 % cast.clients.len()]);
            deal.stage = Some(stages[at % stages.len()]);
            deal.stage_since = Some(Utc::now());
            deal.amount = Some(10_000_000 + at as i64);
            cast.save(&deal, who, tx)?;
            let nodes = if at == 0 { NODES } else { 3 };
            for node in 1..nodes {
                let mut task = Task::operation(&cast.kinds[node % cast.kinds.len()], who);
                task.parent = Some(deal.id);
                task.client = deal.client;
                task.position = node as i64;
                task.set_start(Some(When::Day(day(8 * 365 + node % 60))));
                cast.save(&task, who, tx)?;
            }
        }
        Ok(())
    })?;
    Ok(())
}

/// A week of five employees, as the calendar reads it.
fn week(base: &Workspace) -> Result<()> {
    let catalog = base.read().catalog()?;
    let people: Vec<_> = catalog
        .employees
        .iter()
        .rev()
        .take(EMPLOYEES)
        .map(|one| one.id)
        .collect();
    let (mut took, mut seen) = (Vec::new(), 0);
    for round in 0..ROUNDS {
        let five: Vec<_> = (0..5)
            .map(|at| people[(round * 5 + at) % people.len()])
            .collect();
        let week = Scope::Week.around(day(8 * 365 - round)).moments(&Local);
        let begun = ProcessTime::now();
        let found = base.read().calendar_entries(&five, week, &catalog)?;
        seen = found.len();
        took.push(begun.elapsed());
    }
    spread(
        &format!("a week of five employees ({seen} entries)"),
        took,
        "20 ms",
    );
    Ok(())
}

/// The client of the first deal, which has the largest tree.
fn largest(base: &Workspace) -> Result<Id<Client>> {
    let all = base.read().order(
        &Filter::all(Kind::Organization),
        Order::default(),
        &Progress::default(),
    )?;
    Ok(all[0])
}

/// The tree of a client with a large deal: read and put in order.
fn tree(base: &Workspace) -> Result<()> {
    let client = largest(base)?;
    let mut took = Vec::new();
    for _ in 0..ROUNDS {
        let begun = ProcessTime::now();
        let tasks = base.read().tasks_of(client)?;
        let ids: Vec<_> = tasks.iter().map(|task| task.id).collect();
        base.read().participants_of(&ids)?;
        let tree = Tree::new(tasks);
        assert!(tree.rows(|_| true).len() >= NODES);
        took.push(begun.elapsed());
    }
    spread(
        &format!("the tree of a client with {NODES} tasks"),
        took,
        "20 ms",
    );
    Ok(())
}

/// What rings for each of those who work when they come back: nobody has settled anything meanwhile.
/// What was past when it was entered never rings, so that none of a new file does today.
fn due(base: &mut Workspace) -> Result<()> {
    let owner = base.who();
    let people = base.read().employees()?;
    let busy = people.iter().rev().take(EMPLOYEES);
    let now = Now::from(Local::now() + ABSENCE);
    let (mut took, mut most) = (Vec::new(), 0);
    for one in busy {
        base.sign_in(one.id);
        let begun = ProcessTime::now();
        let found = base.read().due_notices(now)?.len();
        took.push(begun.elapsed());
        most = most.max(found);
    }
    base.sign_in(owner);
    spread(
        &format!("reminders due after two weeks (up to {most} of one)"),
        took,
        "5 ms",
    );
    Ok(())
}

/// The open deals, as their board reads them.
fn board(base: &Workspace) -> Result<()> {
    let (mut took, mut found) = (Vec::new(), 0);
    for _ in 0..ROUNDS {
        let begun = ProcessTime::now();
        found = base.read().deals()?.len();
        took.push(begun.elapsed());
    }
    spread(&format!("the board of {found} open deals"), took, "50 ms");
    Ok(())
}

/// Building and laying out one frame of the board while its columns are scrolled in turn.
fn scrolling(base: Workspace) -> Result<()> {
    let deals = base.read().deals()?;
    let count = deals.len();
    let catalog = base.read().catalog()?;
    let columns = catalog.terms(Dictionary::DealStage).count();
    let context = Context {
        locale: Locale::new(Language::Russian),
        me: base.read().me()?,
        catalog: Arc::new(catalog),
        path: None,
        is_read_only: true,
        opened_at: Utc::now(),
        worker: Worker::new(base)?,
    };
    let mut board = Board::new();
    let _ = board.update(Message::Loaded(Ok(deals)), &context);
    let mut stage = Stage::new(Size::new(1440.0, 900.0));
    let mut took = Vec::new();
    for step in 0..ROUNDS {
        let offset = step as f32 * 137.3;
        let _ = board.update(Message::Scrolled(step % columns, offset), &context);
        let begun = ProcessTime::now();
        stage.lay_out(board.view(&context));
        took.push(begun.elapsed());
    }
    spread(
        &format!("a frame of the board of {count} deals while scrolled"),
        took,
        "2 ms",
    );
    Ok(())
}

/// A task is finished, and the tree, the calendar and the lists that show it are read anew.
fn finishing(cache: &Path, from: &Path) -> Result<()> {
    let path = cache.join("finish.vizitka");
    remove(&path);
    std::fs::copy(from, &path).expect("room on the disk");
    let mut base = Workspace::open(&path)?;
    let client = largest(&base)?;
    let catalog = base.read().catalog()?;
    let open: Vec<_> = base.read().tasks_of(client)?;
    let open = open
        .into_iter()
        .filter(|task| task.rank == Rank::Operation && task.state == State::Open);
    let mut took = Vec::new();
    for task in open.take(ROUNDS) {
        let who = base.read().participants_of(&[task.id])?[&task.id][0].employee;
        let begun = ProcessTime::now();
        base.transact(Operation::FinishTask, |tx| {
            tx.finish_task(task.id, &Finish::new(State::Done), Utc::now())
        })?;
        base.read().tasks_of(client)?;
        let week = Scope::Week.around(Utc::now().date_naive());
        base.read()
            .calendar_entries(&[who], week.moments(&Local), &catalog)?;
        base.read().deals()?;
        base.read().due_notices(Now::from(Local::now()))?;
        took.push(begun.elapsed());
    }
    spread("a task finished, and shown so in its views", took, "200 ms");
    Ok(())
}
