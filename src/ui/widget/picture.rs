//! A small picture, drawn dot by dot: a logo, a stamp, a signature.

use std::sync::Arc;

use iced::advanced::widget::Tree;
use iced::advanced::{Layout, Renderer as _, Widget, layout, mouse, renderer};
use iced::{Color, Length, Point, Rectangle, Renderer, Size, Theme};

use super::Element;
use super::pixels::Pixels;

/// How many dots across and down a miniature has at the most: each is a logical pixel.
const WIDEST: u32 = 132;
const HIGHEST: u32 = 72;

/// A picture made small. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Miniature {
    width: u32,
    dots: Arc<[[u8; 4]]>,
}

impl Miniature {
    /// What is in a PNG, made small; `None` for any other format and for what cannot be read.
    pub fn of_png(bytes: &[u8]) -> Option<Self> {
        let pixels = Pixels::of_png(bytes)?;
        let [width, height] = [pixels.width, pixels.height].map(u32::try_from);
        let dot = |x: u32, y: u32| pixels.at(x as usize, y as usize);
        Some(Self::reduced((width.ok()?, height.ok()?), dot))
    }

    /// Makes a picture small: each dot is the mean of those it stands for.
    fn reduced((width, height): (u32, u32), dot: impl Fn(u32, u32) -> [u8; 4]) -> Self {
        let (width, height) = (width.max(1), height.max(1));
        let step = width.div_ceil(WIDEST).max(height.div_ceil(HIGHEST));
        let (across, down) = (width.div_ceil(step), height.div_ceil(step));
        let cells = (0..down).flat_map(|y| (0..across).map(move |x| (x, y)));
        let mean = |(x, y): (u32, u32)| {
            let columns = x * step..(x * step + step).min(width);
            let rows = y * step..(y * step + step).min(height);
            let dots = rows.flat_map(|row| columns.clone().map(move |column| (column, row)));
            // Colours count by how much of them is seen.
            let (mut sum, mut count) = ([0_u64; 4], 0);
            for (column, row) in dots {
                let [red, green, blue, alpha] = dot(column, row).map(u64::from);
                let seen = [red * alpha, green * alpha, blue * alpha, alpha];
                sum.iter_mut().zip(seen).for_each(|(sum, one)| *sum += one);
                count += 1;
            }
            let [red, green, blue, alpha] = sum;
            let colour = |sum: u64| u8::try_from(sum / alpha.max(1)).unwrap_or(u8::MAX);
            let alpha = u8::try_from(alpha / count.max(1)).unwrap_or(u8::MAX);
            [colour(red), colour(green), colour(blue), alpha]
        };
        Self {
            width: across,
            dots: cells.map(mean).collect(),
        }
    }

    fn height(&self) -> u32 {
        u32::try_from(self.dots.len()).unwrap_or_default() / self.width.max(1)
    }
}

/// Shows a picture; it is as large as its dots.
pub fn picture<'a, Message: 'a>(miniature: Miniature) -> Element<'a, Message> {
    Element::new(Picture { miniature })
}

struct Picture {
    miniature: Miniature,
}

impl<Message> Widget<Message, Theme, Renderer> for Picture {
    fn size(&self) -> Size<Length> {
        Size::new(Length::Shrink, Length::Shrink)
    }

    fn layout(
        &mut self,
        _tree: &mut Tree,
        _renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let (width, height) = (self.miniature.width, self.miniature.height());
        let own = Size::new(width as f32, height as f32);
        layout::Node::new(limits.resolve(Length::Shrink, Length::Shrink, own))
    }

    fn draw(
        &self,
        _tree: &Tree,
        renderer: &mut Renderer,
        _theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        _viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        let corner = Point::new(bounds.x.round(), bounds.y.round());
        let width = self.miniature.width.max(1) as usize;
        for (row, dots) in self.miniature.dots.chunks(width).enumerate() {
            // Dots of one colour side by side are drawn at once: most of a picture is empty.
            let mut from = 0;
            for run in dots.chunk_by(|one, next| one == next) {
                let [red, green, blue, alpha] = run[0];
                let at = Point::new(corner.x + from as f32, corner.y + row as f32);
                from += run.len();
                if alpha == 0 {
                    continue;
                }
                let dash = renderer::Quad {
                    bounds: Rectangle::new(at, Size::new(run.len() as f32, 1.0)),
                    ..renderer::Quad::default()
                };
                let colour = Color::from_rgba8(red, green, blue, f32::from(alpha) / 255.0);
                renderer.fill_quad(dash, colour);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32, pixels: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Rgba);
        encoder
            .write_header()
            .and_then(|mut writer| writer.write_image_data(pixels))
            .unwrap();
        bytes
    }

    #[test]
    fn a_small_picture_stays_as_it_is() {
        let dots = [[255, 0, 0, 255], [0, 0, 255, 128]];
        let miniature = Miniature::of_png(&png(2, 1, dots.as_flattened())).unwrap();
        assert_eq!((miniature.width, miniature.height()), (2, 1));
        assert_eq!(&*miniature.dots, dots);
    }

    #[test]
    fn a_large_picture_is_made_small_and_what_is_clear_gives_no_colour() {
        let dot = |x: u32, _| match x % 2 {
            0 => [200, 100, 0, 255],
            _ => [0, 0, 0, 0],
        };
        let miniature = Miniature::reduced((264, 144), dot);
        assert_eq!((miniature.width, miniature.height()), (132, 72));
        assert!(miniature.dots.iter().all(|dot| *dot == [200, 100, 0, 127]));
    }

    #[test]
    fn what_is_no_picture_is_none() {
        assert_eq!(Miniature::of_png(b"no picture"), None);
    }
}
