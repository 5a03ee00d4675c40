//! Tables: widths, lines, shades, joined cells.

use super::format::{ParagraphFormat, TextFormat, alignment, border, shade, twips};
use super::model::{Alignment, Block, Border, Cell, Colour, Row, Table};
use super::story::{Around, Reader};
use crate::template_engine::xml::{Node, Tree};

/// No table of a page has more columns.
const MOST_COLUMNS: usize = 256;

/// What a format says of a table, or of one of its cells.
#[derive(Debug, Clone, Default)]
pub struct TableFormat {
    indent: Option<f32>,
    alignment: Option<Alignment>,
    /// Above, right, below, left, and the lines between rows and between columns.
    borders: [Option<Option<Border>>; 6],
    /// Above, right, below, left.
    padding: [Option<f32>; 4],
    shade: Option<Option<Colour>>,
}

const SIDES: [[&str; 2]; 6] = [
    ["top", "top"],
    ["right", "end"],
    ["bottom", "bottom"],
    ["left", "start"],
    ["insideH", "insideH"],
    ["insideV", "insideV"],
];

impl TableFormat {
    /// What the `tblPr` and `tcPr` inside a node say.
    pub fn read(tree: &Tree, node: Node) -> Self {
        let mut format = Self::default();
        for name in ["tblPr", "tcPr"] {
            if let Some(properties) = tree.child(node, name) {
                format.take(tree, properties);
            }
        }
        format
    }

    fn take(&mut self, tree: &Tree, properties: Node) {
        for child in tree.children(properties) {
            match tree.local(child) {
                "tblInd" => self.indent = twips(tree, child, "w"),
                "jc" => self.alignment = tree.value(child, "val").map(|said| alignment(&said)),
                "shd" => self.shade = Some(shade(tree, child)),
                "tblBorders" | "tcBorders" => {
                    for (at, names) in SIDES.iter().enumerate() {
                        let line = names.iter().find_map(|name| tree.child(child, name));
                        let line = line.map(|line| border(tree, line));
                        self.borders[at] = line.or(self.borders[at]);
                    }
                }
                "tblCellMar" | "tcMar" => {
                    for (at, names) in SIDES.iter().take(4).enumerate() {
                        let side = names.iter().find_map(|name| tree.child(child, name));
                        let width = side.and_then(|side| twips(tree, side, "w"));
                        self.padding[at] = width.or(self.padding[at]);
                    }
                }
                _ => {}
            }
        }
    }

    fn with(&self, other: &Self) -> Self {
        let mut all = self.clone();
        all.indent = other.indent.or(all.indent);
        all.alignment = other.alignment.or(all.alignment);
        all.shade = other.shade.or(all.shade);
        for (own, over) in all.borders.iter_mut().zip(&other.borders) {
            *own = over.or(*own);
        }
        for (own, over) in all.padding.iter_mut().zip(&other.padding) {
            *own = over.or(*own);
        }
        all
    }
}

/// What holds for the cells of a table.
struct Frame {
    format: TableFormat,
    first: Option<TableFormat>,
    text: TextFormat,
    paragraph: ParagraphFormat,
    first_text: TextFormat,
    widths: Vec<f32>,
    rows: usize,
}

/// The rows above the one that is read.
#[derive(Default)]
struct Upper {
    rows: Vec<Row>,
    open: Vec<Open>,
}

/// A cell that may reach over those below it.
struct Open {
    row: usize,
    cell: usize,
    column: usize,
}

impl Reader<'_> {
    /// Reads a table.
    pub fn table(&mut self, node: Node, around: &Around) -> Table {
        let rows: Vec<Node> = self.inner(node, "tr");
        let frame = self.frame(node, around, rows.len());
        let mut upper = Upper::default();
        let mut table = Table {
            indent: frame.format.indent.unwrap_or_default(),
            alignment: frame.format.alignment.unwrap_or_default(),
            widths: frame.widths.clone(),
            rows: Vec::new(),
        };
        for (at, row) in rows.iter().enumerate() {
            let made = self.row((*row, at), &frame, around, &mut upper);
            upper.rows.push(made);
        }
        table.rows = upper.rows;
        if table.widths.is_empty() {
            let most = table.rows.iter().flat_map(|row| &row.cells);
            let most = most
                .map(|cell| cell.column + cell.columns)
                .max()
                .unwrap_or(1);
            let room = self.room / most as f32;
            table.widths = vec![room; most.min(MOST_COLUMNS)];
        }
        table
    }

    fn frame(&self, node: Node, around: &Around, rows: usize) -> Frame {
        let tree = self.tree;
        let properties = tree.child(node, "tblPr");
        let style = properties.and_then(|own| tree.child(own, "tblStyle"));
        let style = style.and_then(|style| tree.value(style, "val"));
        let chain = self.source.styles.of_table(style.as_deref());
        let mut frame = Frame {
            format: TableFormat::default(),
            first: None,
            text: around.text,
            paragraph: around.paragraph.clone(),
            first_text: TextFormat::default(),
            widths: Vec::new(),
            rows,
        };
        for (_, named) in chain {
            frame.format = frame.format.with(&named.table);
            frame.text = frame.text.with(&named.text);
            frame.paragraph = frame.paragraph.with(&named.paragraph);
            if let Some(first) = &named.first_row {
                let before = frame.first.take().unwrap_or_default();
                frame.first = Some(before.with(&first.table));
                frame.first_text = frame.first_text.with(&first.text);
            }
        }
        frame.format = frame.format.with(&TableFormat::read(tree, node));
        let look = properties.and_then(|own| tree.child(own, "tblLook"));
        if look.is_some_and(|look| !has_first_row(tree, look)) {
            frame.first = None;
            frame.first_text = TextFormat::default();
        }
        let grid = tree.child(node, "tblGrid");
        let columns = grid.into_iter().flat_map(|grid| tree.children(grid));
        let widths = columns.filter_map(|column| twips(tree, column, "w"));
        frame.widths = widths.take(MOST_COLUMNS).collect();
        frame
    }

    fn row(
        &mut self,
        (node, at): (Node, usize),
        frame: &Frame,
        around: &Around,
        upper: &mut Upper,
    ) -> Row {
        let tree = self.tree;
        let properties = tree.child(node, "trPr");
        let has = |name| {
            let found = properties.and_then(|own| tree.child(own, name));
            found.filter(|own| super::format::is_on(tree, *own))
        };
        let height = has("trHeight").and_then(|height| {
            let is_exact = tree.value(height, "hRule").as_deref() == Some("exact");
            Some((twips(tree, height, "val")?, is_exact))
        });
        let skipped = has("gridBefore").and_then(|before| tree.value(before, "val")?.parse().ok());
        let mut row = Row {
            height,
            is_header: has("tblHeader").is_some(),
            cells: Vec::new(),
        };
        let mut column: usize = skipped.unwrap_or(0);
        for node in self.inner(node, "tc") {
            let own = tree.child(node, "tcPr");
            let said = |name| {
                let child = tree.child(own?, name)?;
                Some(tree.value(child, "val").unwrap_or_default().into_owned())
            };
            let columns = said("gridSpan").and_then(|span| span.parse().ok());
            let columns = columns.unwrap_or(1).clamp(1, MOST_COLUMNS);
            let merge = said("vMerge");
            let joined = merge.as_deref().filter(|merge| *merge != "restart");
            let open = upper.open.iter().find(|open| open.column == column);
            if let (Some(_), Some(open)) = (joined, open) {
                upper.rows[open.row].cells[open.cell].rows = at + 1 - open.row;
            } else {
                upper
                    .open
                    .retain(|open| open.column < column || open.column >= column + columns);
                if merge.is_some() {
                    let cell = row.cells.len();
                    upper.open.push(Open {
                        row: at,
                        cell,
                        column,
                    });
                }
                let cell = self.cell((node, at), (column, columns), frame, around);
                row.cells.push(cell);
            }
            column = (column + columns).min(MOST_COLUMNS);
        }
        row
    }

    fn cell(
        &mut self,
        (node, row): (Node, usize),
        (column, columns): (usize, usize),
        frame: &Frame,
        around: &Around,
    ) -> Cell {
        let tree = self.tree;
        let own = TableFormat::read(tree, node);
        let first = frame.first.as_ref().filter(|_| row == 0);
        let special = first
            .map_or_else(TableFormat::default, Clone::clone)
            .with(&own);
        let whole = &frame.format;
        let is_last = column + columns >= frame.widths.len();
        let [above, right, below, left, rows, between] = whole.borders;
        let usual = [
            if row == 0 { above } else { rows },
            if is_last { right } else { between },
            if row + 1 == frame.rows { below } else { rows },
            if column == 0 { left } else { between },
        ];
        let mut borders = [None; 4];
        for (at, line) in borders.iter_mut().enumerate() {
            *line = special.borders[at].or(usual[at]).flatten();
        }
        const PADDING: [f32; 4] = [0.0, 5.4, 0.0, 5.4];
        let mut padding = PADDING;
        for (at, side) in padding.iter_mut().enumerate() {
            *side = special.padding[at]
                .or(whole.padding[at])
                .unwrap_or(PADDING[at]);
        }
        let alignment = tree
            .child(node, "tcPr")
            .and_then(|own| tree.child(own, "vAlign"))
            .and_then(|own| tree.value(own, "val").map(|said| alignment(&said)));
        let inner = Around {
            text: match row {
                0 => frame.text.with(&frame.first_text),
                _ => frame.text,
            },
            paragraph: frame.paragraph.clone(),
            depth: around.depth + 1,
        };
        let room = std::mem::replace(&mut self.room, 0.0);
        let widths = frame.widths.iter().skip(column).take(columns);
        self.room = widths.sum::<f32>() - padding[1] - padding[3];
        let blocks: Vec<Block> = self.blocks(node, &inner);
        self.room = room;
        Cell {
            column,
            columns,
            rows: 1,
            borders,
            padding,
            shade: special.shade.or(whole.shade).flatten(),
            alignment: alignment.unwrap_or_default(),
            blocks,
        }
    }

    /// The rows of a table or the cells of a row, also those inside controls and insertions.
    fn inner(&self, node: Node, local: &str) -> Vec<Node> {
        let tree = self.tree;
        let mut found = Vec::new();
        for child in tree.children(node) {
            if tree.is_word(child, local) {
                found.push(child);
            } else if ["sdt", "sdtContent", "ins", "customXml"].contains(&tree.local(child)) {
                found.extend(self.inner(child, local));
            }
        }
        found
    }
}

/// Whether the first row of a table looks as its style wants first rows.
fn has_first_row(tree: &Tree, look: Node) -> bool {
    match tree.value(look, "firstRow") {
        Some(said) => said == "1" || said == "true",
        None => {
            let bits = tree.value(look, "val");
            let bits = bits.and_then(|bits| u16::from_str_radix(&bits, 16).ok());
            bits.is_none_or(|bits| bits & 0x20 != 0)
        }
    }
}
