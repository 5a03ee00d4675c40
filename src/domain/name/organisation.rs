//! The legal form of an organisation, parted from what it is called.

use std::sync::LazyLock;

use crate::domain::text::fold;

/// A legal form as it is usually written, and the folded spellings that mean it.
type Form = (&'static str, &'static [&'static str]);

/// Russian forms: they stand before the name, or behind it in lists sorted by name.
const RUSSIAN: &[Form] = &[
    (
        "ООО",
        &["ооо", "ooo", "общество с ограниченной ответственностью"],
    ),
    ("ПАО", &["пао", "pao", "публичное акционерное общество"]),
    ("НАО", &["нао", "непубличное акционерное общество"]),
    ("ОАО", &["оао", "oao", "открытое акционерное общество"]),
    ("ЗАО", &["зао", "zao", "закрытое акционерное общество"]),
    ("АО", &["ао", "ao", "акционерное общество"]),
    ("ИП", &["ип", "индивидуальный предприниматель"]),
    (
        "КФХ",
        &[
            "кфх",
            "крестьянское фермерское хозяйство",
            "крестьянское (фермерское) хозяйство",
        ],
    ),
    (
        "ФГУП",
        &["фгуп", "федеральное государственное унитарное предприятие"],
    ),
    ("ГУП", &["гуп", "государственное унитарное предприятие"]),
    ("МУП", &["муп", "муниципальное унитарное предприятие"]),
    ("ФГБОУ", &["фгбоу"]),
    (
        "ФГБУ",
        &["фгбу", "федеральное государственное бюджетное учреждение"],
    ),
    ("ГБУЗ", &["гбуз"]),
    ("ГБОУ", &["гбоу"]),
    ("ГБУ", &["гбу", "государственное бюджетное учреждение"]),
    ("МБОУ", &["мбоу"]),
    ("МБУ", &["мбу", "муниципальное бюджетное учреждение"]),
    ("МКУ", &["мку", "муниципальное казенное учреждение"]),
    ("АНО", &["ано", "автономная некоммерческая организация"]),
    ("НКО", &["нко", "некоммерческая организация"]),
    ("НП", &["нп", "некоммерческое партнерство"]),
    ("ТСЖ", &["тсж", "товарищество собственников жилья"]),
    ("СНТ", &["снт", "садоводческое некоммерческое товарищество"]),
    (
        "СПК",
        &["спк", "сельскохозяйственный производственный кооператив"],
    ),
    (
        "ТОО",
        &["тоо", "товарищество с ограниченной ответственностью"],
    ),
    (
        "ОДО",
        &["одо", "общество с дополнительной ответственностью"],
    ),
    ("ЧУП", &["чуп", "частное унитарное предприятие"]),
];

/// Forms of other countries: they stand behind the name.
const FOREIGN: &[Form] = &[
    ("Co., Ltd", &["co ltd"]),
    ("Pty Ltd", &["pty ltd"]),
    ("Ltd", &["ltd", "limited"]),
    ("LLC", &["llc"]),
    ("LLP", &["llp"]),
    ("PLC", &["plc"]),
    ("Inc", &["inc", "incorporated"]),
    ("Corp", &["corp", "corporation"]),
    ("GmbH & Co. KG", &["gmbh & co kg"]),
    ("GmbH", &["gmbh"]),
    ("AG", &["ag"]),
    ("KG", &["kg"]),
    ("SE", &["se"]),
    ("SARL", &["sarl"]),
    ("SAS", &["sas"]),
    ("SA", &["sa"]),
    ("S.p.A.", &["spa"]),
    ("S.r.l.", &["srl"]),
    ("S.L.", &["sl"]),
    ("BV", &["bv"]),
    ("NV", &["nv"]),
    ("AB", &["ab"]),
    ("AS", &["as"]),
    ("ApS", &["aps"]),
    ("Oyj", &["oyj"]),
    ("Oy", &["oy"]),
    ("OÜ", &["oü"]),
    ("SIA", &["sia"]),
    ("UAB", &["uab"]),
    ("Kft", &["kft"]),
    ("s.r.o.", &["sro", "s r o"]),
    ("Sp. z o.o.", &["sp z oo"]),
    ("A.Ş.", &["aş"]),
    ("JSC", &["jsc"]),
    ("PJSC", &["pjsc"]),
    ("OJSC", &["ojsc"]),
    ("CJSC", &["cjsc"]),
];

/// The name of an organisation in its two parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its legal form as it is usually written, where it is known: `ООО`, `GmbH`.
    pub form: Option<&'static str>,
    /// What it is called, folded: `ромашка`. The whole name where nothing else is left.
    pub core: String,
}

impl Organisation {
    /// The parts of a name: `ООО «Ромашка»`, `Ромашка, общество с ограниченной ответственностью`.
    pub fn parse(name: &str) -> Self {
        let folded = fold(name);
        let words: Vec<&str> = folded
            .split(' ')
            .map(|word| word.trim_matches([',', ';']))
            .filter(|word| !word.is_empty())
            .collect();
        let plain: Vec<String> = words.iter().map(|word| word.replace('.', "")).collect();
        let leading = form(&RUSSIAN_PHRASES, |phrase| starts_with(&plain, phrase));
        let trailing = || {
            let is_last = |phrase: &[&str]| ends_with(&plain, phrase);
            form(&RUSSIAN_PHRASES, is_last).or_else(|| form(&FOREIGN_PHRASES, is_last))
        };
        let (form, core) = match leading {
            Some((form, length)) => (Some(form), &words[length..]),
            None => trailing().map_or((None, &*words), |(form, length)| {
                (Some(form), &words[..words.len() - length])
            }),
        };
        match core {
            [] => Self {
                form: None,
                core: folded,
            },
            core => Self {
                form,
                core: core.join(" "),
            },
        }
    }

    /// Up to two letters for a square picture: `Ро`.
    pub fn initials(&self) -> String {
        let mut letters = self.core.chars().filter(|c| c.is_alphanumeric());
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters.next()).collect()
    }
}

/// What an organisation is called without its legal form, folded: by it names are compared.
pub fn core_name(name: &str) -> String {
    Organisation::parse(name).core
}

/// Every legal form that is known, as it is usually written.
pub fn forms() -> impl Iterator<Item = &'static str> {
    RUSSIAN.iter().chain(FOREIGN).map(|(form, _)| *form)
}

/// A legal form, and one of its spellings word by word.
type Phrase = (&'static str, Vec<&'static str>);

static RUSSIAN_PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| phrases(RUSSIAN));
static FOREIGN_PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| phrases(FOREIGN));

fn phrases(forms: &[Form]) -> Vec<Phrase> {
    let of_form = |(form, spellings): &Form| {
        let form = *form;
        let phrase = move |spelling: &&'static str| (form, spelling.split(' ').collect());
        spellings.iter().map(phrase)
    };
    forms.iter().flat_map(of_form).collect()
}

/// The form one of whose spellings passes, and of how many words that one is.
fn form(phrases: &[Phrase], passes: impl Fn(&[&str]) -> bool) -> Option<(&'static str, usize)> {
    let mut phrases = phrases.iter();
    let found = phrases.find(|(_, phrase)| passes(phrase));
    found.map(|(form, phrase)| (*form, phrase.len()))
}

fn starts_with(words: &[String], phrase: &[&str]) -> bool {
    words.len() >= phrase.len() && words.iter().zip(phrase).all(|(word, other)| word == other)
}

fn ends_with(words: &[String], phrase: &[&str]) -> bool {
    let skipped = words.len().checked_sub(phrase.len());
    skipped.is_some_and(|skipped| starts_with(&words[skipped..], phrase))
}
