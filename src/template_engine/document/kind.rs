//! Documents and templates, with and without macros.

use crate::error::template::Story;

/// What the main part of a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MainKind {
    /// `.docx`
    Document,
    /// `.dotx`
    Template,
    /// `.docm`
    MacroDocument,
    /// `.dotm`
    MacroTemplate,
}

const DOCUMENT: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const TEMPLATE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";
const MACRO_DOCUMENT: &str = "application/vnd.ms-word.document.macroEnabled.main+xml";
const MACRO_TEMPLATE: &str = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml";

impl MainKind {
    /// The kind of a content type; none for parts that no document of Word begins with.
    pub fn of(content_type: &str) -> Option<Self> {
        Some(match content_type {
            DOCUMENT => Self::Document,
            TEMPLATE => Self::Template,
            MACRO_DOCUMENT => Self::MacroDocument,
            MACRO_TEMPLATE => Self::MacroTemplate,
            _ => return None,
        })
    }

    /// Whether it has macros.
    pub fn has_macros(self) -> bool {
        matches!(self, Self::MacroDocument | Self::MacroTemplate)
    }

    /// The content type of the document made from it, where that is another.
    pub fn as_document(self) -> Option<&'static str> {
        match self {
            Self::Template => Some(DOCUMENT),
            Self::MacroTemplate => Some(MACRO_DOCUMENT),
            Self::Document | Self::MacroDocument => None,
        }
    }
}

/// What a part with text is; the body comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextKind {
    /// The pages.
    Body,
    /// Above them.
    Header,
    /// Below them.
    Footer,
    /// At their foot.
    Footnotes,
    /// At the end.
    Endnotes,
    /// In the margin.
    Comments,
    /// Of the file.
    Properties,
}

impl TextKind {
    /// The kind of a content type; none for parts without text.
    pub fn of(content_type: &str) -> Option<Self> {
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        if let Some(rest) = content_type.strip_prefix(word) {
            return match rest {
                "header+xml" => Some(Self::Header),
                "footer+xml" => Some(Self::Footer),
                "footnotes+xml" => Some(Self::Footnotes),
                "endnotes+xml" => Some(Self::Endnotes),
                "comments+xml" => Some(Self::Comments),
                _ => None,
            };
        }
        let is_properties = matches!(
            content_type,
            "application/vnd.openxmlformats-package.core-properties+xml"
                | "application/vnd.openxmlformats-officedocument.extended-properties+xml"
                | "application/vnd.openxmlformats-officedocument.custom-properties+xml"
        );
        is_properties.then_some(Self::Properties)
    }

    /// Whether it holds notes that a text refers to.
    pub fn has_notes(self) -> bool {
        matches!(self, Self::Footnotes | Self::Endnotes | Self::Comments)
    }

    /// Whether it is seen on the pages.
    pub fn is_on_pages(self) -> bool {
        !matches!(self, Self::Comments | Self::Properties)
    }

    /// How the body points to it.
    pub fn relationship(self) -> &'static str {
        match self {
            Self::Footer => "footer",
            _ => "header",
        }
    }

    /// The story it is, in a section.
    pub fn story(self, section: usize) -> Story {
        match self {
            Self::Body => Story::Body,
            Self::Header => Story::Header(section),
            Self::Footer => Story::Footer(section),
            Self::Footnotes => Story::Footnotes,
            Self::Endnotes => Story::Endnotes,
            Self::Comments => Story::Comments,
            Self::Properties => Story::Properties,
        }
    }
}
