use super::*;
use crate::domain::contact::Purpose;
use crate::domain::paper::PaperLine;
use crate::domain::sales::TaxMode;
use crate::domain::{Address, Client};
use crate::i18n::Language;

fn around() -> Surroundings {
    let mut card = Card::new(Client::organization("ООО «Ромашка»"));
    card.client.inn = "7826218436".into();
    let mut home = Address::new(card.client.id, Purpose::Legal);
    home.postal_code = "190000".into();
    home.region = "Санкт-Петербург".into();
    home.city = "Санкт-Петербург".into();
    home.street = "Невский пр., 1".into();
    card.add_address(home);
    let date = NaiveDate::from_ymd_opt(2026, 8, 3).unwrap();
    let mut paper = Paper::new(PaperKind::Invoice, card.client.id, date);
    paper.number = "08/26".into();
    paper.mode = TaxMode::OnTop;
    paper.signatory = "Ким Юлия Михайловна".into();
    paper.signatory_position = "директор".into();
    paper.signatory_basis = "Устава".into();
    let mut line = PaperLine::new(paper.id, "Программа");
    (line.price, line.quantity, line.tax_rate) = (123_456, 1500, Some(2200));
    let mut document = Document::new(paper);
    document.lines.push(line);
    document.settle().unwrap();
    Surroundings {
        document,
        client: card,
        contact: None,
        company: Some(Company {
            account: "40702810138250123017".into(),
            bik: "044525225".into(),
            ..Company::new("ООО «Модус-В»")
        }),
        manager: None,
        pictures: Vec::new(),
        products: Vec::new(),
        bases: Vec::new(),
        contract_kind: String::new(),
        corrections: Vec::new(),
        today: date,
    }
}

#[test]
fn every_field_goes_by_two_names() {
    let tree = around().tree(&Locale::new(Language::Russian));
    assert_eq!(tree["client"]["inn"], "7826218436");
    assert_eq!(tree["клиент"]["инн"], "7826218436");
    assert_eq!(tree["номер"], "08/26");
    assert_eq!(tree["date"], "2026-08-03");
    assert_eq!(tree["total"], "2259.24");
    let item = &tree["строки"][0];
    assert_eq!(item["quantity"], "1.5");
    assert_eq!(item["цена"], "1234.56");
    assert_eq!(item["ставка"], "22 %");
    assert_eq!(item["number"], 1);
    let address = "190000, Санкт-Петербург, Невский пр., 1";
    assert_eq!(tree["client"]["legal_address"], address);
    let acting = "директора Ким Юлии Михайловны, действующей на основании Устава";
    assert_eq!(tree["клиент"]["вЛице"], acting);
    assert_eq!(tree["клиент"]["подписант"]["кратко"], "Ким Ю. М.");
    assert_eq!(item["налог"], "407.40");
    assert_eq!(tree["ндс"], "407.40");
    assert_eq!(tree["счёт"]["номер"], "08/26");
    assert!(tree["qr"].as_str().unwrap().contains("|Sum=225924|"));
}

#[test]
fn a_phrase_that_the_user_corrected_stays() {
    let mut around = around();
    around.document.paper.signatory_phrase = "директора Ким Ю. М.".into();
    let tree = around.tree(&Locale::new(Language::Russian));
    assert_eq!(tree["client"]["in_person"], "директора Ким Ю. М.");
}

#[test]
fn a_form_sees_what_is_empty_and_where_it_comes_from() {
    let fields = around().fields(&Locale::new(Language::Russian));
    let field = |name: &str| fields.iter().find(|field| field.name == name).unwrap();
    assert_eq!(field("client.kpp").value, "");
    assert_eq!(field("client.kpp").origin, Origin::Client);
    assert_eq!(field("client.kpp").russian, "клиент.кпп");
    assert_eq!(field("seller.bank").origin, Origin::Company);
    assert_eq!(field("client.signatory.name").origin, Origin::Paper);
    assert_eq!(field("items").value, "1");
    for field in &fields {
        assert_ne!(field.name, field.russian, "has no Russian name");
    }
}

#[test]
fn no_field_has_two_words_and_no_word_two_fields_of_one_group() {
    let mut places: Vec<_> = WORDS
        .iter()
        .map(|(above, name, _)| (*above, *name))
        .collect();
    places.sort_unstable();
    places.dedup();
    assert_eq!(places.len(), WORDS.len());
    let around = around();
    let tree = around.tree(&Locale::new(Language::Russian));
    for group in ["client", "seller", "recipient", "manager"] {
        let fields = tree[group].as_object().unwrap();
        let own = fields.keys().filter(|name| name.is_ascii()).count();
        assert_eq!(fields.len(), own * 2, "{group}: {fields:?}");
    }
}
