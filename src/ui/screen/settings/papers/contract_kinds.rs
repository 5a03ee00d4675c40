//! The kinds of contract: name, numbers of their own, whether one promises support.

use iced::widget::{Column, column, container, row};
use iced::{Center, Fill, Top};

use super::super::lines::{GAP, LINE, create, moving, swapped, tools, ways_out};
use super::numbering::mask_field;
use super::{Part, Rows, count, write};
use crate::domain::Id;
use crate::domain::paper::{ContractKind, NumberMask, PaperKind};
use crate::domain::text::fold;
use crate::i18n::Locale;
use crate::ui::screen::settings::Message as Outer;
use crate::ui::screen::{Action, Context};
use crate::ui::style::{MEDIUM, Tone, height, spacing};
use crate::ui::widget::{
    Element, badge, button, choice, ellipsis, field, line, note, section, text,
};

/// The field of the name.
const NAME: &str = "settings.contract-kind";
/// The width of a mask, in logical pixels.
const MASK: f32 = 190.0;

/// What is being edited, if anything.
#[derive(Debug, Default)]
pub(super) struct ContractKinds {
    editing: Option<Editing>,
    /// The kind that is to go though papers are of it.
    doomed: Option<Id<ContractKind>>,
}

#[derive(Debug)]
struct Editing {
    kind: ContractKind,
    /// The user wanted to save: what is missing is said now.
    is_checked: bool,
}

/// What happened among the kinds of contract.
#[derive(Debug, Clone)]
pub enum Message {
    /// A new kind is wanted.
    NewPressed,
    /// A kind was pressed.
    Chosen(Id<ContractKind>),
    /// A name was typed.
    Named(String),
    /// A mask was typed.
    Masked(String),
    /// Whether it promises support.
    Supports(bool),
    /// The kind is whole.
    Submitted,
    /// It is to stay as it was.
    Left,
    /// A kind is to move up or down.
    Moved(Id<ContractKind>, isize),
    /// A kind is to go.
    DeletePressed(Id<ContractKind>),
    /// What is used stays.
    Kept,
}

impl ContractKinds {
    /// Whether something is typed or asked.
    pub fn is_open(&self) -> bool {
        self.editing.is_some() || self.doomed.is_some()
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, rows: &Rows, context: &Context) -> Action<Outer> {
        let known = |id| rows.kinds.iter().find(|kind| kind.id == id).cloned();
        match message {
            Message::NewPressed => {
                let positions = rows.kinds.iter().map(|kind| kind.position + 1);
                return self.begin(ContractKind {
                    position: positions.max().unwrap_or_default(),
                    ..ContractKind::new("")
                });
            }
            Message::Chosen(id) => {
                if let Some(kind) = known(id).filter(|_| !context.is_read_only) {
                    return self.begin(kind);
                }
            }
            Message::Named(name) => self.edit(|kind| kind.name = name),
            Message::Masked(mask) => {
                let own = self.editing.as_ref().map(|editing| editing.kind.id);
                let counted = count((PaperKind::Contract, own), &mask, context);
                self.edit(|kind| kind.mask = mask);
                return counted;
            }
            Message::Supports(is_support) => self.edit(|kind| kind.is_support = is_support),
            Message::Submitted => return self.submit(rows, context),
            Message::Left => self.editing = None,
            Message::Moved(id, by) => return shift(id, by, rows, context),
            Message::DeletePressed(id) if rows.uses.contains_key(&id) => self.doomed = Some(id),
            Message::DeletePressed(id) => {
                if let Some(kind) = known(id) {
                    return write(Part::Kinds, context, move |tx| {
                        tx.drop_contract_kind(&kind).map(drop)
                    });
                }
            }
            Message::Kept => self.doomed = None,
        }
        Action::none()
    }

    fn begin(&mut self, kind: ContractKind) -> Action<Outer> {
        let is_checked = false;
        self.doomed = None;
        self.editing = Some(Editing { kind, is_checked });
        Action::run(iced::widget::operation::focus(NAME))
    }

    fn edit(&mut self, change: impl FnOnce(&mut ContractKind)) {
        if let Some(editing) = &mut self.editing {
            change(&mut editing.kind);
        }
    }

    fn submit(&mut self, rows: &Rows, context: &Context) -> Action<Outer> {
        let Some(editing) = &mut self.editing else {
            return Action::none();
        };
        editing.is_checked = true;
        let kind = editing.trimmed();
        if editing.wrong(rows, &context.locale).is_some() || !has_numbers(&kind.mask) {
            return Action::none();
        }
        write(Part::Kinds, context, move |tx| tx.save(&kind).map(drop))
    }

    /// The card.
    pub fn view<'a>(&'a self, rows: &'a Rows, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let create = create("papers-kind-new", Message::NewPressed, context);
        let editing = self.editing.as_ref();
        let lines = rows.kinds.iter().map(|kind| {
            match editing.filter(|editing| editing.kind.id == kind.id) {
                Some(editing) => editing.view(rows, context),
                None => self.line(kind, rows, context),
            }
        });
        let new = editing.filter(|editing| editing.kind.version == 0);
        let new = new.map(|editing| editing.view(rows, context));
        let nothing = (rows.kinds.is_empty() && new.is_none())
            .then(|| text::secondary(locale.text("papers-no-kinds")));
        section::card(
            column![
                section::heading(locale.text("papers-kinds"), Some(create)),
                text::secondary(locale.text("papers-kinds-hint")),
                nothing,
                Column::from_iter(lines).spacing(GAP),
                new,
            ]
            .spacing(spacing::M),
        )
    }

    fn line<'a>(
        &'a self,
        kind: &'a ContractKind,
        rows: &'a Rows,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let locale = &context.locale;
        let id = kind.id;
        let support = kind
            .is_support
            .then(|| badge::badge(locale.text("papers-kind-support"), Tone::Neutral));
        let numbers = match kind.mask.trim() {
            "" => locale.text("papers-kind-as-others"),
            mask => {
                let series = (PaperKind::Contract, Some(id));
                let next = rows.examples.get(&(series, kind.mask.clone()));
                let next = next.map_or(mask, String::as_str);
                locale.with("papers-next", &[("number", next.into())])
            }
        };
        let face = row![
            ellipsis(kind.name.as_str()).font(MEDIUM).width(Fill),
            support,
            text::secondary(numbers),
        ]
        .spacing(spacing::M)
        .align_y(Center);
        let face = container(face).center_y(LINE);
        let face = line::line(face, false, Message::Chosen(id));
        let moving = moving(|by| Message::Moved(id, by), Message::DeletePressed(id));
        let line = row![face, tools(moving, context)].align_y(Center);
        let question = (self.doomed == Some(id)).then(|| {
            let count = rows.uses.get(&id).copied().unwrap_or_default();
            let words = locale.with("papers-kind-used", &[("count", count.into())]);
            let keep = button::link(locale.text("settings-keep")).on_press(Message::Kept);
            note::note(words, Tone::Warning, Some(keep.reachable()))
        });
        column![line, question].spacing(spacing::XS).into()
    }
}

impl Editing {
    fn trimmed(&self) -> ContractKind {
        ContractKind {
            name: self.kind.name.trim().to_owned(),
            mask: self.kind.mask.trim().to_owned(),
            ..self.kind.clone()
        }
    }

    /// What is wrong with its name.
    fn wrong(&self, rows: &Rows, locale: &Locale) -> Option<String> {
        let name = fold(&self.kind.name);
        let mut others = rows.kinds.iter().filter(|other| other.id != self.kind.id);
        match name.trim().is_empty() {
            true => self.is_checked.then(|| locale.text("papers-kind-nameless")),
            false => others
                .any(|other| fold(&other.name) == name)
                .then(|| locale.text("papers-kind-taken")),
        }
    }

    fn view<'a>(&'a self, rows: &'a Rows, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let name = field::unlabelled(&self.kind.name)
            .id(NAME)
            .placeholder(locale.text("papers-kind-name"))
            .on_input(Message::Named)
            .on_submit(Message::Submitted)
            .error(self.wrong(rows, locale));
        let mask = match self.kind.mask.trim() {
            "" => field::unlabelled(&self.kind.mask).on_input(Message::Masked),
            _ => mask_field(&self.kind.mask, context, Message::Masked),
        };
        let series = (PaperKind::Contract, Some(self.kind.id));
        let next = rows.examples.get(&(series, self.kind.mask.clone()));
        let next =
            next.map(|number| locale.with("papers-next", &[("number", number.as_str().into())]));
        let mask = mask
            .placeholder(locale.text("papers-kind-mask"))
            .on_submit(Message::Submitted)
            .hint(next.unwrap_or_default());
        let support = choice::check(
            locale.text("papers-kind-support"),
            self.kind.is_support,
            Message::Supports,
        );
        row![
            Element::from(name.width(Fill)),
            container(Element::from(mask)).width(MASK),
            container(support).center_y(height::CONTROL),
            ways_out(Message::Left, Message::Submitted, context),
        ]
        .spacing(spacing::M)
        .align_y(Top)
        .into()
    }
}

/// Whether a mask makes numbers, or is left to the usual one.
fn has_numbers(mask: &str) -> bool {
    mask.is_empty() || NumberMask::read(mask).is_ok()
}

/// Moves a kind among the others; those whose place changes are saved.
fn shift(id: Id<ContractKind>, by: isize, rows: &Rows, context: &Context) -> Action<Outer> {
    let kinds = rows.kinds.clone();
    let at = kinds.iter().position(|kind| kind.id == id);
    let Some((kinds, _)) = at.and_then(|at| swapped(kinds, at, by)) else {
        return Action::none();
    };
    write(Part::Kinds, context, move |tx| {
        for (position, kind) in (0..).zip(kinds) {
            tx.save(&ContractKind { position, ..kind })?;
        }
        Ok(())
    })
}
