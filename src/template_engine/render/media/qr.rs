//! QR codes (ISO/IEC 18004) as pictures.

use png::{BitDepth, ColorType, Encoder};
use qrcode::{Color, EcLevel, QrCode};

/// The white border the standard asks for, in modules.
const BORDER: usize = 4;
/// Pixels a module is wide, so that it stays sharp in print.
const SCALE: usize = 8;

/// A QR code of a text as a black and white PNG; none where the text is too long.
pub fn picture(text: &str) -> Option<Vec<u8>> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let side = (width + 2 * BORDER) * SCALE;
    let modules = code.to_colors();
    let is_dark = |pixel: usize| {
        let (column, row) = (pixel % side / SCALE, pixel / side / SCALE);
        let inside = |at: usize| at.checked_sub(BORDER).filter(|at| *at < width);
        let module = inside(column).zip(inside(row));
        module.is_some_and(|(column, row)| modules[row * width + column] == Color::Dark)
    };
    // One bit a pixel, a line beginning with a new byte: the side is a multiple of eight.
    let bytes: Vec<u8> = (0..side * side / 8)
        .map(|byte| {
            (0..8).fold(0, |bits, bit| {
                bits << 1 | u8::from(!is_dark(byte * 8 + bit))
            })
        })
        .collect();
    let mut out = Vec::new();
    let side = u32::try_from(side).ok()?;
    let mut encoder = Encoder::new(&mut out, side, side);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::One);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&bytes).ok()?;
    writer.finish().ok()?;
    Some(out)
}
