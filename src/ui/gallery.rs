//! A hidden page with every widget in every state, to look at in both themes. Its words are no
//! messages: nobody but us reads them.

mod form;
pub mod rows;

use iced::widget::{Row, column, container, row, stack};
use iced::{Center, Element as Any, Fill, FillPortion, Top};

use crate::ui::style::{Tone, spacing, surface};
use crate::ui::widget::{
    Element, Icon, avatar, badge, button, dialog, ellipsis, empty, field, icon, line, menu, modal,
    note, progress, section, tabs, text, toast,
};

/// What is open over the gallery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Open {
    /// Nothing.
    #[default]
    Nothing,
    /// A menu under its button.
    Menu,
    /// A dialog over the page.
    Dialog,
}

const TONES: [(&str, Tone); 6] = [
    ("Потенциальный", Tone::Neutral),
    ("Заинтересован", Tone::Accent),
    ("Активный", Tone::Free),
    ("Уходит", Tone::Busy),
    ("Черновик", Tone::Warning),
    ("Платиновый", Tone::Extra),
];

const LONG: &str = "Федеральное государственное бюджетное учреждение «Северо-Западная дирекция»";

/// The whole page, with a menu or a dialog open.
pub fn view(open: Open) -> Element<'static, ()> {
    let columns = row![
        column![buttons(open), badges(), note_card(), lines()]
            .spacing(spacing::L)
            .width(FillPortion(4)),
        column![form::fields(), work()]
            .spacing(spacing::L)
            .width(FillPortion(4)),
        column![person(), icons(), nothing()]
            .spacing(spacing::L)
            .width(FillPortion(4)),
    ]
    .spacing(spacing::L)
    .align_y(Top);
    let page = column![head(), columns]
        .spacing(spacing::L)
        .padding(spacing::XL);
    let page = container(section::scrolled(page))
        .width(Fill)
        .height(Fill)
        .style(surface::page);
    let news = toast::toast("Клиент «Ромашка» удалён", Tone::Free)
        .action("Отменить", ())
        .close("Закрыть", ());
    let told = toast::toasts(page, [news]);
    modal::modal(told, (open == Open::Dialog).then(question), ())
}

fn head() -> Element<'static, ()> {
    let title = row![
        text::page_title("Галерея"),
        text::body("1 000 000 организаций · найдено 18 432 за 4 мс").style(surface::secondary)
    ]
    .spacing(spacing::M)
    .align_y(Center);
    let tabs = tabs::tabs(
        [
            tabs::tab("Организации", true, ()),
            tabs::tab("Контактные лица", false, ()),
            tabs::tab("Дубликаты", false, ()).badge(badge::count("12", Tone::Warning)),
        ],
        0.0,
    );
    column![title, tabs].spacing(spacing::S).into()
}

fn buttons(open: Open) -> Element<'static, ()> {
    let ranks = row![
        button::primary("Создать").icon(Icon::Plus).on_press(()),
        button::secondary("Импорт").icon(Icon::Upload).on_press(()),
        button::ghost("Колонки").icon(Icon::Columns).on_press(()),
        button::danger("Удалить").on_press(()),
    ]
    .spacing(spacing::S);
    let disabled = row![
        button::primary("Создать").icon(Icon::Plus),
        button::secondary("Импорт").icon(Icon::Upload),
        button::ghost("Колонки"),
        button::link("открыть карточку").on_press(()),
    ]
    .spacing(spacing::S)
    .align_y(Center);
    let compact = row![
        button::primary("Звонок")
            .icon(Icon::Phone)
            .compact()
            .on_press(()),
        button::secondary("Письмо")
            .icon(Icon::Mail)
            .compact()
            .on_press(()),
        button::tool(Icon::More, "Ещё")
            .framed()
            .compact()
            .on_press(()),
        button::tool(Icon::Undo, "Отменить").on_press(()),
        button::tool(Icon::Redo, "Повторить"),
        unfolding(open),
    ]
    .spacing(spacing::S)
    .align_y(Center);
    carded(
        "Кнопки",
        column![ranks, disabled, compact].spacing(spacing::M),
    )
}

fn unfolding(open: Open) -> Element<'static, ()> {
    let button = button::secondary("Вид")
        .trailing(Icon::ChevronDown)
        .compact()
        .on_press(());
    let panel = (open == Open::Menu).then(|| {
        let items = [
            menu::caption("Действия"),
            menu::item("Изменить", ())
                .icon(Icon::Pencil)
                .shortcut("F2")
                .into(),
            menu::item("Копировать", ())
                .icon(Icon::Copy)
                .shortcut("Ctrl C")
                .into(),
            menu::check("Компактно", true, ())
                .icon(Icon::Columns)
                .into(),
            menu::item("Печать", None).icon(Icon::Printer).into(),
            menu::separator(),
            menu::item("Удалить", ())
                .icon(Icon::Trash)
                .shortcut("Del")
                .danger()
                .into(),
        ];
        menu::panel(items, 220.0)
    });
    menu::menu(button, panel, ()).into()
}

fn badges() -> Element<'static, ()> {
    let plain = Row::from_iter(TONES.map(|(word, tone)| badge::badge(word, tone)))
        .spacing(spacing::S)
        .wrap()
        .vertical_spacing(spacing::S);
    let chips = row![
        badge::chip("Мои клиенты", Tone::Accent, Some(()), Some(())),
        badge::chip(
            "Группа: Торговые компании",
            Tone::Neutral,
            Some(()),
            Some(())
        ),
        badge::key("Ctrl K"),
    ]
    .spacing(spacing::S)
    .align_y(Center);
    let counted = row![
        badge::count("4", Tone::Busy),
        badge::count("12", Tone::Warning),
        badge::with_icon(Icon::Check, "реквизиты проверены", Tone::Free),
        badge::with_icon(Icon::Clock, "через 20 мин", Tone::Warning),
    ]
    .spacing(spacing::S)
    .align_y(Center);
    carded("Метки", column![plain, chips, counted].spacing(spacing::M))
}

fn lines() -> Element<'static, ()> {
    let found = row![
        avatar::organization("ЗАО «Тор»", 32.0),
        column![text::strong("ЗАО «Тор»"), text::hint("ИНН 7826218436")]
    ]
    .spacing(spacing::M)
    .align_y(Center);
    let rail = column![
        line::rail(Icon::Contact, "Клиенты", true, None, ()),
        line::rail(
            Icon::Settings,
            "Настройки",
            false,
            Some(badge::count("4", Tone::Busy)),
            ()
        ),
    ];
    let narrow = row![
        line::rail_icon(Icon::Contact, "Клиенты", true, ()),
        line::rail_icon(Icon::Settings, "Настройки", false, ()),
    ];
    carded(
        "Строки",
        column![rail, narrow, line::line(found, true, ())].spacing(spacing::S),
    )
}

fn note_card() -> Element<'static, ()> {
    let again = button::link("Показать").on_press(());
    let notes = column![
        note::note(
            "Карточку изменил Семёнов Ю. А. в 14:20",
            Tone::Accent,
            Some(again.into())
        ),
        note::note(
            "В ИНН ошибка: контрольная цифра должна быть 5",
            Tone::Warning,
            None
        ),
        note::note("Файл открыт только для чтения", Tone::Busy, None),
    ]
    .spacing(spacing::S);
    carded("Замечания", notes)
}

fn work() -> Element<'static, ()> {
    let work = progress::progress("Импорт organizations.csv", "43 120 из 100 000", 0.43)
        .cancel("Остановить", ());
    section::card(work)
}

fn person() -> Element<'static, ()> {
    let name = column![
        text::title("ООО «Ромашка»"),
        text::secondary("Общество с ограниченной ответственностью")
    ];
    let head = row![avatar::organization("ООО «Ромашка»", 40.0), name]
        .spacing(spacing::M)
        .align_y(Center);
    let lines = column![
        section::key_value("ИНН / КПП", text::body("7825107325 / 782501001")),
        section::key_value("Почта", button::link("mail@romashka.ru").on_press(())),
        section::key_value("Полное название по уставу", ellipsis(LONG)),
        section::divider(),
        section::section(
            "Контактные лица · 3",
            Some(button::link("Все").on_press(()).into())
        ),
        row![
            avatar::person("Антонов Юрий", 28.0),
            column![
                text::strong("Антонов Юрий Михайлович"),
                text::hint("Директор")
            ]
            .width(Fill),
            button::tool(Icon::Phone, "Позвонить")
                .compact()
                .on_press(()),
            button::tool(Icon::Mail, "Написать").compact().on_press(()),
        ]
        .spacing(spacing::S)
        .align_y(Center),
    ]
    .spacing(spacing::S);
    section::card(column![head, lines].spacing(spacing::M))
}

fn icons() -> Element<'static, ()> {
    let all = Icon::ALL.iter().map(|glyph| icon(*glyph).into());
    let all = Row::from_iter(all)
        .spacing(spacing::M)
        .wrap()
        .vertical_spacing(spacing::M);
    carded("Знаки", all)
}

fn nothing() -> Element<'static, ()> {
    let button = button::primary("Новый клиент")
        .icon(Icon::Plus)
        .on_press(());
    let nothing = empty::empty(
        Icon::Inbox,
        "Здесь будут клиенты",
        "Создайте первого или загрузите список из Excel",
        Some(button.into()),
    );
    section::card(container(nothing).height(210))
}

fn question() -> Element<'static, ()> {
    let body = column![
        text::body("В карточке «Ромашка» есть несохранённые изменения."),
        field::field("Причина", "")
            .placeholder("Необязательно")
            .on_input(|_| ()),
    ]
    .spacing(spacing::M);
    dialog::dialog("Сохранить изменения?", body)
        .close("Закрыть", ())
        .aside(button::ghost("Не сохранять").on_press(()))
        .button(button::secondary("Отмена").on_press(()))
        .button(button::primary("Сохранить").on_press(()))
        .into()
}

fn carded(title: &'static str, content: impl Into<Any<'static, ()>>) -> Element<'static, ()> {
    let head = section::heading(title, None);
    section::card(stack![column![head, content.into()].spacing(spacing::M)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::{headless, style};
    use iced::Size;

    const STATES: [(&str, Open); 2] = [("", Open::Menu), ("-dialog", Open::Dialog)];

    /// Writes the pictures one looks at: `VIZITKA_PICTURES=folder cargo test gallery`.
    #[test]
    fn the_gallery_is_drawn_in_both_themes() {
        let folder = std::env::var_os("VIZITKA_PICTURES").map(std::path::PathBuf::from);
        for (name, theme) in [("light", style::light()), ("dark", style::dark())] {
            for (size, width, height) in [("large", 1440.0, 900.0), ("small", 1024.0, 700.0)] {
                for (state, open) in STATES {
                    let size_in_pixels = Size::new(width, height);
                    let picture = headless::picture(view(open), &theme, size_in_pixels);
                    assert!(
                        picture
                            .rgba
                            .chunks(4)
                            .any(|pixel| pixel != &picture.rgba[..4])
                    );
                    if let Some(folder) = &folder {
                        let path = folder.join(format!("gallery-{name}-{size}{state}.png"));
                        picture.save(path).unwrap();
                    }
                }
            }
        }
    }
}
