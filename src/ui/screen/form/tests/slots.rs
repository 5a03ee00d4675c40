//! Fields whose text stands for something else: terms, clients, own fields.

use std::sync::Arc;

use super::*;
use crate::domain::completeness::{Item, Items};
use crate::domain::custom_field::{Content, Shape};
use crate::domain::profile::{PoliticalRole, Stage};
use crate::domain::term::Dictionary;
use crate::domain::{CustomField, Department, Job, Term};
use crate::ui::screen::suggest;
use crate::workspace::Workspace;

impl Desk {
    /// Writes something into the base, and takes over what cards name, as the app does.
    pub fn prepare(&mut self, work: impl FnOnce(&mut Workspace) -> Result<()> + Send + 'static) {
        block_on(self.context.worker.write(work)).unwrap();
        let catalog = self
            .context
            .worker
            .read(|reader| reader.catalog().map(Arc::new));
        self.context.catalog = block_on(catalog).unwrap();
    }

    pub fn type_into(&mut self, slot: Slot, text: &str) {
        self.say(Message::Slot(slot, lookup::Message::Typed(text.into())));
    }

    /// Fields of every shape, and a few entries of dictionaries.
    pub fn with_fields(&mut self) -> Vec<CustomField> {
        let fields = custom_fields();
        let made = fields.clone();
        self.prepare(move |workspace| {
            let done = workspace.transact(Deed::Import, |tx| {
                for name in ["Оптовая торговля", "Розница", "Производство"]
                {
                    tx.save(&Term::new(Dictionary::Segment, name))?;
                }
                tx.save(&Term::new(Dictionary::Category, "Дилер"))?;
                for field in &made {
                    tx.save(field)?;
                }
                for (field, name) in [(5, "Красный"), (5, "Синий"), (6, "Почта"), (6, "Курьер")]
                {
                    tx.save(&Term::option(made[field].id, name))?;
                }
                Ok(())
            });
            done.map(drop)
        });
        fields
    }
}

fn custom_fields() -> Vec<CustomField> {
    let named = Shape::ALL.iter().zip(0..).map(|(shape, position)| {
        let name = match shape {
            Shape::Text => "Номер стенда",
            Shape::Number => "Площадь склада, м²",
            Shape::Money => "Оборот за год",
            Shape::Date => "Договор до",
            Shape::YesNo => "Работает с НДС",
            Shape::List => "Цвет папки",
            Shape::MultiList => "Доставка",
            Shape::Link => "Головная компания",
        };
        CustomField {
            position,
            ..CustomField::new(Kind::Organization, name, *shape)
        }
    });
    named.collect()
}

#[test]
fn a_new_entry_of_a_dictionary_is_made_with_the_card() {
    let mut desk = Desk::edit(|samples| samples.romashka);
    desk.with_fields();
    desk.type_into(Slot::Segment, "розн");
    desk.press(Named::Tab, Modifiers::empty());
    assert_eq!(desk.typed().slot(Slot::Segment), "Розница");
    desk.type_into(Slot::Source, "Выставка");
    desk.type_into(Slot::Source, "Выставка ");
    assert!(desk.typed().is_new_term(Slot::Source));
    let wishes = desk.say(Message::Save);
    assert!(is_done(&wishes, Deed::EditClient), "{wishes:?}");

    let client = desk.card(desk.samples.romashka).client;
    desk.prepare(|_| Ok(()));
    let catalog = Arc::clone(&desk.context.catalog);
    assert_eq!(catalog.term(client.segment), "Розница");
    assert_eq!(catalog.term(client.source), "Выставка");
    desk.prepare(|workspace| workspace.undo().map(drop));
    let catalog = &desk.context.catalog;
    assert_eq!(catalog.terms(Dictionary::Source).count(), 0);
}

#[test]
fn fields_of_every_shape_are_filled_in_and_read_back() {
    let mut desk = Desk::edit(|samples| samples.romashka);
    let fields = desk.with_fields();
    let slots: Vec<_> = fields.iter().map(|field| Slot::Custom(field.id)).collect();
    for (at, text) in [
        (0, " Б-12 "),
        (1, "1 250,5"),
        (2, "12 000 000 ₽"),
        (3, "31.12.27"),
        (5, "Синий"),
        (7, "тор"),
    ] {
        desk.type_into(slots[at], text);
    }
    desk.press(Named::Tab, Modifiers::empty()); // takes the card
    desk.say(Message::Slot(slots[4], lookup::Message::YesNo(Some(true))));
    desk.type_into(slots[6], "курьер");
    desk.press(Named::Tab, Modifiers::empty());
    desk.type_into(slots[6], "Самовывоз");
    let wishes = desk.say(Message::Save);
    assert!(is_done(&wishes, Deed::EditClient), "{wishes:?}");

    let card = desk.card(desk.samples.romashka);
    let says = |at: usize| card.contents(fields[at].id).next().cloned();
    assert_eq!(says(0), Some(Content::Text("Б-12".into())));
    assert_eq!(says(1), Some(Content::Number(1_250_500_000)));
    assert_eq!(says(2), Some(Content::Money(1_200_000_000)));
    assert_eq!(
        says(3),
        NaiveDate::from_ymd_opt(2027, 12, 31).map(Content::Date)
    );
    assert_eq!(says(4), Some(Content::YesNo(true)));
    assert_eq!(says(7), Some(Content::Link(desk.samples.tor)));
    desk.prepare(|_| Ok(()));
    let tags = card.contents(fields[6].id).map(|content| match content {
        Content::Tag(term) => desk.context.catalog.term(Some(*term)),
        _ => "",
    });
    assert_eq!(tags.collect::<Vec<_>>(), ["Курьер", "Самовывоз"]);

    let (form, command) = Form::edit(desk.samples.romashka, &desk.context);
    desk.form = form;
    desk.settle(Action::run(command));
    let said = slots.iter().map(|slot| desk.typed().slot(*slot));
    assert_eq!(
        said.collect::<Vec<_>>().join("|").replace('\u{a0}', " "),
        "Б-12|1 250,5|12 000 000,00|31.12.2027|Да|Синий||ЗАО «Тор»"
    );
    assert!(!desk.form.is_dirty());
    desk.say(Message::Slot(slots[4], lookup::Message::YesNo(None)));
    assert!(desk.form.is_dirty());
    desk.say(Message::Slot(slots[4], lookup::Message::YesNo(Some(true))));
    assert!(!desk.form.is_dirty(), "it says the same again");
}

#[test]
fn what_cannot_be_read_is_told_and_stays() {
    let mut desk = Desk::edit(|samples| samples.romashka);
    let fields = desk.with_fields();
    let number = Slot::Custom(fields[1].id);
    desk.type_into(number, "много");
    desk.type_into(Slot::NextStepOn, "потом");
    assert!(desk.say(Message::Save).is_empty());
    let told = [Slot::NextStepOn, number].map(typed::Problem::Slot);
    assert_eq!(desk.problems(), told);
    assert_eq!(desk.typed().slot(number), "много");
    desk.type_into(number, "12");
    desk.type_into(Slot::NextStepOn, "завтра");
    assert_eq!(desk.problems(), []);
    assert!(is_done(&desk.say(Message::Save), Deed::EditClient));
}

#[test]
fn fields_of_another_kind_of_counterparty_are_not_asked_for() {
    let mut desk = Desk::edit(|samples| samples.romashka);
    let fields = desk.with_fields();
    let dealer = desk.context.catalog.terms(Dictionary::Category).next();
    let dealer = dealer.unwrap().id;
    let mut number = CustomField {
        version: 1,
        ..fields[1].clone()
    };
    number.category = Some(dealer);
    let saved = number.clone();
    desk.prepare(move |workspace| {
        let done = workspace.transact(Deed::Import, |tx| tx.save(&saved));
        done.map(drop)
    });
    let shown = |desk: &Desk| Slot::of(&desk.typed().card.client, &desk.context.catalog);
    assert!(!shown(&desk).contains(&Slot::Custom(number.id)));
    desk.type_into(Slot::Category, "дилер");
    assert!(shown(&desk).contains(&Slot::Custom(number.id)));
}

#[test]
fn a_clash_names_entries_and_fields() {
    let mut desk = Desk::edit(|samples| samples.romashka);
    let fields = desk.with_fields();
    let stand = fields[0].id;
    let wholesale = desk.context.catalog.terms(Dictionary::Segment).next();
    let wholesale = wholesale.unwrap().id;
    desk.type_into(Slot::Segment, "Аптеки");
    desk.type_into(Slot::Custom(stand), "Б-12");
    desk.colleague(move |card| {
        card.client.segment = Some(wholesale);
        card.set_contents(stand, vec![Content::Text("А-1".into())]);
    });
    assert!(desk.say(Message::Save).is_empty());
    let Some(Question::Clash(clash)) = &desk.form.question else {
        panic!("nothing is asked");
    };
    let mut window = iced_test::Simulator::new(clash.view(
        (&desk.context.locale, false),
        Message::Clash,
        (Message::Save, Message::Stay),
    ));
    for words in [
        "Сегмент рынка",
        "Аптеки",
        "Оптовая торговля",
        "Номер стенда",
        "Б-12",
        "А-1",
    ] {
        assert!(window.find(words).is_ok(), "{words}");
    }
}

#[test]
fn a_person_who_moves_keeps_the_old_place_and_gets_a_department() {
    let mut desk = Desk::edit(|samples| samples.antonov);
    let (antonov, romashka, tor) = (
        desk.samples.antonov,
        desk.samples.romashka,
        desk.samples.tor,
    );
    let sales = Department::new(tor, "Отдел продаж");
    let id = sales.id;
    desk.prepare(move |workspace| {
        let done = workspace.transact(Deed::Import, |tx| tx.save(&sales));
        done.map(drop)
    });
    desk.say(Message::Employer(employer::Message::Typed("тор".into())));
    desk.press(Named::Tab, Modifiers::empty());
    assert_eq!(desk.typed().card.client.employer, Some(tor));
    desk.say(Message::Department(department::Message::Typed(
        "прод".into(),
    )));
    desk.press(Named::Tab, Modifiers::empty());
    let role = Some(PoliticalRole::DecisionMaker);
    desk.say(Message::Profile(
        crate::ui::screen::form::profile::Message::PoliticalRole(role),
    ));
    desk.say(Message::Profile(
        crate::ui::screen::form::profile::Message::Influence(Some(5)),
    ));
    assert!(is_done(&desk.say(Message::Save), Deed::EditClient));

    let client = desk.card(antonov).client;
    assert_eq!(
        (client.department_id, &*client.department),
        (Some(id), "Отдел продаж")
    );
    assert_eq!((client.political_role, client.influence), (role, Some(5)));
    let jobs = desk
        .context
        .worker
        .read(move |reader| reader.rows_on::<Job>(antonov));
    let jobs = block_on(jobs).unwrap();
    assert_eq!((jobs.len(), jobs[0].employer), (1, Some(romashka)));
}

#[test]
fn what_is_required_and_missing_is_told_while_one_types() {
    let mut desk = Desk::create(Kind::Organization);
    let mut catalog = (*desk.context.catalog).clone();
    catalog.required[0] = [Item::Name, Item::Inn, Item::Stage, Item::NextStep]
        .into_iter()
        .collect::<Items>();
    desk.context.catalog = Arc::new(catalog);
    let find = |desk: &Desk, words: &str| {
        let mut window = iced_test::Simulator::new(desk.form.view(&desk.context));
        assert!(window.find(words).is_ok(), "{words}");
    };
    desk.text(TextField::Name, "ООО «Лютик»");
    find(
        &desk,
        "Заполнено 25 %, не хватает: ИНН, стадия отношений, следующий шаг",
    );
    desk.say(Message::Profile(
        crate::ui::screen::form::profile::Message::Stage(Some(Stage::Prospect)),
    ));
    desk.text(TextField::NextStep, "Позвонить");
    find(&desk, "Заполнено 75 %, не хватает: ИНН");
    assert!(
        is_done(&desk.say(Message::Save), Deed::AddClient),
        "it only warns"
    );
}

#[test]
fn long_texts_are_folded_while_they_say_nothing() {
    let mut desk = Desk::edit(|samples| samples.romashka);
    let is_shown = |desk: &Desk| {
        let mut window = iced_test::Simulator::new(desk.form.view(&desk.context));
        window.find("Что производит или продаёт").is_ok() || window.find("Текущие цели").is_ok()
    };
    assert!(!is_shown(&desk));
    desk.say(Message::Fold(long::Topic::Goals));
    assert!(is_shown(&desk));
    let typed = text_editor::Edit::Paste(Arc::new("Открыть\nвторой склад".into()));
    desk.say(Message::Long(
        TextField::Goals,
        text_editor::Action::Edit(typed),
    ));
    desk.say(Message::Slot(Slot::Segment, lookup::Message::Unfold));
    desk.say(Message::Slot(
        Slot::Segment,
        lookup::Message::List(suggest::Message::Close),
    ));
    assert!(is_done(&desk.say(Message::Save), Deed::EditClient));
    assert_eq!(
        desk.card(desk.samples.romashka).client.goals,
        "Открыть\nвторой склад"
    );
}

#[test]
fn the_arrow_down_unfolds_the_list_of_the_focused_field() {
    let mut desk = Desk::edit(|samples| samples.romashka);
    desk.with_fields();
    let field = iced::widget::Id::from(Slot::Segment.name());
    desk.settle(Action::run(focus::on(PAGE.into(), field)));
    desk.press(Named::ArrowDown, Modifiers::empty());
    let lookup = &desk.form.sheet.as_ref().unwrap().lookup;
    assert!(lookup.is_open());
    desk.press(Named::Tab, Modifiers::empty());
    assert_eq!(desk.typed().slot(Slot::Segment), "Оптовая торговля");
}

impl Desk {
    /// The name of what has the focus.
    fn focused(&mut self) -> Option<Name> {
        let asked = operate(find_focused()).map(Message::Down);
        let said = run_with(asked, |operation| {
            let view = self.form.view(&self.context);
            self.stage.carry_out(view, operation);
        });
        said.into_iter().find_map(|message| match message {
            Message::Down(name) => Some(name),
            _ => None,
        })
    }
}

#[test]
fn what_is_missing_has_the_focus_where_it_is_filled_in() {
    let persons: fn(&Samples) -> Id<Client> = |samples| samples.antonov;
    let organizations: fn(&Samples) -> Id<Client> = |samples| samples.tor;
    for (kind, pick) in [(Kind::Person, persons), (Kind::Organization, organizations)] {
        let mut names = Vec::new();
        for item in Item::ALL.into_iter().filter(|item| item.belongs_to(kind)) {
            let mut desk =
                Desk::new(|samples, context| Form::edit_at(pick(samples), item, context));
            let name = desk.focused();
            assert!(name.is_some(), "{item:?} of {kind:?} has no field");
            assert!(
                !desk.form.is_dirty(),
                "{item:?}: a line to type into is no change"
            );
            names.push(name);
        }
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count, "each has a field of its own");
    }
}
