//! Where the nodes of a graph stand: those that lead above those that they lead.
//!
//! Each tree has a range of its own across, so nothing overlaps; each level has its own height, so
//! every line between levels goes down. Leaves of one node are stacked in columns, so that a
//! head with thirty people fits into a window.

#[cfg(test)]
mod tests;

use iced::{Point, Rectangle, Size, Vector};

/// The size of a node, in logical pixels.
pub const NODE: Size = Size::new(208.0, 70.0);

/// Between two nodes side by side, in logical pixels.
const ACROSS: f32 = 24.0;
/// Between two levels, in logical pixels.
const LEVEL: f32 = 44.0;
/// Between two nodes of a stack, in logical pixels.
const STACKED: f32 = 12.0;
/// How far a stack stands in from the line along it, in logical pixels.
const INDENT: f32 = 20.0;
/// How many nodes a stack has at most.
const STACK: usize = 7;
/// How many leaves stand side by side; more are stacked.
const SIDE_BY_SIDE: usize = 3;
/// Between two graphs that are not connected, in logical pixels.
const APART: f32 = 36.0;

/// Where the nodes stand, and how the lines between levels run.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Layout {
    /// The place of each node.
    pub places: Vec<Rectangle>,
    /// The lines from a node down to one that it leads, by their corners.
    pub routes: Vec<Vec<Point>>,
    /// The links that would close a ring, as they were given: nobody can stand above himself.
    pub rings: Vec<(usize, usize)>,
    /// How much room everything takes.
    pub size: Size,
}

/// Lays `count` nodes out, so that each stands above those it leads: `leads` are pairs of a node
/// and one under it. What is not connected is put side by side up to `room` logical pixels.
pub fn lay_out(count: usize, leads: &[(usize, usize)], room: f32) -> Layout {
    let graph = Graph::new(count, leads);
    let mut layout = Layout {
        places: vec![Rectangle::with_size(NODE); count],
        rings: graph.rings.clone(),
        ..Layout::default()
    };
    let mut corner = Point::ORIGIN;
    let mut lowest = 0.0_f32;
    for part in graph.parts() {
        let size = graph.place_part(&part, &mut layout);
        if corner.x > 0.0 && corner.x + size.width > room {
            corner = Point::new(0.0, lowest + APART);
        }
        let shift = Vector::new(corner.x, corner.y);
        for node in &part {
            layout.places[*node] = layout.places[*node] + shift;
        }
        lowest = lowest.max(corner.y + size.height);
        layout.size.width = layout.size.width.max(corner.x + size.width);
        corner.x += size.width + ACROSS;
    }
    layout.size.height = lowest;
    layout.routes = graph.routes(&layout.places);
    layout
}

/// The node from `at` on the way that `toward` points, the nearest one; `None` where there is none.
pub fn neighbour(places: &[Rectangle], at: usize, toward: Vector) -> Option<usize> {
    let from = places.get(at)?.center();
    let mut best: Option<(f32, usize)> = None;
    for (other, place) in places.iter().enumerate() {
        let way = place.center() - from;
        let along = way.x * toward.x + way.y * toward.y;
        let aside = (way.x * toward.y - way.y * toward.x).abs();
        // What lies more aside than ahead is in another direction.
        if along <= 1.0 || aside > along * 4.0 {
            continue;
        }
        let distance = along + aside * 2.0;
        if best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, other));
        }
    }
    best.map(|(_, other)| other)
}

/// Who leads whom, without rings.
struct Graph {
    /// Whom each node leads.
    below: Vec<Vec<usize>>,
    /// Who leads each node.
    above: Vec<Vec<usize>>,
    /// How many levels stand above each node.
    level: Vec<usize>,
    /// The links that close a ring.
    rings: Vec<(usize, usize)>,
}

/// The nodes under one, as they are placed: side by side, or stacked.
enum Block {
    Tree(usize),
    Stack(Vec<usize>),
}

impl Graph {
    fn new(count: usize, leads: &[(usize, usize)]) -> Self {
        let mut graph = Self {
            below: vec![Vec::new(); count],
            above: vec![Vec::new(); count],
            level: vec![0; count],
            rings: Vec::new(),
        };
        for (head, under) in leads.iter().copied() {
            if head >= count || under >= count || graph.below[head].contains(&under) {
                continue;
            }
            if head == under || graph.reaches(under, head) {
                graph.rings.push((head, under));
                continue;
            }
            graph.below[head].push(under);
            graph.above[under].push(head);
            graph.sink(under, graph.level[head] + 1);
        }
        graph
    }

    /// Whether a way leads down from one to the other.
    fn reaches(&self, from: usize, to: usize) -> bool {
        let mut seen = vec![false; self.below.len()];
        let mut open = vec![from];
        while let Some(node) = open.pop() {
            if node == to {
                return true;
            }
            if !std::mem::replace(&mut seen[node], true) {
                open.extend(&self.below[node]);
            }
        }
        false
    }

    /// Lowers a node to `level`, and with it those under it.
    fn sink(&mut self, node: usize, level: usize) {
        if self.level[node] < level {
            self.level[node] = level;
            for under in self.below[node].clone() {
                self.sink(under, level + 1);
            }
        }
    }

    /// The one a node hangs under: the lowest of those that lead it.
    fn parent(&self, node: usize) -> Option<usize> {
        let heads = self.above[node].iter().copied();
        heads.rev().max_by_key(|head| self.level[*head])
    }

    fn children(&self, node: usize) -> Vec<usize> {
        let below = self.below[node].iter().copied();
        below
            .filter(|under| self.parent(*under) == Some(node))
            .collect()
    }

    fn is_leaf(&self, node: usize) -> bool {
        self.below[node].is_empty()
    }

    /// The nodes that hang together, the largest part first, then as they were given.
    fn parts(&self) -> Vec<Vec<usize>> {
        let mut seen = vec![false; self.below.len()];
        let mut parts: Vec<Vec<usize>> = Vec::new();
        for first in 0..self.below.len() {
            let mut part = Vec::new();
            let mut open = vec![first];
            while let Some(node) = open.pop() {
                if !std::mem::replace(&mut seen[node], true) {
                    part.push(node);
                    open.extend(self.below[node].iter().chain(&self.above[node]));
                }
            }
            part.sort_unstable();
            parts.extend((!part.is_empty()).then_some(part));
        }
        parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
        parts
    }

    /// Places the trees of a part side by side, beginning at the origin; returns the room it takes.
    fn place_part(&self, part: &[usize], layout: &mut Layout) -> Size {
        let mut x = 0.0;
        for root in part.iter().filter(|node| self.above[**node].is_empty()) {
            self.place(*root, x, layout);
            x += self.width(*root) + ACROSS;
        }
        let bottom = part.iter().map(|node| {
            let place = layout.places[*node];
            place.y + place.height
        });
        Size::new(x - ACROSS, bottom.fold(0.0, f32::max))
    }

    fn blocks(&self, node: usize) -> Vec<Block> {
        let children = self.children(node);
        let (leaves, trees): (Vec<_>, Vec<_>) = children
            .iter()
            .copied()
            .partition(|child| self.is_leaf(*child));
        if leaves.len() <= SIDE_BY_SIDE && children.len() <= SIDE_BY_SIDE + 1 {
            return children.into_iter().map(Block::Tree).collect();
        }
        let columns = leaves.len().div_ceil(STACK).max(1);
        let height = leaves.len().div_ceil(columns).max(1);
        let stacks = leaves
            .chunks(height)
            .map(|stack| Block::Stack(stack.to_vec()));
        trees.into_iter().map(Block::Tree).chain(stacks).collect()
    }

    fn block_width(&self, block: &Block) -> f32 {
        match block {
            Block::Tree(node) => self.width(*node),
            Block::Stack(_) => INDENT + NODE.width,
        }
    }

    /// The room that a node and all that hang under it take across.
    fn width(&self, node: usize) -> f32 {
        let blocks = self.blocks(node);
        let gaps = ACROSS * blocks.len().saturating_sub(1) as f32;
        let widths = blocks.iter().map(|block| self.block_width(block));
        NODE.width.max(widths.sum::<f32>() + gaps)
    }

    /// Places a node and all that hang under it, from `left` on.
    fn place(&self, node: usize, left: f32, layout: &mut Layout) {
        let middle = left + self.width(node) / 2.0;
        layout.places[node].x = middle - NODE.width / 2.0;
        layout.places[node].y = height_of(self.level[node]);
        let blocks = self.blocks(node);
        let gaps = ACROSS * blocks.len().saturating_sub(1) as f32;
        let all = blocks
            .iter()
            .map(|block| self.block_width(block))
            .sum::<f32>()
            + gaps;
        let mut x = middle - all / 2.0;
        for block in blocks {
            match &block {
                Block::Tree(child) => self.place(*child, x, layout),
                Block::Stack(stack) => {
                    for (at, child) in stack.iter().enumerate() {
                        let down = at as f32 * (NODE.height + STACKED);
                        layout.places[*child].x = x + INDENT;
                        layout.places[*child].y = height_of(self.level[*child]) + down;
                    }
                }
            }
            x += self.block_width(&block) + ACROSS;
        }
    }

    /// The lines from each node down to those it leads.
    fn routes(&self, places: &[Rectangle]) -> Vec<Vec<Point>> {
        let mut routes = Vec::new();
        for (head, below) in self.below.iter().enumerate() {
            let blocks = self.blocks(head);
            for under in below {
                let is_stacked = blocks
                    .iter()
                    .any(|block| matches!(block, Block::Stack(stack) if stack.contains(under)));
                routes.push(route(places[head], places[*under], is_stacked));
            }
        }
        routes
    }
}

fn height_of(level: usize) -> f32 {
    level as f32 * (NODE.height + LEVEL)
}

/// The corners of the line from a node down to one under it: along the stack where it stands in one.
fn route(head: Rectangle, under: Rectangle, is_stacked: bool) -> Vec<Point> {
    let from = Point::new(head.center_x(), head.y + head.height);
    let fork = from.y + LEVEL / 2.0;
    if is_stacked {
        let along = under.x - INDENT / 2.0;
        return vec![
            from,
            Point::new(from.x, fork),
            Point::new(along, fork),
            Point::new(along, under.center_y()),
            Point::new(under.x, under.center_y()),
        ];
    }
    vec![
        from,
        Point::new(from.x, fork),
        Point::new(under.center_x(), fork),
        Point::new(under.center_x(), under.y),
    ]
}
