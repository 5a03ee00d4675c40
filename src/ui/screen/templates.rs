//! The templates of the office: what papers are made from, checked, put in order, opened in Word;
//! beside them the forms of the program, ready to be taken over.

mod form;
mod keyboard;
#[cfg(test)]
mod tests;
mod view;
mod work;

use std::path::PathBuf;

use iced::widget::operation;

use super::{Action, Command, Context, Press, Wish};
use crate::documents::Source;
use crate::documents::making::{self, Checked};
use crate::domain::paper::{ContractKind, PaperKind, PaperTemplate};
use crate::domain::{Id, Operation, PrintedForm};
use crate::error::{Error, Result};
use crate::i18n::Locale;
use crate::ui::place::{self, Answer};
use crate::ui::screen::documents::Tab;
use crate::workspace::Outcome;

use form::Form;

/// What templates may be called by the dialog of the system.
const ENDINGS: &[&str] = &["docx", "dotx", "docm", "dotm"];
/// The field of a path.
const PATH: &str = "templates.path";

/// What the page remembers.
#[derive(Debug, Default)]
pub struct Templates {
    /// The templates with what became of the check; `None` until the first answer.
    lines: Option<Vec<Line>>,
    contract_kinds: Vec<ContractKind>,
    /// What the keyboard stands on.
    chosen: Option<Choice>,
    form: Option<Form>,
    /// A path that is typed where the system has no dialog, and whether it is for another file of
    /// the chosen template.
    typing: Option<(String, bool)>,
    /// Whether the dialog of the system asks for another file of the chosen template.
    replaces: bool,
    /// A file with macros, of which it is asked whether they are kept, and whether it is for the
    /// chosen template.
    consent: Option<(PathBuf, bool)>,
    /// A file is being taken.
    is_busy: bool,
    /// Why the last file was not taken.
    error: Option<Error>,
}

/// A template and what its check has found.
#[derive(Debug, Clone)]
pub struct Line {
    template: PaperTemplate,
    checked: Result<Checked>,
}

/// A line of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// A template of the office.
    Own(Id<PaperTemplate>),
    /// A form of the program for papers of a kind.
    Form(PaperKind, PrintedForm),
}

/// What was read for the page.
#[derive(Debug, Clone)]
pub struct Known {
    lines: Vec<Line>,
    contract_kinds: Vec<ContractKind>,
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// The templates, checked.
    Loaded(Result<Known>),
    /// Another tab of the documents is wanted.
    TabChosen(Tab),
    /// A line was pressed.
    Chosen(Choice),
    /// A file is to be added.
    AddPressed,
    /// The chosen template is to have another file.
    ReplacePressed,
    /// What the dialog said.
    Picked(Answer),
    /// A file was dropped on the window.
    Dropped(PathBuf),
    /// The path was typed.
    PathTyped(String),
    /// The path is whole.
    PathSubmitted,
    /// No path after all.
    PathLeft,
    /// A form of the program is to be taken over.
    TakePressed(PaperKind, PrintedForm),
    /// A file was taken, or why it was not; which file, and whether it was for the chosen template.
    Taken(Option<(PathBuf, bool)>, Result<Outcome<PaperTemplate>>),
    /// The macros of the file that was refused for them are kept.
    MacrosKept,
    /// That file is not taken.
    MacrosRefused,
    /// The chosen template is to be opened in Word.
    OpenPressed,
    /// The template is to stand further down among those of its kind; up where negative.
    Moved(Id<PaperTemplate>, isize),
    /// The template is to go.
    RemovePressed(Id<PaperTemplate>),
    /// Something was changed in the form.
    Form(form::Message),
    /// The form is whole.
    Submitted,
    /// What was changed in it is given up.
    Left,
    /// It was written.
    Written(Result<Outcome<()>>),
}

impl Templates {
    /// A page nobody has looked at yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether something is being typed.
    pub fn is_dirty(&self) -> bool {
        let original = self.form.as_ref().and_then(|form| self.own(form.id()));
        let form = self.form.as_ref().zip(original);
        form.is_some_and(|(form, line)| form.is_changed(&line.template))
    }

    /// Whether it says that what was changed is to be saved or given up first.
    pub fn is_leaving(&self) -> bool {
        let form = self.form.as_ref();
        form.is_some_and(|form| form.is_asking) && self.is_dirty()
    }

    /// Says that what was changed is to be saved or given up first.
    pub fn ask_to_leave(&mut self) {
        if let Some(form) = &mut self.form {
            form.ask();
        }
    }

    /// What is said when the question over the page is closed; `None` where there is none.
    pub fn closed(&self) -> Option<Message> {
        self.consent.as_ref().map(|_| Message::MacrosRefused)
    }

    /// Asks for the templates, and has them checked.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        let contents = context.worker.contents();
        let language = context.locale.language();
        let known = context
            .worker
            .background(move |reader| work::look(reader, &contents, language));
        Command::perform(known, Message::Loaded)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Loaded(Ok(known)) => self.take_known(known),
            Message::Loaded(Err(error)) => return Action::wish(Wish::Fail(error)),
            Message::TabChosen(tab) => return Action::wish(tab.wish()),
            Message::Chosen(choice) => self.choose(choice),
            Message::AddPressed => return self.ask(false, context),
            Message::ReplacePressed => return self.ask(true, context),
            Message::Picked(answer) => return self.take_answer(answer, context),
            Message::Dropped(path) => return self.take_file(path, false, context),
            Message::PathTyped(path) => {
                self.typing = self.typing.take().map(|(_, replaces)| (path, replaces));
            }
            Message::PathSubmitted => {
                if let Some((typed, replaces)) = self.typing.take()
                    && let Some(path) = place::typed(&typed)
                {
                    return self.take_file(path, replaces, context);
                }
            }
            Message::PathLeft => self.typing = None,
            Message::TakePressed(kind, form) => return self.take_form(kind, form, context),
            Message::Taken(file, taken) => return self.take_taken(file, taken),
            Message::MacrosKept => {
                if let Some((path, replaces)) = self.consent.take() {
                    return self.take(path, (replaces, true), context);
                }
            }
            Message::MacrosRefused => self.consent = None,
            Message::OpenPressed => return self.open(),
            Message::Moved(id, by) => return self.shift(id, by, context),
            Message::RemovePressed(id) => return self.remove(id, context),
            Message::Form(message) => {
                if let Some(form) = &mut self.form {
                    form.update(message);
                }
            }
            Message::Submitted => return self.submit(context),
            Message::Left => self.reset(),
            Message::Written(Ok(outcome)) => {
                let changed = outcome.changed;
                self.form = None;
                return Action::wish(Wish::Done(Operation::EditPaperTemplates, changed));
            }
            Message::Written(Err(error)) => return Action::wish(Wish::Fail(error)),
        }
        Action::none()
    }

    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        self.press_key(press, context)
    }

    fn take_known(&mut self, known: Known) {
        self.lines = Some(known.lines);
        self.contract_kinds = known.contract_kinds;
        let choices = self.choices();
        if self.chosen.is_none_or(|chosen| !choices.contains(&chosen)) {
            self.chosen = choices.first().copied();
        }
        if !self.is_dirty() {
            self.reset();
        }
    }

    fn lines(&self) -> &[Line] {
        self.lines.as_deref().unwrap_or_default()
    }

    fn own(&self, id: Id<PaperTemplate>) -> Option<&Line> {
        self.lines().iter().find(|line| line.template.id == id)
    }

    /// The templates of the office for papers of a kind, in their order.
    fn of_kind(&self, kind: PaperKind) -> impl Iterator<Item = &Line> {
        let lines = self.lines().iter();
        lines.filter(move |line| line.template.kind == kind)
    }

    /// Every line, from above.
    fn choices(&self) -> Vec<Choice> {
        let of = |kind: &PaperKind| {
            let own = self
                .of_kind(*kind)
                .map(|line| Choice::Own(line.template.id));
            let forms = PrintedForm::of(*kind).iter();
            let forms = forms.map(|form| Choice::Form(*kind, *form));
            own.chain(forms).collect::<Vec<_>>()
        };
        PaperKind::ALL.iter().flat_map(of).collect()
    }

    /// The chosen template of the office.
    fn template(&self) -> Option<&PaperTemplate> {
        match self.chosen? {
            Choice::Own(id) => self.own(id).map(|line| &line.template),
            Choice::Form(..) => None,
        }
    }

    /// The kind of the chosen line.
    fn kind(&self) -> PaperKind {
        match self.chosen {
            Some(Choice::Form(kind, _)) => kind,
            _ => self.template().map_or(PaperKind::Contract, |one| one.kind),
        }
    }

    fn choose(&mut self, choice: Choice) {
        if self.is_dirty() && self.chosen != Some(choice) {
            self.ask_to_leave();
            return;
        }
        self.chosen = Some(choice);
        self.error = None;
        self.reset();
    }

    /// The form says what the chosen template says.
    fn reset(&mut self) {
        self.form = self.template().cloned().map(Form::new);
    }

    /// Asks for a file.
    fn ask(&mut self, replaces: bool, context: &Context) -> Action<Message> {
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        if self.is_busy {
            return Action::none();
        }
        self.replaces = replaces;
        self.error = None;
        let title = context.locale.text("office-templates-choose");
        let kind = context.locale.text("office-templates-files");
        let asked = place::pick(title, kind, ENDINGS);
        Action::run(Command::perform(asked, Message::Picked))
    }

    fn take_answer(&mut self, answer: Answer, context: &Context) -> Action<Message> {
        match answer {
            Answer::Path(path) => self.take_file(path, self.replaces, context),
            Answer::Cancelled => Action::none(),
            Answer::NoDialog => {
                self.typing = Some((String::new(), self.replaces));
                Action::run(operation::focus(PATH))
            }
        }
    }

    /// Takes a file as a new template, or as another file of the chosen one.
    fn take_file(&mut self, path: PathBuf, replaces: bool, context: &Context) -> Action<Message> {
        self.take(path, (replaces, false), context)
    }

    fn take(
        &mut self,
        path: PathBuf,
        (replaces, keeps_macros): (bool, bool),
        context: &Context,
    ) -> Action<Message> {
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        let (base, kind) = (self.template().cloned().filter(|_| replaces), self.kind());
        self.is_busy = true;
        self.typing = None;
        self.error = None;
        let nameless = context.locale.text("files-nameless");
        let file = (path.clone(), replaces);
        let taken = context.worker.write(move |workspace| {
            let file = (&*path, keeps_macros);
            match base {
                Some(base) => work::replace(workspace, base, file),
                None => work::add(workspace, kind, file, &nameless),
            }
        });
        Action::run(Command::perform(taken, move |taken| {
            Message::Taken(Some(file.clone()), taken)
        }))
    }

    /// Takes a form of the program over as a template of the office.
    fn take_form(
        &mut self,
        kind: PaperKind,
        form: PrintedForm,
        context: &Context,
    ) -> Action<Message> {
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        self.is_busy = true;
        let language = context.locale.language();
        let taken = context.worker.write(move |workspace| {
            making::take_over(workspace, kind, form, &Locale::new(language))
        });
        Action::run(Command::perform(taken, |taken| Message::Taken(None, taken)))
    }

    fn take_taken(
        &mut self,
        file: Option<(PathBuf, bool)>,
        taken: Result<Outcome<PaperTemplate>>,
    ) -> Action<Message> {
        self.is_busy = false;
        match taken {
            Err(error) if file.is_some() && work::has_macros(&error) => {
                self.consent = file;
                Action::none()
            }
            Ok(outcome) => {
                self.chosen = Some(Choice::Own(outcome.value.id));
                self.form = None;
                let changed = outcome.changed;
                Action::wish(Wish::Done(Operation::EditPaperTemplates, changed))
            }
            Err(error) => {
                self.error = Some(error);
                Action::none()
            }
        }
    }

    /// Opens the chosen template in Word; a form of the program has to be taken over first.
    fn open(&self) -> Action<Message> {
        match (self.template(), self.chosen) {
            (Some(template), _) => {
                let source = Source::Office(Box::new(template.clone()));
                Action::wish(Wish::EditTemplate(source, template.kind))
            }
            (None, Some(Choice::Form(kind, form))) => {
                Action::run(Command::done(Message::TakePressed(kind, form)))
            }
            _ => Action::none(),
        }
    }

    fn shift(&self, id: Id<PaperTemplate>, by: isize, context: &Context) -> Action<Message> {
        let Some(kind) = self.own(id).map(|line| line.template.kind) else {
            return Action::none();
        };
        let mut own: Vec<_> = self
            .of_kind(kind)
            .map(|line| line.template.clone())
            .collect();
        let at = own.iter().position(|one| one.id == id);
        let to = at.and_then(|at| at.checked_add_signed(by));
        let (Some(at), Some(to)) = (at, to.filter(|to| *to < own.len())) else {
            return Action::none();
        };
        own.swap(at, to);
        write(context, move |tx| {
            for (position, template) in (0..).zip(own) {
                if template.position != position {
                    tx.save(&PaperTemplate {
                        position,
                        ..template
                    })?;
                }
            }
            Ok(())
        })
    }

    fn remove(&self, id: Id<PaperTemplate>, context: &Context) -> Action<Message> {
        match self.own(id).map(|line| line.template.clone()) {
            Some(template) => write(context, move |tx| tx.delete(&template)),
            None => Action::none(),
        }
    }

    fn submit(&mut self, context: &Context) -> Action<Message> {
        let Some(form) = &mut self.form else {
            return Action::none();
        };
        match form.whole() {
            Some(template) if self.is_dirty() => write(context, move |tx| {
                tx.save(&template)?;
                Ok(())
            }),
            Some(_) => Action::none(),
            None => Action::none(),
        }
    }
}

/// Writes something about templates.
fn write(
    context: &Context,
    work: impl FnOnce(&mut crate::workspace::Transaction<'_>) -> Result<()> + Send + 'static,
) -> Action<Message> {
    if context.is_read_only {
        return Action::wish(Wish::Fail(Error::ReadOnly));
    }
    let written = context
        .worker
        .write(move |workspace| workspace.transact(Operation::EditPaperTemplates, work));
    Action::run(Command::perform(written, Message::Written))
}
