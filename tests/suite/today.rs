//! The page of the day and the reminder window, by keyboard and by hand.

use chrono::{Duration, Local, Utc};
use iced::Size;
use iced::keyboard::key::Named;
use tempfile::TempDir;
use vizitka::domain::client::{Role, Roles};
use vizitka::domain::reminder::{Audience, Event};
use vizitka::domain::task::{Degree, Participant, Rank, TaskKind, When};
use vizitka::domain::{Assignment, Birthday, Card, Client, Employee, Operation, Reminder, Task};
use vizitka::error::Result;
use vizitka::i18n::{self, Locale};
use vizitka::settings::{Language, Settings};
use vizitka::starter;
use vizitka::ui::app::{App, Message};
use vizitka::ui::driver::Driver;
use vizitka::workspace::Workspace;

struct Office {
    folder: TempDir,
}

impl Office {
    /// A day with two tasks, a late one, one that a colleague has to do, and a birthday.
    fn new() -> Result<Self> {
        let folder = tempfile::tempdir().unwrap();
        let office = Self { folder };
        let me = Employee::new("Решетова", "Светлана", "Ивановна");
        let colleague = Employee::new("Семёнова", "Юлия", "Андреевна");
        let mut workspace = Workspace::create(&office.path(), "ООО «Модус-В»", &me)?;
        let mut romashka = Client::organization("ООО «Ромашка»");
        romashka.owner = Some(me.id);
        romashka.roles = Roles::default().with(Role::Active, true);
        let mut agat = Client::organization("ООО «Агат»");
        (agat.owner, agat.roles) = (romashka.owner, romashka.roles);
        let today = Local::now().date_naive();
        let mut antonova = Client::person("Антонова", "Юлия", "Михайловна");
        antonova.owner = Some(me.id);
        antonova.birthday = Some(Birthday::from(today));
        let task = |title: &str, start: When| {
            let mut task = Task::new(Rank::Operation, title, me.id);
            task.client = Some(romashka.id);
            task.set_start(Some(start));
            Assignment::new(task, me.id)
        };
        let mut offer = task("Обследование склада", When::Day(today + Duration::days(3)));
        offer.participants = vec![Participant::new(offer.task.id, colleague.id, Degree::Leads)];
        let tasks = [
            task("Первая презентация", When::Day(today)),
            task("Встреча", When::Day(today)),
            task("Оплата счёта", When::At(Utc::now() - Duration::days(3))),
            offer,
        ];
        workspace.transact(Operation::AddTask, |tx| {
            tx.save(&colleague)?;
            for client in [&romashka, &agat, &antonova] {
                tx.add_card(&Card::new(client.clone()))?;
            }
            tasks
                .iter()
                .try_for_each(|one| tx.save_assignment(one, one))
        })?;
        Ok(office)
    }

    fn path(&self) -> std::path::PathBuf {
        self.folder.path().join("office.vizitka")
    }

    fn window(&self) -> Driver {
        let settings = Settings {
            language: Language::Russian,
            ..Settings::default()
        };
        let app = App::new(settings, None, Some(self.path()));
        Driver::new(app, Size::new(1440.0, 900.0))
    }

    /// Has tasks begin now that are told at their start.
    fn ring(&self, titles: &[&str]) -> Result<()> {
        self.ring_as(titles, None)
    }

    /// The same, of the first kind of operation that an office begins with: it has results.
    fn ring_calls(&self, titles: &[&str]) -> Result<()> {
        let mut workspace = Workspace::open(&self.path())?;
        starter::equip(&mut workspace, &Locale::new(i18n::Language::Russian))?;
        let kinds = workspace.read().catalog()?.task_kinds;
        self.ring_as(titles, kinds.first())
    }

    fn ring_as(&self, titles: &[&str], kind: Option<&TaskKind>) -> Result<()> {
        let mut workspace = Workspace::open(&self.path())?;
        let me = workspace.who();
        workspace.transact(Operation::AddTask, |tx| {
            for title in titles {
                let mut task = Task::new(Rank::Operation, *title, me);
                task.kind = kind.map(|kind| kind.id);
                task.set_start(Some(When::At(Utc::now())));
                let only = Reminder::new(Some(task.id), Audience::Participants, Event::Start);
                let whole = Assignment::new(task, me);
                tx.save_assignment(&whole, &whole)?;
                tx.save(&only)?;
            }
            Ok(())
        })?;
        Ok(())
    }
}

#[test]
fn a_colleague_takes_over_and_has_a_day_of_the_own() -> Result<()> {
    let office = Office::new()?;
    let mut window = office.window();
    assert!(window.sees("Поручено мной"));
    window.click("Корзина");
    assert!(window.click("Решетова С. И."));
    assert!(window.sees("Кто работает") && window.click("Семёнова Ю. А."));
    window.click("Сегодня");
    assert!(!window.sees("Поручено мной") && !window.sees("Решетова С. И."));
    assert!(window.sees("Семёнова Ю. А."));
    Ok(())
}

#[test]
fn the_day_is_the_first_page_and_leads_to_everything() -> Result<()> {
    let office = Office::new()?;
    let mut window = office.window();
    for words in [
        "План на день",
        "Первая презентация",
        "Просрочено",
        "Оплата счёта",
        "−3 дня",
        "Поручено мной",
        "Обследование склада",
        "Семёнова Ю. А.",
        "Антонова Юлия Михайловна",
        "ООО «Агат»",
    ] {
        assert!(window.sees(words), "{words}");
    }
    window.press(Named::ArrowDown);
    window.press(Named::Enter);
    assert!(window.sees("Участники"), "the form of the task");
    window.press(Named::Escape);
    assert!(!window.sees("Участники"));
    assert!(window.click("ООО «Агат»"));
    assert!(window.sees("История"), "the card of a client");
    window.press(Named::Escape);
    assert!(window.sees("План на день"));
    window.command('2');
    assert!(!window.sees("План на день"));
    window.command('1');
    assert!(window.sees("План на день"));
    Ok(())
}

#[test]
fn a_task_is_done_by_a_key_and_an_undo_brings_it_back() -> Result<()> {
    let office = Office::new()?;
    let mut window = office.window();
    for _ in 0..3 {
        window.press(Named::ArrowDown);
    }
    window.press(Named::Space);
    assert!(!window.sees("Оплата счёта"), "it is not late any more");
    window.command('z');
    assert!(window.sees("Оплата счёта"));
    Ok(())
}

#[test]
fn done_asks_what_came_of_it_where_the_kind_knows_results() -> Result<()> {
    let office = Office::new()?;
    office.ring_calls(&["Звонок Антонову"])?;
    let mut window = office.window();
    for _ in 0..3 {
        window.press(Named::ArrowDown); // behind what has no time of day
    }
    window.press(Named::Space);
    assert!(window.sees("Завершение задачи") && window.sees("Звонок Антонову"));
    window.type_text("1");
    window.press(Named::Enter);
    let workspace = Workspace::open_read_only(&office.path())?;
    let last = &workspace.read().log(1)?[0];
    assert_eq!(last.operation, Operation::FinishTask);
    Ok(())
}

#[test]
fn many_that_rang_are_done_and_each_is_asked_for_its_result() -> Result<()> {
    let office = Office::new()?;
    office.ring(&["Письмо"])?;
    office.ring_calls(&["Звонок Антонову", "Звонок Киму"])?;
    let mut window = office.window();
    window.command('b');
    assert!(window.turn_to(1));
    window.command('a');
    window.command('d');
    assert!(window.turn_to(0));
    assert!(window.sees("Завершение задачи") && window.sees("Затем ещё 1"));
    assert!(window.click("Пропустить"));
    assert!(window.sees("Завершение задачи") && !window.sees("Затем ещё 1"));
    window.type_text("1");
    window.press(Named::Enter);
    let workspace = Workspace::open_read_only(&office.path())?;
    let log = workspace.read().log(20)?;
    let finished = log
        .iter()
        .filter(|one| one.operation == Operation::FinishTask);
    assert_eq!(
        finished.count(),
        2,
        "the letter at once, a call by its result"
    );
    Ok(())
}

#[test]
fn what_rings_comes_up_in_a_window_of_its_own() -> Result<()> {
    let office = Office::new()?;
    office.ring(&["Звонок", "Визит", "Письмо"])?;
    let mut window = office.window();
    assert_eq!(window.windows(), 1);
    window.send(Message::Tick);
    assert_eq!(window.windows(), 2);
    for _ in 0..20 {
        window.send(Message::Tick);
    }
    assert_eq!(window.windows(), 2, "nothing is shown twice");
    assert!(window.turn_to(1));
    assert!(window.sees("Звонок"));
    Ok(())
}

#[test]
fn what_was_missed_while_the_program_was_closed_comes_first() -> Result<()> {
    let office = Office::new()?;
    office.ring(&["Звонок"])?;
    let mut window = office.window();
    window.send(Message::Tick);
    assert!(window.turn_to(1));
    assert!(window.sees("Пропущено, пока программа была закрыта"));
    office.ring(&["Визит"])?;
    assert!(window.turn_to(0));
    (0..16).for_each(|_| window.send(Message::Tick));
    assert!(window.turn_to(1));
    assert!(window.sees("Начало") && window.sees("Визит"));
    Ok(())
}

#[test]
fn notices_are_put_off_done_and_dismissed_many_in_one_go() -> Result<()> {
    let office = Office::new()?;
    office.ring(&["Звонок", "Визит", "Письмо", "Отчёт"])?;
    let mut window = office.window();
    window.command('b');
    assert!(window.turn_to(1));
    let listed = |office: &Office| -> Result<usize> {
        let workspace = Workspace::open_read_only(&office.path())?;
        let now = vizitka::domain::reminder::Now::from(Local::now());
        Ok(workspace.read().due_notices(now)?.len())
    };
    (0..16).for_each(|_| window.send(Message::Tick)); // the birthday of the day is told too
    let before = listed(&office)?;
    assert!(window.sees("Письмо"));
    window.press(Named::Delete);
    assert_eq!(listed(&office)?, before - 1, "the one under the cursor");
    window.command('s');
    assert!(window.click("5 мин"));
    assert_eq!(listed(&office)?, before - 2);
    window.command('d');
    assert_eq!(listed(&office)?, before - 3);
    window.command('s');
    window.type_text("когда-нибудь");
    window.press(Named::Enter);
    assert!(window.sees("Нужно время впереди: 15:30, 40 мин, завтра 10:00"));
    window.press(Named::Escape);
    window.command('a');
    window.press(Named::Delete);
    assert_eq!(listed(&office)?, 0);
    assert_eq!(window.windows(), 1, "a window with nothing in it goes");
    Ok(())
}

#[test]
fn the_settings_say_when_to_remind_and_when_not() -> Result<()> {
    let office = Office::new()?;
    let mut window = office.window();
    window.command(',');
    window.hold(iced::keyboard::Modifiers::COMMAND);
    (0..7).for_each(|_| window.press(Named::PageDown));
    window.hold(iced::keyboard::Modifiers::empty());
    assert!(window.sees("Когда напоминать") && window.sees("За 15 мин до начала"));
    assert!(window.sees("При просрочке") && window.sees("Тихие часы"));
    Ok(())
}
