//! Every kind of field, with and without something to say about it.

use iced::widget::{column, row};

use super::{Open, carded};
use crate::ui::style::spacing;
use crate::ui::widget::{Element, Icon, autocomplete, badge, field, select};

pub(super) fn fields(open: Open) -> Element<'static, ()> {
    let pair = row![
        field::field("Номер", "08/32").on_input(|_| ()).hint("авто"),
        field::field("Телефон", "+7 812 350-94-14")
            .icon(Icon::Phone)
            .on_input(|_| ()),
    ]
    .spacing(spacing::M);
    let form = column![
        field::search("Поиск по всему: имя, телефон, ИНН", "", |_| ()).trailing(badge::key("/")),
        pair,
        field::field("БИК банка клиента", "04403042")
            .on_input(|_| ())
            .error(Some("В БИК должно быть 9 цифр; введено 8")),
        field::field("ИНН", "7825107325")
            .on_input(|_| ())
            .warning(Some("Контрольная цифра не сходится")),
        field::field("Код", "только чтение"),
        city(open),
        field::labelled(
            "Ответственный",
            select::select(
                vec!["Решетова С. И."],
                Some("Решетова С. И."),
                "Никто",
                |_| ()
            )
        ),
        select::check("Основной телефон", true, |_| ()),
        select::check("Не звонить", false, |_| ()),
    ]
    .spacing(spacing::M);
    carded("Поля", form)
}

fn city(open: Open) -> Element<'static, ()> {
    let mut state = autocomplete::State::default();
    if open == Open::Suggestions {
        state.update(autocomplete::Message::Typed("каз".to_owned()), 2);
        state.update(autocomplete::Message::Next, 2);
    }
    let suggestions = [
        ("Казань", "Республика Татарстан"),
        ("Казачинское", "Красноярский край"),
    ];
    let suggestions = suggestions.map(|(label, detail)| autocomplete::Suggestion {
        label: label.to_owned(),
        detail: detail.to_owned(),
    });
    let field = field::field("Город", "каз").icon(Icon::MapPin);
    autocomplete::autocomplete(field, &state, &suggestions, |_| ())
}
