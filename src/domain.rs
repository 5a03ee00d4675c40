//! Values and rules: no disk, no window, no SQL.

pub mod doubt;
pub mod id;
pub mod money;
pub mod name;
pub mod operation;
pub mod phone;
pub mod requisites;
pub mod text;

pub use doubt::Doubt;
pub use id::Id;
pub use money::{Currency, Money};
pub use operation::Operation;
