//! Draws the window without a display: for pictures, tests and benches.

use std::fs::File;
use std::io::{self, BufWriter};
use std::path::Path;
use std::sync::Once;

use iced::advanced::clipboard;
use iced::advanced::graphics::text::font_system;
use iced::advanced::renderer::{self, Headless};
use iced::advanced::widget::Operation;
use iced::advanced::widget::operation::Outcome;
use iced::futures::executor::block_on;
use iced::{Event, Pixels, Renderer, Size, Theme, event, mouse, theme, window};
use iced_test::runtime::user_interface::{Cache, UserInterface};

use crate::ui::style::{FONT, fonts, size};
use crate::ui::widget::Element;

/// A drawn window: rows of pixels of four bytes each (red, green, blue, opacity), top row first.
pub struct Picture {
    /// The bytes of all pixels.
    pub rgba: Vec<u8>,
    /// Pixels across and down.
    pub size: Size<u32>,
}

impl Picture {
    /// Writes the picture to `path` as PNG.
    pub fn save(&self, path: impl AsRef<Path>) -> io::Result<()> {
        let file = BufWriter::new(File::create(path)?);
        let mut png = png::Encoder::new(file, self.size.width, self.size.height);
        png.set_color(png::ColorType::Rgba);
        let mut writer = png.write_header()?;
        writer.write_image_data(&self.rgba)?;
        writer.finish()?;
        Ok(())
    }
}

/// Draws `element` once, `size` logical pixels large, one pixel each.
pub fn picture<'a, Message: 'a>(
    element: impl Into<Element<'a, Message>>,
    theme: &Theme,
    size: Size,
) -> Picture {
    Stage::new(size).picture(element, theme)
}

/// A window nobody sees. It keeps what widgets remember from one frame to the next.
pub struct Stage {
    renderer: Renderer,
    size: Size,
    scale: f32,
    cursor: mouse::Cursor,
    cache: Option<Cache>,
}

impl Stage {
    /// A stage of `size` logical pixels.
    pub fn new(size: Size) -> Self {
        load_fonts();
        let renderer = <Renderer as Headless>::new(FONT, Pixels(size::BASE), Some("tiny-skia"));
        Self {
            renderer: block_on(renderer).expect("drawing in software is built in"),
            size,
            scale: 1.0,
            cursor: mouse::Cursor::Unavailable,
            cache: None,
        }
    }

    /// With `scale` pixels of the picture for each logical one.
    pub fn scale(mut self, scale: f32) -> Self {
        self.scale = scale;
        self
    }

    /// Forgets what widgets remember: another window is to be shown.
    pub fn clear(&mut self) {
        self.cache = None;
    }

    /// With the pointer at `position`.
    pub fn point_at(&mut self, position: iced::Point) {
        self.cursor = mouse::Cursor::Available(position);
    }

    /// Builds and lays out one frame, and draws nothing: the part of a frame that grows with what
    /// is shown. Meant for benches.
    pub fn lay_out<'a, Message: 'a>(&mut self, element: impl Into<Element<'a, Message>>) {
        let cache = self.cache.take().unwrap_or_default();
        let window = UserInterface::build(element, self.size, cache, &mut self.renderer);
        self.cache = Some(window.into_cache());
    }

    /// Tells `element` of `events`, and returns what it says.
    pub fn send<'a, Message: 'a>(
        &mut self,
        element: impl Into<Element<'a, Message>>,
        events: &[Event],
    ) -> Vec<Message> {
        self.tell(element, events).0
    }

    /// Tells `element` of `events`; returns what it says, and which events it has used.
    pub fn tell<'a, Message: 'a>(
        &mut self,
        element: impl Into<Element<'a, Message>>,
        events: &[Event],
    ) -> (Vec<Message>, Vec<event::Status>) {
        let mut said = Vec::new();
        let cache = self.cache.take().unwrap_or_default();
        let mut window = UserInterface::build(element, self.size, cache, &mut self.renderer);
        let clipboard = &mut clipboard::Null;
        let (_, used) = window.update(
            events,
            self.cursor,
            &mut self.renderer,
            clipboard,
            &mut said,
        );
        self.cache = Some(window.into_cache());
        (said, used)
    }

    /// Lets `operation` go through `element`: focus, scrolling, a look for a text.
    pub fn operate<'a, Message: 'a>(
        &mut self,
        element: impl Into<Element<'a, Message>>,
        operation: &mut dyn Operation,
    ) {
        let cache = self.cache.take().unwrap_or_default();
        let mut window = UserInterface::build(element, self.size, cache, &mut self.renderer);
        window.operate(&self.renderer, operation);
        self.cache = Some(window.into_cache());
    }

    /// Runs what a command does to the widgets of `element`: moves the focus, scrolls.
    pub fn carry_out<'a, Message: 'a>(
        &mut self,
        element: impl Into<Element<'a, Message>>,
        operation: Box<dyn Operation>,
    ) {
        let cache = self.cache.take().unwrap_or_default();
        let mut window = UserInterface::build(element, self.size, cache, &mut self.renderer);
        let mut next = Some(operation);
        while let Some(mut operation) = next.take() {
            window.operate(&self.renderer, operation.as_mut());
            if let Outcome::Chain(following) = operation.finish() {
                next = Some(following);
            }
        }
        self.cache = Some(window.into_cache());
    }

    /// Draws one frame.
    pub fn picture<'a, Message: 'a>(
        &mut self,
        element: impl Into<Element<'a, Message>>,
        theme: &Theme,
    ) -> Picture {
        let base = theme::Base::base(theme);
        let cache = self.cache.take().unwrap_or_default();
        let mut window = UserInterface::build(element, self.size, cache, &mut self.renderer);
        let redraw = Event::Window(window::Event::RedrawRequested(std::time::Instant::now()));
        let clipboard = &mut clipboard::Null;
        let mut said = Vec::new();
        let _ = window.update(
            &[redraw],
            self.cursor,
            &mut self.renderer,
            clipboard,
            &mut said,
        );
        let style = renderer::Style {
            text_color: base.text_color,
        };
        window.draw(&mut self.renderer, theme, &style, self.cursor);
        self.cache = Some(window.into_cache());

        let pixels = |length: f32| (length * self.scale).round() as u32;
        let size = Size::new(pixels(self.size.width), pixels(self.size.height));
        let background = base.background_color;
        Picture {
            rgba: self.renderer.screenshot(size, self.scale, background),
            size,
        }
    }
}

/// Makes our fonts known to the text of every headless window, once per process.
pub fn load_fonts() {
    static LOADED: Once = Once::new();
    LOADED.call_once(|| {
        if let Ok(mut system) = font_system().write() {
            for font in fonts() {
                system.load_font(font.into());
            }
        }
    });
}
