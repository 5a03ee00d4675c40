//! ADDRESSBLOCK and GREETINGLINE: lines that Word puts together from what the data say of a
//! recipient, by the switches of the field.

use super::{Word, plain};
use crate::error::template::Place;
use crate::template_engine::value::Name;

/// An address or a greeting, as its field describes it.
#[derive(Debug, Clone)]
pub struct Lines {
    /// Which of them.
    pub sort: Sort,
    /// What is written, one after the other.
    pub stretches: Vec<Stretch>,
    /// The prefix of the elements.
    pub prefix: String,
    /// Where it stands.
    pub place: Place,
}

/// What is put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sort {
    /// An address; countries that are not written, where that is not all of them.
    Address {
        /// Whether a country is written at all.
        has_country: bool,
        /// Countries that go without saying.
        excluded: Vec<String>,
    },
    /// A greeting, and what is written where nothing is known of the name.
    Greeting(String),
}

/// A stretch of such lines.
#[derive(Debug, Clone)]
pub enum Stretch {
    /// Text.
    Text(String),
    /// What a greeting begins with; it agrees with the recipient.
    Opening(String),
    /// A part of the name or the address, with the text that goes where there is none.
    Part {
        /// What it is.
        part: Part,
        /// The fields it may stand in, the likeliest first.
        names: Vec<Name>,
        /// Before it.
        before: String,
        /// Behind it.
        after: String,
    },
}

/// A part of a name or an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Mr, Ms.
    Title,
    /// The first name.
    First,
    /// The patronymic.
    Middle,
    /// The surname.
    Last,
    /// The organisation.
    Company,
    /// The street and the house.
    Street,
    /// The town.
    City,
    /// The region.
    Region,
    /// The country.
    Country,
    /// Any other field.
    Other,
}

/// What Word calls the parts, what they are, and the fields of data they may stand in: ours, then
/// those of a table as people and Word call its columns.
const PARTS: &[(&str, Part, &[&str])] = &[
    ("_TITLE0_", Part::Title, &["Courtesy Title", "Title"]),
    (
        "_FIRST0_",
        Part::First,
        &["recipient.first_name", "first_name", "First"],
    ),
    (
        "_NICK0_",
        Part::First,
        &["Nickname", "recipient.first_name", "first_name"],
    ),
    (
        "_MIDDLE0_",
        Part::Middle,
        &["recipient.patronymic", "patronymic", "Middle Name"],
    ),
    (
        "_LAST0_",
        Part::Last,
        &["recipient.surname", "surname", "Last Name", "Last"],
    ),
    ("_SUFFIX0_", Part::Other, &["Suffix"]),
    (
        "_COMPANY_",
        Part::Company,
        &[
            "recipient.organisation",
            "organisation",
            "Company Name",
            "Company",
        ],
    ),
    (
        "_JOBTITLE_",
        Part::Other,
        &["recipient.position", "position", "Job Title"],
    ),
    (
        "_STREET1_",
        Part::Street,
        &[
            "recipient.street",
            "street",
            "Address 1",
            "Address Line 1",
            "address",
        ],
    ),
    ("_STREET2_", Part::Other, &["Address 2", "Address Line 2"]),
    ("_CITY_", Part::City, &["recipient.city", "city"]),
    (
        "_STATE_",
        Part::Region,
        &["recipient.region", "region", "State", "State or Province"],
    ),
    (
        "_POSTAL_",
        Part::Other,
        &[
            "recipient.postcode",
            "postcode",
            "Postal Code",
            "ZIP Code",
            "ZIP",
        ],
    ),
    (
        "_COUNTRY_",
        Part::Country,
        &[
            "recipient.country",
            "country",
            "Country or Region",
            "страна",
        ],
    ),
];

/// What Word writes where the field does not say.
const ADDRESS: &str = "<<_FIRST0_>><< _LAST0_>>\n<<_COMPANY_\n>><<_STREET1_\n>><<_STREET2_\n>><<_CITY_>>\
                       <<, _STATE_>><< _POSTAL_>><<\n_COUNTRY_>>";
const GREETING: &str = "<<_TITLE0_ >><<_FIRST0_>><< _LAST0_>>";

/// Everything that may tell the whole name of the recipient.
pub const WHOLE_NAME: &[&str] = &["recipient.name", "name", "ФИО"];

/// Everything that may tell whether it is a man or a woman.
pub const SEX: &[&str] = &["recipient.sex", "sex", "Gender"];

/// The whole greeting where the data have one.
pub const SALUTATION: &[&str] = &["recipient.salutation", "salutation"];

impl Lines {
    /// Reads the words of an instruction. None where it is neither, or holds further fields.
    pub fn read(kind: &str, words: &[Word], prefix: &str, place: &Place) -> Option<Self> {
        let mut switches = Switches::default();
        switches.take(words)?;
        let (sort, usual) = match kind {
            "ADDRESSBLOCK" => {
                let excluded = switches.otherwise.split(';');
                let excluded = excluded.map(|country| country.trim().to_lowercase());
                let is_choosy = switches.country == "2";
                let sort = Sort::Address {
                    has_country: switches.country != "0",
                    excluded: excluded.filter(|_| is_choosy).collect(),
                };
                (sort, ADDRESS)
            }
            "GREETINGLINE" => (Sort::Greeting(switches.otherwise), GREETING),
            _ => return None,
        };
        let format = switches.format.as_deref();
        Some(Self {
            sort,
            stretches: stretches(format.unwrap_or(usual)),
            prefix: prefix.to_owned(),
            place: place.clone(),
        })
    }

    /// The fields of our own it asks for, by their names.
    pub fn fields(&self) -> &'static [&'static str] {
        match self.sort {
            Sort::Address { .. } => &["recipient.name", "recipient.street", "recipient.city"],
            Sort::Greeting(_) => &["recipient.salutation"],
        }
    }

    /// Whether a part is written.
    pub fn has(&self, sought: Part) -> bool {
        let is_it =
            |stretch: &Stretch| matches!(stretch, Stretch::Part { part, .. } if *part == sought);
        self.stretches.iter().any(is_it)
    }
}

#[derive(Default)]
struct Switches {
    format: Option<String>,
    otherwise: String,
    country: String,
}

impl Switches {
    /// Reads `\f "…"`, `\e "…"`, `\c 2`. What language it is in (`\l`) and whether the order goes
    /// by the country (`\d`) makes no difference: the document has a language.
    fn take(&mut self, words: &[Word]) -> Option<()> {
        let mut words = words.iter().skip(1);
        while let Some(word) = words.next() {
            let word = plain(word)?;
            let (switch, said) =
                word.split_at(word.char_indices().nth(2).map_or(word.len(), |(at, _)| at));
            let switch = switch.to_lowercase();
            if !["\\f", "\\e", "\\c", "\\l"].contains(&switch.as_str()) {
                continue;
            }
            let said = match said.is_empty() {
                true => plain(words.next()?)?,
                false => said.to_owned(),
            };
            match switch.as_str() {
                "\\f" => self.format = Some(said),
                "\\e" => self.otherwise = said,
                "\\c" => self.country = said,
                _ => {}
            }
        }
        Some(())
    }
}

/// A format such as `<<_BEFORE_ Dear >><<_TITLE0_ >><<_LAST0_>><<_AFTER_ ,>>`.
fn stretches(format: &str) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let mut rest = format;
    while let Some((before, behind)) = rest.split_once("<<") {
        if !before.is_empty() {
            stretches.push(Stretch::Text(before.to_owned()));
        }
        let (inside, behind) = behind.split_once(">>").unwrap_or((behind, ""));
        stretches.extend(stretch(inside));
        rest = behind;
    }
    if !rest.is_empty() {
        stretches.push(Stretch::Text(rest.to_owned()));
    }
    stretches
}

/// What stands between the brackets; none for what nobody here has, such as the names of a spouse.
fn stretch(inside: &str) -> Option<Stretch> {
    let text = |text: &str| text.strip_prefix(' ').unwrap_or(text).to_owned();
    if let Some((_, opening)) = inside.split_once("_BEFORE_") {
        return Some(Stretch::Opening(text(opening)));
    }
    if let Some((_, end)) = inside.split_once("_AFTER_") {
        return Some(Stretch::Text(text(end)));
    }
    PARTS.iter().find_map(|(placeholder, part, names)| {
        let (before, after) = inside.split_once(placeholder)?;
        Some(Stretch::Part {
            part: *part,
            names: names
                .iter()
                .filter_map(|name| Name::of_field(name))
                .collect(),
            before: before.to_owned(),
            after: after.to_owned(),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_taken_apart() {
        let told: Vec<_> =
            stretches("<<_BEFORE_ Dear >><<_TITLE0_ >><<and _TITLE1_>><<, _LAST0_>> x")
                .into_iter()
                .map(|stretch| match stretch {
                    Stretch::Text(text) => text,
                    Stretch::Opening(text) => format!("!{text}"),
                    Stretch::Part {
                        part,
                        before,
                        after,
                        ..
                    } => format!("{before}{part:?}{after}"),
                })
                .collect();
        assert_eq!(told, ["!Dear ", "Title ", ", Last", " x"]);
    }
}
