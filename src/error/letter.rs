//! Why a letter to somebody cannot be made.

use super::template::Faults;

/// What is in the way of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hindrance {
    /// Nobody knows what the recipient is called.
    NoName,
    /// The template asks for an address, and there is none.
    NoAddress,
    /// The template asks for an address, and that has no street: no postman would find it.
    NoStreet,
    /// The template addresses man or woman, and nobody knows which.
    UnknownSex,
    /// A field that the template cannot do without is empty: its name there.
    Empty(String),
    /// The template cannot be filled.
    Unfilled(Faults),
}
