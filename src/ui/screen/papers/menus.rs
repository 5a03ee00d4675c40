//! The menus of the list: what can be made, and what can be done with a paper.

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{Context, Menu, Message, Papers};
use crate::domain::paper::PaperKind;
use crate::i18n::Locale;
use crate::ui::screen::sales::payments::Begin;
use crate::ui::widget::anchored::{Anchored, anchored};
use crate::ui::widget::{Element, Icon, menu};

/// The width of a menu, in logical pixels.
const WIDTH: f32 = 300.0;

/// A line of a menu.
pub struct Line {
    label: String,
    icon: Icon,
    keys: &'static str,
    is_danger: bool,
    /// What it says; `None` where it can not be done.
    message: Option<Message>,
}

impl Line {
    fn new(label: String, icon: Icon, message: Message) -> Self {
        Self {
            label,
            icon,
            keys: "",
            is_danger: false,
            message: Some(message),
        }
    }
}

impl Papers {
    /// The lines of the menu that is unfolded.
    pub(super) fn lines(&self, context: &Context) -> Vec<Line> {
        let locale = &context.locale;
        match self.open {
            None => Vec::new(),
            Some(Menu::New) => {
                let line = |kind: &PaperKind| {
                    Line::new(
                        locale.paper_kind(*kind),
                        icon_of(*kind),
                        Message::New(*kind),
                    )
                };
                PaperKind::ALL.iter().map(line).collect()
            }
            Some(Menu::Row) => self.deeds(locale, context.is_read_only),
        }
    }

    fn deeds(&self, locale: &Locale, is_read_only: bool) -> Vec<Line> {
        let Some(line) = self.list.current() else {
            return Vec::new();
        };
        let (id, kind) = (line.paper.id, line.paper.kind);
        let open = Line::new(
            locale.text("register-open"),
            Icon::PanelRight,
            Message::Open(id),
        );
        let client = Message::OpenClient(line.paper.client);
        let client = Line::new(locale.text("register-open-client"), Icon::Contact, client);
        let delete = Line::new(
            locale.text("register-delete"),
            Icon::Trash,
            Message::Delete(id),
        );
        let delete = Line {
            keys: "Del",
            is_danger: true,
            ..delete
        };
        let mut lines = vec![
            Line {
                keys: "Enter",
                ..open
            },
            client,
        ];
        let made = kind.successors().iter().map(|made| {
            let told = [("kind", locale.paper_kind(*made).into())];
            let label = locale.with("register-make", &told);
            Line::new(label, icon_of(*made), Message::Make(id, *made))
        });
        let pays = (line.debt() > 0).then(|| {
            let begin = Begin {
                client: Some(line.paper.client),
                invoice: Some(id),
            };
            let label = locale.text("register-pay");
            Line::new(label, Icon::Banknote, Message::Pay(begin))
        });
        let writing = pays
            .into_iter()
            .chain(made)
            .chain([delete])
            .map(|line| Line {
                message: line.message.filter(|_| !is_read_only),
                ..line
            });
        lines.extend(writing);
        lines
    }

    /// `anchor`, with the unfolded menu under it; the arrow keys move the mark, Enter takes it.
    pub(super) fn under<'a>(
        &self,
        anchor: impl Into<Element<'a, Message>>,
        context: &Context,
    ) -> Anchored<'a, Message> {
        let lines = self.lines(context);
        let taken = lines.get(self.mark).and_then(|line| line.message.clone());
        let items = lines.into_iter().enumerate().map(|(at, line)| {
            let item = menu::item(line.label, line.message).icon(line.icon);
            let item = match line.keys {
                "" => item,
                keys => item.shortcut(keys),
            };
            let item = if line.is_danger { item.danger() } else { item };
            item.marked(at == self.mark).into()
        });
        let panel = menu::panel(items, WIDTH);
        anchored(anchor, Some(panel), Message::Menu(None)).on_key(move |key| match key {
            Key::Named(Named::ArrowDown) => Some(Message::Mark(1)),
            Key::Named(Named::ArrowUp) => Some(Message::Mark(-1)),
            Key::Named(Named::Enter) => taken.clone(),
            _ => None,
        })
    }
}

/// The icon of a kind of paper.
pub fn icon_of(kind: PaperKind) -> Icon {
    match kind {
        PaperKind::Offer => Icon::Offer,
        PaperKind::Contract => Icon::Signature,
        PaperKind::Invoice => Icon::Receipt,
        PaperKind::Act => Icon::SquareCheck,
        PaperKind::Waybill => Icon::Truck,
        PaperKind::Letter => Icon::Mail,
    }
}
