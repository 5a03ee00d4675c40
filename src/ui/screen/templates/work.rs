//! What is done with files of templates, away from the window.

use std::fs;
use std::path::Path;

use super::{Known, Line};
use crate::documents::making;
use crate::domain::attachment::clean_name;
use crate::domain::paper::{PaperKind, PaperTemplate};
use crate::error::template::{Fault, Problem};
use crate::error::{Error, Result};
use crate::i18n::{Language, Locale};
use crate::workspace::{Contents, Outcome, Reader, Workspace};

/// Nobody writes a longer template, in bytes.
const LONGEST: u64 = 50 << 20;

/// Reads and checks all templates.
pub fn look(reader: Reader<'_>, contents: &Contents, language: Language) -> Result<Known> {
    let locale = Locale::new(language);
    let mut lines = Vec::new();
    for kind in PaperKind::ALL {
        for template in reader.paper_templates(*kind)? {
            let checked = contents.read(&template.file());
            let checked = checked.and_then(|bytes| Ok(making::check(&template, bytes, &locale)?));
            lines.push(Line { template, checked });
        }
    }
    Ok(Known {
        lines,
        contract_kinds: reader.contract_kinds()?,
    })
}

/// Takes a file as a new template, the last of its kind; one with macros where the user has agreed
/// to keep them.
pub fn add(
    workspace: &mut Workspace,
    kind: PaperKind,
    (path, keeps_macros): (&Path, bool),
    nameless: &str,
) -> Result<Outcome<PaperTemplate>> {
    let bytes = read(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = clean_name(&name, nameless);
    let template = PaperTemplate {
        keeps_macros,
        ..PaperTemplate::new(kind, &name, String::new(), 0)
    };
    keep(workspace, template, &bytes)
}

/// Whether a file was refused for its macros alone.
pub fn has_macros(error: &Error) -> bool {
    let is_macros = |fault: &Fault| fault.problem == Problem::Macros;
    matches!(error, Error::BadTemplate(faults) if faults.0.iter().any(is_macros))
}

/// Gives a template another file, one with macros where the user has agreed to keep them.
pub fn replace(
    workspace: &mut Workspace,
    base: PaperTemplate,
    (path, keeps_macros): (&Path, bool),
) -> Result<Outcome<PaperTemplate>> {
    let bytes = read(path)?;
    let base = PaperTemplate {
        keeps_macros,
        ..base
    };
    making::read(&base, bytes.clone())?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let base = PaperTemplate {
        name: clean_name(&name, &base.name),
        ..base
    };
    let kept = workspace.contents().keep_bytes(&bytes)?;
    workspace.save_paper_template(PaperTemplate {
        digest: kept.digest,
        size: kept.size,
        ..base
    })
}

/// Keeps a template that can be read.
fn keep(
    workspace: &mut Workspace,
    mut template: PaperTemplate,
    bytes: &[u8],
) -> Result<Outcome<PaperTemplate>> {
    let others = workspace.read().paper_templates(template.kind)?;
    let name = template.name.as_str();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    template.title = stem.trim().to_owned();
    // A fault in the fields is told beside the template; a file that is none is refused.
    if let Err(faults) = making::read(&template, bytes.to_vec())
        && faults.0.iter().all(|fault| fault.place.is_none())
    {
        return Err(faults.into());
    }
    let last = others.iter().map(|one| one.position).max();
    template.position = last.map_or(0, |last| last + 1);
    let kept = workspace.contents().keep_bytes(bytes)?;
    (template.digest, template.size) = (kept.digest, kept.size);
    workspace.save_paper_template(template)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    let found = fs::metadata(path).map_err(|cause| match cause.kind() {
        std::io::ErrorKind::NotFound => Error::NoFile(path.to_owned()),
        _ => Error::failed("reading the template")(cause),
    })?;
    if found.is_dir() {
        return Err(Error::IsFolder(path.to_owned()));
    }
    if found.len() > LONGEST {
        return Err(Error::TooLarge(found.len()));
    }
    fs::read(path).map_err(Error::failed("reading the template"))
}
