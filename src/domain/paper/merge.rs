//! How two people's changes of one paper join.

use std::collections::HashMap;

use crate::domain::merge::{self, Side};
use crate::domain::paper::{Document, Obligation, PaperLine};
use crate::domain::{Id, Paper};

/// A part of a paper that is changed as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// Its kind of contract.
    ContractKind,
    /// Its number.
    Number,
    /// Its date.
    Date,
    /// What it is about.
    Subject,
    /// Which of our own companies it is from.
    Company,
    /// Whom it is for.
    Client,
    /// Who signs for the client, in which position, on what ground.
    Signatory,
    /// The project it belongs to.
    Project,
    /// What has become of it.
    State,
    /// Where it is signed.
    City,
    /// Who signs for us, in which position, on what ground.
    OwnSignatory,
    /// Currency, whether prices hold the tax, and the list they are taken from.
    Money,
    /// The sum that was typed.
    Total,
    /// Terms of payment and delivery.
    Terms,
    /// Free text.
    Note,
    /// Until when it is to be paid, or holds.
    Due,
    /// When to remind of its end.
    Renewal,
    /// Who sees to it.
    Manager,
    /// Who looks after that.
    Controller,
    /// A line.
    Line(Id<PaperLine>),
    /// A promise.
    Obligation(Id<Obligation>),
}

/// Joins `mine` and `theirs`, both made from `base`: what only one has changed is taken from that
/// one. The rows have the versions of `theirs`; lines stand in the order of `mine`.
///
/// # Errors
/// The fields that both have changed, each to something else, and that `choices` leaves open.
pub fn merge(
    base: &Document,
    theirs: &Document,
    mine: &Document,
    choices: &HashMap<Field, Side>,
) -> Result<Document, Vec<Field>> {
    let mut join = Join {
        choices,
        clashes: Vec::new(),
    };
    let three = [base, theirs, mine];
    let mut joined = Document {
        paper: join.paper(three.map(|one| &one.paper)),
        lines: join.rows(three.map(|one| &*one.lines)),
        obligations: join.rows(three.map(|one| &*one.obligations)),
    };
    // What lines add up to is counted anew; a sum too large is told when it is saved.
    if three.iter().all(|one| one.lines.is_empty()) {
        let totals = three.map(|one| (one.paper.total, one.paper.tax));
        (joined.paper.total, joined.paper.tax) = join.pick(Field::Total, totals);
    }
    let _ = joined.settle();
    match join.clashes.is_empty() {
        true => Ok(joined),
        false => Err(join.clashes),
    }
}

/// A row of a paper: compared by what it says, whatever its version and its place.
trait Row: Clone + PartialEq {
    fn key(&self) -> Id<Self>;
    fn field(&self) -> Field;
    /// The same with that version, at the beginning.
    fn at_version(self, version: i64) -> Self;
    fn version(&self) -> i64;
}

macro_rules! row {
    ($row:ty, $field:path) => {
        impl Row for $row {
            fn key(&self) -> Id<Self> {
                self.id
            }

            fn field(&self) -> Field {
                $field(self.id)
            }

            fn at_version(self, version: i64) -> Self {
                Self {
                    version,
                    position: 0,
                    ..self
                }
            }

            fn version(&self) -> i64 {
                self.version
            }
        }
    };
}

row!(PaperLine, Field::Line);
row!(Obligation, Field::Obligation);

struct Join<'a> {
    choices: &'a HashMap<Field, Side>,
    clashes: Vec<Field>,
}

impl Join<'_> {
    fn paper(&mut self, three: [&Paper; 3]) -> Paper {
        let mut paper = three[1].clone();
        paper.contract_kind = self.pick(Field::ContractKind, three.map(|one| one.contract_kind));
        paper.dated_on = self.pick(Field::Date, three.map(|one| one.dated_on));
        paper.company = self.pick(Field::Company, three.map(|one| one.company));
        paper.client = self.pick(Field::Client, three.map(|one| one.client));
        paper.project = self.pick(Field::Project, three.map(|one| one.project));
        paper.state = self.pick(Field::State, three.map(|one| one.state));
        let mut text = |field, of: fn(&Paper) -> &String| self.pick(field, three.map(of)).clone();
        paper.number = text(Field::Number, |paper| &paper.number);
        paper.subject = text(Field::Subject, |paper| &paper.subject);
        paper.city = text(Field::City, |paper| &paper.city);
        paper.terms = text(Field::Terms, |paper| &paper.terms);
        paper.note = text(Field::Note, |paper| &paper.note);
        self.signatories(&mut paper, three);
        let money = three.map(|one| (one.currency, one.mode, one.rounding, one.price_list));
        (paper.currency, paper.mode, paper.rounding, paper.price_list) =
            self.pick(Field::Money, money);
        paper.due_on = self.pick(Field::Due, three.map(|one| one.due_on));
        paper.renewal_days = self.pick(Field::Renewal, three.map(|one| one.renewal_days));
        paper.manager = self.pick(Field::Manager, three.map(|one| one.manager));
        paper.controller = self.pick(Field::Controller, three.map(|one| one.controller));
        paper
    }

    /// Those who sign: all that is said of one of them is one value.
    fn signatories(&mut self, paper: &mut Paper, three: [&Paper; 3]) {
        let said = three.map(|one| {
            let texts = [
                &one.signatory,
                &one.signatory_position,
                &one.signatory_basis,
                &one.signatory_phrase,
            ];
            (one.contact, texts.map(Clone::clone))
        });
        let (contact, texts) = self.pick(Field::Signatory, said);
        paper.contact = contact;
        [
            paper.signatory,
            paper.signatory_position,
            paper.signatory_basis,
            paper.signatory_phrase,
        ] = texts;
        let said = three.map(|one| {
            let texts = [
                &one.own_signatory,
                &one.own_position,
                &one.own_basis,
                &one.own_phrase,
            ];
            texts.map(Clone::clone)
        });
        [
            paper.own_signatory,
            paper.own_position,
            paper.own_basis,
            paper.own_phrase,
        ] = self.pick(Field::OwnSignatory, said);
    }

    /// The value of whoever changed it; where both did, the chosen one, or a clash.
    fn pick<T: PartialEq>(&mut self, field: Field, three: [T; 3]) -> T {
        merge::pick(self.choices, &mut self.clashes, field, three)
    }

    fn rows<R: Row>(&mut self, [base, theirs, mine]: [&[R]; 3]) -> Vec<R> {
        let mut joined: Vec<R> = Vec::new();
        for row in mine.iter().chain(theirs) {
            let key = row.key();
            if joined.iter().any(|one| one.key() == key) {
                continue;
            }
            let find = |rows: &[R]| rows.iter().find(|one| one.key() == key).cloned();
            let version = find(theirs).map_or(0, |row| row.version());
            let said = [base, theirs, mine].map(|rows| find(rows).map(|row| row.at_version(0)));
            let picked = self.pick(row.field(), said);
            joined.extend(picked.map(|row| row.at_version(version)));
        }
        joined
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::paper::PaperKind;

    fn document() -> Document {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let mut paper = Paper::new(PaperKind::Contract, Id::from(1), day);
        paper.version = 1;
        let line = PaperLine {
            version: 1,
            price: 100,
            ..PaperLine::new(paper.id, "Станок")
        };
        Document {
            lines: vec![line],
            ..Document::new(paper)
        }
    }

    #[test]
    fn changes_of_different_fields_are_both_kept() {
        let base = document();
        let (mut theirs, mut mine) = (base.clone(), base.clone());
        theirs.paper.city = "Москва".into();
        theirs.paper.version = 2;
        theirs.lines[0].quantity = 2000;
        theirs.lines[0].version = 2;
        mine.paper.terms = "Предоплата".into();
        mine.lines
            .insert(0, PaperLine::new(base.paper.id, "Доставка"));
        let joined = merge(&base, &theirs, &mine, &HashMap::new()).unwrap();
        assert_eq!(joined.paper.city, "Москва");
        assert_eq!(joined.paper.terms, "Предоплата");
        assert_eq!((joined.paper.version, joined.paper.total), (2, 200));
        let names: Vec<_> = joined.lines.iter().map(|line| &*line.name).collect();
        assert_eq!(names, ["Доставка", "Станок"]);
        assert_eq!((joined.lines[0].version, joined.lines[1].version), (0, 2));
    }

    #[test]
    fn changes_of_the_same_field_are_asked_about() {
        let base = document();
        let (mut theirs, mut mine) = (base.clone(), base.clone());
        theirs.paper.signatory = "Орлов Е. Е.".into();
        mine.paper.signatory_position = "Директор".into();
        theirs.lines.clear();
        mine.lines[0].price = 200;
        let line = Field::Line(base.lines[0].id);
        let clashes = merge(&base, &theirs, &mine, &HashMap::new()).unwrap_err();
        assert_eq!(clashes, [Field::Signatory, line]);
        let choices = HashMap::from([(Field::Signatory, Side::Mine), (line, Side::Theirs)]);
        let joined = merge(&base, &theirs, &mine, &choices).unwrap();
        assert_eq!(joined.paper.signatory, "");
        assert_eq!(joined.lines, []);
    }

    #[test]
    fn a_row_that_one_removed_and_the_other_left_alone_is_gone() {
        let base = document();
        let mut mine = base.clone();
        mine.lines.clear();
        let joined = merge(&base, &base, &mine, &HashMap::new()).unwrap();
        assert_eq!(joined.lines, []);
    }
}
