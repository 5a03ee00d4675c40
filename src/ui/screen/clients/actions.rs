//! The line under the list while rows are selected: how many, and what can be done to them.

use iced::Center;
use iced::widget::{container, row, space};

use crate::domain::text::fold;
use crate::domain::{Client, Group, Id};
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
                self.said(
                    "clients-edit-field",
                    Icon::Pencil,
                    Message::MassEditAsked(None)
                ),
                self.said(
                    "clients-next-step",
                    Icon::Clock,
                    Message::NextStepAsked(None)
                ),
                (count > 1).then(|| self.said("clients-merge", Icon::Merge, Message::MergeAsked)),
                self.said(
                    "clients-delete",
                    Icon::Trash,
                    Message::DeedChosen(Deed::Delete, None)
                ),
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
        let panel = (self.open == Some(which)).then(|| match which {
            Menu::JoinGroup => self.join_picker(None),
            Menu::LeaveGroup => {
                let groups = self.groups(None, Deed::Leave);
                self.picker_of(groups, "clients-no-groups", "clients-narrow")
            }
            _ => self.owner_picker(None),
        });
        menu::menu(button, panel, Message::MenuClosed).into()
    }

    /// The groups to put a client into, else the selected ones; a new one too.
    pub fn join_picker(self, client: Option<Id<Client>>) -> Element<'a, Message> {
        let groups = self.groups_to_join(client);
        let placeholder = "clients-group-find-or-create";
        self.picker_of(groups, "clients-group-none-yet", placeholder)
    }

    /// The employees to give a client to, else the selected ones.
    pub fn owner_picker(self, client: Option<Id<Client>>) -> Element<'a, Message> {
        let employees = self.employees(client);
        self.picker_of(employees, "clients-no-choice", "clients-narrow")
    }

    fn picker_of(
        self,
        choices: Vec<Choice<Message>>,
        nothing: &str,
        placeholder: &str,
    ) -> Element<'a, Message> {
        let locale = &self.context.locale;
        let placeholder = locale.text(placeholder);
        picker(choices, locale.text(nothing))
            .search(NEEDLE, placeholder, self.needle, Message::NeedleChanged)
            .into()
    }

    fn said(self, label: &str, icon: Icon, pressed: Message) -> Element<'a, Message> {
        button::secondary(self.context.locale.text(label))
            .icon(icon)
            .compact()
            .on_press_maybe((!self.context.is_read_only).then_some(pressed))
            .into()
    }

    /// The groups whose name has what was typed, each with what is done to it.
    fn groups(
        self,
        client: Option<Id<Client>>,
        deed: impl Fn(Id<Group>) -> Deed,
    ) -> Vec<Choice<Message>> {
        let needle = fold(self.needle);
        let groups = self.known.groups.iter();
        let groups = groups.filter(|(group, _)| fold(&group.name).contains(&needle));
        groups
            .map(|(group, members)| {
                let chosen = Message::DeedChosen(deed(group.id), client);
                choice(group.name.clone(), chosen).detail(self.context.locale.number(*members))
            })
            .collect()
    }

    /// The same, and at the end a new group of what was typed, unless there is one of that name.
    fn groups_to_join(self, client: Option<Id<Client>>) -> Vec<Choice<Message>> {
        let mut choices = self.groups(client, Deed::Join);
        let name = self.needle.trim();
        let groups = self.known.groups.iter();
        let is_known = groups.filter(|(group, _)| fold(&group.name) == fold(name));
        if !name.is_empty() && is_known.count() == 0 {
            let label = self
                .context
                .locale
                .with("clients-group-create", &[("name", name.into())]);
            let chosen = Message::DeedChosen(Deed::JoinNew(name.to_owned()), client);
            choices.push(choice(label, chosen));
        }
        choices
    }

    fn employees(self, client: Option<Id<Client>>) -> Vec<Choice<Message>> {
        let needle = fold(self.needle);
        let all = owners(self.context).map(|owner| (owner, owner_name(owner, self.context)));
        let meant = all.filter(|(_, name)| fold(name).contains(&needle));
        meant
            .map(|(owner, name)| choice(name, Message::DeedChosen(Deed::Reassign(owner), client)))
            .collect()
    }
}
