//! Words for the values of cards.

use crate::domain::biography::{DocumentKind, EventKind};
use crate::domain::client::{Kind, TextField};
use crate::domain::completeness::Item;
use crate::domain::contact::{Channel, Purpose};
use crate::domain::custom_field::Shape;
use crate::domain::grammar::Case;
use crate::domain::link::LinkKind;
use crate::domain::note::ConsentSubject;
use crate::domain::profile::{Medium, PoliticalRole, Stage};
use crate::i18n::Locale;

impl Locale {
    /// What a grammatical case is called.
    pub fn case(&self, case: Case) -> String {
        self.text(match case {
            Case::Nominative => "case-nominative",
            Case::Genitive => "case-genitive",
            Case::Dative => "case-dative",
            Case::Accusative => "case-accusative",
            Case::Instrumental => "case-instrumental",
            Case::Prepositional => "case-prepositional",
        })
    }

    /// The label of a text of a client.
    pub fn text_field(&self, kind: Kind, field: TextField) -> String {
        self.text(match field {
            TextField::Name => "card-name",
            TextField::FullName => "card-full-name",
            TextField::Inn => "card-inn",
            TextField::Kpp => "card-kpp",
            TextField::Ogrn if kind == Kind::Person => "card-ogrnip",
            TextField::Ogrn => "card-ogrn",
            TextField::Surname => "card-surname",
            TextField::FirstName => "card-first-name",
            TextField::Patronymic => "card-patronymic",
            TextField::Department => "card-department",
            TextField::Position => "card-position",
            TextField::ExternalId => "card-external-id",
            TextField::Note => "card-note",
            TextField::Situation => "profile-situation",
            TextField::Products => "profile-products",
            TextField::Customers => "profile-customers",
            TextField::MarketPosition => "profile-market-position",
            TextField::Goals => "profile-goals",
            TextField::Culture => "profile-culture",
            TextField::Indicators => "profile-indicators",
            TextField::Strengths => "profile-strengths",
            TextField::Weaknesses => "profile-weaknesses",
            TextField::Education => "profile-education",
            TextField::Skills => "profile-skills",
            TextField::Hobbies => "profile-hobbies",
            TextField::Likes => "profile-likes",
            TextField::Dislikes => "profile-dislikes",
            TextField::Family => "profile-family",
            TextField::PreferredTime => "profile-preferred-time",
            TextField::NextStep => "profile-next-step",
        })
    }

    /// A field that an office may require.
    pub fn item(&self, kind: Kind, item: Item) -> String {
        self.text(match item {
            Item::Name => "card-name",
            Item::FullName => "card-full-name",
            Item::Inn => "card-inn",
            Item::Kpp => "card-kpp",
            Item::Ogrn if kind == Kind::Person => "card-ogrnip",
            Item::Ogrn => "card-ogrn",
            Item::Surname => "card-surname",
            Item::FirstName => "card-first-name",
            Item::Patronymic => "card-patronymic",
            Item::Sex => "card-sex",
            Item::Birthday => "card-birthday",
            Item::Employer => "card-employer",
            Item::Position => "card-position",
            Item::Owner => "card-owner",
            Item::Roles => "card-roles",
            Item::Phone => "item-phone",
            Item::Email => "item-email",
            Item::Web => "item-web",
            Item::Address => "card-address",
            Item::Account => "card-account",
            Item::Segment => "profile-segment",
            Item::Source => "profile-source",
            Item::Category => "profile-category",
            Item::Stage => "profile-stage",
            Item::NextStep => "profile-next-step",
            Item::Products => "profile-products",
            Item::PreferredMedium => "profile-preferred-medium",
        })
    }

    /// How far a relationship has come.
    pub fn stage(&self, stage: Stage) -> String {
        self.text(match stage {
            Stage::Prospect => "stage-prospect",
            Stage::Responder => "stage-responder",
            Stage::Active => "stage-active",
            Stage::Former => "stage-former",
        })
    }

    /// The kind of a contact point.
    pub fn channel(&self, channel: Channel) -> String {
        self.text(match channel {
            Channel::WorkPhone => "card-channel-work-phone",
            Channel::MobilePhone => "card-channel-mobile-phone",
            Channel::HomePhone => "card-channel-home-phone",
            Channel::Fax => "card-channel-fax",
            Channel::Email => "card-channel-email",
            Channel::Web => "card-channel-web",
        })
    }

    /// What an address is for; a person is not registered as an organisation is.
    pub fn purpose(&self, kind: Kind, purpose: Purpose) -> String {
        self.text(match (purpose, kind) {
            (Purpose::Legal, Kind::Organization) => "card-address-legal",
            (Purpose::Legal, Kind::Person) => "card-address-registered",
            (Purpose::Postal, _) => "card-address-postal",
            (Purpose::Actual, Kind::Organization) => "card-address-actual",
            (Purpose::Actual, Kind::Person) => "card-address-home",
        })
    }

    /// A way to reach somebody.
    pub fn medium(&self, medium: Medium) -> String {
        self.text(match medium {
            Medium::Phone => "medium-phone",
            Medium::Email => "medium-email",
            Medium::Messenger => "medium-messenger",
            Medium::Meeting => "medium-meeting",
            Medium::Post => "medium-post",
            Medium::Fax => "medium-fax",
            Medium::Web => "medium-web",
        })
    }

    /// The part a person plays in decisions.
    pub fn political_role(&self, political_role: PoliticalRole) -> String {
        self.text(match political_role {
            PoliticalRole::DecisionMaker => "political-role-decision-maker",
            PoliticalRole::Adviser => "political-role-adviser",
            PoliticalRole::Supporter => "political-role-supporter",
            PoliticalRole::Opponent => "political-role-opponent",
            PoliticalRole::Gatekeeper => "political-role-gatekeeper",
            PoliticalRole::User => "political-role-user",
            PoliticalRole::Payer => "political-role-payer",
        })
    }

    /// What an identity document is.
    pub fn document_kind(&self, document_kind: DocumentKind) -> String {
        self.text(match document_kind {
            DocumentKind::Passport => "document-kind-passport",
            DocumentKind::TravelPassport => "document-kind-travel-passport",
            DocumentKind::DrivingLicence => "document-kind-driving-licence",
            DocumentKind::BirthCertificate => "document-kind-birth-certificate",
            DocumentKind::MilitaryCard => "document-kind-military-card",
            DocumentKind::ResidencePermit => "document-kind-residence-permit",
            DocumentKind::Other => "document-kind-other",
        })
    }

    /// What happened in a life.
    pub fn event_kind(&self, event_kind: EventKind) -> String {
        self.text(match event_kind {
            EventKind::Licence => "event-kind-licence",
            EventKind::University => "event-kind-university",
            EventKind::NewJob => "event-kind-new-job",
            EventKind::FamilyFeast => "event-kind-family-feast",
            EventKind::House => "event-kind-house",
            EventKind::Car => "event-kind-car",
            EventKind::Marriage => "event-kind-marriage",
            EventKind::Birth => "event-kind-birth",
            EventKind::Divorce => "event-kind-divorce",
            EventKind::Dismissal => "event-kind-dismissal",
            EventKind::Retirement => "event-kind-retirement",
            EventKind::Other => "event-kind-other",
        })
    }

    /// What a consent is about.
    pub fn consent_subject(&self, consent_subject: ConsentSubject) -> String {
        self.text(match consent_subject {
            ConsentSubject::Mailing => "consent-subject-mailing",
            ConsentSubject::PersonalData => "consent-subject-personal-data",
        })
    }

    /// What a custom field holds.
    pub fn shape(&self, shape: Shape) -> String {
        self.text(match shape {
            Shape::Text => "shape-text",
            Shape::Number => "shape-number",
            Shape::Money => "shape-money",
            Shape::Date => "shape-date",
            Shape::YesNo => "shape-yes-no",
            Shape::List => "shape-list",
            Shape::MultiList => "shape-multi-list",
            Shape::Link => "shape-link",
        })
    }

    /// What the second card of a link is called on the first, or the first on the second where
    /// `is_reverse`. `None` for a kind the office has made: it has words of its own.
    pub fn link_kind(&self, kind: LinkKind, is_reverse: bool) -> Option<String> {
        let key = match (kind, is_reverse) {
            (LinkKind::ReportsTo, false) => "link-reports-to",
            (LinkKind::ReportsTo, true) => "link-reports-to-reverse",
            (LinkKind::WorksWith, _) => "link-works-with",
            (LinkKind::Influences, false) => "link-influences",
            (LinkKind::Influences, true) => "link-influences-reverse",
            (LinkKind::Advises, false) => "link-advises",
            (LinkKind::Advises, true) => "link-advises-reverse",
            (LinkKind::Owns, false) => "link-owns",
            (LinkKind::Owns, true) => "link-owns-reverse",
            (LinkKind::Includes, false) => "link-includes",
            (LinkKind::Includes, true) => "link-includes-reverse",
            (LinkKind::Supplies, false) => "link-supplies",
            (LinkKind::Supplies, true) => "link-supplies-reverse",
            (LinkKind::Competes, _) => "link-competes",
            (LinkKind::Related, _) => "link-related",
            (LinkKind::Friends, _) => "link-friends",
            (LinkKind::Own(_), _) => return None,
        };
        Some(self.text(key))
    }
}
