//! How the dialog looks.

use iced::widget::{Column, column, container, row};
use iced::{Center, Fill, FillPortion};

use crate::domain::edit::{self, Way};
use crate::domain::field::Nature;
use crate::domain::{Datum, Field};
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::screen::suggest::{self, Offer};
use crate::ui::style::{MEDIUM, Tone, spacing, surface};
use crate::ui::widget::{
    Element, Icon, button, dialog, ellipsis, field, icon, note, progress, section, segmented, text,
};
use crate::workspace::Preview;

use super::{FIELD, MassEdit, Message, PART};

/// The width of the dialog and the height of what it says, in logical pixels: it stays in its place
/// whatever is found, so that nothing slides away under the pointer.
const SIZE: (f32, f32) = (640.0, 440.0);
/// How many rows are shown.
const ROWS: usize = 12;

impl MassEdit {
    /// The dialog.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let count = self.targets.count();
        let title = locale.with("edit-title", &[("count", count.into())]);
        let ways = self.field.map(|field| self.ways(field, context));
        let outcome = self.outcome(context).unwrap_or_else(|| {
            let hint = text::hint(locale.text("edit-outcome-hint"));
            container(hint).into()
        });
        let body = column![
            self.fields_view(context),
            ways,
            self.value(context),
            container(outcome).height(Fill),
        ]
        .spacing(spacing::L)
        .height(SIZE.1);
        let changed = self.preview.as_ref().map_or(0, |preview| preview.changed);
        let apply = match changed {
            0 => locale.text("edit-apply"),
            changed => locale.with("edit-apply-count", &[("count", changed.into())]),
        };
        let applied = self.can_apply().then_some(Message::Applied);
        dialog::dialog(title, body)
            .width(SIZE.0)
            .close(locale.text("edit-leave"), Message::Left)
            .button(button::secondary(locale.text("edit-leave")).on_press(Message::Left))
            .button(button::primary(apply).on_press_maybe(applied))
            .into()
    }

    /// Which field.
    fn fields_view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let name = |field| locale.field(self.kind, field, &context.catalog);
        let chosen = self.field.map(name);
        let field = field::field(locale.text("edit-field"), self.needle.as_str())
            .id(FIELD)
            .icon(Icon::Columns)
            .on_input(Message::NeedleTyped)
            .on_submit(Message::NeedleSubmitted);
        let field = match chosen {
            Some(name) => field.chosen(name),
            None => field.placeholder(locale.text("edit-field-find")),
        };
        let fields = self.fields(context).into_iter();
        let offers = fields.map(|(field, label)| Offer {
            label,
            hint: String::new(),
            icon: Some(match field {
                Field::Custom(_) => Icon::Tag,
                _ => Icon::Columns,
            }),
        });
        suggest::view(field, self.list, offers.collect(), Message::List)
    }

    fn ways<'a>(&'a self, field: Field, context: &Context) -> Element<'a, Message> {
        let nature = context.catalog.nature(field);
        let ways = edit::ways(field, nature).iter();
        segmented::segmented(ways.map(|way| {
            let label = way_name(*way, nature, &context.locale);
            (label, *way == self.way, Message::WayChosen(*way))
        }))
    }

    /// What it is changed to.
    fn value<'a>(&'a self, context: &'a Context) -> Option<Element<'a, Message>> {
        let locale = &context.locale;
        let input = self.input.as_ref()?;
        let label = match self.way {
            Way::Replace => locale.text("edit-with"),
            _ => locale.text("edit-value"),
        };
        let value = input.view(Some(label), context).map(Message::Input);
        let value = match input.value(super::today()) {
            Some(_) => value,
            None => {
                let told = note::under(locale.text("edit-unread"), Tone::Busy);
                column![value, told].spacing(spacing::XS).into()
            }
        };
        if self.way != Way::Replace {
            return Some(value);
        }
        let part = field::field(locale.text("edit-part"), self.part.as_str())
            .id(PART)
            .on_input(Message::PartTyped)
            .width(FillPortion(1));
        let value = container(value).width(FillPortion(1));
        Some(row![Element::from(part), value].spacing(spacing::M).into())
    }

    /// What would become of it.
    fn outcome<'a>(&'a self, context: &'a Context) -> Option<Element<'a, Message>> {
        let locale = &context.locale;
        self.edit()?;
        let Some(preview) = &self.preview else {
            let (done, total) = self.looked;
            let part = done as f32 / total.max(1) as f32;
            let words = text::secondary(locale.text("edit-looking"));
            let looking = column![words, progress::bar(part)].spacing(spacing::S);
            return Some(looking.into());
        };
        let (changed, same) = (preview.changed.into(), preview.same.into());
        let numbers = locale.with("edit-numbers", &[("changed", changed), ("same", same)]);
        let lost = (preview.lost > 0).then(|| {
            let words = locale.with("edit-lost", &[("count", preview.lost.into())]);
            note::note(words, Tone::Warning, None)
        });
        let rows = (!preview.examples.is_empty()).then(|| examples(preview, context));
        let told = column![text::strong(numbers), lost, rows].spacing(spacing::M);
        Some(told.into())
    }
}

/// The first that would change: before and after.
fn examples<'a>(preview: &'a Preview, context: &'a Context) -> Element<'a, Message> {
    let said = |datum: &Datum| match context.locale.datum(datum, &context.catalog) {
        words if words.is_empty() => "—".to_owned(),
        words => words,
    };
    let shown = preview.examples.iter().take(ROWS);
    let lines = shown.map(|(name, before, after)| {
        let before = ellipsis(said(before)).style(surface::secondary);
        row![
            container(ellipsis(name.as_str()).font(MEDIUM)).width(FillPortion(5)),
            container(before).width(FillPortion(4)),
            icon(Icon::ArrowRight).style(surface::hint),
            container(ellipsis(said(after))).width(FillPortion(4)),
        ]
        .spacing(spacing::S)
        .align_y(Center)
        .into()
    });
    let list = Column::from_iter(lines)
        .spacing(spacing::XS + 2.0)
        .padding(spacing::M);
    let list = container(section::scrolled(list))
        .width(Fill)
        .style(surface::track);
    let more = preview
        .changed
        .saturating_sub(preview.examples.len().min(ROWS));
    let more = (more > 0).then(|| {
        let words = context.locale.with("edit-more", &[("count", more.into())]);
        text::hint(words)
    });
    column![list, more].spacing(spacing::XS).into()
}

fn way_name(way: Way, nature: Nature, locale: &Locale) -> String {
    locale.text(match way {
        Way::Set if nature == Nature::Choices => "edit-way-only",
        Way::Set => "edit-way-set",
        Way::Clear => "edit-way-clear",
        Way::Replace => "edit-way-replace",
        Way::Add => "edit-way-add",
        Way::Remove => "edit-way-remove",
    })
}
