//! Names of files that came from outside: made harmless, and what they say of the file.

use unicode_normalization::UnicodeNormalization;

/// The longest name that is kept, in characters.
const LONGEST: usize = 120;
/// The longest ending that counts as one, in characters.
const LONGEST_ENDING: usize = 12;

/// What sort of file it is, as its ending tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// A text to be read: a letter, a contract.
    Document,
    /// A table.
    Table,
    /// A picture.
    Picture,
    /// Files packed into one.
    Archive,
    /// A letter as a mail program saved it.
    Letter,
    /// Sound or film.
    Recording,
    /// A program, or something that runs one.
    Program,
    /// Anything else.
    Other,
}

const ENDINGS: &[(FileKind, &[&str])] = &[
    (
        FileKind::Document,
        &[
            "pdf", "doc", "docx", "odt", "rtf", "txt", "md", "ppt", "pptx", "odp", "djvu", "html",
            "htm", "xps",
        ],
    ),
    (
        FileKind::Table,
        &["xls", "xlsx", "xlsb", "ods", "csv", "tsv", "dbf"],
    ),
    (
        FileKind::Picture,
        &[
            "png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp", "heic", "svg", "psd", "cdr",
        ],
    ),
    (
        FileKind::Archive,
        &["zip", "rar", "7z", "gz", "tar", "tgz", "bz2", "xz"],
    ),
    (FileKind::Letter, &["eml", "msg", "mbox"]),
    (
        FileKind::Recording,
        &[
            "mp3", "wav", "ogg", "m4a", "mp4", "avi", "mov", "mkv", "webm",
        ],
    ),
    (
        FileKind::Program,
        &[
            "exe",
            "com",
            "scr",
            "pif",
            "bat",
            "cmd",
            "msi",
            "msix",
            "msp",
            "ps1",
            "psm1",
            "vbs",
            "vbe",
            "js",
            "jse",
            "jar",
            "wsf",
            "wsh",
            "hta",
            "cpl",
            "dll",
            "lnk",
            "url",
            "reg",
            "inf",
            "chm",
            "sh",
            "bash",
            "run",
            "bin",
            "app",
            "apk",
            "deb",
            "rpm",
            "dmg",
            "pkg",
            "appimage",
            "desktop",
            "py",
            "pl",
            "rb",
            "docm",
            "dotm",
            "xlsm",
            "xltm",
            "xlam",
            "pptm",
            "iso",
            "img",
            "vhd",
            "vhdx",
            "command",
            "scf",
            "sct",
            "gadget",
            "application",
            "appref-ms",
            "settingcontent-ms",
            "search-ms",
            "library-ms",
            "website",
            "xll",
            "ade",
            "adp",
            "mde",
            "msc",
            "mst",
            "diagcab",
            "ws",
            "vb",
        ],
    ),
];

impl FileKind {
    /// The kind of a file of that name.
    pub fn of(name: &str) -> Self {
        let ending = ending(name).to_lowercase();
        let known = ENDINGS
            .iter()
            .find(|(_, endings)| endings.contains(&ending.as_str()));
        known.map_or(Self::Other, |(kind, _)| *kind)
    }
}

/// Whether opening a file of that name could run a program: it is one, it holds macros, or it
/// pretends by a second ending to be something else.
pub fn is_risky(name: &str) -> bool {
    if FileKind::of(name) == FileKind::Program {
        return true;
    }
    // The second ending of `contract.exe.pdf` or `contract.pdf      .exe`.
    let before = name.trim_end().strip_suffix(ending(name));
    let before = before.unwrap_or_default().trim_end_matches(['.', ' ']);
    FileKind::of(before) == FileKind::Program
}

/// A name without anything that could lead it elsewhere or make it look like another: no folders,
/// no signs that turn the direction of writing or are not seen, no names of devices, at most 120
/// characters. `nameless` is the name of what has none.
pub fn clean_name(name: &str, nameless: &str) -> String {
    let name: String = name.nfc().collect();
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last
        .chars()
        .filter(|c| !c.is_control() && !is_invisible(*c))
        .map(|c| match c {
            '<' | '>' | ':' | '"' | '|' | '?' | '*' => '_',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    let plain = plain.trim_start().trim_end_matches(['.', ' ']);
    if plain.is_empty() {
        return nameless.to_owned();
    }
    shortened(&if is_device(plain) {
        format!("_{plain}")
    } else {
        plain.to_owned()
    })
}

/// What stands behind the last dot; empty where there is none.
fn ending(name: &str) -> &str {
    match name.trim_end().rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() => ending.trim(),
        _ => "",
    }
}

/// Zero-width signs, marks of direction, and others that a name cannot be told apart by.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{00AD}'
            | '\u{061C}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E007F}'
    )
}

/// Whether Windows takes the name for a device, whatever its ending.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    let stem = stem.to_uppercase();
    let numbered = |port: &str| {
        let number = stem.strip_prefix(port);
        number.is_some_and(|number| {
            matches!(number, "¹" | "²" | "³")
                || number.len() == 1 && number.bytes().all(|digit| digit.is_ascii_digit())
        })
    };
    ["CON", "PRN", "AUX", "NUL"].contains(&&*stem) || numbered("COM") || numbered("LPT")
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    let ending = match ending(name) {
        short if !short.is_empty() && short.chars().count() <= LONGEST_ENDING => short,
        _ => return name.chars().take(LONGEST).collect(),
    };
    let room = LONGEST - ending.chars().count() - 1;
    let stem: String = name.chars().take(room).collect();
    format!("{}.{ending}", stem.trim_end_matches(['.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_no_way_to_another_place() {
        let clean = |name| clean_name(name, "вложение.bin");
        assert_eq!(clean("../../etc/passwd"), "passwd");
        assert_eq!(clean(r"C:\Windows\win.ini"), "win.ini");
        assert_eq!(clean("договор\u{202E}fdp.exe"), "договорfdp.exe");
        assert_eq!(clean("a<b>:c?.txt"), "a_b__c_.txt");
        assert_eq!(clean("счёт. . ."), "счёт");
        assert_eq!(clean("nul.txt"), "_nul.txt");
        assert_eq!(clean("COM1"), "_COM1");
        assert_eq!(clean("компания.txt"), "компания.txt");
        assert_eq!(clean("\u{200B}\n "), "вложение.bin");
        assert_eq!(clean("и\u{0306}.txt"), "й.txt");
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = clean_name(&format!("{}.docx", "я".repeat(300)), "");
        assert_eq!(name.chars().count(), 120);
        assert!(name.ends_with("я.docx"));
        assert_eq!(clean_name(&"я".repeat(300), "").chars().count(), 120);
    }

    #[test]
    fn what_could_run_is_known() {
        assert!(is_risky("setup.EXE"));
        assert!(is_risky("договор.pdf.exe"));
        assert!(is_risky("договор.exe.pdf"));
        assert!(is_risky("договор.pdf      .scr"));
        assert!(is_risky("смета.xlsm"));
        assert!(!is_risky("договор.v2.pdf"));
        assert!(!is_risky("смета.xlsx"));
        assert!(!is_risky(".exe"));
        assert_eq!(FileKind::of("Скан.JPEG"), FileKind::Picture);
        assert_eq!(FileKind::of("без окончания"), FileKind::Other);
    }
}
