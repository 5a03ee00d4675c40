//! The names of XML that documents of Word use.

use quick_xml::name::ResolveResult;

/// The vocabularies a document of Word is written in, in the spelling of Word and in that of the
/// strict standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Namespace {
    /// WordprocessingML, `w:`.
    Word,
    /// What Word 2010 added, `w14:`.
    Word2010,
    /// What Word 2013 added, `w15:`.
    Word2012,
    /// Where a drawing stands in a text, `wp:`.
    Anchor,
    /// DrawingML, `a:`.
    Drawing,
    /// Pictures of DrawingML, `pic:`.
    Picture,
    /// The older drawings, `v:`.
    Vml,
    /// What Office adds to them, `o:`.
    Office,
    /// Alternatives for older programs, `mc:`.
    Compatibility,
    /// Anything else.
    Other,
}

const KNOWN: &[(&str, Namespace)] = &[
    (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        Namespace::Word,
    ),
    (
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
        Namespace::Word,
    ),
    (
        "http://schemas.microsoft.com/office/word/2010/wordml",
        Namespace::Word2010,
    ),
    (
        "http://schemas.microsoft.com/office/word/2012/wordml",
        Namespace::Word2012,
    ),
    (
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        Namespace::Anchor,
    ),
    (
        "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        Namespace::Anchor,
    ),
    (
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        Namespace::Drawing,
    ),
    (
        "http://purl.oclc.org/ooxml/drawingml/main",
        Namespace::Drawing,
    ),
    (
        "http://schemas.openxmlformats.org/drawingml/2006/picture",
        Namespace::Picture,
    ),
    (
        "http://purl.oclc.org/ooxml/drawingml/picture",
        Namespace::Picture,
    ),
    ("urn:schemas-microsoft-com:vml", Namespace::Vml),
    ("urn:schemas-microsoft-com:office:office", Namespace::Office),
    (
        "http://schemas.openxmlformats.org/markup-compatibility/2006",
        Namespace::Compatibility,
    ),
];

impl Namespace {
    /// What the reader has found.
    pub fn of(found: &ResolveResult) -> Self {
        let ResolveResult::Bound(name) = found else {
            return Self::Other;
        };
        KNOWN
            .iter()
            .find(|(address, _)| *address == name.as_ref())
            .map_or(Self::Other, |(_, namespace)| *namespace)
    }
}
