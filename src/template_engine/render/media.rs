//! Pictures that are put into a document: each content once, in a part of its own.

mod base64;
mod format;
mod qr;

use std::collections::BTreeMap;

use super::Pictures;
use crate::error::template::Problem;
use crate::template_engine::package::Added;
use crate::template_engine::piece::Drawing;

pub use format::{Format, Size};

/// The pictures put into a document so far, and what its parts point to.
#[derive(Debug, Default, Clone)]
pub struct Media {
    /// The name of its part by the bytes of the picture.
    parts: BTreeMap<Vec<u8>, String>,
    /// What each part points to, pictures and links.
    relationships: BTreeMap<String, Vec<Added>>,
    /// The part at hand.
    at: String,
    stems: Stems,
}

/// What names begin with that nothing in a document has yet.
#[derive(Debug, Default, Clone)]
pub struct Stems {
    /// Those of new parts, with their folder.
    pub part: String,
    /// Those of new relationships.
    pub relationship: String,
}

/// A picture that was put in.
#[derive(Debug, Clone)]
pub struct Taken {
    /// What the part at hand calls it.
    pub relationship: String,
    /// How large it is by itself.
    pub size: Size,
}

/// Pictures of a page hold far less.
const MAX_PICTURE: usize = 32 << 20;

/// Whether bytes are a picture that Word shows and a document may hold: PNG, JPEG, GIF or BMP.
pub fn is_picture(bytes: &[u8]) -> bool {
    bytes.len() <= MAX_PICTURE && Format::of(bytes).is_some()
}

impl Media {
    /// Nothing yet; what is new will be named after `stems`.
    pub fn new(stems: Stems) -> Self {
        Self {
            stems,
            ..Self::default()
        }
    }

    /// Puts in the picture a value means: the bytes in Base64, also as a `data:` address, the name
    /// of a file, or the text of a QR code.
    ///
    /// # Errors
    /// Where it is no picture that Word shows, or too long for a QR code.
    pub fn take(
        &mut self,
        value: &str,
        is_qr: bool,
        label: &str,
        pictures: Pictures,
    ) -> Result<Taken, Problem> {
        let bytes = if is_qr {
            qr::picture(value).ok_or_else(|| Problem::TooLongForQr(label.to_owned()))?
        } else {
            let inside = value
                .strip_prefix("data:")
                .and_then(|data| data.split_once(";base64,"));
            let bytes = match inside {
                Some((_, data)) => base64::decode(data),
                None => pictures(value).or_else(|| base64::decode(value)),
            };
            bytes.ok_or_else(|| Problem::NotAPicture(label.to_owned()))?
        };
        let format = Format::of(&bytes).filter(|_| is_picture(&bytes));
        let (format, size) = format.ok_or_else(|| Problem::NotAPicture(label.to_owned()))?;
        Ok(Taken {
            relationship: self.relationship(bytes, format),
            size,
        })
    }

    fn relationship(&mut self, bytes: Vec<u8>, format: Format) -> String {
        let number = self.parts.len() + 1;
        let stem = &self.stems.part;
        let part = self
            .parts
            .entry(bytes)
            .or_insert_with(|| format!("{stem}{number}.{}", format.ending()))
            .clone();
        self.point("image", part, false)
    }

    /// Lets the part at hand point to an address; what it calls that.
    pub fn link(&mut self, target: String) -> String {
        self.point("hyperlink", target, true)
    }

    fn point(&mut self, kind: &'static str, target: String, is_external: bool) -> String {
        let own = self.relationships.entry(self.at.clone()).or_default();
        let same = |known: &&Added| known.kind == kind && known.target == target;
        if let Some(known) = own.iter().find(same) {
            return known.id.clone();
        }
        let id = format!("{}{}", self.stems.relationship, own.len() + 1);
        own.push(Added {
            id: id.clone(),
            kind,
            target,
            is_external,
        });
        id
    }

    /// Goes to a part; the one that was at hand so far.
    pub fn enter(&mut self, part: &str) -> String {
        std::mem::replace(&mut self.at, part.to_owned())
    }

    /// What a part points to beside what it did before; it begins anew with nothing.
    pub fn end_part(&mut self, part: &str) -> Vec<Added> {
        self.relationships.remove(part).unwrap_or_default()
    }

    /// The parts of all pictures and their bytes.
    pub fn into_parts(self) -> impl Iterator<Item = (String, Vec<u8>)> {
        self.parts.into_iter().map(|(bytes, part)| (part, bytes))
    }
}

/// The markup of a picture in the line of text, between the texts of its run.
pub fn drawing(taken: &Taken, drawing: &Drawing, number: u32) -> String {
    let own = taken.size;
    let (width, height) = match (drawing.picture.width, drawing.picture.height) {
        (None, None) if drawing.picture.is_qr => (QR_SIDE, QR_SIDE),
        (None, None) => own.within(MAX_WIDTH, MAX_HEIGHT),
        (Some(width), None) => (width, own.height_for(width)),
        (None, Some(height)) => (own.width_for(height), height),
        (Some(width), Some(height)) => own.fitted(width, height),
    };
    let w = &drawing.prefix;
    let id = &taken.relationship;
    format!(
        "</{w}t><{w}drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/\
         wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent \
         cx=\"{width}\" cy=\"{height}\"/><wp:docPr id=\"{number}\" name=\"Picture {number}\"/>\
         <a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">\
         <a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic \
         xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr>\
         <pic:cNvPr id=\"{number}\" name=\"Picture {number}\"/><pic:cNvPicPr/></pic:nvPicPr>\
         <pic:blipFill><a:blip xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/\
         relationships\" r:embed=\"{id}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
         <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>\
         </a:graphic></wp:inline></{w}drawing><{w}t xml:space=\"preserve\">"
    )
}

/// What fits on a page of A4, in 360,000ths of a centimetre.
const MAX_WIDTH: u64 = 16 * 360_000;
const MAX_HEIGHT: u64 = 24 * 360_000;
/// A QR code of 3 cm is read by any telephone.
const QR_SIDE: u64 = 3 * 360_000;
