//! The form of a product: what it is, and what it costs by each list.

use iced::Fill;
use iced::widget::{Row, column, container, row};

use super::{Stock, groups};
use crate::domain::sales::{PriceList, TaxClass};
use crate::domain::term::Dictionary;
use crate::domain::text::fold;
use crate::domain::{Currency, Id, Operation, Product, Term, decimal};
use crate::i18n::Locale;
use crate::ui::screen::{Action, Command, Context, leaving};
use crate::ui::style::spacing;
use crate::ui::widget::{Element, button, choice, dialog, field, section};

/// The field of the name.
pub const NAME: &str = "product name";
/// The widths of the form and of an amount, in logical pixels.
const WIDTH: f32 = 640.0;
const AMOUNT: f32 = 170.0;

/// A product being entered or changed.
#[derive(Debug)]
pub struct Form {
    start: Draft,
    draft: Draft,
    /// Whether it was tried to save it.
    is_checked: bool,
    is_saving: bool,
    is_leaving: bool,
}

#[derive(Debug, Clone, PartialEq)]
struct Draft {
    product: Product,
    /// The name of a group the office has not yet; empty where one was chosen.
    new_group: String,
    cost: String,
    prices: Vec<(Id<PriceList>, String)>,
}

/// A text of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    /// The code.
    Code,
    /// The name.
    Name,
    /// The unit.
    Unit,
    /// A group the office has not yet.
    NewGroup,
    /// What one unit costs us.
    Cost,
    /// A note.
    Note,
}

/// What happened in the form.
#[derive(Debug, Clone)]
pub enum Message {
    /// A text was typed.
    Typed(Text, String),
    /// What it costs by that list was typed.
    Price(Id<PriceList>, String),
    /// A group was chosen.
    Group(Option<Id<Term>>),
    /// How it is taxed was chosen.
    Tax(TaxClass),
    /// Of which currency the cost is.
    Currency(Currency),
    /// It is a service, or goods.
    Service(bool),
    /// It is to be saved.
    Save,
    /// The form is to go.
    Leave,
    /// It stays.
    Stay,
    /// What was typed is given up.
    Discard,
}

impl Form {
    /// The form of a product.
    pub fn new(product: Product, stock: &Stock, locale: &Locale) -> Self {
        let typed = |minor: Option<i64>| {
            let typed = minor.map(|minor| locale.amount(minor));
            typed.unwrap_or_default()
        };
        let lists = stock.lists.iter().enumerate();
        let draft = Draft {
            new_group: String::new(),
            cost: typed(product.cost),
            prices: lists
                .map(|(at, list)| (list.id, typed(stock.price(at, product.id))))
                .collect(),
            product,
        };
        Self {
            start: draft.clone(),
            draft,
            is_checked: false,
            is_saving: false,
            is_leaving: false,
        }
    }

    /// Whether it asks what becomes of what was typed, or saves it in answer.
    pub fn is_leaving(&self) -> bool {
        self.is_leaving || self.is_saving
    }

    /// Whether something was typed that is not saved.
    pub fn is_dirty(&self) -> bool {
        self.draft != self.start
    }

    /// It was not saved: it can be tried again.
    pub fn take_back(&mut self) {
        self.is_saving = false;
    }

    /// Whether the form goes by a message.
    pub fn is_left(&self, message: &Message) -> bool {
        match message {
            Message::Discard => true,
            Message::Leave => !self.is_dirty(),
            _ => false,
        }
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<super::Message> {
        let product = &mut self.draft.product;
        match message {
            Message::Typed(text, typed) => *self.draft.text(text) = typed,
            Message::Price(list, typed) => {
                let mut prices = self.draft.prices.iter_mut();
                if let Some((_, price)) = prices.find(|(known, _)| *known == list) {
                    *price = typed;
                }
            }
            Message::Group(group) => {
                product.group = group;
                self.draft.new_group.clear();
            }
            Message::Tax(tax) => product.tax = tax,
            Message::Currency(currency) => product.currency = currency,
            Message::Service(is_service) => product.is_service = is_service,
            Message::Save => return self.save(context),
            Message::Leave => self.is_leaving = !self.is_leaving,
            Message::Stay | Message::Discard => self.is_leaving = false,
        }
        Action::none()
    }

    fn save(&mut self, context: &Context) -> Action<super::Message> {
        self.is_checked = true;
        self.is_leaving = false;
        let prices = self.draft.prices.iter();
        let prices: Option<Vec<_>> = prices
            .map(|(list, typed)| Some((*list, read(typed)?)))
            .collect();
        let (Some(prices), Some(cost), true) = (prices, read(&self.draft.cost), self.has_name())
        else {
            return Action::none(); // the fields say what is wrong
        };
        if std::mem::replace(&mut self.is_saving, true) {
            return Action::none();
        }
        let mut product = self.draft.product.clone();
        product.name = product.name.trim().to_owned();
        product.cost = cost;
        let group = self.new_group(context);
        if let Some(group) = &group {
            product.group = Some(group.id);
        }
        let written = context.worker.write(move |workspace| {
            let outcome = workspace.transact(Operation::EditProducts, |tx| {
                if let Some(group) = group.filter(|group| group.version == 0) {
                    tx.save(&group)?;
                }
                tx.save(&product)?;
                for (list, price) in prices {
                    tx.set_prices(list, &[(product.id, price)])?;
                }
                Ok(())
            })?;
            Ok(outcome.changed)
        });
        Action::run(Command::perform(written, |written| {
            super::Message::Written(Operation::EditProducts, written)
        }))
    }

    fn has_name(&self) -> bool {
        !self.draft.product.name.trim().is_empty()
    }

    /// The group that was typed: one the office has by that name, else a new one.
    fn new_group(&self, context: &Context) -> Option<Term> {
        let name = self.draft.new_group.trim();
        let terms = context.catalog.terms(Dictionary::ProductGroup);
        let known: Vec<&Term> = terms.collect();
        let same = known.iter().find(|term| fold(&term.name) == fold(name));
        let made = || Term {
            position: i64::try_from(known.len()).unwrap_or(i64::MAX),
            ..Term::new(Dictionary::ProductGroup, name)
        };
        (!name.is_empty()).then(|| same.map_or_else(made, |term| (*term).clone()))
    }

    /// The form, or the question what becomes of what was typed.
    pub fn view<'a>(&'a self, stock: &'a Stock, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        if self.is_leaving {
            let answers = (Message::Stay, Message::Discard);
            return leaving::view(locale, Some(Message::Save), answers);
        }
        let product = &self.draft.product;
        let title = locale.text(match product.version {
            0 => "products-new",
            _ => "products-edit",
        });
        let code = container(self.field("products-code", Text::Code, locale)).width(AMOUNT);
        let name = self.field("products-name", Text::Name, locale);
        let unit = container(self.field("products-unit", Text::Unit, locale)).width(AMOUNT);
        let classes = TaxClass::ALL.iter();
        let classes = classes.map(|class| (*class, locale.tax_class(*class)));
        let tax = choice::one_of(classes, product.tax, Message::Tax);
        let tax = field::labelled(locale.text("products-tax"), tax);
        let service = choice::check(
            locale.text("products-service"),
            product.is_service,
            Message::Service,
        );
        let body = column![
            row![code, name].spacing(spacing::M),
            self.groups(context),
            row![unit, container(tax).width(Fill)].spacing(spacing::M),
            service,
            section::section(locale.text("products-prices"), None),
            self.prices(stock, locale),
            self.field("products-note", Text::Note, locale),
        ]
        .spacing(spacing::M);
        dialog::dialog(title, body)
            .width(WIDTH)
            .close(locale.text("payment-close"), Message::Leave)
            .button(button::secondary(locale.text("payment-close")).on_press(Message::Leave))
            .button(
                button::primary(locale.text("payment-save"))
                    .on_press_maybe((!self.is_saving).then_some(Message::Save)),
            )
            .into()
    }

    fn groups<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let none = (None, locale.text("products-no-group"));
        let all = groups(context).map(|(id, name)| (Some(id), name));
        let all = std::iter::once(none).chain(all);
        let group = choice::one_of(all, self.draft.product.group, Message::Group);
        let group = field::labelled(locale.text("products-group"), group);
        let new = self.field("products-new-group", Text::NewGroup, locale);
        row![container(group).width(Fill), container(new).width(Fill)]
            .spacing(spacing::M)
            .into()
    }

    /// What it costs us, and others by each list.
    fn prices<'a>(&'a self, stock: &'a Stock, locale: &'a Locale) -> Element<'a, Message> {
        let cost = self.field("products-cost", Text::Cost, locale);
        let currencies = Currency::ALL.map(|one| (one, one.code().to_owned()));
        let currency = self.draft.product.currency;
        let currency = choice::one_of(currencies, currency, Message::Currency);
        let currency = field::labelled(locale.text("payment-currency"), currency);
        let cost = row![
            container(cost).width(AMOUNT),
            container(currency).width(96.0)
        ];
        let prices = self.draft.prices.iter().map(|(list, typed)| {
            let list = *list;
            let known = stock.lists.iter().find(|known| known.id == list);
            let label = known.map(|list| format!("{}, {}", list.name, list.currency.sign()));
            let is_wrong = self.is_checked && read(typed).is_none();
            let field = field::field(label.unwrap_or_default(), typed)
                .on_input(move |typed| Message::Price(list, typed))
                .on_submit(Message::Save)
                .error(is_wrong.then(|| locale.text("payment-no-amount")));
            container(Element::from(field)).width(AMOUNT).into()
        });
        let prices = Row::from_iter(prices)
            .spacing(spacing::M)
            .wrap()
            .vertical_spacing(spacing::M);
        column![cost.spacing(spacing::M), prices]
            .spacing(spacing::M)
            .into()
    }

    fn field<'a>(&'a self, key: &str, text: Text, locale: &Locale) -> Element<'a, Message> {
        let product = &self.draft.product;
        let value = match text {
            Text::Code => &product.code,
            Text::Name => &product.name,
            Text::Unit => &product.unit,
            Text::NewGroup => &self.draft.new_group,
            Text::Cost => &self.draft.cost,
            Text::Note => &product.note,
        };
        let error = match text {
            Text::Name if !self.has_name() => Some("products-no-name"),
            Text::Cost if read(value).is_none() => Some("payment-no-amount"),
            _ => None,
        };
        let error = error.filter(|_| self.is_checked);
        let field = field::field(locale.text(key), value)
            .on_input(move |typed| Message::Typed(text, typed))
            .on_submit(Message::Save)
            .error(error.map(|key| locale.text(key)));
        match text {
            Text::Name => field.id(NAME).into(),
            _ => field.into(),
        }
    }
}

impl Draft {
    fn text(&mut self, text: Text) -> &mut String {
        match text {
            Text::Code => &mut self.product.code,
            Text::Name => &mut self.product.name,
            Text::Unit => &mut self.product.unit,
            Text::NewGroup => &mut self.new_group,
            Text::Cost => &mut self.cost,
            Text::Note => &mut self.product.note,
        }
    }
}

/// An amount as it is typed, the inner `None` where nothing is; `None` where it cannot be read.
fn read(text: &str) -> Option<Option<i64>> {
    match text.trim().is_empty() {
        true => Some(None),
        false => decimal::read_money(text)
            .filter(|amount| *amount >= 0)
            .map(Some),
    }
}
