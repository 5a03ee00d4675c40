//! The team of a client: colleagues beside the responsible one, each with what they do for it.

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{column, container, hover, row};
use iced::{Center, Fill, FillPortion};

use super::parts::{nothing, part, shown};
use super::section::{Part, Place, Section, Side};
use super::tabs::Tab;
use super::{Message as Outer, PAGE, Sheet, write};
use crate::domain::{Card, Employee, Id, Operation, TeamMember};
use crate::error::Result;
use crate::ui::screen::{Action, Context};
use crate::ui::style::{MEDIUM, size, spacing, surface};
use crate::ui::widget::keyed::{keyed, pressable};
use crate::ui::widget::{Element, Icon, avatar, button, choice, ellipsis, field, focus};
use crate::workspace::Reader;

/// The name of the field for what a member does.
const ROLE: &str = "team role";
/// The side of the picture of a colleague, in logical pixels.
const FACE: f32 = 28.0;

/// The team, and the member that is being entered or changed.
#[derive(Debug, Default)]
pub struct Team {
    editor: Option<Editor>,
}

#[derive(Debug)]
struct Editor {
    /// The member as it stands in the base; a new one has no version yet.
    base: TeamMember,
    typed: TeamMember,
}

/// What happened to the team.
#[derive(Debug, Clone)]
pub enum Message {
    /// A colleague is to join.
    Add,
    /// What a member does is to be changed.
    Edit(TeamMember),
    /// Another colleague was chosen.
    Employee(Id<Employee>),
    /// What they do was typed.
    Role(String),
    /// It is to be saved.
    Save,
    /// It stands in the base.
    Saved,
    /// What was typed is given up.
    Cancel,
    /// A member leaves.
    Remove(TeamMember),
}

impl Section for Team {
    const PLACE: Place = Place {
        tab: Tab::Overview,
        side: Side::Right,
    };
    type Facts = Vec<TeamMember>;
    type Message = Message;

    fn read(reader: Reader<'_>, card: &Card) -> Result<Vec<TeamMember>> {
        reader.rows_on(card.client.id)
    }

    fn update(&mut self, message: Message, sheet: &Sheet, context: &Context) -> Action<Outer> {
        match message {
            Message::Add => return self.add(sheet, context),
            Message::Edit(member) => {
                self.editor = Some(Editor {
                    typed: member.clone(),
                    base: member,
                });
                return Action::run(focus::on(PAGE.into(), ROLE.into()));
            }
            Message::Employee(employee) => {
                if let Some(editor) = &mut self.editor {
                    editor.typed.employee = employee;
                }
            }
            Message::Role(role) => {
                if let Some(editor) = &mut self.editor {
                    editor.typed.role = role;
                }
            }
            Message::Save => return self.save(context),
            Message::Saved | Message::Cancel => self.editor = None,
            Message::Remove(member) => {
                return write(Operation::ChangeTeam, None, context, move |tx| {
                    tx.delete(&member)
                });
            }
        }
        Action::none()
    }

    fn is_dirty(&self) -> bool {
        let editor = self.editor.as_ref();
        editor.is_some_and(|editor| editor.typed.role.trim() != editor.base.role.trim())
    }

    fn fold(&mut self) -> bool {
        self.editor.take().is_some()
    }

    fn view<'a>(&'a self, sheet: &'a Sheet, context: &'a Context) -> Option<Element<'a, Outer>> {
        let locale = &context.locale;
        let members = &sheet.facts.team;
        let can_add = !context.is_read_only && self.editor.is_none();
        let add = button::ghost(locale.text("team-add"))
            .icon(Icon::Plus)
            .compact()
            .on_press_maybe(can_add.then(|| say(Message::Add)));
        let add = pressable(add, can_add.then(|| say(Message::Add)));
        let lines = members.iter().map(|member| match &self.editor {
            Some(editor) if editor.base.id == member.id => editor.view(context),
            _ => known(member, context),
        });
        let mut lines: Vec<Element<'a, Outer>> = lines.collect();
        match &self.editor {
            Some(editor) if editor.base.version == 0 => lines.push(editor.view(context)),
            _ if members.is_empty() => lines.push(nothing(locale.text("team-none"))),
            _ => {}
        }
        Some(part(locale.text("team-title"), Some(add), lines))
    }
}

fn say(message: Message) -> Outer {
    Outer::Part(Part::Team(message))
}

impl Team {
    /// Begins with the first colleague who is not in it.
    fn add(&mut self, sheet: &Sheet, context: &Context) -> Action<Outer> {
        let members = &sheet.facts.team;
        let is_in = |one: &&Employee| members.iter().any(|member| member.employee == one.id);
        let mut free = context.catalog.employees.iter().filter(|one| !is_in(one));
        let first = free.next().or(context.catalog.employees.first());
        let Some(first) = first.filter(|_| !context.is_read_only) else {
            return Action::none();
        };
        let member = TeamMember::new(sheet.card.client.id, first.id, "");
        self.editor = Some(Editor {
            typed: member.clone(),
            base: member,
        });
        Action::run(focus::on(PAGE.into(), ROLE.into()))
    }

    fn save(&mut self, context: &Context) -> Action<Outer> {
        let Some(editor) = &self.editor else {
            return Action::none();
        };
        let mut member = editor.typed.clone();
        member.role = member.role.trim().to_owned();
        let then = Some(Part::Team(Message::Saved));
        write(Operation::ChangeTeam, then, context, move |tx| {
            tx.save(&member).map(drop)
        })
    }
}

/// A member. With the focus Enter changes what it does, Delete takes it out.
fn known<'a>(member: &TeamMember, context: &Context) -> Element<'a, Outer> {
    let locale = &context.locale;
    let name = context.employee(Some(member.employee));
    let role = member.role.trim().to_owned();
    let role =
        (!role.is_empty()).then(|| ellipsis(role).size(size::HINT).style(surface::secondary));
    let told = column![ellipsis(name.clone()).font(MEDIUM), role].width(Fill);
    let face = row![avatar::person(&name, FACE), told]
        .spacing(spacing::S)
        .align_y(Center);
    if context.is_read_only {
        return shown(face);
    }
    let (edit, remove) = (
        say(Message::Edit(member.clone())),
        say(Message::Remove(member.clone())),
    );
    let tool = |glyph, tip, message| {
        Element::from(
            button::tool(glyph, tip)
                .framed()
                .compact()
                .on_press(message),
        )
    };
    let tools = row![
        tool(Icon::Pencil, locale.text("card-edit"), edit.clone()),
        tool(Icon::Close, locale.text("team-remove"), remove.clone()),
    ]
    .spacing(spacing::XS);
    let tools = container(tools).align_right(Fill);
    keyed(hover(shown(face), tools), move |key| match key {
        Key::Named(Named::Enter) => Some(edit.clone()),
        Key::Named(Named::Delete) => Some(remove.clone()),
        _ => None,
    })
}

impl Editor {
    fn view<'a>(&'a self, context: &Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let employees = context.catalog.employees.iter();
        let employees = employees.map(|one| (one.id, one.short_name()));
        let who = choice::one_of(employees, self.typed.employee, |id| {
            say(Message::Employee(id))
        });
        let role = field::unlabelled(&self.typed.role)
            .id(ROLE)
            .placeholder(locale.text("team-role-placeholder"))
            .on_input(|text| say(Message::Role(text)))
            .on_submit(say(Message::Save));
        let save = button::tool(Icon::Check, locale.text("form-save"))
            .framed()
            .on_press(say(Message::Save));
        let cancel = button::tool(Icon::Close, locale.text("form-cancel"))
            .framed()
            .on_press(say(Message::Cancel));
        let line = row![
            container(who).width(FillPortion(1)),
            container(Element::from(role)).width(FillPortion(1)),
            Element::from(save),
            Element::from(cancel),
        ]
        .spacing(spacing::S)
        .align_y(Center);
        shown(line)
    }
}
