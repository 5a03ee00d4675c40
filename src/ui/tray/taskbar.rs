//! The icon in the notification area of Windows. It belongs to the thread that takes the messages
//! of the windows, where alone it can be shown, changed and heard: so it is kept there, and what
//! goes about in the program is a token of it.

use std::cell::RefCell;

use iced::Task as Command;
use iced::futures::channel::mpsc::UnboundedSender;
use tray_icon::menu::{Menu, MenuEvent, MenuItem, PredefinedMenuItem};
use tray_icon::{Icon, MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};

use super::{Face, Wanted};
use crate::error::{Error, Result};
use crate::ui::mark;

/// Windows shows it in 16 to 32 pixels, by the scale of the screen.
const SIDE: u32 = 32;
/// The names of the lines of the menu.
const LINES: [(&str, Wanted); 3] = [
    ("open", Wanted::Window),
    ("reminders", Wanted::Reminders),
    ("quit", Wanted::End),
];

thread_local! {
    /// The icon, while it is there.
    static SHOWN: RefCell<Option<Shown>> = const { RefCell::new(None) };
}

/// A token of the icon.
#[derive(Debug, Clone)]
pub struct Tray {}

/// The icon with the lines of its menu, and who wants to know of them.
struct Shown {
    icon: TrayIcon,
    lines: [MenuItem; 3],
    wanted: UnboundedSender<Wanted>,
}

impl Tray {
    /// Whether the desktop shows it, among the hidden ones too.
    pub fn is_shown(&self) -> bool {
        SHOWN.with_borrow(|shown| shown.as_ref().is_some_and(|it| it.icon.rect().is_some()))
    }

    /// Says something else from now on.
    pub fn say(&self, face: Face) -> Command<()> {
        let said = SHOWN.with_borrow(|shown| shown.as_ref().map_or(Ok(()), |it| it.say(&face)));
        if let Err(error) = said {
            // The taskbar is not there, or not yet.
            tracing::info!(%error, "the icon in the notification area was told nothing");
        }
        Command::none()
    }

    /// Takes the icon away.
    pub fn hide(&self) -> Command<()> {
        let shown = SHOWN.take();
        drop(shown); // outside the borrow: windows are closed and tell of it
        Command::none()
    }
}

impl Shown {
    fn new(face: &Face, wanted: UnboundedSender<Wanted>) -> tray_icon::Result<Self> {
        let lines = LINES.map(|(name, _)| MenuItem::with_id(name, "", true, None));
        let menu = Menu::new();
        let [open, reminders, quit] = &lines;
        // A menu that lacks a line is better than no icon.
        let _ = menu.append_items(&[open, reminders, &PredefinedMenuItem::separator(), quit]);
        let icon = TrayIconBuilder::new()
            .with_menu(Box::new(menu))
            .with_menu_on_left_click(false)
            .with_icon(picture(face)?)
            .with_tooltip(hint(face))
            .build()?;
        let shown = Self {
            icon,
            lines,
            wanted,
        };
        shown.name_lines(face);
        Ok(shown)
    }

    fn say(&self, face: &Face) -> tray_icon::Result<()> {
        self.name_lines(face);
        self.icon.set_icon(Some(picture(face)?))?;
        self.icon.set_tooltip(Some(hint(face)))
    }

    fn name_lines(&self, face: &Face) {
        let words = [&face.open, &face.reminders, &face.quit];
        for (line, words) in self.lines.iter().zip(words) {
            line.set_text(words);
        }
    }
}

/// The mark, with a dot where there are reminders.
fn picture(face: &Face) -> tray_icon::Result<Icon> {
    let drawing = mark::drawn(SIDE, face.calls);
    Icon::from_rgba(drawing.rgba, drawing.side, drawing.side)
        .map_err(|error| std::io::Error::other(error).into())
}

/// What is read when the mouse rests on the icon.
fn hint(face: &Face) -> String {
    format!("{}\n{}", face.title, face.reminders)
}

pub fn show(face: Face, wanted: UnboundedSender<Wanted>) -> Command<Result<Tray>> {
    // Both are heard for as long as the program runs; setting them again does nothing.
    MenuEvent::set_event_handler(Some(|event: MenuEvent| {
        if let Some((_, wanted)) = LINES.iter().find(|(name, _)| event.id == *name) {
            tell(*wanted);
        }
    }));
    TrayIconEvent::set_event_handler(Some(|event| {
        if is_press(&event) {
            tell(Wanted::Window);
        }
    }));
    let shown = Shown::new(&face, wanted).map(|shown| {
        SHOWN.set(Some(shown));
        Tray {}
    });
    let failed = Error::failed("showing an icon in the notification area");
    Command::done(shown.map_err(failed))
}

/// Whether it was pressed with the left button of the mouse, and let go.
fn is_press(event: &TrayIconEvent) -> bool {
    matches!(
        event,
        TrayIconEvent::Click {
            button: MouseButton::Left,
            button_state: MouseButtonState::Up,
            ..
        }
    )
}

fn tell(wanted: Wanted) {
    SHOWN.with_borrow(|shown| {
        if let Some(shown) = shown {
            // A program that is ending does not listen any more.
            let _ = shown.wanted.unbounded_send(wanted);
        }
    });
}
