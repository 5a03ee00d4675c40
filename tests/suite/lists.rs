//! What a user does in the list: columns of any field, a cell edited in its place, many cards at once.

use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;
use iced::{Size, Vector};
use tempfile::TempDir;

use vizitka::domain::client::{Client, Kind};
use vizitka::domain::custom_field::{Content, CustomField, Shape};
use vizitka::domain::{Card, Datum, Employee, Field, Id, Operation, Term};
use vizitka::error::Result;
use vizitka::settings::{Language, Settings};
use vizitka::ui::app::App;
use vizitka::ui::driver::Driver;
use vizitka::workspace::Workspace;

/// An office with four organisations and three own fields, and a window on it.
struct Office {
    folder: TempDir,
    ids: Vec<Id<Client>>,
    turnover: Field,
    class: Field,
}

const NAMES: [&str; 4] = ["ООО «Агат»", "ООО «Берег»", "АО «Вента»", "ООО «Гранит»"];

fn office() -> Result<Office> {
    let folder = tempfile::tempdir().unwrap();
    let owner = Employee::new("Решетова", "Светлана", "Ивановна");
    let path = folder.path().join("office.vizitka");
    let mut workspace = Workspace::create(&path, "ООО «Модус-В»", &owner)?;
    let kind = Kind::Organization;
    let turnover = CustomField::new(kind, "Оборот", Shape::Money);
    let class = CustomField::new(kind, "Класс", Shape::List);
    let tags = CustomField::new(kind, "Метки", Shape::MultiList);
    let classes = ["А", "Б"].map(|name| Term::option(class.id, name));
    let labels = ["Важный", "Сезонный"].map(|name| Term::option(tags.id, name));
    let amounts = [Some(1_000_000), Some(2_500_050), None, Some(-10_000)];
    let cards = NAMES.iter().zip(amounts).map(|(name, amount)| {
        let mut card = Card::new(Client::organization(*name));
        card.client.owner = Some(owner.id);
        let amount = amount.map(Content::Money).into_iter().collect();
        card.set_contents(turnover.id, amount);
        card
    });
    let cards: Vec<Card> = cards.collect();
    workspace.transact(Operation::Import, |tx| {
        [&turnover, &class, &tags]
            .into_iter()
            .try_for_each(|field| tx.save(field).map(drop))?;
        let terms = classes.iter().chain(&labels);
        terms
            .into_iter()
            .try_for_each(|term| tx.save(term).map(drop))?;
        cards.iter().try_for_each(|card| tx.add_card(card))
    })?;
    Ok(Office {
        folder,
        ids: cards.iter().map(|card| card.client.id).collect(),
        turnover: Field::Custom(turnover.id),
        class: Field::Custom(class.id),
    })
}

impl Office {
    fn window(&self) -> Driver {
        let settings = Settings {
            language: Language::Russian,
            ..Settings::default()
        };
        let path = self.folder.path().join("office.vizitka");
        let app = App::new(settings, None, Some(path));
        let mut window = Driver::new(app, Size::new(1440.0, 900.0));
        window.command('2');
        assert!(window.sees(NAMES[0]));
        window.press(Named::ArrowDown); // the keyboard goes to the list
        window.press(Named::ArrowUp);
        window
    }

    /// What stands in the file, as another program reads it.
    fn values(&self, field: Field) -> Vec<Datum> {
        let path = self.folder.path().join("office.vizitka");
        let base = Workspace::open_read_only(&path).unwrap();
        let values = base.read().values(&self.ids, &[field]).unwrap();
        self.ids.iter().map(|id| values[id][0].clone()).collect()
    }
}

/// Shows a column, found by its name in the menu.
fn show_column(window: &mut Driver, name: &str) {
    assert!(window.click("Колонки"));
    window.type_text(name);
    window.press(Named::Enter);
    window.press(Named::Escape);
    assert!(window.sees(name), "{name}");
}

fn with(window: &mut Driver, modifiers: Modifiers, key: Named) {
    window.hold(modifiers);
    window.press(key);
    window.hold(Modifiers::empty());
}

#[test]
fn an_own_field_becomes_a_column_is_sorted_and_added_up() -> Result<()> {
    let office = office()?;
    let mut window = office.window();
    show_column(&mut window, "Оборот");
    assert!(window.sees("10\u{a0}000,00\u{a0}₽") && window.sees("25\u{a0}000,50\u{a0}₽"));
    let sum = "сумма 34\u{a0}900,50\u{a0}₽";
    let others = [
        "среднее 11\u{a0}633,50\u{a0}₽",
        "от −100,00\u{a0}₽ до 25\u{a0}000,50\u{a0}₽",
        "значений 3",
    ];
    assert!(window.sees(sum) && others.iter().all(|part| window.sees(part)));

    window.press(Named::Space);
    window.press(Named::ArrowDown);
    window.press(Named::Space);
    assert!(window.sees("у выбранных:"));
    window.press(Named::Escape);
    assert!(window.sees(sum));
    Ok(())
}

#[test]
fn columns_are_put_in_order_by_mouse_and_by_keyboard() -> Result<()> {
    let office = office()?;
    let mut window = office.window();
    let places = |window: &mut Driver| {
        let names = ["Роль", "Город", "Телефон"];
        names.map(|name| window.place_of(name).unwrap().x)
    };
    let [role, city, phone] = places(&mut window);
    assert!(role < city && city < phone);
    assert!(window.drag("Телефон", "Роль"));
    let [role, _, phone] = places(&mut window);
    assert!(phone < role, "dropped on the left half it stands before");

    window.press(Named::ArrowRight); // to the name
    window.press(Named::ArrowRight); // to the phone
    with(&mut window, Modifiers::ALT, Named::ArrowRight);
    let [role, city, phone] = places(&mut window);
    assert!(role < phone && phone < city);
    Ok(())
}

#[test]
fn a_cell_is_edited_in_its_place() -> Result<()> {
    let office = office()?;
    let mut window = office.window();
    show_column(&mut window, "Оборот");
    show_column(&mut window, "Класс");
    assert!(window.click("10\u{a0}000,00\u{a0}₽"));
    window.press(Named::F2);
    window.command('a');
    window.type_text("много");
    window.press(Named::Enter);
    assert!(window.sees("Такого значения здесь быть не может"));
    window.command('a');
    window.type_text("1 234,5");
    window.press(Named::Tab); // saves, and goes on to the class
    assert!(window.sees("1\u{a0}234,50\u{a0}₽"));
    window.type_text("б");
    window.press(Named::Enter);
    assert!(window.sees("Изменение карточки"));
    let amounts = office.values(office.turnover);
    let Datum::Money(money) = &amounts[0] else {
        panic!("{amounts:?}");
    };
    assert_eq!(money.minor, 123_450);
    assert!(office.values(office.class)[0].is_said());

    window.command('z');
    window.command('z');
    assert!(window.sees("10\u{a0}000,00\u{a0}₽"));
    assert!(!office.values(office.class)[0].is_said());
    Ok(())
}

#[test]
fn a_colleague_who_was_faster_is_told_of() -> Result<()> {
    let office = office()?;
    let mut window = office.window();
    window.press(Named::ArrowRight); // to the name
    window.press(Named::F2);
    window.command('a');
    window.type_text("ООО «Агат плюс»");
    {
        let path = office.folder.path().join("office.vizitka");
        let mut base = Workspace::open(&path)?;
        let mut card = base.read().card(office.ids[0])?;
        card.client.name = "ООО «Агатик»".into();
        base.transact(Operation::EditClient, |tx| tx.save(&card.client))?;
    }
    window.press(Named::Enter);
    assert!(window.sees("Тем временем коллега записал: ООО «Агатик»"));
    assert!(window.click("Записать моё"));
    assert!(window.sees("ООО «Агат плюс»"));
    window.press(Named::F2);
    window.type_text("ничего");
    window.press(Named::Escape);
    assert!(window.sees("ООО «Агат плюс»"), "Esc leaves it as it was");
    Ok(())
}

#[test]
fn one_field_of_many_cards_is_previewed_changed_and_changed_back() -> Result<()> {
    let office = office()?;
    let mut window = office.window();
    show_column(&mut window, "Оборот");
    window.command('a');
    window.command('m');
    window.type_text("оборот");
    window.press(Named::Enter);
    window.type_text("10000");
    assert!(window.sees("Изменится: 3 · уже так: 1"));
    assert!(window.sees("У 2 карточек прежнее значение пропадёт. Отмена вернёт его."));
    window.press(Named::Enter);
    assert!(window.sees("Изменение карточек"));
    let all = office.values(office.turnover);
    assert!(all.iter().all(|one| *one == all[0]), "{all:?}");

    window.command('z');
    assert!(window.sees("Отменено: Изменение карточек"));
    assert_eq!(office.values(office.turnover)[2], Datum::Nothing);
    Ok(())
}

#[test]
fn a_click_unfolds_the_choices_again() -> Result<()> {
    let office = office()?;
    let mut window = office.window();
    window.command('a');
    window.command('m');
    window.type_text("метки");
    window.press(Named::Enter);
    assert!(window.sees("Важный"));
    assert!(window.click("Готово"));
    assert!(!window.sees("Важный"));
    let label = window.place_of("Новое значение").unwrap();
    window.click_at(label.center() + Vector::new(0.0, 30.0));
    assert!(window.sees("Важный"));
    Ok(())
}

#[test]
fn the_menu_of_a_row_plans_the_next_step_by_mouse_and_by_keyboard() -> Result<()> {
    let office = office()?;
    let mut window = office.window();
    show_column(&mut window, "Дата следующего шага");
    assert!(window.click_right(NAMES[1]));
    assert!(window.click("Следующий шаг"));
    let tomorrow = chrono::Local::now().date_naive() + chrono::Days::new(1);
    let tomorrow = tomorrow.format("%d.%m.%Y").to_string();
    window.type_text("завтра");
    window.press(Named::Enter);
    assert!(
        !window.sees("Запланировать") && window.sees(&tomorrow),
        "the column says so"
    );

    with(&mut window, Modifiers::SHIFT, Named::F10);
    window.press(Named::ArrowDown);
    window.press(Named::ArrowDown);
    window.press(Named::Enter);
    assert!(window.sees("Запланировать"));
    assert!(window.click("Шага нет"));
    assert!(!window.sees(&tomorrow));
    window.press(Named::ContextMenu);
    window.press(Named::Escape);
    window.press(Named::Enter);
    assert!(window.sees("Изменить"), "the whole card");
    Ok(())
}
