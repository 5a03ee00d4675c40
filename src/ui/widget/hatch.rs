//! Slanting stripes: whoever or whatever is not there.

use iced::advanced::Renderer as _;
use iced::advanced::graphics::geometry::Renderer as _;
use iced::widget::canvas::{Frame, Path};
use iced::{Color, Point, Rectangle, Renderer, Vector};

/// How wide a stripe is, and how far it stands from the next, in logical pixels.
const STRIPE: f32 = 8.0;
const STEP: f32 = 20.0;

/// Fills a rectangle with stripes that rise to the right, the same wherever one begins to draw.
pub fn paint(renderer: &mut Renderer, bounds: Rectangle, colour: Color) {
    let mut frame = Frame::new(renderer, bounds.size());
    let (width, height) = (bounds.width, bounds.height);
    // Stripes are where x + y lies in a part of each step; they go on across rectangles.
    let phase = (bounds.x + bounds.y).rem_euclid(STEP);
    let mut start = -phase;
    while start < width + height {
        let corners = [
            Point::new(start, 0.0),
            Point::new(start + STRIPE, 0.0),
            Point::new(start + STRIPE - height, height),
            Point::new(start - height, height),
        ];
        let stripe = Path::new(|path| {
            path.move_to(corners[0]);
            corners[1..].iter().for_each(|corner| path.line_to(*corner));
            path.close();
        });
        frame.fill(&stripe, colour);
        start += STEP;
    }
    let at = Vector::new(bounds.x, bounds.y);
    renderer.with_translation(at, |renderer| renderer.draw_geometry(frame.into_geometry()));
}
