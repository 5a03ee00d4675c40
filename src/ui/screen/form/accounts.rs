//! Bank accounts: a block for each, one the main one.

use iced::widget::{Id as Name, column, row, space};
use iced::{Center, Fill};

use super::parts::{added, marked};
use crate::domain::{BankAccount, Card, Id, requisites};
use crate::i18n::Locale;
use crate::ui::screen::card;
use crate::ui::style::spacing;
use crate::ui::widget::{Element, Icon, button, field, section};

/// The width of the BIK, in logical pixels.
const BIK: f32 = 150.0;

/// A part of an account that is typed by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The settlement account.
    Number,
    /// The name of the bank.
    Bank,
    /// The code of the bank.
    Bik,
    /// The correspondent account of the bank.
    Correspondent,
}

/// What happened to a block.
#[derive(Debug, Clone)]
pub enum Message {
    /// A block is to be added.
    Add,
    /// A part was typed into.
    Typed(usize, Part, String),
    /// A block is the main one.
    Main(usize),
    /// A block is to go.
    Remove(usize),
}

/// What follows from a message; the field to be focused, where one is new.
pub fn update(card: &mut Card, message: Message) -> Option<Name> {
    match message {
        Message::Add => {
            card.add_account(BankAccount::new(card.client.id));
            return card.accounts.last().map(|account| name(account.id));
        }
        Message::Typed(at, part, text) => {
            if let Some(account) = card.accounts.get_mut(at) {
                *part_of(account, part) = text;
            }
        }
        Message::Main(at) => card.make_main_account(at),
        Message::Remove(at) => {
            if at < card.accounts.len() {
                card.accounts.remove(at);
            }
            card.settle_mains();
        }
    }
    None
}

fn part_of(account: &mut BankAccount, part: Part) -> &mut String {
    match part {
        Part::Number => &mut account.number,
        Part::Bank => &mut account.bank,
        Part::Bik => &mut account.bik,
        Part::Correspondent => &mut account.correspondent,
    }
}

/// The name by which the first field of a block is focused.
pub fn name(account: Id<BankAccount>) -> Name {
    Name::from(format!("account {}", account.raw()))
}

/// All blocks, and what adds another.
pub fn view<'a>(card: &'a Card, locale: &Locale) -> Element<'a, super::Message> {
    let blocks = card.accounts.iter().enumerate().map(|(at, account)| {
        let divider = (at > 0).then(section::divider);
        column![divider, block(card, at, account, locale)]
            .spacing(spacing::M)
            .into()
    });
    let more = added(
        locale.text("form-add-account"),
        super::Message::Accounts(Message::Add),
    );
    section::card(
        column![
            section::heading(locale.text("card-accounts"), None),
            (!card.accounts.is_empty()).then(|| column(blocks).spacing(spacing::M)),
            more,
        ]
        .spacing(spacing::M),
    )
}

fn block<'a>(
    card: &'a Card,
    at: usize,
    account: &'a BankAccount,
    locale: &Locale,
) -> Element<'a, super::Message> {
    let say = super::Message::Accounts;
    let typed = |part, key, value: &'a str| {
        field::field(locale.text(key), value)
            .on_input(move |text| say(Message::Typed(at, part, text)))
            .on_submit(super::Message::Save)
    };
    let words = |doubt: Option<crate::domain::Doubt>| doubt.map(|doubt| locale.doubt(&doubt));
    let bik = &account.bik;
    let number = typed(Part::Number, "card-account", &account.number)
        .id(name(account.id))
        .warning(words(card::account_doubt(account)));
    let bank = typed(Part::Bank, "card-bank", &account.bank);
    let code = typed(Part::Bik, "card-bik", bik)
        .width(BIK)
        .warning(words(requisites::check_bik(bik)));
    let correspondent = typed(
        Part::Correspondent,
        "card-correspondent",
        &account.correspondent,
    );
    let doubt = requisites::check_correspondent_account(&account.correspondent, bik);
    let correspondent = correspondent.warning(words(doubt));

    let mark = (card.accounts.len() > 1).then(|| {
        marked(
            account.is_main,
            locale.text("card-main"),
            say(Message::Main(at)),
            locale,
        )
    });
    let remove =
        button::tool(Icon::Close, locale.text("form-remove")).on_press(say(Message::Remove(at)));
    let numbers = row![Element::from(number), Element::from(correspondent)].spacing(spacing::M);
    let bank = row![Element::from(code), Element::from(bank)].spacing(spacing::M);
    let head = row![space::horizontal(), mark, Element::from(remove)]
        .spacing(spacing::S)
        .align_y(Center)
        .width(Fill);
    let head = (card.accounts.len() > 1).then_some(head);
    column![head, numbers, bank].spacing(spacing::S).into()
}
