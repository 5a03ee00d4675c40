//! Names, numbers of registration and bank accounts: on the card, and as text to hand on.

use chrono::Local;
use iced::widget::column;

use super::Message;
use super::parts::{line, part, plain, star};
use crate::domain::client::{Kind, TextField};
use crate::domain::{BankAccount, Birthday, Card, Client, Doubt, requisites};
use crate::i18n::Locale;
use crate::ui::screen::{Context, words};
use crate::ui::style::spacing;
use crate::ui::widget::{Element, Icon, button, section};

/// Names and numbers.
pub(super) fn view<'a>(card: &'a Card, context: &Context) -> Element<'a, Message> {
    match card.client.kind {
        Kind::Organization => organization(card, context),
        Kind::Person => person(card, context),
    }
}

fn organization<'a>(card: &'a Card, context: &Context) -> Element<'a, Message> {
    let fields = [
        TextField::Name,
        TextField::FullName,
        TextField::Inn,
        TextField::Kpp,
        TextField::Ogrn,
    ];
    let lines = fields.map(|field| text_line(&card.client, field, context));
    part(
        context.locale.text("card-requisites"),
        Some(copy_all(context)),
        lines.into_iter().flatten(),
    )
}

fn person<'a>(card: &'a Card, context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let client = &card.client;
    let text = |field| text_line(client, field, context);
    let sex = client.sex.map(|sex| words::sex(locale, sex));
    let born = client.birthday.map(|day| born(locale, day));
    let lines = [
        text(TextField::Surname),
        text(TextField::FirstName),
        text(TextField::Patronymic),
        plain(locale.text("card-sex"), sex.unwrap_or_default()),
        plain(locale.text("card-birthday"), born.unwrap_or_default()),
        text(TextField::Inn),
        text(TextField::Ogrn),
    ];
    part(
        locale.text("card-person"),
        Some(copy_all(context)),
        lines.into_iter().flatten(),
    )
}

fn copy_all<'a>(context: &Context) -> Element<'a, Message> {
    button::ghost(context.locale.text("card-copy-requisites"))
        .icon(Icon::Copy)
        .compact()
        .on_press(Message::CopyRequisites)
        .into()
}

fn text_line<'a>(
    client: &Client,
    field: TextField,
    context: &Context,
) -> Option<Element<'a, Message>> {
    let label = context.locale.text_field(client.kind, field);
    let value = client.text(field);
    line(label, value, doubt(field, value), context)
}

/// What is doubtful about a text of a client.
pub(in crate::ui::screen) fn doubt(field: TextField, value: &str) -> Option<Doubt> {
    requisites::check_text(field, value)
}

/// What is doubtful about the number of an account: a settlement account or an IBAN.
pub(in crate::ui::screen) fn account_doubt(account: &BankAccount) -> Option<Doubt> {
    requisites::check_number(&account.number, &account.bik)
}

fn born(locale: &Locale, birthday: Birthday) -> String {
    let day = words::birthday(locale, birthday);
    let today = Local::now().date_naive();
    match birthday
        .date()
        .and_then(|born_on| today.years_since(born_on))
    {
        Some(years) => {
            let age = locale.with("card-age", &[("years", i64::from(years).into())]);
            format!("{day} · {age}")
        }
        None => day,
    }
}

/// Bank accounts; nothing where there is none.
pub(super) fn accounts<'a>(card: &'a Card, context: &Context) -> Option<Element<'a, Message>> {
    if card.accounts.is_empty() {
        return None;
    }
    let locale = &context.locale;
    let has_several = card.accounts.len() > 1;
    let blocks = card.accounts.iter().enumerate().map(|(at, account)| {
        let divider = (at > 0).then(section::divider);
        let main = (account.is_main && has_several).then(|| star(locale.text("card-main")));
        let lines = account_lines(account, context).into_iter().flatten();
        column![divider, main, column(lines)]
            .spacing(spacing::XS)
            .into()
    });
    Some(part(locale.text("card-accounts"), None, blocks))
}

fn account_lines<'a>(
    account: &BankAccount,
    context: &Context,
) -> [Option<Element<'a, Message>>; 4] {
    let text = |key| context.locale.text(key);
    let bik = &account.bik;
    let correspondent = &account.correspondent;
    [
        line(
            text("card-account"),
            &account.number,
            account_doubt(account),
            context,
        ),
        line(text("card-bank"), &account.bank, None, context),
        line(text("card-bik"), bik, requisites::check_bik(bik), context),
        line(
            text("card-correspondent"),
            correspondent,
            requisites::check_correspondent_account(correspondent, bik),
            context,
        ),
    ]
}

/// All requisites as lines of text, to be put into a letter or a contract.
pub(super) fn as_text(locale: &Locale, card: &Card) -> String {
    let client = &card.client;
    let mut lines = vec![client.title()];
    if client.full_name.trim() != client.title() {
        lines.push(client.full_name.trim().to_owned());
    }
    let mut add = |label: String, value: &str| {
        if !value.trim().is_empty() {
            lines.push(format!("{label}: {}", value.trim()));
        }
    };
    for field in [TextField::Inn, TextField::Kpp, TextField::Ogrn] {
        add(locale.text_field(client.kind, field), client.text(field));
    }
    for address in &card.addresses {
        add(
            words::purpose(locale, client.kind, address.purpose),
            &address.line(),
        );
    }
    let accounts = card.accounts.iter();
    let (main, rest): (Vec<_>, Vec<_>) = accounts.partition(|account| account.is_main);
    for account in main.into_iter().chain(rest) {
        add(locale.text("card-account"), &account.number);
        add(locale.text("card-bank"), &account.bank);
        add(locale.text("card-bik"), &account.bik);
        add(locale.text("card-correspondent"), &account.correspondent);
    }
    for contact in &card.contacts {
        add(words::channel(locale, contact.channel), &contact.value);
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}
