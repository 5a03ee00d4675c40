//! Values and rules: no disk, no window, no SQL.

pub mod id;
pub mod operation;
pub mod text;

pub use id::Id;
pub use operation::Operation;
