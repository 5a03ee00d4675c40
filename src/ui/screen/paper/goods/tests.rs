use super::*;
use crate::domain::paper::PaperKind;
use crate::domain::sales::{Price, TaxRate};
use crate::domain::{Paper, Product};

fn document() -> Document {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    Document::new(Paper::new(PaperKind::Invoice, Id::from(1), day))
}

fn facts() -> Facts {
    Facts {
        products: vec![
            Product::new("Станок сверлильный", "шт"),
            Product {
                code: "У-201".into(),
                ..Product::new("Установка", "час")
            },
        ],
        rates: TaxRate::russia(),
        ..Facts::default()
    }
}

#[test]
fn three_at_a_price_are_right_to_the_kopeck() {
    let (mut goods, mut document, facts) = (Goods::default(), document(), facts());
    goods.update(Message::Add, &mut document, &facts);
    let id = document.lines[0].id;
    for (part, text) in [(Part::Quantity, "3"), (Part::Price, "1 234,56")] {
        let typed = Message::Typed(id, part, text.into());
        goods.update(typed, &mut document, &facts);
    }
    let whole = document.totals().unwrap().whole;
    assert_eq!((whole.gross, whole.tax), (370_368, 66_788), "22 % in 2026");
    assert!(goods.unread(&document).is_empty());
    let typed = Message::Typed(id, Part::Price, "много".into());
    goods.update(typed, &mut document, &facts);
    assert_eq!(goods.unread(&document), [(id, Part::Price)]);
}

#[test]
fn products_are_found_by_name_and_by_code() {
    let facts = facts();
    let names = |typed: &str| -> Vec<&str> {
        let hits = found(typed, &facts.products);
        let name = |id| facts.products.iter().find(|one| one.id == id);
        hits.into_iter()
            .filter_map(name)
            .map(|one| one.name.as_str())
            .collect()
    };
    assert_eq!(names("201"), ["Установка"]);
    assert_eq!(names("сверл ст"), ["Станок сверлильный"]);
    assert_eq!(names("устан"), ["Установка"]);
    assert_eq!(names("лопата"), [""; 0]);
}

#[test]
fn a_price_with_tax_is_sold_without_it_where_the_tax_comes_on_top() {
    let modes = (TaxMode::Included, TaxMode::OnTop);
    assert_eq!(priced(12_200, Some(2200), modes), 10_000);
    let modes = (TaxMode::OnTop, TaxMode::Included);
    assert_eq!(priced(10_000, Some(2200), modes), 12_200);
}

#[test]
fn lines_on_which_nothing_is_said_go() {
    let (mut goods, mut document, facts) = (Goods::default(), document(), facts());
    goods.update(Message::Add, &mut document, &facts);
    goods.update(Message::Add, &mut document, &facts);
    document.lines[1].name = "Доставка".into();
    said(&mut document);
    assert_eq!(document.lines.len(), 1);
}

/// A product, what it costs by two lists of roubles, and the second of them.
fn priced_facts() -> (Facts, Id<Product>, [Id<PriceList>; 2]) {
    let mut facts = facts();
    let product = facts.products[0].id;
    let lists = [("Розничный", 12_200), ("Оптовый", 10_000)].map(|(name, price)| {
        let list = PriceList::new(name);
        let price = Price::new(list.id, product, price);
        (list, std::collections::HashMap::from([(product, price)]))
    });
    let ids = [lists[0].0.id, lists[1].0.id];
    facts.prices = lists.into_iter().collect();
    (facts, product, ids)
}

#[test]
fn another_price_list_changes_prices_only_where_the_user_wants_it() {
    let (facts, product, [_, wholesale]) = priced_facts();
    let (mut goods, mut document) = (Goods::default(), document());
    goods.update(Message::Add, &mut document, &facts);
    let id = document.lines[0].id;
    sell(id, product, &mut document, &facts);
    assert_eq!(
        document.lines[0].price, 12_200,
        "the first list of its currency"
    );
    assert_eq!(goods.otherwise_priced(&document, &facts), 0);
    goods.update(Message::PriceList(wholesale), &mut document, &facts);
    assert_eq!(document.lines[0].price, 12_200, "nothing changes unasked");
    assert_eq!(goods.otherwise_priced(&document, &facts), 1);
    goods.update(Message::KeepPrices, &mut document, &facts);
    assert_eq!(goods.otherwise_priced(&document, &facts), 0, "said once");
    goods.update(Message::PriceList(wholesale), &mut document, &facts);
    goods.update(Message::Reprice, &mut document, &facts);
    assert_eq!(document.lines[0].price, 10_000);
    goods.update(Message::Add, &mut document, &facts);
    let id = document.lines[1].id;
    sell(id, product, &mut document, &facts);
    assert_eq!(
        document.lines[1].price, 10_000,
        "further lines follow the list"
    );
}

#[test]
fn a_list_of_another_currency_brings_its_currency() {
    let (mut facts, _, [_, wholesale]) = priced_facts();
    facts.prices[1].0.currency = crate::domain::Currency::Eur;
    let (mut goods, mut document) = (Goods::default(), document());
    goods.update(Message::PriceList(wholesale), &mut document, &facts);
    assert_eq!(document.paper.currency, crate::domain::Currency::Eur);
    let named = facts.price_list(&document.paper).map(|list| &*list.name);
    assert_eq!(named, Some("Оптовый"));
}
