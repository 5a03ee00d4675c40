use super::*;

/// A file of an office in a folder of its own, with something to attach.
struct Desk {
    folder: tempfile::TempDir,
    contents: Contents,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let contents = Contents::beside(&folder.path().join("office.vizitka"));
        Self { folder, contents }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    fn large(&self) -> Vec<PathBuf> {
        Folder::beside(&self.path("office.vizitka"))
            .files()
            .unwrap()
    }
}

fn attachment(kept: &Kept) -> Attachment {
    Attachment::new(
        Id::from(1),
        "a.txt",
        kept.digest.clone(),
        kept.size,
        chrono::Utc::now(),
    )
}

fn keep(desk: &Desk, path: &Path) -> Result<Kept> {
    desk.contents.keep(path, &Progress::default())
}

#[test]
fn small_and_large_come_back_as_they_were() -> Result<()> {
    let desk = Desk::new();
    for size in [0, 5, 1 << 20, (1 << 20) + 1, 3 << 20] {
        let bytes: Vec<u8> = (0..size).map(|n| (n % 251) as u8).collect();
        let kept = keep(&desk, &desk.file("in.bin", &bytes))?;
        assert_eq!(kept.size, size);
        assert_eq!(desk.contents.state(&kept.digest)?, State::Sound);
        let out = desk.path("out.bin");
        desk.contents
            .write(&attachment(&kept), &out, &Progress::default())?;
        assert_eq!(fs::read(out).unwrap(), bytes);
    }
    assert_eq!(desk.large().len(), 2);
    Ok(())
}

#[test]
fn the_same_content_is_kept_once() -> Result<()> {
    let desk = Desk::new();
    let bytes = vec![7; 2 << 20];
    let one = keep(&desk, &desk.file("one.bin", &bytes))?;
    let other = keep(&desk, &desk.file("other.bin", &bytes))?;
    assert_eq!(one, other);
    assert_eq!(desk.large().len(), 1);
    Ok(())
}

#[test]
fn damage_is_told_and_keeping_it_again_repairs_it() -> Result<()> {
    let desk = Desk::new();
    let source = desk.file("large.bin", &vec![7; 2 << 20]);
    let kept = keep(&desk, &source)?;
    fs::write(&desk.large()[0], b"cut").unwrap();
    assert_eq!(desk.contents.state(&kept.digest)?, State::Damaged);
    let out = desk.path("out.bin");
    let written = desk
        .contents
        .write(&attachment(&kept), &out, &Progress::default());
    assert!(matches!(written, Err(Error::DamagedContent(_))));
    assert!(!out.exists());

    keep(&desk, &source)?;
    assert_eq!(desk.contents.state(&kept.digest)?, State::Sound);
    fs::remove_file(&desk.large()[0]).unwrap();
    assert_eq!(desk.contents.state(&kept.digest)?, State::Missing);
    Ok(())
}

#[test]
fn what_is_too_large_or_stopped_leaves_nothing() -> Result<()> {
    let desk = Desk::new();
    let path = desk.path("huge.bin");
    File::create(&path).unwrap().set_len(LIMIT + 1).unwrap();
    assert!(matches!(keep(&desk, &path), Err(Error::TooLarge(_))));

    let stopped = Progress::default();
    stopped.stop();
    let source = desk.file("large.bin", &vec![7; 2 << 20]);
    let refused = desk.contents.keep(&source, &stopped);
    assert!(matches!(refused, Err(Error::Cancelled)));
    assert!(desk.large().is_empty());
    assert!(matches!(
        keep(&desk, desk.folder.path()),
        Err(Error::IsFolder(_))
    ));
    Ok(())
}

#[test]
fn a_sweep_leaves_what_is_named_and_no_trace_of_the_rest() -> Result<()> {
    let desk = Desk::new();
    let kept = keep(&desk, &desk.file("kept.txt", b"keep me"))?;
    let gone = keep(&desk, &desk.file("gone.txt", b"the secret of Romashka"))?;
    let large = keep(&desk, &desk.file("gone.bin", &vec![7; 2 << 20]))?;
    assert_eq!(desk.contents.sweep(|digest| digest == kept.digest)?, 2);
    assert_eq!(desk.contents.state(&kept.digest)?, State::Sound);
    assert_eq!(desk.contents.state(&gone.digest)?, State::Missing);
    assert_eq!(desk.contents.state(&large.digest)?, State::Missing);
    let raw = fs::read(desk.path("office.vizitka-files")).unwrap();
    let secret = b"the secret";
    assert!(!raw.windows(secret.len()).any(|part| part == secret));
    Ok(())
}

#[test]
fn a_copy_has_all_of_them() -> Result<()> {
    let desk = Desk::new();
    let small = keep(&desk, &desk.file("small.txt", b"small"))?;
    let large = keep(&desk, &desk.file("large.bin", &vec![7; 2 << 20]))?;
    let copy = desk.path("copy.vizitka");
    desk.contents.copy_to(&copy)?;
    let copy = Contents::beside(&copy);
    assert_eq!(copy.state(&small.digest)?, State::Sound);
    assert_eq!(copy.state(&large.digest)?, State::Sound);
    Ok(())
}
