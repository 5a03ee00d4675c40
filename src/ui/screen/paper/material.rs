//! What is read before a paper can be shown: itself, and what stands around it.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use super::Source;
use crate::domain::client::Kind;
use crate::domain::listing::Listing;
use crate::domain::paper::{ContractKind, Document, PaperKind, PaperTemplate, PaperVersion};
use crate::domain::profile::PoliticalRole;
use crate::domain::sales::{Price, PriceList, TaxMode, TaxRate};
use crate::domain::task::{Rank, State};
use crate::domain::{Client, Company, Employee, Id, Paper, Product, Task};
use crate::error::Result;
use crate::workspace::Reader;

/// What the form reads before it is shown.
#[derive(Debug, Clone)]
pub struct Material {
    /// The paper; a new one with what is usual.
    pub document: Document,
    /// Its client, and what stands around that.
    pub near: Near,
    /// Whom it is addressed to, or who signs.
    pub contact: Option<Listing>,
    /// What can be chosen.
    pub facts: Facts,
}

/// What stands around a client.
#[derive(Debug, Clone, Default)]
pub struct Near {
    /// The client.
    pub client: Option<Listing>,
    /// The people there, who may sign.
    pub people: Vec<Listing>,
    /// The open projects of the client.
    pub projects: Vec<Task>,
}

/// What can be chosen, and what is known of the paper beside its own rows.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Our own companies.
    pub companies: Vec<Company>,
    /// The kinds of contract.
    pub contract_kinds: Vec<ContractKind>,
    /// What we sell, by name.
    pub products: Vec<Product>,
    /// The price lists, the usual one first, each with its prices.
    pub prices: Vec<(PriceList, HashMap<Id<Product>, Price>)>,
    /// The rates of tax.
    pub rates: Vec<TaxRate>,
    /// The templates of the office for this kind of paper.
    pub templates: Vec<PaperTemplate>,
    /// In how many days an invoice is to be paid.
    pub payment_days: u64,
    /// The number it would get now; empty where the mask of its kind makes none.
    pub next_number: String,
    /// The paper it was made from.
    pub basis: Option<Paper>,
    /// The papers that were made from it.
    pub made: Vec<Paper>,
    /// The files that were made of it, the newest first.
    pub versions: Vec<PaperVersion>,
}

impl Material {
    /// Reads a known paper, or what a new one begins with; `me` sees to it where nobody else does.
    ///
    /// # Errors
    /// [`Error::Missing`](crate::error::Error::Missing) where it may not be seen.
    pub fn read(reader: Reader<'_>, source: &Source, me: Id<Employee>) -> Result<Self> {
        let (mut document, is_draft) = match source {
            Source::Known(id) => (reader.document(*id)?, false),
            Source::New(draft) => ((**draft).clone(), draft.paper.basis.is_none()),
        };
        let near = Near::read(reader, document.paper.client)?;
        let companies = reader.companies()?;
        let payment_days = reader.payment_days()?;
        let mut contact = listing(reader, document.paper.contact)?;
        let paper = &mut document.paper;
        if is_draft {
            begin(paper, (&companies, payment_days));
            if contact.is_none() {
                contact = near.main_person().cloned();
            }
            sign(paper, contact.as_ref());
        }
        if matches!(source, Source::New(_)) && paper.manager.is_none() {
            let owner = near.client.as_ref().and_then(|one| one.client.owner);
            paper.manager = owner.or(Some(me));
        }
        let facts = Facts {
            companies,
            payment_days,
            ..Facts::read(reader, &document.paper)?
        };
        Ok(Self {
            document,
            near,
            contact,
            facts,
        })
    }
}

/// What a new paper has in common with all others of the office.
fn begin(paper: &mut Paper, (companies, payment_days): (&[Company], u64)) {
    if paper.kind == PaperKind::Invoice && paper.due_on.is_none() {
        paper.due_on = due_after(paper.dated_on, payment_days);
    }
    let known = companies.iter().find(|one| Some(one.id) == paper.company);
    if let Some(company) = known.or(companies.first()) {
        paper.company = Some(company.id);
        paper.mode = company.mode;
        if paper.city.is_empty() {
            paper.city.clone_from(&company.city);
        }
    }
}

/// Until when an invoice of a day is to be paid.
pub fn due_after(day: NaiveDate, payment_days: u64) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(payment_days))
}

/// Has a person sign, as what they are.
pub fn sign(paper: &mut Paper, person: Option<&Listing>) {
    let Some(person) = person else { return };
    paper.contact = Some(person.client.id);
    paper.signatory = person.client.title();
    paper.signatory_position.clone_from(&person.client.position);
}

impl Near {
    /// Reads what stands around a client; nothing where none is chosen yet.
    pub fn read(reader: Reader<'_>, client: Id<Client>) -> Result<Self> {
        let Some(client) = listing(reader, Some(client))? else {
            return Ok(Self::default());
        };
        let people = match client.client.kind {
            Kind::Organization => reader.people_of(client.client.id)?,
            Kind::Person => Vec::new(),
        };
        let mut projects = reader.tasks_of(client.client.id)?;
        projects.retain(|task| task.rank == Rank::Project && task.state == State::Open);
        Ok(Self {
            client: Some(client),
            people,
            projects,
        })
    }

    /// Who most likely signs: who decides, else who has the most influence.
    pub fn main_person(&self) -> Option<&Listing> {
        let weight = |one: &&Listing| {
            let decides = one.client.political_role == Some(PoliticalRole::DecisionMaker);
            (decides, one.client.influence.unwrap_or(0))
        };
        // Of equals the first by name.
        self.people.iter().rev().max_by_key(weight)
    }
}

impl Facts {
    fn read(reader: Reader<'_>, paper: &Paper) -> Result<Self> {
        let lists = reader.price_lists()?.into_iter();
        let prices = lists.map(|list| Ok((reader.prices(list.id)?, list)));
        let prices = prices.map(|read: Result<_>| read.map(|(prices, list)| (list, prices)));
        Ok(Self {
            companies: Vec::new(),
            contract_kinds: reader.contract_kinds()?,
            products: reader.products()?,
            prices: prices.collect::<Result<_>>()?,
            rates: reader.tax_rates()?,
            templates: reader.paper_templates(paper.kind)?,
            payment_days: 0,
            // A mask that makes no numbers is told when the paper is saved.
            next_number: reader.next_number(paper).unwrap_or_default(),
            basis: paper.basis.and_then(|id| reader.paper(id).ok()),
            made: reader.made_from(paper.id)?,
            versions: reader.versions_of(paper.id)?,
        })
    }

    /// The list a paper takes its prices from: the chosen one, else the first of its currency.
    pub fn price_list(&self, paper: &Paper) -> Option<&PriceList> {
        self.lists_of(paper).next().map(|(list, _)| list)
    }

    /// What a product costs on a paper, by its price list, where that has it, else by the first of
    /// the same currency that has it; and whether that price holds the tax.
    pub fn price(&self, product: Id<Product>, paper: &Paper) -> Option<(i64, TaxMode)> {
        let mut lists = self.lists_of(paper);
        lists.find_map(|(list, prices)| Some((prices.get(&product)?.amount, list.mode)))
    }

    /// The price lists of the currency of a paper, the chosen one first.
    fn lists_of(
        &self,
        paper: &Paper,
    ) -> impl Iterator<Item = &(PriceList, HashMap<Id<Product>, Price>)> {
        let (chosen, currency) = (paper.price_list, paper.currency);
        let known = || {
            self.prices
                .iter()
                .filter(move |(list, _)| list.currency == currency)
        };
        let is_chosen = move |list: &PriceList| Some(list.id) == chosen;
        let first = known().filter(move |(list, _)| is_chosen(list));
        first.chain(known().filter(move |(list, _)| !is_chosen(list)))
    }

    /// One of our own companies.
    pub fn company(&self, id: Option<Id<Company>>) -> Option<&Company> {
        self.companies.iter().find(|one| Some(one.id) == id)
    }
}

fn listing(reader: Reader<'_>, id: Option<Id<Client>>) -> Result<Option<Listing>> {
    Ok(reader.listings(id.as_slice())?.pop())
}
