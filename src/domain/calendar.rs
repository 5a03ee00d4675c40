//! The calendar: which days it shows, where an entry stands in them, and when all are free.

pub mod arrange;
pub mod common_time;
pub mod entry;
pub mod packing;
pub mod range;
pub mod status;
pub mod wall_clock;

pub use arrange::{Arranged, Bar, Block, Column, arrange};
pub use common_time::common_times;
pub use entry::Entry;
pub use range::{Range, Scope};
pub use status::{Status, busy_hours, status};

#[cfg(test)]
mod tests;
