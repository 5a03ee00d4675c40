//! Data in and out: tables of other programs, and tables for them.

mod column;
mod dbf;
mod decode;
mod delimited;
mod detect;
pub mod export;
mod header;
pub mod ical;
pub mod import;
mod listed;
pub mod price_table;
mod row;
mod sheet;
mod source;
pub mod statement;
pub mod value;
mod vcard;
pub mod whole;
mod writer;

pub use column::{AccountPart, AddressPart, Column, Mapping, UnknownColumn};
pub use decode::Encoding;
pub use delimited::Delimiter;
pub use listed::{Listed, Said};
pub use row::{Row, Sample};
pub use source::{Choices, Format, HeaderChoice, Source};
pub use vcard::{CardFile, Version};
pub use writer::{Cell, ColumnType, Heading, TableFormat, TableWriter};
