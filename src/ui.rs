//! The window.

pub mod gallery;
pub mod headless;
pub mod style;
pub mod widget;
