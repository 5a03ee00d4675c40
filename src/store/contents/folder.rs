//! The folder beside the file of the office, where each large content is a file of its own.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::{BLOCK, Hashing, Kept, copy};
use crate::domain::attachment::LIMIT;
use crate::domain::{Id, Progress};
use crate::error::{Error, Result};

/// What is being written begins so; a digest never does.
const UNFINISHED: &str = "new-";
/// What is unfinished for so long was given up.
const GIVEN_UP: Duration = Duration::from_hours(24);

/// The folder; it is made when something is kept there.
pub struct Folder(PathBuf);

impl Folder {
    /// The folder that belongs to the file at `path`.
    pub fn beside(path: &Path) -> Self {
        let mut name = path.as_os_str().to_owned();
        name.push("-large");
        Self(name.into())
    }

    /// Keeps what `source` gives: written, safely on the disk, then named.
    pub fn keep(&self, source: &mut impl Read, progress: &Progress) -> Result<Kept> {
        fs::create_dir_all(&self.0).map_err(Error::failed("making a folder"))?;
        let name = format!("{UNFINISHED}{}", Id::<Kept>::generate().raw());
        let unfinished = self.0.join(name);
        progress.reach(0);
        let kept = self.keep_as(&unfinished, source, progress);
        if kept.is_err() {
            // The first failure is the one to tell; the rest goes after a day.
            let _ = fs::remove_file(&unfinished);
        }
        kept
    }

    fn keep_as(
        &self,
        unfinished: &Path,
        source: &mut impl Read,
        progress: &Progress,
    ) -> Result<Kept> {
        let failed = Error::failed("writing the file");
        let file = File::create_new(unfinished).map_err(&failed)?;
        let mut out = Hashing::new(file);
        // It may have grown since its length was looked at.
        let size = copy(&mut source.take(LIMIT + 1), &mut out, progress)?;
        if size > LIMIT {
            return Err(Error::TooLarge(size));
        }
        out.out.sync_all().map_err(&failed)?;
        let kept = Kept {
            digest: out.digest(),
            size: i64::try_from(size).unwrap_or(i64::MAX),
        };
        // The same content may be there already; if it was damaged, this makes it whole.
        fs::rename(unfinished, self.0.join(&kept.digest)).map_err(&failed)?;
        self.sync();
        Ok(kept)
    }

    /// The content; `None` where it is not there.
    pub fn open(&self, digest: &str) -> Result<Option<File>> {
        match File::open(self.0.join(digest)) {
            Ok(file) => Ok(Some(file)),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(Error::failed("reading the file")(cause)),
        }
    }

    /// The digest that the content has now; `None` where it is not there.
    pub fn digest(&self, digest: &str) -> Result<Option<String>> {
        let Some(mut file) = self.open(digest)? else {
            return Ok(None);
        };
        let mut out = Hashing::new(io::sink());
        copy(&mut file, &mut out, &Progress::default())?;
        Ok(Some(out.digest()))
    }

    /// Deletes what nobody names, and what was never finished; returns how many contents.
    pub fn sweep(&self, is_named: impl Fn(&str) -> bool) -> Result<usize> {
        let mut gone = 0;
        for path in self.files()? {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with(UNFINISHED) {
                if is_given_up(&path) {
                    overwrite_and_remove(&path)?;
                }
            } else if !is_named(&name) {
                overwrite_and_remove(&path)?;
                gone += 1;
            }
        }
        self.sync();
        Ok(gone)
    }

    /// Copies every content to another folder.
    pub fn copy_to(&self, target: &Self) -> Result<()> {
        for path in self.files()? {
            let name = path.file_name().unwrap_or_default();
            if name.to_string_lossy().starts_with(UNFINISHED) {
                continue;
            }
            fs::create_dir_all(&target.0).map_err(Error::failed("making a folder"))?;
            fs::copy(&path, target.0.join(name)).map_err(Error::failed("writing the file"))?;
        }
        Ok(())
    }

    /// Every file in it, unfinished ones too.
    pub fn files(&self) -> Result<Vec<PathBuf>> {
        let entries = match fs::read_dir(&self.0) {
            Ok(entries) => entries,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(cause) => return Err(Error::failed("reading a folder")(cause)),
        };
        entries
            .map(|entry| Ok(entry.map_err(Error::failed("reading a folder"))?.path()))
            .collect()
    }

    /// Has the system write down which names there are; Windows does so by itself.
    fn sync(&self) {
        if cfg!(unix) {
            // A file system that cannot do this has no better way either.
            let _ = File::open(&self.0).and_then(|folder| folder.sync_all());
        }
    }
}

fn is_given_up(path: &Path) -> bool {
    let written = fs::metadata(path).and_then(|file| file.modified());
    let age = written.map(|at| SystemTime::now().duration_since(at).unwrap_or_default());
    age.is_ok_and(|age| age > GIVEN_UP)
}

fn overwrite_and_remove(path: &Path) -> Result<()> {
    let overwritten = fs::OpenOptions::new()
        .write(true)
        .open(path)
        .and_then(|mut file| {
            let mut left = file.metadata()?.len();
            file.seek(SeekFrom::Start(0))?;
            let zeros = vec![0; BLOCK];
            while left > 0 {
                let count = left.min(BLOCK as u64);
                file.write_all(&zeros[..usize::try_from(count).unwrap_or(BLOCK)])?;
                left -= count;
            }
            file.sync_all()
        });
    overwritten
        .and_then(|()| fs::remove_file(path))
        .map_err(Error::failed("deleting the file"))
}
