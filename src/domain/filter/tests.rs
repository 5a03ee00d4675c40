use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::domain::client::TextField;
use crate::domain::custom_field::Shape;
use crate::domain::term::Dictionary;
use crate::domain::{CustomField, SavedView};

const CITY: Field = Field::City;

/// An office whose names are as awkward as names can be.
fn catalog() -> Catalog {
    let mut catalog = Catalog::default();
    let field = |id: i64, name: &str, shape| CustomField {
        id: Id::from(id),
        ..CustomField::new(Kind::Organization, name, shape)
    };
    catalog.fields = vec![
        field(1, "Рога и копыта", Shape::Text),
        field(2, "city", Shape::Number),
        field(3, "НЕ \"звонить\"", Shape::YesNo),
        field(4, "Сумма, тыс. (₽)", Shape::Money),
        field(5, "дата дата", Shape::Date),
        field(6, "Класс", Shape::List),
        field(7, "Класс", Shape::MultiList),
    ];
    let term = |id: i64, dictionary, name: &str| Term {
        id: Id::from(id),
        ..Term::new(dictionary, name)
    };
    catalog.terms = vec![
        term(11, Dictionary::Segment, "торговля"),
        term(12, Dictionary::Segment, "и/или"),
        term(13, Dictionary::Segment, "Торговля"),
    ];
    for (id, name) in [(21, "А"), (22, "Б \"два\"")] {
        let option = Term {
            id: Id::from(id),
            ..Term::option(Id::from(6), name)
        };
        catalog.terms.push(option);
    }
    catalog
}

fn view(id: i64, filter: &str) -> SavedView {
    SavedView {
        id: Id::from(id),
        version: 1,
        kind: Kind::Organization,
        owner: None,
        name: format!("Вид {id}"),
        filter: filter.to_owned(),
        words: String::new(),
        columns: String::new(),
        sorting: String::new(),
        is_segment: false,
    }
}

fn read(text: &str) -> Option<Expression> {
    canonical::read(text, &catalog()).unwrap()
}

fn fault(text: &str) -> (Expected, String) {
    let mistake = canonical::read(text, &catalog()).unwrap_err();
    (mistake.expected, text[mistake.at].to_owned())
}

fn city(text: &str) -> Expression {
    Expression::condition(CITY, Test::Text(Wording::Is, text.to_owned()))
}

#[test]
fn not_binds_tighter_than_and_and_and_tighter_than_or() {
    let meant = read("city = a and not city = b or city = c");
    let both = Expression::All(vec![city("a"), city("b").negated()]);
    assert_eq!(meant, Some(Expression::Any(vec![both, city("c")])));
    let meant = read("(city = c or city = a) and not (city = b or city = d)");
    let either = Expression::Any(vec![city("c"), city("a")]);
    let neither = Expression::Not(Box::new(Expression::Any(vec![city("b"), city("d")])));
    assert_eq!(meant, Some(Expression::All(vec![either, neither])));
}

#[test]
fn a_value_is_one_word_or_more_and_quotes_hold_the_rest() {
    assert_eq!(
        read("CITY = Великий  Новгород"),
        Some(city("Великий  Новгород"))
    );
    assert_eq!(
        read("city=«Рога and (копыта)»"),
        Some(city("Рога and (копыта)"))
    );
    assert_eq!(read("city = \"and\""), Some(city("and")));
    let list = read("city is any of (a, \"b, c\")");
    assert_eq!(list, Some(Expression::Any(vec![city("a"), city("b, c")])));
    assert_eq!(read("city = \"\""), read("city is empty"));
    assert_eq!(read("  "), None);
}

#[test]
fn a_field_is_asked_by_its_nature() {
    let number = |test| Some(Expression::condition(Field::Completeness, test));
    assert_eq!(
        read("completeness <= 50%"),
        number(Test::Number(Comparison::AtMost, 50))
    );
    assert_eq!(
        read("completeness between 10 and 20"),
        number(Test::NumberBetween(10, 20))
    );
    let step = |test| Some(Expression::condition(Field::NextStepOn, test));
    let day = NaiveDate::from_ymd_opt(2026, 6, 29).unwrap();
    let later = Test::Day(Comparison::More, day);
    assert_eq!(read("next_step_on > 29.06.2026"), step(later.clone()));
    assert_eq!(read("next_step_on > 29 Jun 26"), step(later));
    assert_eq!(
        read("next_step_on is within the next 7 days"),
        step(Test::Period(Period::Next(7)))
    );
    assert_eq!(
        read("next_step_on = is today"),
        step(Test::Period(Period::Today))
    );
    let trade = Choice::Term(Id::from(11));
    let segment = |test| Some(Expression::condition(Field::Segment, test));
    assert_eq!(read("segment <> #11"), segment(Test::NoneOf(vec![trade])));
    let owner = Test::AnyOf(vec![Choice::Me, Choice::Employee(Id::from(5))]);
    assert_eq!(
        read("owner is any of (me, #5)"),
        Some(Expression::condition(Field::Owner, owner))
    );
    let employer = Expression::condition(Field::Employer, Test::Client(Id::from(9)));
    assert_eq!(read("employer = #9"), Some(employer));
}

#[test]
fn a_mistake_says_where_and_what_was_expected() {
    for (text, expected, found) in [
        ("gorod = a", Expected::Field, "gorod"),
        ("city", Expected::Test, ""),
        ("city =", Expected::Value, ""),
        ("city = and", Expected::Value, "and"),
        ("city > a", Expected::SuitableTest, ">"),
        ("city is today", Expected::SuitableTest, "is"),
        ("city = a and", Expected::Field, ""),
        ("city = a)", Expected::Connective, ")"),
        ("(city = a", Expected::Closing, ""),
        ("city = \"a", Expected::Quote, "\"a"),
        ("city = a city = b", Expected::Connective, "="),
        ("completeness = много", Expected::Number, "много"),
        ("next_step_on < 31.02.2026", Expected::Day, "31.02.2026"),
        ("next_step_on between 1.1.26", Expected::SecondEnd, ""),
        ("stage = актив", Expected::Choice, "актив"),
        ("stage is any of active", Expected::List, "active"),
        ("stage is any of (active", Expected::Closing, ""),
        ("view = b", Expected::View, "b"),
        ("#3 = maybe", Expected::YesNo, "maybe"),
        (
            "birthday is over 3 months ago",
            Expected::SuitableTest,
            "is",
        ),
    ] {
        assert_eq!(fault(text), (expected, found.to_owned()), "{text}");
    }
    let mistake = canonical::read("stage = activ", &catalog()).unwrap_err();
    assert_eq!(mistake.near, ["active"]);
    let deep = format!("{}city = a{}", "(".repeat(100), ")".repeat(100));
    assert_eq!(fault(&deep).0, Expected::Shallower);
    let deep = format!("{}city = a", "not ".repeat(100_000));
    assert_eq!(fault(&deep).0, Expected::Shallower);
}

#[test]
fn needless_groups_go() {
    let nested = Expression::All(vec![
        Expression::Any(vec![city("a")]),
        Expression::All(vec![city("b"), Expression::Any(Vec::new())]),
        Expression::Not(Box::new(Expression::Not(Box::new(city("c"))))),
    ]);
    let flat = Expression::All(vec![city("a"), city("b"), city("c")]);
    assert_eq!(nested.simplified(), Some(flat));
    assert_eq!(Expression::All(Vec::new()).simplified(), None);
}

#[test]
fn a_view_stands_for_what_it_asks_and_never_within_itself() {
    let mut catalog = catalog();
    catalog.views = vec![
        view(31, "city = a"),
        view(32, "view = #31 or view = #33"),
        view(33, "not view = #32"),
        view(34, ""),
    ];
    let asked = |id: i64| Expression::View(Id::from(id)).with_views(&catalog);
    assert_eq!(asked(31), Ok(city("a")));
    assert_eq!(asked(34).unwrap().simplified(), None);
    assert_eq!(asked(32), Err(Fault::Cycle));
    assert_eq!(asked(99), Err(Fault::ViewGone));
    assert!(!Expression::View(Id::from(31)).names_view(Id::from(34), &catalog));
    assert!(Expression::View(Id::from(31)).names_view(Id::from(31), &catalog));
}

#[test]
fn a_filter_is_checked_against_its_register() {
    let catalog = catalog();
    let sex = Expression::any_of(Field::Sex, [Choice::Sex(Sex::Male)]);
    assert_eq!(sex.check(Kind::Person, &catalog), Ok(()));
    assert_eq!(
        sex.check(Kind::Organization, &catalog),
        Err(Fault::FieldGone)
    );
    let gone = Expression::condition(Field::Custom(Id::from(99)), Test::Empty);
    assert_eq!(
        gone.check(Kind::Organization, &catalog),
        Err(Fault::FieldGone)
    );
    let odd = Expression::condition(Field::City, Test::YesNo(true));
    assert_eq!(
        odd.check(Kind::Organization, &catalog),
        Err(Fault::Unsuitable(Field::City))
    );
}

/// Awkward words of a language that is none.
struct Babel(Catalog);

impl Vocabulary for Babel {
    fn nature(&self, field: Field) -> Option<Nature> {
        self.0.nature_in(field, Kind::Organization)
    }

    fn fields(&self) -> Vec<(String, Field)> {
        let texts = [
            ("город", Field::City),
            ("город и область", Field::Region),
            ("не телефон", Field::Phone),
            ("с какого дня", Field::Since),
            ("сегмент", Field::Segment),
            ("name", Field::Text(TextField::FullName)),
        ];
        let texts = texts.map(|(name, field)| (name.to_owned(), field));
        let own = self.0.fields.iter();
        let own = own.map(|field| (field.name.clone(), Field::Custom(field.id)));
        let rest = Field::of_kind(Kind::Organization);
        let rest = rest.map(|field| (field.key(), field));
        texts.into_iter().chain(own).chain(rest).collect()
    }

    fn choices(&self, field: Field) -> Vec<(String, Choice)> {
        let all = Choice::all(field, Kind::Organization, &self.0);
        all.into_iter()
            .map(|one| (self.choice(field, one), one))
            .collect()
    }

    fn views(&self) -> Vec<(String, Id<SavedView>)> {
        [("me", 1), ("вид \"два\"", 2), ("ВИД", 3), ("вид", 4)]
            .map(|(name, id)| (name.to_owned(), Id::from(id)))
            .to_vec()
    }

    fn phrases(&self) -> Vec<(String, Keyword)> {
        let own = [
            ("и", Keyword::And),
            ("и", Keyword::To),
            ("или", Keyword::Or),
            ("не", Keyword::Not),
            ("между", Keyword::Between),
            ("я", Keyword::Me),
            ("пусто", Keyword::Empty),
            ("через # дней", Keyword::Next),
        ];
        own.map(|(phrase, keyword)| (phrase.to_owned(), keyword))
            .to_vec()
    }

    fn field(&self, field: Field) -> String {
        let mut named = self.fields().into_iter();
        named.find(|(_, known)| *known == field).unwrap().0
    }

    fn choice(&self, _: Field, choice: Choice) -> String {
        match choice {
            Choice::Term(id) => self.0.term(Some(id)).to_owned(),
            other => canonical::choice(other),
        }
    }

    fn keyword(&self, keyword: Keyword, count: u32) -> String {
        let mut own = self.phrases().into_iter();
        let own = own.find(|(_, known)| *known == keyword);
        let phrase = own.map_or(keyword.name().to_owned(), |(phrase, _)| phrase);
        phrase.replace('#', &count.to_string())
    }

    fn day(&self, day: NaiveDate) -> String {
        day.format("%-d %b %Y").to_string()
    }
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[а-яА-Яa-zё0-9.,()\"«» <>=#!;-]{0,12}[a-zа-я0-9]",
        prop::sample::select(vec!["и", "or", "me", "пусто", "is", "#12", "a and b", "не"])
            .prop_map(str::to_owned),
    ]
}

fn comparison() -> impl Strategy<Value = Comparison> {
    prop::sample::select(Comparison::ALL.to_vec())
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (1970..2090i32, 1..366u32).prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).unwrap())
}

fn period() -> impl Strategy<Value = Period> {
    prop_oneof![
        Just(Period::Today),
        Just(Period::ThisMonth),
        Just(Period::Past),
        (0..5000u32).prop_map(Period::Next),
        (0..5000u32).prop_map(Period::Last),
        (0..5000u32).prop_map(Period::MonthsAgo),
    ]
}

fn some(all: Vec<Choice>) -> impl Strategy<Value = Test> {
    let count = all.len();
    (prop::sample::subsequence(all, 1..=count), any::<bool>()).prop_map(|(some, is_any)| {
        match is_any {
            true => Test::AnyOf(some),
            false => Test::NoneOf(some),
        }
    })
}

fn test(nature: Nature, field: Field) -> BoxedStrategy<Test> {
    let wording = prop::sample::select(vec![
        Wording::Is,
        Wording::IsNot,
        Wording::Contains,
        Wording::Begins,
    ]);
    let own = match nature {
        Nature::Text => (wording, text())
            .prop_map(|(how, text)| Test::Text(how, text))
            .boxed(),
        Nature::Client => prop_oneof![
            (wording, text()).prop_map(|(how, text)| Test::Text(how, text)),
            any::<i64>().prop_map(|id| Test::Client(Id::from(id))),
            any::<i64>().prop_map(|id| Test::NotClient(Id::from(id))),
        ]
        .boxed(),
        Nature::Integer | Nature::Number | Nature::Money => prop_oneof![
            (comparison(), -i64::MAX..i64::MAX).prop_map(|(how, n)| Test::Number(how, n)),
            (-i64::MAX..i64::MAX, -i64::MAX..i64::MAX).prop_map(|(a, b)| Test::NumberBetween(a, b)),
        ]
        .boxed(),
        Nature::Date | Nature::Birthday => prop_oneof![
            (comparison(), day()).prop_map(|(how, day)| Test::Day(how, day)),
            (day(), day()).prop_map(|(a, b)| Test::DayBetween(a, b)),
            period().prop_map(Test::Period),
        ]
        .boxed(),
        Nature::YesNo => any::<bool>().prop_map(Test::YesNo).boxed(),
        Nature::Choice | Nature::Choices => {
            some(Choice::all(field, Kind::Organization, &catalog())).boxed()
        }
    };
    if field == Field::Completeness || field == Field::CreatedOn {
        return own;
    }
    prop_oneof![1 => Just(Test::Empty), 1 => Just(Test::Filled), 8 => own].boxed()
}

fn condition() -> impl Strategy<Value = Expression> {
    let fields: Vec<_> = catalog().all_fields(Kind::Organization).collect();
    let asked: Vec<_> = fields
        .into_iter()
        // Nobody has entered groups or the options of the last field.
        .filter(|field| *field != Field::Group && *field != Field::Custom(Id::from(7)))
        .filter(|field| !matches!(field, Field::Source | Field::Category))
        .collect();
    prop::sample::select(asked).prop_flat_map(|field| {
        let nature = catalog().nature_in(field, Kind::Organization).unwrap();
        test(nature, field).prop_map(move |test| Expression::condition(field, test))
    })
}

fn expression() -> impl Strategy<Value = Expression> {
    let view = (1..6i64).prop_map(|id| Expression::View(Id::from(id)));
    let leaf = prop_oneof![9 => condition(), 1 => view];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Expression::All),
            prop::collection::vec(inner.clone(), 0..4).prop_map(Expression::Any),
            inner.prop_map(|inner| Expression::Not(Box::new(inner))),
        ]
    })
}

proptest! {
    #[test]
    fn a_filter_is_read_back_from_its_text(expression in expression()) {
        let Some(meant) = expression.simplified() else { return Ok(()) };
        let babel = Babel(catalog());
        let said = print(&meant, &babel);
        prop_assert_eq!(parse(&said, &babel), Ok(Some(meant.clone())), "{}", said);
        let kept = canonical::write(Some(&meant), &babel.0);
        prop_assert_eq!(canonical::read(&kept, &babel.0), Ok(Some(meant)), "{}", kept);
    }

    #[test]
    fn any_text_is_read_or_refused_in_its_place(text in "[\\PC ]{0,40}") {
        if let Err(mistake) = canonical::read(&text, &catalog()) {
            prop_assert!(text.get(mistake.at).is_some());
        }
    }

    #[test]
    fn simplifying_twice_changes_nothing(expression in expression()) {
        let once = expression.simplified();
        prop_assert_eq!(once.clone().and_then(Expression::simplified), once);
    }
}
