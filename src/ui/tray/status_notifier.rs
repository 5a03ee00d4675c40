//! The icon after the StatusNotifierItem specification, over the session bus.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use iced::futures::channel::mpsc::UnboundedSender;
use ksni::blocking::{Handle, TrayMethods};
use ksni::menu::StandardItem;
use ksni::{Category, MenuItem, OfflineReason, Status};

use super::{Face, Wanted, icon};
use crate::error::{Error, Result};

/// What the desktop knows the icon by.
const NAME: &str = "vizitka";

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

    /// Says something else from now on; waits for the bus.
    pub fn say(&self, face: Face) {
        // An icon that is gone says nothing.
        let _ = self.handle.update(|item| item.face = face);
    }

    /// Takes the icon away; waits for the bus.
    pub fn hide(&self) {
        self.handle.shutdown().wait();
    }
}

pub fn show(face: Face, wanted: UnboundedSender<Wanted>) -> Result<Tray> {
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
        icon::all()
    }

    fn attention_icon_name(&self) -> String {
        NAME.to_owned()
    }

    fn attention_icon_pixmap(&self) -> Vec<ksni::Icon> {
        icon::all()
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
