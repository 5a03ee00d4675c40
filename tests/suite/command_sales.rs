//! Invoices, payments and products by commands, as a user of the shell gives them.

use crate::program::{Desk, text};

#[test]
fn an_invoice_is_made_paid_in_parts_and_closed() {
    let desk = Desk::new();
    let path = desk.samples(20);
    let run = |arguments: &[&str]| {
        let all = [&["--file", text(&path), "--json"], arguments].concat();
        desk.run(&all)
    };
    let new = [
        "invoice",
        "new",
        "ООО «Агат»",
        "--date",
        "2026-06-29",
        "--tax-on-top",
    ];
    let lines = [
        "--tax",
        "22",
        "--line",
        "Настройка; 3; 1234,56",
        "--number",
        "П-777",
    ];
    let made = run(&[&new[..], &lines[..]].concat()).json();
    let paper = &made["paper"];
    assert_eq!(paper["total"], 451_849, "{made}");
    assert_eq!(paper["due"], "2026-07-04");
    let id = paper["id"].to_string();
    let taken = run(&[&new[..], &lines[..]].concat());
    assert!(taken.error(2).contains("П-777"));

    let found = run(&["invoice", "list", "п-777"]).json();
    assert_eq!(found["papers"][0]["id"], paper["id"]);
    let task = paper["task"].clone();
    let state = |client: &str| {
        let tasks = run(&["task", "list", "--client", client, "--all"]).json();
        let tasks = tasks["tasks"].as_array().unwrap().clone();
        let found = tasks.into_iter().find(|one| one["id"] == task);
        found.unwrap()["state"].as_str().unwrap().to_owned()
    };
    let pay = |sum: &str| run(&["payment", "add", "ООО «Агат»", sum, "--for", &id]).json();
    assert_eq!(pay("4000")["advance"], 0);
    assert_eq!(state("ООО «Агат»"), "open");
    assert_eq!(pay("518,49")["invoices"][0]["amount"], 51_849);
    assert_eq!(state("ООО «Агат»"), "done");
    let balance = run(&["payment", "list", "--balance", "--client", "ООО «Агат»"]).json();
    assert!(balance["balances"][0]["received"].as_i64() >= Some(451_849));

    let act = run(&["paper", "make", "act", "--from", &id]).json();
    assert_eq!(act["paper"]["basis"], paper["id"]);
    let data = run(&["paper", "data", &id]).json();
    assert_eq!(data["номер"], "П-777");
    assert_eq!(data["client"]["name"], "ООО «Агат»");
    assert!(data["qr"].as_str().unwrap().starts_with("ST00012|Name="));
    let contracts = run(&["contract", "list"]).json();
    assert!(!contracts["papers"].as_array().unwrap().is_empty());
    let words = desk
        .run(&["--file", text(&path), "invoice", "list", "п-777"])
        .stdout;
    assert!(words.contains("Счёт № П-777 от 29.06.2026"), "{words}");
}

#[test]
fn a_statement_that_is_none_is_refused_in_words() {
    let desk = Desk::new();
    let path = desk.samples(5);
    let table = desk.path("table.csv");
    std::fs::write(&table, "Имя;Телефон\nИван;1\n").unwrap();
    let run =
        |arguments: &[&str]| desk.run(&[&["--file", text(&path), "--json"], arguments].concat());
    let refused = run(&["payment", "import", text(&table)]);
    assert!(refused.error(2).contains("1CClientBankExchange"));
    assert!(
        run(&["product", "import", text(&table)])
            .error(2)
            .contains("товара")
    );
    let products = run(&["product", "list"]).json();
    assert_eq!(products["products"].as_array().unwrap().len(), 10);
}
