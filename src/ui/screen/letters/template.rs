//! The second step: from which template letters are made, and what they say.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::Local;
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::text_editor::{self, Content};
use iced::widget::{column, container, row};
use iced::{Fill, Padding, Task as Command};

use crate::documents::letters::{Form, Mailing};
use crate::domain::PrintedForm;
use crate::domain::mailing::ConsentRule;
use crate::domain::paper::{PaperKind, PaperTemplate};
use crate::error::{Error, Result};
use crate::i18n::Locale;
use crate::template_engine::Template;
use crate::ui::place::{self, Answer};
use crate::ui::screen::Context;
use crate::ui::style::{Tone, spacing, surface};
use crate::ui::widget::keyed::keyed_as;
use crate::ui::widget::{Element, Icon, area, button, choice, field, menu, note, section, text};

/// The list of templates, to be focused.
pub(super) const FORMS: &str = "letters.forms";
const PATH: &str = "letters.path";
const TEXT: &str = "letters.text";

/// The width of the list of templates, in logical pixels.
const LIST: f32 = 300.0;

/// What letters are made from.
#[derive(Debug)]
pub struct Choice {
    /// Those of the program, then those of the office, then a file of the user's.
    forms: Vec<Form>,
    chosen: usize,
    /// The path as it is typed.
    path: String,
    is_dialogless: bool,
    /// Counts the templates that were asked for: a late one is dropped.
    asked: u64,
    opened: Option<Result<Arc<Template>>>,
    subject: String,
    text: Content,
    rule: ConsentRule,
}

/// What happened in the step.
#[derive(Debug, Clone)]
pub enum Message {
    /// The templates of the office.
    Loaded(Result<Vec<PaperTemplate>>),
    /// Another template, by its place in the list.
    FormChosen(usize),
    /// The dialog of the system is wanted.
    ChoosePressed,
    /// What the dialog said.
    Chosen(Answer),
    /// The path was typed.
    PathTyped(String),
    /// The path is whole.
    PathSubmitted,
    /// The template of that number was read.
    Opened(u64, Result<Arc<Template>>),
    /// The subject was typed.
    SubjectTyped(String),
    /// The text was edited.
    TextEdited(text_editor::Action),
    /// The text is whole.
    TextSubmitted,
    /// Only those who agreed are meant, or all who have not refused.
    AgreedOnly(bool),
}

impl Choice {
    /// The templates of the program, the letter first.
    pub fn new(context: &Context) -> (Self, Command<Message>) {
        let mut step = Self {
            forms: Form::READY.map(Form::Ready).into(),
            chosen: 0,
            path: String::new(),
            is_dialogless: false,
            asked: 0,
            opened: None,
            subject: String::new(),
            text: Content::new(),
            rule: ConsentRule::NotRefused,
        };
        let command = Command::batch([step.refresh(context), step.open(context)]);
        (step, command)
    }

    /// Asks for the templates of the office.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        let office = context
            .worker
            .read(|reader| reader.paper_templates(PaperKind::Letter));
        Command::perform(office, Message::Loaded)
    }

    /// Whether something was typed that leaving would lose.
    pub fn is_dirty(&self) -> bool {
        !self.subject.trim().is_empty() || !self.text.text().trim().is_empty()
    }

    /// The chosen template.
    pub fn form(&self) -> Option<&Form> {
        self.forms.get(self.chosen)
    }

    /// Chooses a form of the program.
    pub fn choose(&mut self, form: PrintedForm, context: &Context) -> Command<Message> {
        let at = self.forms.iter().position(|one| *one == Form::Ready(form));
        match at {
            Some(at) => self.choose_at(at, context),
            None => Command::none(),
        }
    }

    /// What the letters are made from; nothing while something is missing.
    pub fn mailing(&self, locale: &Locale) -> Option<Mailing> {
        let template = self.opened.as_ref()?.as_ref().ok()?;
        let mailing = Mailing {
            template: Arc::clone(template),
            title: self.form()?.title(locale),
            subject: self.subject.trim().to_owned(),
            text: self.text.text().trim().to_owned(),
            company: None,
            rule: self.rule,
            today: Local::now().date_naive(),
        };
        let is_whole = !mailing.wants_text() || !mailing.text.is_empty();
        is_whole.then_some(mailing)
    }

    /// Takes in what happened; an error is for the app to tell.
    pub fn update(
        &mut self,
        message: Message,
        context: &Context,
    ) -> std::result::Result<Command<Message>, Error> {
        match message {
            Message::Loaded(office) => self.take_office(office?),
            Message::FormChosen(at) => return Ok(self.choose_at(at, context)),
            Message::ChoosePressed => {
                let title = context.locale.text("letters-choose-file");
                let kind = context.locale.text("letters-word-files");
                let picked = place::pick(title, kind, &["docx", "dotx"]);
                return Ok(Command::perform(picked, Message::Chosen));
            }
            Message::Chosen(Answer::Path(path)) => return Ok(self.take_file(path, context)),
            Message::Chosen(answer) => self.is_dialogless = answer == Answer::NoDialog,
            Message::PathTyped(path) => self.path = path,
            Message::PathSubmitted => {
                if let Some(path) = place::typed(&self.path) {
                    return Ok(self.take_file(path, context));
                }
            }
            Message::Opened(asked, template) => {
                if asked == self.asked {
                    self.opened = Some(template);
                }
            }
            Message::SubjectTyped(subject) => self.subject = subject,
            Message::TextEdited(action) => self.text.perform(action),
            Message::TextSubmitted => {}
            Message::AgreedOnly(is_on) => {
                self.rule = match is_on {
                    true => ConsentRule::Given,
                    false => ConsentRule::NotRefused,
                };
            }
        }
        Ok(Command::none())
    }

    fn take_office(&mut self, office: Vec<PaperTemplate>) {
        let now = self.form().cloned();
        self.forms.retain(|form| !matches!(form, Form::Office(_)));
        let ready = Form::READY.len();
        let office = office.into_iter().map(|one| Form::Office(Box::new(one)));
        self.forms.splice(ready..ready, office);
        let at = now.and_then(|now| self.forms.iter().position(|form| *form == now));
        self.chosen = at.unwrap_or(0);
    }

    fn take_file(&mut self, path: PathBuf, context: &Context) -> Command<Message> {
        self.path = path.display().to_string();
        self.forms.retain(|form| !matches!(form, Form::File(_)));
        self.forms.push(Form::File(path));
        self.choose_at(self.forms.len() - 1, context)
    }

    fn choose_at(&mut self, at: usize, context: &Context) -> Command<Message> {
        self.chosen = at.min(self.forms.len().saturating_sub(1));
        self.open(context)
    }

    fn open(&mut self, context: &Context) -> Command<Message> {
        self.opened = None;
        self.asked += 1;
        let asked = self.asked;
        let Some(form) = self.form().cloned() else {
            return Command::none();
        };
        let language = context.locale.language();
        let opened = context
            .worker
            .files(move |contents| form.open(contents, language).map(Arc::new));
        Command::perform(opened, move |template| Message::Opened(asked, template))
    }

    /// The step.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let left = column![
            text::title(locale.text("letters-template")),
            self.list(locale),
            self.own(locale)
        ];
        let left = section::scrolled(container(left.spacing(spacing::M)).padding(spacing::L));
        let right = section::scrolled(container(self.about(locale)).padding(spacing::XL));
        row![
            container(left)
                .width(LIST)
                .height(Fill)
                .style(surface::panel),
            section::vertical_divider(),
            container(right).width(Fill).height(Fill)
        ]
        .into()
    }

    fn list<'a>(&'a self, locale: &Locale) -> Element<'a, Message> {
        let items = self.forms.iter().enumerate().map(|(at, form)| {
            let glyph = match form {
                Form::Ready(PrintedForm::Greeting) => Icon::Gift,
                Form::Ready(PrintedForm::EnvelopeDl | PrintedForm::EnvelopeC5) => Icon::Mail,
                Form::Ready(PrintedForm::Labels) => Icon::Columns,
                _ => Icon::FileText,
            };
            let item = menu::item(form.title(locale), Message::FormChosen(at)).icon(glyph);
            item.marked(at == self.chosen).into()
        });
        let (at, last) = (self.chosen, self.forms.len().saturating_sub(1));
        keyed_as(FORMS, column(items).width(Fill), move |key, held| {
            let next = match key {
                _ if !held.is_empty() => return None,
                Key::Named(Named::ArrowUp) => at.checked_sub(1)?,
                Key::Named(Named::ArrowDown) => at + 1,
                _ => return None,
            };
            (next <= last).then_some(Message::FormChosen(next))
        })
    }

    /// A template from a file.
    fn own<'a>(&'a self, locale: &Locale) -> Element<'a, Message> {
        let choose = button::secondary(locale.text("letters-own-file"))
            .icon(Icon::FolderOpen)
            .width(Fill)
            .on_press(Message::ChoosePressed);
        let is_own = matches!(self.form(), Some(Form::File(_)));
        let path = (self.is_dialogless || is_own).then(|| {
            Element::from(
                field::field(locale.text("letters-path"), &self.path)
                    .id(PATH)
                    .on_input(Message::PathTyped)
                    .on_submit(Message::PathSubmitted),
            )
        });
        column![choose.reachable(), path].spacing(spacing::M).into()
    }

    /// What the template is, and what has to be said for it.
    fn about<'a>(&'a self, locale: &'a Locale) -> Element<'a, Message> {
        let title = self.form().map(|form| form.title(locale));
        let mut about = column![text::title(title.unwrap_or_default())].spacing(spacing::L);
        about = match &self.opened {
            None => about,
            Some(Err(error)) => about.push(note::note(locale.error(error), Tone::Busy, None)),
            Some(Ok(template)) => self.asked_by(about, template, locale),
        };
        let is_agreed = self.rule == ConsentRule::Given;
        let agreed = choice::check(
            locale.text("letters-agreed-only"),
            is_agreed,
            Message::AgreedOnly,
        );
        let hint = text::hint(locale.text("letters-agreed-hint"));
        about
            .push(column![agreed, hint].spacing(spacing::XS))
            .max_width(620)
            .padding(Padding::ZERO.bottom(spacing::L))
            .into()
    }

    fn asked_by<'a>(
        &'a self,
        about: iced::widget::Column<'a, Message, iced::Theme, iced::Renderer>,
        template: &Template,
        locale: &Locale,
    ) -> iced::widget::Column<'a, Message, iced::Theme, iced::Renderer> {
        let asks = |name: &str| {
            let mut fields = template.fields().iter();
            fields.any(|field| field.key() == name)
        };
        let key = match asks("recipients") {
            true => "letters-one-for-all",
            false => "letters-one-each",
        };
        let mut about = about.push(text::secondary(locale.text(key)));
        if asks("subject") {
            let subject = field::field(locale.text("letters-subject"), &self.subject);
            about = about.push(Element::from(subject.on_input(Message::SubjectTyped)));
        }
        if asks("note") {
            let input = area::named(
                TEXT,
                &self.text,
                locale.text("letters-text-example"),
                Message::TextEdited,
                Message::TextSubmitted,
            );
            let told = locale.text("letters-text-hint");
            let input = column![input, text::hint(told)].spacing(spacing::XS);
            about = about.push(field::labelled(locale.text("letters-text"), input));
        }
        about
    }
}
