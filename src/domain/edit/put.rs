//! Where the value of a field goes on a card.

use crate::domain::contact::{Channel, Purpose};
use crate::domain::{Address, BankAccount, Card, Datum, Field};

/// Makes a card say `datum` in a field that stands beside the client itself: in the main contact
/// point, address or account, which are made where there is none; in its groups; in a custom field,
/// which may say several things where `is_several`.
pub fn put(card: &mut Card, field: Field, datum: &Datum, is_several: bool) {
    let text = match datum {
        Datum::Text(text) => text.clone(),
        _ => String::new(),
    };
    match field {
        Field::Phone => put_contact(card, Channel::WorkPhone, text),
        Field::Email => put_contact(card, Channel::Email, text),
        Field::Web => put_contact(card, Channel::Web, text),
        Field::City | Field::Region | Field::PostalCode | Field::Street => {
            put_address(card, field, text);
        }
        Field::Account | Field::Bank | Field::Bik => put_account(card, field, text),
        Field::Group => {
            let groups = match datum {
                Datum::Groups(groups) => groups.as_slice(),
                _ => &[],
            };
            card.memberships.retain(|row| groups.contains(&row.group));
            groups.iter().for_each(|group| card.join(*group));
        }
        Field::Custom(id) => card.set_contents(id, datum.contents(is_several)),
        _ => {}
    }
}

fn put_contact(card: &mut Card, channel: Channel, text: String) {
    let main = match channel {
        Channel::WorkPhone => card.phone(),
        Channel::Email => card.email(),
        _ => {
            let mut pages = card.contacts.iter().filter(|row| row.channel == channel);
            let first = pages.clone().next();
            pages.find(|row| row.is_main).or(first)
        }
    };
    let main = main.map(|row| row.id);
    let at = card.contacts.iter().position(|row| Some(row.id) == main);
    match at {
        Some(at) if text.is_empty() => {
            card.contacts.remove(at);
            card.settle_mains();
        }
        Some(at) => card.contacts[at].value = text,
        None if text.is_empty() => {}
        None => card.add_contact(channel, text),
    }
}

fn put_address(card: &mut Card, field: Field, text: String) {
    if card.addresses.is_empty() {
        if text.is_empty() {
            return;
        }
        let purpose = Purpose::Actual;
        card.add_address(Address::new(card.client.id, purpose));
    }
    let at = card.addresses.iter().position(|row| row.is_main);
    let main = &mut card.addresses[at.unwrap_or_default()];
    match field {
        Field::City => main.city = text,
        Field::Region => main.region = text,
        Field::PostalCode => main.postal_code = text,
        _ => main.street = text,
    }
    let main = at.unwrap_or_default();
    if card.addresses[main].line().is_empty() {
        card.addresses.remove(main);
        card.settle_mains();
    }
}

fn put_account(card: &mut Card, field: Field, text: String) {
    if card.accounts.is_empty() {
        if text.is_empty() {
            return;
        }
        card.add_account(BankAccount::new(card.client.id));
    }
    let at = card.accounts.iter().position(|row| row.is_main);
    let main = &mut card.accounts[at.unwrap_or_default()];
    match field {
        Field::Account => main.number = text,
        Field::Bank => main.bank = text,
        _ => main.bik = text,
    }
    let parts = [&main.number, &main.bank, &main.bik, &main.correspondent];
    if parts.iter().all(|part| part.is_empty()) {
        card.accounts.remove(at.unwrap_or_default());
        card.settle_mains();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Client;

    #[test]
    fn the_main_one_is_changed_and_made_where_there_is_none() {
        let mut card = Card::new(Client::organization("ООО «Агат»"));
        put(&mut card, Field::City, &Datum::text("Москва"), false);
        put(&mut card, Field::Phone, &Datum::text("350-94-14"), false);
        put(&mut card, Field::Bank, &Datum::Nothing, false);
        assert_eq!(card.address().unwrap().city, "Москва");
        assert!(card.phone().unwrap().is_main && card.accounts.is_empty());

        let row = card.phone().unwrap().id;
        put(&mut card, Field::Phone, &Datum::text("350-94-15"), false);
        assert_eq!(card.phone().unwrap().id, row, "its history stays one");
        put(&mut card, Field::Phone, &Datum::Nothing, false);
        put(&mut card, Field::City, &Datum::Nothing, false);
        assert!(card.contacts.is_empty() && card.addresses.is_empty());
    }
}
