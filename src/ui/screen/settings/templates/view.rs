//! How the templates look: the list, or the editor of one in its place.

use iced::widget::{Column, column, container, row, space};
use iced::{Center, Fill, Padding, Top};

use super::super::lines::{GAP, LINE, create, moving, tools, unsaved, ways_out};
use super::editor::{self, Editor, is_nameless};
use super::step;
use super::{Message, Templates};
use crate::domain::task::Rank;
use crate::domain::template::{MOST_LEVELS, ProjectTemplate, TemplateStep};
use crate::ui::screen::Context;
use crate::ui::style::{MEDIUM, Tone, spacing, surface};
use crate::ui::widget::icon::kind::named;
use crate::ui::widget::{
    Element, Icon, badge, button, choice, ellipsis, field, icon, line, note, section, text,
};

/// The width of the fields of a step, of the choice of levels and of the page, in logical pixels.
const STEP: f32 = 360.0;
const LEVELS: f32 = 150.0;
const WIDTH: f32 = 1160.0;
/// The width of the list, in logical pixels.
const LIST: f32 = 860.0;
/// What scrolls the tree.
pub(super) const TREE: &str = "settings.template.tree";
/// How far what stands in a stage is put in, in logical pixels.
const INDENT: f32 = 22.0;

impl Templates {
    /// The tab.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        match &self.editor {
            Some(editor) => editor.view(context),
            None => {
                let list = container(self.list(context));
                section::scrolled(list.padding(spacing::XL).max_width(LIST))
            }
        }
    }

    fn list<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let create = create("templates-new", Message::NewPressed, context);
        let nothing = self
            .list
            .is_empty()
            .then(|| text::secondary(locale.text("templates-none")));
        let lines = self.list.iter().enumerate();
        let lines = lines.map(|(at, one)| self.line(at, one, context));
        section::card(
            column![
                section::heading(locale.text("settings-templates"), Some(create)),
                text::secondary(locale.text("templates-hint")),
                nothing,
                Column::from_iter(lines).spacing(GAP),
                text::hint(locale.text("templates-list-keys")),
            ]
            .spacing(spacing::M),
        )
    }

    fn line<'a>(
        &'a self,
        at: usize,
        template: &'a ProjectTemplate,
        context: &Context,
    ) -> Element<'a, Message> {
        let locale = &context.locale;
        let id = template.id;
        let size = self.sizes.get(&id).copied().unwrap_or_default();
        let face = row![
            icon(Icon::Template).style(surface::secondary),
            ellipsis(template.name.as_str()).font(MEDIUM).width(Fill),
            text::secondary(locale.with("templates-steps", &[("count", size.into())])),
        ]
        .spacing(spacing::M)
        .align_y(Center);
        let face = container(face).center_y(LINE);
        let face = line::line(face, at == self.cursor, Message::Chosen(id));
        let done = [
            (Icon::Copy, "templates-copy", Message::CopyPressed(id)),
            (Icon::Trash, "settings-remove", Message::DeletePressed(id)),
        ];
        row![face, tools(done, context)].align_y(Center).into()
    }
}

impl Editor {
    fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let chosen = self.chosen.as_ref().and_then(|sheet| {
            let step = self.blueprint.step(sheet.id)?;
            Some(sheet.view(step, self.is_checked, context))
        });
        let nothing = || text::secondary(locale.text("templates-no-step")).into();
        let chosen = container(chosen.unwrap_or_else(nothing)).padding(spacing::L);
        let chosen = container(section::scrolled(chosen))
            .width(STEP)
            .height(Fill)
            .style(surface::card);
        let page = column![
            section::card(self.head(context)),
            row![self.tree(context), chosen].spacing(spacing::L),
        ]
        .spacing(spacing::L);
        container(page).padding(spacing::XL).max_width(WIDTH).into()
    }

    /// The name, how deep the trees are, and the way out.
    fn head<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let template = &self.blueprint.template;
        let is_missing = self.is_checked && template.name.trim().is_empty();
        let name = field::field(locale.text("templates-name"), &template.name)
            .id(editor::NAME)
            .on_input(|name| Message::Editor(editor::Message::Named(name)))
            .on_submit(Message::Submitted)
            .error(is_missing.then(|| locale.text("templates-nameless")));
        let levels = self.blueprint.least_levels()..=MOST_LEVELS;
        let levels = levels.map(|levels| (levels, levels.to_string()));
        let levels = choice::one_of(levels, template.levels, |levels| {
            Message::Editor(editor::Message::Levels(levels))
        });
        let levels = field::labelled(locale.text("task-levels"), levels);
        // As far down as the fields beside them.
        let buttons = ways_out(Message::Left, Message::Submitted, context);
        let buttons = container(buttons).padding(Padding::ZERO.top(20.0));
        let fields = row![
            Element::from(name.width(Fill)),
            container(levels).width(LEVELS),
            buttons
        ]
        .spacing(spacing::M)
        .align_y(Top);
        let question = unsaved(self.is_asking, Message::Dropped, locale);
        column![fields, question].spacing(spacing::M).into()
    }

    fn tree<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let add = |key: &str, rank| {
            let message = Message::Editor(editor::Message::Added(rank));
            button::ghost(locale.text(key))
                .icon(Icon::Plus)
                .compact()
                .on_press_maybe((!context.is_read_only).then_some(message))
                .reachable()
        };
        let done = |message| Message::Editor(message);
        let moved = |by| done(editor::Message::Moved(by));
        let nested = |by| done(editor::Message::Nested(by));
        let change = moving(moved, done(editor::Message::Removed));
        let nest = [
            (Icon::ArrowLeft, "templates-unnest", nested(-1)),
            (Icon::ArrowRight, "templates-nest", nested(1)),
        ];
        let is_chosen = self.chosen.is_some();
        let tools = is_chosen.then(|| row![tools(nest, context), tools(change, context)]);
        let bar = row![
            add("templates-add-operation", Rank::Operation),
            add("templates-add-stage", Rank::Stage),
            space::horizontal(),
            tools,
        ]
        .align_y(Center);
        let refused = self
            .is_refused
            .then(|| note::under(locale.text("templates-no-room"), Tone::Warning));
        let nothing = self
            .blueprint
            .steps
            .is_empty()
            .then(|| text::secondary(locale.text("templates-empty")));
        let lines = self.blueprint.steps.iter();
        let lines = lines.map(|step| self.line(step, context));
        let lines = container(Column::from_iter(lines).spacing(GAP)).padding(spacing::S);
        let head = column![bar, refused, nothing].spacing(spacing::S);
        let keys = text::hint(locale.text("templates-keys"));
        let tree = column![
            container(head).padding(spacing::M),
            section::divider(),
            section::scrolled_as(TREE, lines),
            section::divider(),
            container(keys).padding([spacing::S, spacing::L]),
        ];
        container(tree)
            .width(Fill)
            .height(Fill)
            .style(surface::card)
            .into()
    }

    /// A step as a line of the tree: what it is, whether it is demanded, who does it and when.
    fn line<'a>(&'a self, step: &'a TemplateStep, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let kind = context.catalog.task_kind(step.kind);
        let is_stage = step.rank == Rank::Stage;
        let glyph = match kind {
            _ if is_stage => Icon::Milestone,
            Some(kind) => named(&kind.icon),
            None => Icon::ListChecks,
        };
        let name = match (step.title.trim(), kind) {
            ("", Some(kind)) => kind.name.clone(),
            ("", None) => locale.text("templates-nameless-step"),
            (title, _) => title.to_owned(),
        };
        let tone = if self.is_checked && is_nameless(step) {
            Tone::Busy
        } else {
            Tone::Neutral
        };
        let required = step
            .is_required
            .then(|| badge::badge(locale.text("templates-required"), Tone::Accent));
        let who = step.employee.map(|_| context.employee(step.employee));
        let when = (!is_stage).then(|| step::when(step, locale));
        let funnel = step
            .stage
            .map(|_| context.catalog.term(step.stage).to_owned());
        let told = [who, when, funnel].into_iter().flatten();
        let told = told.collect::<Vec<_>>().join(" · ");
        let indent = INDENT * (self.blueprint.depth(step) - 1) as f32;
        let name = ellipsis(name).width(Fill);
        let name = if is_stage { name.font(MEDIUM) } else { name };
        let face = row![
            space().width(indent),
            icon(glyph).style(surface::toned(tone)),
            name,
            required,
            text::hint(told),
        ]
        .spacing(spacing::S)
        .align_y(Center);
        let face = container(face).center_y(LINE);
        let chosen = Message::Editor(editor::Message::Chosen(step.id));
        line::line(face, self.is_chosen(step), chosen)
    }
}
