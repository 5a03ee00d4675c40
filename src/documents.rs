//! Documents made from what is in the base: bytes out, so that they can be made on any thread.

mod agenda;
pub mod data;
mod dossier;
pub mod letters;
pub mod making;
mod page;
pub mod pdf;
mod printed_forms;
mod protocol;
#[cfg(test)]
mod tests;

pub use agenda::agenda;
pub use data::Surroundings;
pub use dossier::dossier;
pub use making::{Made, Maker, Source};
pub use printed_forms::template;
pub use protocol::{protocol, protocol_text};
