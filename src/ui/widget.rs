//! What screens are made of. Every word in a widget comes from the screen that shows it.

pub mod anchored;
pub mod area;
pub mod avatar;
pub mod badge;
pub mod button;
pub mod choice;
pub mod dialog;
pub mod ellipsis;
pub mod empty;
pub mod escape;
pub mod field;
pub mod focus;
pub mod graph;
pub mod hatch;
pub mod icon;
pub mod keyed;
pub mod line;
pub mod logo;
pub mod menu;
pub mod modal;
pub mod note;
pub mod page;
mod pass;
pub mod picker;
pub mod picture;
pub mod pixels;
pub mod progress;
pub mod repaint;
pub mod section;
pub mod segmented;
pub mod select;
pub mod sheet;
pub mod steps;
pub mod table;
pub mod tabs;
pub mod text;
pub mod time_grid;
mod tip;
pub mod toast;

/// A piece of the window.
pub type Element<'a, Message> = iced::Element<'a, Message>;

pub use ellipsis::ellipsis;
pub use icon::{Icon, icon};
