//! Draws the columns, the tiles in sight and what is dragged.

use iced::advanced::text::{LineHeight, Renderer as _, Shaping, Text, Wrapping};
use iced::advanced::{Renderer as _, renderer};
use iced::alignment::Vertical;
use iced::{Border, Color, Pixels, Point, Rectangle, Renderer, Size, Theme, border};

use super::pointer::Drag;
use super::tile::{self, MARK, Words, has_marks};
use super::{GUTTER, Mark, State, Tile, TimeGrid, y_of};
use crate::domain::calendar::wall_clock::DAY;
use crate::ui::style::calendar::{self, Look, Shade};
use crate::ui::style::{FONT, MEDIUM, SEMIBOLD, palette, radius, size};
use crate::ui::widget::hatch;

/// How thick the line of the present minute is, in logical pixels.
const NOW: f32 = 2.0;

impl<M> TimeGrid<'_, M> {
    pub(super) fn paint(
        &self,
        state: &State,
        renderer: &mut Renderer,
        theme: &Theme,
        (bounds, seen): (Rectangle, Rectangle),
    ) {
        self.paint_grounds(renderer, theme, bounds, seen);
        self.paint_hours(renderer, theme, bounds, seen);
        let dragged = state.pointer.drag.as_ref().filter(|drag| drag.is_far);
        let lifted = dragged.and_then(Drag::tile);
        for (index, (tile, words)) in self.tiles.iter().zip(&state.words).enumerate() {
            let place = self.place(bounds, &tile.block);
            if place.intersects(&seen) {
                let shade = Shade {
                    availability: tile.availability,
                    is_faded: tile.is_done || lifted == Some(index),
                };
                let is_selected = self.selected == Some(tile.block.entry);
                let look = (calendar::entry(theme, shade), is_selected);
                paint_tile(renderer, theme, (tile, words), look, (place, seen));
            }
        }
        renderer.with_layer(seen, |renderer| {
            self.paint_now(renderer, theme, bounds);
            if let Some(drag) = dragged {
                self.paint_dragged((drag, state), renderer, theme, (bounds, seen));
            }
        });
    }

    fn paint_grounds(
        &self,
        renderer: &mut Renderer,
        theme: &Theme,
        bounds: Rectangle,
        seen: Rectangle,
    ) {
        let colours = palette(theme);
        for (index, ground) in self.grounds.iter().enumerate() {
            let column = self.column(bounds, index);
            let (from, to) = ground.working.unwrap_or((DAY, DAY));
            for (begins, ends) in [(0, from), (to, DAY)] {
                let part = Rectangle {
                    y: column.y + y_of(begins),
                    height: y_of(ends - begins),
                    ..column
                };
                if let Some(part) = part.intersection(&seen) {
                    fill(renderer, part, colours.background);
                }
            }
            if let Some(part) = column.intersection(&seen).filter(|_| ground.is_away) {
                hatch::paint(renderer, part, calendar::absence(theme));
            }
        }
    }

    fn paint_hours(
        &self,
        renderer: &mut Renderer,
        theme: &Theme,
        bounds: Rectangle,
        seen: Rectangle,
    ) {
        let colours = palette(theme);
        for hour in 1..24 {
            let y = (bounds.y + y_of(hour * 60)).round();
            if y < seen.y - size::BASE || y > seen.y + seen.height + size::BASE {
                continue;
            }
            let line = Rectangle {
                x: bounds.x + GUTTER,
                y,
                width: bounds.width - GUTTER,
                height: 1.0,
            };
            fill(renderer, line, colours.border);
            let words = label(format!("{hour}:00"), Size::new(GUTTER - 8.0, 16.0));
            let at = Point::new(bounds.x + GUTTER - 8.0, y);
            renderer.fill_text(words, at, colours.text_3, seen);
        }
        for (index, ground) in self.grounds.iter().enumerate() {
            let column = self.column(bounds, index);
            let line = Rectangle {
                x: column.x.round(),
                width: 1.0,
                ..column
            };
            let colour = match ground.begins_day {
                true => colours.border,
                false => colours.surface_2,
            };
            fill(renderer, line, colour);
        }
    }

    fn paint_now(&self, renderer: &mut Renderer, theme: &Theme, bounds: Rectangle) {
        let colour = palette(theme).accent;
        let y = bounds.y + y_of(self.now) - NOW / 2.0;
        let today = self.grounds.iter().enumerate();
        for (index, _) in today.filter(|(_, ground)| ground.is_today) {
            let column = self.column(bounds, index);
            let line = Rectangle {
                y,
                height: NOW,
                ..column
            };
            fill(renderer, line, colour);
            if self.grounds[index].begins_day {
                let dot = Rectangle {
                    x: column.x - 3.0,
                    y: y - 3.0,
                    width: 8.0,
                    height: 8.0,
                };
                rounded(renderer, dot, border::rounded(radius::ROUND), colour);
            }
        }
    }

    /// What is dragged, in its new place, with the time it would take.
    fn paint_dragged(
        &self,
        (drag, state): (&Drag, &State),
        renderer: &mut Renderer,
        theme: &Theme,
        (bounds, seen): (Rectangle, Rectangle),
    ) {
        let Some(span) = self.span(drag) else { return };
        let colours = palette(theme);
        let place = span.place(self.column(bounds, span.column));
        let outline = border::rounded(radius::CONTROL - 1.0)
            .color(colours.accent)
            .width(2);
        let dragged = drag
            .tile()
            .and_then(|at| self.tiles.get(at).zip(state.words.get(at)));
        match dragged {
            Some(tile) => {
                let shade = Shade {
                    availability: tile.0.availability,
                    is_faded: false,
                };
                let look = (calendar::entry(theme, shade), true);
                paint_tile(renderer, theme, tile, look, (place, seen));
            }
            None => rounded(renderer, place, outline, colours.accent_soft),
        }
        let time = |minute: i64| format!("{}:{:02}", minute / 60, minute % 60);
        let words = format!("{}–{}", time(span.from), time(span.to));
        renderer.with_layer(seen, |renderer| {
            let flag = Rectangle {
                x: place.x,
                y: (place.y - 20.0).max(seen.y),
                width: 92.0,
                height: 18.0,
            };
            rounded(
                renderer,
                flag,
                border::rounded(radius::MARK),
                colours.accent,
            );
            let text = Text {
                align_x: iced::advanced::text::Alignment::Center,
                font: MEDIUM,
                ..label(words, flag.size())
            };
            let center = flag.center();
            renderer.fill_text(text, center, colours.on_accent, seen);
        });
    }
}

/// A tile with its words.
fn paint_tile(
    renderer: &mut Renderer,
    theme: &Theme,
    (tile, words): (&Tile, &Words),
    (look, is_selected): (Look, bool),
    (place, seen): (Rectangle, Rectangle),
) {
    let corners = border::rounded(radius::CONTROL - 1.0);
    let stripe = Rectangle {
        width: place.width.min(2.0 * radius::CONTROL),
        ..place
    };
    let left = border::rounded(border::radius(0).left(radius::CONTROL - 1.0));
    // Where several share a column, the stripe says whose it is.
    let ink = match tile.marks.first() {
        Some(mark) => calendar::hue(theme, mark.place),
        None => look.ink,
    };
    rounded(renderer, stripe, left, ink);
    let inner = Rectangle {
        x: place.x + calendar::STRIPE,
        width: (place.width - calendar::STRIPE).max(0.0),
        ..place
    };
    let soft = border::rounded(border::radius(0).right(radius::CONTROL - 1.0).left(3.0));
    rounded(renderer, inner, soft, look.ground);
    if let Some(stripe) = look.hatch
        && let Some(part) = inner.shrink(1.0).intersection(&seen)
    {
        hatch::paint(renderer, part, stripe);
    }
    if is_selected {
        let ring = corners.color(palette(theme).accent).width(2);
        rounded(renderer, place, ring, Color::TRANSPARENT);
    }
    let (heading, details) = words.places(place);
    for (plain, spot, colour) in [
        (&words.heading, heading, look.heading),
        (&words.details, details, look.details),
    ] {
        if let Some(clip) = spot.intersection(&seen) {
            renderer.fill_paragraph(plain.raw(), spot.position(), colour, clip);
        }
    }
    if has_marks(place) {
        for (number, mark) in tile.marks.iter().rev().enumerate() {
            paint_mark(renderer, theme, (mark, number), (place, seen));
        }
    }
}

/// Whose a tile is, at its lower right corner; the mark of that number from the right.
fn paint_mark(
    renderer: &mut Renderer,
    theme: &Theme,
    (mark, number): (&Mark, usize),
    (place, seen): (Rectangle, Rectangle),
) {
    let spot = Rectangle {
        x: place.x + place.width - (MARK + 2.0) * (number + 1) as f32 - 2.0,
        y: place.y + place.height - MARK - 4.0,
        width: MARK,
        height: MARK,
    };
    if spot.x < place.x {
        return;
    }
    rounded(
        renderer,
        spot,
        border::rounded(radius::ROUND),
        calendar::hue(theme, mark.place),
    );
    let text = Text {
        align_x: iced::advanced::text::Alignment::Center,
        font: SEMIBOLD,
        size: Pixels(size::HINT - 3.0),
        ..label(mark.initials.clone(), spot.size())
    };
    renderer.fill_text(text, spot.center(), palette(theme).surface, seen);
}

impl Drag {
    /// The tile that is moved or stretched.
    pub(super) fn tile(&self) -> Option<usize> {
        match self.what {
            super::pointer::What::New(..) => None,
            super::pointer::What::Tile(tile, _)
            | super::pointer::What::Start(tile)
            | super::pointer::What::End(tile) => Some(tile),
        }
    }
}

/// A short text that ends where it is put.
fn label(content: String, bounds: Size) -> Text {
    Text {
        content,
        bounds,
        size: Pixels(size::HINT),
        line_height: LineHeight::Relative(1.2),
        font: FONT,
        align_x: iced::advanced::text::Alignment::Right,
        align_y: Vertical::Center,
        shaping: Shaping::Advanced,
        wrapping: Wrapping::None,
    }
}

fn fill(renderer: &mut Renderer, bounds: Rectangle, colour: Color) {
    rounded(renderer, bounds, Border::default(), colour);
}

fn rounded(renderer: &mut Renderer, bounds: Rectangle, border: Border, colour: Color) {
    let quad = renderer::Quad {
        bounds,
        border,
        ..renderer::Quad::default()
    };
    renderer.fill_quad(quad, colour);
}

/// How high the words of a tip may be laid out.
pub(super) fn tip_words(content: &str) -> Text<&str> {
    tile::words(content, (size::HINT, FONT), TIP, Wrapping::WordOrGlyph)
}

/// The widest tip, in logical pixels.
const TIP: f32 = 340.0;
