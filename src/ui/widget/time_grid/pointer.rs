//! What the mouse does to the columns.

use std::time::Instant;

use iced::advanced::Shell;
use iced::advanced::mouse::{self, Click, click::Kind};
use iced::keyboard::{self, Key, key::Named};
use iced::{Event, Point, Rectangle, window};

use super::tile::Plain;
use super::{Message, STEP, TimeGrid, y_of};
use crate::domain::calendar::wall_clock::DAY;
use crate::ui::widget::text::TIP_DELAY;

/// How near to its end one takes hold of a tile to stretch it, in logical pixels.
const NEAR: f32 = 6.0;
/// How far the mouse goes before it drags, in logical pixels.
const FAR: f32 = 4.0;
/// How near to the edge of what is seen a drag scrolls, in logical pixels.
const EDGE: f32 = 28.0;
/// How long a new entry is that is not drawn but pressed twice, in minutes.
const USUAL: i64 = 60;

/// What the columns remember of the mouse.
#[derive(Default)]
pub(super) struct Pointer {
    pub drag: Option<Drag>,
    pub rest: Rest,
    pub tip: Plain,
    click: Option<Click>,
}

/// Over which tile the mouse rests, and since when.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) enum Rest {
    #[default]
    Nowhere,
    Over(usize, Instant),
    On(usize),
}

/// What is dragged, and how far it has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Drag {
    pub what: What,
    pressed: Point,
    pub is_far: bool,
    pub column: usize,
    /// The minute under the mouse, in steps.
    pub minute: i64,
}

/// What is dragged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A new entry, begun in a column at a minute.
    New(usize, i64),
    /// A tile, taken hold of so many minutes after its beginning.
    Tile(usize, i64),
    /// The beginning of a tile.
    Start(usize),
    /// The end of a tile.
    End(usize),
}

/// The part of a day that something takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub column: usize,
    pub from: i64,
    pub to: i64,
}

/// Where the columns stand, and the mouse.
#[derive(Debug, Clone, Copy)]
pub(super) struct Zones {
    /// All columns, also what is scrolled away.
    pub bounds: Rectangle,
    /// What is seen of them.
    pub seen: Rectangle,
    pub cursor: mouse::Cursor,
}

impl<M> TimeGrid<'_, M> {
    /// Takes in an event.
    pub(super) fn point(
        &self,
        pointer: &mut Pointer,
        event: &Event,
        zones: Zones,
        shell: &mut Shell<'_, M>,
    ) {
        let Zones {
            bounds,
            seen,
            cursor,
        } = zones;
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(button)) => {
                pointer.rest = Rest::Nowhere;
                if let Some(at) = cursor.position_over(seen) {
                    self.press(pointer, *button, (bounds, at), shell);
                }
            }
            Event::Mouse(mouse::Event::CursorMoved { .. } | mouse::Event::CursorLeft) => {
                let at = cursor.land().position();
                match (&mut pointer.drag, at) {
                    (Some(drag), Some(at)) => self.drag(drag, (bounds, seen), at, shell),
                    _ => self.rest(pointer, bounds, cursor.position_over(seen), shell),
                }
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) => {
                if let Some(drag) = pointer.drag.take() {
                    let said = self.dropped(&drag);
                    if let Some(message) = said {
                        shell.publish((self.on_message)(message));
                    }
                    shell.request_redraw();
                }
            }
            Event::Keyboard(keyboard::Event::KeyPressed { key, .. })
                if *key == Key::Named(Named::Escape)
                    && pointer.drag.is_some_and(|drag| drag.is_far) =>
            {
                pointer.drag = None;
                shell.capture_event();
                shell.request_redraw();
            }
            Event::Window(window::Event::RedrawRequested(_)) => settle(&mut pointer.rest, shell),
            _ => {}
        }
    }

    fn press(
        &self,
        pointer: &mut Pointer,
        button: mouse::Button,
        (bounds, at): (Rectangle, Point),
        shell: &mut Shell<'_, M>,
    ) {
        let tile = self.tile_at(bounds, at);
        let entry = tile.map(|tile| self.tiles[tile].block.entry);
        let mut say = |message| shell.publish((self.on_message)(message));
        match button {
            mouse::Button::Right => {
                if let Some(entry) = entry {
                    say(Message::Pressed(Some(entry)));
                    let from_corner = at - bounds.position();
                    let there = Point::ORIGIN + from_corner;
                    say(Message::MenuAsked(entry, there));
                    shell.capture_event();
                }
            }
            mouse::Button::Left if at.x >= bounds.x + super::GUTTER => {
                let click = Click::new(at, button, pointer.click);
                pointer.click = Some(click);
                let (column, minute) = self.at(bounds, at);
                say(Message::Pressed(entry));
                let is_double = click.kind() == Kind::Double;
                match entry {
                    Some(entry) if is_double => say(Message::Opened(entry)),
                    None if is_double && self.is_editable => {
                        let from = (minute / 30 * 30).min(DAY - USUAL);
                        say(Message::Drawn(column, from, from + USUAL));
                    }
                    _ => {
                        let what = self.taken(tile, bounds, at);
                        pointer.drag = what.map(|what| Drag {
                            what,
                            pressed: at,
                            is_far: false,
                            column,
                            minute,
                        });
                    }
                }
                shell.capture_event();
            }
            _ => {}
        }
    }

    /// What a drag from a point would move.
    fn taken(&self, tile: Option<usize>, bounds: Rectangle, at: Point) -> Option<What> {
        if !self.is_editable {
            return None;
        }
        let (column, minute) = self.at(bounds, at);
        let Some(tile) = tile else {
            return Some(What::New(column, minute / STEP * STEP));
        };
        let block = &self.tiles[tile].block;
        if !self.tiles[tile].is_movable {
            return None;
        }
        let place = self.place(bounds, block);
        let near = NEAR.min(place.height / 4.0);
        Some(if block.is_last && at.y > place.y + place.height - near {
            What::End(tile)
        } else if block.is_first && at.y < place.y + near {
            What::Start(tile)
        } else {
            What::Tile(tile, minute - block.from)
        })
    }

    /// The topmost tile at a point.
    pub(super) fn tile_at(&self, bounds: Rectangle, at: Point) -> Option<usize> {
        let is_there = |tile: &super::Tile| self.place(bounds, &tile.block).contains(at);
        self.tiles.iter().rposition(is_there)
    }

    fn drag(
        &self,
        drag: &mut Drag,
        (bounds, seen): (Rectangle, Rectangle),
        at: Point,
        shell: &mut Shell<'_, M>,
    ) {
        let way = at - drag.pressed;
        drag.is_far |= way.x.hypot(way.y) > FAR;
        (drag.column, drag.minute) = self.at(bounds, at);
        let edge = match () {
            () if at.y < seen.y + EDGE => Some(false),
            () if at.y > seen.y + seen.height - EDGE => Some(true),
            () => None,
        };
        if let Some(is_below) = edge.filter(|_| drag.is_far) {
            shell.publish((self.on_message)(Message::AtEdge(is_below)));
        }
        shell.capture_event();
        shell.request_redraw();
    }

    fn rest(
        &self,
        pointer: &mut Pointer,
        bounds: Rectangle,
        at: Option<Point>,
        shell: &mut Shell<'_, M>,
    ) {
        let over = at.and_then(|at| self.tile_at(bounds, at));
        let known = match pointer.rest {
            Rest::Nowhere => None,
            Rest::Over(tile, _) | Rest::On(tile) => Some(tile),
        };
        if over == known {
            return;
        }
        let was_shown = matches!(pointer.rest, Rest::On(_));
        pointer.rest = match over {
            Some(tile) => {
                let now = Instant::now();
                shell.request_redraw_at(now + TIP_DELAY);
                Rest::Over(tile, now)
            }
            None => Rest::Nowhere,
        };
        if was_shown {
            shell.invalidate_layout();
            shell.request_redraw();
        }
    }

    /// What is said once something is let go.
    fn dropped(&self, drag: &Drag) -> Option<Message> {
        let span = self.span(drag)?;
        let block = |tile: usize| &self.tiles[tile].block;
        match drag.what {
            What::New(..) => Some(Message::Drawn(span.column, span.from, span.to)),
            What::Tile(tile, _) => {
                let (from, minutes) = (block(tile).column, span.from - block(tile).from);
                let is_moved = minutes != 0 || span.column != from;
                is_moved.then(|| Message::Moved {
                    entry: block(tile).entry,
                    from,
                    to: span.column,
                    minutes,
                })
            }
            What::Start(tile) | What::End(tile) => {
                let is_end = matches!(drag.what, What::End(_));
                let minutes = match is_end {
                    true => span.to - block(tile).to,
                    false => span.from - block(tile).from,
                };
                (minutes != 0).then(|| Message::Stretched {
                    entry: block(tile).entry,
                    is_end,
                    minutes,
                })
            }
        }
    }

    /// The time that what is dragged would take; `None` while it is only pressed.
    pub(super) fn span(&self, drag: &Drag) -> Option<Span> {
        if !drag.is_far {
            return None;
        }
        let snapped = |minute: i64| (minute + STEP / 2).div_euclid(STEP) * STEP;
        let block = |tile: usize| &self.tiles[tile].block;
        Some(match drag.what {
            What::New(column, begun) => {
                let end = snapped(drag.minute);
                let (from, to) = match end > begun {
                    true => (begun, end),
                    false => (end, begun + STEP),
                };
                let to = to.max(from + STEP).min(DAY);
                Span { column, from, to }
            }
            What::Tile(tile, grabbed) => {
                let lasts = block(tile).to - block(tile).from;
                // In steps of its own, so that what begins at 10:05 may stay at five past.
                let by = snapped(drag.minute - grabbed - block(tile).from);
                let from = (block(tile).from + by).clamp(0, DAY - STEP);
                Span {
                    column: drag.column,
                    from,
                    to: (from + lasts).min(DAY),
                }
            }
            What::Start(tile) => Span {
                column: block(tile).column,
                from: snapped(drag.minute).clamp(0, block(tile).to - STEP),
                to: block(tile).to,
            },
            What::End(tile) => Span {
                column: block(tile).column,
                from: block(tile).from,
                to: snapped(drag.minute).clamp(block(tile).from + STEP, DAY),
            },
        })
    }

    /// How the mouse looks over the columns.
    pub(super) fn look(
        &self,
        pointer: &Pointer,
        bounds: Rectangle,
        at: Option<Point>,
    ) -> mouse::Interaction {
        match (&pointer.drag, at) {
            (Some(drag), _) if drag.is_far => match drag.what {
                What::Tile(..) => mouse::Interaction::Grabbing,
                What::New(..) | What::Start(_) | What::End(_) => {
                    mouse::Interaction::ResizingVertically
                }
            },
            (_, Some(at)) => {
                let tile = self.tile_at(bounds, at);
                match self.taken(tile, bounds, at) {
                    Some(What::Start(_) | What::End(_)) => mouse::Interaction::ResizingVertically,
                    _ if tile.is_some() => mouse::Interaction::Pointer,
                    _ => mouse::Interaction::None,
                }
            }
            _ => mouse::Interaction::None,
        }
    }
}

/// Shows the tip once the mouse has rested long enough.
fn settle<M>(rest: &mut Rest, shell: &mut Shell<'_, M>) {
    let Rest::Over(tile, since) = *rest else {
        return;
    };
    if since.elapsed() >= TIP_DELAY {
        *rest = Rest::On(tile);
        shell.invalidate_layout();
        shell.request_redraw();
    } else {
        shell.request_redraw_at(since + TIP_DELAY);
    }
}

impl Span {
    /// Where it stands in its column.
    pub fn place(self, column: Rectangle) -> Rectangle {
        Rectangle {
            x: column.x + super::SIDE,
            y: column.y + y_of(self.from) + super::GAP / 2.0,
            width: (column.width - 2.0 * super::SIDE).max(1.0),
            height: y_of(self.to - self.from) - super::GAP,
        }
    }
}
