//! The employees: a list, and the form of one at its right.

use iced::widget::{Column, column, operation, row};
use iced::{Center, Fill};

use super::lines::{GAP, Stroke, beside, create, foot, stepped, unsaved};
use super::{Action, Context, Press, write};
use crate::domain::{Employee, Id, Operation};
use crate::i18n::Locale;
use crate::ui::style::{MEDIUM, Tone, size, spacing, surface};
use crate::ui::widget::{Element, avatar, badge, choice, ellipsis, field, line, section, text};

/// The field of the surname.
const SURNAME: &str = "settings.surname";
/// The width of the form, in logical pixels.
const FORM: f32 = 360.0;

/// What is being edited, if anything.
#[derive(Debug, Default)]
pub(super) struct Employees {
    /// The line the keyboard stands on.
    cursor: usize,
    form: Option<Form>,
}

#[derive(Debug, Clone)]
struct Form {
    base: Employee,
    employee: Employee,
    /// The user wanted to save: what is missing is said now.
    is_checked: bool,
    /// The form that is to be shown instead, once it is known what becomes of the changes.
    next: Option<Box<Employee>>,
}

/// A text of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Surname.
    Surname,
    /// First name.
    FirstName,
    /// Patronymic.
    Patronymic,
    /// Position.
    Position,
}

/// What happened among the employees.
#[derive(Debug, Clone)]
pub enum Message {
    /// A new employee is wanted.
    NewPressed,
    /// An employee was pressed.
    Chosen(Id<Employee>),
    /// A text was typed.
    Changed(Part, String),
    /// Whether the clients of others are visible was chosen.
    SightChosen(bool),
    /// The form is filled in.
    Submitted,
    /// The form is to be left; what was changed is asked about.
    Left,
    /// What was changed is to be forgotten.
    Dropped,
}

impl Employees {
    /// Whether a form is shown.
    pub fn is_open(&self) -> bool {
        self.form.is_some()
    }

    /// Leaves the form: it is saved.
    pub fn close(&mut self) {
        self.form = None;
    }

    /// Takes in a key while no field uses it.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<super::Message> {
        let Some(stroke) = Stroke::beside(press, self.is_open()) else {
            return Action::none();
        };
        let employees = &context.catalog.employees;
        let chosen = employees.get(self.cursor).map(|employee| employee.id);
        let message = match (stroke, chosen) {
            (Stroke::Step(by), _) => {
                self.cursor = stepped(self.cursor, by, employees.len());
                return Action::none();
            }
            (Stroke::Leave, _) => Message::Left,
            (Stroke::Save, _) => Message::Submitted,
            (Stroke::Open, Some(id)) => Message::Chosen(id),
            (Stroke::New, _) if !context.is_read_only => Message::NewPressed,
            _ => return Action::none(),
        };
        self.update(message, context)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<super::Message> {
        match message {
            Message::NewPressed => self.begin(Employee::new("", "", "")),
            Message::Chosen(id) => {
                let employees = &context.catalog.employees;
                let Some(at) = employees.iter().position(|employee| employee.id == id) else {
                    return Action::none();
                };
                self.cursor = at;
                self.begin(employees[at].clone())
            }
            Message::Changed(part, text) => {
                self.edit(|employee| *part.of_mut(employee) = text);
                Action::none()
            }
            Message::SightChosen(sees_all) => {
                self.edit(|employee| employee.sees_all = sees_all);
                Action::none()
            }
            Message::Submitted => self.submit(context),
            Message::Left => {
                match &mut self.form {
                    Some(form) if form.is_changed() && form.next.is_none() => {
                        form.next = Some(Box::new(form.base.clone()));
                    }
                    _ => self.form = None,
                }
                Action::none()
            }
            Message::Dropped => {
                let next = self.form.take().and_then(Form::next_employee);
                next.map_or_else(Action::none, |next| self.begin(next))
            }
        }
    }

    /// Shows the form of an employee, unless another one holds changes.
    fn begin(&mut self, employee: Employee) -> Action<super::Message> {
        if let Some(form) = &mut self.form
            && form.is_changed()
        {
            form.next = (form.base.id != employee.id).then(|| Box::new(employee));
            return Action::none();
        }
        self.form = Some(Form {
            base: employee.clone(),
            employee,
            is_checked: false,
            next: None,
        });
        Action::run(operation::focus(SURNAME))
    }

    fn edit(&mut self, change: impl FnOnce(&mut Employee)) {
        if let Some(form) = &mut self.form {
            change(&mut form.employee);
            form.next = None;
        }
    }

    fn submit(&mut self, context: &Context) -> Action<super::Message> {
        let Some(form) = &mut self.form else {
            return Action::none();
        };
        form.is_checked = true;
        form.next = None;
        if !form.has_name() || context.is_read_only {
            return Action::none();
        }
        if !form.is_changed() {
            self.form = None;
            return Action::none();
        }
        let employee = form.trimmed();
        let operation = match employee.version {
            0 => Operation::AddEmployee,
            _ => Operation::EditEmployee,
        };
        write(operation, context, move |workspace| {
            workspace.transact(operation, |tx| tx.save(&employee).map(drop))
        })
    }

    /// The tab.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let form = self.form.as_ref();
        let form = form.map(|form| section::card(form.view(context)));
        section::scrolled(beside(self.list(context), form, FORM))
    }

    fn list<'a>(&self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let create = create("settings-new-employee", Message::NewPressed, context);
        let title = section::heading(locale.text("settings-employees"), Some(create));
        let open = self.form.as_ref().map(|form| form.base.id);
        let lines = context.catalog.employees.iter().enumerate();
        let lines = lines.map(|(at, employee)| {
            let is_me = employee.id == context.me.id;
            let is_chosen = open.map_or(at == self.cursor, |open| open == employee.id);
            let face = face(employee, is_me, locale);
            line::line(face, is_chosen, Message::Chosen(employee.id))
        });
        let lines = Column::with_children(lines).spacing(GAP);
        let keys = text::hint(locale.text("settings-employees-keys"));
        section::card(column![title, lines, keys].spacing(spacing::M))
    }
}

impl Part {
    fn of(self, employee: &Employee) -> &str {
        match self {
            Self::Surname => &employee.surname,
            Self::FirstName => &employee.first_name,
            Self::Patronymic => &employee.patronymic,
            Self::Position => &employee.position,
        }
    }

    fn of_mut(self, employee: &mut Employee) -> &mut String {
        match self {
            Self::Surname => &mut employee.surname,
            Self::FirstName => &mut employee.first_name,
            Self::Patronymic => &mut employee.patronymic,
            Self::Position => &mut employee.position,
        }
    }
}

impl Form {
    fn is_changed(&self) -> bool {
        self.base != self.employee
    }

    fn has_name(&self) -> bool {
        let Employee {
            surname,
            first_name,
            ..
        } = &self.employee;
        !surname.trim().is_empty() || !first_name.trim().is_empty()
    }

    /// The employee without spaces around the texts.
    fn trimmed(&self) -> Employee {
        let mut employee = self.employee.clone();
        for part in [
            Part::Surname,
            Part::FirstName,
            Part::Patronymic,
            Part::Position,
        ] {
            let text = part.of_mut(&mut employee);
            *text = text.trim().to_owned();
        }
        employee
    }

    /// Whose form comes next; nobody's where this one was only to be left.
    fn next_employee(self) -> Option<Employee> {
        let next = *self.next?;
        (next.id != self.base.id).then_some(next)
    }

    fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let title = match self.base.version {
            0 => locale.text("settings-new-employee"),
            _ => locale.text("settings-employee"),
        };
        let is_open = !context.is_read_only;
        let input = |key: &str, part: Part| {
            let input = field::field(locale.text(key), part.of(&self.employee));
            match is_open {
                true => input
                    .on_input(move |text| Message::Changed(part, text))
                    .on_submit(Message::Submitted),
                false => input,
            }
        };
        let is_nameless = self.is_checked && !self.has_name();
        let surname = input("settings-surname", Part::Surname)
            .id(SURNAME)
            .error(is_nameless.then(|| locale.text("settings-name-missing")));
        let sight = choice::check(
            locale.text("settings-sees-all"),
            self.employee.sees_all,
            Message::SightChosen,
        );
        column![
            text::title(title),
            surname,
            input("settings-first-name", Part::FirstName),
            input("settings-patronymic", Part::Patronymic),
            input("settings-position", Part::Position),
            column![sight, text::hint(locale.text("settings-sees-all-hint"))].spacing(spacing::XS),
            unsaved(self.next.is_some(), Message::Dropped, locale),
            foot(true, Message::Left, Message::Submitted, context),
        ]
        .spacing(spacing::M)
        .into()
    }
}

fn face<'a>(employee: &Employee, is_me: bool, locale: &Locale) -> Element<'a, Message> {
    let parts = [
        employee.surname.as_str(),
        &employee.first_name,
        &employee.patronymic,
    ];
    let name = parts.join(" ");
    let position = match employee.position.is_empty() {
        true => locale.text("settings-no-position"),
        false => employee.position.clone(),
    };
    let me = is_me.then(|| badge::badge(locale.text("settings-me"), Tone::Accent));
    let sight = match employee.sees_all {
        true => locale.text("settings-sees-all-short"),
        false => locale.text("settings-sees-own-short"),
    };
    let told = column![
        ellipsis(name.trim().to_owned()).font(MEDIUM),
        ellipsis(position)
            .size(size::HINT)
            .style(surface::secondary)
    ]
    .spacing(2.0)
    .width(Fill);
    row![
        avatar::person(&name, 32.0),
        told,
        me,
        badge::badge(sight, Tone::Neutral)
    ]
    .spacing(spacing::M)
    .align_y(Center)
    .into()
}
