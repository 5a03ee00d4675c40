//! The program with its windows: the start page or an open file, news in the corner, preferences.

mod fulfil;
mod opening;
mod resident;

use std::path::{Path, PathBuf};
use std::time::Duration;

use iced::advanced::widget;
use iced::widget::{container, space};
use iced::{Size, Subscription, Task as Command, Theme, theme, window};

use crate::demo;
use crate::error::{Error, Result};
use crate::i18n::Locale;
use crate::settings::{self, Places, Settings};
use crate::ui::desk::{self, Desk, Opened};
use crate::ui::mark;
use crate::ui::news::{self, News};
use crate::ui::screen::Press;
use crate::ui::screen::start::{self, Start};
use crate::ui::style::{self, surface};
use crate::ui::widget::{Element, toast};
use crate::workspace::Workspace;

use resident::Resident;

/// How often the file is looked at for what others have written.
const WATCH: Duration = Duration::from_secs(1);
/// The smallest window, in logical pixels.
const SMALLEST: Size = Size::new(1024.0, 700.0);
/// The window before it was ever sized, in logical pixels.
const USUAL: Size = Size::new(1440.0, 900.0);

/// The program with its windows.
pub struct App {
    settings: Settings,
    /// Where settings are kept; `None` leaves no trace, for pictures and tests.
    places: Option<Places>,
    locale: Locale,
    stage: Stage,
    /// The window that shows the stage; all others are further windows of the desk.
    main: window::Id,
    /// The window that has the focus, or had it last: what is done is done there.
    focused: window::Id,
    news: News,
    is_system_dark: bool,
    size: Size,
    resident: Resident,
}

/// What the main window shows.
enum Stage {
    Start(Start),
    Desk(Box<Desk>),
}

/// What happened in the windows.
#[derive(Debug, Clone)]
pub enum Message {
    /// On the start page.
    Start(start::Message),
    /// In the open file.
    Desk(desk::Message),
    /// A file was opened, or why not.
    Opened(Result<Opened>),
    /// A key was pressed in a window.
    Pressed(window::Id, Press),
    /// A second went by.
    Tick,
    /// A window has the focus of the keyboard now.
    Focused(window::Id),
    /// A window has another size, in logical pixels.
    Resized(window::Id, Size),
    /// A file was dropped on a window.
    Dropped(PathBuf),
    /// The user wants to close a window.
    CloseAsked(window::Id),
    /// The system turned light or dark.
    SystemTheme(theme::Mode),
    /// A document was sent to the printer, or why not.
    Printed(Result<()>),
    /// In the corner with the news.
    News(news::Message),
    /// In the notification area.
    Resident(resident::Message),
}

impl App {
    /// The program, with the start page or with `path` being opened.
    pub fn new(
        settings: Settings,
        places: Option<Places>,
        path: Option<PathBuf>,
    ) -> (Self, Command<Message>) {
        let (start, look) = Start::new(&settings.recent);
        let size = settings
            .window
            .map_or(USUAL, |(width, height)| Size::new(width, height));
        let main = window::Id::unique();
        let app = Self {
            locale: Locale::new(settings.language.resolve()),
            settings,
            places,
            stage: Stage::Start(start),
            main,
            focused: main,
            news: News::default(),
            is_system_dark: false,
            size,
            resident: Resident::default(),
        };
        let first = match path {
            Some(path) => app.open(path),
            None => look.map(Message::Start),
        };
        let theme = iced::system::theme().map(Message::SystemTheme);
        (app, Command::batch([first, theme]))
    }

    /// The main window.
    pub fn main(&self) -> window::Id {
        self.main
    }

    /// Opens the main window.
    fn open_main(&mut self) -> Command<Message> {
        let (id, opened) = window::open(window::Settings {
            size: self.size,
            min_size: Some(SMALLEST),
            exit_on_close_request: false,
            icon: mark::of_window(),
            ..window::Settings::default()
        });
        self.main = id;
        opened.discard()
    }

    /// The title of a window.
    pub fn title(&self, window: window::Id) -> String {
        if window != self.main {
            return self
                .desk()
                .and_then(|desk| desk.title_beside(window))
                .unwrap_or_default();
        }
        let name = self.locale.text("common-name");
        match self.path().and_then(Path::file_stem) {
            Some(file) => format!("{} — {name}", file.to_string_lossy()),
            None => name,
        }
    }

    /// Light or dark, as chosen.
    pub fn theme(&self) -> Theme {
        let is_dark = match self.settings.theme {
            settings::Theme::System => self.is_system_dark,
            settings::Theme::Light => false,
            settings::Theme::Dark => true,
        };
        if is_dark {
            style::dark()
        } else {
            style::light()
        }
    }

    fn desk(&self) -> Option<&Desk> {
        match &self.stage {
            Stage::Desk(desk) => Some(desk),
            Stage::Start(_) => None,
        }
    }

    fn path(&self) -> Option<&Path> {
        self.desk()?.context().path.as_deref()
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message) -> Command<Message> {
        let command = self.take(message);
        match self.say_in_tray() {
            Some(said) => Command::batch([command, said]),
            None => command,
        }
    }

    fn take(&mut self, message: Message) -> Command<Message> {
        match message {
            Message::Start(message) => {
                let Stage::Start(start) = &mut self.stage else {
                    return Command::none(); // an answer to a page that is gone
                };
                let action = start.update(message, &self.locale);
                self.act(action)
            }
            Message::Desk(message) => self.tell(message),
            Message::Opened(opened) => self.take_opened(opened),
            Message::Pressed(window, press) => self.press(window, press),
            Message::Printed(printed) => {
                self.take_printed(printed);
                Command::none()
            }
            Message::Tick => {
                self.news.tick();
                self.tell(desk::Message::Tick)
            }
            Message::Focused(window) => {
                self.focused = window;
                Command::none()
            }
            Message::Resized(window, _) if window != self.main => Command::none(),
            Message::Resized(_, size) => {
                self.size = size;
                self.settings.window = Some((size.width, size.height));
                self.tell(desk::Message::Resized(size.width))
            }
            Message::Dropped(path) => self.take_dropped(path),
            Message::CloseAsked(window) if window != self.main => {
                self.tell(desk::Message::CloseAskedBeside(window))
            }
            Message::CloseAsked(_) if matches!(self.stage, Stage::Desk(_)) => {
                self.resident.stay();
                self.tell(desk::Message::CloseAsked)
            }
            Message::CloseAsked(_) => self.close_window(),
            Message::SystemTheme(mode) => {
                self.is_system_dark = mode == theme::Mode::Dark;
                Command::none()
            }
            Message::News(message) => self.answer(message),
            Message::Resident(message) => self.take_resident(message),
        }
    }

    /// Passes a message to the open file; without one nobody is interested.
    fn tell(&mut self, message: desk::Message) -> Command<Message> {
        let Stage::Desk(desk) = &mut self.stage else {
            return Command::none();
        };
        let action = desk.update(message);
        let mut commands = vec![action.command.map(Message::Desk)];
        for wish in action.wishes {
            commands.push(self.fulfil(wish));
        }
        Command::batch(commands)
    }

    fn press(&mut self, window: window::Id, mut press: Press) -> Command<Message> {
        press.within = Some(root(window));
        match &mut self.stage {
            Stage::Desk(_) if window != self.main => {
                self.tell(desk::Message::PressedBeside(window, press))
            }
            Stage::Desk(_) => self.tell(desk::Message::Pressed(press)),
            Stage::Start(start) => {
                let action = start.press(&press, &self.locale);
                let step = press.moves_focus().unwrap_or_else(Command::none);
                Command::batch([self.act(action), step])
            }
        }
    }

    /// Does what the start page wants.
    fn act(&mut self, action: start::Action) -> Command<Message> {
        match action {
            start::Action::None => Command::none(),
            start::Action::Run(command) => command.map(Message::Start),
            start::Action::OpenFile(path) => self.open(path),
            start::Action::CreateFile {
                path,
                company,
                owner,
            } => self.opening(move |_| Workspace::create(&path, &company, &owner)),
            start::Action::Samples => {
                let folder = self.places.as_ref().map(|places| places.data().to_owned());
                self.opening(move |locale| demo::open(folder.as_deref(), locale))
            }
            start::Action::RemoveRecent(path) => {
                self.settings.forget(&path);
                self.keep_settings();
                Command::none()
            }
            start::Action::SetLanguage(language) => {
                self.settings.language = Some(language).into();
                self.follow_settings();
                Command::none()
            }
        }
    }

    fn take_dropped(&mut self, path: PathBuf) -> Command<Message> {
        match &mut self.stage {
            Stage::Desk(_) => self.tell(desk::Message::Dropped(path)),
            Stage::Start(start) => {
                let action = start.dropped(path);
                self.act(action)
            }
        }
    }

    /// What a window shows.
    pub fn view(&self, window: window::Id) -> Element<'_, Message> {
        let page = match &self.stage {
            Stage::Desk(desk) if window != self.main => match desk.view_beside(window) {
                Some(page) => container(page.map(Message::Desk))
                    .style(surface::page)
                    .into(),
                None => space().into(), // it is being closed
            },
            Stage::Start(start) => start.view(&self.locale).map(Message::Start),
            Stage::Desk(desk) => desk.view().map(Message::Desk),
        };
        let page = container(page).id(root(window));
        let news = self
            .news
            .view(move |at| self.shown_in(at) == window, &self.locale);
        let news = news.map(|toast| Element::from(toast).map(Message::News));
        toast::toasts(page, news)
    }

    /// Where news of a window are shown: in the main one where it is gone.
    fn shown_in(&self, at: window::Id) -> window::Id {
        match &self.stage {
            Stage::Desk(desk) if desk.has_window(at) => at,
            _ => self.main,
        }
    }

    /// What the windows listen to.
    pub fn subscription(&self) -> Subscription<Message> {
        Subscription::batch([
            iced::event::listen_with(hear),
            iced::time::every(WATCH).map(|_| Message::Tick),
            iced::system::theme_changes().map(Message::SystemTheme),
        ])
    }
}

/// The name of what holds everything that a window shows.
fn root(window: window::Id) -> widget::Id {
    widget::Id::from(format!("window-{window}"))
}

fn hear(event: iced::Event, status: iced::event::Status, window: window::Id) -> Option<Message> {
    match event {
        iced::Event::Keyboard(event) => {
            let is_captured = status == iced::event::Status::Captured;
            let press = Press::of_event(event, is_captured)?;
            Some(Message::Pressed(window, press))
        }
        iced::Event::Window(window::Event::Resized(size)) => Some(Message::Resized(window, size)),
        iced::Event::Window(window::Event::Focused) => Some(Message::Focused(window)),
        iced::Event::Window(window::Event::FileDropped(path)) => Some(Message::Dropped(path)),
        iced::Event::Window(window::Event::CloseRequested) => Some(Message::CloseAsked(window)),
        _ => None,
    }
}

/// Whether there is a screen; asked first, since the window system panics without one.
fn has_display() -> bool {
    let is_x = cfg!(all(unix, not(target_os = "macos")));
    let names = ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"];
    !is_x
        || names
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// Opens the main window and stays until it is closed.
///
/// # Errors
/// [`Error::NoDisplay`] where there is no screen.
pub fn run(settings: Settings, places: Places, path: Option<PathBuf>) -> Result<()> {
    if !has_display() {
        return Err(Error::NoDisplay);
    }
    let boot = move || {
        let (mut app, first) = App::new(settings.clone(), Some(places.clone()), path.clone());
        let opened = app.open_main();
        let tray = app.follow_tray();
        (app, Command::batch([opened, first, tray]))
    };
    let mut daemon = iced::daemon(boot, App::update, App::view)
        .title(App::title)
        .theme(|app: &App, _| app.theme())
        .subscription(App::subscription)
        .default_font(style::FONT);
    for font in style::fonts() {
        daemon = daemon.font(font);
    }
    daemon.run().map_err(Error::failed("opening the window"))
}
