//! What program and what file this is; each line can be copied.

use iced::widget::{Column, column, container, row, space};
use iced::{Center, Fill};

use super::general::WIDTH;
use super::{Context, Message, Settings};
use crate::ui::style::{size, spacing, surface};
use crate::ui::widget::{Element, Icon, button, ellipsis, logo, section, text};
use crate::workspace;

impl Settings {
    /// The last tab.
    pub(super) fn about<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let facts = self.facts(context);
        let whole: Vec<String> = facts
            .iter()
            .map(|(name, value)| format!("{name}: {value}"))
            .collect();
        let copy = button::secondary(locale.text("settings-copy-all"))
            .icon(Icon::Copy)
            .on_press(Message::Copied(whole.join("\n")));
        let told = column![
            text::title(locale.text("settings-program-name")),
            text::secondary(locale.text("settings-sentence")),
        ];
        let head = row![
            logo::logo(44.0),
            told,
            space::horizontal(),
            copy.reachable()
        ]
        .spacing(spacing::M)
        .align_y(Center);
        let tip = locale.text("settings-copy");
        let lines = facts.into_iter().map(|(name, value)| {
            let copy = button::tool(Icon::Copy, tip.clone())
                .compact()
                .on_press(Message::Copied(value.clone()));
            let name = ellipsis(name).size(size::SMALL).style(surface::hint);
            row![
                container(name).width(KEY),
                ellipsis(value).width(Fill),
                copy.reachable()
            ]
            .spacing(spacing::M)
            .align_y(Center)
            .into()
        });
        let lines = Column::with_children(lines).spacing(spacing::XS);
        let face = column![head, section::divider(), lines].spacing(spacing::L);
        let page = container(section::card(face))
            .padding(spacing::XL)
            .max_width(WIDTH);
        section::scrolled(page)
    }

    /// Names and values, in the order they are shown.
    fn facts(&self, context: &Context) -> Vec<(String, String)> {
        let locale = &context.locale;
        let file = match &context.path {
            Some(path) => path.display().to_string(),
            None => locale.text("settings-samples"),
        };
        let log = match &self.log {
            Some(folder) => folder.display().to_string(),
            None => locale.text("settings-no-log"),
        };
        vec![
            (
                locale.text("settings-program"),
                locale.text("settings-program-name"),
            ),
            (
                locale.text("settings-version"),
                env!("CARGO_PKG_VERSION").to_owned(),
            ),
            (locale.text("settings-file"), file),
            (
                locale.text("settings-schema"),
                workspace::newest_schema().to_string(),
            ),
            (locale.text("settings-log"), log),
        ]
    }
}

/// The width of the names, in logical pixels.
const KEY: f32 = 150.0;
