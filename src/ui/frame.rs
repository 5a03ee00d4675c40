//! The frame of the window: a rail of sections on the left, a bar on top, the page below.

use iced::widget::{column, container, row, space};
use iced::{Center, Fill, FillPortion, Padding};

use crate::domain::client::Kind;
use crate::domain::paper::PaperKind;
use crate::domain::task::Rank;
use crate::domain::{Employee, Id, Operation};
use crate::ui::screen::{Context, Page, rail};
use crate::ui::style::{Tone, height, spacing, surface};
use crate::ui::widget::{Element, Icon, avatar, badge, button, ellipsis, field, line};
use crate::ui::widget::{logo, menu, section, text};

/// A window narrower than this, in logical pixels, has a rail of icons alone.
const NARROW: f32 = 1240.0;
/// Width of the rail with words, in logical pixels.
const RAIL: f32 = 208.0;
/// Width of the rail of icons, in logical pixels.
const NARROW_RAIL: f32 = 58.0;
/// Height of the bar, in logical pixels.
const BAR: f32 = 52.0;
/// Width of the field that opens the search, in logical pixels.
const SEARCH: f32 = 470.0;
/// Width of the sign of the program, in logical pixels.
const LOGO: f32 = 26.0;
/// Width of the menu of things to create, in logical pixels.
const MENU: f32 = 240.0;

/// What was pressed in the frame.
#[derive(Debug, Clone)]
pub enum Message {
    /// The list of clients.
    Clients,
    /// Another page.
    Show(Page),
    /// What has rung.
    Reminders,
    /// The search over everything.
    Search,
    /// Take the last operation back.
    Undo,
    /// Do again what the last undo took back.
    Redo,
    /// Unfold a menu, or fold the one that is unfolded.
    Menu(Option<Menu>),
    /// Begin a new card.
    Create(Kind),
    /// Begin a new task of that rank.
    NewTask(Rank),
    /// Begin a new paper.
    NewPaper(PaperKind),
    /// Enter a call that was made just now.
    LogCall,
    /// Begin an import.
    Import,
    /// Show the page in a window of its own.
    Detach,
    /// Another employee works here from now on.
    SignIn(Id<Employee>),
    /// Close the file and go to the start page.
    Close,
}

/// The menus of the frame; one is unfolded at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu {
    /// What can be created.
    Create,
    /// What can be done with the file.
    File,
    /// Who works here.
    Staff,
}

/// What the frame shows beside the page.
pub struct Frame<'a> {
    /// The open file and its employee.
    pub context: &'a Context,
    /// The page that is shown; `None` for the clients.
    pub page: Option<Page>,
    /// Whether the page may go into a window of its own.
    pub can_detach: bool,
    /// What an undo would take back.
    pub undoable: Option<Operation>,
    /// What a redo would do again.
    pub redoable: Option<Operation>,
    /// The menu that is unfolded.
    pub menu: Option<Menu>,
    /// How many reminders have rung and are not settled.
    pub ringing: usize,
    /// Width of the window, in logical pixels.
    pub width: f32,
}

impl<'a> Frame<'a> {
    /// The frame around `page`, whose messages go through `on_frame`.
    pub fn around<M: Clone + 'a>(
        self,
        page: Element<'a, M>,
        on_frame: impl Fn(Message) -> M + Copy + 'a,
    ) -> Element<'a, M> {
        let rail = self.rail().map(on_frame);
        let bar = self.bar().map(on_frame);
        let body = column![bar, section::divider(), page].width(Fill);
        row![rail, section::vertical_divider(), body].into()
    }

    fn is_narrow(&self) -> bool {
        self.width < NARROW
    }

    fn is_unfolded(&self, menu: Menu) -> bool {
        self.menu == Some(menu)
    }

    /// What a press on the button of a menu says.
    fn turned(&self, menu: Menu) -> Message {
        Message::Menu((!self.is_unfolded(menu)).then_some(menu))
    }

    fn rail(&self) -> Element<'a, Message> {
        let sections = |lines: &[rail::Line]| {
            let sections = lines.iter().map(|line| self.section(*line));
            iced::widget::column(sections).spacing(spacing::XS / 2.0)
        };
        let (sections, rest) = (sections(&rail::DAILY), sections(&rail::FOOT));
        let inner = column![
            self.brand(),
            sections,
            space().height(Fill),
            rest,
            self.me()
        ]
        .spacing(spacing::M);
        let width = if self.is_narrow() { NARROW_RAIL } else { RAIL };
        container(inner)
            .padding(Padding::from([spacing::M, spacing::S]))
            .width(width)
            .height(Fill)
            .style(surface::panel)
            .into()
    }

    fn brand(&self) -> Element<'a, Message> {
        let name =
            (!self.is_narrow()).then(|| text::title(self.context.locale.text("common-name")));
        container(
            row![logo::logo(LOGO), name]
                .spacing(spacing::M)
                .align_y(Center),
        )
        .padding(Padding::ZERO.horizontal(spacing::S))
        .center_y(height::CONTROL)
        .into()
    }

    fn section(&self, (section, glyph, key): rail::Line) -> Element<'a, Message> {
        let label = self.context.locale.text(key);
        let message = section.map_or(Message::Clients, Message::Show);
        let is_chosen = self.page == section;
        let keys = rail::keys(section);
        if self.is_narrow() {
            let keys = keys.map(|keys| format!(" ({keys})")).unwrap_or_default();
            line::rail_icon(glyph, label + &keys, is_chosen, message)
        } else {
            let section = line::rail(glyph, label, is_chosen, None, message);
            match keys {
                Some(keys) => text::tipped(section, keys),
                None => section,
            }
        }
    }

    fn me(&self) -> Element<'a, Message> {
        let me = &self.context.me;
        let name = me.short_name();
        let face = avatar::person(&name, height::COMPACT);
        let words = (!self.is_narrow()).then(|| {
            let position = (!me.position.is_empty()).then(|| text::hint(me.position.clone()));
            column![ellipsis(name.clone()).width(Fill), position]
        });
        let face = row![face, words].spacing(spacing::S).align_y(Center);
        if !self.can_sign_in() {
            let place = Padding::ZERO.horizontal(spacing::XS);
            return container(face).padding(place).into();
        }
        let button = line::rail_face(face, self.turned(Menu::Staff));
        let panel = self.is_unfolded(Menu::Staff).then(|| {
            let title = text::hint(self.context.locale.text("common-who-works"));
            let title = container(title).padding(Padding::from([spacing::XS, spacing::S + 2.0]));
            let employees = self.context.catalog.employees.iter().map(|one| {
                let message = Message::SignIn(one.id);
                menu::check(one.short_name(), one.id == me.id, message).into()
            });
            menu::panel(std::iter::once(title.into()).chain(employees), MENU)
        });
        menu::menu(button, panel, Message::Menu(None)).into()
    }

    /// Whether somebody else may take over: sample data in memory would be gone.
    fn can_sign_in(&self) -> bool {
        self.context.path.is_some() && self.context.catalog.employees.len() > 1
    }

    fn bar(&self) -> Element<'a, Message> {
        let locale = &self.context.locale;
        let hint = locale.text("common-search-hint");
        let search = field::opener(hint, "Ctrl K", Message::Search);
        let search = container(search).max_width(SEARCH).width(FillPortion(3));
        let bar = row![
            search,
            space().width(Fill),
            self.file(),
            self.undo(),
            self.redo(),
            self.bell(),
            self.create(),
        ]
        .spacing(spacing::S)
        .align_y(Center);
        container(bar)
            .padding(Padding::ZERO.horizontal(spacing::XL))
            .center_y(BAR)
            .width(Fill)
            .style(surface::panel)
            .into()
    }

    fn file(&self) -> Element<'a, Message> {
        let context = self.context;
        let name = context.path.as_ref().and_then(|path| path.file_name());
        let name = name.map_or_else(
            || context.locale.text("common-samples"),
            |name| name.to_string_lossy().into_owned(),
        );
        let state = if context.is_read_only {
            "common-read-only"
        } else {
            "common-saved"
        };
        let words = format!("{name} · {}", context.locale.text(state));
        let tip = context.path.as_ref().map_or_else(
            || context.locale.text("common-samples-tip"),
            |path| path.display().to_string(),
        );
        let button = button::ghost(words)
            .icon(Icon::Database)
            .trailing(Icon::ChevronDown)
            .compact()
            .tip(tip)
            .on_press(self.turned(Menu::File));
        let panel = self.is_unfolded(Menu::File).then(|| {
            let close = menu::item(
                context.locale.text("common-close-file"),
                Some(Message::Close),
            );
            let detach = menu::item(
                context.locale.text("common-detach"),
                self.can_detach.then_some(Message::Detach),
            );
            let detach = detach.icon(Icon::ExternalLink).shortcut("Ctrl Shift W");
            let close = close.icon(Icon::LogOut);
            menu::panel([detach.into(), menu::separator(), close.into()], MENU)
        });
        menu::menu(button, panel, Message::Menu(None))
            .right()
            .into()
    }

    fn undo(&self) -> Element<'a, Message> {
        let locale = &self.context.locale;
        let tip = match self.undoable {
            Some(operation) => locale.with(
                "common-undo-tip",
                &[("operation", locale.operation(operation).into())],
            ),
            None => locale.text("error-nothing-to-undo"),
        };
        button::tool(Icon::Undo, tip)
            .on_press_maybe(self.undoable.map(|_| Message::Undo))
            .into()
    }

    fn redo(&self) -> Option<Element<'a, Message>> {
        let locale = &self.context.locale;
        let operation = locale.operation(self.redoable?);
        let tip = locale.with("common-redo-tip", &[("operation", operation.into())]);
        let redo = button::tool(Icon::Redo, tip).on_press(Message::Redo);
        Some(redo.into())
    }

    fn bell(&self) -> Element<'a, Message> {
        let locale = &self.context.locale;
        let (glyph, tip) = match self.ringing {
            0 => (Icon::Bell, locale.text("common-no-reminders")),
            count => {
                let tip = locale.with("common-reminders-tip", &[("count", count.into())]);
                (Icon::BellRing, tip)
            }
        };
        let bell = button::tool(glyph, tip).on_press(Message::Reminders);
        let count = (self.ringing > 0).then(|| {
            let count = i64::try_from(self.ringing).unwrap_or(i64::MAX);
            badge::count(locale.number(count), Tone::Busy)
        });
        row![Element::from(bell), count].align_y(Center).into()
    }

    fn create(&self) -> Option<Element<'a, Message>> {
        if self.context.is_read_only {
            return None;
        }
        let locale = &self.context.locale;
        let button = button::primary(locale.text("common-create"))
            .icon(Icon::Plus)
            .on_press(self.turned(Menu::Create));
        let panel = self.is_unfolded(Menu::Create).then(|| {
            let item =
                |glyph, key: &str, message| menu::item(locale.text(key), Some(message)).icon(glyph);
            let organization = Message::Create(Kind::Organization);
            let person = Message::Create(Kind::Person);
            let past = Message::Show(Page::PastImports);
            let task = Message::NewTask(Rank::Operation);
            let project = Message::NewTask(Rank::Project);
            let paper = |glyph, kind| {
                let label = locale.paper_kind(kind);
                menu::item(label, Some(Message::NewPaper(kind)))
                    .icon(glyph)
                    .into()
            };
            let items: [Element<'a, Message>; 13] = [
                item(Icon::Building, "common-create-organization", organization)
                    .shortcut("Ctrl N")
                    .into(),
                item(Icon::User, "common-create-person", person)
                    .shortcut("Ctrl Shift N")
                    .into(),
                menu::separator(),
                item(Icon::ListChecks, "common-create-task", task)
                    .shortcut("Ctrl T")
                    .into(),
                item(Icon::Target, "common-create-project", project)
                    .shortcut("Ctrl Shift T")
                    .into(),
                item(Icon::Phone, "common-log-call", Message::LogCall)
                    .shortcut("Ctrl Shift C")
                    .into(),
                menu::separator(),
                paper(Icon::Offer, PaperKind::Offer),
                paper(Icon::Signature, PaperKind::Contract),
                paper(Icon::Receipt, PaperKind::Invoice),
                menu::separator(),
                item(Icon::Upload, "common-import", Message::Import).into(),
                item(Icon::History, "common-past-imports", past).into(),
            ];
            menu::panel(items, MENU)
        });
        Some(
            menu::menu(button, panel, Message::Menu(None))
                .right()
                .into(),
        )
    }
}
