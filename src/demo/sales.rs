//! Sample sales: our own company with its requisites, goods and prices, contracts, invoices, what
//! was delivered and paid of them.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Local, NaiveDate};

use super::random::Random;
use crate::domain::client::Kind;
use crate::domain::listing::{Filter, Listing, Order};
use crate::domain::paper::{
    ContractKind, Document, NumberMask, Obligation, PAYMENT_CONTROLLER, PaperKind, PaperLine,
    PaperState,
};
use crate::domain::sales::{Allocation, Price, PriceList, TaxRate};
use crate::domain::task::{Participant, Rank, State, Task, When};
use crate::domain::term::Dictionary;
use crate::domain::{
    Client, Company, Employee, Id, Operation, Paper, Payment, Policy, Product, Progress, Term,
};
use crate::error::Result;
use crate::workspace::{Transaction, Workspace};

/// How many organisations buy at most: samples of a million are for the lists.
const MOST: usize = 120;
/// How far back the first sale lies, in days.
const DAYS: u64 = 400;
/// So many of the newest papers nobody has paid yet.
const NEWEST: usize = 4;
/// In how many days invoices are to be paid.
const TERM: Days = Days::new(5);

/// A product: code, name, group, unit, price and cost in roubles, whether it is a service.
struct Good(
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    i64,
    i64,
    bool,
);

#[rustfmt::skip]
const GOODS: [Good; 10] = [
    Good("П-101", "Программа «Склад», лицензия на 1 рабочее место", "Программы", "шт", 48_600, 9_000, false),
    Good("П-102", "Программа «Логистика», лицензия на 1 рабочее место", "Программы", "шт", 64_200, 12_000, false),
    Good("П-103", "Программа «Договоры», лицензия на 1 рабочее место", "Программы", "шт", 32_000, 6_000, false),
    Good("П-104", "Программа «Производство», лицензия на 1 рабочее место", "Программы", "шт", 92_000, 18_000, false),
    Good("У-201", "Установка и настройка", "Услуги", "час", 3_200, 1_400, true),
    Good("У-202", "Обучение сотрудников", "Услуги", "час", 2_800, 1_200, true),
    Good("У-203", "Перенос данных", "Услуги", "час", 3_600, 1_500, true),
    Good("С-301", "Сопровождение, 1 месяц", "Сопровождение", "мес", 12_500, 4_000, true),
    Good("О-401", "Сканер штрихкодов", "Оборудование", "шт", 8_450, 6_100, false),
    Good("О-402", "Принтер этикеток", "Оборудование", "шт", 23_900, 18_300, false),
];

const CONTRACT_KINDS: [(&str, bool); 3] = [
    ("Поставка программ", false),
    ("Сопровождение", true),
    ("Лицензионный договор", false),
];

/// Writes sample sales for the organisations that a workspace holds, as one operation that is
/// nobody's. Does nothing where it has sales already.
pub fn sell(workspace: &mut Workspace, seed: u64) -> Result<()> {
    let reader = workspace.read();
    if !reader.products()?.is_empty() {
        return Ok(());
    }
    let all = Filter::all(Kind::Organization);
    let mut ids = reader.order(&all, Order::default(), &Progress::default())?;
    ids.sort_unstable();
    ids.truncate(MOST);
    let mut clients = reader.listings(&ids)?;
    clients.sort_by_key(|one| one.client.id);
    let Some(company) = reader.company(None)? else {
        return Ok(());
    };
    let shop = Shop {
        company: requisites(company),
        employees: reader.employees()?,
        today: Local::now().date_naive(),
    };
    let who = workspace.who();
    workspace.sign_in(Id::from(0));
    let written = workspace.transact(Operation::FillWithSamples, |tx| {
        tx.save(&shop.company)?;
        if let Some(controller) = shop.controller() {
            tx.save(&Policy {
                id: Id::generate(),
                version: 0,
                name: PAYMENT_CONTROLLER.to_owned(),
                value: controller.raw().to_string(),
            })?;
        }
        let stock = Stock::write(tx)?;
        let sales = shop.sales(&stock, &clients, &mut Random::new(seed));
        shop.write(tx, sales)
    });
    workspace.sign_in(who);
    written.map(drop)
}

/// Our own company with the requisites of the seller of the deck, where it has none yet.
fn requisites(company: Company) -> Company {
    if !company.inn.is_empty() {
        return company;
    }
    Company {
        full_name: "Общество с ограниченной ответственностью «Модус-В»".to_owned(),
        inn: "7825107325".to_owned(),
        kpp: "782501001".to_owned(),
        city: "Санкт-Петербург".to_owned(),
        legal_address: "191186, Санкт-Петербург, Невский проспект, 20, офис 14".to_owned(),
        phone: "+7 812 555-01-40".to_owned(),
        email: "office@modus-v.example".to_owned(),
        account: "40702810800000000082".to_owned(),
        bank: "ОАО «Балтийский банк»".to_owned(),
        bik: "044030741".to_owned(),
        correspondent: "30101810700000000741".to_owned(),
        signatory: "Орлова Елена Евгеньевна".to_owned(),
        signatory_position: "генеральный директор".to_owned(),
        signatory_basis: "Устава".to_owned(),
        accountant: "Соколова Анна Петровна".to_owned(),
        ..company
    }
}

/// Who sells.
struct Shop {
    company: Company,
    employees: Vec<Employee>,
    today: NaiveDate,
}

/// What is sold.
struct Stock {
    goods: Vec<(Product, i64)>,
    kinds: Vec<ContractKind>,
    rates: Vec<TaxRate>,
}

impl Stock {
    fn write(tx: &mut Transaction<'_>) -> Result<Self> {
        let mut groups: Vec<Term> = Vec::new();
        let list = PriceList::new("Розничный");
        let wholesale = PriceList {
            position: 1,
            ..PriceList::new("Оптовый")
        };
        tx.save(&list)?;
        tx.save(&wholesale)?;
        let mut goods = Vec::new();
        for Good(code, name, group, unit, price, cost, is_service) in GOODS {
            let known = groups.iter().find(|term| term.name == group).cloned();
            let group = known.unwrap_or_else(|| Term {
                position: groups.len() as i64,
                ..Term::new(Dictionary::ProductGroup, group)
            });
            if !groups.contains(&group) {
                tx.save(&group)?;
                groups.push(group.clone());
            }
            let product = Product {
                code: code.to_owned(),
                group: Some(group.id),
                cost: Some(cost * 100),
                is_service,
                ..Product::new(name, unit)
            };
            tx.save(&product)?;
            tx.save(&Price::new(list.id, product.id, price * 100))?;
            if !is_service {
                tx.save(&Price::new(wholesale.id, product.id, price * 88))?;
            }
            goods.push((product, price * 100));
        }
        let mut kinds = Vec::new();
        for (position, (name, is_support)) in (0..).zip(CONTRACT_KINDS) {
            let kind = ContractKind {
                is_support,
                position,
                ..ContractKind::new(name)
            };
            tx.save(&kind)?;
            kinds.push(kind);
        }
        let rates = TaxRate::russia();
        Ok(Self {
            goods,
            kinds,
            rates,
        })
    }
}

impl Shop {
    /// Everything that was sold, oldest first.
    fn sales(&self, stock: &Stock, clients: &[Listing], random: &mut Random) -> Vec<Document> {
        let mut sales = Vec::new();
        for (place, listing) in clients.iter().enumerate() {
            // The first of the cast always buy; of the others, most.
            if place > 3 && !random.is_in(70) {
                continue;
            }
            let days = 20 + random.below(DAYS);
            let mut day = self.today - Days::new(days);
            if place < 6 || random.is_in(25) {
                let mut contract = self.contract(stock, &listing.client, day, random);
                contract.paper.state = match place % 7 {
                    4 => PaperState::Draft,
                    5 => PaperState::Issued,
                    _ => PaperState::Accepted,
                };
                sales.push(contract);
            }
            if place % 8 == 2 {
                let mut letter = self.paper(PaperKind::Letter, &listing.client, day);
                letter.paper.subject = "О продлении сопровождения".to_owned();
                sales.push(letter);
            }
            while day < self.today {
                let mut invoice = self.paper(PaperKind::Invoice, &listing.client, day);
                self.add_lines(&mut invoice, stock, random);
                invoice.paper.due_on = day.checked_add_days(TERM);
                sales.push(invoice);
                day = day + Days::new(30 + random.below(150));
            }
            if random.is_in(20) {
                let day = self.today - Days::new(random.below(14));
                let mut offer = self.paper(PaperKind::Offer, &listing.client, day);
                self.add_lines(&mut offer, stock, random);
                offer.paper.state = PaperState::Issued;
                sales.push(offer);
            }
        }
        sales.sort_by_key(|one| one.paper.dated_on);
        sales
    }

    fn paper(&self, kind: PaperKind, client: &Client, day: NaiveDate) -> Document {
        let mut paper = Paper::new(kind, client.id, day);
        paper.company = Some(self.company.id);
        paper.city.clone_from(&self.company.city);
        paper.manager = client.owner;
        paper.controller = self.controller();
        Document::new(paper)
    }

    /// Who looks after payments.
    fn controller(&self) -> Option<Id<Employee>> {
        self.employees.get(1).map(|one| one.id)
    }

    fn add_lines(&self, document: &mut Document, stock: &Stock, random: &mut Random) {
        let first = random.index(stock.goods.len());
        for offset in 0..=random.index(3) {
            let (product, price) = &stock.goods[(first + offset * 3) % stock.goods.len()];
            let mut line = PaperLine::of(document.paper.id, product, *price);
            line.quantity = 1000 * (1 + random.below(8) as i64);
            document.lines.push(line);
        }
        let first = document.lines.first();
        let subject = first.and_then(|line| line.name.split(',').next());
        document.paper.subject = subject.unwrap_or_default().to_owned();
        document.tax_by_date(&stock.rates);
        // A few lines of samples always fit.
        let _ = document.settle();
    }

    fn contract(
        &self,
        stock: &Stock,
        client: &Client,
        day: NaiveDate,
        random: &mut Random,
    ) -> Document {
        let mut contract = self.paper(PaperKind::Contract, client, day);
        self.add_lines(&mut contract, stock, random);
        let kind = &stock.kinds[random.index(stock.kinds.len())];
        let paper = &mut contract.paper;
        paper.contract_kind = Some(kind.id);
        paper.subject.clone_from(&kind.name);
        paper.state = PaperState::Accepted;
        paper.signatory = "Ким Юлия Михайловна".to_owned();
        paper.signatory_position = "директор".to_owned();
        paper.signatory_basis = "Устава".to_owned();
        paper.terms = "Оплата в течение 5 дней со дня выставления счёта.".to_owned();
        paper.due_on = day.checked_add_days(Days::new(365));
        let mut delivery = Obligation::new(paper.id, "Первая поставка");
        delivery.due_on = day.checked_add_days(Days::new(14));
        delivery.penalty = "0,1 % от суммы за каждый день".to_owned();
        contract.obligations.push(delivery);
        contract
    }

    /// Writes the sales with their numbers, and what was delivered and paid of them: invoices of
    /// more than six weeks ago are paid, younger ones but for a few.
    fn write(&self, tx: &mut Transaction<'_>, sales: Vec<Document>) -> Result<()> {
        let mask = NumberMask::usual();
        let mut counts: BTreeMap<(PaperKind, i32), i64> = BTreeMap::new();
        let mut number = |paper: &mut Paper| {
            let count = counts
                .entry((paper.kind, paper.dated_on.year()))
                .or_default();
            *count += 1;
            paper.number = mask.number(*count, paper.dated_on);
        };
        let newest = sales.len().saturating_sub(NEWEST);
        for (place, mut sale) in sales.into_iter().enumerate() {
            number(&mut sale.paper);
            if sale.paper.kind != PaperKind::Invoice {
                save(tx, &sale)?;
                continue;
            }
            let age = (self.today - sale.paper.dated_on).num_days();
            let paid = match (place % 11, age) {
                _ if place >= newest => 0,
                (0, ..=45) => 0,
                (5, ..=45) => sale.paper.total / 200 * 100,
                (_, 8..) => sale.paper.total,
                _ => 0,
            };
            if paid < sale.paper.total {
                sale.paper.task = self.wait(tx, &sale.paper)?;
            }
            save(tx, &sale)?;
            if paid > 0 {
                self.pay(tx, &sale.paper, paid)?;
            }
            if paid == sale.paper.total && place % 13 == 4 {
                self.pay_ahead(tx, &sale.paper)?;
            }
            if age > 20 && place % 7 != 3 {
                let day = sale.paper.dated_on + Days::new(7);
                let kind = match place % 3 {
                    0 => PaperKind::Waybill,
                    _ => PaperKind::Act,
                };
                let mut act = sale.successor(kind, (day, 5), &[]);
                // Taxed as its invoice was.
                for (line, sold) in act.lines.iter_mut().zip(&sale.lines) {
                    line.tax_rate = sold.tax_rate;
                }
                let _ = act.settle();
                number(&mut act.paper);
                save(tx, &act)?;
            }
        }
        Ok(())
    }

    /// The task that waits for the payment of an invoice.
    fn wait(&self, tx: &mut Transaction<'_>, invoice: &Paper) -> Result<Option<Id<Task>>> {
        let Some(leader) = invoice.manager.or(self.employees.first().map(|one| one.id)) else {
            return Ok(None);
        };
        let title = format!("Оплата счёта № {}", invoice.number);
        let mut task = Task::new(Rank::Operation, title, leader);
        task.client = Some(invoice.client);
        task.controller = invoice.controller;
        task.state = State::Open;
        task.set_start(invoice.due_on.map(When::Day));
        tx.save(&task)?;
        let leads = crate::domain::task::Degree::Leads;
        tx.save(&Participant::new(task.id, leader, leads))?;
        Ok(Some(task.id))
    }

    fn pay(&self, tx: &mut Transaction<'_>, invoice: &Paper, sum: i64) -> Result<()> {
        let payment = Payment {
            company: Some(self.company.id),
            number: invoice.number.replace('/', ""),
            purpose: format!("Оплата по счёту № {}", invoice.number),
            ..Payment::new(
                invoice.client,
                self.today.min(invoice.dated_on + Days::new(4)),
                sum,
            )
        };
        tx.save(&payment)?;
        tx.save(&Allocation::new(payment.id, invoice.id, sum))?;
        Ok(())
    }

    /// What a client pays ahead, for no invoice yet.
    fn pay_ahead(&self, tx: &mut Transaction<'_>, invoice: &Paper) -> Result<()> {
        let day = self.today.min(invoice.dated_on + Days::new(9));
        let payment = Payment {
            company: Some(self.company.id),
            purpose: "Аванс по договору".to_owned(),
            ..Payment::new(invoice.client, day, 1_250_000)
        };
        tx.save(&payment).map(drop)
    }
}

fn save(tx: &mut Transaction<'_>, document: &Document) -> Result<()> {
    tx.save(&document.paper)?;
    for line in &document.lines {
        tx.save(line)?;
    }
    for obligation in &document.obligations {
        tx.save(obligation)?;
    }
    Ok(())
}
