//! Sets tables: each row a strip.

use std::sync::Arc;

use iced::{Point, Rectangle, Size};

use super::leaf::Mark;
use super::line::{Numbers, colour};
use super::measure::Measure;
use super::set::blocks;
use super::strip::Strip;
use crate::template_engine::preview::{Alignment, Border, Cell, Table};

/// A cell that is set.
struct Filled<'a> {
    cell: &'a Cell,
    row: usize,
    strips: Vec<Strip>,
    /// How high its text is, with what stays free inside.
    height: f32,
}

/// Sets a table in a column of that width.
pub fn set(table: &Table, width: f32, numbers: Numbers, measure: &mut Measure) -> Vec<Strip> {
    let whole: f32 = table.widths.iter().sum();
    let left = match table.alignment {
        Alignment::Centre => (width - whole) / 2.0,
        Alignment::Right => width - whole,
        Alignment::Left | Alignment::Both => table.indent,
    };
    let mut edges = vec![left];
    for column in &table.widths {
        edges.push(edges[edges.len() - 1] + column);
    }
    let edge = |column: usize| edges[column.min(edges.len() - 1)];
    let mut filled: Vec<Filled> = Vec::new();
    for (row, cells) in table.rows.iter().enumerate() {
        for cell in &cells.cells {
            let room = edge(cell.column + cell.columns) - edge(cell.column);
            let [above, right, below, left] = cell.padding;
            let strips = blocks(
                &cell.blocks,
                (room - left - right).max(6.0),
                numbers,
                measure,
            );
            let text: f32 = strips.iter().map(Strip::whole).sum();
            filled.push(Filled {
                cell,
                row,
                strips,
                height: text + above + below,
            });
        }
    }
    let heights = heights(table, &filled);
    let mut rows: Vec<Strip> = heights.iter().map(|height| Strip::new(*height)).collect();
    for one in &filled {
        let covered = one.row..(one.row + one.cell.rows).min(heights.len());
        let size = Size::new(
            edge(one.cell.column + one.cell.columns) - edge(one.cell.column),
            heights[covered].iter().sum(),
        );
        let place = Rectangle::new(Point::new(edge(one.cell.column), 0.0), size);
        draw(one, place, &mut rows[one.row]);
    }
    let heads = table.rows.iter().take_while(|row| row.is_header).count();
    if heads > 0 && heads < rows.len() {
        let above: Arc<[Strip]> = rows[..heads].to_vec().into();
        for row in &mut rows[heads..] {
            row.heads = Some(above.clone());
        }
        rows[..heads]
            .iter_mut()
            .for_each(|row| row.keeps_next = true);
    }
    rows
}

/// How high the rows are: as high as what stands in them; what covers several makes the last of
/// them higher.
fn heights(table: &Table, filled: &[Filled]) -> Vec<f32> {
    let mut heights = vec![0.0_f32; table.rows.len()];
    for one in filled.iter().filter(|one| one.cell.rows == 1) {
        heights[one.row] = heights[one.row].max(one.height);
    }
    for (height, row) in heights.iter_mut().zip(&table.rows) {
        match row.height {
            Some((exact, true)) => *height = exact,
            Some((least, false)) => *height = height.max(least),
            None => {}
        }
    }
    for one in filled.iter().filter(|one| one.cell.rows > 1) {
        let last = (one.row + one.cell.rows).min(heights.len());
        let has: f32 = heights[one.row..last].iter().sum();
        let is_exact = matches!(table.rows[last - 1].height, Some((_, true)));
        if one.height > has && !is_exact {
            heights[last - 1] += one.height - has;
        }
    }
    heights
}

fn draw(one: &Filled, place: Rectangle, strip: &mut Strip) {
    if let Some(shade) = one.cell.shade {
        strip.marks.push(Mark::Fill(place, colour(shade)));
    }
    let [above, _, _, left] = one.cell.padding;
    let free = (place.height - one.height).max(0.0);
    let mut y = place.y
        + above
        + match one.cell.alignment {
            Alignment::Centre => free / 2.0,
            Alignment::Right => free,
            Alignment::Left | Alignment::Both => 0.0,
        };
    for inner in &one.strips {
        y += inner.before;
        let x = place.x + left;
        let marks = inner.marks.iter().cloned();
        strip.marks.extend(marks.map(|mark| mark.moved(x, y)));
        for float in &inner.floats {
            let mut float = float.clone();
            float.at.0 += x;
            float.at.1 += y;
            strip.floats.push(float);
        }
        y += inner.height + inner.after;
    }
    for (side, line) in one.cell.borders.iter().enumerate() {
        if let Some(line) = line {
            strip.marks.push(edge(place, side, *line));
        }
    }
}

/// A line on one of the sides: above, right, below, left.
fn edge(place: Rectangle, side: usize, line: Border) -> Mark {
    let thick = line.width;
    let half = thick / 2.0;
    let (x, y) = (place.x, place.y);
    let (right, below) = (x + place.width, y + place.height);
    let whole = Size::new(place.width + thick, thick);
    let high = Size::new(thick, place.height + thick);
    let place = match side {
        0 => Rectangle::new(Point::new(x - half, y - half), whole),
        1 => Rectangle::new(Point::new(right - half, y - half), high),
        2 => Rectangle::new(Point::new(x - half, below - half), whole),
        _ => Rectangle::new(Point::new(x - half, y - half), high),
    };
    Mark::Fill(place, colour(line.colour))
}
