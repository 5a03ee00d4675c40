//! Values and rules: no disk, no window, no SQL.

pub mod id;
pub mod operation;

pub use id::Id;
pub use operation::Operation;
