//! Pictures of documents, drawn with rectangles of one colour each: enough for a logo, a stamp and
//! a QR code at the size of a screen. What is no such picture is a frame.

use iced::{Color, Point, Rectangle, Size};

use super::leaf::Mark;
use super::line::Numbers;
use super::measure::Measure;
use super::set::blocks;
use crate::template_engine::preview::Picture;
use crate::ui::widget::pixels::Pixels;

/// Dots to a point: as many as a screen has.
const DOTS: f32 = 1.4;
/// No picture has more dots along a side.
const MOST_DOTS: usize = 420;
/// No picture is made of more rectangles.
const MOST_MARKS: usize = 9_000;

/// Draws a picture or a text box with its upper left corner there.
pub fn draw(picture: &Picture, at: Point, measure: &mut Measure, marks: &mut Vec<Mark>) {
    let place = Rectangle::new(at, Size::new(picture.width, picture.height));
    if let Some(bytes) = &picture.bytes {
        let inner = shown(place, picture.inset);
        match Pixels::of_png(bytes).and_then(|pixels| dots(&pixels, inner)) {
            Some(dots) => marks.extend(dots),
            None => marks.push(Mark::Frame(place)),
        }
    }
    if !picture.blocks.is_empty() {
        const INSET: f32 = 7.2;
        let width = (picture.width - 2.0 * INSET).max(12.0);
        let mut y = at.y + INSET / 2.0;
        for strip in blocks(&picture.blocks, width, Numbers::default(), measure) {
            y += strip.before;
            let inside = strip.marks.into_iter();
            marks.extend(inside.map(|mark| mark.moved(at.x + INSET, y)));
            y += strip.height + strip.after;
        }
    }
}

/// Where in its frame the picture itself stands.
fn shown(frame: Rectangle, [left, top, right, below]: [f32; 4]) -> Rectangle {
    let across = 1.0 + left + right;
    let down = 1.0 + top + below;
    if across <= 0.05 || down <= 0.05 {
        return frame;
    }
    let (width, height) = (frame.width / across, frame.height / down);
    Rectangle::new(
        Point::new(frame.x + left * width, frame.y + top * height),
        Size::new(width, height),
    )
}

/// The dots of a picture at the size it is shown, neighbours of one colour together; none where
/// there are too many.
fn dots(pixels: &Pixels, place: Rectangle) -> Option<Vec<Mark>> {
    let count = |length: f32, has: usize| {
        let wanted = (length * DOTS).ceil().max(1.0) as usize;
        wanted.min(has).clamp(1, MOST_DOTS)
    };
    let (across, down) = (
        count(place.width, pixels.width),
        count(place.height, pixels.height),
    );
    let (width, height) = (place.width / across as f32, place.height / down as f32);
    let is_sharp = pixels.is_black_and_white();
    let mut marks = Vec::new();
    for row in 0..down {
        let mut start = 0;
        let line: Vec<[u8; 4]> = (0..across)
            .map(|column| match is_sharp {
                true => middle(pixels, (column, across), (row, down)),
                false => mean(pixels, (column, across), (row, down)),
            })
            .collect();
        while start < across {
            let ink = line[start];
            let run = line[start..]
                .iter()
                .take_while(|other| **other == ink)
                .count();
            if ink[3] > 0 {
                let at = Point::new(
                    place.x + start as f32 * width,
                    place.y + row as f32 * height,
                );
                let size = Size::new(run as f32 * width, height);
                let [red, green, blue, opacity] = ink;
                let ink = Color::from_rgba8(red, green, blue, f32::from(opacity) / 255.0);
                marks.push(Mark::Fill(Rectangle::new(at, size), ink));
            }
            start += run;
        }
        if marks.len() > MOST_MARKS {
            return None;
        }
    }
    Some(marks)
}

/// The pixel in the middle of a dot: a code stays sharp, and its neighbours alike.
fn middle(
    pixels: &Pixels,
    (column, across): (usize, usize),
    (row, down): (usize, usize),
) -> [u8; 4] {
    let at = |at: usize, count: usize, length: usize| {
        ((2 * at + 1) * length / (2 * count)).min(length - 1)
    };
    pixels.at(
        at(column, across, pixels.width),
        at(row, down, pixels.height),
    )
}

/// The mean of the pixels behind a dot, in few enough steps that neighbours are alike.
fn mean(pixels: &Pixels, (column, across): (usize, usize), (row, down): (usize, usize)) -> [u8; 4] {
    let range = |at: usize, count: usize, length: usize| {
        let start = at * length / count;
        start..((at + 1) * length / count).max(start + 1).min(length)
    };
    let mut sums = [0_u64; 4];
    let mut count = 0_u64;
    for y in range(row, down, pixels.height) {
        for x in range(column, across, pixels.width) {
            let pixel = pixels.at(x, y);
            let opacity = u64::from(pixel[3]);
            for (sum, part) in sums.iter_mut().zip(&pixel[..3]) {
                *sum += u64::from(*part) * opacity;
            }
            sums[3] += opacity;
            count += 1;
        }
    }
    let step = |value: u64| -> u8 {
        let value = u8::try_from(value.min(255)).unwrap_or(255);
        // The ends stay what they are: white paper and black ink.
        ((u16::from(value) + 8) / 17 * 17).min(255) as u8
    };
    let opacity = sums[3] / count.max(1);
    if opacity < 9 {
        return [0; 4];
    }
    let part = |sum: u64| step(sum / sums[3].max(1));
    [part(sums[0]), part(sums[1]), part(sums[2]), step(opacity)]
}
