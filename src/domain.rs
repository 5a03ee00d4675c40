//! Values and rules: no disk, no window, no SQL.

pub mod birthday;
pub mod card;
pub mod client;
pub mod contact;
pub mod employee;
pub mod group;
pub mod id;
pub mod operation;
pub mod text;

pub use birthday::Birthday;
pub use card::Card;
pub use client::Client;
pub use contact::{Address, BankAccount, ContactPoint};
pub use employee::{Company, Employee};
pub use group::{Group, Membership};
pub use id::Id;
pub use operation::Operation;
