//! What rows of a card and their columns say, in words.

use super::Story;
use crate::domain::biography::{DocumentKind, EventKind};
use crate::domain::client::Roles;
use crate::domain::contact::{Channel, Purpose};
use crate::domain::custom_field::{Content, Shape};
use crate::domain::link::LinkKind;
use crate::domain::name::Sex;
use crate::domain::note::ConsentSubject;
use crate::domain::profile::{Medium, PoliticalRole, Stage};
use crate::domain::{Birthday, Client, Consent, Datum, Department, Employee, Id, Job, phone};
use crate::ui::screen::card::links;
use crate::ui::screen::{Context, words};
use crate::workspace::{CardPart, Column, Value};

/// How the rows of a story are told.
pub struct Said<'a> {
    pub story: &'a Story,
    pub context: &'a Context,
}

impl Said<'_> {
    /// What another card is called; a word for one that may not be seen.
    pub fn card(&self, id: Id<Client>) -> String {
        match self.story.names.of(id) {
            Some(name) => name.to_owned(),
            None => self.context.locale.text("story-other-card"),
        }
    }

    /// What sort of row it is.
    pub fn title(&self, part: &CardPart) -> String {
        let locale = &self.context.locale;
        let key = match part {
            CardPart::Value(value) => {
                let name = self.story.names.of(value.field);
                return name.map_or_else(|| locale.text("profile-value"), str::to_owned);
            }
            CardPart::Document(document) => return locale.document_kind(document.kind),
            CardPart::LifeEvent(event) => return locale.event_kind(event.kind),
            CardPart::Link(link) => {
                return links::named(link.relation(self.story.card), self.context);
            }
            CardPart::Consent(consent) => {
                let subject = locale.consent_subject(consent.subject);
                return locale.with("story-consent", &[("subject", subject.into())]);
            }
            // The card as a whole has sentences.
            CardPart::Client | CardPart::Distinct(_) | CardPart::Merge(_) => return String::new(),
            CardPart::Contact(_) => "card-contact",
            CardPart::Address(_) => "card-address",
            CardPart::Account(_) => "card-account",
            CardPart::Membership(_) => "card-group",
            CardPart::Department(_) => "story-department",
            CardPart::Job(_) => "story-job",
            CardPart::TeamMember(_) => "story-team",
            CardPart::Note(note) if note.is_pinned => "story-key-point",
            CardPart::Note(_) => "story-note",
            CardPart::Attachment(_) => "story-file",
        };
        locale.text(key)
    }

    /// What a row says, in one line.
    pub fn part(&self, part: &CardPart) -> String {
        let (locale, names) = (&self.context.locale, &self.story.names);
        match part {
            CardPart::Client | CardPart::Distinct(_) | CardPart::Merge(_) => String::new(),
            CardPart::Contact(contact) if contact.channel.is_phone() => {
                phone::display(&contact.value)
            }
            CardPart::Contact(contact) => contact.value.clone(),
            CardPart::Address(address) => address.line(),
            CardPart::Account(account) => account.number.clone(),
            CardPart::Membership(member) => names.of(member.group).unwrap_or_default().to_owned(),
            CardPart::Value(value) => self.content(&value.content),
            CardPart::Department(department) => department.name.clone(),
            CardPart::Document(it) => spaced([&it.series, &it.number]),
            CardPart::Job(job) => self.job(job),
            CardPart::LifeEvent(event) => {
                listed([locale.birthday(event.happened_on), event.note.clone()])
            }
            CardPart::TeamMember(member) => {
                let who = self.context.employee(Some(member.employee));
                listed([who, member.role.clone()])
            }
            CardPart::Note(note) => note.text.clone(),
            CardPart::Consent(consent) => self.consent(consent),
            CardPart::Attachment(file) => file.name.clone(),
            CardPart::Link(link) => {
                let other = self.card(link.other(self.story.card));
                listed([other, link.note.clone()])
            }
        }
    }

    fn job(&self, job: &Job) -> String {
        let employer = job.employer.and_then(|id| self.story.names.of(id));
        let employer = employer.unwrap_or(&job.employer_name).to_owned();
        listed([employer, job.position.clone(), job.department.clone()])
    }

    fn consent(&self, consent: &Consent) -> String {
        let locale = &self.context.locale;
        listed([
            self.given(consent.is_given),
            locale.date(consent.decided_on),
            consent.ground.clone(),
        ])
    }

    fn given(&self, is_given: bool) -> String {
        self.context.locale.text(match is_given {
            true => "consents-given",
            false => "consents-refused",
        })
    }

    fn yes(&self, is_so: bool) -> String {
        self.context.locale.text(match is_so {
            true => "value-yes",
            false => "value-no",
        })
    }

    /// What a custom field says.
    fn content(&self, content: &Content) -> String {
        match content {
            Content::Link(card) => self.card(*card),
            content => {
                let datum = Datum::of_contents([content]);
                self.context.locale.datum(&datum, &self.context.catalog)
            }
        }
    }

    fn department(&self, value: &Value) -> Option<String> {
        let locale = &self.context.locale;
        match Id::<Department>::from_value(value) {
            Some(id) => self.story.names.of(id).map(str::to_owned),
            None => Some(locale.text("departments-outside")),
        }
    }
}

/// What one column of a row said, as a reader of the card knows it.
pub fn value(part: &CardPart, column: &str, value: &Value, said: &Said<'_>) -> String {
    let words = match part {
        CardPart::Client => of_client(column, value, said),
        CardPart::Value(known) => of_shape(known.content.shape(), value, said),
        _ => of_row(part, column, value, said),
    };
    words.unwrap_or_default()
}

fn of_client(column: &str, value: &Value, said: &Said<'_>) -> Option<String> {
    let (locale, catalog) = (&said.context.locale, &said.context.catalog);
    match column {
        "owner_id" => Id::<Employee>::from_value(value).map(|id| catalog.employee(Some(id))),
        "employer_id" | "recommended_by" => Id::from_value(value).map(|id| said.card(id)),
        "roles" => Roles::from_value(value).map(|roles| words::roles(locale, roles)),
        "sex" => Sex::from_value(value).map(|sex| words::sex(locale, sex)),
        "birthday" => Birthday::from_value(value).map(|day| words::birthday(locale, day)),
        "since" | "next_step_on" | "checked_on" => {
            Column::from_value(value).map(|day| locale.date(day))
        }
        "segment_id" | "source_id" | "category_id" => {
            Id::from_value(value).map(|id| catalog.term(Some(id)).to_owned())
        }
        "stage" => Stage::from_value(value).map(|stage| locale.stage(stage)),
        "preferred_medium" => Medium::from_value(value).map(|medium| locale.medium(medium)),
        "political_role" => {
            PoliticalRole::from_value(value).map(|role| locale.political_role(role))
        }
        "influence" => i64::from_value(value).map(|degree| locale.number(degree)),
        _ => String::from_value(value),
    }
}

fn of_row(part: &CardPart, column: &str, value: &Value, said: &Said<'_>) -> Option<String> {
    let locale = &said.context.locale;
    match (part, column) {
        (_, "is_main" | "is_pinned" | "is_supplied" | "reminds") => {
            bool::from_value(value).map(|is_so| said.yes(is_so))
        }
        (_, "issued_on" | "expires_on" | "since" | "until" | "decided_on") => {
            Column::from_value(value).map(|day| locale.date(day))
        }
        (_, "happened_on") => Birthday::from_value(value).map(|day| locale.birthday(day)),
        (_, "employer_id" | "from_id" | "to_id") => Id::from_value(value).map(|id| said.card(id)),
        (_, "employee_id") => {
            Id::<Employee>::from_value(value).map(|id| said.context.employee(Some(id)))
        }
        (_, "parent_id") => said.department(value),
        (_, "channel") => Channel::from_value(value).map(|it| words::channel(locale, it)),
        (_, "purpose") => {
            let purpose = Purpose::from_value(value);
            purpose.map(|it| words::purpose(locale, said.story.kind, it))
        }
        (CardPart::Document(_), "kind") => {
            DocumentKind::from_value(value).map(|kind| locale.document_kind(kind))
        }
        (CardPart::LifeEvent(_), "kind") => {
            EventKind::from_value(value).map(|kind| locale.event_kind(kind))
        }
        (CardPart::Link(link), "kind") => {
            let name = String::from_value(value)?;
            let known = LinkKind::ALL.into_iter().find(|kind| kind.name() == name);
            let is_reverse = link.from != said.story.card;
            known.and_then(|kind| locale.link_kind(kind, is_reverse))
        }
        (_, "subject") => {
            ConsentSubject::from_value(value).map(|subject| locale.consent_subject(subject))
        }
        (_, "is_given") => bool::from_value(value).map(|is_given| said.given(is_given)),
        _ => String::from_value(value),
    }
}

/// What a column of a value of a custom field of that shape said.
fn of_shape(shape: Shape, value: &Value, said: &Said<'_>) -> Option<String> {
    let number = i64::from_value(value);
    let content = match shape {
        Shape::Text => Content::Text(String::from_value(value)?),
        Shape::Date => Content::Date(Column::from_value(value)?),
        Shape::Number => Content::Number(number?),
        Shape::Money => Content::Money(number?),
        Shape::YesNo => Content::YesNo(number? != 0),
        Shape::List => Content::Choice(Id::from(number?)),
        Shape::MultiList => Content::Tag(Id::from(number?)),
        Shape::Link => Content::Link(Id::from(number?)),
    };
    Some(said.content(&content))
}

/// What is not empty, one after the other.
fn listed(parts: impl IntoIterator<Item = String>) -> String {
    let parts = parts.into_iter().map(|part| part.trim().to_owned());
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

fn spaced(parts: [&String; 2]) -> String {
    let parts = parts.map(|part| part.trim());
    parts.join(" ").trim().to_owned()
}
