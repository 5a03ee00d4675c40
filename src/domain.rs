//! Values and rules: no disk, no window, no SQL.

pub mod birthday;
pub mod card;
pub mod client;
pub mod contact;
pub mod doubt;
pub mod employee;
pub mod group;
pub mod id;
pub mod listing;
pub mod merge;
pub mod money;
pub mod name;
pub mod operation;
pub mod phone;
pub mod progress;
pub mod requisites;
pub mod text;

pub use birthday::Birthday;
pub use card::Card;
pub use client::Client;
pub use contact::{Address, BankAccount, ContactPoint};
pub use doubt::Doubt;
pub use employee::{Company, Employee};
pub use group::{Group, Membership};
pub use id::Id;
pub use money::{Currency, Money};
pub use operation::Operation;
pub use progress::Progress;
