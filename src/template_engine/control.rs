//! Content controls: filled by their tag, then by their title, each as its kind wants it.

mod kind;
#[cfg(test)]
mod tests;

use super::block::run_start;
use super::compile::Findings;
use super::copies;
use super::edit::{Change, Edits};
use super::listing::{Field, Kind as FieldKind};
use super::mail_merge::Source;
use super::piece::{Choice, Form, Piece, Text, When};
use super::store::Stores;
use super::tag::{Block, Call, Condition, Expression, Filter, Operand};
use super::value::Name;
use super::xml::{Namespace, Node, escaped};
use crate::error::template::Place;

use kind::Kind;

/// A control of a part.
struct Control<'a> {
    source: Source<'a>,
    node: Node,
    properties: Node,
    content: Node,
    kind: Kind,
    names: Vec<Name>,
    place: Place,
}

/// Notes the changes that all controls of a part make.
pub fn turn(source: Source, edits: &mut Edits, findings: &mut Findings, stores: &mut Stores) {
    let repeats = edits.repeats();
    for node in (0..source.tree.len()).filter(|node| source.tree.is_word(*node, "sdt")) {
        let Some(control) = Control::read(source, node) else {
            continue;
        };
        if control.kind == Kind::Repeating {
            control.repeat(edits);
        } else {
            let at = source.tree.outer(node).start;
            let is_repeated = repeats.iter().any(|repeat| repeat.contains(&at));
            control.fill(edits, stores, is_repeated);
        }
        findings
            .fields
            .extend(control.names.iter().take(1).map(|name| Field {
                name: name.clone(),
                kind: FieldKind::Control,
                place: control.place.clone(),
                is_needed: false,
            }));
    }
}

impl<'a> Control<'a> {
    /// A control that has a name; none for those of tables of contents and such.
    fn read(source: Source<'a>, node: Node) -> Option<Self> {
        let tree = source.tree;
        let properties = tree.child(node, "sdtPr")?;
        let content = tree.child(node, "sdtContent")?;
        let said = |local| {
            let element = tree.child(properties, local)?;
            let text = tree.value(element, "val")?;
            let text = text.trim().trim_matches(['{', '}']).to_owned();
            Name::read(&text)
        };
        let names: Vec<Name> = [said("tag"), said("alias")].into_iter().flatten().collect();
        let kind = Kind::of(tree, properties)?;
        (!names.is_empty()).then(|| Self {
            source,
            node,
            properties,
            content,
            kind,
            names,
            place: source.place(node),
        })
    }

    /// The items of a repeating section: the first is written for each of a list, others go.
    fn repeat(&self, edits: &mut Edits) {
        let tree = self.source.tree;
        let is_item = |node: &Node| {
            let properties = tree.child(*node, "sdtPr");
            let has_mark = |properties| {
                tree.children(properties)
                    .any(|mark| tree.is(mark, Namespace::Word2012, "repeatingSectionItem"))
            };
            tree.is_word(*node, "sdt") && properties.is_some_and(has_mark)
        };
        let mut items = tree.children(self.content).filter(is_item);
        let Some(first) = items.next() else {
            return;
        };
        let outer = tree.outer(first);
        let block = Block::Each(Expression::field(self.names[0].clone()));
        let begin = Change::Begin(block, self.place.clone());
        edits.add(outer.start..outer.start, outer.start, begin);
        edits.add(outer.end..outer.end, outer.end, Change::End);
        items.for_each(|item| edits.cut(tree.outer(item)));
        // Its numbers are the same in every copy: Word gives new ones where there are none.
        for node in tree.descendants(first) {
            if tree.is_word(node, "dataBinding") {
                edits.cut(tree.outer(node));
            }
        }
    }

    fn fill(&self, edits: &mut Edits, stores: &mut Stores, is_repeated: bool) {
        let tree = self.source.tree;
        let outer = tree.outer(self.node);
        let binding = self.binding();
        // What is repeated cannot be bound to one place.
        let is_bound = !is_repeated && self.bind(binding, stores);
        let choices = self.names.iter().map(|name| {
            let mut own = Edits::default();
            for mark in tree.children(self.properties) {
                if tree.is_word(mark, "showingPlcHdr") {
                    own.cut(tree.outer(mark));
                }
            }
            if let Some(binding) = binding.filter(|_| !is_bound) {
                own.cut(tree.outer(binding));
            }
            self.write(name, &mut own);
            copies::mark(tree, tree.descendants(self.node), &mut own);
            Choice {
                name: name.clone(),
                pieces: own.pieces(outer.clone()),
            }
        });
        let choices = choices.collect();
        let is_strict = self.is_strict(binding, stores);
        let control = Change::Control {
            choices,
            is_strict,
            place: self.place.clone(),
        };
        edits.add(outer.start..outer.start, outer.start, control);
        edits.add(outer.end..outer.end, outer.end, Change::End);
    }

    fn binding(&self) -> Option<Node> {
        let tree = self.source.tree;
        let mut marks = tree.children(self.properties);
        marks.find(|mark| tree.local(*mark) == "dataBinding")
    }

    /// Whether the data have to have it. Rich text, what holds fields of its own and the controls
    /// of Word's own title pages may be there for another purpose.
    fn is_strict(&self, binding: Option<Node>, stores: &Stores) -> bool {
        let tree = self.source.tree;
        let id = binding.and_then(|binding| tree.value(binding, "storeItemID"));
        let is_of_word = id.is_some_and(|id| stores.is_of_word(&id));
        let inside = tree.descendants(self.content);
        let has_controls = inside.clone().any(|node| tree.is_word(node, "sdt"));
        let mut paragraphs = self.source.paragraphs.iter();
        let has_fields = paragraphs.any(|paragraph| {
            let is_inside = paragraph
                .pieces
                .iter()
                .any(|piece| inside.contains(&piece.node));
            is_inside && paragraph.text().contains("{{")
        });
        self.kind != Kind::Rich && !is_of_word && !has_controls && !has_fields
    }

    /// Writes the value where Word reads it from. False where that place is not found.
    fn bind(&self, binding: Option<Node>, stores: &mut Stores) -> bool {
        let tree = self.source.tree;
        let Some(binding) = binding else {
            return true;
        };
        let said = |name| tree.value(binding, name).unwrap_or_default().into_owned();
        let choices = self.names.iter().map(|name| Choice {
            name: name.clone(),
            pieces: self.stored(name),
        });
        stores.bind(&said("storeItemID"), &said("xpath"), choices.collect())
    }

    /// What stands in the store.
    fn stored(&self, name: &Name) -> Vec<Piece> {
        match &self.kind {
            Kind::CheckBox { .. } => {
                vec![self.when(name, "true".to_owned(), "false".to_owned())]
            }
            Kind::Date { stored, .. } => {
                let mut value = Expression::field(name.clone());
                value.calls.push(filter(Filter::Date, stored));
                vec![self.text(value, Form::Plain)]
            }
            _ => vec![self.text(Expression::field(name.clone()), Form::Plain)],
        }
    }

    fn write(&self, name: &Name, edits: &mut Edits) {
        let field = || Expression::field(name.clone());
        let form = || Form::Run(self.source.tree.prefix(self.node).to_owned());
        match &self.kind {
            Kind::Text | Kind::Rich => self.put(vec![self.text(field(), form())], edits),
            Kind::Date { node, pattern, .. } => {
                let mut value = field();
                value.calls.push(filter(Filter::Date, pattern));
                self.put(vec![self.text(value, form())], edits);
                self.write_full_date(*node, name, edits);
            }
            Kind::CheckBox { state, on, off } => {
                if let Some(state) = state {
                    let choice = self.when(name, "1".to_owned(), "0".to_owned());
                    edits.put(state.clone(), vec![choice]);
                }
                let choice = self.when(name, on.to_string(), off.to_string());
                self.put(vec![choice], edits);
            }
            Kind::List { items, is_open } => {
                let last = match is_open {
                    true => self.text(field(), form()),
                    false => Piece::NotInList(Box::new(self.text_of(field(), form()))),
                };
                let chosen = items.iter().rev().fold(last, |otherwise, (shown, stored)| {
                    let equals = |text: &String| {
                        let text = Expression {
                            operand: Operand::Text(text.clone()),
                            calls: Vec::new(),
                        };
                        let both = Box::new([field(), text]);
                        Condition::Compares(both, super::tag::Comparison::Equal)
                    };
                    Piece::When(Box::new(When {
                        condition: Condition::Any(Box::new([equals(shown), equals(stored)])),
                        then: vec![Piece::Markup(escaped(shown))],
                        otherwise: vec![otherwise],
                        place: self.place.clone(),
                    }))
                });
                self.put(vec![chosen], edits);
            }
            Kind::Picture => {
                super::drawing::replace(self.source, self.content, &field(), &self.place, edits);
            }
            Kind::Repeating => {}
        }
    }

    /// The day itself, beside how it is shown.
    fn write_full_date(&self, node: Node, name: &Name, edits: &mut Edits) {
        let tree = self.source.tree;
        let w = tree.prefix(node);
        let mut value = Expression::field(name.clone());
        value
            .calls
            .push(filter(Filter::Date, "yyyy-MM-dd'T'HH:mm:ss'Z'"));
        let said = vec![
            Piece::Markup(format!(" {w}fullDate=\"")),
            self.text(value, Form::Plain),
            Piece::Markup("\"".to_owned()),
        ];
        let said = Piece::When(Box::new(When {
            condition: Condition::Is(Expression::field(name.clone())),
            then: said,
            otherwise: Vec::new(),
            place: self.place.clone(),
        }));
        match tree.attribute(node, "fullDate") {
            Some(attribute) => edits.put(attribute.whole, vec![said]),
            None => {
                let at = tree.name_end(node);
                edits.put(at..at, vec![said]);
            }
        }
    }

    fn when(&self, name: &Name, yes: String, no: String) -> Piece {
        Piece::When(Box::new(When {
            condition: Condition::Is(Expression::field(name.clone())),
            then: vec![Piece::Markup(yes)],
            otherwise: vec![Piece::Markup(no)],
            place: self.place.clone(),
        }))
    }

    fn text(&self, value: Expression, form: Form) -> Piece {
        Piece::Text(Box::new(self.text_of(value, form)))
    }

    fn text_of(&self, value: Expression, form: Form) -> Text {
        Text {
            tag: value.label().to_owned(),
            value,
            form,
            place: self.place.clone(),
        }
    }

    /// Puts what is shown: one run in the looks of the text, in its first paragraph.
    fn put(&self, pieces: Vec<Piece>, edits: &mut Edits) {
        let tree = self.source.tree;
        let w = tree.prefix(self.node);
        let mut all = vec![Piece::Markup(format!(
            "{}<{w}t xml:space=\"preserve\">",
            self.look()
        ))];
        all.extend(pieces);
        all.push(Piece::Markup(format!("</{w}t></{w}r>")));
        if tree.is_self_closing(self.content) {
            all.insert(0, Piece::Markup(format!("<{w}sdtContent>")));
            all.push(Piece::Markup(format!("</{w}sdtContent>")));
            return edits.put(tree.outer(self.content), all);
        }
        let Some(paragraph) = tree.descendant(self.content, "p") else {
            return edits.put(tree.inner(self.content), all);
        };
        if tree.is_self_closing(paragraph) {
            all.insert(0, Piece::Markup(format!("<{w}p>")));
            all.push(Piece::Markup(format!("</{w}p>")));
            edits.put(tree.outer(paragraph), all);
        } else {
            let looks = tree.child(paragraph, "pPr");
            let inner = tree.inner(paragraph);
            let start = looks.map_or(inner.start, |looks| tree.outer(looks).end);
            edits.put(start..inner.end, all);
        }
        // Further paragraphs showed what was there before.
        let around = tree.parent(paragraph).unwrap_or(self.content);
        let others = tree.children(around).filter(|node| {
            let is_block = tree.is_word(*node, "p") || tree.is_word(*node, "tbl");
            is_block && *node != paragraph
        });
        others.for_each(|node| edits.cut(tree.outer(node)));
    }

    /// The beginning of a run that looks like the text of the control, not like its placeholder.
    fn look(&self) -> String {
        let tree = self.source.tree;
        let w = tree.prefix(self.node);
        let is_placeholder = tree.child(self.properties, "showingPlcHdr").is_some();
        let run = tree.descendant(self.content, "r");
        match run.filter(|_| !is_placeholder) {
            Some(run) => run_start(tree, run),
            None => {
                let own = tree.child(self.properties, "rPr");
                let own = own.map_or("", |own| tree.raw(tree.outer(own)));
                format!("<{w}r>{own}")
            }
        }
    }
}

fn filter(filter: Filter, argument: &str) -> Call {
    Call {
        filter,
        arguments: vec![Operand::Text(argument.to_owned())],
    }
}
