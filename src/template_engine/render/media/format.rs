//! What sort of picture some bytes are, and how large it is.

/// A sort of picture that Word shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// PNG
    Png,
    /// JPEG
    Jpeg,
    /// GIF
    Gif,
    /// A bitmap of Windows.
    Bmp,
}

/// A width and a height, in 360,000ths of a centimetre.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// The width.
    pub width: u64,
    /// The height.
    pub height: u64,
}

/// One ninety-sixth of an inch.
const PIXEL: u64 = 9_525;

impl Format {
    /// What the bytes are and how large; none for anything else.
    pub fn of(bytes: &[u8]) -> Option<(Self, Size)> {
        let (format, width, height) = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            (Self::Png, big(bytes, 16, 4)?, big(bytes, 20, 4)?)
        } else if bytes.starts_with(b"GIF8") {
            (Self::Gif, little(bytes, 6, 2)?, little(bytes, 8, 2)?)
        } else if bytes.starts_with(b"BM") {
            (Self::Bmp, little(bytes, 18, 4)?, little(bytes, 22, 4)?)
        } else {
            let (width, height) = jpeg(bytes)?;
            (Self::Jpeg, width, height)
        };
        let is_sound = (1..=100_000).contains(&width) && (1..=100_000).contains(&height);
        let size = Size {
            width: width * PIXEL,
            height: height * PIXEL,
        };
        is_sound.then_some((format, size))
    }

    /// How the names of its parts end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpeg",
            Self::Gif => "gif",
            Self::Bmp => "bmp",
        }
    }

    /// What a document calls the endings of all of them.
    pub const CONTENT_TYPES: &[(&'static str, &'static str)] = &[
        ("png", "image/png"),
        ("jpeg", "image/jpeg"),
        ("gif", "image/gif"),
        ("bmp", "image/bmp"),
    ];
}

impl Size {
    /// The height that goes with a width.
    pub fn height_for(self, width: u64) -> u64 {
        (width * self.height / self.width).max(1)
    }

    /// The width that goes with a height.
    pub fn width_for(self, height: u64) -> u64 {
        (height * self.width / self.height).max(1)
    }

    /// What stays empty at the sides, and above and below, where it is shown whole in a frame of
    /// that width and height; in thousandths of a percent of its own sides. None where it fills it.
    pub fn inside(self, (width, height): (u64, u64)) -> Option<(u64, u64)> {
        let across = width * self.height;
        let down = height * self.width;
        let empty =
            |more: u64, less: u64| (u128::from(more - less) * 50_000 / u128::from(less)) as u64;
        let (side, top) = match across > down {
            true => (empty(across, down), 0),
            false => (0, empty(down, across)),
        };
        (side + top >= 500).then_some((side, top))
    }

    /// As large as fits, its proportions kept.
    pub fn fitted(self, width: u64, height: u64) -> (u64, u64) {
        match self.height_for(width) {
            own if own <= height => (width, own),
            _ => (self.width_for(height), height),
        }
    }

    /// Its own size, or what fits where that is less.
    pub fn within(self, width: u64, height: u64) -> (u64, u64) {
        if self.width <= width && self.height <= height {
            (self.width, self.height)
        } else {
            self.fitted(width, height)
        }
    }
}

fn big(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let bytes = bytes.get(at..at + length)?.iter();
    Some(bytes.fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

fn little(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let bytes = bytes.get(at..at + length)?.iter().rev();
    Some(bytes.fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

/// The size stands in the segment that begins a frame.
fn jpeg(bytes: &[u8]) -> Option<(u64, u64)> {
    let mut at = bytes.starts_with(b"\xFF\xD8").then_some(2)?;
    loop {
        let marker = *bytes.get(at + 1).filter(|_| bytes[at] == 0xFF)?;
        let is_frame = matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC);
        if is_frame {
            return Some((big(bytes, at + 7, 2)?, big(bytes, at + 5, 2)?));
        }
        at += match marker {
            0xFF => 1,
            _ => 2 + usize::try_from(big(bytes, at + 2, 2)?).ok()?,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_tell_their_size() {
        let pixels = |bytes: &[u8]| {
            let (format, size) = Format::of(bytes)?;
            Some((format, size.width / PIXEL, size.height / PIXEL))
        };
        let gif = b"GIF89a\x0a\x00\x14\x00";
        assert_eq!(pixels(gif), Some((Format::Gif, 10, 20)));
        let jpeg = b"\xFF\xD8\xFF\xE0\x00\x04ab\xFF\xC0\x00\x11\x08\x00\x14\x00\x0A\x03";
        assert_eq!(pixels(jpeg), Some((Format::Jpeg, 10, 20)));
        assert_eq!(pixels(b"\xFF\xD8\xFF"), None);
        assert_eq!(pixels(b"<svg/>"), None);
    }

    #[test]
    fn proportions_are_kept() {
        let size = Size {
            width: 200,
            height: 100,
        };
        assert_eq!(size.fitted(100, 100), (100, 50));
        assert_eq!(size.fitted(400, 100), (200, 100));
        assert_eq!(size.within(400, 400), (200, 100));
    }
}
