//! Pixels of a picture that stands in a file.

use std::io::Cursor;

/// Pictures with more pixels are not read, so that no file can fill the memory.
const MOST: u64 = 40_000_000;

/// A picture, row by row, four bytes a pixel: red, green, blue, opacity.
pub struct Pixels {
    /// How many stand in a row.
    pub width: usize,
    /// How many rows there are.
    pub height: usize,
    bytes: Vec<u8>,
}

impl Pixels {
    /// What is in a PNG; `None` for any other format and for what cannot be read.
    pub fn of_png(file: &[u8]) -> Option<Self> {
        let mut decoder = png::Decoder::new(Cursor::new(file));
        decoder.set_transformations(
            png::Transformations::normalize_to_color8() | png::Transformations::ALPHA,
        );
        let mut reader = decoder.read_info().ok()?;
        let info = reader.info();
        if u64::from(info.width) * u64::from(info.height) > MOST {
            return None;
        }
        let mut read = vec![0; reader.output_buffer_size()?];
        let frame = reader.next_frame(&mut read).ok()?;
        read.truncate(frame.buffer_size());
        let bytes = match frame.color_type {
            png::ColorType::Rgba => read,
            png::ColorType::GrayscaleAlpha => {
                let pairs = read.chunks_exact(2);
                pairs
                    .flat_map(|pair| [pair[0], pair[0], pair[0], pair[1]])
                    .collect()
            }
            _ => return None,
        };
        Some(Self {
            width: frame.width as usize,
            height: frame.height as usize,
            bytes,
        })
    }

    /// The one in that column of that row, both counted from 0 and within the picture.
    pub fn at(&self, column: usize, row: usize) -> [u8; 4] {
        let at = (row * self.width + column) * 4;
        self.bytes[at..at + 4].try_into().unwrap_or_default()
    }

    /// Whether each is black, white or clear, as those of a code are.
    pub fn is_black_and_white(&self) -> bool {
        self.bytes.chunks_exact(4).all(|pixel| {
            let is_extreme = |part: &u8| matches!(part, 0 | 255);
            pixel.iter().all(is_extreme) && pixel[0] == pixel[1] && pixel[1] == pixel[2]
        })
    }
}
