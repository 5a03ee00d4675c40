//! What formats say, each of them as far as it says anything.

use super::model::{Alignment, Border, Colour, Face, LineHeight, Raise, Stop, StopKind, Style};
use crate::template_engine::xml::{Node, Tree};

/// What a format says of text.
#[derive(Debug, Clone, Copy, Default)]
pub struct TextFormat {
    pub size: Option<f32>,
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    pub underline: Option<bool>,
    pub strike: Option<bool>,
    pub capitals: Option<bool>,
    pub hidden: Option<bool>,
    /// Black by itself says nothing: it is the colour of any text.
    pub colour: Option<Option<Colour>>,
    pub shade: Option<Option<Colour>>,
    pub face: Option<Face>,
    pub raise: Option<Raise>,
}

/// What a format says of a paragraph.
#[derive(Debug, Clone, Default)]
pub struct ParagraphFormat {
    pub alignment: Option<Alignment>,
    pub left: Option<f32>,
    pub right: Option<f32>,
    pub first_line: Option<f32>,
    pub before: Option<f32>,
    pub after: Option<f32>,
    pub line: Option<LineHeight>,
    pub stops: Vec<(Stop, bool)>,
    pub number: Option<i64>,
    pub level: Option<usize>,
    pub begins_page: Option<bool>,
    pub keeps_next: Option<bool>,
    pub is_contextual: Option<bool>,
    pub borders: [Option<Option<Border>>; 2],
    pub shade: Option<Option<Colour>>,
}

/// Points of a length in twentieths of one.
pub fn twips(tree: &Tree, node: Node, name: &str) -> Option<f32> {
    let said = tree.value(node, name)?;
    // Newer files may name the unit.
    let units = [
        ("pt", 1.0),
        ("cm", 28.346_457),
        ("mm", 2.834_645_7),
        ("in", 72.0),
    ];
    for (unit, points) in units {
        if let Some(number) = said.strip_suffix(unit) {
            return number.parse::<f32>().ok().map(|number| number * points);
        }
    }
    said.parse::<f32>().ok().map(|twips| twips / 20.0)
}

/// Whether a property is set: its element says so, or says nothing against it.
pub fn is_on(tree: &Tree, node: Node) -> bool {
    let said = tree.value(node, "val");
    !matches!(said.as_deref(), Some("0" | "false" | "off" | "none"))
}

/// A colour of six hexadecimal digits; none for the colour of any text.
pub fn colour(said: &str) -> Option<Colour> {
    let digits = said.trim_start_matches('#');
    if digits.len() != 6 || !digits.is_ascii() {
        return None;
    }
    let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// What something stands on.
pub fn shade(tree: &Tree, node: Node) -> Option<Colour> {
    let fill = tree.value(node, "fill")?;
    colour(&fill).filter(|colour| *colour != [255; 3])
}

/// A line; none where there is said to be none.
pub fn border(tree: &Tree, node: Node) -> Option<Border> {
    let kind = tree.value(node, "val").unwrap_or_default();
    if ["", "nil", "none"].contains(&kind.as_ref()) {
        return None;
    }
    let eighths: f32 = tree.value(node, "sz").and_then(|size| size.parse().ok())?;
    let said = tree.value(node, "color").unwrap_or_default();
    Some(Border {
        width: (eighths / 8.0).clamp(0.25, 6.0),
        colour: colour(&said).unwrap_or_default(),
    })
}

/// Along which edge something stands.
pub fn alignment(said: &str) -> Alignment {
    match said {
        "center" => Alignment::Centre,
        "right" | "end" | "bottom" => Alignment::Right,
        "both" | "distribute" => Alignment::Both,
        _ => Alignment::Left,
    }
}

/// The sort of letters that a font of that name has.
pub fn face(font: &str) -> Face {
    const SERIF: &[&str] = &[
        "times",
        "serif",
        "georgia",
        "cambria",
        "garamond",
        "antiqua",
        "palatino",
        "century",
        "bookman",
        "constantia",
        "tinos",
        "roman",
        "minion",
        "charter",
        "didot",
        "bodoni",
    ];
    const MONO: &[&str] = &["courier", "consolas", "mono", "console", "menlo"];
    let font = font.to_lowercase();
    let is_one = |known: &[&str]| known.iter().any(|part| font.contains(part));
    if is_one(MONO) {
        Face::Mono
    } else if is_one(SERIF) && !font.contains("sans") {
        Face::Serif
    } else {
        Face::Sans
    }
}

impl TextFormat {
    /// What an `rPr` says; `themed` is the sort of letters of the headings and of the text of the
    /// theme.
    pub fn read(tree: &Tree, node: Node, themed: [Face; 2]) -> Self {
        let mut format = Self::default();
        for child in tree.children(node) {
            let set = || Some(is_on(tree, child));
            match tree.local(child) {
                "b" => format.bold = set(),
                "i" => format.italic = set(),
                "u" => format.underline = set(),
                "strike" | "dstrike" => format.strike = set(),
                "caps" | "smallCaps" => format.capitals = set(),
                "vanish" => format.hidden = set(),
                "sz" => format.size = twips(tree, child, "val").map(|size| size * 10.0),
                "color" => format.colour = tree.value(child, "val").map(|said| colour(&said)),
                "shd" => format.shade = Some(shade(tree, child)),
                "highlight" => {
                    format.shade = tree.value(child, "val").map(|said| highlight(&said));
                }
                "rFonts" => format.face = font(tree, child, themed).or(format.face),
                "vertAlign" => {
                    format.raise = tree.value(child, "val").map(|said| match said.as_ref() {
                        "superscript" => Raise::Above,
                        "subscript" => Raise::Below,
                        _ => Raise::None,
                    });
                }
                _ => {}
            }
        }
        format.size = format.size.filter(|size| (0.5..=200.0).contains(size));
        format
    }

    /// What this says with what another says over it.
    pub fn with(self, other: &Self) -> Self {
        Self {
            size: other.size.or(self.size),
            bold: other.bold.or(self.bold),
            italic: other.italic.or(self.italic),
            underline: other.underline.or(self.underline),
            strike: other.strike.or(self.strike),
            capitals: other.capitals.or(self.capitals),
            hidden: other.hidden.or(self.hidden),
            colour: other.colour.or(self.colour),
            shade: other.shade.or(self.shade),
            face: other.face.or(self.face),
            raise: other.raise.or(self.raise),
        }
    }

    /// What text of the format looks like.
    pub fn style(&self) -> Style {
        Style {
            size: self.size.unwrap_or(10.0),
            bold: self.bold.unwrap_or_default(),
            italic: self.italic.unwrap_or_default(),
            underline: self.underline.unwrap_or_default(),
            strike: self.strike.unwrap_or_default(),
            colour: self.colour.flatten(),
            shade: self.shade.flatten(),
            face: self.face.unwrap_or_default(),
            raise: self.raise.unwrap_or_default(),
        }
    }
}

fn font(tree: &Tree, node: Node, [heading, text]: [Face; 2]) -> Option<Face> {
    let theme = tree
        .value(node, "asciiTheme")
        .or(tree.value(node, "hAnsiTheme"));
    match theme {
        Some(theme) if theme.starts_with("major") => Some(heading),
        Some(_) => Some(text),
        None => {
            let name = tree.value(node, "ascii").or(tree.value(node, "hAnsi"));
            name.map(|name| face(&name))
        }
    }
}

fn highlight(said: &str) -> Option<Colour> {
    Some(match said {
        "yellow" => [255, 255, 0],
        "green" => [0, 255, 0],
        "cyan" => [0, 255, 255],
        "magenta" => [255, 0, 255],
        "lightGray" => [192, 192, 192],
        "darkGray" => [128, 128, 128],
        "darkYellow" => [128, 128, 0],
        "red" => [255, 0, 0],
        "blue" => [0, 0, 255],
        _ => return None,
    })
}

impl ParagraphFormat {
    /// What a `pPr` says.
    pub fn read(tree: &Tree, node: Node) -> Self {
        let mut format = Self::default();
        for child in tree.children(node) {
            let set = || Some(is_on(tree, child));
            match tree.local(child) {
                "jc" => format.alignment = tree.value(child, "val").map(|said| alignment(&said)),
                "ind" => format.read_indents(tree, child),
                "spacing" => format.read_spacing(tree, child),
                "tabs" => format.stops = stops(tree, child),
                "numPr" => format.read_number(tree, child),
                "pageBreakBefore" => format.begins_page = set(),
                "keepNext" => format.keeps_next = set(),
                "contextualSpacing" => format.is_contextual = set(),
                "shd" => format.shade = Some(shade(tree, child)),
                "pBdr" => {
                    for (at, name) in ["top", "bottom"].into_iter().enumerate() {
                        let line = tree.child(child, name);
                        format.borders[at] = line.map(|line| border(tree, line));
                    }
                }
                _ => {}
            }
        }
        format
    }

    fn read_indents(&mut self, tree: &Tree, node: Node) {
        let of = |names: [&str; 2]| names.iter().find_map(|name| twips(tree, node, name));
        self.left = of(["left", "start"]);
        self.right = of(["right", "end"]);
        let hanging = twips(tree, node, "hanging").map(|hanging| -hanging);
        self.first_line = hanging.or(twips(tree, node, "firstLine"));
    }

    fn read_spacing(&mut self, tree: &Tree, node: Node) {
        self.before = twips(tree, node, "before");
        self.after = twips(tree, node, "after");
        let rule = tree.value(node, "lineRule").unwrap_or_default();
        self.line = twips(tree, node, "line").map(|points| match rule.as_ref() {
            "exact" => LineHeight::Exactly(points),
            "atLeast" => LineHeight::AtLeast(points),
            // Two hundred and fortieths of a line.
            _ => LineHeight::Times((points / 12.0).clamp(0.06, 20.0)),
        });
    }

    fn read_number(&mut self, tree: &Tree, node: Node) {
        let value = |name| {
            let child = tree.child(node, name)?;
            tree.value(child, "val")?.parse::<i64>().ok()
        };
        self.number = value("numId").or(self.number);
        let level = value("ilvl").and_then(|level| usize::try_from(level).ok());
        self.level = level.or(self.level);
    }

    /// What this says with what another says over it.
    pub fn with(mut self, other: &Self) -> Self {
        for (stop, is_kept) in &other.stops {
            self.stops
                .retain(|(known, _)| (known.at - stop.at).abs() > 0.5);
            if *is_kept {
                self.stops.push((*stop, true));
            }
        }
        let [above, below] = self.borders;
        Self {
            alignment: other.alignment.or(self.alignment),
            left: other.left.or(self.left),
            right: other.right.or(self.right),
            first_line: other.first_line.or(self.first_line),
            before: other.before.or(self.before),
            after: other.after.or(self.after),
            line: other.line.or(self.line),
            number: other.number.or(self.number),
            level: other.level.or(self.level),
            begins_page: other.begins_page.or(self.begins_page),
            keeps_next: other.keeps_next.or(self.keeps_next),
            is_contextual: other.is_contextual.or(self.is_contextual),
            borders: [other.borders[0].or(above), other.borders[1].or(below)],
            shade: other.shade.or(self.shade),
            stops: self.stops,
        }
    }
}

fn stops(tree: &Tree, node: Node) -> Vec<(Stop, bool)> {
    let stop = |node| {
        let kind = tree.value(node, "val")?;
        let leader = tree.value(node, "leader");
        let stop = Stop {
            at: twips(tree, node, "pos")?,
            kind: match kind.as_ref() {
                "right" | "end" | "decimal" => StopKind::Right,
                "center" => StopKind::Centre,
                _ => StopKind::Left,
            },
            leader: leader.and_then(|leader| match leader.as_ref() {
                "dot" | "middleDot" => Some('.'),
                "hyphen" => Some('-'),
                "underscore" | "heavy" => Some('_'),
                _ => None,
            }),
        };
        let is_kept = kind != "clear" && kind != "bar";
        Some((stop, is_kept))
    };
    tree.children(node).filter_map(stop).collect()
}
