//! Papers: numbers, totals, what is made from what.

use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};

use vizitka::domain::client::Client;
use vizitka::domain::paper::{
    ContractKind, Document, NumberMask, Obligation, PAYMENT_DAYS, PaperFilter, PaperKind,
    PaperLine, PaperState, PaperVersion,
};
use vizitka::domain::sales::{Price, PriceList, Progress, TaxMode};
use vizitka::domain::task::State;
use vizitka::domain::{Card, Employee, Id, Operation, Paper, Product};
use vizitka::error::{Error, Result};
use vizitka::i18n::{Language, Locale};
use vizitka::workspace::Workspace;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn now() -> DateTime<Utc> {
    "2026-06-29T09:00:00Z".parse().unwrap()
}

fn words() -> Locale {
    Locale::new(Language::Russian)
}

/// An office with one client.
pub fn office() -> Result<(Workspace, Id<Client>)> {
    let mut workspace = Workspace::in_memory()?;
    let client = add_client(&mut workspace, "ООО «Ромашка»")?;
    Ok((workspace, client))
}

pub fn add_client(workspace: &mut Workspace, name: &str) -> Result<Id<Client>> {
    let mut client = Client::organization(name);
    client.owner = Some(workspace.who());
    let card = Card::new(client);
    workspace.transact(Operation::AddClient, |tx| tx.add_card(&card))?;
    Ok(card.client.id)
}

/// An invoice of one line, not yet saved.
pub fn invoice(client: Id<Client>, kopecks: i64) -> Document {
    let paper = Paper::new(PaperKind::Invoice, client, day("2026-06-29"));
    let mut line = PaperLine::new(paper.id, "Программа");
    line.price = kopecks;
    Document {
        lines: vec![line],
        ..Document::new(paper)
    }
}

pub fn save(workspace: &mut Workspace, document: &Document) -> Result<Paper> {
    let saved = workspace.transact(Operation::AddPaper, |tx| {
        tx.save_document(document, document, &words(), now())
    })?;
    Ok(saved.value)
}

/// Reads a paper, edits it and saves it again.
fn edit(
    workspace: &mut Workspace,
    id: Id<Paper>,
    change: impl FnOnce(&mut Document),
) -> Result<Paper> {
    let base = workspace.read().document(id)?;
    let mut mine = base.clone();
    change(&mut mine);
    let saved = workspace.transact(Operation::EditPaper, |tx| {
        tx.save_document(&base, &mine, &words(), now())
    })?;
    Ok(saved.value)
}

fn number_of(workspace: &mut Workspace, client: Id<Client>) -> Result<String> {
    Ok(save(workspace, &invoice(client, 100))?.number)
}

#[test]
fn a_paper_is_saved_with_its_lines_and_read_back() -> Result<()> {
    let (mut workspace, client) = office()?;
    let mut document = invoice(client, 123_456);
    document.paper.mode = TaxMode::OnTop;
    document.lines[0].quantity = 3000;
    document.lines[0].tax_rate = Some(2200);
    let saved = save(&mut workspace, &document)?;
    assert_eq!(saved.number, "01/26");
    assert_eq!((saved.total, saved.tax), (451_849, 81_481));
    let read = workspace.read().document(saved.id)?;
    assert_eq!(read.paper, saved);
    assert_eq!(read.lines.len(), 1);
    assert_eq!(read.lines[0].quantity, 3000);
    let paper = edit(&mut workspace, saved.id, |document| {
        document.lines[0].quantity = 1000;
        let line = PaperLine::new(saved.id, "Обучение");
        document.lines.push(PaperLine { price: 1, ..line });
    })?;
    assert_eq!(paper.total, 150_617);
    workspace.undo()?;
    let mut undone = workspace.read().document(saved.id)?;
    // An undo is a version of its own.
    assert_eq!(undone.paper.version, 3);
    undone.paper.version = read.paper.version;
    undone.lines[0].version = read.lines[0].version;
    assert_eq!(undone, read, "as it was");
    Ok(())
}

#[test]
fn a_number_is_not_given_twice_after_undo_and_delete() -> Result<()> {
    let (mut workspace, client) = office()?;
    assert_eq!(number_of(&mut workspace, client)?, "01/26");
    workspace.undo()?;
    assert_eq!(number_of(&mut workspace, client)?, "02/26");
    let third = save(&mut workspace, &invoice(client, 100))?;
    assert_eq!(third.number, "03/26");
    workspace.transact(Operation::DeletePaper, |tx| {
        tx.delete_paper(third.id, now())
    })?;
    assert_eq!(number_of(&mut workspace, client)?, "04/26");
    let back = workspace.transact(Operation::RestorePaper, |tx| {
        tx.restore_paper(third.id, now())
    })?;
    assert_eq!(back.value.number, "03/26");
    // Undone and done again it is the same paper with the same number.
    let fifth = save(&mut workspace, &invoice(client, 100))?;
    workspace.undo()?;
    assert_eq!(number_of(&mut workspace, client)?, "06/26");
    workspace.undo()?;
    workspace.redo()?;
    assert_eq!(fifth.number, "05/26");
    Ok(())
}

#[test]
fn a_typed_number_is_kept_and_never_given_again() -> Result<()> {
    let (mut workspace, client) = office()?;
    let mut typed = invoice(client, 100);
    typed.paper.number = " 02/26 ".into();
    assert_eq!(save(&mut workspace, &typed)?.number, "02/26");
    assert_eq!(number_of(&mut workspace, client)?, "01/26");
    let next = Paper::new(PaperKind::Invoice, client, day("2026-06-29"));
    assert_eq!(workspace.read().next_number(&next)?, "03/26");
    assert_eq!(number_of(&mut workspace, client)?, "03/26");
    let mut again = invoice(client, 100);
    again.paper.number = "02/26".into();
    let refused = save(&mut workspace, &again);
    assert!(matches!(refused, Err(Error::NumberTaken(number)) if number == "02/26"));
    Ok(())
}

#[test]
fn each_year_and_each_kind_with_a_mask_of_its_own_counts_apart() -> Result<()> {
    let (mut workspace, client) = office()?;
    let supply = ContractKind {
        mask: "П-{n}/{yyyy}".into(),
        ..ContractKind::new("Поставка")
    };
    workspace.transact(Operation::EditSalesSettings, |tx| {
        tx.save(&supply)?;
        tx.decide(PaperKind::Act.mask_policy(), "А{n:03}")
    })?;
    let mut numbers = Vec::new();
    for (kind, contract, on) in [
        (PaperKind::Contract, None, "2026-01-05"),
        (PaperKind::Contract, Some(supply.id), "2026-01-05"),
        (PaperKind::Contract, Some(supply.id), "2027-01-05"),
        (PaperKind::Contract, None, "2027-01-05"),
        (PaperKind::Act, None, "2026-01-05"),
        (PaperKind::Act, None, "2027-01-05"),
    ] {
        let mut paper = Paper::new(kind, client, day(on));
        paper.contract_kind = contract;
        numbers.push(save(&mut workspace, &Document::new(paper))?.number);
    }
    let expected = ["01/26", "П-1/2026", "П-1/2027", "01/27", "А001", "А002"];
    assert_eq!(numbers, expected);
    workspace.transact(Operation::EditSalesSettings, |tx| {
        tx.decide(PaperKind::Act.mask_policy(), "без счётчика")
    })?;
    let act = Document::new(Paper::new(PaperKind::Act, client, day("2026-01-05")));
    assert!(matches!(save(&mut workspace, &act), Err(Error::BadMask(_))));
    Ok(())
}

/// Both have the file open, and each takes a number as often as it can.
#[test]
fn two_programs_never_give_one_number() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.vizitka");
    let owner = Employee::new("Решетова", "Светлана", "Ивановна");
    let mut workspace = Workspace::create(&path, "ООО «Модус-В»", &owner)?;
    let client = add_client(&mut workspace, "ООО «Ромашка»")?;
    let busy = |path: &Path| -> Result<Vec<String>> {
        let mut workspace = Workspace::open(path)?;
        let mut numbers = Vec::new();
        for turn in 0..15 {
            numbers.push(number_of(&mut workspace, client)?);
            if turn % 3 == 0 {
                workspace.undo()?;
            }
        }
        Ok(numbers)
    };
    let mut numbers: Vec<String> = std::thread::scope(|scope| {
        let both = [0, 1].map(|_| scope.spawn(|| busy(&path)));
        let both = both.map(|one| one.join().unwrap());
        both.into_iter().collect::<Result<Vec<_>>>()
    })?
    .concat();
    numbers.sort();
    let before = numbers.len();
    numbers.dedup();
    assert_eq!((before, numbers.len()), (30, 30));
    Ok(())
}

#[test]
fn an_invoice_makes_a_task_for_its_payment_after_the_days_of_the_office() -> Result<()> {
    let (mut workspace, client) = office()?;
    let controller = Employee::new("Довженко", "Борис", "Викторович");
    workspace.transact(Operation::AddEmployee, |tx| tx.save(&controller))?;
    let mut document = invoice(client, 100);
    document.paper.controller = Some(controller.id);
    let saved = save(&mut workspace, &document)?;
    let task = workspace.read().task(saved.task.unwrap())?;
    assert_eq!(task.title, "Оплата счёта № 01/26");
    assert_eq!(task.client, Some(client));
    assert_eq!(task.starts_on, Some(day("2026-07-04")), "five days later");
    assert_eq!(task.controller, Some(controller.id));
    let whole = workspace.read().assignment(task.id)?;
    assert_eq!(whole.leader(), Some(workspace.who()));
    workspace.undo()?;
    assert!(
        workspace.read().task(task.id).is_err(),
        "one undo takes both away"
    );

    workspace.transact(Operation::EditSalesSettings, |tx| {
        tx.decide(PAYMENT_DAYS, "10")
    })?;
    let saved = save(&mut workspace, &invoice(client, 100))?;
    assert_eq!(saved.due_on, Some(day("2026-07-09")));
    let moved = edit(&mut workspace, saved.id, |document| {
        document.paper.due_on = Some(day("2026-07-20"));
        document.paper.manager = Some(controller.id);
    })?;
    let whole = workspace.read().assignment(moved.task.unwrap())?;
    assert_eq!(whole.task.starts_on, Some(day("2026-07-20")));
    assert_eq!(whole.leader(), Some(controller.id));
    edit(&mut workspace, saved.id, |document| {
        document.paper.state = PaperState::Cancelled;
    })?;
    let state = |workspace: &Workspace| -> Result<State> {
        Ok(workspace.read().task(moved.task.unwrap())?.state)
    };
    assert_eq!(state(&workspace)?, State::Cancelled);
    edit(&mut workspace, saved.id, |document| {
        document.paper.state = PaperState::Issued;
    })?;
    assert_eq!(state(&workspace)?, State::Open);
    workspace.transact(Operation::DeletePaper, |tx| {
        tx.delete_paper(saved.id, now())
    })?;
    assert_eq!(state(&workspace)?, State::Cancelled);
    assert_eq!(workspace.read().papers_in_bin(10)?.len(), 1);
    workspace.transact(Operation::RestorePaper, |tx| {
        tx.restore_paper(saved.id, now())
    })?;
    assert_eq!(state(&workspace)?, State::Open);
    Ok(())
}

#[test]
fn obligations_and_the_end_of_a_contract_are_tasks() -> Result<()> {
    let (mut workspace, client) = office()?;
    let mut paper = Paper::new(PaperKind::Contract, client, day("2026-06-29"));
    paper.due_on = Some(day("2027-06-29"));
    paper.renewal_days = Some(30);
    let mut delivery = Obligation::new(paper.id, "Первая поставка");
    delivery.due_on = Some(day("2026-10-15"));
    delivery.penalty = "0,1 % в день".into();
    let mut document = Document::new(paper);
    document.obligations.push(delivery);
    let saved = save(&mut workspace, &document)?;
    let renewal = workspace.read().task(saved.task.unwrap())?;
    assert_eq!(renewal.title, "Продление договора № 01/26");
    assert_eq!(renewal.starts_on, Some(day("2027-05-30")));
    let read = workspace.read().document(saved.id)?;
    let task = workspace.read().task(read.obligations[0].task.unwrap())?;
    assert_eq!(task.title, "Первая поставка (договор № 01/26)");
    assert_eq!(task.plan, "0,1 % в день");
    assert_eq!(task.starts_on, Some(day("2026-10-15")));
    edit(&mut workspace, saved.id, |document| {
        document.obligations[0].due_on = Some(day("2026-11-01"));
        document.paper.renewal_days = None;
    })?;
    let reader = workspace.read();
    assert_eq!(reader.task(task.id)?.starts_on, Some(day("2026-11-01")));
    assert_eq!(reader.task(renewal.id)?.state, State::Cancelled);
    edit(&mut workspace, saved.id, |document| {
        document.obligations.clear();
    })?;
    assert_eq!(workspace.read().task(task.id)?.state, State::Cancelled);
    Ok(())
}

#[test]
fn one_paper_is_made_from_another_without_typing() -> Result<()> {
    let (mut workspace, client) = office()?;
    let product = Product::new("Программа", "шт");
    let list = PriceList::new("Розница");
    let price = Price::new(list.id, product.id, 122_000);
    workspace.transact(Operation::EditProducts, |tx| {
        tx.save(&product)?;
        tx.save(&list)?;
        tx.save(&price)
    })?;
    let reader = workspace.read();
    let rates = reader.tax_rates()?;
    let price = reader.prices(list.id)?[&product.id].amount;
    let paper = Paper::new(PaperKind::Offer, client, day("2026-06-29"));
    let mut offer = Document::new(paper);
    offer
        .lines
        .push(PaperLine::of(offer.paper.id, &product, price));
    offer.tax_by_date(&rates);
    let saved = save(&mut workspace, &offer)?;
    assert_eq!((saved.total, saved.tax), (122_000, 22_000));
    let mut base = workspace.read().document(saved.id)?;
    for kind in [PaperKind::Contract, PaperKind::Invoice, PaperKind::Act] {
        let made = base.successor(kind, (day("2026-06-30"), 5), &rates);
        let saved = save(&mut workspace, &made)?;
        assert_eq!((saved.basis, saved.total), (Some(base.paper.id), 122_000));
        base = workspace.read().document(saved.id)?;
    }
    let reader = workspace.read();
    let made = reader.made_from(saved.id)?;
    assert_eq!(made.len(), 1);
    let goods = reader.goods_of(client, day("2026-07-01"))?;
    let progress: Vec<_> = goods
        .iter()
        .map(|good| (good.progress, good.paper))
        .collect();
    assert_eq!(progress, [(Progress::Delivered, base.paper.id)]);
    Ok(())
}

#[test]
fn a_client_has_in_sale_ordered_delivered_and_supported() -> Result<()> {
    let (mut workspace, client) = office()?;
    let support = ContractKind {
        is_support: true,
        ..ContractKind::new("Поддержка")
    };
    workspace.transact(Operation::EditSalesSettings, |tx| tx.save(&support))?;
    let with_line = |kind, subject: &str| {
        let mut document = invoice(client, 1000);
        document.paper.kind = kind;
        document.paper.subject = subject.into();
        document.lines[0].quantity = 5000;
        document
    };
    save(&mut workspace, &with_line(PaperKind::Offer, ""))?;
    let ordered = save(&mut workspace, &with_line(PaperKind::Invoice, ""))?;
    let base = workspace.read().document(ordered.id)?;
    let mut act = base.successor(PaperKind::Act, (day("2026-06-30"), 5), &[]);
    act.lines[0].quantity = 2000;
    save(&mut workspace, &act)?;
    let mut contract = Document::new(Paper::new(PaperKind::Contract, client, day("2026-06-29")));
    contract.paper.contract_kind = Some(support.id);
    contract.paper.subject = "Поддержка программы".into();
    contract.paper.state = PaperState::Accepted;
    save(&mut workspace, &contract)?;
    let goods = workspace.read().goods_of(client, day("2026-07-01"))?;
    let told: Vec<_> = goods
        .iter()
        .map(|good| (good.progress, good.quantity, good.amount))
        .collect();
    let expected = [
        (Progress::InSale, 5000, 5000),
        (Progress::Ordered, 3000, 3000),
        (Progress::Delivered, 2000, 2000),
        (Progress::Supported, 1000, 0),
    ];
    assert_eq!(told, expected);
    Ok(())
}

#[test]
fn the_register_finds_by_number_client_and_text() -> Result<()> {
    let (mut workspace, romashka) = office()?;
    let agat = add_client(&mut workspace, "ООО «Агат»")?;
    let first = save(&mut workspace, &invoice(romashka, 100))?;
    let mut contract = Document::new(Paper::new(PaperKind::Contract, agat, day("2026-05-01")));
    contract.paper.number = "П-08/26".into();
    let contract = save(&mut workspace, &contract)?;
    let text = "Поставщик обязуется поставить «Программу»";
    let content = (String::new(), 3);
    let version = PaperVersion::new(contract.id, "договор.docx", content, text, now());
    let again = PaperVersion {
        id: Id::generate(),
        ..version.clone()
    };
    let ordinals = workspace.transact(Operation::MakePaperFile, |tx| {
        Ok([
            tx.add_version(version)?.ordinal,
            tx.add_version(again)?.ordinal,
        ])
    })?;
    assert_eq!(ordinals.value, [1, 2]);
    let reader = workspace.read();
    let found = |text: &str| -> Result<Vec<Id<Paper>>> {
        let filter = PaperFilter {
            text: text.into(),
            ..PaperFilter::default()
        };
        let lines = reader.register(&filter, (0, 10))?;
        assert_eq!(reader.count_register(&filter)?, lines.len() as i64);
        Ok(lines.iter().map(|line| line.paper.id).collect())
    };
    assert_eq!(found("")?, [first.id, contract.id], "the newest first");
    assert_eq!(found("п-08")?, [contract.id]);
    assert_eq!(found("агат 08")?, [contract.id]);
    assert_eq!(found("обязуется поставить")?, [contract.id]);
    assert_eq!(found("ромашк")?, [first.id]);
    assert_eq!(found("08 ромашк")?, []);
    let kinds = reader.register(&PaperFilter::of(PaperKind::Contract), (0, 10))?;
    assert_eq!((kinds.len(), kinds[0].versions), (1, 2));
    assert_eq!(kinds[0].client_name, "ООО «Агат»");
    assert_eq!(reader.versions_of(contract.id)?[0].ordinal, 2);
    let page = reader.register(&PaperFilter::default(), (1, 1))?;
    assert_eq!(page[0].paper.id, contract.id);
    Ok(())
}

#[test]
fn papers_of_a_merged_card_move_to_the_survivor() -> Result<()> {
    let (mut workspace, romashka) = office()?;
    let double = add_client(&mut workspace, "Ромашка, ООО")?;
    let paper = save(&mut workspace, &invoice(double, 100))?;
    let reader = workspace.read();
    let (survivor, other) = (reader.card(romashka)?, reader.card(double)?);
    workspace.transact(Operation::MergeClients, |tx| {
        tx.merge_cards(&survivor, &survivor, &[other])
    })?;
    assert_eq!(workspace.read().paper(paper.id)?.client, romashka);
    workspace.undo()?;
    assert_eq!(workspace.read().paper(paper.id)?.client, double);
    Ok(())
}

#[test]
fn nothing_of_a_hidden_client_is_told() -> Result<()> {
    let (mut workspace, client) = office()?;
    let mut trainee = Employee::new("Виноградов", "Сергей", "Константинович");
    trainee.sees_all = false;
    workspace.transact(Operation::AddEmployee, |tx| tx.save(&trainee))?;
    let saved = save(&mut workspace, &invoice(client, 100))?;
    workspace.sign_in(trainee.id);
    let reader = workspace.read();
    assert!(matches!(reader.document(saved.id), Err(Error::Missing(_))));
    assert_eq!(reader.register(&PaperFilter::default(), (0, 10))?, []);
    assert_eq!(reader.count_register(&PaperFilter::default())?, 0);
    assert_eq!(reader.papers_of(client)?, []);
    assert_eq!(reader.paper_lines(saved.id)?, []);
    assert_eq!(reader.unpaid_invoices(None)?, []);
    assert!(reader.settlements(day("2026-07-01"))?.is_empty());
    assert_eq!(reader.goods_of(client, day("2026-07-01"))?, []);
    let refused = save(&mut workspace, &invoice(client, 100));
    assert!(matches!(refused, Err(Error::Missing(_))));
    let gone = workspace.transact(Operation::DeletePaper, |tx| {
        tx.delete_paper(saved.id, now())
    });
    assert!(matches!(gone, Err(Error::Missing(_))));
    Ok(())
}

#[test]
fn what_stands_on_papers_of_an_erased_person_is_emptied() -> Result<()> {
    let (mut workspace, _) = office()?;
    let card = Card::new(Client::person("Ким", "Юлия", "Михайловна"));
    workspace.transact(Operation::AddClient, |tx| tx.add_card(&card))?;
    let mut document = invoice(card.client.id, 100);
    document.lines[0].name = "Портрет Юлии".into();
    let saved = save(&mut workspace, &document)?;
    workspace.erase(card.client.id, "заявление")?;
    let reader = workspace.read();
    assert!(reader.paper(saved.id).is_err());
    assert_eq!(reader.papers_in_bin(10)?, []);
    let back = workspace.transact(Operation::RestorePaper, |tx| {
        tx.restore_paper(saved.id, now())
    });
    assert!(back.is_err());
    Ok(())
}

#[test]
fn the_usual_mask_makes_the_numbers_of_the_deck() {
    assert_eq!(NumberMask::usual().number(8, day("2032-01-01")), "08/32");
}

#[test]
fn a_made_file_stays_as_it_is_and_a_new_one_stands_beside_it() -> Result<()> {
    let (mut workspace, client) = office()?;
    let paper = save(&mut workspace, &invoice(client, 100))?;
    let make = |workspace: &mut Workspace, bytes: &[u8]| -> Result<PaperVersion> {
        let kept = workspace.contents().keep_bytes(bytes)?;
        let content = (kept.digest, kept.size);
        let version = PaperVersion::new(paper.id, "счёт.docx", content, "", now());
        Ok(workspace.add_paper_file(version)?.value)
    };
    let first = make(&mut workspace, b"one")?;
    let second = make(&mut workspace, b"two")?;
    assert_eq!((first.ordinal, second.ordinal), (1, 2));
    assert_eq!(workspace.read().versions_of(paper.id)?.len(), 2);
    assert_eq!(workspace.contents().read(&first.file())?, b"one");
    assert_eq!(workspace.contents().read(&second.file())?, b"two");
    assert_eq!(workspace.faults()?, [""; 0]);
    let missing = PaperVersion::new(paper.id, "счёт.docx", ("0".repeat(64), 1), "", now());
    assert!(matches!(
        workspace.add_paper_file(missing),
        Err(Error::NoContent(_))
    ));
    Ok(())
}
