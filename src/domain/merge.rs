//! How two people's changes of one card join.

use std::collections::HashMap;
use std::hash::Hash;

use crate::domain::client::TextField;
use crate::domain::custom_field::Content;
use crate::domain::{
    Address, BankAccount, Card, Client, ContactPoint, CustomField, FieldValue, Group, Id,
    Membership, Term,
};

/// A part of a card that is changed as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// One of the texts of the client; that of the department goes with the one it names.
    Text(TextField),
    /// The responsible employee.
    Owner,
    /// What it is to us.
    Roles,
    /// Sex of a person.
    Sex,
    /// Birthday of a person.
    Birthday,
    /// Where a person works.
    Employer,
    /// Since when it is known.
    Since,
    /// Segment of the market.
    Segment,
    /// How it came to us.
    Source,
    /// Kind of counterparty.
    Category,
    /// Stage of the life cycle.
    Stage,
    /// Who recommended us.
    RecommendedBy,
    /// By what it likes to be reached.
    PreferredMedium,
    /// The part a person plays in decisions.
    PoliticalRole,
    /// Degree of influence.
    Influence,
    /// When the next step is due.
    NextStepOn,
    /// When it was last checked.
    CheckedOn,
    /// A contact point.
    Contact(Id<ContactPoint>),
    /// An address.
    Address(Id<Address>),
    /// A bank account.
    Account(Id<BankAccount>),
    /// Whether it is in a group.
    Group(Id<Group>),
    /// What it says in a custom field.
    Value(Id<CustomField>, Option<Id<Term>>),
}

/// Whose value is kept where both have changed the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// That of the one who saves now.
    Mine,
    /// That of the colleague who saved first.
    Theirs,
}

/// Joins `mine` and `theirs`, both made from `base`: what only one has changed is taken from
/// that one, so neither loses anything. The rows of the joined card have the versions of `theirs`.
///
/// # Errors
/// The fields that both have changed, each to something else, and that `choices` leaves open.
pub fn merge(
    base: &Card,
    theirs: &Card,
    mine: &Card,
    choices: &HashMap<Field, Side>,
) -> Result<Card, Vec<Field>> {
    let mut join = Join {
        choices,
        clashes: Vec::new(),
    };
    let mut card = theirs.clone();
    let [b, t, m] = [&base.client, &theirs.client, &mine.client];
    let client = &mut card.client;
    let texts = TextField::ALL.into_iter();
    for field in texts.filter(|field| *field != TextField::Department) {
        let texts = [b, t, m].map(|client| client.text(field));
        let joined = join.pick(Field::Text(field), texts);
        client.set_text(field, joined.to_owned());
    }
    client.owner = join.pick(Field::Owner, [b.owner, t.owner, m.owner]);
    client.roles = join.pick(Field::Roles, [b.roles, t.roles, m.roles]);
    client.sex = join.pick(Field::Sex, [b.sex, t.sex, m.sex]);
    client.birthday = join.pick(Field::Birthday, [b.birthday, t.birthday, m.birthday]);
    client.employer = join.pick(Field::Employer, [b.employer, t.employer, m.employer]);
    client.since = join.pick(Field::Since, [b.since, t.since, m.since]);
    join.department(client, [b, t, m]);
    join.profile(client, [b, t, m]);
    card.contacts = join.rows([&base.contacts, &theirs.contacts, &mine.contacts]);
    card.addresses = join.rows([&base.addresses, &theirs.addresses, &mine.addresses]);
    card.accounts = join.rows([&base.accounts, &theirs.accounts, &mine.accounts]);
    card.memberships = join.rows([&base.memberships, &theirs.memberships, &mine.memberships]);
    card.values = join.rows([&base.values, &theirs.values, &mine.values]);
    if join.clashes.is_empty() {
        Ok(card)
    } else {
        Err(join.clashes)
    }
}

/// A row of a card: compared by what it says, whatever its version.
trait Part: Clone + PartialEq + Sized {
    type Key: PartialEq + Copy;

    fn key(&self) -> Self::Key;
    fn field(&self) -> Field;
    fn row_mut(&mut self) -> (&mut Id<Self>, &mut i64);

    /// The same as the row `id` at `version`.
    fn at_row(mut self, (id, version): (Id<Self>, i64)) -> Self {
        let (own, at) = self.row_mut();
        *own = id;
        *at = version;
        self
    }
}

struct Join<'a> {
    choices: &'a HashMap<Field, Side>,
    clashes: Vec<Field>,
}

impl Join<'_> {
    /// What is known beyond the requisites.
    fn profile(&mut self, client: &mut Client, three: [&Client; 3]) {
        client.segment = self.pick(Field::Segment, three.map(|c| c.segment));
        client.source = self.pick(Field::Source, three.map(|c| c.source));
        client.category = self.pick(Field::Category, three.map(|c| c.category));
        client.stage = self.pick(Field::Stage, three.map(|c| c.stage));
        client.recommended_by = self.pick(Field::RecommendedBy, three.map(|c| c.recommended_by));
        client.preferred_medium =
            self.pick(Field::PreferredMedium, three.map(|c| c.preferred_medium));
        client.political_role = self.pick(Field::PoliticalRole, three.map(|c| c.political_role));
        client.influence = self.pick(Field::Influence, three.map(|c| c.influence));
        client.next_step_on = self.pick(Field::NextStepOn, three.map(|c| c.next_step_on));
        client.checked_on = self.pick(Field::CheckedOn, three.map(|c| c.checked_on));
    }

    /// Where a person stands: the department of the tree and its text are one value.
    fn department(&mut self, client: &mut Client, three: [&Client; 3]) {
        let field = Field::Text(TextField::Department);
        let places = three.map(|c| (c.department_id, &c.department));
        let (id, text) = self.pick(field, places);
        client.department_id = id;
        client.department.clone_from(text);
    }

    /// The value of whoever changed it; where both did, the chosen one, or a clash.
    fn pick<T: PartialEq>(&mut self, field: Field, three: [T; 3]) -> T {
        pick(self.choices, &mut self.clashes, field, three)
    }

    fn rows<R: Part>(&mut self, [base, theirs, mine]: [&[R]; 3]) -> Vec<R> {
        let mut keys: Vec<(R::Key, Field)> = Vec::new();
        for row in theirs.iter().chain(mine) {
            if !keys.iter().any(|(key, _)| *key == row.key()) {
                keys.push((row.key(), row.field()));
            }
        }
        let mut joined = Vec::new();
        for (key, field) in keys {
            let find = |rows: &[R]| rows.iter().find(|row| row.key() == key).cloned();
            // Rows of one key are one row, whoever made it first.
            let known = find(theirs).or_else(|| find(mine));
            let Some((id, version)) = known.map(|mut row| {
                let (id, version) = row.row_mut();
                (*id, *version)
            }) else {
                continue;
            };
            let version = find(theirs).map_or(0, |_| version);
            let said = [base, theirs, mine].map(|rows| find(rows).map(|row| row.at_row((id, 0))));
            joined.extend(self.pick(field, said).map(|row| row.at_row((id, version))));
        }
        joined
    }
}

impl Part for ContactPoint {
    type Key = Id<ContactPoint>;

    fn key(&self) -> Self::Key {
        self.id
    }

    fn field(&self) -> Field {
        Field::Contact(self.id)
    }

    fn row_mut(&mut self) -> (&mut Id<Self>, &mut i64) {
        (&mut self.id, &mut self.version)
    }
}

impl Part for Address {
    type Key = Id<Address>;

    fn key(&self) -> Self::Key {
        self.id
    }

    fn field(&self) -> Field {
        Field::Address(self.id)
    }

    fn row_mut(&mut self) -> (&mut Id<Self>, &mut i64) {
        (&mut self.id, &mut self.version)
    }
}

impl Part for BankAccount {
    type Key = Id<BankAccount>;

    fn key(&self) -> Self::Key {
        self.id
    }

    fn field(&self) -> Field {
        Field::Account(self.id)
    }

    fn row_mut(&mut self) -> (&mut Id<Self>, &mut i64) {
        (&mut self.id, &mut self.version)
    }
}

impl Part for Membership {
    // Two people who put a card into one group have done the same.
    type Key = Id<Group>;

    fn key(&self) -> Self::Key {
        self.group
    }

    fn field(&self) -> Field {
        Field::Group(self.group)
    }

    fn row_mut(&mut self) -> (&mut Id<Self>, &mut i64) {
        (&mut self.id, &mut self.version)
    }
}

impl Part for FieldValue {
    // Of a list of several each entry is a part; any other field is one.
    type Key = (Id<CustomField>, Option<Id<Term>>);

    fn key(&self) -> Self::Key {
        match self.content {
            Content::Tag(term) => (self.field, Some(term)),
            _ => (self.field, None),
        }
    }

    fn field(&self) -> Field {
        let (field, term) = self.key();
        Field::Value(field, term)
    }

    fn row_mut(&mut self) -> (&mut Id<Self>, &mut i64) {
        (&mut self.id, &mut self.version)
    }
}

/// The value of whoever changed it, of what was read, theirs and mine; where both did, the chosen
/// one, or theirs with a clash noted.
pub(super) fn pick<F: Eq + Hash, T: PartialEq>(
    choices: &HashMap<F, Side>,
    clashes: &mut Vec<F>,
    field: F,
    [base, theirs, mine]: [T; 3],
) -> T {
    if mine == base || mine == theirs {
        return theirs;
    }
    if theirs == base {
        return mine;
    }
    match choices.get(&field) {
        Some(Side::Mine) => mine,
        Some(Side::Theirs) => theirs,
        None => {
            clashes.push(field);
            theirs
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Client;
    use crate::domain::contact::Channel;

    fn card() -> Card {
        let mut card = Card::new(Client::organization("Ромашка"));
        card.add_contact(Channel::WorkPhone, "350-94-14");
        card
    }

    #[test]
    fn changes_of_different_fields_are_both_kept() {
        let base = card();
        let mut theirs = base.clone();
        theirs.client.inn = "7825107325".into();
        theirs.client.version = 2;
        theirs.contacts[0].value = "+7 812 350-94-14".into();
        theirs.contacts[0].version = 2;
        let mut mine = base.clone();
        mine.client.name = "ООО «Ромашка»".into();
        mine.add_contact(Channel::Email, "mail@romashka.example");

        let joined = merge(&base, &theirs, &mine, &HashMap::new()).unwrap();
        assert_eq!(joined.client.name, "ООО «Ромашка»");
        assert_eq!(joined.client.inn, "7825107325");
        assert_eq!(joined.client.version, 2);
        assert_eq!(joined.contacts[0], theirs.contacts[0]);
        assert_eq!(joined.contacts[1].value, "mail@romashka.example");
    }

    #[test]
    fn changes_of_the_same_field_are_asked_about() {
        let base = card();
        let (mut theirs, mut mine) = (base.clone(), base.clone());
        theirs.client.kpp = "782501001".into();
        mine.client.kpp = "784001001".into();
        theirs.contacts.clear();
        mine.contacts[0].value = "350-94-15".into();

        let kpp = Field::Text(TextField::Kpp);
        let phone = Field::Contact(base.contacts[0].id);
        let clashes = merge(&base, &theirs, &mine, &HashMap::new()).unwrap_err();
        assert_eq!(clashes, [kpp, phone]);

        let choices = HashMap::from([(kpp, Side::Theirs), (phone, Side::Mine)]);
        let joined = merge(&base, &theirs, &mine, &choices).unwrap();
        assert_eq!(joined.client.kpp, "782501001");
        assert_eq!(joined.contacts[0].value, "350-94-15");
    }

    #[test]
    fn a_department_and_its_text_stay_together() {
        let base = Card::new(Client::person("Антонов", "Юрий", ""));
        let (mut theirs, mut mine) = (base.clone(), base.clone());
        theirs.client.department_id = Some(Id::generate());
        theirs.client.department = "Склад".into();
        mine.client.department = "Снабжение".into();
        let field = Field::Text(TextField::Department);
        let clashes = merge(&base, &theirs, &mine, &HashMap::new()).unwrap_err();
        assert_eq!(clashes, [field]);
        let choices = HashMap::from([(field, Side::Mine)]);
        let joined = merge(&base, &theirs, &mine, &choices).unwrap();
        assert_eq!(joined.client.department_id, None);
        assert_eq!(joined.client.department, "Снабжение");
    }

    #[test]
    fn a_row_deleted_by_one_stays_deleted() {
        let base = card();
        let mut mine = base.clone();
        mine.contacts.clear();
        let joined = merge(&base, &base, &mine, &HashMap::new()).unwrap();
        assert_eq!(joined.contacts, []);
    }

    #[test]
    fn two_who_fill_in_the_same_field_have_filled_in_one() {
        let base = card();
        let field = Id::generate();
        let said = |text: &str| {
            let mut card = base.clone();
            card.set_contents(field, vec![Content::Text(text.into())]);
            card
        };
        let mut theirs = said("Москва");
        theirs.values[0].version = 1;
        let joined = merge(&base, &theirs, &said("Москва"), &HashMap::new()).unwrap();
        assert_eq!(joined.values, theirs.values);

        let mine = said("Тверь");
        let clash = Field::Value(field, None);
        assert_eq!(
            merge(&base, &theirs, &mine, &HashMap::new()).unwrap_err(),
            [clash]
        );
        let choices = HashMap::from([(clash, Side::Mine)]);
        let joined = merge(&base, &theirs, &mine, &choices).unwrap();
        assert_eq!(joined.values[0].content, Content::Text("Тверь".into()));
        assert_eq!(joined.values[0].id, theirs.values[0].id);
        assert_eq!(joined.values[0].version, 1);
    }

    #[test]
    fn two_who_put_a_card_into_one_group_have_done_the_same() {
        let base = card();
        let (mut theirs, mut mine) = (base.clone(), base.clone());
        let group = Id::generate();
        theirs.join(group);
        mine.join(group);
        let joined = merge(&base, &theirs, &mine, &HashMap::new()).unwrap();
        assert_eq!(joined.memberships, theirs.memberships);
    }
}
