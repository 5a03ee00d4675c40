//! The mark, drawn in a few pixels: a card with two lines on it. The build script draws with it too.

/// Red, green, blue and alpha of the card, of its lines, of what is around it, and of the mark that calls.
const CARD: [u8; 4] = [0x2B, 0x5C, 0xE6, 255];
const LINE: [u8; 4] = [255, 255, 255, 255];
const NOTHING: [u8; 4] = [0; 4];
const CALL: [u8; 4] = [0xE2, 0x3D, 0x3D, 255];

/// A square drawing of the mark.
#[derive(Debug, Clone)]
pub struct Drawing {
    /// How many pixels it is wide, and high.
    pub side: u32,
    /// Its pixels from the top left on: red, green, blue and alpha of each.
    pub rgba: Vec<u8>,
}

/// The mark, `side` pixels wide and high; with a red dot at its corner where it calls the user.
pub fn drawn(side: u32, calls: bool) -> Drawing {
    let size = side.cast_signed();
    let places = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
    let rgba = places.flat_map(|(x, y)| match calls && is_call(x, y, size) {
        true => CALL,
        false => colour(x, y, size),
    });
    Drawing {
        side,
        rgba: rgba.collect(),
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

/// Whether a place is in the dot at the lower right, two fifths of the side wide.
fn is_call(x: i32, y: i32, side: i32) -> bool {
    let (radius, from) = (side / 5, side - 1 - side / 5);
    (x - from).pow(2) + (y - from).pow(2) <= radius.pow(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colours(drawing: &Drawing) -> Vec<&[u8]> {
        drawing.rgba.chunks_exact(4).collect()
    }

    #[test]
    fn every_size_is_whole_and_has_card_lines_and_corners() {
        for side in [16, 22, 32, 48] {
            let drawing = drawn(side, false);
            let pixels = colours(&drawing);
            assert_eq!(pixels.len(), (side * side) as usize);
            for colour in [CARD, LINE, NOTHING] {
                assert!(pixels.contains(&&colour[..]), "{side}");
            }
            assert!(!pixels.contains(&&CALL[..]));
        }
    }

    #[test]
    fn a_call_is_seen_in_every_size() {
        for side in [16, 22, 32, 48] {
            let drawing = drawn(side, true);
            let dot = colours(&drawing)
                .iter()
                .filter(|pixel| **pixel == CALL)
                .count();
            assert!(dot > (side * side / 12) as usize, "{side}: {dot}");
        }
    }
}
