//! A page of the program: its title and what can be done, tabs if there are any, and the rest.

use iced::widget::{column, container, row};
use iced::{Center, Fill, Padding};

use super::section::divider;
use super::tabs::{self, Tab};
use super::text::page_title;
use super::{Element, ellipsis};
use crate::ui::style::{height, spacing, surface};

/// A page being described; it turns into an [`Element`].
pub struct Page<'a, Message> {
    title: String,
    told: Option<String>,
    buttons: Vec<Element<'a, Message>>,
    tabs: Vec<Tab<'a, Message>>,
    body: Element<'a, Message>,
    is_surface: bool,
}

/// A page with a title; `body` fills what is left of it, up to its edges.
pub fn page<'a, Message>(
    title: impl Into<String>,
    body: impl Into<Element<'a, Message>>,
) -> Page<'a, Message> {
    Page {
        title: title.into(),
        told: None,
        buttons: Vec::new(),
        tabs: Vec::new(),
        body: body.into(),
        is_surface: false,
    }
}

impl<'a, Message> Page<'a, Message> {
    /// With something to know beside the title, such as how many there are.
    pub fn told(mut self, words: impl Into<String>) -> Self {
        self.told = Some(words.into());
        self
    }

    /// All of one surface with its body, as befits a list from edge to edge.
    pub fn surface(mut self) -> Self {
        self.is_surface = true;
        self
    }

    /// With one more button at the right of the title; the last one is the main one.
    pub fn button(mut self, button: impl Into<Element<'a, Message>>) -> Self {
        self.buttons.push(button.into());
        self
    }

    /// With tabs under the title.
    pub fn tabs(mut self, tabs: impl IntoIterator<Item = Tab<'a, Message>>) -> Self {
        self.tabs = tabs.into_iter().collect();
        self
    }
}

impl<'a, Message: Clone + 'a> From<Page<'a, Message>> for Element<'a, Message> {
    fn from(page: Page<'a, Message>) -> Self {
        let told = ellipsis(page.told.unwrap_or_default())
            .style(surface::hint)
            .width(Fill);
        let head = row![
            page_title(page.title),
            told,
            row(page.buttons).spacing(spacing::S)
        ]
        .spacing(spacing::M)
        .height(height::CONTROL)
        .align_y(Center);
        let has_tabs = !page.tabs.is_empty();
        let below = if has_tabs { spacing::S } else { spacing::L };
        let padding = Padding::from([spacing::L, spacing::XL]).bottom(below);
        let line: Element<'a, Message> = match has_tabs {
            true => tabs::wrapped(page.tabs, spacing::XL),
            false => divider(),
        };
        let head = column![container(head).padding(padding), line];
        let head = container(head).style(surface::panel);
        container(column![head, page.body])
            .width(Fill)
            .height(Fill)
            .style(if page.is_surface {
                surface::panel
            } else {
                surface::page
            })
            .into()
    }
}
