//! The line under the list while rows are selected: how many, and what can be done to them.

use iced::Center;
use iced::widget::{container, row, space};

use crate::domain::Group;
use crate::domain::text::fold;
use crate::ui::style::spacing;
use crate::ui::widget::picker::{Choice, choice, picker};
use crate::ui::widget::{Element, Icon, button, menu, progress, text};

use super::bulk::{self, Deed, Work};
use super::filters::{Bar, owner_name, owners};
use super::{Menu, Message, NEEDLE};

impl<'a> Bar<'a> {
    /// What can be done to the selected rows; `None` where there are none.
    pub fn actions(self, work: Option<&Work>) -> Option<Element<'a, Message>> {
        let locale = &self.context.locale;
        let line = if let Some(work) = work {
            self.work(work)
        } else if self.list.selection.is_empty() {
            return None;
        } else {
            let count = self.list.selection.count();
            row![
                text::strong(locale.with("clients-selected", &[("count", count.into())])),
                space().width(spacing::XS),
                self.action("clients-join-group", Icon::Folder, Menu::JoinGroup),
                self.action("clients-leave-group", Icon::Minus, Menu::LeaveGroup),
                self.action("clients-reassign", Icon::User, Menu::Reassign),
                self.delete(),
                space::horizontal(),
                button::tool(Icon::Close, locale.text("clients-unselect"))
                    .compact()
                    .on_press(Message::SelectionCleared),
            ]
            .spacing(spacing::S)
            .align_y(Center)
            .into()
        };
        Some(container(line).padding([spacing::S, spacing::XL]).into())
    }

    fn work(self, work: &Work) -> Element<'a, Message> {
        let locale = &self.context.locale;
        let count = locale.with(
            "clients-work-count",
            &[("done", work.done.into()), ("total", work.total.into())],
        );
        let part = work.done as f32 / work.total.max(1) as f32;
        progress::progress(locale.operation(work.operation), count, part)
            .cancel(
                locale.text("clients-work-stop"),
                Message::Bulk(bulk::Message::Stopped),
            )
            .into()
    }

    fn action(self, label: &str, icon: Icon, which: Menu) -> Element<'a, Message> {
        let locale = &self.context.locale;
        let pressed = Message::MenuToggled(which);
        let button = button::secondary(locale.text(label))
            .icon(icon)
            .compact()
            .on_press_maybe((!self.context.is_read_only).then_some(pressed));
        let panel = (self.open == Some(which)).then(|| {
            let choices = match which {
                Menu::JoinGroup => self.groups_to_join(),
                Menu::LeaveGroup => self.groups(Deed::Leave),
                _ => self.employees(),
            };
            let (nothing, placeholder) = match which {
                Menu::JoinGroup => ("clients-group-none-yet", "clients-group-find-or-create"),
                Menu::LeaveGroup => ("clients-no-groups", "clients-narrow"),
                _ => ("clients-no-choice", "clients-narrow"),
            };
            picker(choices, locale.text(nothing))
                .search(
                    NEEDLE,
                    locale.text(placeholder),
                    self.needle,
                    Message::NeedleChanged,
                )
                .into()
        });
        menu::menu(button, panel, Message::MenuClosed).into()
    }

    fn delete(self) -> Element<'a, Message> {
        let pressed = Message::DeedChosen(Deed::Delete, None);
        button::secondary(self.context.locale.text("clients-delete"))
            .icon(Icon::Trash)
            .compact()
            .on_press_maybe((!self.context.is_read_only).then_some(pressed))
            .into()
    }

    /// The groups whose name has what was typed, each with what is done to it.
    fn groups(self, deed: impl Fn(crate::domain::Id<Group>) -> Deed) -> Vec<Choice<Message>> {
        let needle = fold(self.needle);
        let groups = self.known.groups.iter();
        let groups = groups.filter(|(group, _)| fold(&group.name).contains(&needle));
        groups
            .map(|(group, members)| {
                let chosen = Message::DeedChosen(deed(group.id), None);
                choice(group.name.clone(), chosen).detail(self.context.locale.number(*members))
            })
            .collect()
    }

    /// The same, and at the end a new group of what was typed, unless there is one of that name.
    fn groups_to_join(self) -> Vec<Choice<Message>> {
        let mut choices = self.groups(Deed::Join);
        let name = self.needle.trim();
        let groups = self.known.groups.iter();
        let is_known = groups.filter(|(group, _)| fold(&group.name) == fold(name));
        if !name.is_empty() && is_known.count() == 0 {
            let label = self
                .context
                .locale
                .with("clients-group-create", &[("name", name.into())]);
            let chosen = Message::DeedChosen(Deed::JoinNew(name.to_owned()), None);
            choices.push(choice(label, chosen));
        }
        choices
    }

    fn employees(self) -> Vec<Choice<Message>> {
        let needle = fold(self.needle);
        let all = owners(self.context).map(|owner| (owner, owner_name(owner, self.context)));
        let meant = all.filter(|(_, name)| fold(name).contains(&needle));
        meant
            .map(|(owner, name)| choice(name, Message::DeedChosen(Deed::Reassign(owner), None)))
            .collect()
    }
}
