//! The text that client-bank programs exchange with 1C: `1CClientBankExchange`.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::sales::StatementLine;
use crate::domain::{Currency, decimal};
use crate::exchange::Encoding;
use crate::exchange::value::date;

/// What such a text begins with.
pub const MAGIC: &str = "1CClientBankExchange";

/// The codes of the rouble, and those of the currencies we know (ISO 4217, and 810 of old accounts).
const CURRENCIES: [(&str, Currency); 6] = [
    ("810", Currency::Rub),
    ("643", Currency::Rub),
    ("840", Currency::Usd),
    ("978", Currency::Eur),
    ("398", Currency::Kzt),
    ("933", Currency::Byn),
];

/// Whether a file that begins so is such a text.
pub fn is_one(opening: &[u8]) -> bool {
    let bare = opening.strip_prefix(b"\xef\xbb\xbf").unwrap_or(opening);
    bare.starts_with(MAGIC.as_bytes())
}

/// The letters of such a text: it says itself whether they are those of Windows or DOS; newer ones
/// are UTF-8.
pub fn text(bytes: &[u8]) -> String {
    let bare = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bare) {
        return text.to_owned();
    }
    let read = |encoding: Encoding| encoding.rules().decode_without_bom_handling(bare).0;
    let windows = read(Encoding::Windows1251);
    let is_windows = windows
        .lines()
        .take(12)
        .any(|line| line.starts_with("Кодировка="));
    match is_windows {
        true => windows.into_owned(),
        false => read(Encoding::Cp866).into_owned(),
    }
}

/// The movements of a text, and the places of documents that cannot be read.
pub fn lines(text: &str, today: NaiveDate) -> (Vec<StatementLine>, Vec<u64>) {
    let mut own: Vec<String> = Vec::new();
    let mut found = Vec::new();
    let mut unreadable = Vec::new();
    let mut document: Option<(u64, HashMap<String, String>)> = None;
    let mut documents = Vec::new();
    for (place, line) in (1..).zip(text.lines()) {
        let (key, value) = line.split_once('=').unwrap_or((line, ""));
        let (key, value) = (key.trim(), value.trim());
        match (key, &mut document) {
            ("СекцияДокумент", _) => document = Some((place, HashMap::new())),
            ("КонецДокумента", _) => documents.extend(document.take()),
            (key, Some((_, values))) => {
                let known = values.entry(key.to_owned()).or_default();
                // A purpose may go on over lines of its own.
                if known.is_empty() {
                    value.clone_into(known);
                }
            }
            ("РасчСчет", None) if !value.is_empty() => own.push(value.to_owned()),
            _ => {}
        }
    }
    for (place, values) in documents {
        match movement(place, &values, &own, today) {
            Some(line) => found.push(line),
            None => unreadable.push(place),
        }
    }
    (found, unreadable)
}

fn movement(
    place: u64,
    values: &HashMap<String, String>,
    own: &[String],
    today: NaiveDate,
) -> Option<StatementLine> {
    let say = |keys: &[&str]| {
        let mut said = keys.iter().filter_map(|key| values.get(*key));
        said.find(|value| !value.is_empty())
            .cloned()
            .unwrap_or_default()
    };
    let payer = say(&["ПлательщикСчет", "ПлательщикРасчСчет"]);
    let payee = say(&["ПолучательСчет", "ПолучательРасчСчет"]);
    // Without a word on our accounts what was taken off an account tells the direction.
    let is_out = match own.is_empty() {
        true => !say(&["ДатаСписано"]).is_empty() && say(&["ДатаПоступило"]).is_empty(),
        false => own.contains(&payer) && !own.contains(&payee),
    };
    let amount = decimal::read(&say(&["Сумма"]), 2)?;
    let moved = match is_out {
        true => say(&["ДатаСписано", "Дата"]),
        false => say(&["ДатаПоступило", "Дата"]),
    };
    let side = |name: &str| -> [String; 3] {
        let key = |what: &str| format!("{name}{what}");
        let named = [key("1"), name.to_owned()];
        [
            say(&[&key("ИНН")]),
            say(&[&key("КПП")]),
            bare_name(&say(&named.each_ref().map(String::as_str))),
        ]
    };
    let ([inn, kpp, name], [own_inn, ..]) = match is_out {
        true => (side("Получатель"), side("Плательщик")),
        false => (side("Плательщик"), side("Получатель")),
    };
    let (account, own_account) = match is_out {
        true => (payee, payer),
        false => (payer, payee),
    };
    let currency = currency(&own_account);
    Some(StatementLine {
        place,
        paid_on: date(&moved, today).ok()?,
        amount: if is_out { -amount } else { amount },
        currency,
        number: say(&["Номер"]),
        name,
        inn,
        kpp,
        account,
        own_account,
        own_inn,
        purpose: purpose(values),
    })
}

/// The name without the taxpayer number that some banks put before it.
fn bare_name(name: &str) -> String {
    let rest = name.strip_prefix("ИНН").map(str::trim_start);
    let rest = rest.map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    rest.unwrap_or(name).trim().to_owned()
}

/// The whole purpose; some banks part it into lines.
fn purpose(values: &HashMap<String, String>) -> String {
    let whole = values
        .get("НазначениеПлатежа")
        .filter(|text| !text.is_empty());
    if let Some(whole) = whole {
        return whole.clone();
    }
    let parts = (1..=6).filter_map(|n| values.get(&format!("НазначениеПлатежа{n}")));
    let parts: Vec<_> = parts
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" ")
}

/// The currency of an account of 20 digits: its sixth to eighth tell.
fn currency(account: &str) -> Currency {
    let code = account.get(5..8).unwrap_or_default();
    let known = CURRENCIES.iter().find(|(known, _)| *known == code);
    known.map_or(Currency::Rub, |(_, currency)| *currency)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "1CClientBankExchange\r
ВерсияФормата=1.03\r
Кодировка=Windows\r
РасчСчет=40702800000000000082\r
СекцияРасчСчет\r
РасчСчет=40702800000000000082\r
КонецРасчСчет\r
СекцияДокумент=Платежное поручение\r
Номер=17\r
Дата=29.06.2026\r
Сумма=3703.68\r
ПлательщикСчет=40702810000000000106\r
Плательщик=ИНН 7825107325 ООО «Ромашка»\r
ПлательщикИНН=7825107325\r
ПолучательСчет=40702800000000000082\r
ПолучательИНН=7801000000\r
ДатаПоступило=30.06.2026\r
НазначениеПлатежа=Оплата по счету № 01/26 = аванс\r
КонецДокумента\r
СекцияДокумент=Платежное поручение\r
Номер=18\r
Дата=30.06.2026\r
Сумма=1 000,50\r
ПлательщикРасчСчет=40702800000000000082\r
Получатель1=ООО «Агат»\r
ПолучательИНН=7809012347\r
ПолучательРасчСчет=40702840000000000001\r
ДатаСписано=01.07.2026\r
НазначениеПлатежа1=Возврат\r
НазначениеПлатежа2=аванса\r
КонецДокумента\r
СекцияДокумент=Платежное поручение\r
Номер=19\r
Дата=когда-нибудь\r
Сумма=1\r
КонецДокумента\r
КонецФайла\r
";

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 7, 10).unwrap()
    }

    #[test]
    fn incoming_and_outgoing_money_is_told_apart_by_our_account() {
        let (lines, unreadable) = lines(SAMPLE, today());
        assert_eq!(unreadable, [32]);
        let [paid, back] = &*lines else {
            panic!("{lines:?}")
        };
        assert_eq!(paid.amount, 370_368);
        assert_eq!(paid.paid_on.to_string(), "2026-06-30");
        assert_eq!((&*paid.name, &*paid.inn), ("ООО «Ромашка»", "7825107325"));
        assert_eq!(paid.purpose, "Оплата по счету № 01/26 = аванс");
        assert_eq!(paid.own_inn, "7801000000");
        assert_eq!(back.amount, -100_050);
        assert_eq!(
            (&*back.name, &*back.purpose),
            ("ООО «Агат»", "Возврат аванса")
        );
        assert_eq!(back.paid_on.to_string(), "2026-07-01");
        assert!(back.is_return());
    }

    #[test]
    fn the_letters_of_windows_and_dos_are_read() {
        for encoding in [Encoding::Windows1251, Encoding::Utf8, Encoding::Cp866] {
            let (bytes, ..) = encoding.rules().encode(SAMPLE);
            assert!(is_one(&bytes));
            assert_eq!(text(&bytes).lines().nth(1), Some("ВерсияФормата=1.03"));
        }
    }
}
