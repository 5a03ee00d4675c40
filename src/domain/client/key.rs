//! By what a client is recognised.

use crate::domain::text::fold;
use crate::domain::{phone, requisites};

/// By what a client is recognised when it comes again in another table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// Taxpayer number.
    Inn,
    /// E-mail address.
    Email,
    /// Phone, however it is spelled.
    Phone,
    /// The whole name, without regard to capitals, quotes and the place of the legal form.
    Name,
    /// The name another program gives it.
    ExternalId,
}

impl Key {
    /// Every key, in the order to offer them.
    pub const ALL: [Self; 5] = [
        Self::Inn,
        Self::Email,
        Self::Phone,
        Self::Name,
        Self::ExternalId,
    ];

    /// The shortest phone that belongs to one client alone: below stand extensions.
    const SHORTEST_PHONE: usize = 6;

    /// The value as it is compared; empty where it tells nobody apart.
    pub fn normal(self, value: &str) -> String {
        match self {
            Self::Inn => requisites::compact(value),
            Self::Email | Self::Name => fold(value),
            Self::Phone => {
                let digits = phone::key(value);
                match digits.len() {
                    0..Self::SHORTEST_PHONE => String::new(),
                    _ => digits,
                }
            }
            Self::ExternalId => value.trim().to_owned(),
        }
    }
}
