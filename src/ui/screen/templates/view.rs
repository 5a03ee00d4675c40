//! How the templates look: a list by kind of paper, beside it what is said of the chosen one.

use iced::widget::operation::{AbsoluteOffset, scroll_to};
use iced::widget::{Column, column, container, row, space};
use iced::{Center, Fill, Padding, Top};

use super::form::{self, Form};
use super::keyboard::TITLE;
use super::{Choice, Command, Context, Line, Message, PATH, Templates};
use crate::documents::making::Unknown;
use crate::domain::paper::PaperKind;
use crate::domain::{PrintedForm, paper::PaperTemplate};
use crate::i18n::Locale;
use crate::template_engine::Missing;
use crate::ui::screen::documents::{self, Tab};
use crate::ui::style::{MEDIUM, Tone, spacing, surface};
use crate::ui::widget::{
    Element, Icon, badge, button, choice, dialog, ellipsis, field, icon, line, note, page, section,
    text,
};

/// The list.
const LIST: &str = "templates.list";
/// The height of a line and the width of the panel beside the list, in logical pixels.
const LINE: f32 = 24.0;
const PITCH: f32 = LINE + 2.0 * spacing::S + 2.0;
const PANEL: f32 = 430.0;
/// So many lines are kept in sight before the one the keyboard stands on.
const BEFORE: usize = 5;
/// So many fields that nobody knows are told.
const MOST: usize = 12;

/// Scrolls the list so that a row is in sight.
pub(super) fn show<M: 'static>(row: usize) -> Command<M> {
    let y = row.saturating_sub(BEFORE) as f32 * PITCH;
    scroll_to(LIST, AbsoluteOffset { x: 0.0, y })
}

impl Templates {
    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let allowed = !context.is_read_only && !self.is_busy;
        let add = button::primary(locale.text("office-templates-add"))
            .icon(Icon::Plus)
            .on_press_maybe(allowed.then_some(Message::AddPressed));
        let list = column![
            self.asked(locale),
            section::scrolled_as(LIST, self.list(context))
        ]
        .spacing(spacing::M)
        .width(Fill);
        let panel = container(self.panel(context))
            .width(PANEL)
            .height(Fill)
            .style(surface::card);
        let body = row![list, panel].spacing(spacing::L);
        let body = container(body).padding(spacing::XL).height(Fill);
        page::page(locale.text("office-templates-page"), body)
            .button(add)
            .tabs(documents::tabs(Tab::Templates, locale, Message::TabChosen))
            .into()
    }

    /// The question whether macros are kept.
    pub fn dialog<'a>(&'a self, context: &Context) -> Option<Element<'a, Message>> {
        let (path, _) = self.consent.as_ref()?;
        let locale = &context.locale;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let told = [("name", name.into_owned().into())];
        let body = column![
            text::body(locale.with("office-templates-macros-explained", &told)),
            note::note(
                locale.text("office-templates-macros-warning"),
                Tone::Warning,
                None
            ),
        ]
        .spacing(spacing::M);
        let dialog = dialog::dialog(locale.text("office-templates-macros"), body)
            .close(locale.text("form-cancel"), Message::MacrosRefused)
            .button(button::secondary(locale.text("form-cancel")).on_press(Message::MacrosRefused))
            .button(
                button::primary(locale.text("office-templates-macros-keep"))
                    .on_press(Message::MacrosKept),
            );
        Some(dialog.into())
    }

    /// A path that is typed, or why the last file was not taken.
    fn asked<'a>(&'a self, locale: &Locale) -> Option<Element<'a, Message>> {
        if let Some(error) = &self.error {
            return Some(note::note(locale.error(error), Tone::Busy, None));
        }
        let (path, _) = self.typing.as_ref()?;
        let input = field::field(locale.text("office-templates-path"), path)
            .id(PATH)
            .on_input(Message::PathTyped)
            .on_submit(Message::PathSubmitted);
        let leave = button::tool(Icon::Close, locale.text("files-leave"));
        let leave = leave.on_press(Message::PathLeft);
        let asked = row![container(Element::from(input)).width(Fill), leave];
        Some(asked.spacing(spacing::S).align_y(iced::Bottom).into())
    }

    fn list<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let groups = PaperKind::ALL.iter().map(|kind| {
            let own = self.of_kind(*kind).enumerate();
            let own = own.map(|(at, line)| self.own_line(at, line, context));
            let forms = PrintedForm::of(*kind).iter();
            let forms = forms.map(|form| self.form_line(*kind, *form, context));
            let lines = Column::from_iter(own.chain(forms)).spacing(2.0);
            let title = section::section(locale.paper_kind(*kind), None);
            column![title, lines].spacing(spacing::S).into()
        });
        let hint = text::hint(locale.text("office-templates-keys"));
        let groups = groups.chain([hint.into()]);
        section::card(Column::from_iter(groups).spacing(spacing::L))
    }

    fn own_line<'a>(
        &'a self,
        at: usize,
        shown: &'a Line,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let locale = &context.locale;
        let template = &shown.template;
        let usual =
            (at == 0).then(|| badge::badge(locale.text("office-templates-usual"), Tone::Accent));
        let contracts = self.contract_kinds.iter();
        let mut contracts = contracts.filter(|kind| Some(kind.id) == template.contract_kind);
        let contract = contracts
            .next()
            .map(|kind| badge::badge(kind.name.as_str(), Tone::Neutral));
        let face = row![
            icon(Icon::FileText).style(surface::toned(Tone::Accent)),
            ellipsis(template.title.as_str()).font(MEDIUM).width(Fill),
            contract,
            usual,
            told(shown, locale),
        ]
        .spacing(spacing::S)
        .align_y(Center);
        let choice = Choice::Own(template.id);
        let face = container(face).center_y(LINE);
        line::line(face, self.chosen == Some(choice), Message::Chosen(choice))
    }

    fn form_line<'a>(
        &'a self,
        kind: PaperKind,
        form: PrintedForm,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let locale = &context.locale;
        let face = row![
            icon(Icon::FileText).style(surface::hint),
            ellipsis(locale.printed_form(form))
                .style(surface::secondary)
                .width(Fill),
            text::hint(locale.text("office-templates-of-program")),
        ]
        .spacing(spacing::S)
        .align_y(Center);
        let choice = Choice::Form(kind, form);
        let face = container(face).center_y(LINE);
        line::line(face, self.chosen == Some(choice), Message::Chosen(choice))
    }

    fn panel<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        match (self.chosen, &self.form) {
            (Some(Choice::Own(id)), Some(form)) => match self.own(id) {
                Some(line) => self.own_panel(line, form, context),
                None => space().into(),
            },
            (Some(Choice::Form(kind, form)), _) => self.form_panel(kind, form, context),
            _ => space().into(),
        }
    }

    /// What a form of the program is, and how it becomes a template of the office.
    fn form_panel<'a>(
        &'a self,
        kind: PaperKind,
        form: PrintedForm,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let locale = &context.locale;
        let allowed = !context.is_read_only && !self.is_busy;
        let take = button::primary(locale.text("office-templates-take"))
            .icon(Icon::FilePlus)
            .on_press_maybe(allowed.then_some(Message::TakePressed(kind, form)))
            .reachable();
        let has_own = self.of_kind(kind).next().is_some();
        let words = locale.text(match has_own {
            true => "office-templates-form-beside",
            false => "office-templates-form-alone",
        });
        let body = column![
            text::title(locale.printed_form(form)),
            text::body(words).style(surface::secondary),
            row![take],
        ]
        .spacing(spacing::M);
        container(body).padding(spacing::L).into()
    }

    fn own_panel<'a>(
        &'a self,
        shown: &'a Line,
        form: &'a Form,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let locale = &context.locale;
        let is_dirty = form.is_changed(&shown.template);
        let allowed = !context.is_read_only && !self.is_busy;
        let edit = button::primary(locale.text("office-templates-edit"))
            .icon(Icon::Pencil)
            .on_press_maybe(allowed.then_some(Message::OpenPressed))
            .reachable();
        let replace = button::secondary(locale.text("office-templates-replace"))
            .icon(Icon::Upload)
            .on_press_maybe(allowed.then_some(Message::ReplacePressed))
            .reachable();
        let ways = is_dirty.then(|| {
            let leave = button::secondary(locale.text("office-templates-leave"))
                .on_press(Message::Left)
                .reachable();
            let save = button::primary(locale.text("office-templates-save"))
                .on_press_maybe(allowed.then_some(Message::Submitted))
                .reachable();
            let asked = form
                .is_asking
                .then(|| note::under(locale.text("office-templates-unsaved"), Tone::Warning));
            column![asked, row![leave, save].spacing(spacing::S)].spacing(spacing::S)
        });
        let head = column![
            row![
                ellipsis(shown.template.name.as_str())
                    .style(surface::hint)
                    .width(Fill),
                tools(&shown.template, context)
            ]
            .align_y(Center),
            row![edit, replace].spacing(spacing::S),
            ways,
        ]
        .spacing(spacing::S);
        let body = column![
            checked(shown, locale),
            section::divider(),
            self.fields(form, context),
        ]
        .spacing(spacing::M);
        let head = container(head).padding(spacing::L);
        let body = container(body).padding(spacing::L);
        column![head, section::divider(), section::scrolled(body)].into()
    }

    fn fields<'a>(&'a self, form: &'a Form, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let template = &form.template;
        let nameless = form.is_checked && template.title.trim().is_empty();
        let title = field::field(locale.text("office-templates-name"), &template.title)
            .id(TITLE)
            .on_input(|text| Message::Form(form::Message::Titled(text)))
            .on_submit(Message::Submitted)
            .error(nameless.then(|| locale.text("office-templates-nameless")));
        let kinds = PaperKind::ALL.iter();
        let kinds = kinds.map(|kind| (*kind, locale.paper_kind(*kind)));
        let kind = choice::one_of(kinds, template.kind, |kind| {
            Message::Form(form::Message::Kind(kind))
        });
        let contracts = self.contract_kinds.iter();
        let contracts = contracts.map(|kind| (Some(kind.id), kind.name.clone()));
        let all = (None, locale.text("office-templates-any-contract"));
        let contract = (template.kind == PaperKind::Contract).then(|| {
            let contracts = std::iter::once(all).chain(contracts);
            let chosen = choice::one_of(contracts, template.contract_kind, |kind| {
                Message::Form(form::Message::ContractKind(kind))
            });
            field::labelled(locale.text("office-templates-contract"), chosen)
        });
        let delimiters = field::field(
            locale.text("office-templates-delimiters"),
            &template.delimiters,
        )
        .on_input(|text| Message::Form(form::Message::Delimited(text)))
        .on_submit(Message::Submitted)
        .hint(locale.text("office-templates-delimiters-hint"))
        .error((!form.has_delimiters()).then(|| locale.text("office-templates-no-delimiters")));
        let ways = [Missing::Error, Missing::Blank, Missing::Keep];
        let ways = ways.map(|way| (way, missing(way, locale)));
        let way = choice::one_of(ways, Missing::of_name(&template.missing), |way| {
            Message::Form(form::Message::Missing(way))
        });
        column![
            Element::from(title),
            field::labelled(locale.text("office-templates-kind"), kind),
            contract,
            Element::from(delimiters),
            field::labelled(locale.text("office-templates-missing"), way),
        ]
        .spacing(spacing::M)
        .into()
    }
}

fn missing(way: Missing, locale: &Locale) -> String {
    locale.text(match way {
        Missing::Error => "office-templates-missing-error",
        Missing::Blank => "office-templates-missing-blank",
        Missing::Keep => "office-templates-missing-keep",
    })
}

/// Where it stands among the others, and the way out.
fn tools<'a>(template: &PaperTemplate, context: &Context) -> Element<'a, Message> {
    let id = template.id;
    let tool = |icon, key, message| {
        button::tool(icon, context.locale.text(key))
            .compact()
            .on_press_maybe((!context.is_read_only).then_some(message))
    };
    row![
        tool(Icon::ArrowUp, "office-templates-up", Message::Moved(id, -1)),
        tool(
            Icon::ArrowDown,
            "office-templates-down",
            Message::Moved(id, 1)
        ),
        tool(
            Icon::Trash,
            "office-templates-remove",
            Message::RemovePressed(id)
        ),
    ]
    .into()
}

/// What the check has found, in a few words.
fn told<'a>(shown: &Line, locale: &Locale) -> Element<'a, Message> {
    match &shown.checked {
        Err(_) => badge::with_icon(
            Icon::CircleX,
            locale.text("office-templates-broken"),
            Tone::Busy,
        ),
        Ok(checked) => {
            let count = [("count", checked.fields.into())];
            let fields = text::hint(locale.with("office-templates-fields", &count));
            let unknown = (!checked.unknown.is_empty()).then(|| {
                let count = [("count", checked.unknown.len().into())];
                badge::badge(
                    locale.with("office-templates-unknown", &count),
                    Tone::Warning,
                )
            });
            row![fields, unknown]
                .spacing(spacing::S)
                .align_y(Center)
                .into()
        }
    }
}

/// All that the check has found.
fn checked<'a>(shown: &Line, locale: &Locale) -> Element<'a, Message> {
    let checked = match &shown.checked {
        Ok(checked) => checked,
        Err(error) => return note::note(locale.error(error), Tone::Busy, None),
    };
    let count = [("count", checked.fields.into())];
    let fields = locale.with("office-templates-checked", &count);
    let tone = if checked.unknown.is_empty() {
        Tone::Free
    } else {
        Tone::Neutral
    };
    let unknown = checked.unknown.iter().take(MOST);
    let unknown = unknown.map(|one| note::under(unknown_words(one, locale), Tone::Warning));
    let rest = checked.unknown.len().saturating_sub(MOST);
    let rest = (rest > 0).then(|| {
        let count = [("count", rest.into())];
        text::hint(locale.with("office-templates-more", &count)).into()
    });
    let notices = checked.notices.iter();
    let notices = notices.map(|notice| note::under(notice.words(locale), Tone::Neutral));
    let lines = unknown.chain(rest).chain(notices);
    let sign = icon(note_icon(tone)).style(surface::toned(tone));
    let head = row![sign, text::body(fields)]
        .spacing(spacing::S)
        .align_y(Top);
    column![head, Column::from_iter(lines).spacing(spacing::XS)]
        .spacing(spacing::S)
        .padding(Padding::ZERO)
        .into()
}

fn note_icon(tone: Tone) -> Icon {
    match tone {
        Tone::Free => Icon::CircleCheck,
        _ => Icon::Info,
    }
}

fn unknown_words(unknown: &Unknown, locale: &Locale) -> String {
    let told = [
        ("name", unknown.name.as_str().into()),
        ("place", locale.template_place(&unknown.place).into()),
        (
            "nearest",
            unknown.nearest.as_deref().unwrap_or_default().into(),
        ),
    ];
    locale.with(
        match unknown.nearest {
            Some(_) => "office-templates-unknown-nearest",
            None => "office-templates-unknown-field",
        },
        &told,
    )
}
