//! Requisites, names, a day and a code as papers print them: each read here as it stands there.

use std::collections::HashMap;

use chrono::{Local, NaiveDate, TimeZone};
use vizitka::demo::{self, Sample};
use vizitka::domain::doubt::Doubt;
use vizitka::domain::grammar::Case;
use vizitka::domain::name::{Person, Sex};
use vizitka::domain::requisites::{
    check_account, check_bik, check_correspondent_account, check_inn,
};
use vizitka::domain::sales::payment_code;
use vizitka::domain::{BankAccount, Card, Client, Company, Currency, Money};
use vizitka::error::Result;
use vizitka::i18n::{Language, Locale, russian};
use vizitka::workspace::Workspace;

#[test]
fn the_seller_is_sound_and_the_client_with_its_wrong_keys_is_saved() -> Result<()> {
    let seller = [
        check_inn("7825107325"),
        check_bik("044030741"),
        check_account("40702810800000000082", "044030741"),
        check_correspondent_account("30101810700000000741", "044030741"),
    ];
    assert_eq!(seller, [None, None, None, None]);

    let mut client = Client::organization("ЗАО «Тор»");
    client.inn = "7826218436".into();
    let mut account = BankAccount::new(client.id);
    account.number = "40702820400000000106".into();
    account.bik = "044030422".into();
    account.correspondent = "30101811200000000422".into();
    let expected = Some(Doubt::InnCheckDigit { expected: '7' });
    assert_eq!(check_inn(&client.inn), expected);
    let keys = [
        check_account(&account.number, &account.bik),
        check_correspondent_account(&account.correspondent, &account.bik),
    ];
    for key in keys {
        assert!(matches!(key, Some(Doubt::AccountKey { .. })), "{key:?}");
    }

    let mut workspace = Workspace::in_memory()?;
    let mut card = Card::new(client);
    card.accounts.push(account);
    workspace.save_card(&card, &card, &HashMap::new())?;
    let saved = workspace.read().card(card.client.id)?;
    assert_eq!(saved.client.inn, "7826218436");
    assert_eq!(saved.accounts[0].number, "40702820400000000106");
    assert_eq!(saved.accounts[0].correspondent, "30101811200000000422");
    Ok(())
}

#[test]
fn seven_are_greeted_by_name_and_one_surname_needs_the_sex() {
    let locale = Locale::new(Language::Russian);
    for (name, greeting) in [
        ("Антонова Юлия Михайловна", "Уважаемая Юлия Михайловна!"),
        ("Полонская Анна Викторовна", "Уважаемая Анна Викторовна!"),
        ("Розова Алина Андреевна", "Уважаемая Алина Андреевна!"),
        ("Федорова Ирина Семеновна", "Уважаемая Ирина Семеновна!"),
        ("Зайцева Ольга Ивановна", "Уважаемая Ольга Ивановна!"),
        ("Порошина Тая Петровна", "Уважаемая Тая Петровна!"),
        (
            "Калабина Мария Леопольдовна",
            "Уважаемая Мария Леопольдовна!",
        ),
    ] {
        assert_eq!(locale.salutation(&Person::parse(name), None), greeting);
    }
    let genitive = |name, sex| russian::decline(name, Case::Genitive, sex);
    assert_eq!(genitive("Ким", Some(Sex::Female)), "Ким");
    assert_eq!(genitive("Ким", Some(Sex::Male)), "Кима");
    assert_eq!(russian::sex_in("Ким Ю. А."), None);
    assert_eq!(russian::sex_in("Ким Ю. М."), None);
}

#[test]
fn monday_30_june_2008_has_its_four_entries() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.vizitka");
    let locale = Locale::new(Language::Russian);
    let workspace = demo::create_office(&path, Sample::of(20, 1), &locale)?;
    let me = workspace.read().me()?;
    assert_eq!(me.surname, "Решетова");
    let midnight = |day: u32, month: u32| {
        let day = NaiveDate::from_ymd_opt(2008, month, day).unwrap();
        let start = day.and_hms_opt(0, 0, 0).unwrap();
        Local.from_local_datetime(&start).unwrap().to_utc()
    };
    let day = (midnight(30, 6), midnight(1, 7));
    let found = workspace.read().appointments(&[me.id], day)?;
    let kinds = workspace.read().catalog()?.task_kinds;
    let said: Vec<_> = found
        .iter()
        .map(|one| {
            let kind = kinds.iter().find(|kind| Some(kind.id) == one.task.kind);
            let kind = kind.map(|kind| kind.name.as_str()).unwrap_or_default();
            (kind, one.client.as_str(), one.task.place.as_str())
        })
        .collect();
    assert_eq!(
        said.iter()
            .map(|(kind, client, _)| (*kind, *client))
            .collect::<Vec<_>>(),
        [
            ("Первая презентация", "ООО «Ромашка»"),
            ("Первая презентация", "ООО «Агат»"),
            ("Встреча", "ЗАО «Тепломаш»"),
            ("Тел. звонок", "ООО «Алмаз»"),
        ]
    );
    assert_eq!(said[2].2, "В офисе");
    Ok(())
}

#[test]
fn the_code_of_the_three_whales_begins_as_the_standard_has_it() {
    let company = Company {
        account: "40702810138250123017".into(),
        bank: "ОАО \"БАНК\"".into(),
        bik: "044525225".into(),
        correspondent: "30101810965770000413".into(),
        ..Company::new("ООО «Три кита»")
    };
    let code = payment_code(&company, Money::new(100, Currency::Rub), "").unwrap();
    let said = "ST00012|Name=ООО «Три кита»|PersonalAcc=40702810138250123017|\
                BankName=ОАО \"БАНК\"|BIC=044525225|CorrespAcc=30101810965770000413|";
    assert!(code.starts_with(said), "{code}");
    assert_eq!(check_account(&company.account, &company.bik), None);
}
