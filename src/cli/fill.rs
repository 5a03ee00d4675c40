use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use super::Speech;
use crate::error::template::{Fault, Faults, Problem};
use crate::error::{Error, Result};
use crate::template_engine::{self, Settings, Surroundings, Template, Value};

/// Fill a template of Word with data
#[derive(Debug, clap::Args)]
pub struct Fill {
    /// The template, .docx or .dotx
    template: PathBuf,
    /// The data in JSON: an object, or a list with an object for each document
    #[arg(value_name = "DATA.json")]
    data: PathBuf,
    /// Where to write it; of a list, the name of each gets its number
    #[arg(value_name = "OUT.docx")]
    out: PathBuf,
    #[command(flatten)]
    reading: Reading,
    /// Join the documents of a list into one file
    #[arg(long)]
    join: bool,
    /// What becomes of a field that the data do not have
    #[arg(long, value_enum, default_value = "error")]
    missing: Missing,
}

/// How a template is read
#[derive(Debug, clap::Args)]
pub struct Reading {
    /// What stands around a field, such as "[[ ]]"
    #[arg(long, default_value = "{{ }}", value_name = "\"OPEN CLOSE\"")]
    delimiters: String,
    /// Take a template with macros, and keep them
    #[arg(long)]
    keep_macros: bool,
}

/// What becomes of a field that the data do not have.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub enum Missing {
    /// Nothing is written, all that are missing are named
    Error,
    /// Nothing stands in its place
    Blank,
    /// It stays as it is
    Keep,
}

impl Reading {
    /// Reads a template.
    pub fn open(&self, path: &Path, missing: Missing) -> Result<Template> {
        let settings = Settings {
            delimiters: template_engine::Delimiters::read(&self.delimiters)
                .map_err(Faults::from)?,
            missing: match missing {
                Missing::Error => template_engine::Missing::Error,
                Missing::Blank => template_engine::Missing::Blank,
                Missing::Keep => template_engine::Missing::Keep,
            },
            keeps_macros: self.keep_macros,
        };
        Ok(Template::open(read(path)?, &settings)?)
    }
}

impl Fill {
    pub fn run(self, speech: &Speech, out: &mut impl Write) -> Result<()> {
        let template = self.reading.open(&self.template, self.missing)?;
        let ending = self.out.extension().map(OsStr::to_ascii_lowercase);
        if template.has_macros() && ending.is_none_or(|ending| ending != "docm") {
            return Err(Faults::from(Problem::MacrosInDocx).into());
        }
        let data = self.read_data()?;
        let folder = self.data.parent().unwrap_or(Path::new("")).to_owned();
        let pictures = move |name: &str| picture(&folder, name);
        let surroundings = Surroundings {
            language: speech.locale(),
            pictures: &pictures,
        };
        if let (true, Json::Array(list)) = (self.join, &data) {
            let letters: Vec<Value> = list.iter().map(Value::from).collect();
            let bytes = template.fill_joined(&letters, &surroundings)?;
            fs::write(&self.out, bytes).map_err(Error::failed("writing the file"))?;
            return tell(&[self.out.display().to_string()], speech, out);
        }
        let records: Vec<Value> = match &data {
            Json::Array(list) => list.iter().map(Value::from).collect(),
            data => vec![Value::from(data)],
        };
        let is_list = data.is_array();
        let letters = letters(&template, &records, is_list, &surroundings)?;
        let paths: Vec<_> = match is_list {
            true => numbered(&self.out, letters.len()).collect(),
            false => vec![self.out.clone()],
        };
        let mut written = Vec::new();
        for (path, letter) in paths.iter().zip(&letters) {
            let (bytes, _) = template.fill_several(&records[letter.clone()], &surroundings)?;
            fs::write(path, bytes).map_err(Error::failed("writing the file"))?;
            written.push(path.display().to_string());
        }
        tell(&written, speech, out)
    }

    fn read_data(&self) -> Result<Json> {
        let bytes = read(&self.data)?;
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
        let data: Json = serde_json::from_slice(bytes).map_err(|cause| {
            Faults::from(Problem::BadData {
                line: cause.line(),
                column: cause.column(),
            })
        })?;
        let is_sound = match &data {
            Json::Object(_) => true,
            Json::Array(list) => !list.is_empty() && list.iter().all(Json::is_object),
            _ => false,
        };
        match is_sound {
            true => Ok(data),
            false => Err(Faults::from(Problem::NoFields).into()),
        }
    }
}

/// The records of each document. All are looked at before the first is written.
fn letters(
    template: &Template,
    records: &[Value],
    is_list: bool,
    surroundings: &Surroundings,
) -> Result<Vec<Range<usize>>> {
    let (mut letters, mut faults, mut at) = (Vec::new(), Vec::new(), 0);
    while at < records.len() {
        if is_list && template.skips(&records[at], surroundings)? {
            at += 1;
            continue;
        }
        let taken = template.check_several(&records[at..], surroundings);
        let taken = taken.unwrap_or_else(|of_letter| {
            faults.extend(of_letter.0.into_iter().map(|fault| Fault {
                letter: is_list.then_some(at + 1),
                ..fault
            }));
            1
        });
        letters.push(at..at + taken);
        at += taken;
    }
    match (faults.is_empty(), letters.is_empty()) {
        (false, _) => Err(Faults(faults).into()),
        (true, true) => Err(Faults::from(Problem::NothingLeft).into()),
        (true, false) => Ok(letters),
    }
}

fn tell(written: &[String], speech: &Speech, out: &mut impl Write) -> Result<()> {
    speech.answer(
        out,
        || json!({ "written": written }),
        |locale| {
            let of = |path: Option<&String>| path.map_or("", String::as_str).into();
            let told = [
                ("count", written.len().into()),
                ("first", of(written.first())),
                ("last", of(written.last())),
            ];
            locale.with("fill-written", &told)
        },
    )
}

/// The names of several documents: `letter-1.docx`, as many digits as the last one needs.
fn numbered(out: &Path, count: usize) -> impl Iterator<Item = PathBuf> {
    let stem = out
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let ending = out
        .extension()
        .map(|ending| ending.to_string_lossy().into_owned());
    let ending = ending.map_or(String::new(), |ending| format!(".{ending}"));
    let width = count.to_string().len();
    let out = out.to_owned();
    (1..=count).map(move |number| out.with_file_name(format!("{stem}-{number:0width$}{ending}")))
}

/// A picture that the data name by its file, beside the data.
fn picture(folder: &Path, name: &str) -> Option<Vec<u8>> {
    let is_name = name.len() < 4096 && !name.contains(['\n', '\0']);
    is_name.then(|| fs::read(folder.join(name)).ok()).flatten()
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(Error::reading(path))
}
