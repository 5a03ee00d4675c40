//! The icon in the notification area: the real program on a screen nobody sees, a bus of our own.

use std::collections::HashMap;
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use chrono::{TimeDelta, Utc};
use iced::futures::executor::block_on;
use vizitka::domain::task::{Rank, When};
use vizitka::domain::{Assignment, Employee, Operation, Task};
use vizitka::settings::{Language, Places, Settings};
use vizitka::workspace::Workspace;
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, MapState, Window,
};
use x11rb::rust_connection::RustConnection;
use zbus::zvariant::{OwnedValue, Value};
use zbus::{Connection, Proxy, connection, interface};

use crate::desktop::{Running, bus, is_there, screen, wait_for};
use crate::program::{Desk, text};

/// What of a desktop keeps the icons.
struct Watcher {
    came: Sender<String>,
}

#[interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, service: &str) {
        self.came.send(service.to_owned()).unwrap();
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }
}

/// A desktop with a place for icons, and the names of those that come.
fn watcher(address: &str) -> (Connection, Receiver<String>) {
    let (came, names) = channel();
    let watcher = async {
        connection::Builder::address(address)?
            .serve_at("/StatusNotifierWatcher", Watcher { came })?
            .name("org.kde.StatusNotifierWatcher")?
            .build()
            .await
    };
    (block_on(watcher).unwrap(), names)
}

/// An icon as the desktop sees it.
struct Icon<'a> {
    bus: &'a Connection,
    name: String,
}

impl Icon<'_> {
    fn proxy(&self, path: &'static str, interface: &'static str) -> Proxy<'_> {
        block_on(Proxy::new(self.bus, self.name.as_str(), path, interface)).unwrap()
    }

    fn item(&self) -> Proxy<'_> {
        self.proxy("/StatusNotifierItem", "org.kde.StatusNotifierItem")
    }

    fn menu(&self) -> Proxy<'_> {
        self.proxy("/MenuBar", "com.canonical.dbusmenu")
    }

    /// The lines of the menu that have words, with their numbers.
    fn lines(&self) -> Vec<(i32, String)> {
        let layout = (0, -1, Vec::<&str>::new());
        let menu = self.menu();
        let reply = block_on(menu.call_method("GetLayout", &layout)).unwrap();
        let (_, (_, _, children)): (u32, Line) = reply.body().deserialize().unwrap();
        children.iter().filter_map(|child| line(child)).collect()
    }

    fn press(&self, words: &str) {
        let lines = self.lines();
        let (id, _) = lines.iter().find(|(_, line)| line == words).unwrap();
        let event = (*id, "clicked", Value::from(0), 0_u32);
        block_on(self.menu().call_method("Event", &event)).unwrap();
    }
}

/// A line of a menu with those below it: its number, what is said of it, the lines.
type Line = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);

/// The number of a line and its words; `None` for a line without any.
fn line(child: &Value<'_>) -> Option<(i32, String)> {
    let Value::Structure(parts) = child else {
        return None;
    };
    let [Value::I32(id), Value::Dict(said), _] = parts.fields() else {
        return None;
    };
    said.iter().find_map(|(key, value)| {
        let value = match value {
            Value::Value(inside) => inside,
            value => value,
        };
        match (key, value) {
            (Value::Str(key), Value::Str(words)) if key.as_str() == "label" => {
                Some((*id, words.to_string()))
            }
            _ => None,
        }
    })
}

/// The program with its icon wanted, over a file with one task that has begun.
fn start(desk: &Desk, display: &str, address: &str) -> Running {
    let path = desk.path("office.vizitka");
    office(&path);
    let settings = Settings {
        language: Language::Russian,
        stays_in_tray: true,
        is_silent: true,
        ..Settings::default()
    };
    settings.save(&Places::under(&desk.path("home"))).unwrap();
    let mut program = desk.program();
    program
        .args(["--file", text(&path)])
        .env("DISPLAY", display)
        .env("DBUS_SESSION_BUS_ADDRESS", address)
        .env_remove("WAYLAND_DISPLAY")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    Running(program.spawn().unwrap())
}

fn office(path: &Path) {
    let owner = Employee::new("Решетова", "Светлана", "Ивановна");
    let mut workspace = Workspace::create(path, "ООО «Модус-В»", &owner).unwrap();
    let mut task = Task::new(Rank::Operation, "Звонок", owner.id);
    task.set_start(Some(When::At(Utc::now() - TimeDelta::minutes(1))));
    let whole = Assignment::new(task, owner.id);
    workspace
        .transact(Operation::AddTask, |tx| tx.save_assignment(&whole, &whole))
        .unwrap();
}

/// The screen, as a window manager sees it.
struct Screen {
    connection: RustConnection,
    root: Window,
}

impl Screen {
    fn of(display: &str) -> Self {
        let (connection, at) = RustConnection::connect(Some(display)).unwrap();
        let root = connection.setup().roots[at].root;
        Self { connection, root }
    }

    /// The main window, where it is shown: the one that is named after the file.
    fn main_window(&self) -> Option<Window> {
        let tree = self.connection.query_tree(self.root).unwrap();
        let children = tree.reply().unwrap().children;
        children.into_iter().find(|window| {
            let looks = self.connection.get_window_attributes(*window).unwrap();
            let is_shown = looks
                .reply()
                .is_ok_and(|looks| looks.map_state == MapState::VIEWABLE);
            let name = AtomEnum::WM_NAME;
            let name = self
                .connection
                .get_property(false, *window, name, AtomEnum::ANY, 0, 100)
                .unwrap();
            let name = name.reply().map(|name| name.value).unwrap_or_default();
            is_shown && String::from_utf8_lossy(&name).contains("office")
        })
    }

    /// Asks the window to close, as its cross does.
    fn close(&self, window: Window) {
        let atom = |name: &[u8]| {
            let atom = self.connection.intern_atom(false, name).unwrap();
            atom.reply().unwrap().atom
        };
        let data = [atom(b"WM_DELETE_WINDOW"), 0, 0, 0, 0];
        let event = ClientMessageEvent::new(32, window, atom(b"WM_PROTOCOLS"), data);
        let sent = self
            .connection
            .send_event(false, window, EventMask::NO_EVENT, event);
        sent.unwrap().check().unwrap();
    }
}

fn is_running(program: &mut Child) -> bool {
    program.try_wait().unwrap().is_none()
}

fn lacks_a_desktop() -> bool {
    let missing = ["dbus-daemon", "Xvfb"]
        .into_iter()
        .find(|program| !is_there(program));
    if let Some(missing) = missing {
        eprintln!("skipped: {missing} is not installed");
    }
    missing.is_some()
}

#[test]
fn a_closed_window_stays_in_the_notification_area_and_comes_back() {
    if lacks_a_desktop() {
        return;
    }
    let desk = Desk::new();
    let (_screen, display) = screen();
    let (_bus, address) = bus();
    let (bus, names) = watcher(&address);
    let mut program = start(&desk, &display, &address);
    let name = names.recv_timeout(Duration::from_secs(30)).unwrap();
    let icon = Icon { bus: &bus, name };
    let title: String = block_on(icon.item().get_property("Title")).unwrap();
    assert_eq!(title, "Vizitka");
    let drawn: OwnedValue = block_on(icon.item().get_property("IconPixmap")).unwrap();
    assert!(matches!(&*drawn, Value::Array(sizes) if sizes.len() == 3));
    // The reminder that has rung stands in the menu.
    wait_for("the reminder", || {
        let lines = icon.lines();
        lines
            .iter()
            .any(|(_, line)| line == "1 напоминание")
            .then_some(())
    });

    let screen = Screen::of(&display);
    let window = wait_for("the window", || screen.main_window());
    screen.close(window);
    wait_for("its end", || screen.main_window().is_none().then_some(()));
    thread::sleep(Duration::from_secs(1));
    assert!(is_running(&mut program.0), "the program goes on without it");
    block_on(icon.item().call_method("Activate", &(0, 0))).unwrap();
    wait_for("the window again", || screen.main_window());

    let window = wait_for("the window", || screen.main_window());
    screen.close(window);
    wait_for("its end", || screen.main_window().is_none().then_some(()));
    icon.press("Открыть окно");
    wait_for("the window by the menu", || screen.main_window());
    icon.press("Выйти из программы");
    let ended = wait_for("the end", || program.0.try_wait().unwrap());
    assert!(ended.success());
}

#[test]
fn a_desktop_without_a_notification_area_is_logged_and_the_window_ends_the_program() {
    if lacks_a_desktop() {
        return;
    }
    let desk = Desk::new();
    let (_screen, display) = screen();
    let (_bus, address) = bus();
    let mut program = start(&desk, &display, &address);
    let screen = Screen::of(&display);
    let window = wait_for("the window", || screen.main_window());
    let log = || {
        let files = std::fs::read_dir(desk.path("home/log")).unwrap();
        let files = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
        files.collect::<String>()
    };
    wait_for("the log", || {
        log()
            .contains("the desktop shows no icons of programs")
            .then_some(())
    });
    screen.close(window);
    let ended = wait_for("the end", || program.0.try_wait().unwrap());
    assert!(ended.success());
}
