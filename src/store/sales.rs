//! The rows of goods, prices, rates of tax and payments, and the questions about what is sold.

mod goods;
mod payments;
mod settlement;

pub use payments::Sharing;

use std::collections::HashMap;

use crate::domain::Id;
use crate::domain::sales::{Allocation, Payment, Price, PriceList, Product, TaxRate};
use crate::error::Result;
use crate::store::record::record;
use crate::store::tasks::list;
use crate::store::{Column, Reader, Transaction};

record! {
    TaxRate: plain "tax_rates" [] {
        class: "class",
        rate: "rate",
        valid_from: "valid_from",
        valid_until: "valid_until",
    }
}

record! {
    Product: plain "products" [] {
        code: "code",
        name: "name",
        group: "group_id",
        unit: "unit",
        tax: "tax",
        cost: "cost",
        currency: "currency",
        is_service: "is_service",
        note: "note",
    }
}

record! {
    PriceList: plain "price_lists" [] {
        name: "name",
        currency: "currency",
        mode: "mode",
        position: "position",
    }
}

record! {
    Price: plain "prices" [] {
        list: "list_id",
        product: "product_id",
        amount: "amount",
    }
}

record! {
    Payment: plain "payments" ["client_id"] {
        client: "client_id",
        company: "company_id",
        paid_on: "paid_on",
        amount: "amount",
        currency: "currency",
        method: "method",
        number: "number",
        purpose: "purpose",
        origin: "origin",
        fingerprint: "fingerprint",
    }
}

record! {
    Allocation: plain "allocations" [] {
        payment: "payment_id",
        paper: "paper_id",
        amount: "amount",
    }
}

impl Reader<'_> {
    /// The rates of tax: those of the office, else those of the country.
    pub fn tax_rates(self) -> Result<Vec<TaxRate>> {
        let own: Vec<TaxRate> = self.ask(
            "SELECT r.* FROM tax_rates r WHERE r.deleted_by IS NULL
              ORDER BY r.class, r.valid_from, r.id",
            &[],
        )?;
        Ok(match own.is_empty() {
            true => TaxRate::russia(),
            false => own,
        })
    }

    /// All products, by name.
    pub fn products(self) -> Result<Vec<Product>> {
        self.ask(
            "SELECT p.* FROM products p WHERE p.deleted_by IS NULL ORDER BY p.name, p.id",
            &[],
        )
    }

    /// Those of the products that are still there, in no order.
    pub fn products_among(self, ids: &[Id<Product>]) -> Result<Vec<Product>> {
        self.ask(
            "SELECT p.* FROM json_each($1) j JOIN products p ON p.id = j.value
              WHERE p.deleted_by IS NULL",
            &[list(ids)],
        )
    }

    /// All lists of prices, in their order.
    pub fn price_lists(self) -> Result<Vec<PriceList>> {
        self.ask(
            "SELECT l.* FROM price_lists l WHERE l.deleted_by IS NULL
              ORDER BY l.position, l.name, l.id",
            &[],
        )
    }

    /// The prices of a list, by product.
    pub fn prices(self, list: Id<PriceList>) -> Result<HashMap<Id<Product>, Price>> {
        let prices: Vec<Price> = self.ask(
            "SELECT r.* FROM prices r JOIN products p ON p.id = r.product_id
              WHERE r.list_id = $1 AND r.deleted_by IS NULL AND p.deleted_by IS NULL
              ORDER BY r.id",
            &[list.to_value()],
        )?;
        Ok(prices
            .into_iter()
            .map(|price| (price.product, price))
            .collect())
    }
}

impl Transaction<'_> {
    /// Saves what products cost by a list; `None` takes the price away.
    pub fn set_prices(
        &mut self,
        list: Id<PriceList>,
        prices: &[(Id<Product>, Option<i64>)],
    ) -> Result<()> {
        let known = self.read().prices(list)?;
        for (product, amount) in prices {
            match (known.get(product), amount) {
                (Some(price), Some(amount)) => {
                    let amount = *amount;
                    self.save(&Price {
                        amount,
                        ..price.clone()
                    })?;
                }
                (Some(price), None) => self.delete(price)?,
                (None, Some(amount)) => {
                    self.save(&Price::new(list, *product, *amount))?;
                }
                (None, None) => {}
            }
        }
        Ok(())
    }

    /// Makes these the rates of tax of the office.
    pub fn save_tax_rates(&mut self, rates: &[TaxRate]) -> Result<()> {
        let known: Vec<TaxRate> = self.read().ask(
            "SELECT r.* FROM tax_rates r WHERE r.deleted_by IS NULL",
            &[],
        )?;
        self.change_rows(&known, rates)
    }
}
