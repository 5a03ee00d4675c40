//! The text of a paragraph with the place of each character in the bytes of the part: fields are
//! looked for in the text, however Word has cut it into runs.

use std::ops::Range;

use super::xml::{Namespace, Node, Tree, characters};

/// Stands for a picture, a note or another thing in the text that is no character.
pub const OBJECT: char = '\u{FFFC}';

/// A paragraph of a text, or a text of the properties.
#[derive(Debug)]
pub struct Paragraph {
    /// Its element.
    pub node: Node,
    /// What holds its characters.
    pub pieces: Vec<Piece>,
    /// Its text.
    pub characters: Vec<Character>,
}

/// An element that holds characters: a `w:t`, or a `w:tab` that is one.
#[derive(Debug, Clone, Copy)]
pub struct Piece {
    /// The element.
    pub node: Node,
    /// The run around it; none in a text of the properties.
    pub run: Option<Node>,
}

/// A character and the bytes it is written with.
#[derive(Debug, Clone)]
pub struct Character {
    /// What it is.
    pub is: char,
    /// Where it is written.
    pub place: Range<usize>,
    /// The number of its piece.
    pub piece: usize,
}

impl Paragraph {
    /// Every paragraph of a part in the order of the bytes. What stands in text boxes are
    /// paragraphs of their own.
    pub fn all(tree: &Tree) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        // Which paragraph an element belongs to: the nearest around it.
        let mut owner: Vec<Option<usize>> = Vec::with_capacity(tree.len());
        for node in 0..tree.len() {
            let around = tree.parent(node).and_then(|parent| owner[parent]);
            if tree.is_word(node, "p") {
                owner.push(Some(found.len()));
                found.push(Self {
                    node,
                    pieces: Vec::new(),
                    characters: Vec::new(),
                });
                continue;
            }
            let is_gone = tree.is_word(node, "del") || tree.is_word(node, "moveFrom");
            let is_box = tree.is_word(node, "txbxContent");
            let around = around.filter(|_| !is_gone && !is_box);
            owner.push(around);
            if let Some(number) = around {
                found[number].take(tree, node);
            }
        }
        found
    }

    /// The text of an element that holds nothing but text, as those of the properties do.
    pub fn of_text(tree: &Tree, node: Node) -> Self {
        let mut paragraph = Self {
            node,
            pieces: Vec::new(),
            characters: Vec::new(),
        };
        paragraph.take_text(tree, node, None);
        paragraph
    }

    fn take(&mut self, tree: &Tree, node: Node) {
        let Some(run) = tree.parent(node).filter(|run| tree.is_word(*run, "r")) else {
            return;
        };
        if tree.namespace(node) != Namespace::Word {
            return self.take_mark(tree, node, run, OBJECT);
        }
        let mark = match tree.local(node) {
            "t" => return self.take_text(tree, node, Some(run)),
            "tab" | "ptab" => '\t',
            "br" | "cr" => '\n',
            "noBreakHyphen" => '-',
            "softHyphen" => '\u{AD}',
            "rPr"
            | "fldChar"
            | "instrText"
            | "delText"
            | "delInstrText"
            | "lastRenderedPageBreak"
            | "annotationRef"
            | "commentReference" => return,
            _ => OBJECT,
        };
        self.take_mark(tree, node, run, mark);
    }

    fn take_mark(&mut self, tree: &Tree, node: Node, run: Node, mark: char) {
        self.characters.push(Character {
            is: mark,
            place: tree.outer(node),
            piece: self.pieces.len(),
        });
        let run = Some(run);
        self.pieces.push(Piece { node, run });
    }

    fn take_text(&mut self, tree: &Tree, node: Node, run: Option<Node>) {
        let inner = tree.inner(node);
        let raw = tree.raw(inner.clone());
        // Nobody writes markup inside a text; where somebody did, it stays as it is.
        if raw.contains('<') {
            return;
        }
        let piece = self.pieces.len();
        self.characters
            .extend(characters(raw).map(|(is, place)| Character {
                is,
                place: inner.start + place.start..inner.start + place.end,
                piece,
            }));
        self.pieces.push(Piece { node, run });
    }

    /// Its text.
    pub fn text(&self) -> String {
        self.characters
            .iter()
            .map(|character| character.is)
            .collect()
    }

    /// The bytes of some of its characters, a range for each stretch that stands together.
    pub fn places(&self, characters: Range<usize>) -> Vec<Range<usize>> {
        let mut places: Vec<Range<usize>> = Vec::new();
        for character in &self.characters[characters] {
            match places.last_mut() {
                Some(last) if last.end == character.place.start => last.end = character.place.end,
                _ => places.push(character.place.clone()),
            }
        }
        places
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(inside: &str) -> Vec<String> {
        let source = format!(
            "<w:body xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
             xmlns:v=\"urn:schemas-microsoft-com:vml\">{inside}</w:body>"
        );
        let tree = Tree::read(source.into_bytes(), "test").unwrap();
        let all = Paragraph::all(&tree);
        all.iter().map(Paragraph::text).collect()
    }

    #[test]
    fn runs_insertions_and_marks_are_one_text() {
        let text = paragraphs(
            "<w:p><w:pPr><w:rPr/></w:pPr><w:r><w:rPr/><w:t>a&lt;</w:t></w:r><w:proofErr/>\
             <w:ins><w:r><w:t>b</w:t><w:tab/><w:t/></w:r></w:ins><w:del><w:r><w:delText>x\
             </w:delText></w:r></w:del><w:r><w:noBreakHyphen/><w:instrText>PAGE</w:instrText>\
             </w:r><w:hyperlink><w:r><w:t>c</w:t><w:sym/></w:r></w:hyperlink></w:p>",
        );
        assert_eq!(text, ["a<b\t-c\u{FFFC}"]);
    }

    #[test]
    fn a_text_box_has_paragraphs_of_its_own() {
        let text = paragraphs(
            "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>\
             <w:r><w:t>in</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>\
             <w:r><w:t>b</w:t></w:r></w:p>",
        );
        assert_eq!(text, ["a\u{FFFC}b", "in"]);
    }
}
