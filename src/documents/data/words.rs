//! What the fields of templates are called in Russian.

use serde_json::Value;

/// The English name of each field and the Russian one, where a part of a name goes by another one
/// below that field; `""` stands for everywhere else. Templates write them as they like: capitals,
/// ё, blanks and underscores make no difference.
pub const WORDS: [(&str, &str, &str); 84] = [
    ("", "account", "счёт"),
    ("", "accountant", "бухгалтер"),
    ("", "actual_address", "фактический_адрес"),
    ("", "address", "адрес"),
    ("", "bank", "банк"),
    ("", "basis", "основание"),
    ("", "bik", "бик"),
    ("", "birthday", "день_рождения"),
    ("", "city", "город"),
    ("", "client", "клиент"),
    ("", "code", "артикул"),
    ("", "contract", "договор"),
    ("", "contract_kind", "вид_договора"),
    ("", "correspondent", "корсчёт"),
    ("", "count", "наименований"),
    ("", "currency", "валюта"),
    ("", "date", "дата"),
    ("", "due", "срок"),
    ("", "email", "почта"),
    ("", "first_name", "имя"),
    ("", "full_name", "полное_название"),
    ("", "iban", "международный_счёт"),
    ("", "in_person", "вЛице"),
    ("", "inn", "инн"),
    ("", "invoice", "счёт"),
    ("", "items", "строки"),
    ("", "kind", "вид"),
    ("", "kpp", "кпп"),
    ("", "legal_address", "юридический_адрес"),
    ("", "logo", "логотип"),
    ("", "manager", "менеджер"),
    ("", "name", "название"),
    ("", "note", "примечание"),
    ("", "number", "номер"),
    ("", "obligations", "обязательства"),
    ("", "offer", "предложение"),
    ("", "ogrn", "огрн"),
    ("", "okpo", "окпо"),
    ("", "organisation", "организация"),
    ("", "patronymic", "отчество"),
    ("", "pay_by", "оплатить_до"),
    ("", "penalty", "неустойка"),
    ("", "phone", "телефон"),
    ("", "position", "должность"),
    ("", "postal_address", "почтовый_адрес"),
    ("", "postcode", "индекс"),
    ("", "price", "цена"),
    ("", "qr", "платёжный_код"),
    ("", "quantity", "количество"),
    ("", "rate", "ставка"),
    ("", "rates", "ставки"),
    ("", "recipient", "получатель"),
    ("", "recipients", "получатели"),
    ("", "region", "регион"),
    ("", "salutation", "обращение"),
    ("", "seller", "продавец"),
    ("", "sex", "пол"),
    ("", "short", "кратко"),
    ("", "signatory", "подписант"),
    ("", "signature", "подпись"),
    ("", "accountant_signature", "подпись_бухгалтера"),
    ("", "site", "сайт"),
    ("", "stamp", "печать"),
    ("", "street", "улица"),
    ("", "subject", "предмет"),
    ("", "sum", "сумма"),
    ("", "surname", "фамилия"),
    ("", "swift", "свифт"),
    ("", "tax", "ндс"),
    ("", "terms", "условия"),
    ("", "today", "сегодня"),
    ("", "total", "итого"),
    ("", "unit", "единица"),
    ("", "valid_until", "действует_до"),
    ("accountant", "name", "фио"),
    ("items", "tax", "налог"),
    ("items", "total", "всего"),
    ("manager", "name", "фио"),
    ("obligations", "name", "что"),
    ("rates", "tax", "налог"),
    ("rates", "total", "всего"),
    ("recipient", "name", "фио"),
    ("recipients", "name", "фио"),
    ("signatory", "name", "фио"),
];

/// A name from the top on in Russian; parts that have no word of their own stay.
pub fn russian(name: &str) -> String {
    let mut above = "";
    let parts: Vec<_> = name
        .split('.')
        .map(|part| word(std::mem::replace(&mut above, part), part).unwrap_or(part))
        .collect();
    parts.join(".")
}

/// Puts every field under its Russian name too; `above` is the field they stand below.
pub fn add_russian(value: &mut Value, above: &str) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|one| add_russian(one, above)),
        Value::Object(fields) => {
            for (name, value) in fields.iter_mut() {
                add_russian(value, name);
            }
            let named: Vec<_> = fields
                .iter()
                .filter_map(|(name, value)| Some((word(above, name)?.to_owned(), value.clone())))
                .collect();
            fields.extend(named);
        }
        _ => {}
    }
}

fn word(above: &str, english: &str) -> Option<&'static str> {
    let of = |place: &str| {
        let known = WORDS
            .iter()
            .find(|(at, name, _)| (*at, *name) == (place, english));
        known.map(|(_, _, russian)| *russian)
    };
    of(above).filter(|_| !above.is_empty()).or_else(|| of(""))
}
