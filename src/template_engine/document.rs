//! A template as a whole: which of its parts hold text, and what has to change in any case.

mod kind;
mod notice;
mod settings;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::compile::{self, Compiled, Findings, Material};
use super::listing::Field;
use super::mail_merge::Skip;
use super::package::{Added, resolve};
use super::render::Stems;
use super::store::Stores;
use super::{Changes, ContentTypes, Package, Relationships, Settings, copies};
use crate::error::template::{Faults, Problem};

use kind::MainKind;
pub use kind::TextKind;
pub use notice::Notice;

/// A template, its parts ready to be filled.
#[derive(Debug)]
pub struct Document {
    package: Package,
    types: ContentTypes,
    /// The parts that hold fields.
    pub parts: Vec<Part>,
    /// What is different in every document made from it.
    pub fixed: Changes,
    /// The main part, and what it becomes where it is a template.
    renamed: Option<(String, &'static str)>,
    /// What the body calls each header and footer.
    pub references: BTreeMap<String, Vec<String>>,
    /// Whether one document holds several records.
    pub has_next: bool,
    /// Which records get no document.
    pub skips: Vec<Skip>,
    /// The settings of a file of several documents, where those differ.
    pub joined: Option<(String, Vec<u8>)>,
    /// Whether it has macros.
    pub has_macros: bool,
    /// Every field.
    pub fields: Vec<Field>,
    /// What whoever adds it should know.
    pub notices: Vec<Notice>,
    /// The highest number of a drawing.
    pub highest_drawing: u32,
    /// What new names begin with.
    pub stems: Stems,
}

/// A part that holds fields.
#[derive(Debug)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: TextKind,
    /// What is written.
    pub compiled: Compiled,
    relationships: Option<Relationships>,
}

impl Document {
    /// Reads a template.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn open(bytes: Arc<[u8]>, settings: &Settings) -> Result<Self, Faults> {
        let package = Package::open(bytes)?;
        let types = package.tree(ContentTypes::PART)?.ok_or(Problem::NotWord)?;
        let types = ContentTypes::read(types);
        let main = main_part(&package, &types)?;
        let kind = MainKind::of(types.of(&main)).ok_or(Problem::NotWord)?;
        if kind.has_macros() && !settings.keeps_macros {
            return Err(Problem::Macros.into());
        }
        let mut document = Self {
            renamed: kind.as_document().map(|kind| (main.clone(), kind)),
            has_macros: kind.has_macros(),
            stems: Stems {
                part: part_stem(&package, &main),
                relationship: "rIdVizitka".to_owned(),
            },
            package,
            types,
            parts: Vec::new(),
            references: BTreeMap::new(),
            joined: None,
            has_next: false,
            skips: Vec::new(),
            fixed: Changes::default(),
            fields: Vec::new(),
            notices: Vec::new(),
            highest_drawing: 0,
        };
        let mut findings = Findings::default();
        let mut stores = document.stores()?;
        document.read_texts(&main, settings, &mut findings, &mut stores)?;
        document.keep_stores(stores);
        document.look_around(&main)?;
        if let Some(skip) = findings.skips.first().filter(|_| findings.has_next) {
            findings
                .faults
                .push(Problem::SkipBesideNext.at(&skip.place));
        }
        document.has_next = findings.has_next;
        document.skips = std::mem::take(&mut findings.skips);
        if !findings.faults.is_empty() {
            return Err(Faults(findings.faults));
        }
        document.fields = findings.fields;
        Ok(document)
    }

    /// What stands in it, a paragraph a line, its fields as they are written.
    pub fn text(&self) -> Result<String, Problem> {
        super::text::words(&self.package, &self.types)
    }

    /// Reads every part that can hold text, the body first.
    fn read_texts(
        &mut self,
        main: &str,
        settings: &Settings,
        findings: &mut Findings,
        stores: &mut Stores,
    ) -> Result<(), Faults> {
        let sections = self.sections(main)?;
        let mut names: Vec<(TextKind, String)> = self
            .package
            .names()
            .filter_map(|name| {
                let kind = match name == main {
                    true => Some(TextKind::Body),
                    false => TextKind::of(self.types.of(name)),
                };
                kind.map(|kind| (kind, name.to_owned()))
            })
            .collect();
        names.sort();
        for (number, (kind, name)) in names.into_iter().enumerate() {
            let tree = self.package.tree(&name)?.ok_or(Problem::NotWord)?;
            self.notices.extend(notice::risky_fields(&tree));
            self.highest_drawing = self.highest_drawing.max(copies::highest_drawing(&tree));
            let section = sections.get(&name).copied().unwrap_or(number);
            let delimiters = &settings.delimiters;
            let relationships = self.relationships(&name)?;
            let own = relationships.as_ref();
            let compiled = match kind {
                TextKind::Properties => compile::properties(tree, delimiters, findings),
                kind => {
                    let material = Material {
                        tree,
                        kind,
                        section,
                    };
                    compile::story(material, own, delimiters, findings, stores)
                }
            };
            if compiled.is_changed || kind == TextKind::Body || kind.has_notes() {
                self.parts.push(Part {
                    name,
                    kind,
                    compiled,
                    relationships,
                });
            }
        }
        Ok(())
    }

    /// The parts that bound controls keep their values in.
    fn stores(&self) -> Result<Stores, Faults> {
        let mut stores = Stores::default();
        for name in self.package.names() {
            if let Some(id) = Stores::number_of(self.types.of(name)) {
                if let Some(tree) = self.package.tree(name)? {
                    stores.add(id.to_owned(), name.to_owned(), tree);
                }
                continue;
            }
            if !name.to_lowercase().starts_with("customxml/") || !name.ends_with(".xml") {
                continue;
            }
            let Some(own) = self.relationships(name)? else {
                continue;
            };
            let properties = own.list.iter().find(|entry| entry.kind == "customXmlProps");
            let Some(part) = properties.map(|entry| resolve(name, &entry.target)) else {
                continue;
            };
            let id = self.package.tree(&part)?;
            let id = id.and_then(|tree| tree.value(0, "itemID").map(Into::into));
            if let (Some(id), Some(tree)) = (id, self.package.tree(name)?) {
                stores.add(id, name.to_owned(), tree);
            }
        }
        Ok(stores)
    }

    /// Those that are written to are parts like others; one with fields of its own is one already.
    fn keep_stores(&mut self, stores: Stores) {
        for (name, source, pieces) in stores.written() {
            if self.parts.iter().all(|part| part.name != name) {
                let compiled = Compiled {
                    source,
                    pieces,
                    is_changed: true,
                    ..Compiled::default()
                };
                self.parts.push(Part {
                    name,
                    kind: TextKind::Properties,
                    compiled,
                    relationships: None,
                });
            }
        }
    }

    /// The section whose header or footer a part is.
    fn sections(&mut self, main: &str) -> Result<BTreeMap<String, usize>, Faults> {
        let mut found = BTreeMap::new();
        let (Some(tree), Some(relationships)) =
            (self.package.tree(main)?, self.relationships(main)?)
        else {
            return Ok(found);
        };
        let sections = (0..tree.len()).filter(|node| tree.is_word(*node, "sectPr"));
        for (number, section) in (1..).zip(sections) {
            for reference in tree.children(section) {
                let id = tree.value(reference, "id").unwrap_or_default();
                if let Some(entry) = relationships.get(&id) {
                    let part = resolve(main, &entry.target);
                    let ids = self.references.entry(part.clone()).or_default();
                    ids.push(entry.id.clone());
                    found.entry(part).or_insert(number);
                }
            }
        }
        Ok(found)
    }

    fn relationships(&self, part: &str) -> Result<Option<Relationships>, Problem> {
        let tree = self.package.tree(&Relationships::part_of(part))?;
        Ok(tree.map(Relationships::read))
    }

    /// The finished document.
    ///
    /// # Errors
    /// Where the template cannot be packed again.
    pub fn packed(&self, changes: Changes) -> Result<Vec<u8>, Faults> {
        self.packed_with(changes, &[])
    }

    /// The part of the pages.
    ///
    /// # Errors
    /// Where it has no pages.
    pub fn body(&self) -> Result<&Part, Problem> {
        let mut parts = self.parts.iter();
        let body = parts.find(|part| part.compiled.pages.is_some());
        body.ok_or_else(|| Problem::Damaged(String::new()))
    }

    /// The finished document with further headers and footers.
    ///
    /// # Errors
    /// As `packed`.
    pub fn packed_with(
        &self,
        mut changes: Changes,
        headers: &[(String, TextKind)],
    ) -> Result<Vec<u8>, Faults> {
        let endings = super::render::CONTENT_TYPES.iter().copied();
        let has = |ending: &str| changes.parts.keys().any(|name| name.ends_with(ending));
        let endings: Vec<_> = endings
            .filter(|(ending, _)| has(&format!(".{ending}")))
            .collect();
        let overrides: Vec<_> = headers
            .iter()
            .map(|(name, kind)| {
                let kind = kind.relationship();
                let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
                (name.clone(), format!("{word}.{kind}+xml"))
            })
            .collect();
        let renamed = self.renamed.as_ref();
        let renamed = renamed.map(|(main, kind)| (main.as_str(), *kind));
        if let Some(bytes) = self.types.with(renamed, &endings, &overrides)? {
            changes.parts.insert(ContentTypes::PART.to_owned(), bytes);
        }
        Ok(self.package.with(&changes)?)
    }
}

impl Part {
    /// Whether it is written by the strict standard.
    fn is_strict(&self) -> bool {
        let mark = b"http://purl.oclc.org/ooxml/wordprocessingml/main";
        let start = &self.compiled.source[..self.compiled.source.len().min(4096)];
        start.windows(mark.len()).any(|window| window == mark)
    }

    /// The relationships of the part with new ones, none where it has none; what nothing points to
    /// any more goes.
    pub fn relationships_with(&self, added: &[Added]) -> Option<Vec<u8>> {
        if self.relationships.is_none() && added.is_empty() {
            return None;
        }
        let is_strict = self.is_strict();
        let added: String = added.iter().map(|one| one.markup(is_strict)).collect();
        let own = self.relationships.as_ref();
        let bytes = own.and_then(|own| own.with(&added, &self.compiled.gone));
        Some(bytes.unwrap_or_else(|| {
            format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Relationships \
                 xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{added}\
                 </Relationships>"
            )
            .into_bytes()
        }))
    }

    /// Puts the relationships of the part among the changes, where they differ.
    pub fn point(&self, added: &[Added], changes: &mut Changes) {
        let differs = !added.is_empty() || !self.compiled.gone.is_empty();
        if let Some(bytes) = self.relationships_with(added).filter(|_| differs) {
            let name = Relationships::part_of(&self.name);
            changes.parts.insert(name, bytes);
        }
    }
}

/// The part the document begins with: as its relationships say, else by its content type.
pub fn main_part(package: &Package, types: &ContentTypes) -> Result<String, Problem> {
    let root = package.tree(&Relationships::part_of(""))?;
    let root = root.map(Relationships::read);
    let entry = root.as_ref().and_then(|root| {
        let mut entries = root.list.iter();
        entries.find(|entry| entry.kind == "officeDocument" && !entry.is_external)
    });
    let target = entry.map(|entry| resolve("", &entry.target));
    let known = |name: &str| package.names().find(|part| part.eq_ignore_ascii_case(name));
    let by_kind = || {
        package
            .names()
            .find(|name| MainKind::of(types.of(name)).is_some())
    };
    let main = target.as_deref().and_then(known).or_else(by_kind);
    main.map(str::to_owned).ok_or(Problem::NotWord)
}

/// The beginning of names that no part has yet, beside the main part.
fn part_stem(package: &Package, main: &str) -> String {
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let slash = if folder.is_empty() { "" } else { "/" };
    let stems = (0..).map(|number: u32| match number {
        0 => format!("{folder}{slash}media/filled"),
        number => format!("{folder}{slash}media/filled{number}_"),
    });
    let is_free = |stem: &String| !package.names().any(|name| name.starts_with(stem.as_str()));
    stems.into_iter().find(is_free).unwrap_or_default()
}
