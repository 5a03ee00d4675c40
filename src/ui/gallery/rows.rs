//! A table of a million clients that nobody has: for pictures, tests and benches.

use iced::alignment::Horizontal;
use iced::widget::{column, container, row};
use iced::{Center, Fill, Padding};

use crate::ui::style::{MEDIUM, Tone, size, spacing, surface};
use crate::ui::widget::table::{Checks, Column, Message, Row, Sort, State, table};
use crate::ui::widget::{Element, Icon, badge, button, ellipsis, field, section, tabs, text};

/// How many clients there are.
pub const COUNT: u64 = 1_000_000;

const NAMES: [&str; 8] = [
    "ООО «Ромашка»",
    "ЗАО «Движение»",
    "ООО «Тепломаш»",
    "ОАО «Карамельный завод имени Н. К. Крупской»",
    "ООО «Лютик»",
    "ЗАО «Тор»",
    "ООО «Петромилк»",
    "ФГБУ «Северо-Западная дирекция по строительству, реконструкции и реставрации»",
];

const TRADES: [&str; 5] = [
    "Оптовая торговля",
    "Логистика",
    "Пищевое производство",
    "Ювелирные изделия",
    "Станкостроение и ремонт оборудования",
];

const STATUSES: [(&str, Tone); 4] = [
    ("Активный", Tone::Free),
    ("Заинтересован", Tone::Accent),
    ("Потенциальный", Tone::Neutral),
    ("Уходит", Tone::Busy),
];

/// A state sorted by name, as a screen would have it.
pub fn state() -> State {
    let sort = Sort {
        key: "name".into(),
        is_ascending: true,
    };
    State::new(Some(sort), [])
}

/// The table alone: what a bench lays out.
pub fn million(state: &State) -> Element<'_, Message> {
    let columns = vec![
        Column::new("name", "Название", 220.0)
            .narrowest(140.0)
            .grows()
            .sortable(),
        Column::new("trade", "Отрасль", 190.0)
            .narrowest(90.0)
            .sortable(),
        Column::new("status", "Статус", 140.0)
            .narrowest(90.0)
            .sortable(),
        Column::new("owner", "Ответственный", 140.0)
            .narrowest(90.0)
            .sortable(),
        Column::new("sales", "Продажи за год, ₽", 150.0)
            .narrowest(100.0)
            .right()
            .sortable(),
    ];
    table(state, COUNT, columns, client, |message| message)
        .checks(Checks::Some)
        .into()
}

/// The whole page around it.
pub fn view(state: &State) -> Element<'_, Message> {
    let again = || Message::AllChecked;
    let head = row![
        text::page_title("Клиенты"),
        text::body("1 000 000 организаций · найдено 18 432 за 4 мс")
            .style(surface::hint)
            .width(Fill),
        button::secondary("Импорт")
            .icon(Icon::Upload)
            .on_press(again()),
        button::primary("Создать")
            .icon(Icon::Plus)
            .on_press(again()),
    ]
    .spacing(spacing::M)
    .align_y(Center);
    let tabs = tabs::tabs(
        [
            tabs::tab("Организации", true, again()),
            tabs::tab("Контактные лица", false, again()),
            tabs::tab("Дубликаты", false, again()).badge(badge::count("12", Tone::Warning)),
        ],
        spacing::XL,
    );
    let filters = row![
        field::search("Найти", "ром", move |_| again()).width(200),
        badge::chip("Мои клиенты", Tone::Accent, Some(again()), Some(again())),
        button::ghost("Фильтр")
            .icon(Icon::Plus)
            .compact()
            .on_press(again()),
        iced::widget::space::horizontal(),
        button::ghost("Колонки")
            .icon(Icon::Columns)
            .compact()
            .on_press(again()),
    ]
    .spacing(spacing::S)
    .align_y(Center);
    let page = column![
        container(head).padding(Padding::from([spacing::L, spacing::XL])),
        tabs,
        container(filters).padding(Padding::from([spacing::M, spacing::XL])),
        section::divider(),
        million(state),
    ];
    container(page)
        .width(Fill)
        .height(Fill)
        .style(surface::panel)
        .into()
}

/// The client at `index`; every fiftieth is not loaded yet.
fn client<'a>(index: u64) -> Option<Row<'a, Message>> {
    if index % 50 == 17 {
        return None;
    }
    let of = |length: usize| (index as usize * 7 + index as usize / 3) % length;
    let (word, tone) = STATUSES[of(STATUSES.len())];
    let sales = format!("{} {:03},00", 9 + index % 900, index * 37 % 1000);
    let cells = vec![
        ellipsis(NAMES[of(NAMES.len())]).font(MEDIUM).into(),
        ellipsis(TRADES[of(TRADES.len())])
            .style(surface::secondary)
            .into(),
        badge::badge(word, tone),
        ellipsis("Решетова С. И.").style(surface::secondary).into(),
        ellipsis(sales)
            .size(size::BASE)
            .align(Horizontal::Right)
            .into(),
    ];
    Some(Row::new(cells).selected(matches!(index, 3 | 4)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::{headless, style};
    use iced::{Point, Size, mouse};
    use iced_test::Simulator;

    const SIZE: Size = Size::new(1000.0, 700.0);

    fn ui(state: &State) -> Simulator<'_, Message> {
        headless::load_fonts();
        Simulator::with_size(iced::Settings::default(), SIZE, million(state))
    }

    #[test]
    fn a_click_on_a_header_sorts() {
        let state = state();
        let mut ui = ui(&state);
        ui.click("Отрасль").unwrap();
        let said: Vec<_> = ui.into_messages().collect();
        assert_eq!(said, [Message::HeaderPressed("trade".into())]);
    }

    #[test]
    fn a_click_on_a_row_chooses_it_and_a_second_opens_it() {
        let state = state();
        let mut ui = ui(&state);
        ui.click("ОАО «Карамельный завод имени Н. К. Крупской»")
            .unwrap();
        ui.click("ОАО «Карамельный завод имени Н. К. Крупской»")
            .unwrap();
        let said: Vec<_> = ui.into_messages().collect();
        assert!(
            matches!(said[..], [Message::Pressed(row, _), Message::Opened(same)] if row == same)
        );
    }

    #[test]
    fn a_click_before_a_row_checks_it() {
        let state = state();
        let mut ui = ui(&state);
        ui.point_at(Point::new(20.0, 34.0 + 38.0 * 2.5));
        let _ = ui.simulate(iced_test::simulator::click());
        let said: Vec<_> = ui.into_messages().collect();
        assert!(matches!(said[..], [Message::Checked(2, _)]));
    }

    #[test]
    fn the_handle_of_the_scroll_bar_can_be_dragged_to_the_last_row() {
        let mut state = state();
        let mut stage = headless::Stage::new(SIZE);
        let event = |event| [iced::Event::Mouse(event)];
        let pressed = event(mouse::Event::ButtonPressed(mouse::Button::Left));
        stage.point_at(Point::new(994.0, 40.0));
        for message in stage.send(million(&state), &pressed) {
            state.update(message, COUNT);
        }
        assert_eq!(state.offset(), 0.0);

        let position = Point::new(900.0, 5000.0);
        stage.point_at(position);
        let moved = event(mouse::Event::CursorMoved { position });
        for message in stage.send(million(&state), &moved) {
            state.update(message, COUNT);
        }
        assert_eq!(state.visible(COUNT).end, COUNT);
    }

    #[test]
    fn the_border_of_a_column_can_be_dragged() {
        let mut state = state();
        let mut stage = headless::Stage::new(SIZE);
        stage.lay_out(million(&state));
        let event = |event| [iced::Event::Mouse(event)];
        let pressed = event(mouse::Event::ButtonPressed(mouse::Button::Left));
        let position = Point::new(1000.0 - 12.0 - 150.0 - 140.0, 17.0);
        stage.point_at(position);
        assert_eq!(stage.send(million(&state), &pressed), []);

        let position = Point::new(position.x - 20.0, 17.0);
        stage.point_at(position);
        let moved = event(mouse::Event::CursorMoved { position });
        for message in stage.send(million(&state), &moved) {
            state.update(message, COUNT);
        }
        let widths: Vec<_> = state
            .widths()
            .map(|(key, width)| (key.as_ref(), width))
            .collect();
        assert!(widths.contains(&("status", 120.0)) && widths.contains(&("owner", 160.0)));
    }

    /// Writes the pictures one looks at: `VIZITKA_PICTURES=folder cargo test gallery`.
    #[test]
    fn the_table_is_drawn_in_both_themes() {
        let folder = std::env::var_os("VIZITKA_PICTURES").map(std::path::PathBuf::from);
        for (name, theme) in [("light", style::light()), ("dark", style::dark())] {
            for (size, width, height) in [("large", 1440.0, 900.0), ("small", 700.0, 600.0)] {
                let mut state = state();
                state.set_cursor(Some(6), COUNT);
                let mut stage = headless::Stage::new(Size::new(width, height));
                stage.point_at(Point::new(300.0, 300.0));
                let picture = stage.picture(view(&state), &theme);
                assert!(
                    picture
                        .rgba
                        .chunks(4)
                        .any(|pixel| pixel != &picture.rgba[..4])
                );
                if let Some(folder) = &folder {
                    picture
                        .save(folder.join(format!("table-{name}-{size}.png")))
                        .unwrap();
                }
            }
        }
    }
}
