//! Documents made from what is in the base: bytes out, so that they can be made on any thread.

mod dossier;
mod page;
mod protocol;
#[cfg(test)]
mod tests;

pub use dossier::dossier;
pub use protocol::{protocol, protocol_text};
