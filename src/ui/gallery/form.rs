//! Every kind of field, with and without something to say about it.

use iced::widget::{column, row};

use super::carded;
use crate::ui::style::spacing;
use crate::ui::widget::{Element, Icon, badge, field, select};

pub(super) fn fields() -> Element<'static, ()> {
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
