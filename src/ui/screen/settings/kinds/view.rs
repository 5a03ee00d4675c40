//! How the kinds of operation look.

use iced::widget::{Column, column, container, row, space};
use iced::{Center, Fill, Top};

use super::super::lines::{FORM, GAP, LINE};
use super::super::lines::{beside, create, moving, tools, unsaved, used, ways_out};
use super::form::{self, Form};
use super::{Kinds, Message};
use crate::domain::profile::Medium;
use crate::domain::reminder::Audience;
use crate::domain::task::{Availability, Priority, TaskKind, TaskResult};
use crate::domain::text::fold;
use crate::domain::{Id, Reminder};
use crate::i18n::Locale;
use crate::ui::screen::{Context, prompts};
use crate::ui::style::{MEDIUM, Tone, spacing, surface};
use crate::ui::widget::icon::kind::{CHOICES, named};
use crate::ui::widget::{
    Element, area, badge, choice, ellipsis, field, icon, line, section, segmented, text,
};
use crate::workspace::Uses;

/// What scrolls the list.
pub(super) const LIST: &str = "settings.kinds";

impl Kinds {
    /// The tab.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let form = self.form.as_ref().map(|form| {
            let form = form.view(&self.uses.results, &self.defaults, context);
            container(form).height(Fill).style(surface::card).into()
        });
        let list = column![self.list(context), space().height(spacing::XL)];
        beside(section::scrolled_as(LIST, list), form, FORM)
    }

    fn list<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let create = create("kinds-new", Message::NewPressed, context);
        let kinds = &context.catalog.task_kinds;
        let nothing = kinds
            .is_empty()
            .then(|| text::secondary(locale.text("kinds-none")));
        let lines = kinds.iter().enumerate();
        let lines = lines.map(|(at, kind)| self.line(at, kind, context));
        section::card(
            column![
                section::heading(locale.text("settings-kinds"), Some(create)),
                text::secondary(locale.text("kinds-hint")),
                nothing,
                Column::from_iter(lines).spacing(GAP),
                text::hint(locale.text("kinds-keys")),
            ]
            .spacing(spacing::M),
        )
    }

    fn line<'a>(&self, at: usize, kind: &'a TaskKind, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let id = kind.id;
        let retired = (!kind.is_offered)
            .then(|| badge::badge(locale.text("kinds-not-offered"), Tone::Neutral));
        let face = row![
            icon(named(&kind.icon)).style(surface::secondary),
            ellipsis(kind.name.as_str()).font(MEDIUM).width(Fill),
            retired,
        ]
        .spacing(spacing::M)
        .align_y(Center);
        let face = container(face).center_y(LINE);
        let face = line::line(face, at == self.cursor, Message::Chosen(id));
        let moving = moving(|by| Message::Moved(id, by), Message::DeletePressed(id));
        let tools = row![face, tools(moving, context)].align_y(Center);
        let question = (self.doomed == Some(id)).then(|| self.question(id, locale));
        column![tools, question].spacing(spacing::XS).into()
    }

    /// What becomes of the tasks of a kind which is to go.
    fn question<'a>(&self, id: Id<TaskKind>, locale: &Locale) -> Element<'a, Message> {
        let count = self.uses.kinds.get(&id).copied().unwrap_or_default();
        let words = locale.with("kinds-used", &[("count", count.into())]);
        let answers = (Message::DeleteConfirmed(id), Message::Kept);
        used(words, "kinds-retire", answers, locale)
    }
}

impl Form {
    fn view<'a>(
        &'a self,
        used: &Uses<TaskResult>,
        defaults: &[Reminder],
        context: &'a Context,
    ) -> Element<'a, Message> {
        let locale = &context.locale;
        let title = match self.kind.version {
            0 => "kinds-new",
            _ => "kinds-kind",
        };
        let icons = CHOICES
            .iter()
            .map(|(name, icon)| (*name, *icon, String::new()));
        let chosen = CHOICES.iter().find(|(name, _)| *name == self.kind.icon);
        let icons = choice::chips_as(
            "settings.kind.icon",
            icons,
            chosen.map(|(name, _)| *name),
            |icon| Message::Form(form::Message::Icon(icon)),
        );
        let offered = choice::check(
            locale.text("kinds-offered"),
            self.kind.is_offered,
            |is_on| Message::Form(form::Message::Offered(is_on)),
        );
        let required = choice::check(
            locale.text("kinds-result-required"),
            self.kind.is_result_required,
            |is_on| Message::Form(form::Message::ResultRequired(is_on)),
        );
        let checklist = area::area(
            &self.checklist,
            locale.text("kinds-checklist-placeholder"),
            |action| Message::Form(form::Message::Checklist(action)),
            Message::Submitted,
        );
        let head = column![
            section::heading(
                locale.text(title),
                Some(ways_out(Message::Left, Message::Submitted, context)),
            ),
            unsaved(self.is_asking, Message::Dropped, locale),
        ]
        .spacing(spacing::M);
        let fields = column![
            self.name(context),
            field::labelled(locale.text("kinds-icon"), icons),
            self.defaults(locale),
            self.availability(locale),
            field::labelled(locale.text("task-checklist"), checklist),
            offered,
            section::divider(),
            self.results_view(used, context),
            required,
            section::divider(),
            self.reminders(defaults, context),
        ]
        .spacing(spacing::M);
        let head = container(head).padding(spacing::L);
        let fields = container(fields).padding(spacing::L);
        column![head, section::divider(), section::scrolled(fields)].into()
    }

    fn name<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let own = &self.kind;
        let mut others = context.catalog.task_kinds.iter();
        let is_taken =
            others.any(|other| other.id != own.id && fold(&other.name) == fold(&own.name));
        let is_missing = self.is_checked && own.name.trim().is_empty();
        field::field(locale.text("kinds-name"), &own.name)
            .id(form::NAME)
            .on_input(|name| Message::Form(form::Message::Named(name)))
            .on_submit(Message::Submitted)
            .error(is_missing.then(|| locale.text("kinds-nameless")))
            .warning(is_taken.then(|| locale.text("kinds-taken")))
            .into()
    }

    /// What a new operation of the kind begins with.
    fn defaults<'a>(&'a self, locale: &Locale) -> Element<'a, Message> {
        let minutes = field::field(locale.text("task-minutes"), &self.minutes)
            .placeholder(locale.text("kinds-no-time"))
            .on_input(|text| Message::Form(form::Message::Minutes(text)))
            .on_submit(Message::Submitted)
            .error(
                self.duration()
                    .is_none()
                    .then(|| locale.text("task-minutes-unread")),
            );
        let priorities = Priority::ALL.iter();
        let priorities = priorities.map(|one| (*one, locale.priority(*one)));
        let priority = choice::one_of(priorities, self.kind.priority, |priority| {
            Message::Form(form::Message::Priority(priority))
        });
        let media = Medium::ALL.iter();
        let media = media.map(|one| (Some(*one), locale.medium(*one)));
        let none = (None, locale.text("task-medium-none"));
        let medium = choice::one_of(
            std::iter::once(none).chain(media),
            self.kind.medium,
            |medium| Message::Form(form::Message::Medium(medium)),
        );
        row![
            container(Element::from(minutes)).width(Fill),
            container(field::labelled(locale.text("task-priority"), priority)).width(Fill),
            container(field::labelled(locale.text("task-medium"), medium)).width(Fill),
        ]
        .spacing(spacing::S)
        .align_y(Top)
        .into()
    }

    fn availability<'a>(&self, locale: &Locale) -> Element<'a, Message> {
        let choices = Availability::ALL.iter().map(|one| {
            let message = Message::Form(form::Message::Availability(*one));
            (
                locale.availability(*one),
                *one == self.kind.availability,
                message,
            )
        });
        let choices = row![segmented::segmented(choices)];
        field::labelled(locale.text("task-availability"), choices)
    }

    fn reminders<'a>(&self, defaults: &[Reminder], context: &'a Context) -> Element<'a, Message> {
        let others = self.others(defaults);
        let editor = |audience| {
            let place = (self.place(), context);
            prompts::editor(
                audience,
                &self.reminders,
                &others,
                place,
                |audience, change| Message::Form(form::Message::Reminded(audience, change)),
            )
        };
        column![
            section::section(context.locale.text("task-reminders"), None),
            editor(Audience::Participants),
            editor(Audience::Controller),
        ]
        .spacing(spacing::M)
        .into()
    }
}
