//! Notifications of the desktop. The only file that names notify-rust.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use notify_rust::{Notification, Timeout};

use crate::error::{Error, Result};

/// A service that does not answer for so long is not waited for.
const PATIENCE: Duration = Duration::from_secs(5);
/// What the desktop calls the program; the name of its icon too.
const PROGRAM: &str = "Vizitka";
#[cfg(not(windows))]
const ICON: &str = "vizitka";

/// Shows a notification on the desktop: a title, and a text that may be empty.
///
/// # Errors
/// [`Error::Failed`] where the desktop has no service for it, or one that does not answer.
pub fn show(title: &str, text: &str) -> Result<()> {
    let (title, text) = (title.to_owned(), text.to_owned());
    let (reply, answer) = mpsc::channel();
    // A service that hangs would hold the program up.
    thread::Builder::new()
        .name("notification".to_owned())
        .spawn(move || drop(reply.send(send(&title, &text))))
        .map_err(Error::failed("starting a thread"))?;
    answer
        .recv_timeout(PATIENCE)
        .map_err(Error::failed("waiting for the notification service"))?
}

fn send(title: &str, text: &str) -> Result<()> {
    let mut notification = Notification::new();
    sign(&mut notification);
    notification.summary(title).timeout(Timeout::Never);
    let text = if reads_markup() {
        escaped(text)
    } else {
        text.to_owned()
    };
    notification.body(&text);
    notification
        .show()
        .map(drop)
        .map_err(Error::failed("showing a notification"))
}

/// Has Windows show the notifications as those of this program. It asks for a name under which the
/// program is known; where that cannot be written, they come as those of its own PowerShell.
#[cfg(windows)]
fn sign(notification: &mut Notification) {
    use std::sync::OnceLock;

    use crate::registry;

    const ID: &str = "Vizitka.Vizitka";
    const KEY: &str = r"HKCU\Software\Classes\AppUserModelId\Vizitka.Vizitka";
    const NAME: &str = "DisplayName";
    static IS_KNOWN: OnceLock<bool> = OnceLock::new();
    let is_known = || registry::has(KEY, NAME) || registry::set(KEY, NAME, PROGRAM).is_ok();
    if *IS_KNOWN.get_or_init(is_known) {
        notification.app_id(ID);
    }
}

#[cfg(not(windows))]
fn sign(notification: &mut Notification) {
    notification.appname(PROGRAM).icon(ICON);
}

/// Whether the service takes the text for markup.
#[cfg(all(unix, not(target_os = "macos")))]
fn reads_markup() -> bool {
    let known = notify_rust::get_capabilities().unwrap_or_default();
    known.iter().any(|capability| capability == "body-markup")
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn reads_markup() -> bool {
    false
}

/// The text as the markup of notifications writes it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_no_markup() {
        assert_eq!(escaped("A & <b>"), "A &amp; &lt;b&gt;");
    }
}
