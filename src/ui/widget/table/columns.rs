//! Columns: how wide each is, and who gives way when there is little room.

use std::borrow::Cow;

use iced::alignment::Horizontal;

/// What a column is known by, so that its width and order survive a change of columns.
pub type Key = Cow<'static, str>;

/// The narrowest column, unless it says otherwise, in logical pixels.
const NARROWEST: f32 = 56.0;

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub(super) key: Key,
    pub(super) title: String,
    pub(super) width: f32,
    pub(super) narrowest: f32,
    pub(super) grows: bool,
    pub(super) is_sortable: bool,
    pub(super) is_whole: bool,
    pub(super) align: Horizontal,
}

impl Column {
    /// A column that is `width` logical pixels wide until somebody drags its border.
    pub fn new(key: impl Into<Key>, title: impl Into<String>, width: f32) -> Self {
        Self {
            key: key.into(),
            title: title.into(),
            width,
            narrowest: NARROWEST.min(width),
            grows: false,
            is_sortable: false,
            is_whole: false,
            align: Horizontal::Left,
        }
    }

    /// Never narrower than `width` logical pixels.
    pub fn narrowest(mut self, width: f32) -> Self {
        self.narrowest = width;
        self
    }

    /// Takes what the others leave.
    pub fn grows(mut self) -> Self {
        self.grows = true;
        self
    }

    /// A press on its title sorts by it.
    pub fn sortable(mut self) -> Self {
        self.is_sortable = true;
        self
    }

    /// Never so narrow that a cell of it is cut: half a number is another number.
    pub fn whole(mut self) -> Self {
        self.is_whole = true;
        self
    }

    /// What stands over it.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Aligned at the right, as figures are.
    pub fn right(mut self) -> Self {
        self.align = Horizontal::Right;
        self
    }
}

/// What a column wishes for, in logical pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Wish {
    pub width: f32,
    pub narrowest: f32,
    /// What it takes where the columns scroll sideways: there nobody has to give way.
    pub scrolled: f32,
    pub grows: bool,
}

/// The width of each column in `available` logical pixels.
///
/// What is over goes to the columns that grow. What is missing is taken from all in proportion to
/// what each can spare; when that is not enough, they stand beyond the edge and are scrolled.
pub(super) fn fit(wishes: &[Wish], available: f32) -> Vec<f32> {
    if total(wishes, |wish| wish.narrowest) > available {
        return wishes.iter().map(|wish| wish.scrolled).collect();
    }
    let over = available - total(wishes, |wish| wish.width.max(wish.narrowest));
    let growing = wishes.iter().filter(|wish| wish.grows).count();
    let spare = |wish: &Wish| (wish.width - wish.narrowest).max(0.0);
    let to_spare = total(wishes, spare);

    let width = |wish: &Wish| {
        let width = wish.width.max(wish.narrowest);
        if over >= 0.0 && wish.grows {
            width + over / growing as f32
        } else if over < 0.0 && to_spare > 0.0 {
            width + over * (spare(wish) / to_spare).min(1.0)
        } else {
            width
        }
    };
    wishes.iter().map(width).collect()
}

/// The widths after the right border of column `index` was dragged by `by` logical pixels.
///
/// A column that becomes wider takes free room first and then pushes those at its right; one that
/// becomes narrower leaves its room to the next.
pub(super) fn drag(wishes: &[Wish], index: usize, by: f32, available: f32) -> Vec<f32> {
    let mut widths: Vec<f32> = wishes.iter().map(|wish| wish.width).collect();
    if by < 0.0 {
        let given = (-by).min((widths[index] - wishes[index].narrowest).max(0.0));
        widths[index] -= given;
        if let Some(next) = widths.get_mut(index + 1) {
            *next += given;
        }
        return widths;
    }
    let free = (available - widths.iter().sum::<f32>()).max(0.0).min(by);
    let mut wanted = by - free;
    let mut taken = free;
    for next in index + 1..widths.len() {
        let given = (widths[next] - wishes[next].narrowest).max(0.0).min(wanted);
        widths[next] -= given;
        wanted -= given;
        taken += given;
    }
    widths[index] += taken;
    widths
}

fn total(wishes: &[Wish], of: impl Fn(&Wish) -> f32) -> f32 {
    wishes.iter().map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(width: f32, grows: bool) -> Wish {
        Wish {
            width,
            narrowest: 50.0,
            scrolled: 60.0,
            grows,
        }
    }

    fn wishes() -> [Wish; 3] {
        [wish(200.0, true), wish(100.0, false), wish(100.0, false)]
    }

    #[test]
    fn what_is_over_goes_to_the_column_that_grows() {
        assert_eq!(fit(&wishes(), 600.0), [400.0, 100.0, 100.0]);
    }

    #[test]
    fn columns_give_way_in_proportion_to_what_they_can_spare() {
        assert_eq!(fit(&wishes(), 275.0), [125.0, 75.0, 75.0]);
        assert_eq!(fit(&wishes(), 150.0), [50.0, 50.0, 50.0]);
    }

    #[test]
    fn columns_are_scrolled_before_one_is_missing() {
        assert_eq!(fit(&wishes(), 149.0), [60.0, 60.0, 60.0]);
        assert_eq!(fit(&wishes(), 20.0), [60.0, 60.0, 60.0]);
    }

    #[test]
    fn a_wider_column_pushes_those_at_its_right_down_to_their_narrowest() {
        assert_eq!(drag(&wishes(), 0, 30.0, 400.0), [230.0, 70.0, 100.0]);
        assert_eq!(drag(&wishes(), 0, 900.0, 400.0), [300.0, 50.0, 50.0]);
        assert_eq!(drag(&wishes(), 2, 30.0, 420.0), [200.0, 100.0, 120.0]);
    }

    #[test]
    fn a_narrower_column_leaves_its_room_to_the_next() {
        assert_eq!(drag(&wishes(), 0, -30.0, 400.0), [170.0, 130.0, 100.0]);
        assert_eq!(drag(&wishes(), 1, -900.0, 400.0), [200.0, 50.0, 150.0]);
    }
}
