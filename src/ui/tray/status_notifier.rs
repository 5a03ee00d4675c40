//! The icon after the StatusNotifierItem specification, over the session bus.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use iced::Task as Command;
use iced::futures::channel::mpsc::UnboundedSender;
use ksni::blocking::{Handle, TrayMethods};
use ksni::menu::StandardItem;
use ksni::{Category, MenuItem, OfflineReason, Status};

use super::{Face, Wanted};
use crate::error::{Error, Result};
use crate::ui::mark;
use crate::ui::worker::begin;

/// What the desktop knows the icon by.
const NAME: &str = "vizitka";
/// The sides that desktops ask for, in pixels.
const SIDES: [u32; 3] = [22, 32, 48];

/// The icon, as long as it is wanted.
#[derive(Clone)]
pub struct Tray {
    handle: Handle<Item>,
    is_shown: Arc<AtomicBool>,
}

/// What the bus asks about.
struct Item {
    face: Face,
    wanted: UnboundedSender<Wanted>,
    is_shown: Arc<AtomicBool>,
}

impl fmt::Debug for Tray {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Tray").field(&self.is_shown()).finish()
    }
}

impl Tray {
    /// Whether the desktop shows it.
    pub fn is_shown(&self) -> bool {
        self.is_shown.load(Ordering::Relaxed) && !self.handle.is_closed()
    }

    /// Says something else from now on.
    pub fn say(&self, face: Face) -> Command<()> {
        let handle = self.handle.clone();
        // An icon that is gone says nothing.
        beside(move || handle.update(|item| item.face = face).unwrap_or_default())
    }

    /// Takes the icon away.
    pub fn hide(&self) -> Command<()> {
        let handle = self.handle.clone();
        beside(move || handle.shutdown().wait())
    }
}

/// Does what waits for the bus beside the window.
fn beside(work: impl FnOnce() + Send + 'static) -> Command<()> {
    let done = begin("tray", move || {
        work();
        Ok(())
    });
    Command::perform(done, |_| ())
}

pub fn show(face: Face, wanted: UnboundedSender<Wanted>) -> Command<Result<Tray>> {
    Command::future(begin("tray", move || spawn(face, wanted)))
}

fn spawn(face: Face, wanted: UnboundedSender<Wanted>) -> Result<Tray> {
    let is_shown = Arc::new(AtomicBool::new(true));
    let item = Item {
        face,
        wanted,
        is_shown: is_shown.clone(),
    };
    let handle = item
        .assume_sni_available(true)
        .spawn()
        .map_err(Error::failed("showing an icon in the notification area"))?;
    Ok(Tray { handle, is_shown })
}

impl Item {
    fn tell(&self, wanted: Wanted) {
        // A program that is ending does not listen any more.
        let _ = self.wanted.unbounded_send(wanted);
    }
}

impl ksni::Tray for Item {
    fn id(&self) -> String {
        NAME.to_owned()
    }

    fn title(&self) -> String {
        self.face.title.clone()
    }

    fn category(&self) -> Category {
        Category::ApplicationStatus
    }

    fn status(&self) -> Status {
        match self.face.calls {
            true => Status::NeedsAttention,
            false => Status::Active,
        }
    }

    fn icon_name(&self) -> String {
        NAME.to_owned()
    }

    fn icon_pixmap(&self) -> Vec<ksni::Icon> {
        pixmaps(false)
    }

    fn attention_icon_name(&self) -> String {
        NAME.to_owned()
    }

    fn attention_icon_pixmap(&self) -> Vec<ksni::Icon> {
        pixmaps(true)
    }

    fn tool_tip(&self) -> ksni::ToolTip {
        ksni::ToolTip {
            title: self.face.title.clone(),
            description: self.face.reminders.clone(),
            ..ksni::ToolTip::default()
        }
    }

    fn activate(&mut self, _x: i32, _y: i32) {
        self.tell(Wanted::Window);
    }

    fn menu(&self) -> Vec<MenuItem<Self>> {
        let line = |label: &str, wanted| {
            MenuItem::from(StandardItem {
                label: label.to_owned(),
                activate: Box::new(move |item: &mut Self| item.tell(wanted)),
                ..StandardItem::default()
            })
        };
        vec![
            line(&self.face.open, Wanted::Window),
            line(&self.face.reminders, Wanted::Reminders),
            MenuItem::Separator,
            line(&self.face.quit, Wanted::End),
        ]
    }

    fn watcher_online(&self) {
        self.is_shown.store(true, Ordering::Relaxed);
    }

    fn watcher_offline(&self, reason: OfflineReason) -> bool {
        tracing::info!(?reason, "the desktop shows no icons of programs");
        self.is_shown.store(false, Ordering::Relaxed);
        self.tell(Wanted::Nothing);
        true // it comes up once there is a place for it
    }
}

/// The mark in each size, the alpha of each pixel first.
fn pixmaps(calls: bool) -> Vec<ksni::Icon> {
    let pixmap = |side| {
        let mut drawing = mark::drawn(side, calls);
        for pixel in drawing.rgba.chunks_exact_mut(4) {
            pixel.rotate_right(1);
        }
        ksni::Icon {
            width: side.cast_signed(),
            height: side.cast_signed(),
            data: drawing.rgba,
        }
    };
    SIDES.map(pixmap).to_vec()
}
