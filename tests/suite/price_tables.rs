//! Products and prices from tables.

use vizitka::domain::Progress;
use vizitka::domain::sales::TaxClass;
use vizitka::error::Result;
use vizitka::exchange::price_table::{Fate, PricePlan};
use vizitka::workspace::Workspace;

use crate::papers::day;
use crate::program::Desk;

const TABLE: &str = "Прайс-лист на июль;;;;;;\n\
    Артикул;Наименование;Группа;Ед. изм.;Ставка НДС;Цена;Себестоимость\n\
    П-1;Программа «Склад»;Программы;шт;22%;48 600,00;9000\n\
    У-1;Обучение;Услуги;час;без НДС;2 800;\n\
    ;Сканер;Оборудование;шт;10;8450,50;6100\n\
    П-2;Негодная;Программы;шт;22%;дорого;\n";

fn plan(workspace: &Workspace, desk: &Desk, table: &str) -> Result<PricePlan> {
    let path = desk.path("prices.csv");
    std::fs::write(&path, table).unwrap();
    PricePlan::draft(
        workspace.read(),
        &path,
        (None, "Основной"),
        day("2026-07-01"),
    )
}

#[test]
fn products_and_prices_come_from_a_table_and_again_are_the_same() -> Result<()> {
    let desk = Desk::new();
    let mut workspace = Workspace::in_memory()?;
    let first = plan(&workspace, &desk, TABLE)?;
    assert_eq!(first.refused, [(6, "дорого".to_owned())]);
    let done = first.apply(&mut workspace, &Progress::default())?.value;
    assert_eq!((done.added, done.prices), (3, 3));
    let reader = workspace.read();
    let products = reader.products()?;
    let product = |name: &str| products.iter().find(|one| one.name == name).unwrap();
    let program = product("Программа «Склад»");
    assert_eq!((&*program.code, program.tax), ("П-1", TaxClass::Standard));
    assert_eq!(program.cost, Some(900_000));
    assert_eq!(product("Обучение").tax, TaxClass::Exempt);
    assert_eq!(product("Сканер").tax, TaxClass::Reduced);
    let list = &reader.price_lists()?[0];
    assert_eq!(list.name, "Основной");
    assert_eq!(reader.prices(list.id)?[&program.id].amount, 4_860_000);
    let groups = reader.catalog()?.terms;
    assert_eq!(
        groups.len(),
        3,
        "the group of a refused row is known already"
    );

    let dearer = TABLE
        .replace("48 600,00", "50 000")
        .replace("Обучение;", "Обучение людей;");
    let again = plan(&workspace, &desk, &dearer)?;
    let fates: Vec<_> = again.rows.iter().map(|row| row.fate).collect();
    assert_eq!(fates, [Fate::Same, Fate::Changed, Fate::Same]);
    assert_eq!(again.groups, []);
    again.apply(&mut workspace, &Progress::default())?;
    let reader = workspace.read();
    assert_eq!(reader.products()?.len(), 3);
    assert_eq!(reader.prices(list.id)?[&program.id].amount, 5_000_000);
    workspace.undo()?;
    let prices = workspace.read().prices(list.id)?;
    assert_eq!(prices[&program.id].amount, 4_860_000);
    workspace.undo()?;
    assert!(workspace.read().products()?.is_empty());
    Ok(())
}
