//! How complete a card is: which fields are filled in, which the office wants to be.

use crate::domain::client::Kind;
use crate::domain::contact::Channel;
use crate::domain::{Card, Client};

/// A field that an office may require. Its place is its bit in the file: append only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Item {
    /// Short name of an organisation.
    Name,
    /// Full name of an organisation.
    FullName,
    /// Taxpayer number.
    Inn,
    /// Reason code of registration.
    Kpp,
    /// State registration number.
    Ogrn,
    /// Surname of a person.
    Surname,
    /// First name of a person.
    FirstName,
    /// Patronymic of a person.
    Patronymic,
    /// Sex of a person.
    Sex,
    /// Birthday of a person.
    Birthday,
    /// The organisation a person works in.
    Employer,
    /// Position of a person.
    Position,
    /// The responsible employee.
    Owner,
    /// What it is to us.
    Roles,
    /// A phone.
    Phone,
    /// An e-mail address.
    Email,
    /// A web page.
    Web,
    /// An address.
    Address,
    /// A bank account.
    Account,
    /// Segment of the market.
    Segment,
    /// How it came to us.
    Source,
    /// Kind of counterparty.
    Category,
    /// Stage of the life cycle.
    Stage,
    /// A next step.
    NextStep,
    /// What an organisation makes or sells.
    Products,
    /// How it likes to be reached.
    PreferredMedium,
}

impl Item {
    /// Every item, in the order of their bits.
    pub const ALL: [Self; 26] = [
        Self::Name,
        Self::FullName,
        Self::Inn,
        Self::Kpp,
        Self::Ogrn,
        Self::Surname,
        Self::FirstName,
        Self::Patronymic,
        Self::Sex,
        Self::Birthday,
        Self::Employer,
        Self::Position,
        Self::Owner,
        Self::Roles,
        Self::Phone,
        Self::Email,
        Self::Web,
        Self::Address,
        Self::Account,
        Self::Segment,
        Self::Source,
        Self::Category,
        Self::Stage,
        Self::NextStep,
        Self::Products,
        Self::PreferredMedium,
    ];

    /// Whether cards of that register have it.
    pub fn belongs_to(self, kind: Kind) -> bool {
        match self {
            Self::Name | Self::FullName | Self::Kpp | Self::Products => kind == Kind::Organization,
            Self::Surname
            | Self::FirstName
            | Self::Patronymic
            | Self::Sex
            | Self::Birthday
            | Self::Employer
            | Self::Position => kind == Kind::Person,
            _ => true,
        }
    }

    fn is_filled(self, card: &Card) -> bool {
        let client = &card.client;
        let has = |text: &str| !text.trim().is_empty();
        match self {
            Self::Name => has(&client.name),
            Self::FullName => has(&client.full_name),
            Self::Inn => has(&client.inn),
            Self::Kpp => has(&client.kpp),
            Self::Ogrn => has(&client.ogrn),
            Self::Surname => has(&client.surname),
            Self::FirstName => has(&client.first_name),
            Self::Patronymic => has(&client.patronymic),
            Self::Sex => client.sex.is_some(),
            Self::Birthday => client.birthday.is_some(),
            Self::Employer => client.employer.is_some(),
            Self::Position => has(&client.position),
            Self::Owner => client.owner.is_some(),
            Self::Roles => !client.roles.is_empty(),
            Self::Phone => card.phone().is_some(),
            Self::Email => card.email().is_some(),
            Self::Web => card.contacts.iter().any(|c| c.channel == Channel::Web),
            Self::Address => !card.addresses.is_empty(),
            Self::Account => !card.accounts.is_empty(),
            Self::Segment => client.segment.is_some(),
            Self::Source => client.source.is_some(),
            Self::Category => client.category.is_some(),
            Self::Stage => client.stage.is_some(),
            Self::NextStep => has_next_step(client),
            Self::Products => has(&client.products),
            Self::PreferredMedium => client.preferred_medium.is_some(),
        }
    }
}

fn has_next_step(client: &Client) -> bool {
    client.next_step_on.is_some() || !client.next_step.trim().is_empty()
}

/// A set of items, a bit each in the order of [`Item::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Items(i64);

impl Items {
    /// The set whose bits are `bits`, as the file holds it.
    pub fn from_bits(bits: i64) -> Self {
        Self(bits)
    }

    /// The bits of the set, as the file holds it.
    pub fn bits(self) -> i64 {
        self.0
    }

    /// What is filled in on a card.
    pub fn filled(card: &Card) -> Self {
        let filled = Item::ALL.into_iter().filter(|item| item.is_filled(card));
        filled.collect()
    }

    /// What an office wants of a card as long as it has not said otherwise.
    pub fn usual(kind: Kind) -> Self {
        let items = match kind {
            Kind::Organization => [
                Item::Name,
                Item::Inn,
                Item::Kpp,
                Item::Account,
                Item::Address,
                Item::Phone,
                Item::Email,
                Item::Owner,
                Item::Segment,
                Item::Source,
            ],
            Kind::Person => [
                Item::Surname,
                Item::FirstName,
                Item::Patronymic,
                Item::Sex,
                Item::Birthday,
                Item::Employer,
                Item::Position,
                Item::Phone,
                Item::Email,
                Item::Owner,
            ],
        };
        items.into_iter().collect()
    }

    /// Whether `item` is among them.
    pub fn contains(self, item: Item) -> bool {
        self.0 & bit(item) != 0
    }

    /// The set with `item` put in or taken out.
    pub fn with(self, item: Item, is_in: bool) -> Self {
        if is_in {
            Self(self.0 | bit(item))
        } else {
            Self(self.0 & !bit(item))
        }
    }

    /// The items of the set, in their order.
    pub fn iter(self) -> impl Iterator<Item = Item> {
        let all = Item::ALL.into_iter();
        all.filter(move |item| self.contains(*item))
    }

    /// What of these is not among `filled`.
    pub fn missing(self, filled: Self) -> Self {
        Self(self.0 & !filled.0)
    }

    /// How much of these is among `filled`, in whole percent rounded down; 100 where nothing is
    /// wanted.
    pub fn percent(self, filled: Self) -> i64 {
        let wanted = i64::from(self.0.count_ones());
        if wanted == 0 {
            return 100;
        }
        i64::from((self.0 & filled.0).count_ones()) * 100 / wanted
    }
}

impl FromIterator<Item> for Items {
    fn from_iter<I: IntoIterator<Item = Item>>(items: I) -> Self {
        let items = items.into_iter();
        items.fold(Self::default(), |set, item| set.with(item, true))
    }
}

fn bit(item: Item) -> i64 {
    1 << item as i64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Id;
    use crate::domain::contact::{Address, BankAccount, Purpose};

    #[test]
    fn a_card_says_how_complete_it_is_and_what_it_lacks() {
        let mut card = Card::empty(Kind::Organization);
        let id = card.client.id;
        let wanted = Items::usual(Kind::Organization);
        assert_eq!(wanted.percent(Items::filled(&card)), 0);

        card.client.name = "ООО «Ромашка»".into();
        card.client.inn = "7825107325".into();
        card.client.kpp = "782501001".into();
        card.client.owner = Some(Id::generate());
        card.add_account(BankAccount::new(id));
        card.add_address(Address::new(id, Purpose::Legal));
        card.add_contact(Channel::WorkPhone, "350-94-14");
        let filled = Items::filled(&card);
        assert_eq!(wanted.percent(filled), 70);
        let missing: Vec<_> = wanted.missing(filled).iter().collect();
        assert_eq!(missing, [Item::Email, Item::Segment, Item::Source]);
    }

    #[test]
    fn the_bits_stand_in_the_order_of_the_list() {
        for (at, item) in Item::ALL.into_iter().enumerate() {
            assert_eq!(item as usize, at);
        }
    }
}
