//! Vizitka: a desktop CRM over one file.
//!
//! The layers, lowest first: [`domain`], [`error`], [`store`], [`workspace`], what the program can
//! do ([`exchange`], [`documents`], [`reminders`], [`demo`], [`starter`], [`template_engine`]), and the front ends [`ui`] and [`cli`]. `tests/suite/architecture.rs`
//! holds the walls.

pub mod cli;
mod console;
pub mod demo;
pub mod documents;
pub mod domain;
pub mod error;
pub mod exchange;
pub mod i18n;
pub mod notification;
pub mod program_log;
#[cfg(windows)]
mod registry;
pub mod reminders;
pub mod settings;
pub mod starter;
pub mod store;
pub mod template_engine;
pub mod ui;
pub mod workspace;
