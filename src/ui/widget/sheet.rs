//! A document as white sheets of paper, what came from fields on a ground of its own.

mod flow;
mod grid;
mod leaf;
mod line;
mod measure;
mod picture;
mod set;
mod strip;
#[cfg(test)]
mod tests;

use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer::{self, Quad};
use iced::advanced::text::{self, Renderer as _};
use iced::advanced::widget::Tree;
use iced::advanced::{Renderer as _, Widget};
use iced::widget::scrollable;
use iced::{
    Border, Color, Element as IcedElement, Length, Pixels, Point, Rectangle, Renderer, Size, Theme,
    alignment, mouse,
};

use super::Element;
use super::keyed::readable;
use crate::template_engine::preview::Origin;
use crate::ui::style::font::letters;
use crate::ui::style::{Palette, palette, radius, spacing};
use leaf::{Leaf, Mark, Words};

pub use leaf::Sheets;

/// Pixels to a point where there is room enough: a page of A4 is 740 pixels wide then.
const LARGEST: f32 = 1.245;
/// Pixels to a point at the least: nobody reads it smaller.
const SMALLEST: f32 = 0.5;

/// The pages of a document, one below the other, as wide as there is room; they scroll with the
/// wheel, and with the arrows, Page Up and Down, Home and End while they have the focus.
pub fn sheets<'a, Message: 'a>(pages: &'a Sheets) -> Element<'a, Message> {
    let pages: Element<'a, Message> = IcedElement::new(View { pages });
    let scrolled = scrollable(pages).width(Length::Fill).height(Length::Fill);
    readable(scrolled)
}

struct View<'a> {
    pages: &'a Sheets,
}

impl View<'_> {
    /// Pixels to a point in a view of that width.
    fn zoom(&self, width: f32) -> f32 {
        let widest = self.pages.pages.iter().map(|page| page.size.width);
        let widest = widest.fold(1.0, f32::max);
        ((width - 2.0 * spacing::XL) / widest).clamp(SMALLEST, LARGEST)
    }

    fn height(&self, zoom: f32) -> f32 {
        let pages = self.pages.pages.iter();
        let pages: f32 = pages.map(|page| page.size.height * zoom + spacing::L).sum();
        pages + spacing::L
    }
}

impl<Message> Widget<Message, Theme, Renderer> for View<'_> {
    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Shrink)
    }

    fn layout(
        &mut self,
        _tree: &mut Tree,
        _renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let width = limits.max().width;
        layout::Node::new(Size::new(width, self.height(self.zoom(width))))
    }

    fn draw(
        &self,
        _tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        let zoom = self.zoom(bounds.width);
        let mut y = bounds.y + spacing::L;
        for page in self.pages.pages.iter() {
            let size = page.size * zoom;
            let x = bounds.x + ((bounds.width - size.width) / 2.0).max(0.0);
            let place = Rectangle::new(Point::new(x.round(), y.round()), size);
            if let Some(seen) = place.intersection(viewport) {
                paper(renderer, theme, place);
                renderer.with_layer(seen, |renderer| draw(page, renderer, place, seen, zoom));
            }
            y += size.height + spacing::L;
        }
    }
}

/// The sheet itself, white by day and by night.
fn paper(renderer: &mut Renderer, theme: &Theme, place: Rectangle) {
    let sheet = Quad {
        bounds: place,
        border: Border {
            color: palette(theme).border,
            width: 1.0,
            radius: 2.0.into(),
        },
        snap: true,
        // No shadow: where a part is painted anew, the software renderer lays it over the sheet.
        ..Quad::default()
    };
    renderer.fill_quad(sheet, Palette::LIGHT.surface);
}

fn draw(page: &Leaf, renderer: &mut Renderer, sheet: Rectangle, seen: Rectangle, zoom: f32) {
    let scaled = |place: &Rectangle| Rectangle {
        x: sheet.x + place.x * zoom,
        y: sheet.y + place.y * zoom,
        width: place.width * zoom,
        height: place.height * zoom,
    };
    let is_seen = |place: &Rectangle| place.intersects(&seen);
    for mark in &page.marks {
        match mark {
            Mark::Fill(place, ink) => {
                let mut bounds = scaled(place);
                // A line is never thinner than the screen can show.
                bounds.width = bounds.width.max(0.8);
                bounds.height = bounds.height.max(0.8);
                if is_seen(&bounds) {
                    fill(renderer, bounds, *ink, 0.0);
                }
            }
            Mark::Field(place, origin) => {
                let bounds = scaled(place);
                if is_seen(&bounds) {
                    fill(renderer, bounds, ground(*origin), radius::MARK);
                }
            }
            Mark::Frame(place) => {
                let bounds = scaled(place);
                if is_seen(&bounds) {
                    frame(renderer, bounds);
                }
            }
            Mark::Words(words) => write(words, renderer, sheet, seen, zoom),
        }
    }
}

fn fill(renderer: &mut Renderer, bounds: Rectangle, ink: Color, rounded: f32) {
    let quad = Quad {
        bounds,
        border: Border {
            radius: rounded.into(),
            ..Border::default()
        },
        snap: false,
        ..Quad::default()
    };
    renderer.fill_quad(quad, ink);
}

/// Where a picture stands that is not drawn.
fn frame(renderer: &mut Renderer, bounds: Rectangle) {
    let quad = Quad {
        bounds,
        border: Border {
            color: Palette::LIGHT.border,
            width: 1.0,
            radius: radius::MARK.into(),
        },
        snap: true,
        ..Quad::default()
    };
    renderer.fill_quad(quad, Palette::LIGHT.surface_2);
}

fn write(words: &Words, renderer: &mut Renderer, sheet: Rectangle, seen: Rectangle, zoom: f32) {
    let size = words.size * zoom;
    let (above, below) = (words.font.ascent() * size, words.font.descent() * size);
    let at = Point::new(
        sheet.x + words.at.x * zoom,
        sheet.y + words.at.y * zoom - above,
    );
    if at.y > seen.y + seen.height || at.y + above + below < seen.y {
        return;
    }
    let font = words.font;
    let text = text::Text {
        content: words.text.clone(),
        bounds: Size::new(f32::INFINITY, above + below),
        size: Pixels(size),
        line_height: text::LineHeight::Absolute(Pixels(above + below)),
        font: letters(font.is_serif, font.is_bold, font.is_italic),
        align_x: text::Alignment::Left,
        align_y: alignment::Vertical::Top,
        shaping: text::Shaping::Advanced,
        wrapping: text::Wrapping::None,
    };
    renderer.fill_text(text, at, ink(words), seen);
}

/// The colour of words: those of fields say where they come from.
fn ink(words: &Words) -> Color {
    let palette = Palette::LIGHT;
    match words.origin {
        Origin::Template => words.colour.unwrap_or(palette.text),
        Origin::Filled => palette.accent,
        Origin::Empty => palette.warning,
        Origin::Faulty => palette.busy,
    }
}

/// What words of fields stand on.
fn ground(origin: Origin) -> Color {
    let palette = Palette::LIGHT;
    match origin {
        Origin::Template => palette.surface,
        Origin::Filled => palette.accent_soft,
        Origin::Empty => palette.warning_soft,
        Origin::Faulty => palette.busy_soft,
    }
}
