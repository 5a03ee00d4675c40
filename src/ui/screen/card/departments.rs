//! The departments of an organisation as a tree, with its people in them: moved by drag, and by the
//! arrows with Alt.

mod row;

use std::collections::HashMap;

use chrono::Local;
use iced::Task as Command;
use iced::widget::{Column, mouse_area};

use super::entries::adds;
use super::parts::{nothing, part};
use super::section::{Part, Place, Section, Side};
use super::tabs::Tab;
use super::{Message as Outer, PAGE, Sheet, write};
use crate::domain::client::Kind;
use crate::domain::department::{Step, Tree};
use crate::domain::listing::Listing;
use crate::domain::{Card, Client, Department, Id, Job, Operation};
use crate::error::{Error, Result};
use crate::ui::screen::{Action, Context, Wish};
use crate::ui::style::spacing;
use crate::ui::widget::{Element, focus, text};
use crate::workspace::Reader;

/// The name by which the field of a name is focused.
const NAME: &str = "department name";

/// The departments of an organisation.
#[derive(Debug, Default)]
pub struct Departments {
    editing: Option<Editing>,
    drag: Option<Drag>,
    /// The line that gets the focus once the tree was read again.
    follow: Option<Line>,
    /// Who stands in which department, as it was read last.
    placed: HashMap<Id<Client>, Id<Department>>,
}

/// What the tree shows.
#[derive(Debug, Clone)]
pub struct Structure {
    tree: Tree,
    /// Places of work here that people have beside their main one.
    jobs: Vec<Job>,
}

/// A line of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// A department.
    Department(Id<Department>),
    /// A person of the organisation.
    Person(Id<Client>),
    /// The end of the tree: people without a department; the top for a department.
    Top,
}

/// A name being typed.
#[derive(Debug, Clone)]
struct Editing {
    department: Department,
    name: String,
    is_checked: bool,
}

/// A line on its way to another.
#[derive(Debug, Clone, Copy)]
struct Drag {
    what: Line,
    over: Option<Line>,
}

/// What happened in the tree.
#[derive(Debug, Clone)]
pub enum Message {
    /// A department is to be made, in another one or at the top.
    Add(Option<Id<Department>>),
    /// A department is to be renamed.
    Rename(Id<Department>),
    /// A name was typed.
    Typed(String),
    /// The name is whole.
    Save,
    /// The name is done with.
    Close,
    /// A department is to be removed, or a person taken out of one.
    Remove(Line),
    /// A line is to move one step.
    Step(Line, Step),
    /// The mouse was pressed on a line.
    Grab(Line),
    /// The mouse has come over a line.
    Over(Line),
    /// The mouse was released on a line.
    Drop(Line),
    /// The mouse has left the tree, or was released beside the lines.
    LetGo,
}

fn say(message: Message) -> Outer {
    Outer::Part(Part::Departments(message))
}

impl Section for Departments {
    const PLACE: Place = Place {
        tab: Tab::People,
        side: Side::Right,
    };
    type Facts = Structure;
    type Message = Message;

    fn belongs_to(kind: Kind) -> bool {
        kind == Kind::Organization
    }

    fn read(reader: Reader<'_>, card: &Card) -> Result<Structure> {
        if card.client.kind == Kind::Person {
            return Ok(Structure {
                tree: Tree::default(),
                jobs: Vec::new(),
            });
        }
        Ok(Structure {
            tree: reader.departments(card.client.id)?,
            jobs: reader.jobs_at(card.client.id)?,
        })
    }

    fn seen(&mut self, sheet: &Sheet, _context: &Context) -> Command<Outer> {
        let people = sheet.people.iter().map(|one| &one.client);
        let placed = people.filter_map(|one| Some((one.id, placed(sheet, one)?)));
        self.placed = placed.collect();
        match self.follow.take() {
            Some(line) => focus::on(PAGE.into(), row::id(line).into()),
            None => Command::none(),
        }
    }

    fn update(&mut self, message: Message, sheet: &Sheet, context: &Context) -> Action<Outer> {
        let organization = sheet.card.client.id;
        let tree = &sheet.facts.departments.tree;
        match message {
            Message::Add(parent) => {
                let mut department = Department::new(organization, "");
                department.parent = parent;
                match tree.check(department.id, parent) {
                    Ok(()) => self.edit(department),
                    Err(why) => Action::wish(Wish::Fail(why.into())),
                }
            }
            Message::Rename(id) => match tree.get(id) {
                Some(department) => self.edit(department.clone()),
                None => Action::none(),
            },
            Message::Typed(name) => {
                if let Some(editing) = &mut self.editing {
                    editing.name = name;
                }
                Action::none()
            }
            Message::Save => self.save(context),
            Message::Close => {
                self.editing = None;
                Action::none()
            }
            Message::Remove(line) => self.remove(line, sheet, context),
            Message::Step(line, step) => self.step(line, step, sheet, context),
            Message::Grab(what) => {
                self.drag = Some(Drag { what, over: None });
                Action::none()
            }
            Message::Over(over) => {
                if let Some(drag) = &mut self.drag {
                    drag.over = (drag.what != over).then_some(over);
                }
                Action::none()
            }
            Message::Drop(onto) => self.drop_onto(onto, sheet, context),
            Message::LetGo => {
                self.drag = None;
                Action::none()
            }
        }
    }

    fn is_dirty(&self) -> bool {
        let typed = self.editing.as_ref();
        typed.is_some_and(|editing| editing.name != editing.department.name)
    }

    fn fold(&mut self) -> bool {
        self.editing.take().is_some()
    }

    fn view<'a>(&'a self, sheet: &'a Sheet, context: &'a Context) -> Option<Element<'a, Outer>> {
        let locale = &context.locale;
        let tree = &sheet.facts.departments.tree;
        let add = adds(
            locale.text("departments-add"),
            say(Message::Add(None)),
            context,
        );
        let is_empty = tree.is_empty() && self.editing.is_none();
        let body: Element<'a, Outer> = if is_empty {
            nothing(locale.text("departments-none"))
        } else {
            let lines = Column::with_children(self.lines(sheet, context));
            let lines = mouse_area(lines)
                .on_release(say(Message::LetGo))
                .on_exit(say(Message::LetGo));
            let hint = text::hint(self.hint(sheet, context));
            iced::widget::column![lines, hint]
                .spacing(spacing::S)
                .into()
        };
        Some(part(locale.text("departments-title"), Some(add), [body]))
    }
}

impl Departments {
    fn edit(&mut self, department: Department) -> Action<Outer> {
        self.editing = Some(Editing {
            name: department.name.clone(),
            department,
            is_checked: false,
        });
        Action::run(focus::on(PAGE.into(), NAME.into()))
    }

    fn save(&mut self, context: &Context) -> Action<Outer> {
        let Some(editing) = &mut self.editing else {
            return Action::none();
        };
        editing.is_checked = true;
        let name = editing.name.trim();
        if name.is_empty() {
            return Action::none();
        }
        let department = Department {
            name: name.to_owned(),
            ..editing.department.clone()
        };
        self.follow = Some(Line::Department(department.id));
        let closed = Some(Part::Departments(Message::Close));
        if department.version == 0 {
            return write(Operation::AddDepartment, closed, context, move |tx| {
                tx.add_department(&department)
            });
        }
        write(Operation::RenameDepartment, closed, context, move |tx| {
            tx.rename_department(&department)
        })
    }

    fn step(&mut self, line: Line, step: Step, sheet: &Sheet, context: &Context) -> Action<Outer> {
        let tree = &sheet.facts.departments.tree;
        let organization = sheet.card.client.id;
        match line {
            Line::Department(id) => match tree.stepped(id, step) {
                Ok(moved) if moved.is_empty() => Action::none(),
                Ok(_) => {
                    self.follow = Some(line);
                    write(Operation::MoveDepartment, None, context, move |tx| {
                        tx.step_department(organization, id, step)
                    })
                }
                Err(why) => Action::wish(Wish::Fail(why.into())),
            },
            Line::Person(id) => match self.neighbour(id, step, sheet) {
                Some(onto) => self.place(id, onto, sheet, context),
                None => Action::none(),
            },
            Line::Top => Action::none(),
        }
    }

    fn drop_onto(&mut self, onto: Line, sheet: &Sheet, context: &Context) -> Action<Outer> {
        let Some(drag) = self.drag.take() else {
            return Action::none();
        };
        match (drag.what, onto) {
            (Line::Person(id), onto) if Line::Person(id) == onto => Action::wish(Wish::Open(id)),
            (what, onto) if what == onto => Action::none(),
            (Line::Person(id), onto) => {
                let onto = self.department_of(onto);
                self.place(id, onto, sheet, context)
            }
            (Line::Department(id), onto) => {
                let parent = self.department_of(onto);
                self.put(id, parent, sheet, context)
            }
            (Line::Top, _) => Action::none(),
        }
    }

    /// Puts a department into another one, or at the top.
    fn put(
        &mut self,
        id: Id<Department>,
        parent: Option<Id<Department>>,
        sheet: &Sheet,
        context: &Context,
    ) -> Action<Outer> {
        let tree = &sheet.facts.departments.tree;
        let organization = sheet.card.client.id;
        if tree.get(id).is_none_or(|known| known.parent == parent) {
            return Action::none();
        }
        if let Err(why) = tree.check(id, parent) {
            return Action::wish(Wish::Fail(Error::from(why)));
        }
        self.follow = Some(Line::Department(id));
        write(Operation::MoveDepartment, None, context, move |tx| {
            tx.move_department(organization, id, parent)
        })
    }

    /// Puts a person into a department, or into none.
    fn place(
        &mut self,
        person: Id<Client>,
        onto: Option<Id<Department>>,
        sheet: &Sheet,
        context: &Context,
    ) -> Action<Outer> {
        let organization = sheet.card.client.id;
        if self.place_of(person) == onto {
            return Action::none();
        }
        self.follow = Some(Line::Person(person));
        write(Operation::PlacePerson, None, context, move |tx| {
            tx.place_person(person, organization, onto)
        })
    }

    fn lines<'a>(&'a self, sheet: &'a Sheet, context: &'a Context) -> Vec<Element<'a, Outer>> {
        let mut lines = Vec::new();
        let new = self
            .editing
            .as_ref()
            .filter(|it| it.department.version == 0);
        for (depth, department) in sheet.facts.departments.tree.lines() {
            let edited = self.editing.as_ref();
            match edited.filter(|it| it.department.id == department.id) {
                Some(editing) => lines.push(row::edited(editing, depth, sheet, context)),
                None => lines.push(self.department(department, depth, sheet, context)),
            }
            for person in self.people_in(Some(department.id), sheet) {
                lines.push(self.person(person, depth + 1, sheet, context));
            }
            if let Some(new) = new.filter(|it| it.department.parent == Some(department.id)) {
                lines.push(row::edited(new, depth + 1, sheet, context));
            }
        }
        if let Some(new) = new.filter(|it| it.department.parent.is_none()) {
            lines.push(row::edited(new, 1, sheet, context));
        }
        lines.push(self.top(sheet, context));
        for person in self.people_in(None, sheet) {
            lines.push(self.person(person, 2, sheet, context));
        }
        lines
    }

    /// What is being done, or what can be.
    fn hint(&self, sheet: &Sheet, context: &Context) -> String {
        let locale = &context.locale;
        let Some(Drag {
            what,
            over: Some(over),
        }) = self.drag
        else {
            return locale.text("departments-hint");
        };
        let name = match what {
            Line::Person(id) => sheet.people.iter().find(|one| one.client.id == id),
            _ => None,
        };
        let tree = &sheet.facts.departments.tree;
        let named =
            |id: Option<Id<Department>>| id.and_then(|id| tree.get(id)).map(|one| one.name.clone());
        let what = match (what, name) {
            (Line::Department(id), _) => named(Some(id)).unwrap_or_default(),
            (_, Some(listing)) => listing.client.title(),
            _ => String::new(),
        };
        let onto = named(self.department_of(over));
        let onto = onto.unwrap_or_else(|| locale.text("departments-outside"));
        locale.with(
            "departments-moving",
            &[("what", what.into()), ("onto", onto.into())],
        )
    }

    fn remove(&mut self, line: Line, sheet: &Sheet, context: &Context) -> Action<Outer> {
        match line {
            Line::Department(id) => {
                let Some(department) = sheet.facts.departments.tree.get(id).cloned() else {
                    return Action::none();
                };
                write(Operation::DeleteDepartment, None, context, move |tx| {
                    tx.delete_department(&department)
                })
            }
            Line::Person(id) => self.place(id, None, sheet, context),
            Line::Top => Action::none(),
        }
    }

    /// In which department a person stands.
    fn place_of(&self, person: Id<Client>) -> Option<Id<Department>> {
        self.placed.get(&person).copied()
    }

    fn people_in<'a>(
        &self,
        place: Option<Id<Department>>,
        sheet: &'a Sheet,
    ) -> impl Iterator<Item = &'a Listing> {
        let people = sheet.people.iter();
        people.filter(move |one| self.place_of(one.client.id) == place)
    }

    /// The department that a drop on `line` means.
    fn department_of(&self, line: Line) -> Option<Id<Department>> {
        match line {
            Line::Department(id) => Some(id),
            Line::Person(id) => self.place_of(id),
            Line::Top => None,
        }
    }

    /// Where a person goes who moves a step: into the department above or below, out of all behind
    /// the last. `None` where there is nothing further.
    #[expect(clippy::option_option, reason = "nowhere is not the same as into none")]
    fn neighbour(
        &self,
        person: Id<Client>,
        step: Step,
        sheet: &Sheet,
    ) -> Option<Option<Id<Department>>> {
        let lines = sheet.facts.departments.tree.lines();
        let places = lines.into_iter().map(|(_, one)| Some(one.id));
        let places: Vec<_> = places.chain([None]).collect();
        let now = self.place_of(person);
        let at = places.iter().position(|place| *place == now)?;
        match step {
            Step::Up => places.get(at.checked_sub(1)?).copied(),
            Step::Down => places.get(at + 1).copied(),
            Step::In | Step::Out => None,
        }
    }
}

/// In which department a person stands: that of its card, or that of its second place here.
fn placed(sheet: &Sheet, client: &Client) -> Option<Id<Department>> {
    let tree = &sheet.facts.departments.tree;
    if client.employer == Some(sheet.card.client.id) {
        return tree.place(client.department_id, &client.department);
    }
    let (_, department) = held(sheet, client);
    tree.place(None, department)
}

/// What a person does in the organisation of the card: position and department.
pub(super) fn held<'a>(sheet: &'a Sheet, client: &'a Client) -> (&'a str, &'a str) {
    let (organization, today) = (sheet.card.client.id, Local::now().date_naive());
    Job::held_at(client, organization, &sheet.facts.departments.jobs, today)
}
