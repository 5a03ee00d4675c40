//! Words for fields and for what they say, whatever the field.

use crate::domain::client::{Kind, Role};
use crate::domain::listing::Sort;
use crate::domain::name::Sex;
use crate::domain::{Catalog, Datum, Field};
use crate::i18n::Locale;

impl Locale {
    /// What a column of a list is called.
    pub fn column(&self, kind: Kind, sort: Sort, catalog: &Catalog) -> String {
        match sort {
            Sort::Name if kind == Kind::Person => self.text("clients-column-person"),
            Sort::Name => self.text("clients-column-name"),
            Sort::Field(field) => self.field(kind, field, catalog),
        }
    }

    /// What a field is called; empty for a custom one that is gone.
    pub fn field(&self, kind: Kind, field: Field, catalog: &Catalog) -> String {
        let key = match field {
            Field::Text(field) => return self.text_field(kind, field),
            Field::Custom(id) => {
                return catalog
                    .field(id)
                    .map_or(String::new(), |field| field.name.clone());
            }
            Field::Owner => "card-owner",
            Field::Roles => "clients-column-roles",
            Field::Sex => "card-sex",
            Field::Birthday => "card-birthday",
            Field::Employer => "clients-column-employer",
            Field::Since => "clients-column-since",
            Field::Segment => "profile-segment",
            Field::Source => "profile-source",
            Field::Category => "profile-category",
            Field::Stage => "profile-stage",
            Field::RecommendedBy => "profile-recommended-by",
            Field::PreferredMedium => "profile-preferred-medium",
            Field::PoliticalRole => "profile-political-role",
            Field::Influence => "profile-influence",
            Field::NextStepOn => "profile-next-step-on",
            Field::CheckedOn => "profile-checked-on",
            Field::Phone => "clients-column-phone",
            Field::Email => "clients-column-email",
            Field::Web => "card-channel-web",
            Field::City => "clients-column-city",
            Field::Region => "card-region",
            Field::PostalCode => "card-postal-code",
            Field::Street => "card-street",
            Field::Account => "card-account",
            Field::Bank => "card-bank",
            Field::Bik => "card-bik",
            Field::Group => "card-groups",
            Field::Team => "clients-column-team",
            Field::Completeness => "clients-column-completeness",
            Field::CreatedOn => "clients-column-created",
        };
        self.text(key)
    }

    /// What a field says, in one line; empty for nothing.
    pub fn datum(&self, datum: &Datum, catalog: &Catalog) -> String {
        let joined = |names: Vec<String>| {
            let names: Vec<_> = names.into_iter().filter(|name| !name.is_empty()).collect();
            names.join(", ")
        };
        match datum {
            Datum::Nothing => String::new(),
            Datum::Text(text) => text.clone(),
            Datum::Integer(number) => self.number(*number),
            Datum::Number(number) => self.decimal(*number),
            Datum::Money(money) => self.money(*money),
            Datum::Date(day) => self.date(*day),
            Datum::Birthday(day) => self.birthday(*day),
            Datum::YesNo(is_so) => self.text(if *is_so { "clients-yes" } else { "clients-no" }),
            Datum::Sex(Sex::Male) => self.text("card-sex-male"),
            Datum::Sex(Sex::Female) => self.text("card-sex-female"),
            Datum::Stage(stage) => self.stage(*stage),
            Datum::Medium(medium) => self.medium(*medium),
            Datum::PoliticalRole(role) => self.political_role(*role),
            Datum::Roles(roles) => joined(roles.iter().map(|role| self.role(role)).collect()),
            Datum::Terms(terms) => joined(
                terms
                    .iter()
                    .map(|id| catalog.term(Some(*id)).to_owned())
                    .collect(),
            ),
            Datum::Employees(ids) => {
                joined(ids.iter().map(|id| catalog.employee(Some(*id))).collect())
            }
            Datum::Groups(ids) => {
                let groups = catalog
                    .groups
                    .iter()
                    .filter(|group| ids.contains(&group.id));
                joined(groups.map(|group| group.name.clone()).collect())
            }
            Datum::Client(_, title) => title.clone(),
        }
    }

    /// What a counterparty is to us.
    pub fn role(&self, role: Role) -> String {
        self.text(match role {
            Role::Potential => "clients-role-potential",
            Role::Active => "clients-role-active",
            Role::Former => "clients-role-former",
            Role::Partner => "clients-role-partner",
            Role::Competitor => "clients-role-competitor",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::client::TextField;
    use crate::domain::{CustomField, custom_field::Shape};
    use crate::i18n::Language;

    #[test]
    fn every_field_has_a_name_of_its_own_in_its_register() {
        let custom = CustomField::new(Kind::Person, "Хобби", Shape::Text);
        let catalog = Catalog {
            fields: vec![custom.clone()],
            ..Catalog::default()
        };
        for language in Language::ALL {
            let locale = Locale::new(language);
            for kind in Kind::ALL {
                let mut names: Vec<_> = Field::of_kind(kind)
                    .map(|field| locale.field(kind, field, &catalog))
                    .collect();
                let count = names.len();
                names.sort();
                names.dedup();
                assert_eq!(names.len(), count, "{names:?}");
            }
            let custom = Field::Custom(custom.id);
            assert_eq!(locale.field(Kind::Person, custom, &catalog), "Хобби");
        }
    }

    #[test]
    fn what_a_field_says_reads_as_the_language_writes_it() {
        let (catalog, locale) = (Catalog::default(), Locale::new(Language::Russian));
        let words = |datum| locale.datum(&datum, &catalog);
        assert_eq!(words(Datum::Number(1_284_500_000)), "1\u{a0}284,5");
        assert_eq!(words(Datum::Number(-250_000)), "−0,25");
        assert_eq!(words(Datum::YesNo(true)), "Да");
        assert_eq!(words(Datum::Nothing), "");
        assert_eq!(
            locale.field(Kind::Person, Field::Text(TextField::Ogrn), &catalog),
            "ОГРНИП"
        );
    }
}
