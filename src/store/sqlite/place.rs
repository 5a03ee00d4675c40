//! A file as it lies on the disk, before and while SQLite has it open.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// "VIZ1" in the header of the file: whose it is.
pub const APPLICATION_ID: i64 = 0x5649_5A31;

/// "VIZF": a file beside it, with what is in attached files.
pub const CONTENTS_ID: i64 = 0x5649_5A46;

/// Which file stands at a path: another one there is another identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity(u64, u64);

/// Looks at a file before SQLite does: a foreign or cut one is not to be touched at all.
pub fn check_header(path: &Path, application: i64) -> Result<()> {
    let found = fs::metadata(path).map_err(|cause| match cause.kind() {
        std::io::ErrorKind::NotFound => Error::NoFile(path.into()),
        _ => Error::failed("looking at the file")(cause),
    })?;
    if found.is_dir() {
        return Err(Error::IsFolder(path.into()));
    }
    if found.len() == 0 {
        return Err(Error::EmptyFile(path.into()));
    }
    let mut header = [0; 100];
    let whole = fs::File::open(path).and_then(|mut file| file.read_exact(&mut header));
    let id = i64::from(u32::from_be_bytes([
        header[68], header[69], header[70], header[71],
    ]));
    match whole {
        Err(cause) if cause.kind() != std::io::ErrorKind::UnexpectedEof => {
            Err(Error::failed("reading the file")(cause))
        }
        Ok(()) if header.starts_with(b"SQLite format 3\0") && id == application => Ok(()),
        _ => Err(Error::NotOurs(path.into())),
    }
}

/// Which file stands at `path` now.
#[cfg(unix)]
pub fn identity(path: &Path) -> Result<Identity> {
    use std::os::unix::fs::MetadataExt;
    let file = fs::metadata(path).map_err(|_| Error::Replaced)?;
    Ok(Identity(file.dev(), file.ino()))
}

/// Which file stands at `path` now. Windows keeps an open file from being removed or replaced, so
/// the one that is there is the one that was opened.
#[cfg(not(unix))]
pub fn identity(path: &Path) -> Result<Identity> {
    fs::metadata(path).map_err(|_| Error::Replaced)?;
    Ok(Identity(0, 0))
}

/// Whether SQLite has left a log beside the file: it holds what the file itself does not yet.
pub fn has_log(path: &Path) -> bool {
    fs::metadata(log_of(path)).is_ok_and(|log| log.len() > 0)
}

/// Where SQLite keeps the log of a file.
pub fn log_of(path: &Path) -> PathBuf {
    beside(path, "-wal")
}

/// Gives the log at `path` another name, if it is the `known` one. SQLite would write it into
/// whatever file stands there now; who has it open goes on with it.
pub fn set_log_aside(path: &Path, known: Option<Identity>) {
    let log = log_of(path);
    if known.is_none() || identity(&log).ok() != known {
        return;
    }
    let moment = chrono::Utc::now().format("%Y%m%d-%H%M%S");
    let aside = beside(path, &format!(".lost-{moment}-wal"));
    let moved = fs::rename(&log, &aside).and_then(|()| fs::remove_file(beside(path, "-shm")));
    match moved {
        Ok(()) => tracing::warn!("the log of a lost file is set aside: {}", aside.display()),
        Err(cause) => tracing::warn!(%cause, "the log of a lost file cannot be set aside"),
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
