//! The pictures of every screen: what is asked for. The front end that draws them is the window.

use std::path::PathBuf;
use std::str::FromStr;

use clap::ValueEnum;

/// Draw every screen with sample data, without a display
#[derive(Debug, clap::Args)]
pub struct Screenshots {
    /// The folder to write the pictures to
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Width and height in pixels
    #[arg(long, default_value = "1440x900", value_name = "WxH")]
    pub size: Size,
    /// Only the screens whose names hold this, such as `card`
    #[arg(long, value_name = "NAME")]
    pub only: Option<String>,
    /// Light or dark; both unless told
    #[arg(long, value_enum)]
    pub theme: Option<Theme>,
}

/// Width and height of a picture, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Pixels across.
    pub width: u16,
    /// Pixels down.
    pub height: u16,
}

impl FromStr for Size {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (width, height) = text.split_once('x').ok_or("not of the form 1440x900")?;
        let pixels = |text: &str| match text.parse() {
            Ok(pixels @ 320..=8192) => Ok(pixels),
            _ => Err("not from 320 to 8192 pixels"),
        };
        Ok(Self {
            width: pixels(width)?,
            height: pixels(height)?,
        })
    }
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Theme {
    /// By day
    Light,
    /// By night
    Dark,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_two_numbers_around_an_x() {
        let size = Size {
            width: 1024,
            height: 700,
        };
        assert_eq!("1024x700".parse(), Ok(size));
        assert!("1024".parse::<Size>().is_err());
        assert!("1x1".parse::<Size>().is_err());
    }
}
