//! Drives the window without a display: what a hand would do, in tests and for pictures.

use std::time::Instant;

use iced::advanced::widget::Operation;
use iced::advanced::widget::operation::{Outcome, black_box};
use iced::futures::StreamExt;
use iced::futures::executor::block_on;
use iced::futures::stream::{BoxStream, SelectAll};
use iced::keyboard::key::{Named, NativeCode, Physical};
use iced::keyboard::{self, Key, Location, Modifiers};
use iced::{Event, Point, Rectangle, Size, Task as Command, mouse, window};
use iced_test::runtime::{self, task};
use iced_test::selector::Selector;

use crate::ui::app::{App, Message};
use crate::ui::headless::{Picture, Stage};
use crate::ui::screen::Press;

/// Work under way: what comes of it, one after the other.
type Work = BoxStream<'static, runtime::Action<Message>>;

/// A window nobody sees, with a hand on its keyboard and its mouse.
pub struct Driver {
    app: App,
    /// The window that is looked at.
    window: window::Id,
    /// All windows that are open, the main one first.
    windows: Vec<window::Id>,
    stage: Stage,
    at: Point,
    modifiers: Modifiers,
}

impl Driver {
    /// Takes over a program that has just begun, in a window of `size` logical pixels, and waits
    /// until it is quiet.
    pub fn new((app, command): (App, Command<Message>), size: Size) -> Self {
        let window = app.main();
        let mut driver = Self {
            app,
            window,
            windows: vec![window],
            stage: Stage::new(size),
            at: Point::ORIGIN,
            modifiers: Modifiers::empty(),
        };
        driver.send(Message::Resized(driver.window, size));
        driver.run(command);
        driver
    }

    /// The program.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// How many windows are open.
    pub fn windows(&self) -> usize {
        self.windows.len()
    }

    /// Turns to another window, counted in the order they were opened; `false` where there is
    /// none. What widgets of the former remember of themselves is lost.
    pub fn turn_to(&mut self, number: usize) -> bool {
        let Some(window) = self.windows.get(number) else {
            return false;
        };
        self.window = *window;
        self.stage.clear();
        self.send(Message::Focused(self.window));
        true
    }

    /// Tells the program that something happened, and waits until it is quiet again.
    pub fn send(&mut self, message: Message) {
        let command = self.app.update(message);
        self.run(command);
    }

    /// Runs work to its end, and whatever its answers lead to.
    fn run(&mut self, command: Command<Message>) {
        let mut under_way = SelectAll::new();
        under_way.extend(task::into_stream(command));
        loop {
            while let Some(action) = block_on(under_way.next()) {
                match action {
                    runtime::Action::Output(message) => {
                        let command = self.app.update(message);
                        under_way.extend(task::into_stream(command));
                    }
                    runtime::Action::Widget(operation) => {
                        self.stage.carry_out(self.app.view(self.window), operation);
                    }
                    runtime::Action::Window(runtime::window::Action::Open(id, ..)) => {
                        self.windows.push(id);
                    }
                    runtime::Action::Window(runtime::window::Action::Close(id)) => {
                        self.windows.retain(|known| *known != id);
                    }
                    // Nobody answers for the system here: no dialog, no clipboard.
                    _ => {}
                }
            }
            under_way.extend(self.redraw());
            if under_way.is_empty() {
                break;
            }
        }
    }

    /// Lets the widgets see a new frame, since some tell how much room they have; returns the work
    /// that comes of it.
    fn redraw(&mut self) -> Vec<Work> {
        let redraw = iced::window::Event::RedrawRequested(Instant::now());
        let said = self
            .stage
            .send(self.app.view(self.window), &[Event::Window(redraw)]);
        let commands = said.into_iter().map(|message| self.app.update(message));
        commands.filter_map(task::into_stream).collect()
    }

    /// Whether a text stands somewhere in the window, in full.
    pub fn sees(&mut self, text: &str) -> bool {
        self.place_of(text).is_some()
    }

    /// Where a text stands, the first from top to bottom.
    pub fn place_of(&mut self, text: &str) -> Option<Rectangle> {
        let mut found = Selector::find(text);
        let view = self.app.view(self.window);
        self.stage.operate(view, &mut black_box(&mut found));
        match found.finish() {
            Outcome::Some(Some(text)) => text.visible_bounds(),
            _ => None,
        }
    }

    /// Clicks on a text; `false` where it is not there.
    pub fn click(&mut self, text: &str) -> bool {
        let Some(place) = self.place_of(text) else {
            return false;
        };
        self.click_at(place.center());
        true
    }

    /// Clicks at a place in the window.
    pub fn click_at(&mut self, at: Point) {
        self.press_button(mouse::Button::Left, at);
    }

    /// Clicks on a text with the right button; `false` where it is not there.
    pub fn click_right(&mut self, text: &str) -> bool {
        let Some(place) = self.place_of(text) else {
            return false;
        };
        self.press_button(mouse::Button::Right, place.center());
        true
    }

    fn press_button(&mut self, button: mouse::Button, at: Point) {
        self.point(at);
        self.tell(Event::Mouse(mouse::Event::ButtonPressed(button)));
        self.tell(Event::Mouse(mouse::Event::ButtonReleased(button)));
    }

    fn point(&mut self, at: Point) {
        self.at = at;
        self.stage.point_at(at);
        self.tell(Event::Mouse(mouse::Event::CursorMoved { position: at }));
    }

    /// Drags one text onto another; `false` where one of them is not there.
    pub fn drag(&mut self, what: &str, onto: &str) -> bool {
        let Some((from, to)) = self.place_of(what).zip(self.place_of(onto)) else {
            return false;
        };
        let button = mouse::Button::Left;
        for (at, event) in [
            (from, mouse::Event::ButtonPressed(button)),
            (to, mouse::Event::ButtonReleased(button)),
        ] {
            self.point(at.center());
            self.tell(Event::Mouse(event));
        }
        true
    }

    /// Drags from one place of the window to another.
    pub fn drag_from(&mut self, from: Point, to: Point) {
        let button = mouse::Button::Left;
        self.point(from);
        self.tell(Event::Mouse(mouse::Event::ButtonPressed(button)));
        self.point(from + (to - from) * 0.5);
        self.point(to);
        self.tell(Event::Mouse(mouse::Event::ButtonReleased(button)));
    }

    /// Turns the wheel by so many notches at a place of the window, down where positive.
    pub fn wheel(&mut self, at: Point, notches: f32) {
        self.point(at);
        let delta = mouse::ScrollDelta::Lines {
            x: 0.0,
            y: -notches,
        };
        self.tell(Event::Mouse(mouse::Event::WheelScrolled { delta }));
    }

    /// Holds these keys from now on.
    pub fn hold(&mut self, modifiers: Modifiers) {
        self.modifiers = modifiers;
        let event = keyboard::Event::ModifiersChanged(modifiers);
        self.tell(Event::Keyboard(event));
    }

    /// Types a text, letter by letter.
    pub fn type_text(&mut self, text: &str) {
        for letter in text.chars() {
            let key = Key::Character(letter.to_string().into());
            self.press_key(key, Some(letter.to_string()));
        }
    }

    /// Presses a key that has a name.
    pub fn press(&mut self, key: Named) {
        let text = (key == Named::Space).then(|| " ".to_owned());
        self.press_key(Key::Named(key), text);
    }

    /// Presses Ctrl with a letter.
    pub fn command(&mut self, letter: char) {
        let held = self.modifiers;
        self.hold(held | Modifiers::COMMAND);
        self.press_key(Key::Character(letter.to_string().into()), None);
        self.hold(held);
    }

    fn press_key(&mut self, key: Key, text: Option<String>) {
        let event = keyboard::Event::KeyPressed {
            modified_key: key.clone(),
            key,
            physical_key: Physical::Unidentified(NativeCode::Unidentified),
            location: Location::Standard,
            modifiers: self.modifiers,
            text: text.map(Into::into),
            repeat: false,
        };
        self.tell(Event::Keyboard(event));
    }

    fn tell(&mut self, event: Event) {
        let (said, used) = self
            .stage
            .tell(self.app.view(self.window), std::slice::from_ref(&event));
        for message in said {
            self.send(message);
        }
        if let Event::Keyboard(event) = event {
            let is_captured = used.contains(&iced::event::Status::Captured);
            if let Some(press) = Press::of_event(event, is_captured) {
                self.send(Message::Pressed(self.window, press));
            }
        }
    }

    /// A picture of the window as it is.
    pub fn picture(&mut self) -> Picture {
        self.stage
            .picture(self.app.view(self.window), &self.app.theme())
    }
}
