//! The mark of the program, drawn in a few pixels: a card with two lines on it.

use ksni::Icon;

/// The sides that desktops ask for, in pixels.
const SIDES: [i32; 3] = [22, 32, 48];
/// Alpha, red, green and blue of the card, of its lines, and of what is around it.
const CARD: [u8; 4] = [255, 0x2B, 0x5C, 0xE6];
const LINE: [u8; 4] = [255, 255, 255, 255];
const NOTHING: [u8; 4] = [0; 4];

/// The mark in each size.
pub fn all() -> Vec<Icon> {
    SIDES.map(drawn).to_vec()
}

fn drawn(side: i32) -> Icon {
    let places = (0..side).flat_map(|y| (0..side).map(move |x| (x, y)));
    let data = places.flat_map(|(x, y)| colour(x, y, side)).collect();
    Icon {
        width: side,
        height: side,
        data,
    }
}

/// The colour of a place: the card is three quarters as high as it is wide, its corners are cut.
fn colour(x: i32, y: i32, side: i32) -> [u8; 4] {
    let top = side / 8;
    let edge = [x, side - 1 - x, y - top, side - 1 - top - y];
    if edge.iter().any(|distance| *distance < 0) {
        return NOTHING;
    }
    let (across, down) = (edge[0].min(edge[1]), edge[2].min(edge[3]));
    if across + down < side / 10 {
        return NOTHING;
    }
    let is_between = |at: i32, from: i32, to: i32| (side * from..side * to).contains(&(at * 100));
    let is_first = is_between(y, 36, 46) && is_between(x, 20, 62);
    let is_second = is_between(y, 56, 66) && is_between(x, 20, 46);
    if is_first || is_second { LINE } else { CARD }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_is_whole_and_has_card_lines_and_corners() {
        for icon in all() {
            let pixels: Vec<_> = icon.data.chunks_exact(4).collect();
            assert_eq!(pixels.len(), (icon.width * icon.height) as usize);
            for colour in [CARD, LINE, NOTHING] {
                assert!(pixels.contains(&&colour[..]), "{}", icon.width);
            }
        }
    }
}
