//! Mappings of columns under a name: chosen, kept, renamed, removed.

use std::collections::BTreeSet;

use iced::widget::{container, operation, row};
use iced::{Bottom, Element as Any};

use super::columns::labelled;
use super::setup::Setup;
use super::{Action, Command, Context, Import, Message as Page, Subject, Wish};
use crate::domain::{Id, NamedMapping, Operation};
use crate::error::Error;
use crate::ui::style::spacing;
use crate::ui::widget::choice::one_of;
use crate::ui::widget::{Element, Icon, button, field};

/// The field of the name.
const NAME: &str = "import.mapping";
/// How wide the list of names is, in logical pixels.
const WIDTH: f32 = 260.0;

/// A name that is being typed.
#[derive(Debug)]
pub struct Naming {
    name: String,
    /// The mapping that is renamed; `None` for a new one.
    renamed: Option<Id<NamedMapping>>,
}

/// What happened about the mappings.
#[derive(Debug, Clone)]
pub enum Message {
    /// One was chosen, or what is recognised.
    Chosen(Option<Id<NamedMapping>>),
    /// The columns as they are now are to be kept under a new name.
    KeepPressed,
    /// The columns as they are now are to be kept under the name chosen.
    UpdatePressed,
    /// The one chosen is to be renamed.
    RenamePressed,
    /// The one chosen is to be removed.
    DeletePressed,
    /// The name was typed.
    NameTyped(String),
    /// The name is whole.
    NameSubmitted,
    /// No name after all.
    NameLeft,
    /// It is written: which one is in use now, and what changed.
    Written(
        Operation,
        Option<Id<NamedMapping>>,
        Result<BTreeSet<&'static str>, Error>,
    ),
}

impl Import {
    pub(super) fn update_mappings(&mut self, message: Message, context: &Context) -> Action<Page> {
        let Some(Subject::Table(setup)) = &mut self.subject else {
            return Action::none();
        };
        let kept = kept(setup, context);
        match message {
            Message::Chosen(id) => {
                let mut known = context.catalog.mappings.iter();
                setup.apply(known.find(|known| Some(known.id) == id));
                self.naming = None;
                Action::none()
            }
            Message::KeepPressed => self.name("", None),
            Message::RenamePressed => match kept {
                Some(kept) => self.name(&kept.name, Some(kept.id)),
                None => Action::none(),
            },
            Message::UpdatePressed => match kept {
                Some(kept) => {
                    let now = setup.options.kept_as(&kept.name, &setup.source);
                    let changed = NamedMapping {
                        id: kept.id,
                        version: kept.version,
                        ..now
                    };
                    save(Operation::SaveMapping, changed, context)
                }
                None => Action::none(),
            },
            Message::DeletePressed => match kept {
                Some(kept) => delete(kept.clone(), context),
                None => Action::none(),
            },
            Message::NameTyped(name) => {
                if let Some(naming) = &mut self.naming {
                    naming.name = name;
                }
                Action::none()
            }
            Message::NameSubmitted => self.submit_name(context),
            Message::NameLeft => {
                self.naming = None;
                Action::none()
            }
            Message::Written(operation, id, Ok(changed)) => {
                setup.kept = id;
                self.naming = None;
                match changed.is_empty() {
                    true => Action::none(),
                    false => Action::wish(Wish::Done(operation, changed)),
                }
            }
            Message::Written(_, _, Err(error)) => Action::wish(Wish::Fail(error)),
        }
    }

    fn name(&mut self, name: &str, renamed: Option<Id<NamedMapping>>) -> Action<Page> {
        self.naming = Some(Naming {
            name: name.to_owned(),
            renamed,
        });
        let focus = operation::focus(NAME);
        Action::run(Command::batch([focus, operation::select_all(NAME)]))
    }

    fn submit_name(&mut self, context: &Context) -> Action<Page> {
        let (Some(naming), Some(Subject::Table(setup))) = (&self.naming, &self.subject) else {
            return Action::none();
        };
        let name = naming.name.trim();
        if name.is_empty() {
            return Action::none();
        }
        let mut known = context.catalog.mappings.iter();
        match known.find(|known| Some(known.id) == naming.renamed) {
            Some(renamed) => {
                let renamed = NamedMapping {
                    name: name.to_owned(),
                    ..renamed.clone()
                };
                save(Operation::RenameMapping, renamed, context)
            }
            None => {
                let new = setup.options.kept_as(name, &setup.source);
                save(Operation::SaveMapping, new, context)
            }
        }
    }

    /// The line that chooses a mapping; while a name is given, the field of the name.
    pub(super) fn mappings<'a>(
        &'a self,
        setup: &'a Setup,
        context: &'a Context,
    ) -> Option<Element<'a, Page>> {
        setup.source.header()?;
        let locale = &context.locale;
        if let Some(naming) = &self.naming {
            let name = field::field(locale.text("import-mapping-name"), naming.name.clone())
                .id(NAME)
                .on_input(|name| Page::Mappings(Message::NameTyped(name)))
                .on_submit(Page::Mappings(Message::NameSubmitted));
            let is_named = !naming.name.trim().is_empty();
            let keep = button::primary(locale.text("import-mapping-keep"))
                .on_press_maybe(is_named.then_some(Page::Mappings(Message::NameSubmitted)));
            let leave = button::secondary(locale.text("import-mapping-cancel"))
                .on_press(Page::Mappings(Message::NameLeft));
            let line = row![
                container(name).width(WIDTH),
                keep.reachable(),
                leave.reachable()
            ];
            return Some(line.spacing(spacing::S).align_y(Bottom).into());
        }
        let mut options = vec![(None, locale.text("import-mapping-none"))];
        let known = context.catalog.mappings.iter();
        options.extend(known.map(|known| (Some(known.id), known.name.clone())));
        let list = one_of(options, setup.kept, |id| {
            Page::Mappings(Message::Chosen(id))
        });
        let list = labelled(locale.text("import-mapping"), list);
        let tool = |icon, words: &'static str, message| -> Any<'a, Page> {
            let tool = button::tool(icon, locale.text(words));
            let message = (!context.is_read_only).then_some(Page::Mappings(message));
            tool.on_press_maybe(message).reachable()
        };
        let mut line = row![container(list).width(WIDTH)]
            .spacing(spacing::XS)
            .align_y(Bottom);
        if let Some(kept) = kept(setup, context) {
            if is_other(setup, kept) {
                line = line.push(tool(
                    Icon::Save,
                    "import-mapping-update",
                    Message::UpdatePressed,
                ));
            }
            line = line
                .push(tool(
                    Icon::Pencil,
                    "import-mapping-rename",
                    Message::RenamePressed,
                ))
                .push(tool(
                    Icon::Trash,
                    "import-mapping-delete",
                    Message::DeletePressed,
                ));
        }
        let keep = tool(Icon::Bookmark, "import-mapping-save", Message::KeepPressed);
        Some(line.push(keep).into())
    }
}

/// The mapping in use, if it has a name and is still there.
fn kept<'a>(setup: &Setup, context: &'a Context) -> Option<&'a NamedMapping> {
    let mut known = context.catalog.mappings.iter();
    known.find(|known| Some(known.id) == setup.kept)
}

/// Whether what the table fills now is not what was kept.
fn is_other(setup: &Setup, kept: &NamedMapping) -> bool {
    let now = NamedMapping {
        id: kept.id,
        version: kept.version,
        header: kept.header.clone(),
        ..setup.options.kept_as(&kept.name, &setup.source)
    };
    now != *kept
}

fn save(operation: Operation, mapping: NamedMapping, context: &Context) -> Action<Page> {
    let id = mapping.id;
    let written = context.worker.write(move |workspace| {
        let done = workspace.transact(operation, |tx| tx.save(&mapping))?;
        Ok(done.changed)
    });
    Action::run(Command::perform(written, move |changed| {
        Page::Mappings(Message::Written(operation, Some(id), changed))
    }))
}

fn delete(mapping: NamedMapping, context: &Context) -> Action<Page> {
    let operation = Operation::DeleteMapping;
    let written = context.worker.write(move |workspace| {
        let done = workspace.transact(operation, |tx| tx.delete(&mapping))?;
        Ok(done.changed)
    });
    Action::run(Command::perform(written, move |changed| {
        Page::Mappings(Message::Written(operation, None, changed))
    }))
}
