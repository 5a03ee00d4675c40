//! Names of fields: case, ё, spaces and underscores do not matter.

/// The name of a field as a template writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// As it is written, blanks tidied.
    pub written: String,
    /// Its parts between the dots, folded; none for the value at hand, `.`.
    pub steps: Vec<String>,
    /// All of it folded, for data whose names hold the dots themselves.
    pub flat: String,
    /// The same in English: names are the same whose wholes are.
    pub whole: String,
}

impl Name {
    /// The name of a field of a table, which may hold any characters.
    pub fn of_field(text: &str) -> Option<Self> {
        let written = text.trim();
        Self::read(written).or_else(|| {
            let whole = canonical(&folded(written));
            (!whole.is_empty()).then(|| Self {
                written: written.to_owned(),
                steps: vec![folded(written)],
                flat: folded(written),
                whole,
            })
        })
    }

    /// Reads a name; none where it is no name.
    pub fn read(text: &str) -> Option<Self> {
        let written = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if ["this", "это", "."].contains(&written.to_lowercase().as_str()) {
            return Some(Self {
                written,
                steps: Vec::new(),
                flat: String::new(),
                whole: String::new(),
            });
        }
        let steps: Vec<_> = written.split('.').map(folded).collect();
        let is_name = |step: &String| !step.is_empty() && step.chars().all(is_of_name);
        if !steps.iter().all(is_name) || written.chars().count() > 200 {
            return None;
        }
        let flat = steps.join(".");
        Some(Self {
            whole: canonical(&flat),
            flat,
            steps,
            written,
        })
    }
}

/// Whether a character may stand in a name.
fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '№' | '/' | '%' | '\'')
}

/// A name without what people write now so, now so.
pub fn folded(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '_' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            '‐' | '‑' | '–' | '−' => text.push('-'),
            'ё' | 'Ё' => text.push('е'),
            '’' => text.push('\''),
            c if c.is_whitespace() => {}
            c => text.extend(c.to_lowercase()),
        }
    }
    text
}

/// The first English words for our own Russian ones between the dots, any others as they are.
pub fn canonical(folded: &str) -> String {
    let word = |folded| english(folded).first().copied().unwrap_or(folded);
    let words: Vec<_> = folded.split('.').map(word).collect();
    words.join(".")
}

/// What one of our Russian words may be called in English.
pub fn english(folded: &str) -> &'static [&'static str] {
    let known = WORDS.binary_search_by(|(russian, _)| (*russian).cmp(folded));
    known.map_or(&[], |at| WORDS[at].1)
}

/// What an English word of ours may be called in Russian.
pub fn russian(folded: &str) -> impl Iterator<Item = &'static str> + '_ {
    let known = WORDS
        .iter()
        .filter(move |(_, english)| english.contains(&folded));
    known.map(|(russian, _)| *russian)
}

/// What our fields are called in Russian, in the order of the alphabet, as `folded` leaves them; a
/// word may mean one thing in one group and another elsewhere.
const WORDS: &[(&str, &[&str])] = &[
    ("адрес", &["address"]),
    ("акт", &["act"]),
    ("артикул", &["code"]),
    ("банк", &["bank"]),
    ("бик", &["bik"]),
    ("бухгалтер", &["accountant"]),
    ("валюта", &["currency"]),
    ("вид", &["kind"]),
    ("влице", &["inperson"]),
    ("всего", &["total"]),
    ("город", &["city"]),
    ("дата", &["date"]),
    ("действуетдо", &["validuntil"]),
    ("деньрождения", &["birthday"]),
    ("директор", &["director"]),
    ("договор", &["contract"]),
    ("должность", &["position"]),
    ("единица", &["unit"]),
    ("имя", &["firstname"]),
    ("индекс", &["postcode"]),
    ("инн", &["inn"]),
    ("итого", &["total"]),
    ("клиент", &["client"]),
    ("код", &["code"]),
    ("количество", &["quantity"]),
    ("комментарий", &["note", "comment"]),
    ("компания", &["company", "seller"]),
    ("контакт", &["contact"]),
    ("коррсчет", &["correspondent"]),
    ("корсчет", &["correspondent"]),
    ("кпп", &["kpp"]),
    ("кратко", &["short"]),
    ("логотип", &["logo"]),
    ("менеджер", &["manager"]),
    ("название", &["name"]),
    ("наименование", &["name"]),
    ("наименований", &["count"]),
    ("налог", &["tax"]),
    ("ндс", &["tax"]),
    ("неустойка", &["penalty"]),
    ("номер", &["number"]),
    ("область", &["region"]),
    ("обращение", &["salutation"]),
    ("обязательства", &["obligations"]),
    ("огрн", &["ogrn"]),
    ("окпо", &["okpo"]),
    ("оплатитьдо", &["payby"]),
    ("организация", &["organisation", "company"]),
    ("основание", &["basis"]),
    ("отчество", &["patronymic"]),
    ("печать", &["stamp"]),
    ("платежныйкод", &["qr"]),
    ("подписант", &["signatory"]),
    ("подпись", &["signature"]),
    ("подписьбухгалтера", &["accountantsignature"]),
    ("позиции", &["items"]),
    ("покупатель", &["client"]),
    ("пол", &["sex"]),
    ("полноеназвание", &["fullname"]),
    ("полноенаименование", &["fullname"]),
    ("получатели", &["recipients"]),
    ("получатель", &["recipient"]),
    ("поставщик", &["seller"]),
    ("почта", &["email"]),
    ("почтовыйадрес", &["postaladdress"]),
    ("предмет", &["subject"]),
    ("примечание", &["note"]),
    ("продавец", &["seller"]),
    ("расчетныйсчет", &["account"]),
    ("регион", &["region"]),
    ("сайт", &["site"]),
    ("сегодня", &["today"]),
    ("скидка", &["discount"]),
    ("сотрудник", &["employee", "manager"]),
    ("срок", &["due", "term"]),
    ("ставка", &["rate"]),
    ("ставки", &["rates"]),
    ("строки", &["items"]),
    ("сумма", &["sum", "amount"]),
    ("счет", &["invoice", "account"]),
    ("телефон", &["phone"]),
    ("товары", &["items"]),
    ("улица", &["street"]),
    ("условия", &["terms"]),
    ("фактическийадрес", &["actualaddress"]),
    ("фамилия", &["surname"]),
    ("фио", &["name", "person"]),
    ("цена", &["price"]),
    ("что", &["name"]),
    ("юрадрес", &["legaladdress"]),
    ("юридическийадрес", &["legaladdress"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_stand_in_order() {
        let mut sorted = WORDS.to_vec();
        sorted.sort_unstable();
        sorted.dedup_by_key(|(russian, _)| *russian);
        assert_eq!(sorted, WORDS);
    }

    #[test]
    fn what_is_no_name_is_none() {
        for text in ["", "a..b", ".a", "a b!", "a{b"] {
            assert_eq!(Name::read(text), None, "{text}");
        }
        assert_eq!(Name::read(" . ").unwrap().steps, Vec::<String>::new());
    }
}
