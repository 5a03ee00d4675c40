//! The words of filters: names of fields, values and questions, in the language of the window and
//! in every other one.

use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::domain::catalog::Catalog;
use crate::domain::client::{Kind, Role, TextField};
use crate::domain::field::{Field, Nature};
use crate::domain::filter::{
    self, Choice, Expected, Expression, Fault, Keyword, Mistake, Vocabulary, canonical,
};
use crate::domain::listing::Filter;
use crate::domain::name::Sex;
use crate::domain::{Id, SavedView};
use crate::i18n::{Language, Locale};

/// What filters are read in beside the language of the window.
static EVERY: LazyLock<[Locale; 2]> = LazyLock::new(|| Language::ALL.map(Locale::new));

/// The words of a language over what one office calls its fields, groups and people.
pub struct FilterWords<'a> {
    locale: &'a Locale,
    catalog: &'a Catalog,
    kind: Kind,
}

impl Locale {
    /// The words of filters on a register.
    pub fn filter_words<'a>(&'a self, kind: Kind, catalog: &'a Catalog) -> FilterWords<'a> {
        FilterWords {
            locale: self,
            catalog,
            kind,
        }
    }

    /// What the text of a filter asks of both registers: organisations, then persons. Where only one
    /// has the fields, the other has nobody.
    ///
    /// # Errors
    /// Where neither understands it: the mistake of that register which understood more.
    pub fn filters(&self, text: &str, catalog: &Catalog) -> Result<Vec<Filter>, Mistake> {
        let asked = Kind::ALL.map(|kind| (kind, self.filter_words(kind, catalog).parse(text)));
        if let [(_, Err(one)), (_, Err(other))] = &asked {
            let further = [one, other].map(|mistake| mistake.at.start);
            return Err(if further[1] > further[0] { other } else { one }.clone());
        }
        let understood = asked.into_iter().filter_map(|(kind, condition)| {
            Some(Filter {
                condition: condition.ok()?,
                ..Filter::all(kind)
            })
        });
        Ok(understood.collect())
    }

    /// What is wrong with the text of a filter: where, what belongs there, what was perhaps meant.
    pub fn filter_mistake(&self, mistake: &Mistake, text: &str) -> String {
        let expected = self.text(expected_key(mistake.expected));
        let found = text.get(mistake.at.clone()).unwrap_or_default();
        let said = if found.is_empty() {
            self.with("filter-mistake-at-end", &[("expected", expected.into())])
        } else {
            let before = text.get(..mistake.at.start).unwrap_or_default();
            let place = (before.chars().count() + 1).to_string();
            let places = [
                ("place", place.into()),
                ("found", found.into()),
                ("expected", expected.into()),
            ];
            self.with("filter-mistake", &places)
        };
        if mistake.near.is_empty() {
            return said;
        }
        let names = mistake.near.join(", ");
        let near = self.with("filter-near", &[("names", names.into())]);
        format!("{said} {near}")
    }

    /// Why a filter cannot be asked.
    pub fn filter_fault(&self, fault: &Fault) -> String {
        match fault {
            Fault::FieldGone => self.text("filter-fault-field"),
            Fault::Unsuitable(field) => {
                let field = first(&self.text(field_key(*field))).to_owned();
                self.with("filter-fault-unsuitable", &[("field", field.into())])
            }
            Fault::ViewGone => self.text("filter-fault-view"),
            Fault::Cycle => self.text("filter-fault-cycle"),
        }
    }

    /// What filters call a field of a client; empty for one that a user has made.
    pub fn filter_field(&self, field: Field) -> String {
        first(&self.text(field_key(field))).to_owned()
    }

    /// How filters say something, in the place of `#` a number.
    pub fn filter_keyword(&self, keyword: Keyword, count: u32) -> String {
        let key = match keyword {
            Keyword::Next => "filter-say-next",
            Keyword::Last => "filter-say-last",
            Keyword::MonthsAgo => "filter-say-months-ago",
            _ => return first(&self.text(keyword_key(keyword))).to_owned(),
        };
        // Digits stand in groups elsewhere; a filter is read back by its words.
        let said = self.with(key, &[("count", i64::from(count).into())]);
        let grouped = self.number(count.into());
        said.replace(&grouped, &count.to_string())
    }

    /// What filters call a value that is the same in every office.
    fn closed_choice(&self, choice: Choice) -> String {
        match choice {
            Choice::Me => self.filter_keyword(Keyword::Me, 0),
            Choice::Role(role) => self.text(match role {
                Role::Potential => "clients-role-potential",
                Role::Active => "clients-role-active",
                Role::Former => "clients-role-former",
                Role::Partner => "clients-role-partner",
                Role::Competitor => "clients-role-competitor",
            }),
            Choice::Sex(Sex::Male) => self.text("card-sex-male"),
            Choice::Sex(Sex::Female) => self.text("card-sex-female"),
            Choice::Stage(stage) => self.stage(stage),
            Choice::Medium(medium) => self.medium(medium),
            Choice::PoliticalRole(role) => self.political_role(role),
            Choice::Employee(_) | Choice::Group(_) | Choice::Term(_) => canonical::choice(choice),
        }
    }
}

impl FilterWords<'_> {
    /// A filter as a sentence.
    pub fn print(&self, expression: &Expression) -> String {
        filter::print(expression, self)
    }

    /// The filter that a sentence means; `None` where it asks for nothing.
    ///
    /// # Errors
    /// Tells the first place that cannot be understood.
    pub fn parse(&self, text: &str) -> Result<Option<Expression>, Mistake> {
        filter::parse(text, self)
    }

    /// This language, and then every other.
    fn locales(&self) -> impl Iterator<Item = &Locale> {
        let others = EVERY.iter();
        let others = others.filter(|other| other.language() != self.locale.language());
        [self.locale].into_iter().chain(others)
    }
}

impl Vocabulary for FilterWords<'_> {
    fn nature(&self, field: Field) -> Option<Nature> {
        self.catalog.nature_in(field, self.kind)
    }

    fn fields(&self) -> Vec<(String, Field)> {
        let mut names = Vec::new();
        for locale in self.locales() {
            for field in Field::of_kind(self.kind) {
                let said = locale.text(field_key(field));
                names.extend(alternatives(&said).map(|name| (name.to_owned(), field)));
            }
        }
        for locale in self.locales() {
            for text in TextField::ALL {
                if text.belongs_to(self.kind) {
                    let label = locale.text_field(self.kind, text);
                    names.push((label, Field::Text(text)));
                }
            }
        }
        let own = self.catalog.fields(self.kind);
        names.extend(own.map(|field| (field.name.clone(), Field::Custom(field.id))));
        names
    }

    fn choices(&self, field: Field) -> Vec<(String, Choice)> {
        let all = Choice::all(field, self.kind, self.catalog);
        let mut names: Vec<_> = all
            .iter()
            .map(|choice| (self.choice(field, *choice), *choice))
            .collect();
        for choice in &all {
            match choice {
                Choice::Employee(id) => {
                    let employees = self.catalog.employees.iter();
                    let named = employees.filter(|employee| employee.id == *id);
                    names.extend(named.flat_map(|employee| {
                        let (surname, first) = (&employee.surname, &employee.first_name);
                        let full = format!("{surname} {first} {}", employee.patronymic);
                        let both = format!("{surname} {first}");
                        [surname.clone(), both, full].map(|name| (name, *choice))
                    }));
                }
                Choice::Group(_) | Choice::Term(_) => {}
                closed => {
                    let others = self.locales().skip(1);
                    names.extend(others.map(|locale| (locale.closed_choice(*closed), *closed)));
                }
            }
        }
        names
    }

    fn views(&self) -> Vec<(String, Id<SavedView>)> {
        let views = self.catalog.views.iter();
        let views = views.filter(|view| view.kind == self.kind);
        views.map(|view| (view.name.clone(), view.id)).collect()
    }

    fn phrases(&self) -> Vec<(String, Keyword)> {
        let mut phrases = Vec::new();
        for locale in self.locales() {
            for keyword in Keyword::ALL {
                let said = locale.text(keyword_key(keyword));
                phrases.extend(alternatives(&said).map(|said| (said.to_owned(), keyword)));
            }
        }
        phrases
    }

    fn field(&self, field: Field) -> String {
        match field {
            Field::Custom(id) => match self.catalog.field(id) {
                Some(field) => field.name.clone(),
                None => field.key(),
            },
            field => self.locale.filter_field(field),
        }
    }

    fn choice(&self, _: Field, choice: Choice) -> String {
        match choice {
            Choice::Employee(id) => self.catalog.employee(Some(id)),
            Choice::Group(id) => {
                let group = self.catalog.groups.iter().find(|group| group.id == id);
                group.map(|group| group.name.clone()).unwrap_or_default()
            }
            Choice::Term(id) => self.catalog.term(Some(id)).to_owned(),
            closed => self.locale.closed_choice(closed),
        }
    }

    fn keyword(&self, keyword: Keyword, count: u32) -> String {
        self.locale.filter_keyword(keyword, count)
    }

    fn day(&self, day: NaiveDate) -> String {
        self.locale.date(day)
    }
}

/// What a message says in several ways.
fn alternatives(said: &str) -> impl Iterator<Item = &str> {
    said.split(';').map(str::trim)
}

fn first(said: &str) -> &str {
    alternatives(said).next().unwrap_or_default()
}

fn expected_key(expected: Expected) -> &'static str {
    match expected {
        Expected::Field => "filter-expected-field",
        Expected::Test => "filter-expected-test",
        Expected::SuitableTest => "filter-expected-suitable-test",
        Expected::Value => "filter-expected-value",
        Expected::Number => "filter-expected-number",
        Expected::Day => "filter-expected-day",
        Expected::Choice => "filter-expected-choice",
        Expected::YesNo => "filter-expected-yes-no",
        Expected::View => "filter-expected-view",
        Expected::List => "filter-expected-list",
        Expected::SecondEnd => "filter-expected-second-end",
        Expected::Closing => "filter-expected-closing",
        Expected::Quote => "filter-expected-quote",
        Expected::Connective => "filter-expected-connective",
        Expected::Shallower => "filter-expected-shallower",
    }
}

fn keyword_key(keyword: Keyword) -> &'static str {
    match keyword {
        Keyword::And => "filter-word-and",
        Keyword::Or => "filter-word-or",
        Keyword::Not => "filter-word-not",
        Keyword::Is => "filter-word-is",
        Keyword::IsNot => "filter-word-is-not",
        Keyword::Contains => "filter-word-contains",
        Keyword::Begins => "filter-word-begins",
        Keyword::Empty => "filter-word-empty",
        Keyword::Filled => "filter-word-filled",
        Keyword::Between => "filter-word-between",
        Keyword::To => "filter-word-to",
        Keyword::AnyOf => "filter-word-any-of",
        Keyword::NoneOf => "filter-word-none-of",
        Keyword::Today => "filter-word-today",
        Keyword::ThisWeek => "filter-word-this-week",
        Keyword::ThisMonth => "filter-word-this-month",
        Keyword::ThisYear => "filter-word-this-year",
        Keyword::Next => "filter-word-next",
        Keyword::Last => "filter-word-last",
        Keyword::MonthsAgo => "filter-word-months-ago",
        Keyword::Past => "filter-word-past",
        Keyword::Future => "filter-word-future",
        Keyword::Yes => "filter-word-yes",
        Keyword::No => "filter-word-no",
        Keyword::Me => "filter-word-me",
        Keyword::View => "filter-word-view",
    }
}

fn field_key(field: Field) -> &'static str {
    match field {
        Field::Text(text) => text_key(text),
        Field::Custom(_) => "",
        Field::Owner => "filter-field-owner",
        Field::Roles => "filter-field-role",
        Field::Sex => "filter-field-sex",
        Field::Birthday => "filter-field-birthday",
        Field::Employer => "filter-field-employer",
        Field::Since => "filter-field-since",
        Field::Segment => "filter-field-segment",
        Field::Source => "filter-field-source",
        Field::Category => "filter-field-category",
        Field::Stage => "filter-field-stage",
        Field::RecommendedBy => "filter-field-recommended-by",
        Field::PreferredMedium => "filter-field-preferred-medium",
        Field::PoliticalRole => "filter-field-political-role",
        Field::Influence => "filter-field-influence",
        Field::NextStepOn => "filter-field-next-step-on",
        Field::CheckedOn => "filter-field-checked-on",
        Field::Phone => "filter-field-phone",
        Field::Email => "filter-field-email",
        Field::Web => "filter-field-web",
        Field::City => "filter-field-city",
        Field::Region => "filter-field-region",
        Field::PostalCode => "filter-field-postal-code",
        Field::Street => "filter-field-street",
        Field::Account => "filter-field-account",
        Field::Bank => "filter-field-bank",
        Field::Bik => "filter-field-bik",
        Field::Group => "filter-field-group",
        Field::Team => "filter-field-team",
        Field::Completeness => "filter-field-completeness",
        Field::CreatedOn => "filter-field-created-on",
    }
}

fn text_key(text: TextField) -> &'static str {
    match text {
        TextField::Name => "filter-field-name",
        TextField::FullName => "filter-field-full-name",
        TextField::Inn => "filter-field-inn",
        TextField::Kpp => "filter-field-kpp",
        TextField::Ogrn => "filter-field-ogrn",
        TextField::Surname => "filter-field-surname",
        TextField::FirstName => "filter-field-first-name",
        TextField::Patronymic => "filter-field-patronymic",
        TextField::Department => "filter-field-department",
        TextField::Position => "filter-field-position",
        TextField::ExternalId => "filter-field-external-id",
        TextField::Note => "filter-field-note",
        TextField::Situation => "filter-field-situation",
        TextField::Products => "filter-field-products",
        TextField::Customers => "filter-field-customers",
        TextField::MarketPosition => "filter-field-market-position",
        TextField::Goals => "filter-field-goals",
        TextField::Culture => "filter-field-culture",
        TextField::Indicators => "filter-field-indicators",
        TextField::Strengths => "filter-field-strengths",
        TextField::Weaknesses => "filter-field-weaknesses",
        TextField::Education => "filter-field-education",
        TextField::Skills => "filter-field-skills",
        TextField::Hobbies => "filter-field-hobbies",
        TextField::Likes => "filter-field-likes",
        TextField::Dislikes => "filter-field-dislikes",
        TextField::Family => "filter-field-family",
        TextField::PreferredTime => "filter-field-preferred-time",
        TextField::NextStep => "filter-field-next-step",
    }
}
