//! How the reminder window looks: what can be done on top, the notices by groups below.

use iced::widget::{Column, column, container, row, space};
use iced::{Center, Fill, Padding};

use super::{Context, Group, Line, Message, OWN, Reminders};
use crate::domain::reminder::{Occasion, Snooze};
use crate::i18n::Locale;
use crate::ui::style::{SEMIBOLD, Tone, size, spacing, surface};
use crate::ui::widget::keyed::pressable;
use crate::ui::widget::{
    Element, Icon, avatar, button, ellipsis, empty, field, icon, line, menu, section, select, text,
};

/// The side of the picture before each line, in logical pixels.
const PICTURE: f32 = 32.0;
/// The width of the menu of how long to put off, in logical pixels.
const MENU: f32 = 240.0;

impl Reminders {
    /// The window.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let body: Element<'a, Message> = match &self.lines {
            None => space().height(Fill).into(),
            Some(lines) if lines.is_empty() => empty::empty(
                Icon::Bell,
                context.locale.text("reminder-none"),
                context.locale.text("reminder-none-hint"),
                None,
            ),
            Some(lines) => section::scrolled(self.groups(lines, context)),
        };
        container(column![self.head(context), section::divider(), body])
            .width(Fill)
            .height(Fill)
            .style(surface::panel)
            .into()
    }

    fn head<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let count = self.lines().len();
        let title = locale.with("notice-many", &[("count", count.into())]);
        let all = button::link(locale.text("reminder-choose-all"))
            .on_press_maybe((count > 0).then_some(Message::AllChecked))
            .reachable();
        let can_write = count > 0 && !context.is_read_only && !self.is_busy;
        let open = button::primary(locale.text("reminder-open"))
            .compact()
            .tip("Enter")
            .on_press_maybe((count > 0).then_some(Message::OpenPressed))
            .reachable();
        let done = button::secondary(locale.text("reminder-done"))
            .compact()
            .tip("Ctrl D")
            .on_press_maybe(can_write.then_some(Message::DonePressed))
            .reachable();
        let dismiss = button::ghost(locale.text("reminder-dismiss"))
            .compact()
            .tip("Delete")
            .on_press_maybe(can_write.then_some(Message::DismissPressed))
            .reachable();
        let deeds = row![open, self.snooze(locale, can_write), done, dismiss].spacing(spacing::S);
        let head = column![
            row![text::title(title), space::horizontal(), all].align_y(Center),
            deeds
        ]
        .spacing(spacing::S);
        container(head)
            .padding(Padding::from([spacing::M, spacing::L]))
            .into()
    }

    fn snooze<'a>(&'a self, locale: &Locale, can_write: bool) -> Element<'a, Message> {
        let button = button::secondary(locale.text("reminder-snooze"))
            .icon(Icon::AlarmClock)
            .trailing(Icon::ChevronDown)
            .compact()
            .on_press_maybe(can_write.then_some(Message::Menu(!self.is_menu_open)));
        // The menu would lie over its own explanation.
        let button = match self.is_menu_open {
            true => button.reachable(),
            false => button.tip("Ctrl S").reachable(),
        };
        let panel = self.is_menu_open.then(|| {
            let items = Snooze::ALL.map(|snooze| {
                pressable(
                    Element::from(menu::item(
                        locale.snooze(snooze),
                        Some(Message::Snoozed(snooze)),
                    )),
                    Some(Message::Snoozed(snooze)),
                )
            });
            let typed = field::unlabelled(&self.typed)
                .id(OWN)
                .placeholder(locale.text("reminder-own-hint"))
                .error(self.is_wrong.then(|| locale.text("reminder-own-wrong")))
                .on_input(Message::Typed)
                .on_submit(Message::Submitted);
            let own = column![menu::separator(), Element::from(typed)];
            menu::panel(items.into_iter().chain([own.into()]), MENU)
        });
        menu::menu(button, panel, Message::Menu(false)).into()
    }

    fn groups<'a>(&'a self, lines: &'a [Line], context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let mut groups = Column::new().spacing(2.0).padding(spacing::S);
        let mut last = None;
        for (at, line) in lines.iter().enumerate() {
            let group = line.group;
            if last.replace(group) != Some(group) {
                let count = lines.iter().filter(|line| line.group == group).count();
                groups = groups.push(heading(group, count, locale));
            }
            groups = groups.push(self.line(at, line));
        }
        groups.into()
    }

    fn line<'a>(&'a self, at: usize, described: &'a Line) -> Element<'a, Message> {
        let (alert, words) = (&described.alert, &described.words);
        let is_chosen = self.chosen.contains(&alert.notice.id);
        let check = select::check(String::new(), is_chosen, move |_| Message::Checked(at));
        let tone = tone(alert.notice.occasion);
        let picture = match &alert.task {
            Some(_) => avatar::tile(icon::kind::named(&alert.icon), tone, PICTURE),
            None => avatar::person(&alert.name, PICTURE),
        };
        let told = column![
            ellipsis(words.subject.as_str()).font(SEMIBOLD).width(Fill),
            ellipsis(words.detail.as_str())
                .size(size::SMALL)
                .style(surface::secondary)
                .width(Fill),
        ]
        .width(Fill);
        let why = ellipsis(words.headline.as_str())
            .size(size::SMALL)
            .style(surface::toned(tone));
        let face = row![check, picture, told, why]
            .spacing(spacing::S)
            .align_y(Center);
        line::line(face, at == self.cursor, Message::Pressed(at))
    }
}

fn heading<'a>(group: Group, count: usize, locale: &Locale) -> Element<'a, Message> {
    let words = locale.text(match group {
        Group::Missed => "reminder-group-missed",
        Group::Start => "reminder-group-start",
        Group::Overdue => "reminder-group-overdue",
        Group::Given => "reminder-group-given",
        Group::Moved => "reminder-group-moved",
        Group::Finished => "reminder-group-finished",
        Group::Feasts => "reminder-group-feasts",
    });
    let count = text::hint(locale.number(i64::try_from(count).unwrap_or(i64::MAX)));
    container(section::section(words, Some(count.into())))
        .padding(Padding::from([spacing::S, spacing::M]))
        .into()
}

/// The colour of an occasion.
pub fn tone(occasion: Occasion) -> Tone {
    match occasion {
        Occasion::Start => Tone::Warning,
        Occasion::Overdue => Tone::Busy,
        Occasion::Given | Occasion::Moved => Tone::Accent,
        Occasion::Finished | Occasion::Result => Tone::Free,
        Occasion::LifeEvent | Occasion::Birthday => Tone::Extra,
    }
}
