//! Text beside pictures: what room they leave to each line of a column.

use super::set::along;
use crate::template_engine::preview::{Inline, Page, Paragraph, Picture, Wrap};

/// Nobody sets a line in less room.
const NARROW: f32 = 48.0;

/// A picture that text gives way to, in a column whose left edge is nought. Heights count from
/// where the next paragraph may begin.
#[derive(Debug, Clone, Copy)]
pub struct Obstacle {
    left: f32,
    right: f32,
    top: f32,
    bottom: f32,
    is_across: bool,
}

/// The room of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// How far down the line moves first.
    pub skip: f32,
    /// Where it begins.
    pub left: f32,
    /// Where it ends.
    pub right: f32,
}

/// The pictures of a paragraph that text gives way to. `above` is the height of the text before it
/// where that stands on the same page.
pub fn obstacles(paragraph: &Paragraph, page: Page, above: Option<f32>) -> Vec<Obstacle> {
    let pictures = paragraph.inlines.iter().filter_map(|inline| match inline {
        Inline::Picture(picture) => Some(picture),
        _ => None,
    });
    pictures
        .filter_map(|picture| obstacle(picture, paragraph.before, page, above))
        .collect()
}

fn obstacle(picture: &Picture, before: f32, page: Page, above: Option<f32>) -> Option<Obstacle> {
    let place = picture.place.filter(|place| place.wrap != Wrap::None)?;
    let [left, top, right, below] = place.gaps;
    let inner = page.width - page.left - page.right;
    let across = (page.width, page.left, inner);
    let x = along(place.across, across, (page.left, inner), picture.width) - page.left;
    let is_of_paragraph = !place.down.is_of_page && !place.down.is_of_margin;
    let y = if is_of_paragraph {
        before + place.down.offset
    } else {
        let inner = page.height - page.top - page.bottom;
        let down = (page.height, page.top, inner);
        along(place.down, down, (0.0, 0.0), picture.height) - page.top - above?
    };
    Some(Obstacle {
        left: x - left,
        right: x + picture.width + right,
        top: y - top,
        bottom: y + picture.height + below,
        is_across: place.wrap == Wrap::Below,
    })
}

impl Obstacle {
    /// The same as the text behind sees it, which begins so much further down; none where that is
    /// below it.
    pub fn behind(self, height: f32) -> Option<Self> {
        let bottom = self.bottom - height;
        (bottom > 0.5).then_some(Self {
            top: self.top - height,
            bottom,
            ..self
        })
    }
}

/// The room of a line of that height which would begin at `y` and reach from `left` to `right`.
pub fn room(obstacles: &[Obstacle], y: f32, height: f32, (left, right): (f32, f32)) -> Room {
    let mut room = Room {
        skip: 0.0,
        left,
        right,
    };
    for one in obstacles {
        let top = y + room.skip;
        let is_beside = one.top < top + height && one.bottom > top + 0.5;
        let is_in_way = is_beside && one.left < room.right && one.right > room.left;
        if !is_in_way {
            continue;
        }
        let (before, behind) = (one.left - room.left, room.right - one.right);
        if one.is_across || before.max(behind) < NARROW {
            room.skip = one.bottom - y;
        } else if before > behind {
            room.right = one.left;
        } else {
            room.left = one.right;
        }
    }
    room
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_the_wider_room_beside_a_picture_or_goes_below() {
        let picture = Obstacle {
            left: 300.0,
            right: 400.0,
            top: 10.0,
            bottom: 60.0,
            is_across: false,
        };
        let at = |obstacle: Obstacle, y| room(&[obstacle], y, 12.0, (0.0, 450.0));
        let whole = Room {
            skip: 0.0,
            left: 0.0,
            right: 450.0,
        };
        let beside = Room {
            right: 300.0,
            ..whole
        };
        assert_eq!(at(picture, 20.0), beside);
        assert_eq!(at(picture, 60.0), whole);
        let across = Obstacle {
            is_across: true,
            ..picture
        };
        assert_eq!(at(across, 20.0).skip, 40.0);
        assert!(picture.behind(70.0).is_none());
        assert_eq!(at(picture.behind(20.0).unwrap(), 0.0), beside);
    }
}
