//! The line under the list while rows are selected: how many, and what can be done to them.

use iced::Center;
use iced::widget::{container, row, space};

use crate::domain::text::fold;
use crate::domain::{Client, Group, Id};
use crate::i18n::Locale;
use crate::ui::style::{height, spacing};
use crate::ui::widget::picker::{Choice, choice, picker};
use crate::ui::widget::{Element, Icon, button, menu, progress, text};

use super::bulk::{self, Deed, Work};
use super::filters::{Bar, owner_name, owners};
use super::{Menu, Message, NEEDLE};

/// What can be done to the selected rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deal {
    JoinGroup,
    LeaveGroup,
    Reassign,
    EditField,
    NextStep,
    Letter,
    Merge,
    Delete,
}

/// Around the words of a button, and before the first, in logical pixels.
const AROUND: f32 = 2.0 * spacing::M + 15.0 + 2.0 * spacing::S;
/// The widest letter of a button on average, in logical pixels.
const LETTER: f32 = 8.0;
/// The width of the menu of what has no room, in logical pixels.
const FOLDED: f32 = 250.0;

impl Deal {
    /// All, in the order in which they stand.
    const ALL: [Self; 8] = [
        Self::JoinGroup,
        Self::LeaveGroup,
        Self::Reassign,
        Self::EditField,
        Self::NextStep,
        Self::Letter,
        Self::Merge,
        Self::Delete,
    ];
    /// All, the one that gives way last first.
    const BY_WEIGHT: [Self; 8] = [
        Self::Delete,
        Self::EditField,
        Self::Reassign,
        Self::JoinGroup,
        Self::NextStep,
        Self::Letter,
        Self::Merge,
        Self::LeaveGroup,
    ];

    fn label(self, locale: &Locale) -> String {
        match self {
            Self::JoinGroup => locale.text("clients-join-group"),
            Self::LeaveGroup => locale.text("clients-leave-group"),
            Self::Reassign => locale.text("clients-reassign"),
            Self::EditField => locale.text("clients-edit-field"),
            Self::NextStep => locale.text("clients-next-step"),
            Self::Letter => locale.text("clients-letter"),
            Self::Merge => locale.text("clients-merge"),
            Self::Delete => locale.text("clients-delete"),
        }
    }

    fn icon(self) -> Icon {
        match self {
            Self::JoinGroup => Icon::Folder,
            Self::LeaveGroup => Icon::Minus,
            Self::Reassign => Icon::User,
            Self::EditField => Icon::Pencil,
            Self::NextStep => Icon::Clock,
            Self::Letter => Icon::Send,
            Self::Merge => Icon::Merge,
            Self::Delete => Icon::Trash,
        }
    }

    /// The menu it unfolds, if it does.
    fn menu(self) -> Option<Menu> {
        match self {
            Self::JoinGroup => Some(Menu::JoinGroup),
            Self::LeaveGroup => Some(Menu::LeaveGroup),
            Self::Reassign => Some(Menu::Reassign),
            Self::EditField | Self::NextStep | Self::Letter | Self::Merge | Self::Delete => None,
        }
    }

    fn message(self) -> Message {
        match self {
            Self::JoinGroup => Message::MenuToggled(Menu::JoinGroup),
            Self::LeaveGroup => Message::MenuToggled(Menu::LeaveGroup),
            Self::Reassign => Message::MenuToggled(Menu::Reassign),
            Self::EditField => Message::MassEditAsked(None),
            Self::NextStep => Message::NextStepAsked(None),
            Self::Letter => Message::LettersAsked(None),
            Self::Merge => Message::MergeAsked,
            Self::Delete => Message::DeedChosen(Deed::Delete, None),
        }
    }
}

/// Those of `deals` that have room in `width` logical pixels, in the order in which they stand.
fn fitting(deals: &[Deal], width: f32, locale: &Locale) -> Vec<Deal> {
    let needed = |deal: &Deal| {
        let letters = deal.label(locale).chars().count() as f32;
        letters.mul_add(LETTER, AROUND)
    };
    if deals.iter().map(needed).sum::<f32>() <= width {
        return deals.to_vec();
    }
    let mut left = width - AROUND;
    let by_weight = Deal::BY_WEIGHT.iter().filter(|deal| deals.contains(deal));
    let fits: Vec<Deal> = by_weight
        .copied()
        .take_while(|deal| {
            left -= needed(deal);
            left >= 0.0
        })
        .collect();
    let in_order = deals.iter().copied();
    in_order.filter(|deal| fits.contains(deal)).collect()
}

impl<'a> Bar<'a> {
    /// What can be done to the selected rows, in a line of `width` logical pixels; `None` where
    /// there are none.
    pub fn actions(self, work: Option<&Work>, width: f32) -> Option<Element<'a, Message>> {
        let line = if let Some(work) = work {
            self.work(work)
        } else if self.list.selection.is_empty() {
            return None;
        } else {
            self.deals(width)
        };
        Some(container(line).padding([spacing::S, spacing::XL]).into())
    }

    fn deals(self, width: f32) -> Element<'a, Message> {
        let locale = &self.context.locale;
        let count = self.list.selection.count();
        let told = locale.with("clients-selected", &[("count", count.into())]);
        let deals = Deal::ALL.into_iter();
        let deals: Vec<Deal> = deals
            .filter(|deal| *deal != Deal::Merge || count > 1)
            .collect();
        let around = 2.0 * spacing::XL + height::COMPACT + 2.0 * spacing::M;
        let room = width - around - LETTER * told.chars().count() as f32;
        let shown = fitting(&deals, room, locale);
        let folded: Vec<Deal> = deals
            .into_iter()
            .filter(|deal| !shown.contains(deal))
            .collect();
        let buttons = shown.into_iter().map(|deal| self.deal(deal));
        row![
            text::strong(told),
            space().width(spacing::XS),
            row(buttons).spacing(spacing::S),
            (!folded.is_empty()).then(|| self.folded(&folded)),
            space::horizontal(),
            button::tool(Icon::Close, locale.text("clients-unselect"))
                .compact()
                .on_press(Message::SelectionCleared),
        ]
        .spacing(spacing::S)
        .align_y(Center)
        .into()
    }

    fn deal(self, deal: Deal) -> Element<'a, Message> {
        let button = button::secondary(deal.label(&self.context.locale))
            .icon(deal.icon())
            .compact()
            .on_press_maybe(self.may(deal));
        match deal.menu() {
            None => button.into(),
            Some(which) => {
                let panel = (self.open == Some(which)).then(|| self.unfolded(which));
                menu::menu(button, panel, Message::MenuClosed).into()
            }
        }
    }

    /// What has no room in the line: a menu of it; what unfolds there, unfolds in its place.
    fn folded(self, folded: &[Deal]) -> Element<'a, Message> {
        let locale = &self.context.locale;
        let button = button::secondary(locale.text("clients-more"))
            .trailing(Icon::ChevronDown)
            .compact()
            .on_press(Message::MenuToggled(Menu::Selected));
        let panel = match self.open {
            Some(Menu::Selected) => {
                let items = folded.iter().map(|deal| {
                    menu::item(deal.label(locale), self.may(*deal))
                        .icon(deal.icon())
                        .into()
                });
                Some(menu::panel(items, FOLDED))
            }
            Some(which) => {
                let is_here = folded.iter().any(|deal| deal.menu() == Some(which));
                is_here.then(|| self.unfolded(which))
            }
            None => None,
        };
        menu::menu(button, panel, Message::MenuClosed).into()
    }

    fn may(self, deal: Deal) -> Option<Message> {
        (!self.context.is_read_only).then(|| deal.message())
    }

    fn unfolded(self, which: Menu) -> Element<'a, Message> {
        match which {
            Menu::JoinGroup => self.join_picker(None),
            Menu::LeaveGroup => {
                let groups = self.groups(None, Deed::Leave);
                self.picker_of(groups, "clients-no-groups", "clients-narrow")
            }
            _ => self.owner_picker(None),
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn what_has_no_room_gives_way_and_to_delete_stays() {
        let locale = Locale::new(Language::Russian);
        assert_eq!(fitting(&Deal::ALL, 2000.0, &locale), Deal::ALL);
        let few = fitting(&Deal::ALL, 600.0, &locale);
        assert!(
            few.len() < Deal::ALL.len() && few.last() == Some(&Deal::Delete),
            "{few:?}"
        );
        assert!(fitting(&Deal::ALL, 20.0, &locale).is_empty());
    }
}
