//! Products as a table, which the import of products reads again.

use super::Stock;
use crate::domain::{Money, Product};
use crate::exchange::{ColumnType, Heading, Listed, Said};
use crate::ui::screen::Context;

/// Products as the list shows them, with a column for each price list.
pub fn written<'a>(
    products: impl Iterator<Item = &'a Product>,
    stock: &Stock,
    context: &Context,
) -> Listed {
    let locale = &context.locale;
    let heading = |key: &str, kind| Heading::new(locale.text(key), kind);
    let mut headings = vec![
        heading("products-code", ColumnType::Text),
        heading("products-name", ColumnType::Text),
        heading("products-group", ColumnType::Text),
        heading("products-unit", ColumnType::Text),
    ];
    let lists = stock.lists.iter();
    headings.extend(lists.map(|list| Heading::new(list.name.clone(), ColumnType::Money)));
    headings.push(heading("products-cost", ColumnType::Money));
    headings.push(heading("products-tax", ColumnType::Text));
    let rows = products.map(|product| {
        let mut cells = vec![
            Said::from(product.code.clone()),
            Said::from(product.name.clone()),
            Said::from(context.catalog.term(product.group).to_owned()),
            Said::from(product.unit.clone()),
        ];
        let lists = stock.lists.iter().enumerate();
        cells.extend(lists.map(|(at, list)| {
            let price = stock.price(at, product.id);
            price.map_or(Said::Nothing, |price| {
                Said::Sum(Money::new(price, list.currency))
            })
        }));
        let cost = product.cost.map(|cost| Money::new(cost, product.currency));
        cells.push(cost.map_or(Said::Nothing, Said::Sum));
        cells.push(Said::from(locale.tax_class(product.tax)));
        cells
    });
    let rows = rows.collect();
    Listed { headings, rows }
}
