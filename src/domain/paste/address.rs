//! Addresses, parted into postal code, region, town and street.

use std::ops::Range;

use super::foreign::{foreign, foreign_town};
use super::label::Label;
use super::{Found, Place, Reading};

/// Words of a region, of a district, and of countries that stand where regions do.
const REGIONS: &[&str] = &[
    "обл",
    "область",
    "край",
    "республика",
    "респ",
    "ао",
    "автономный",
    "р-н",
    "район",
    "го",
    "округ",
    "м.р-н",
];
const COUNTRIES: &[(&str, &str)] = &[
    ("россия", ""),
    ("рф", ""),
    ("российская федерация", ""),
    ("russia", ""),
    ("russian federation", ""),
    ("казахстан", "Казахстан"),
    ("республика казахстан", "Республика Казахстан"),
    ("рк", "Казахстан"),
    ("kazakhstan", "Kazakhstan"),
    ("беларусь", "Беларусь"),
    ("республика беларусь", "Республика Беларусь"),
    ("рб", "Беларусь"),
    ("belarus", "Belarus"),
    ("germany", "Germany"),
    ("deutschland", "Deutschland"),
    ("uk", "UK"),
    ("united kingdom", "United Kingdom"),
    ("england", "England"),
    ("usa", "USA"),
    ("united states", "United States"),
    ("u.s.a", "USA"),
    ("austria", "Austria"),
    ("österreich", "Österreich"),
    ("switzerland", "Switzerland"),
];
/// Words before the name of a town, which goes without them, and of a village, which keeps them.
const TOWNS: &[&str] = &["г", "гор", "город"];
const VILLAGES: &[&str] = &[
    "п",
    "пос",
    "поселок",
    "пгт",
    "рп",
    "с",
    "село",
    "дер",
    "деревня",
    "ст-ца",
    "станица",
    "хутор",
    "х",
    "д",
    "р.п",
    "п.г.т",
    "мкр",
    "аул",
];
pub const STREETS: &[&str] = &[
    "ул",
    "улица",
    "пр",
    "пр-т",
    "пр-кт",
    "проспект",
    "пер",
    "переулок",
    "наб",
    "набережная",
    "ш",
    "шоссе",
    "пл",
    "площадь",
    "б-р",
    "бульвар",
    "проезд",
    "пр-д",
    "линия",
    "тупик",
    "аллея",
    "квартал",
    "кв-л",
    "мкр",
    "микрорайон",
    "дом",
    "д",
    "стр",
    "строение",
    "корп",
    "корпус",
    "лит",
    "литера",
    "литер",
    "оф",
    "офис",
    "пом",
    "помещение",
    "комн",
    "комната",
    "ком",
    "кв",
    "квартира",
    "этаж",
    "эт",
    "а/я",
    "владение",
    "вл",
    "км",
    "бц",
    "тер",
    "территория",
    "здание",
    "зд",
    "каб",
    "вн",
    "вн.тер.г",
    "street",
    "str",
    "road",
    "avenue",
    "ave",
];
/// Towns that need no word before them.
const KNOWN: &[&str] = &[
    "москва",
    "санкт-петербург",
    "спб",
    "с-петербург",
    "екатеринбург",
    "новосибирск",
    "казань",
    "нижний новгород",
    "самара",
    "челябинск",
    "омск",
    "ростов-на-дону",
    "уфа",
    "красноярск",
    "пермь",
    "воронеж",
    "волгоград",
    "краснодар",
    "саратов",
    "тюмень",
    "минск",
    "алматы",
    "астана",
    "севастополь",
    "киев",
    "moscow",
    "saint petersburg",
    "st. petersburg",
    "tver",
    "тверь",
    "калининград",
    "иркутск",
    "хабаровск",
    "владивосток",
    "ярославль",
    "тула",
    "калуга",
    "сочи",
    "london",
    "minsk",
    "almaty",
    "astana",
];

impl Reading<'_> {
    /// The address behind its labels.
    pub(super) fn take_address(&mut self, labels: &[Label], value: Range<usize>) -> bool {
        let end = value
            .clone()
            .find(|at| self.text.is_taken(*at))
            .unwrap_or(value.end);
        let value = self.text.trimmed(&(value.start..end));
        let slice = self.text.slice(&value);
        let words = folded_words(slice);
        let is_placed = words
            .iter()
            .any(|word| KNOWN.contains(&&**word) || TOWNS.contains(&&**word));
        let has_letter = slice.contains(char::is_alphabetic);
        let has_number = slice.contains(|c: char| c.is_ascii_digit());
        if slice.chars().count() < 5 || !has_letter || !has_number && !is_placed {
            return false;
        }
        let mut place = split(slice);
        for label in labels {
            match label {
                Label::Address(purpose) => place.purposes.extend(*purpose),
                Label::Both(one, other) => place.purposes.extend([*one, *other]),
                _ => {}
            }
        }
        self.text.take(value.clone());
        self.pasted.addresses.push(Found {
            value: place,
            span: value,
        });
        true
    }

    /// An address without a label.
    pub(super) fn take_bare_address(&mut self, piece: &Range<usize>) -> bool {
        let slice = self.text.slice(piece);
        let Some(start) = start_of_address(slice) else {
            return false;
        };
        let span = piece.start + start..piece.end;
        self.take_address(&[], span)
    }

    /// A street and the town under it: `Hauptstr. 5` over `10115 Berlin`.
    pub(super) fn take_foreign_address(&mut self, pieces: &[Range<usize>]) {
        for (at, piece) in pieces.iter().enumerate() {
            let line = self.text.slice(piece);
            if self.text.is_taken(piece.start) || foreign_town(line).is_none() {
                continue;
            }
            let has_number = |span: &&Range<usize>| {
                let text = self.text.slice(span);
                let digits = text.bytes().filter(u8::is_ascii_digit).count();
                (1..=6).contains(&digits)
                    && text.contains(char::is_alphabetic)
                    && !self.text.is_taken(span.start)
            };
            let street = at
                .checked_sub(1)
                .and_then(|before| pieces.get(before))
                .filter(has_number);
            let country = pieces.get(at + 1).filter(|span| {
                !self.text.is_taken(span.start) && country(self.text.slice(span)).is_some()
            });
            let first = match street {
                Some(street) => street.start,
                None if line.contains(',') => piece.start,
                None => continue,
            };
            let last = country.map_or(piece.end, |country| country.end);
            self.take_address(&[], first..last);
        }
    }
}

/// Whether a line goes on with an address begun in the line above.
pub fn goes_on(line: &str) -> bool {
    let digits = line.bytes().filter(u8::is_ascii_digit).count();
    let is_plain =
        !line.contains('@') && !line.contains("www") && digits <= 12 && line.chars().count() < 90;
    let words = folded_words(line);
    let is_street = words
        .iter()
        .any(|word| STREETS.contains(&&**word) || TOWNS.contains(&&**word));
    is_plain && digits > 0 && is_street || foreign_town(line).is_some() || country(line).is_some()
}

/// Where an address begins: at its postal code, else at a town or a region before a street.
fn start_of_address(text: &str) -> Option<usize> {
    let words = folded_words(text);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&&**word));
    let code = postal_code(text).map(|span| span.start);
    if let Some(start) = code {
        let is_like = has(STREETS) || has(TOWNS) || has(REGIONS) || has(KNOWN) || has(VILLAGES);
        return is_like.then_some(start);
    }
    let has_number = text.contains(|c: char| c.is_ascii_digit());
    let is_like = has(TOWNS) && has(STREETS) || has(KNOWN) && has(STREETS);
    (is_like && has_number).then_some(0)
}

fn folded_words(text: &str) -> Vec<String> {
    let is_end = |c: char| c.is_whitespace() || ",;()".contains(c);
    let words = text.split(is_end).flat_map(|word| {
        // «ул.Ленина»: the abbreviation ends at its point.
        let (head, tail) = word.split_once('.').unwrap_or((word, ""));
        [head.to_lowercase(), tail.to_lowercase()]
    });
    words.filter(|word| !word.is_empty()).collect()
}

/// The six digits of a Russian postal code, standing alone.
fn postal_code(text: &str) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut starts = (0..bytes.len()).filter(|at| is_digit(*at) && (*at == 0 || !is_digit(at - 1)));
    let start = starts.find(|start| (0..6).all(|n| is_digit(start + n)) && !is_digit(start + 6))?;
    Some(start..start + 6)
}

/// The length of the postal code of Kazakhstan that an address begins with: `Z05T3C4`.
fn kazakh_code(text: &str) -> Option<usize> {
    let code: Vec<u8> = text.bytes().take_while(u8::is_ascii_alphanumeric).collect();
    let is_code = code.iter().enumerate().all(|(at, byte)| match at {
        0 | 3 | 5 => byte.is_ascii_uppercase(),
        _ => byte.is_ascii_digit(),
    });
    (code.len() == 7 && is_code).then_some(code.len())
}

/// The parts of an address.
pub fn split(text: &str) -> Place {
    let mut place = Place::default();
    let mut rest = text.replace(['\n', '\r', '\t', '·', '•', '|'], ", ");
    if let Some(code) = kazakh_code(&rest) {
        place.postal_code = rest[..code].to_owned();
        rest.replace_range(..code, ",");
    } else if let Some(code) = postal_code(&rest) {
        place.postal_code = rest[code.clone()].to_owned();
        rest.replace_range(code, ",");
    } else if let Some(found) = foreign(&rest) {
        return found;
    }
    let mut street: Vec<String> = Vec::new();
    for part in rest.split([',', ';']).flat_map(towns_apart) {
        let part = without_stop(part.trim().trim_start_matches('.').trim());
        if part.is_empty() || part.eq_ignore_ascii_case("индекс") {
            continue;
        }
        match sort(part, &place, street.is_empty()) {
            Sort::Nothing => {}
            Sort::Region(region) => {
                let gap = if place.region.is_empty() { "" } else { ", " };
                place.region = format!("{}{gap}{region}", place.region);
            }
            Sort::City(city) => place.city = city,
            Sort::Street => street.push(part.to_owned()),
        }
    }
    place.street = street.join(", ");
    place
}

/// The point at the end of a sentence goes, that of an abbreviation stays.
fn without_stop(part: &str) -> &str {
    let last = part
        .rsplit([' ', '.', '-'])
        .find(|word| !word.is_empty())
        .unwrap_or_default();
    let is_short = last.chars().all(char::is_alphabetic) && last.chars().count() <= 4;
    match is_short {
        true => part,
        false => part.trim_end_matches('.'),
    }
}

/// «г. Саратов ул. Ленина 5» without commas is two parts.
fn towns_apart(part: &str) -> Vec<String> {
    let words: Vec<&str> = part.split_whitespace().collect();
    let head = |word: &str| {
        let word = word.to_lowercase();
        word.split('.').next().unwrap_or_default().to_owned()
    };
    let mut parts: Vec<Vec<&str>> = vec![Vec::new()];
    for (at, word) in words.iter().enumerate() {
        let folded = head(word);
        let follows = at > 0 && words.len() > at + 1;
        let is_street = [
            "ул",
            "улица",
            "пр-т",
            "пр-кт",
            "проспект",
            "пер",
            "переулок",
            "наб",
            "ш",
            "пл",
            "б-р",
            "бульвар",
        ]
        .contains(&&*folded);
        let is_town =
            ["г", "гор", "город"].contains(&&*folded) && word.contains('.') || folded == "город";
        let has_town = parts.last().is_some_and(|own| {
            own.iter().any(|word| {
                TOWNS.contains(&&*head(word))
                    || KNOWN.contains(&&*word.to_lowercase())
                    || REGIONS.contains(&&*head(word))
            })
        });
        if follows && (is_street || is_town) && has_town {
            parts.push(Vec::new());
        }
        if let Some(last) = parts.last_mut() {
            last.push(word);
        }
    }
    parts.iter().map(|words| words.join(" ")).collect()
}

/// What a part of an address is.
enum Sort {
    Nothing,
    Region(String),
    City(String),
    Street,
}

fn sort(part: &str, place: &Place, is_before_street: bool) -> Sort {
    let folded = part.to_lowercase().replace('ё', "е");
    if let Some(name) = country(part) {
        return match name {
            "" => Sort::Nothing,
            name => Sort::Region(name.to_owned()),
        };
    }
    let words: Vec<&str> = folded
        .split([' ', '.'])
        .filter(|word| !word.is_empty())
        .collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return Sort::Nothing;
    };
    let has_digit = part.contains(|c: char| c.is_ascii_digit());
    let is_open = place.city.is_empty() && is_before_street;
    if is_open && !has_digit && (REGIONS.contains(first) || REGIONS.contains(last)) {
        return Sort::Region(part.to_owned());
    }
    if is_open && KNOWN.contains(&&*folded) {
        return Sort::City(city_name(part));
    }
    if is_open && TOWNS.contains(first) && words.len() > 1 {
        return Sort::City(city_name(after_first(part)));
    }
    if is_open && TOWNS.contains(last) && words.len() > 1 {
        let end = part
            .trim_end_matches('.')
            .rfind([' ', '.'])
            .unwrap_or(part.len());
        return Sort::City(city_name(part[..end].trim()));
    }
    let is_village = VILLAGES.contains(first)
        && words.len() > 1
        && !words[1].starts_with(|c: char| c.is_ascii_digit());
    if is_open && is_village {
        return Sort::City(part.to_owned());
    }
    let is_suffixed =
        ["п", "пгт", "рп", "с", "дер", "д"].contains(last) && words.len() > 1 && !has_digit;
    if is_open && is_suffixed {
        return Sort::City(part.to_owned());
    }
    let is_street = words.iter().any(|word| STREETS.contains(word));
    let is_name = words.len() <= 3 && part.chars().next().is_some_and(char::is_uppercase);
    if is_open && !has_digit && !is_street && is_name {
        return Sort::City(part.to_owned());
    }
    Sort::Street
}

fn after_first(part: &str) -> &str {
    let end = part.find([' ', '.']).map_or(part.len(), |at| at + 1);
    part[end..].trim_start_matches(['.', ' '])
}

/// Short spellings of towns everybody knows.
fn city_name(city: &str) -> String {
    match &*city.to_lowercase() {
        "спб" | "с-петербург" | "с.-петербург" => {
            "Санкт-Петербург".to_owned()
        }
        _ => city.trim().to_owned(),
    }
}

fn country(part: &str) -> Option<&'static str> {
    let folded = part.trim().trim_end_matches('.').to_lowercase();
    let found = COUNTRIES.iter().find(|(name, _)| *name == folded);
    found.map(|(_, name)| *name)
}
