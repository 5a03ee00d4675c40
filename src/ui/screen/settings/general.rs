//! The look of the window.

use iced::widget::{column, container, row};
use iced::{Center, Fill};

use super::{Context, Message, Settings};
use crate::i18n::{Language, Locale};
use crate::ui::preference::{Appearance, Preference};
use crate::ui::style::spacing;
use crate::ui::widget::table::Density;
use crate::ui::widget::{Element, section, segmented, text};

/// The width of the page, in logical pixels.
pub(super) const WIDTH: f32 = 720.0;

impl Settings {
    /// The first tab.
    pub(super) fn general<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let look = column![
            section::heading(locale.text("settings-look"), None),
            self.language(locale),
            self.appearance(locale),
            self.density(locale),
        ]
        .spacing(spacing::L);
        let page = container(section::card(look))
            .padding(spacing::XL)
            .max_width(WIDTH);
        section::scrolled(page)
    }

    fn language<'a>(&self, locale: &Locale) -> Element<'a, Message> {
        let chosen = self.preferences.language;
        let system = (locale.text("settings-as-system"), None);
        let named = Language::ALL.map(|language| (language.name().to_owned(), Some(language)));
        let choices = std::iter::once(system)
            .chain(named)
            .map(|(label, language)| {
                let message = Message::Preferred(Preference::Language(language));
                (label, language == chosen, message)
            });
        line(locale.text("settings-language"), choices)
    }

    fn appearance<'a>(&self, locale: &Locale) -> Element<'a, Message> {
        let choices = [
            (Appearance::System, "settings-as-system"),
            (Appearance::Light, "settings-light"),
            (Appearance::Dark, "settings-dark"),
        ];
        let choices = choices.map(|(appearance, key)| {
            let message = Message::Preferred(Preference::Appearance(appearance));
            let is_chosen = appearance == self.preferences.appearance;
            (locale.text(key), is_chosen, message)
        });
        line(locale.text("settings-appearance"), choices)
    }

    fn density<'a>(&self, locale: &Locale) -> Element<'a, Message> {
        let choices = [
            (Density::Regular, "settings-regular"),
            (Density::Compact, "settings-compact"),
        ];
        let choices = choices.map(|(density, key)| {
            let message = Message::Preferred(Preference::Density(density));
            (
                locale.text(key),
                density == self.preferences.density,
                message,
            )
        });
        line(locale.text("settings-density"), choices)
    }
}

/// A choice with its name before it.
fn line<'a>(
    label: String,
    choices: impl IntoIterator<Item = (String, bool, Message)>,
) -> Element<'a, Message> {
    row![
        container(text::body(label)).width(Fill),
        segmented::segmented(choices)
    ]
    .spacing(spacing::L)
    .align_y(Center)
    .into()
}
