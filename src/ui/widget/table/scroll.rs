//! The arithmetic of scrolling, in rows.

/// A scroll bar of `length` logical pixels over `count` rows, `rows` of which fit at once.
#[derive(Debug, Clone, Copy)]
pub(super) struct Track {
    pub count: u64,
    pub rows: f64,
    pub length: f64,
}

/// The handle of a scroll bar: where it starts and how long it is, in logical pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Thumb {
    pub start: f64,
    pub length: f64,
}

/// The shortest handle one can still grab, in logical pixels.
const SHORTEST: f64 = 28.0;

/// The furthest offset: the last row stands at the bottom.
pub(super) fn furthest(count: u64, rows: f64) -> f64 {
    (count as f64 - rows).max(0.0)
}

/// The offset nearest to `offset` at which the whole of `row` is seen.
pub(super) fn revealing(row: u64, offset: f64, rows: f64) -> f64 {
    let top = row as f64;
    if top < offset {
        top
    } else if top + 1.0 > offset + rows {
        (top + 1.0 - rows).max(0.0)
    } else {
        offset
    }
}

impl Track {
    /// The handle at `offset`, or `None` where all rows fit.
    pub fn thumb(&self, offset: f64) -> Option<Thumb> {
        let furthest = furthest(self.count, self.rows);
        if furthest <= 0.0 || self.length <= 0.0 {
            return None;
        }
        let honest = self.length * self.rows / self.count as f64;
        let length = honest.max(SHORTEST).min(self.length);
        let start = (self.length - length) * (offset / furthest).clamp(0.0, 1.0);
        Some(Thumb { start, length })
    }

    /// The offset at which the handle starts at `start`.
    pub fn offset_at(&self, start: f64) -> f64 {
        let furthest = furthest(self.count, self.rows);
        let room = self
            .thumb(0.0)
            .map_or(0.0, |thumb| self.length - thumb.length);
        if room <= 0.0 {
            return 0.0;
        }
        (start / room).clamp(0.0, 1.0) * furthest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MILLION: Track = Track {
        count: 1_000_000,
        rows: 20.5,
        length: 779.0,
    };

    #[test]
    fn the_last_row_stands_at_the_bottom() {
        assert_eq!(furthest(1_000_000, 20.5), 999_979.5);
        assert_eq!(furthest(3, 20.5), 0.0);
    }

    #[test]
    fn the_handle_stays_long_enough_to_grab_and_reaches_both_ends() {
        let first = MILLION.thumb(0.0).unwrap();
        let last = MILLION.thumb(999_979.5).unwrap();

        assert_eq!(
            first,
            Thumb {
                start: 0.0,
                length: SHORTEST
            }
        );
        assert_eq!(last.start + last.length, MILLION.length);
    }

    #[test]
    fn a_dragged_handle_comes_to_rest_where_it_was_dragged() {
        for start in [0.0, 100.0, 751.0] {
            let offset = MILLION.offset_at(start);
            let thumb = MILLION.thumb(offset).unwrap();
            assert!((thumb.start - start).abs() < 1e-6);
        }
        assert_eq!(MILLION.offset_at(10_000.0), 999_979.5);
    }

    #[test]
    fn a_table_that_fits_has_no_handle() {
        assert_eq!(
            Track {
                count: 20,
                ..MILLION
            }
            .thumb(0.0),
            None
        );
    }

    #[test]
    fn a_row_is_revealed_with_the_least_movement() {
        assert_eq!(revealing(5, 10.0, 20.5), 5.0);
        assert_eq!(revealing(15, 10.0, 20.5), 10.0);
        assert_eq!(revealing(30, 10.0, 20.5), 10.5);
        assert_eq!(revealing(999_999, 0.0, 20.5), 999_979.5);
    }
}
