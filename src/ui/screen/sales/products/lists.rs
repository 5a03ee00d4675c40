//! The lists of prices: their names, currencies, and whether they hold the tax.

use iced::widget::{Column, column, container, row};
use iced::{Center, Fill};

use super::Stock;
use crate::domain::sales::{PriceList, TaxMode};
use crate::domain::{Currency, Operation};
use crate::i18n::Locale;
use crate::ui::screen::{Action, Command, Context, leaving};
use crate::ui::style::spacing;
use crate::ui::widget::{Element, Icon, button, choice, dialog, field, text};

/// The field of the first name.
pub const FIRST: &str = "price list name";
/// The width of the dialog, in logical pixels.
const WIDTH: f32 = 640.0;

/// The lists as they are being changed.
#[derive(Debug)]
pub struct Lists {
    start: Vec<PriceList>,
    lists: Vec<PriceList>,
    /// Whether it was tried to save them.
    is_checked: bool,
    is_saving: bool,
    is_leaving: bool,
}

/// What happened to the lists.
#[derive(Debug, Clone)]
pub enum Message {
    /// The name of one was typed.
    Name(usize, String),
    /// The currency of one was chosen.
    Currency(usize, Currency),
    /// Whether one holds the tax was chosen.
    Mode(usize, TaxMode),
    /// One is to be the usual one.
    First(usize),
    /// One is to go, with its prices.
    Remove(usize),
    /// A new one is to be made.
    Add,
    /// They are to be saved.
    Save,
    /// The dialog is to go.
    Leave,
    /// It stays.
    Stay,
    /// What was changed is given up.
    Discard,
}

impl Lists {
    /// The lists of the office; a new one where it has none.
    pub fn new(stock: &Stock) -> Self {
        let mut lists = stock.lists.clone();
        if lists.is_empty() {
            lists.push(PriceList::new(""));
        }
        Self {
            start: stock.lists.clone(),
            lists,
            is_checked: false,
            is_saving: false,
            is_leaving: false,
        }
    }

    /// Whether it asks what becomes of what was typed, or saves it in answer.
    pub fn is_leaving(&self) -> bool {
        self.is_leaving || self.is_saving
    }

    /// Whether something was changed that is not saved.
    pub fn is_dirty(&self) -> bool {
        let is_blank = |list: &PriceList| list.version == 0 && list.name.is_empty();
        let mut meant = self.lists.clone();
        meant.retain(|list| !is_blank(list));
        meant != self.start
    }

    /// They were not saved: it can be tried again.
    pub fn take_back(&mut self) {
        self.is_saving = false;
    }

    /// Whether the dialog goes by a message.
    pub fn is_left(&self, message: &Message) -> bool {
        match message {
            Message::Discard => true,
            Message::Leave => !self.is_dirty(),
            _ => false,
        }
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<super::Message> {
        match message {
            Message::Name(at, name) => self.change(at, |list| list.name = name),
            Message::Currency(at, currency) => self.change(at, |list| list.currency = currency),
            Message::Mode(at, mode) => self.change(at, |list| list.mode = mode),
            Message::First(at) => {
                if let Some(upto) = self.lists.get_mut(..=at) {
                    upto.rotate_right(1);
                }
            }
            Message::Remove(at) if at < self.lists.len() => drop(self.lists.remove(at)),
            Message::Remove(_) => {} // pressed twice
            Message::Add => self.lists.push(PriceList::new("")),
            Message::Save => return self.save(context),
            Message::Leave => self.is_leaving = !self.is_leaving,
            Message::Stay | Message::Discard => self.is_leaving = false,
        }
        Action::none()
    }

    fn change(&mut self, at: usize, change: impl FnOnce(&mut PriceList)) {
        if let Some(list) = self.lists.get_mut(at) {
            change(list);
        }
    }

    fn save(&mut self, context: &Context) -> Action<super::Message> {
        self.is_checked = true;
        self.is_leaving = false;
        let is_named = |list: &PriceList| !list.name.trim().is_empty();
        if !self.lists.iter().all(is_named) || std::mem::replace(&mut self.is_saving, true) {
            return Action::none();
        }
        let (before, mut lists) = (self.start.clone(), self.lists.clone());
        for (position, list) in (0..).zip(&mut lists) {
            list.position = position;
            list.name = list.name.trim().to_owned();
        }
        let written = context.worker.write(move |workspace| {
            let outcome = workspace.transact(Operation::EditProducts, |tx| {
                for gone in before {
                    if !lists.iter().any(|list| list.id == gone.id) {
                        tx.delete(&gone)?;
                    }
                }
                lists.iter().try_for_each(|list| tx.save(list).map(drop))
            })?;
            Ok(outcome.changed)
        });
        Action::run(Command::perform(written, |written| {
            super::Message::Written(Operation::EditProducts, written)
        }))
    }

    /// The dialog, or the question what becomes of what was changed.
    pub fn view<'a>(&'a self, locale: &'a Locale) -> Element<'a, Message> {
        if self.is_leaving {
            let answers = (Message::Stay, Message::Discard);
            return leaving::view(locale, Some(Message::Save), answers);
        }
        let lines = self.lists.iter().enumerate();
        let lines = lines.map(|(at, list)| self.line(at, list, locale));
        let add = button::secondary(locale.text("products-add-list"))
            .icon(Icon::Plus)
            .compact()
            .on_press(Message::Add)
            .reachable();
        let body = column![
            text::secondary(locale.text("products-lists-explained")),
            Column::from_iter(lines).spacing(spacing::S),
            add
        ];
        dialog::dialog(locale.text("products-lists"), body.spacing(spacing::M))
            .width(WIDTH)
            .close(locale.text("payment-close"), Message::Leave)
            .button(button::secondary(locale.text("payment-close")).on_press(Message::Leave))
            .button(
                button::primary(locale.text("payment-save"))
                    .on_press_maybe((!self.is_saving).then_some(Message::Save)),
            )
            .into()
    }

    fn line<'a>(
        &'a self,
        at: usize,
        list: &'a PriceList,
        locale: &'a Locale,
    ) -> Element<'a, Message> {
        let is_wrong = self.is_checked && list.name.trim().is_empty();
        let mut name = field::unlabelled(&list.name)
            .placeholder(locale.text("products-list-name"))
            .on_input(move |name| Message::Name(at, name))
            .on_submit(Message::Save)
            .error(is_wrong.then(|| locale.text("products-no-name")));
        if at == 0 {
            name = name.id(FIRST);
        }
        let currencies = Currency::ALL.map(|one| (one, one.code().to_owned()));
        let currency = choice::one_of(currencies, list.currency, move |currency| {
            Message::Currency(at, currency)
        });
        let modes = TaxMode::ALL.iter();
        let modes = modes.map(|mode| (*mode, locale.tax_mode(*mode)));
        let mode = choice::one_of(modes, list.mode, move |mode| Message::Mode(at, mode));
        let first = button::tool(Icon::ArrowUp, locale.text("products-list-first"))
            .on_press_maybe((at > 0).then_some(Message::First(at)))
            .reachable();
        let remove = button::tool(Icon::Trash, locale.text("products-list-remove"))
            .on_press(Message::Remove(at))
            .reachable();
        row![
            container(Element::from(name)).width(Fill),
            container(currency).width(96.0),
            container(mode).width(150.0),
            first,
            remove
        ]
        .spacing(spacing::S)
        .align_y(Center)
        .into()
    }
}
