//! What the mouse does to a table.

use std::collections::BTreeMap;

use iced::advanced::Shell;
use iced::advanced::mouse::{self, Click, click::Kind};
use iced::keyboard::{self, Modifiers};
use iced::{Event, Point, Rectangle};

use super::columns::{Wish, drag};
use super::{Key, Message, Table, Zones};

/// How many rows one notch of the wheel turns.
const NOTCH: f64 = 3.0;
/// How far one notch of the wheel moves the columns, in logical pixels.
const NOTCH_ACROSS: f32 = 60.0;
/// How far a header is dragged before it moves, in logical pixels.
const FAR: f32 = 6.0;
/// How near to a border of a column one grabs it, in logical pixels.
const NEAR: f32 = 5.0;

/// What the table remembers of the mouse from one event to the next.
#[derive(Debug, Default)]
pub(super) struct Pointer {
    /// The index of the first row that was laid out.
    pub first: u64,
    pub drag: Option<Drag>,
    /// How far the columns are scrolled, in logical pixels.
    pub across: f32,
    /// The number of the last column that was sought and shown.
    pub sought: u64,
    /// How wide the widest cell of a column was that must not be cut, in logical pixels.
    pub widest: BTreeMap<Key, f32>,
    over: Option<Target>,
    click: Option<Click>,
    modifiers: Modifiers,
}

/// What is being dragged.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Drag {
    /// The handle of the scroll bar, grabbed so many pixels below its start.
    Thumb(f64),
    /// The handle of the one under the rows, grabbed so many pixels behind its start.
    Across(f64),
    /// The right border of a column, grabbed at this place across, with the columns as they were.
    Border(usize, f32, Vec<Wish>),
    /// A header, grabbed at this place across; once it has been dragged far enough, the column it
    /// would stand before, or one past the last.
    Title(usize, f32, Option<usize>),
}

/// What a place in the table belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Border(usize),
    Title(usize),
    CheckAll,
    Check(u64),
    Row(u64),
    Bar,
    /// The scroll bar under the rows.
    Foot,
}

impl<M> Table<'_, M> {
    /// What stands at `position`.
    pub(super) fn target(&self, zones: &Zones, position: Point) -> Option<Target> {
        let across = position.x - zones.whole.x;
        if zones.header.contains(position) {
            let border = self.border_at(across).map(Target::Border);
            let all = (across < self.lead()).then_some(Target::CheckAll);
            return border.or(all).or_else(|| self.title_at(across));
        }
        if zones.bar.contains(position) {
            return Some(Target::Bar);
        }
        if zones.foot.contains(position) {
            return Some(Target::Foot);
        }
        if !zones.rows.contains(position) {
            return None;
        }
        let row = self.row_at(position.y - zones.rows.y, zones.rows)?;
        Some(if across < self.lead() {
            Target::Check(row)
        } else {
            Target::Row(row)
        })
    }

    fn border_at(&self, across: f32) -> Option<usize> {
        let mut slots = self.slots();
        let found = slots.find(|slot| {
            let is_last = slot.index + 1 == self.columns.len() && !self.is_scrolled();
            let border = slot.x + slot.width;
            !is_last && border <= slot.seen.1 && (across - border).abs() <= NEAR
        });
        found.map(|slot| slot.index)
    }

    fn title_at(&self, across: f32) -> Option<Target> {
        let slot = self.slots().find(|slot| slot.contains(across))?;
        self.columns[slot.index]
            .is_sortable
            .then_some(Target::Title(slot.index))
    }

    /// Takes in an event that no cell wanted.
    pub(super) fn point(
        &self,
        pointer: &mut Pointer,
        event: &Event,
        zones: &Zones,
        shell: &mut Shell<'_, M>,
    ) {
        let cursor = zones.cursor;
        match event {
            Event::Keyboard(keyboard::Event::ModifiersChanged(modifiers)) => {
                pointer.modifiers = *modifiers;
            }
            Event::Mouse(mouse::Event::WheelScrolled { delta }) if cursor.is_over(zones.whole) => {
                let across = self.turned_across(*delta, pointer.modifiers);
                if across != 0.0 {
                    pointer.across += across;
                    shell.capture_event();
                    shell.invalidate_layout();
                    shell.request_redraw();
                    return;
                }
                let rows = self.turned(*delta);
                let has_more = self.track(zones.bar.height).thumb(0.0).is_some();
                if rows != 0.0 && has_more {
                    shell.publish((self.on_message)(Message::ScrolledBy(rows)));
                    shell.capture_event();
                }
            }
            Event::Mouse(mouse::Event::ButtonPressed(button)) => {
                self.press(pointer, *button, zones, shell);
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) => {
                if let Some(drag) = pointer.drag.take() {
                    let said = self.dropped(&drag);
                    said.into_iter()
                        .for_each(|message| shell.publish((self.on_message)(message)));
                }
                shell.request_redraw();
            }
            Event::Mouse(mouse::Event::CursorMoved { .. } | mouse::Event::CursorLeft) => {
                if let (Some(drag), Some(position)) = (&mut pointer.drag, cursor.land().position())
                {
                    if let Drag::Across(behind) = drag {
                        let at = f64::from(position.x - zones.foot.x) - *behind;
                        pointer.across = self.track_across(zones).offset_at(at) as f32;
                        shell.invalidate_layout();
                    } else if let Some(message) = self.dragged(drag, zones, position) {
                        shell.publish((self.on_message)(message));
                    }
                    shell.capture_event();
                    shell.request_redraw();
                }
                let over = cursor.position().and_then(|at| self.target(zones, at));
                if over != pointer.over {
                    pointer.over = over;
                    shell.request_redraw();
                }
            }
            _ => {}
        }
    }

    /// How many rows the wheel turned.
    fn turned(&self, delta: mouse::ScrollDelta) -> f64 {
        match delta {
            mouse::ScrollDelta::Lines { y, .. } => -f64::from(y) * NOTCH,
            mouse::ScrollDelta::Pixels { y, .. } => {
                -f64::from(y) / f64::from(self.state.row_height())
            }
        }
    }

    /// How far the wheel moves the columns, in logical pixels: one that turns sideways, or any with
    /// Shift.
    fn turned_across(&self, delta: mouse::ScrollDelta, held: Modifiers) -> f32 {
        if !self.is_scrolled() {
            return 0.0;
        }
        let (x, y) = match delta {
            mouse::ScrollDelta::Lines { x, y } => (x * NOTCH_ACROSS, y * NOTCH_ACROSS),
            mouse::ScrollDelta::Pixels { x, y } => (x, y),
        };
        match held.shift() {
            true => -(x + y),
            // A finger on a touch pad never goes quite straight.
            false if x.abs() > y.abs() => -x,
            false => 0.0,
        }
    }

    fn press(
        &self,
        pointer: &mut Pointer,
        button: mouse::Button,
        zones: &Zones,
        shell: &mut Shell<'_, M>,
    ) {
        let Some(position) = zones.cursor.position_over(zones.whole) else {
            return;
        };
        let Some(target) = self.target(zones, position) else {
            return;
        };
        let said = match (button, target) {
            (mouse::Button::Left, Target::Border(index)) => {
                let wishes = self.wishes(&pointer.widest);
                let wishes = wishes.into_iter().zip(&self.body.widths);
                let now = wishes.map(|(wish, width)| Wish {
                    width: *width,
                    ..wish
                });
                pointer.drag = Some(Drag::Border(index, position.x, now.collect()));
                None
            }
            (mouse::Button::Left, Target::Title(index)) if self.is_movable => {
                pointer.drag = Some(Drag::Title(index, position.x, None));
                None
            }
            (mouse::Button::Left, Target::Title(index)) => {
                Some(Message::HeaderPressed(self.columns[index].key.clone()))
            }
            (mouse::Button::Left, Target::CheckAll) => Some(Message::AllChecked),
            (mouse::Button::Left, Target::Check(row)) => {
                Some(Message::Checked(row, pointer.modifiers))
            }
            (mouse::Button::Left, Target::Row(row)) => {
                let click = Click::new(position, button, pointer.click);
                pointer.click = Some(click);
                Some(match click.kind() {
                    Kind::Double => Message::Opened(row),
                    Kind::Single | Kind::Triple => Message::Pressed(row, pointer.modifiers),
                })
            }
            (mouse::Button::Left, Target::Bar) => Some(self.grab(pointer, zones.bar, position)),
            (mouse::Button::Left, Target::Foot) => {
                self.grab_across(pointer, zones, position);
                shell.invalidate_layout();
                shell.request_redraw();
                None
            }
            (mouse::Button::Right, Target::Row(row)) => Some(Message::MenuAsked(row, position)),
            _ => return,
        };
        shell.capture_event();
        if self.is_movable && matches!(target, Target::Row(_)) {
            let column = self.column_at(position.x - zones.whole.x);
            shell.publish((self.on_message)(Message::ColumnPointed(column)));
        }
        if let Some(message) = said {
            shell.publish((self.on_message)(message));
        }
    }

    /// Grabs the handle; a press beside it brings its middle there first.
    fn grab(&self, pointer: &mut Pointer, bar: Rectangle, position: Point) -> Message {
        let track = self.track(bar.height);
        let at = f64::from(position.y - bar.y);
        let (start, length) = track
            .thumb(self.state.offset())
            .map_or((0.0, 0.0), |thumb| (thumb.start, thumb.length));
        let is_on_handle = (start..start + length).contains(&at);
        let below = if is_on_handle {
            at - start
        } else {
            length / 2.0
        };
        pointer.drag = Some(Drag::Thumb(below));
        Message::ScrolledTo(if is_on_handle {
            self.state.offset()
        } else {
            track.offset_at(at - below)
        })
    }

    /// Grabs the handle under the rows, likewise.
    fn grab_across(&self, pointer: &mut Pointer, zones: &Zones, position: Point) {
        let track = self.track_across(zones);
        let at = f64::from(position.x - zones.foot.x);
        let Some(thumb) = track.thumb(f64::from(pointer.across)) else {
            return;
        };
        let is_on_handle = (thumb.start..thumb.start + thumb.length).contains(&at);
        let behind = match is_on_handle {
            true => at - thumb.start,
            false => thumb.length / 2.0,
        };
        if !is_on_handle {
            pointer.across = track.offset_at(at - behind) as f32;
        }
        pointer.drag = Some(Drag::Across(behind));
    }

    /// The column at a place across.
    fn column_at(&self, across: f32) -> Option<Key> {
        let slot = self.slots().find(|slot| slot.contains(across))?;
        Some(self.columns[slot.index].key.clone())
    }

    /// The column that what is dropped at a place across stands before: never the first.
    fn gap_at(&self, across: f32) -> usize {
        let mut slots = self.slots().filter(|slot| slot.index > 0);
        let after = slots.find(|slot| across < slot.x + slot.width / 2.0);
        let behind = || self.slots().last().map_or(0, |slot| slot.index) + 1;
        after.map_or_else(behind, |slot| slot.index)
    }

    fn dropped(&self, drag: &Drag) -> Option<Message> {
        let key = |index: usize| self.columns.get(index).map(|column| column.key.clone());
        match drag {
            Drag::Thumb(_) | Drag::Across(_) => None,
            Drag::Border(..) => Some(Message::Resized),
            Drag::Title(index, _, None) => {
                let is_sortable = self.columns[*index].is_sortable;
                key(*index)
                    .filter(|_| is_sortable)
                    .map(Message::HeaderPressed)
            }
            Drag::Title(index, _, Some(before)) => {
                let is_moved = *before != *index && *before != index + 1 && *index > 0;
                let moved = key(*index).filter(|_| is_moved)?;
                Some(Message::ColumnMoved(moved, key(*before)))
            }
        }
    }

    fn dragged(&self, what: &mut Drag, zones: &Zones, position: Point) -> Option<Message> {
        match what {
            Drag::Thumb(below) => {
                let at = f64::from(position.y - zones.bar.y);
                let track = self.track(zones.bar.height);
                Some(Message::ScrolledTo(track.offset_at(at - *below)))
            }
            Drag::Title(_, from, before) => {
                if before.is_some() || (position.x - *from).abs() > FAR {
                    *before = Some(self.gap_at(position.x - zones.whole.x));
                }
                None
            }
            Drag::Across(_) => None,
            Drag::Border(index, from, wishes) if self.is_scrolled() => {
                let Wish {
                    width, narrowest, ..
                } = wishes[*index];
                let width = (width + position.x - *from).max(narrowest);
                let key = self.columns[*index].key.clone();
                Some(Message::Resizing(vec![(key, width)]))
            }
            Drag::Border(index, from, wishes) => {
                let room = self.room(zones.whole.width);
                let widths = drag(wishes, *index, position.x - *from, room);
                let columns = self.columns.iter().zip(widths);
                let widths = columns.map(|(c, width)| (c.key.clone(), width));
                Some(Message::Resizing(widths.collect()))
            }
        }
    }
}
