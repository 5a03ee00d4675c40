//! A row is put on its card: a cell fills or replaces, an empty one changes nothing.

use super::entry::{Account, Entry, Place};
use super::links::Linked;
use crate::domain::contact::Channel;
use crate::domain::requisites::compact;
use crate::domain::term::Dictionary;
use crate::domain::text::fold;
use crate::domain::{Address, BankAccount, Card, ContactPoint};

/// Puts what a row says on `card`. Contact points, addresses and accounts are added where they are
/// not there yet, and never taken away.
pub(super) fn fill(card: &mut Card, entry: &Entry, linked: &Linked) {
    let client = &mut card.client;
    for (field, text) in &entry.texts {
        if client.text(*field) != text {
            client.set_text(*field, text.clone());
        }
    }
    client.sex = entry.sex.or(client.sex);
    client.birthday = entry.birthday.or(client.birthday);
    client.since = entry.since.or(client.since);
    client.roles = entry.roles.unwrap_or(client.roles);
    client.owner = linked.owner.or(client.owner);
    client.employer = linked.employer.or(client.employer);
    client.stage = entry.stage.or(client.stage);
    client.preferred_medium = entry.preferred_medium.or(client.preferred_medium);
    client.political_role = entry.political_role.or(client.political_role);
    client.influence = entry.influence.or(client.influence);
    client.next_step_on = entry.next_step_on.or(client.next_step_on);
    client.checked_on = entry.checked_on.or(client.checked_on);
    client.recommended_by = linked.recommended_by.or(client.recommended_by);
    for (dictionary, term) in &linked.terms {
        match dictionary {
            Dictionary::Segment => client.segment = Some(*term),
            Dictionary::Source => client.source = Some(*term),
            Dictionary::Category => client.category = Some(*term),
            Dictionary::DealStage
            | Dictionary::LossReason
            | Dictionary::ProductGroup
            | Dictionary::Option => {}
        }
    }
    for (channel, value) in &entry.contacts {
        add_contact(card, *channel, value);
    }
    for place in &entry.places {
        add_address(card, place);
    }
    if !entry.account.is_empty() {
        add_account(card, &entry.account);
    }
    for group in &linked.groups {
        card.join(*group);
    }
    for (field, contents) in &linked.values {
        let mut known: Vec<_> = card.contents(*field).cloned().collect();
        let mut said = contents.clone();
        known.sort();
        said.sort();
        if known != said {
            card.set_contents(*field, contents.clone());
        }
    }
}

fn add_contact(card: &mut Card, channel: Channel, value: &str) {
    let new = ContactPoint::new(card.client.id, channel, value);
    let key = new.key();
    let is_same = |known: &ContactPoint| {
        let is_one_sort =
            known.channel == channel || known.channel.is_phone() && channel.is_phone();
        is_one_sort
            && match key.is_empty() {
                true => known.value == value,
                false => known.key() == key,
            }
    };
    if !card.contacts.iter().any(is_same) {
        card.add_contact(channel, value);
    }
}

fn add_address(card: &mut Card, place: &Place) {
    let mut new = Address::new(card.client.id, place.purpose);
    new.postal_code.clone_from(&place.postal_code);
    new.region.clone_from(&place.region);
    new.city.clone_from(&place.city);
    new.street.clone_from(&place.street);
    let key = |address: &Address| fold(&address.line());
    let is_same = |known: &Address| known.purpose == new.purpose && key(known) == key(&new);
    if !card.addresses.iter().any(is_same) {
        card.add_address(new);
    }
}

/// An account is known by its number; what else the row says of it replaces what was known.
fn add_account(card: &mut Card, said: &Account) {
    let key = |number: &str, bik: &str| match number.is_empty() {
        true => compact(bik),
        false => compact(number),
    };
    let mut known = card.accounts.iter_mut();
    let same = known.find(|known| key(&known.number, &known.bik) == key(&said.number, &said.bik));
    if let Some(known) = same {
        write_account(known, said);
        return;
    }
    let mut new = BankAccount::new(card.client.id);
    write_account(&mut new, said);
    card.add_account(new);
}

fn write_account(account: &mut BankAccount, said: &Account) {
    let parts = [
        (&mut account.number, &said.number),
        (&mut account.bank, &said.bank),
        (&mut account.bik, &said.bik),
        (&mut account.correspondent, &said.correspondent),
    ];
    for (place, said) in parts {
        // A number typed with blanks stays as it was typed.
        if !said.is_empty() && compact(place) != compact(said) {
            place.clone_from(said);
        }
    }
}
