//! The rows of what is known of a client beyond its requisites, and the questions about them.

use crate::domain::custom_field::{Content, Shape};
use crate::domain::link::LinkKind;
use crate::domain::{
    Attachment, Client, Consent, CustomField, Department, DistinctPair, Erasure, FieldValue,
    ForeignCard, Id, IdentityDocument, Job, LifeEvent, Link, MergedCard, NamedMapping, Note,
    OwnLinkKind, PastImport, Policy, SavedView, TeamMember, Term,
};
use crate::error::{Error, Result};
use crate::store::record::record;
use crate::store::{Column, Reader, Record, Row, Table, Value};

record! {
    Term: plain "terms" [] {
        dictionary: "dictionary",
        field: "field_id",
        name: "name",
        position: "position",
    }
}

record! {
    CustomField: plain "custom_fields" [] {
        kind: "kind",
        category: "category_id",
        name: "name",
        shape: "shape",
        position: "position",
    }
}

record! {
    Department: plain "departments" ["client_id"] {
        client: "client_id",
        parent: "parent_id",
        name: "name",
        position: "position",
    }
}

record! {
    OwnLinkKind: plain "link_kinds" [] {
        name: "name",
        reverse: "reverse",
    }
}

record! {
    IdentityDocument: plain "identity_documents" ["client_id"] {
        client: "client_id",
        kind: "kind",
        series: "series",
        number: "number",
        issued_by: "issued_by",
        issued_on: "issued_on",
        expires_on: "expires_on",
    }
}

record! {
    Job: plain "jobs" ["client_id", "employer_id"] {
        client: "client_id",
        employer: "employer_id",
        employer_name: "employer",
        department: "department",
        position: "position",
        since: "since",
        until: "until",
    }
}

record! {
    LifeEvent: plain "life_events" ["client_id"] {
        client: "client_id",
        kind: "kind",
        happened_on: "happened_on",
        note: "note",
        reminds: "reminds",
    }
}

record! {
    TeamMember: plain "team_members" ["client_id"] {
        client: "client_id",
        employee: "employee_id",
        role: "role",
    }
}

record! {
    Note: plain "notes" ["client_id"] {
        client: "client_id",
        author: "author_id",
        written_at: "written_at",
        text: "text",
        is_pinned: "is_pinned",
    }
}

record! {
    Consent: plain "consents" ["client_id"] {
        client: "client_id",
        subject: "subject",
        is_given: "is_given",
        decided_on: "decided_on",
        ground: "ground",
    }
}

record! {
    Attachment: plain "attachments" ["client_id"] {
        client: "client_id",
        name: "name",
        size: "size",
        digest: "digest",
        added_at: "added_at",
    }
}

record! {
    SavedView: plain "saved_views" [] {
        kind: "kind",
        owner: "owner_id",
        name: "name",
        filter: "filter",
        words: "words",
        columns: "columns",
        sorting: "sorting",
        is_segment: "is_segment",
    }
}

record! {
    DistinctPair: plain "distinct_pairs" ["one_id", "other_id"] {
        one: "one_id",
        other: "other_id",
    }
}

record! {
    MergedCard: plain "merged_cards" ["survivor_id", "merged_id"] {
        survivor: "survivor_id",
        merged: "merged_id",
    }
}

record! {
    PastImport: plain "imports" [] {
        source: "source",
        added: "added",
        updated: "updated",
        unchanged: "unchanged",
        doubtful: "doubtful",
        refused: "refused",
    }
}

record! {
    NamedMapping: plain "mappings" [] {
        kind: "kind",
        name: "name",
        header: "header",
        columns: "columns",
        update_by: "update_by",
        skips_bad_cells: "skips_bad_cells",
        makes_employers: "makes_employers",
    }
}

record! {
    ForeignCard: plain "vcards" ["client_id"] {
        client: "client_id",
        uid: "uid",
        raw: "raw",
    }
}

record! {
    Policy: plain "policies" [] {
        name: "name",
        value: "value",
    }
}

record! {
    Erasure: plain "erasures" [] {
        client: "client_id",
        ground: "ground",
        protocol: "protocol",
    }
}

impl Record for Link {
    const TABLE: Table = Table {
        name: "links",
        client: None,
        task: None,
        references: &["from_id", "to_id"],
    };
    const COLUMNS: &'static [&'static str] = &[
        "from_id",
        "to_id",
        "kind",
        "own_kind_id",
        "note",
        "is_supplied",
    ];

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn version(&self) -> i64 {
        self.version
    }

    fn values(&self) -> Vec<Value> {
        let own = match self.kind {
            LinkKind::Own(id) => Some(id),
            _ => None,
        };
        vec![
            self.from.to_value(),
            self.to.to_value(),
            self.kind.name().into(),
            own.to_value(),
            self.note.to_value(),
            self.is_supplied.to_value(),
        ]
    }

    fn from_row(row: &Row) -> Result<Self> {
        let name: String = row.get("kind")?;
        let known = LinkKind::ALL.into_iter().find(|kind| kind.name() == name);
        Ok(Self {
            id: row.get("id")?,
            version: row.get("version")?,
            from: row.get("from_id")?,
            to: row.get("to_id")?,
            kind: match known {
                Some(kind) => kind,
                None => LinkKind::Own(row.get("own_kind_id")?),
            },
            note: row.get("note")?,
            is_supplied: row.get("is_supplied")?,
        })
    }
}

impl Record for FieldValue {
    const TABLE: Table = Table {
        name: "field_values",
        client: None,
        task: None,
        references: &["client_id", "linked_id"],
    };
    const COLUMNS: &'static [&'static str] = &[
        "client_id",
        "field_id",
        "shape",
        "text",
        "key",
        "number",
        "linked_id",
    ];

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn version(&self) -> i64 {
        self.version
    }

    fn values(&self) -> Vec<Value> {
        let number = match &self.content {
            Content::Number(number) | Content::Money(number) => number.to_value(),
            Content::YesNo(is_so) => is_so.to_value(),
            Content::Choice(term) | Content::Tag(term) => term.to_value(),
            Content::Text(_) | Content::Date(_) | Content::Link(_) => Value::Null,
        };
        let text = match &self.content {
            Content::Text(text) => text.clone(),
            Content::Date(date) => date.to_string(),
            _ => String::new(),
        };
        let linked = match &self.content {
            Content::Link(client) => client.to_value(),
            _ => Value::Null,
        };
        vec![
            self.client.to_value(),
            self.field.to_value(),
            self.content.shape().to_value(),
            text.into(),
            self.content.key().into(),
            number,
            linked,
        ]
    }

    fn from_row(row: &Row) -> Result<Self> {
        let content = match row.get("shape")? {
            Shape::Text => Content::Text(row.get("text")?),
            Shape::Date => Content::Date(row.get("text")?),
            Shape::Number => Content::Number(row.get("number")?),
            Shape::Money => Content::Money(row.get("number")?),
            Shape::YesNo => Content::YesNo(row.get("number")?),
            Shape::List => Content::Choice(row.get("number")?),
            Shape::MultiList => Content::Tag(row.get("number")?),
            Shape::Link => Content::Link(row.get("linked_id")?),
        };
        Ok(Self {
            id: row.get("id")?,
            version: row.get("version")?,
            client: row.get("client_id")?,
            field: row.get("field_id")?,
            content,
        })
    }
}

impl Reader<'_> {
    /// The decision of the office under that name, if it has made one.
    pub fn policy(self, name: &str) -> Result<Option<Policy>> {
        let found = self.ask(
            "SELECT p.* FROM policies p WHERE p.name = $1 AND p.deleted_by IS NULL
              ORDER BY p.id LIMIT 1",
            &[name.into()],
        )?;
        Ok(found.into_iter().next())
    }

    /// The living rows that stand on the card of a client, in the order they were entered.
    ///
    /// # Errors
    /// [`Error::Missing`] where there is no such client, or none that may be seen.
    pub fn rows_on<R: Record>(self, client: Id<Client>) -> Result<Vec<R>> {
        self.check_seen(client)?;
        let column = R::TABLE
            .references
            .first()
            .ok_or(Error::Missing(R::TABLE.name))?;
        self.rows_of(&[client], column)
    }
}
