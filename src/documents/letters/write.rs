//! Makes the letters: a file each, or joined.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use super::{Checked, LABELS_A_FILE, LETTERS_A_FILE, Made, Output, PAGE, Writer};
use crate::domain::attachment::clean_name;
use crate::domain::{Client, Id, Progress};
use crate::error::{Error, Result};
use crate::template_engine::Value;
use crate::template_engine::preview::Preview;

impl Writer<'_> {
    /// Makes the letters to those of the looked at that are ready.
    ///
    /// # Errors
    /// [`Error::NoLetters`] where none is; [`Error::Cancelled`] as soon as `progress` is told to stop. What was
    /// written by then is removed again.
    pub fn write(&self, checked: &[Checked], output: &Output, progress: &Progress) -> Result<Made> {
        let ready: Vec<_> = checked.iter().filter(|one| one.is_ready()).collect();
        if ready.is_empty() {
            return Err(Error::NoLetters);
        }
        progress.expect(ready.len() as u64);
        let mut made = Made::default();
        let written = match (output, self.mailing.is_for_all()) {
            (Output::Folder(folder), false) => self.write_each(&ready, folder, progress, &mut made),
            (Output::Folder(folder), true) => {
                let ending = self.mailing.template.ending();
                let name = format!("{}.{ending}", self.mailing.title);
                let name = clean_name(&name, &format!("letters.{ending}"));
                let file = free(&folder.join(name));
                fs::create_dir_all(folder)
                    .map_err(Error::failed("making the folder"))
                    .and_then(|()| self.write_together(&ready, &file, progress, &mut made))
            }
            (Output::File(file), _) => {
                // Word opens no document with macros that is called otherwise.
                let file = match self.mailing.template.has_macros() {
                    true => &file.with_extension(self.mailing.template.ending()),
                    false => file,
                };
                self.write_together(&ready, file, progress, &mut made)
            }
        };
        if let Err(error) = written {
            for file in &made.files {
                // The failure itself is what has to be told.
                let _ = fs::remove_file(file);
            }
            return Err(error);
        }
        Ok(made)
    }

    /// What the letter to one client looks like; of a document for all, with that client alone.
    ///
    /// # Errors
    /// Where it cannot be made, or the client may not be seen.
    pub fn preview(&self, client: Id<Client>) -> Result<Preview> {
        let addressees = self.addressees(&[client])?;
        let one = addressees.first().ok_or(Error::Missing("clients"))?;
        let data = Value::from(&self.surroundings(one).tree(self.locale));
        Ok(self.around(|around| self.mailing.template.preview(&data, around))?)
    }

    fn filled(&self, tree: &Json) -> Result<Vec<u8>> {
        let data = Value::from(tree);
        Ok(self.around(|around| self.mailing.template.fill(&data, around))?)
    }

    fn write_each(
        &self,
        ready: &[&Checked],
        folder: &Path,
        progress: &Progress,
        made: &mut Made,
    ) -> Result<()> {
        fs::create_dir_all(folder).map_err(Error::failed("making the folder"))?;
        let width = ready.len().to_string().len();
        for page in ready.chunks(PAGE) {
            let ids: Vec<_> = page.iter().map(|one| one.client).collect();
            let mut page = page.iter();
            for to in self.addressees(&ids)? {
                progress.check()?;
                // Who has gone since the check gets none.
                let Some(one) = page.find(|one| one.client == to.client) else {
                    continue;
                };
                let bytes = self.filled(&self.surroundings(&to).tree(self.locale))?;
                let number = made.files.len() + 1;
                let ending = self.mailing.template.ending();
                let name = format!("{number:0width$} {}.{ending}", one.name);
                let name = clean_name(&name, &format!("letter.{ending}"));
                made.files.push(keep(&folder.join(name), &bytes)?);
                made.letters.push(((*one).clone(), number - 1));
                progress.reach(number as u64);
            }
        }
        Ok(())
    }

    fn write_together(
        &self,
        ready: &[&Checked],
        file: &Path,
        progress: &Progress,
        made: &mut Made,
    ) -> Result<()> {
        let most = match self.mailing.is_for_all() {
            true => LABELS_A_FILE,
            false => LETTERS_A_FILE,
        };
        let folder = file.parent().unwrap_or(Path::new(""));
        fs::create_dir_all(folder).map_err(Error::failed("making the folder"))?;
        let parts = ready.chunks(most);
        let count = parts.len();
        for (number, part) in parts.enumerate() {
            let (bytes, reached) = self.joined(part, (number * most) as u64, progress)?;
            let path = numbered(file, number + 1, count);
            fs::write(&path, bytes).map_err(Error::failed("writing the file"))?;
            made.files.push(path);
            made.letters
                .extend(reached.into_iter().map(|one| (one, number)));
        }
        Ok(())
    }

    /// One document of several letters, and whom it reaches.
    fn joined(
        &self,
        ready: &[&Checked],
        before: u64,
        progress: &Progress,
    ) -> Result<(Vec<u8>, Vec<Checked>)> {
        let (mut letters, mut recipients, mut reached) = (Vec::new(), Vec::new(), Vec::new());
        let mut whole = None;
        let is_listed = self.mailing.lists_recipients();
        for page in ready.chunks(PAGE) {
            let ids: Vec<_> = page.iter().map(|one| one.client).collect();
            let mut page = page.iter();
            for to in self.addressees(&ids)? {
                progress.check()?;
                let one = page.find(|one| one.client == to.client);
                reached.extend(one.map(|one| (*one).clone()));
                let around = self.surroundings(&to);
                match is_listed {
                    true => {
                        recipients.push(around.recipient(self.locale));
                        whole.get_or_insert_with(|| around.tree(self.locale));
                    }
                    false => letters.push(Value::from(&around.tree(self.locale))),
                }
                progress.reach(before + reached.len() as u64);
            }
        }
        let bytes = match whole {
            Some(mut tree) => {
                for name in ["recipients", "получатели"] {
                    tree[name] = json!(recipients);
                }
                self.filled(&tree)?
            }
            None => {
                let template = &self.mailing.template;
                self.around(|around| template.fill_joined(&letters, around))?
            }
        };
        Ok((bytes, reached))
    }
}

/// Writes a new file there, or beside it under the next free name.
fn keep(path: &Path, bytes: &[u8]) -> Result<PathBuf> {
    let failed = Error::failed("writing the file");
    let path = free(path);
    match File::create_new(&path) {
        Ok(mut file) => {
            if let Err(cause) = file.write_all(bytes) {
                let _ = fs::remove_file(&path);
                return Err(failed(cause));
            }
            Ok(path)
        }
        // Another program was faster.
        Err(cause) if cause.kind() == ErrorKind::AlreadyExists => keep(&path, bytes),
        Err(cause) => Err(failed(cause)),
    }
}

/// The path, or where a file is there already, the first free one with a number behind its name.
fn free(path: &Path) -> PathBuf {
    let named = |number: usize| match number {
        1 => path.to_owned(),
        number => with_number(path, &format!(" ({number})")),
    };
    let mut names = (1..).map(named);
    names
        .find(|path| !path.exists())
        .unwrap_or_else(|| path.to_owned())
}

/// The file itself where it is the only one.
fn numbered(path: &Path, number: usize, count: usize) -> PathBuf {
    let width = count.to_string().len();
    match count {
        1 => path.to_owned(),
        _ => with_number(path, &format!("-{number:0width$}")),
    }
}

fn with_number(path: &Path, number: &str) -> PathBuf {
    let part =
        |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let ending = match part(path.extension()) {
        ending if ending.is_empty() => ending,
        ending => format!(".{ending}"),
    };
    path.with_file_name(format!("{}{number}{ending}", part(path.file_stem())))
}
