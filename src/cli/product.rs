use std::io::Write;
use std::path::PathBuf;

use chrono::Local;
use clap::Subcommand;
use serde_json::{Value, json};

use super::Speech;
use crate::domain::sales::PriceList;
use crate::domain::text::fold;
use crate::domain::{Id, Product, Progress};
use crate::error::{Error, Named, Result};
use crate::exchange::price_table::PricePlan;
use crate::workspace::Workspace;

/// Import and list products
#[derive(Debug, Subcommand)]
pub enum ProductCommand {
    /// Take products and prices from a table (CSV, XLSX, XLS, ODS)
    Import(Import),
    /// List products with their prices
    List,
}

/// Take products and prices from a table (CSV, XLSX, XLS, ODS)
#[derive(Debug, clap::Args)]
pub struct Import {
    /// The table to read
    source: PathBuf,
    /// By which list the prices are; by the first one unless told
    #[arg(long)]
    list: Option<String>,
}

impl ProductCommand {
    /// Whether it only reads.
    pub fn is_dry(&self) -> bool {
        matches!(self, Self::List)
    }

    pub fn run(
        self,
        workspace: &mut Workspace,
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        match self {
            Self::Import(command) => command.run(workspace, speech, out),
            Self::List => list(workspace, speech, out),
        }
    }
}

impl Import {
    fn run(self, workspace: &mut Workspace, speech: &Speech, out: &mut impl Write) -> Result<()> {
        let lists = workspace.read().price_lists()?;
        let list = self.list.as_deref().map(|said| named(&lists, said));
        let new_list = speech.locale().text("sales-usual-list");
        let today = Local::now().date_naive();
        let meant = (list.transpose()?, new_list.as_str());
        let plan = PricePlan::draft(workspace.read(), &self.source, meant, today)?;
        let done = plan.apply(workspace, &Progress::default())?.value;
        speech.answer(
            out,
            || {
                let refused = plan.refused.iter();
                let refused = refused.map(|(row, cell)| json!({ "row": row, "cell": cell }));
                json!({
                    "added": done.added,
                    "changed": done.changed,
                    "prices": done.prices,
                    "refused": refused.collect::<Vec<Value>>(),
                })
            },
            |locale| {
                let told = [
                    ("added", done.added.into()),
                    ("changed", done.changed.into()),
                    ("prices", done.prices.into()),
                    ("refused", done.refused.into()),
                ];
                locale.with("cli-product-imported", &told)
            },
        )
    }
}

fn named(lists: &[PriceList], said: &str) -> Result<Id<PriceList>> {
    let found = lists.iter().find(|list| fold(&list.name) == fold(said));
    found.map(|list| list.id).ok_or_else(|| Error::NoneNamed {
        what: Named::PriceList,
        name: said.to_owned(),
    })
}

fn list(workspace: &Workspace, speech: &Speech, out: &mut impl Write) -> Result<()> {
    let reader = workspace.read();
    let products = reader.products()?;
    let lists = reader.price_lists()?;
    let mut prices = Vec::new();
    for list in &lists {
        prices.push(reader.prices(list.id)?);
    }
    let of = |product: &Product| {
        let all = lists.iter().zip(&prices);
        all.filter_map(|(list, prices)| Some((list, prices.get(&product.id)?)))
            .collect::<Vec<_>>()
    };
    speech.answer(
        out,
        || {
            let products = products.iter().map(|product| {
                let prices = of(product).into_iter().map(|(list, price)| {
                    json!({ "list": list.name, "amount": price.amount, "currency": list.currency.code() })
                });
                json!({
                    "id": product.id.raw(),
                    "code": product.code,
                    "name": product.name,
                    "unit": product.unit,
                    "tax": product.tax.name(),
                    "cost": product.cost,
                    "prices": prices.collect::<Vec<Value>>(),
                })
            });
            json!({ "products": products.collect::<Vec<Value>>() })
        },
        |locale| {
            let lines = products.iter().map(|product| {
                let prices = of(product).into_iter();
                let prices = prices.map(|(list, price)| locale.money(price.money(list)));
                let prices = prices.collect::<Vec<_>>().join(" / ");
                let parts = [product.code.clone(), product.name.clone(), product.unit.clone(), prices];
                let parts = parts.into_iter().filter(|part| !part.is_empty());
                parts.collect::<Vec<_>>().join(" · ")
            });
            match products.is_empty() {
                true => locale.text("cli-product-none"),
                false => lines.collect::<Vec<_>>().join("\n"),
            }
        },
    )
}
