//! Nodes with lines between them: who leads whom, who works with whom, who influences whom.

pub mod layout;

use iced::widget::canvas::{self, Frame, LineDash, Path, Stroke, path};
use iced::widget::{canvas as canvas_of, pin, stack};
use iced::{Color, Point, Rectangle, Renderer, Theme, Vector, mouse};

use super::Element;
use crate::ui::style::palette;
pub use layout::{Layout, NODE, lay_out, neighbour};

/// A link from one node to another that is not a line between levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The first node.
    pub from: usize,
    /// The second node.
    pub to: usize,
    /// How it is drawn.
    pub line: Line,
}

/// How a link is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// From the one that leads down to the one that is led: a plain line.
    Leads,
    /// Between equals: a line of dashes.
    Mutual,
    /// From one to the other: an arrow.
    Arrow,
}

/// The sample of a line in a legend, in logical pixels.
const SAMPLE: iced::Size = iced::Size::new(32.0, 12.0);
/// How thick lines are, and how long the sides of an arrow head, in logical pixels.
const THICK: f32 = 1.6;
const HEAD: f32 = 8.0;
/// How far links between the same two nodes bow apart, in logical pixels.
const BOW: f32 = 18.0;

/// The nodes in their places, with the lines of the layout and `links` behind them.
pub fn graph<'a, Message: 'a>(
    layout: &'a Layout,
    nodes: Vec<Element<'a, Message>>,
    links: &'a [Link],
) -> Element<'a, Message> {
    let lines = canvas_of(Lines { layout, links })
        .width(layout.size.width)
        .height(layout.size.height);
    let nodes = nodes.into_iter().zip(&layout.places);
    let nodes = nodes.map(|(node, place)| pin(node).x(place.x).y(place.y).into());
    stack([lines.into()].into_iter().chain(nodes))
        .width(layout.size.width)
        .height(layout.size.height)
        .into()
}

/// What a line looks like, for a legend.
pub fn sample<'a, Message: 'a>(line: Line) -> Element<'a, Message> {
    canvas_of(Sample(line))
        .width(SAMPLE.width)
        .height(SAMPLE.height)
        .into()
}

struct Lines<'a> {
    layout: &'a Layout,
    links: &'a [Link],
}

impl<Message> canvas::Program<Message> for Lines<'_> {
    type State = ();

    fn draw(
        &self,
        _state: &(),
        renderer: &Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<canvas::Geometry> {
        let mut frame = Frame::new(renderer, bounds.size());
        for route in &self.layout.routes {
            let mut corners = route.iter().copied();
            let path = Path::new(|path| {
                path.move_to(corners.next().unwrap_or(Point::ORIGIN));
                corners.for_each(|corner| path.line_to(corner));
            });
            frame.stroke(&path, stroke(Line::Leads, theme));
        }
        for (at, link) in self.links.iter().enumerate() {
            let pair = |other: &Link| {
                (other.from, other.to) == (link.from, link.to)
                    || (other.from, other.to) == (link.to, link.from)
            };
            let before = self.links[..at].iter().filter(|other| pair(other)).count();
            let places = &self.layout.places;
            if let Some((from, to)) = places.get(link.from).zip(places.get(link.to)) {
                draw_link(&mut frame, (*from, *to), before, link.line, theme);
            }
        }
        vec![frame.into_geometry()]
    }
}

struct Sample(Line);

impl<Message> canvas::Program<Message> for Sample {
    type State = ();

    fn draw(
        &self,
        _state: &(),
        renderer: &Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<canvas::Geometry> {
        let mut frame = Frame::new(renderer, bounds.size());
        let [from, to] = [0.0, SAMPLE.width].map(|x| Point::new(x, SAMPLE.height / 2.0));
        frame.stroke(&Path::line(from, to), stroke(self.0, theme));
        if self.0 == Line::Arrow {
            draw_head(&mut frame, from, to, theme);
        }
        vec![frame.into_geometry()]
    }
}

fn colour(line: Line, theme: &Theme) -> Color {
    let palette = palette(theme);
    match line {
        Line::Leads => palette.text_3,
        Line::Mutual => palette.free,
        Line::Arrow => palette.accent,
    }
}

fn stroke(line: Line, theme: &Theme) -> Stroke<'static> {
    let dashes = match line {
        Line::Mutual => LineDash {
            segments: &[6.0, 4.0],
            offset: 0,
        },
        Line::Leads | Line::Arrow => LineDash::default(),
    };
    Stroke {
        line_dash: dashes,
        ..Stroke::default()
            .with_color(colour(line, theme))
            .with_width(THICK)
    }
}

/// A curve between the borders of two nodes; the one after `before` others bows further.
fn draw_link(
    frame: &mut Frame,
    (from, to): (Rectangle, Rectangle),
    before: usize,
    line: Line,
    theme: &Theme,
) {
    let way = to.center() - from.center();
    let length = way.x.hypot(way.y).max(1.0);
    let bow = BOW * (before as f32 + 1.0);
    let aside = Vector::new(-way.y / length * bow, way.x / length * bow);
    let middle = from.center() + way * 0.5 + aside;
    let (start, end) = (border(from, middle), border(to, middle));
    let path = Path::new(|path: &mut path::Builder| {
        path.move_to(start);
        path.quadratic_curve_to(middle, end);
    });
    frame.stroke(&path, stroke(line, theme));
    if line == Line::Arrow {
        draw_head(frame, middle, end, theme);
    }
}

/// Where the line from the middle of a node toward `target` crosses its border.
fn border(node: Rectangle, target: Point) -> Point {
    let way = target - node.center();
    let across = node.width / 2.0 / way.x.abs().max(0.01);
    let down = node.height / 2.0 / way.y.abs().max(0.01);
    node.center() + way * across.min(down)
}

fn draw_head(frame: &mut Frame, from: Point, to: Point, theme: &Theme) {
    let way = to - from;
    let length = way.x.hypot(way.y).max(1.0);
    let along = Vector::new(way.x / length * HEAD, way.y / length * HEAD);
    let aside = Vector::new(-along.y * 0.5, along.x * 0.5);
    let head = Path::new(|path| {
        path.move_to(to);
        path.line_to(to - along + aside);
        path.line_to(to - along - aside);
        path.close();
    });
    frame.fill(&head, colour(Line::Arrow, theme));
}
