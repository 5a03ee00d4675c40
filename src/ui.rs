//! The window.

pub mod app;
pub mod desk;
pub mod driver;
pub mod external;
mod frame;
pub mod gallery;
pub mod headless;
mod mark;
pub mod news;
pub mod place;
pub mod preference;
pub mod screen;
pub mod screenshots;
pub mod style;
pub mod tray;
pub mod widget;
pub mod worker;
