//! Fields of Word: what is between `begin` and `end`, however many runs it is spread over, with the
//! fields inside its instruction.

use std::ops::Range;

use super::xml::{Node, Tree};

/// A field of Word.
#[derive(Debug)]
pub struct Code {
    /// The elements it begins and ends with: `w:fldChar`, or both the same `w:fldSimple`.
    pub ends: (Node, Node),
    /// Its instruction.
    pub instruction: Vec<Part>,
    /// The run whose looks its result has.
    pub look: Option<Node>,
    is_in_result: bool,
}

/// A part of an instruction.
#[derive(Debug)]
pub enum Part {
    /// Text.
    Text(String),
    /// A field whose result stands there.
    Nested(Code),
}

impl Code {
    /// Every outermost field of a part.
    pub fn all(tree: &Tree) -> Vec<Self> {
        let (mut open, mut done): (Vec<Self>, Vec<Self>) = (Vec::new(), Vec::new());
        for node in 0..tree.len() {
            if tree.is_word(node, "fldChar") {
                match tree.value(node, "fldCharType").as_deref() {
                    Some("begin") => open.push(Self::begun(node, tree.parent(node))),
                    Some("separate") => {
                        if let Some(code) = open.last_mut() {
                            code.is_in_result = true;
                        }
                    }
                    Some("end") => {
                        if let Some(mut code) = open.pop() {
                            code.ends.1 = node;
                            settle(code, &mut open, &mut done);
                        }
                    }
                    _ => {}
                }
            } else if tree.is_word(node, "instrText") {
                if let Some(code) = open.last_mut().filter(|code| !code.is_in_result) {
                    code.say(&tree.text(node));
                }
            } else if ["br", "cr"].iter().any(|local| tree.is_word(node, local)) {
                // A line of what the field writes.
                let is_inside =
                    |code: &&mut Self| !code.is_in_result && !code.instruction.is_empty();
                if let Some(code) = open.last_mut().filter(is_inside) {
                    code.say("\n");
                }
            } else if tree.is_word(node, "t") {
                let is_first = |code: &&mut Self| code.is_in_result;
                if let Some(code) = open.last_mut().filter(is_first) {
                    let run = tree.parent(node);
                    // The run of the beginning only stands in until there is a result.
                    let begun = tree.parent(code.ends.0);
                    code.look = code.look.filter(|look| Some(*look) != begun).or(run);
                }
            } else if tree.is_word(node, "fldSimple") {
                let instruction = tree.value(node, "instr").unwrap_or_default().into_owned();
                let mut code = Self::begun(node, tree.descendant(node, "r"));
                code.instruction.push(Part::Text(instruction));
                settle(code, &mut open, &mut done);
            }
        }
        done
    }

    /// Adds to its instruction, which Word cuts wherever it likes, even within a word.
    fn say(&mut self, text: &str) {
        match self.instruction.last_mut() {
            Some(Part::Text(said)) => said.push_str(text),
            _ => self.instruction.push(Part::Text(text.to_owned())),
        }
    }

    fn begun(node: Node, look: Option<Node>) -> Self {
        Self {
            ends: (node, node),
            instruction: Vec::new(),
            look,
            is_in_result: false,
        }
    }

    /// Its first word in capitals: what sort of field it is.
    pub fn kind(&self) -> String {
        match self.instruction.first() {
            Some(Part::Text(text)) => {
                let first = text.split_whitespace().next().unwrap_or_default();
                first.to_uppercase()
            }
            _ => String::new(),
        }
    }

    /// The fields inside its instruction.
    pub fn nested(&self) -> impl Iterator<Item = &Self> {
        self.instruction.iter().filter_map(|part| match part {
            Part::Nested(code) => Some(code),
            Part::Text(_) => None,
        })
    }

    /// The words of its instruction; each is text and fields, quotes taken off.
    pub fn words(&self) -> Vec<Word<'_>> {
        let mut words = Words::default();
        for part in &self.instruction {
            match part {
                Part::Text(text) => words.take(text),
                Part::Nested(code) => {
                    words.begin();
                    words.push(Piece::Nested(code));
                }
            }
        }
        words.end();
        words.done
    }

    /// Runs that are nothing but this field, and in other runs its own elements.
    pub fn bytes(&self, tree: &Tree) -> Vec<Range<usize>> {
        let (begin, end) = self.ends;
        if begin == end {
            return vec![tree.outer(begin)];
        }
        let is_inside = |node: &Node| (begin..=end).contains(node);
        let mut found = Vec::new();
        let first = tree.parent(begin).unwrap_or(begin);
        let runs = (first..=end).filter(|node| tree.is_word(*node, "r"));
        for run in runs {
            let own = |node: &Node| !tree.is_word(*node, "rPr");
            let children: Vec<Node> = tree.children(run).filter(own).collect();
            if children.iter().all(is_inside) {
                found.push(tree.outer(run));
            } else {
                let inside = children.into_iter().filter(is_inside);
                found.extend(inside.map(|node| tree.outer(node)));
            }
        }
        found
    }
}

fn settle(code: Code, open: &mut [Code], done: &mut Vec<Code>) {
    match open.last_mut() {
        Some(around) if !around.is_in_result => around.instruction.push(Part::Nested(code)),
        // A field in the result of another one goes with it, if that one is filled.
        _ => done.push(code),
    }
}

/// A word of an instruction.
pub type Word<'a> = Vec<Piece<'a>>;

/// A piece of a word.
#[derive(Debug, Clone)]
pub enum Piece<'a> {
    /// Text.
    Text(String),
    /// The result of a field.
    Nested(&'a Code),
}

/// The text of a word without fields.
pub fn plain(word: &[Piece]) -> Option<String> {
    let mut text = String::new();
    for piece in word {
        match piece {
            Piece::Text(piece) => text.push_str(piece),
            Piece::Nested(_) => return None,
        }
    }
    Some(text)
}

#[derive(Default)]
struct Words<'a> {
    done: Vec<Word<'a>>,
    word: Option<Word<'a>>,
    is_quoted: bool,
}

impl<'a> Words<'a> {
    fn take(&mut self, text: &str) {
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            let is_quote = matches!(letter, '"' | '“' | '”' | '„');
            match letter {
                '\\' if self.is_quoted && letters.peek() == Some(&'"') => {
                    letters.next();
                    self.letter('"');
                }
                _ if is_quote && self.is_quoted => {
                    self.is_quoted = false;
                    self.end();
                }
                _ if is_quote => {
                    self.end();
                    self.begin();
                    self.is_quoted = true;
                }
                _ if letter.is_whitespace() && !self.is_quoted => self.end(),
                letter => self.letter(letter),
            }
        }
    }

    fn letter(&mut self, letter: char) {
        self.begin();
        match self.word.as_mut().and_then(|word| word.last_mut()) {
            Some(Piece::Text(text)) => text.push(letter),
            _ => self.push(Piece::Text(letter.to_string())),
        }
    }

    fn begin(&mut self) {
        self.word.get_or_insert_default();
    }

    fn push(&mut self, piece: Piece<'a>) {
        if let Some(word) = &mut self.word {
            word.push(piece);
        }
    }

    fn end(&mut self) {
        self.done.extend(self.word.take());
    }
}
