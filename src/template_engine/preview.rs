//! What a filled document looks like, as data: pages, paragraphs, tables, pictures, and which of
//! the text came from fields. Whatever Word writes that is not understood is left out.

mod format;
mod inline;
mod marks;
mod model;
mod numbering;
mod picture;
mod section;
mod story;
mod styles;
mod table;
#[cfg(test)]
mod tests;

use super::document::main_part;
use super::package::resolve;
use super::{ContentTypes, Package, Relationships, Surroundings, Template, Value};
use crate::error::template::{Faults, Problem};

use numbering::Numbering;
use section::sections;
use styles::Styles;

pub use marks::Sign;
pub use model::{
    Alignment, Anchor, Block, Border, Cell, Colour, Face, Inline, LineHeight, Origin, Page,
    Paragraph, Picture, Place, Preview, Raise, Row, Section, Stop, StopKind, Style, Table, Text,
    Wrap,
};

impl Template {
    /// What the document would look like, filled with these values. What is wrong with them is
    /// told beside it, and shown where it stands.
    ///
    /// # Errors
    /// Where the template itself cannot be written.
    pub fn preview(&self, data: &Value, surroundings: &Surroundings) -> Result<Preview, Faults> {
        let records = std::slice::from_ref(data);
        let (changes, faults, _) = self.rendered(records, surroundings, true);
        let mut preview = Preview::read(&self.document.packed(changes)?)?;
        if !faults.is_empty() {
            preview.faults = super::told(faults, data).0;
        }
        Ok(preview)
    }
}

impl Preview {
    /// What a document of Word looks like.
    ///
    /// # Errors
    /// Where it is none, or not a safe one.
    pub fn read(document: &[u8]) -> Result<Self, Faults> {
        let source = Source::open(document)?;
        Ok(Self {
            sections: sections(&source)?,
            faults: Vec::new(),
        })
    }
}

/// A document, and what its texts refer to.
struct Source {
    package: Package,
    /// The part the pages are in.
    main: String,
    styles: Styles,
    numbering: Numbering,
}

impl Source {
    fn open(document: &[u8]) -> Result<Self, Faults> {
        let package = Package::open(document.into())?;
        let types = package.tree(ContentTypes::PART)?.ok_or(Problem::NotWord)?;
        let main = main_part(&package, &ContentTypes::read(types))?;
        let mut source = Self {
            styles: Styles::default(),
            numbering: Numbering::default(),
            main,
            package,
        };
        let theme = source.related(&source.main, "theme");
        let theme = theme.and_then(|part| source.package.tree(&part).ok().flatten());
        if let Some(part) = source.related(&source.main, "styles") {
            let tree = source.package.tree(&part)?;
            source.styles =
                tree.map_or_else(Styles::default, |tree| Styles::read(&tree, theme.as_ref()));
        }
        if let Some(part) = source.related(&source.main, "numbering") {
            let tree = source.package.tree(&part)?;
            let read = |tree| Numbering::read(&tree, &source.styles);
            source.numbering = tree.map(read).unwrap_or_default();
        }
        Ok(source)
    }

    /// The first part of a kind that another part points to.
    fn related(&self, part: &str, kind: &str) -> Option<String> {
        let found = self.relationships(part)?;
        let mut list = found.list.iter();
        let entry = list.find(|entry| entry.kind == kind && !entry.is_external)?;
        Some(resolve(part, &entry.target))
    }

    /// The part that another one calls so.
    fn named(&self, part: &str, id: &str) -> Option<String> {
        let found = self.relationships(part)?;
        let entry = found.get(id).filter(|entry| !entry.is_external)?;
        Some(resolve(part, &entry.target))
    }

    fn relationships(&self, part: &str) -> Option<Relationships> {
        let tree = self.package.tree(&Relationships::part_of(part)).ok()??;
        Some(Relationships::read(tree))
    }
}
