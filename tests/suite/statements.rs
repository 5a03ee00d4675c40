//! Payments from statements of banks: whose they are, and that none is entered twice.

use std::collections::HashMap;
use std::path::PathBuf;

use vizitka::domain::client::Client;
use vizitka::domain::task::State;
use vizitka::domain::{Card, Company, Id, Operation, Progress};
use vizitka::error::{Error, Result};
use vizitka::exchange::statement::{Claim, Doubt, Plan, Verdict};
use vizitka::workspace::Workspace;

use crate::papers::{day, invoice, now, save};
use crate::program::Desk;

const OWN: &str = "40702810800000000082";

/// Two clients that are known by their taxpayer numbers, and our own account.
fn office() -> Result<(Workspace, Id<Client>, Id<Client>)> {
    let mut workspace = Workspace::in_memory()?;
    let company = workspace.read().companies()?.remove(0);
    let company = Company {
        account: OWN.into(),
        inn: "7801000000".into(),
        ..company
    };
    workspace.transact(Operation::EditCompany, |tx| tx.save(&company))?;
    let mut ids = Vec::new();
    for (name, inn) in [
        ("ООО «Ромашка»", "7825107325"),
        ("ООО «Агат»", "7809012347"),
    ] {
        let mut client = Client::organization(name);
        client.inn = inn.into();
        let card = Card::new(client);
        workspace.transact(Operation::AddClient, |tx| tx.add_card(&card))?;
        ids.push(card.client.id);
    }
    Ok((workspace, ids[0], ids[1]))
}

/// A movement of a statement of 1C.
fn order(number: u32, inn: &str, sum: &str, purpose: &str) -> String {
    format!(
        "СекцияДокумент=Платежное поручение\nНомер={number}\nДата=01.07.2026\nСумма={sum}\n\
         ПлательщикСчет=40702810000000000106\nПлательщик1=Плательщик\nПлательщикИНН={inn}\n\
         ПолучательСчет={OWN}\nПолучательИНН=7801000000\nДатаПоступило=01.07.2026\n\
         НазначениеПлатежа={purpose}\nКонецДокумента\n"
    )
}

fn back(number: u32, inn: &str, sum: &str, purpose: &str) -> String {
    format!(
        "СекцияДокумент=Платежное поручение\nНомер={number}\nДата=02.07.2026\nСумма={sum}\n\
         ПлательщикСчет={OWN}\nПолучательИНН={inn}\nПолучательСчет=40702810000000000106\n\
         ДатаСписано=02.07.2026\nНазначениеПлатежа={purpose}\nКонецДокумента\n"
    )
}

fn statement(desk: &Desk, orders: &[String]) -> PathBuf {
    let path = desk.path("kl_to_1c.txt");
    let head =
        format!("1CClientBankExchange\nВерсияФормата=1.03\nКодировка=Windows\nРасчСчет={OWN}\n");
    let text = format!("{head}{}КонецФайла\n", orders.concat());
    std::fs::write(&path, windows(&text)).unwrap();
    path
}

/// The bytes of windows-1251, as banks write them.
fn windows(text: &str) -> Vec<u8> {
    let byte = |c: char| match c {
        'А'..='я' => u8::try_from(c as u32 - 'А' as u32 + 0xc0).unwrap(),
        'ё' => 0xb8,
        '№' => 0xb9,
        '«' => 0xab,
        '»' => 0xbb,
        c => u8::try_from(c as u32).unwrap_or(b'?'),
    };
    text.chars().map(byte).collect()
}

fn apply(workspace: &mut Workspace, plan: &Plan, claims: &HashMap<usize, Claim>) -> Result<usize> {
    let done = plan.apply(workspace, claims, now(), &Progress::default())?;
    Ok(done.value.entered)
}

#[test]
fn a_payment_finds_its_invoice_and_is_entered_once() -> Result<()> {
    let desk = Desk::new();
    let (mut workspace, romashka, agat) = office()?;
    let first = save(&mut workspace, &invoice(romashka, 100_000))?;
    let second = save(&mut workspace, &invoice(agat, 50_000))?;
    let half = order(17, "7825107325", "400.00", "По счету № 01/26 от 29.06.2026");
    let path = statement(
        &desk,
        &[
            half.clone(),
            half,
            order(3, "7809012347", "500.00", "Счет 02/26, НДС 22%"),
            back(9, "5000000000", "77.00", "Аренда офиса"),
        ],
    );
    let draft = |workspace: &Workspace| Plan::draft(workspace.read(), &path, day("2026-07-10"));
    let plan = draft(&workspace)?;
    let own = workspace.read().companies()?[0].id;
    assert_eq!(plan.entries[0].company, Some(own));
    assert_eq!(plan.entries[3].verdict, Verdict::Foreign);
    assert_eq!(
        apply(&mut workspace, &plan, &HashMap::new())?,
        3,
        "two alike are two"
    );
    let reader = workspace.read();
    assert_eq!(reader.paid_for(first.id)?, 80_000);
    assert_eq!(reader.task(first.task.unwrap())?.state, State::Open);
    assert_eq!(reader.task(second.task.unwrap())?.state, State::Done);
    let again = draft(&workspace)?;
    let known = again
        .entries
        .iter()
        .filter(|one| one.verdict == Verdict::Known);
    assert_eq!(known.count(), 3);
    assert_eq!(apply(&mut workspace, &again, &HashMap::new())?, 0);
    assert_eq!(
        apply(&mut workspace, &plan, &HashMap::new())?,
        0,
        "nor by an old plan"
    );
    workspace.undo()?;
    assert_eq!(
        workspace.read().paid_for(first.id)?,
        0,
        "one undo takes all back"
    );
    let plan = draft(&workspace)?;
    assert_eq!(apply(&mut workspace, &plan, &HashMap::new())?, 3);
    Ok(())
}

#[test]
fn what_is_not_clear_waits_to_be_claimed() -> Result<()> {
    let desk = Desk::new();
    let (mut workspace, romashka, agat) = office()?;
    let mine = save(&mut workspace, &invoice(romashka, 100_000))?;
    save(&mut workspace, &invoice(agat, 50_000))?;
    let path = statement(
        &desk,
        &[
            order(1, "1234567890", "1000.00", "Без назначения"),
            order(2, "7825107325", "10.00", "Предоплата"),
            order(3, "7825107325", "500.00", "Оплата счета 02/26"),
            order(4, "7825107325", "2000.00", "Оплата счета 01/26"),
            order(5, "", "500.00", "Оплата счета 02/26"),
        ],
    );
    let plan = Plan::draft(workspace.read(), &path, day("2026-07-10"))?;
    let doubts: Vec<_> = plan
        .entries
        .iter()
        .map(|entry| match &entry.verdict {
            Verdict::Doubtful { why, proposals } => (*why, proposals.len()),
            verdict => panic!("{verdict:?}"),
        })
        .collect();
    let expected = [
        (Doubt::UnknownPayer, 1), // the invoice of exactly that sum
        (Doubt::NoInvoice, 1),
        (Doubt::OtherPayer, 2),
        (Doubt::TooMuch, 1),
        (Doubt::UnknownPayer, 1),
    ];
    assert_eq!(doubts, expected);
    assert_eq!(apply(&mut workspace, &plan, &HashMap::new())?, 0);
    let claim = Claim {
        client: romashka,
        invoices: vec![mine.id],
    };
    let claims = HashMap::from([(3, claim)]);
    assert_eq!(apply(&mut workspace, &plan, &claims)?, 1);
    let settled = workspace
        .read()
        .settlements_of(romashka, day("2026-07-10"))?;
    assert_eq!((settled[0].debt, settled[0].advance), (0, 100_000));
    Ok(())
}

#[test]
fn money_given_back_is_a_refund() -> Result<()> {
    let desk = Desk::new();
    let (mut workspace, romashka, _) = office()?;
    let paper = save(&mut workspace, &invoice(romashka, 100_000))?;
    let path = statement(
        &desk,
        &[
            order(1, "7825107325", "1000.00", "Оплата счета 01/26"),
            back(2, "7825107325", "300.00", "Возврат по счету 01/26"),
        ],
    );
    let plan = Plan::draft(workspace.read(), &path, day("2026-07-10"))?;
    assert_eq!(apply(&mut workspace, &plan, &HashMap::new())?, 2);
    let reader = workspace.read();
    assert_eq!(reader.paid_for(paper.id)?, 70_000);
    assert_eq!(reader.task(paper.task.unwrap())?.state, State::Open);
    Ok(())
}

#[test]
fn a_table_with_words_before_its_titles_is_a_statement_too() -> Result<()> {
    let desk = Desk::new();
    let (mut workspace, romashka, _) = office()?;
    let paper = save(&mut workspace, &invoice(romashka, 123_456))?;
    let path = desk.path("statement.csv");
    let table = "Выписка по счёту;;;;\nза июль;;;;\n\n\
                 Дата операции;Номер документа;Сумма по дебету;Сумма по кредиту;ИНН контрагента;\
                 Контрагент;Назначение платежа\n\
                 02.07.2026;18;;1 234,56;7825107325;ООО «Ромашка»;Оплата по счёту № 01/26\n\
                 02.07.2026;19;99,00;;7700000000;Банк;Комиссия\n\
                 когда-то;20;;5,00;;;\n\
                 ;;99,00;1 234,56;;;Итого\n";
    std::fs::write(&path, table).unwrap();
    let plan = Plan::draft(workspace.read(), &path, day("2026-07-10"))?;
    assert_eq!(plan.entries.len(), 2);
    assert_eq!(plan.unreadable, [7]);
    assert_eq!(plan.entries[1].verdict, Verdict::Foreign);
    assert_eq!(apply(&mut workspace, &plan, &HashMap::new())?, 1);
    let state = workspace.read().task(paper.task.unwrap())?.state;
    assert_eq!(state, State::Done);
    let other = desk.path("other.csv");
    std::fs::write(&other, "Имя;Телефон\nИван;1\n").unwrap();
    let refused = Plan::draft(workspace.read(), &other, day("2026-07-10"));
    assert!(matches!(refused, Err(Error::UnreadableTable(_))));
    Ok(())
}
