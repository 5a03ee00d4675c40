//! How the products look.

use iced::widget::{container, row, space};
use iced::{Center, Fill};

use super::super::list::{framed, tools};
use super::{Message, Over, Products, SEARCH, Stock, groups};
use crate::domain::sales::totals::margin;
use crate::domain::{Money, Product};
use crate::ui::screen::{Context, selected};
use crate::ui::style::{MEDIUM, spacing, surface};
use crate::ui::widget::table::{Column, Row, table};
use crate::ui::widget::{Element, Icon, button, choice, ellipsis, empty, field, icon};

/// The widths of the search and of the choice of a group, in logical pixels.
const FIELD: f32 = 260.0;
const GROUP: f32 = 200.0;

impl Products {
    /// How many products there are.
    pub fn told(&self, context: &Context) -> Option<String> {
        let told = [("count", self.list.count().into())];
        let words = || context.locale.with("products-count", &told);
        self.list.is_read().then(words)
    }

    /// What can be done to all of them.
    pub fn buttons<'a>(&self, context: &Context) -> Vec<Element<'a, Message>> {
        let locale = &context.locale;
        vec![
            button::secondary(locale.text("products-lists"))
                .icon(Icon::Tag)
                .on_press(Message::EditLists)
                .reachable(),
            button::secondary(locale.text("products-import"))
                .icon(Icon::Upload)
                .on_press(Message::ImportPressed)
                .reachable(),
            button::primary(locale.text("products-add"))
                .icon(Icon::Plus)
                .on_press(Message::Add)
                .reachable(),
        ]
    }

    /// What stands over the page.
    pub fn dialog<'a>(&'a self, context: &'a Context) -> Option<Element<'a, Message>> {
        let stock = &self.stock;
        Some(match self.over.as_ref()? {
            Over::Form(form) => form.view(stock, context).map(Message::Form),
            Over::Lists(lists) => lists.view(&context.locale).map(Message::Lists),
            Over::Import(import) => import.view(&context.locale).map(Message::Import),
        })
    }

    /// The list with everything that narrows it.
    pub fn body<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let list: Element<'a, Message> = match self.list.count() {
            _ if !self.list.is_read() => space().into(),
            0 => self.nothing(context),
            _ => self.table(context),
        };
        let is_any_selected = !self.list.selection.is_empty();
        let selected = is_any_selected.then(|| self.selected(context));
        framed(self.bar(context), selected, list)
    }

    /// What can be done with the selected products.
    fn selected<'a>(&self, context: &Context) -> Element<'a, Message> {
        let can = selected::Can {
            letters: false,
            delete: !context.is_read_only,
        };
        let count = self.list.selection.count();
        selected::bar(count, [], can, &context.locale, Message::Deed)
    }

    fn bar<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let search = field::search(
            locale.text("products-search"),
            &self.list.needle,
            Message::Typed,
        );
        let any = (None, locale.text("products-any-group"));
        let all = groups(context).map(|(id, name)| (Some(id), name));
        let group = choice::one_of(std::iter::once(any).chain(all), self.group, Message::Group);
        let deeds = self.list.chosen().and_then(|_| {
            tools(
                ("products-edit", Message::Edit),
                ("products-delete", Message::Delete),
                context,
            )
        });
        let bar = row![
            Element::from(search.id(SEARCH).width(FIELD)),
            container(group).width(GROUP),
            space().width(Fill),
            deeds,
            self.list.export.view(locale, Message::Deed),
        ];
        bar.spacing(spacing::S).align_y(Center).into()
    }

    fn table<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let (locale, stock) = (&context.locale, &self.stock);
        let mut columns = vec![
            Column::new("code", locale.text("products-code"), 100.0)
                .narrowest(70.0)
                .sortable(),
            Column::new("name", locale.text("products-name"), 300.0)
                .narrowest(200.0)
                .grows()
                .sortable(),
            Column::new("group", locale.text("products-group"), 150.0).narrowest(90.0),
            Column::new("unit", locale.text("products-unit"), 80.0).narrowest(60.0),
        ];
        columns.extend(stock.lists.iter().map(|list| {
            let key = list.id.raw().to_string();
            let title = format!("{}, {}", list.name, list.currency.sign());
            let column = Column::new(key, title, 130.0);
            column.right().whole().sortable()
        }));
        columns.push(
            Column::new("cost", locale.text("products-cost"), 130.0)
                .right()
                .whole()
                .sortable(),
        );
        columns.push(
            Column::new("margin", locale.text("products-margin"), 100.0)
                .narrowest(70.0)
                .right(),
        );
        columns.push(Column::new("tax", locale.text("products-tax"), 150.0).narrowest(90.0));
        let build = move |row: u64| {
            let product = self.list.at(row)?;
            let is_selected = self.list.is_selected(row);
            Some(Row::new(cells(product, stock, context)).selected(is_selected))
        };
        let count = self.list.count() as u64;
        table(&self.list.table, count, columns, build, Message::Table)
            .checks(self.list.checks())
            .into()
    }

    fn nothing<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let is_narrow = !self.list.needle.is_empty() || self.group.is_some();
        let (words, why) = match is_narrow {
            true => ("register-nothing-found", "products-nothing-found-why"),
            false => ("products-none", "products-none-why"),
        };
        let add = (!is_narrow && !context.is_read_only).then(|| {
            button::primary(locale.text("products-add"))
                .icon(Icon::Plus)
                .on_press(Message::Add)
                .reachable()
        });
        empty::empty(Icon::Package, locale.text(words), locale.text(why), add)
    }
}

fn cells<'a>(
    product: &'a Product,
    stock: &'a Stock,
    context: &'a Context,
) -> Vec<Element<'a, Message>> {
    let locale = &context.locale;
    let quiet = |words: String| -> Element<'a, Message> {
        ellipsis(words).style(surface::secondary).into()
    };
    let nothing = || -> Element<'a, Message> { ellipsis("—").style(surface::hint).into() };
    let glyph = match product.is_service {
        true => Icon::Wrench,
        false => Icon::Package,
    };
    let name = row![
        icon(glyph).style(surface::secondary),
        ellipsis(product.name.as_str()).font(MEDIUM)
    ]
    .spacing(spacing::S)
    .align_y(Center);
    let mut cells = vec![
        quiet(product.code.clone()),
        name.into(),
        quiet(context.catalog.term(product.group).to_owned()),
        quiet(product.unit.clone()),
    ];
    cells.extend(stock.lists.iter().enumerate().map(
        |(at, list)| match stock.price(at, product.id) {
            Some(price) => ellipsis(locale.money(Money::new(price, list.currency))).into(),
            None => nothing(),
        },
    ));
    cells.push(match product.cost {
        Some(cost) => quiet(locale.money(Money::new(cost, product.currency))),
        None => nothing(),
    });
    // Of the usual list, where both are of one currency.
    let usual = stock.lists.first();
    let usual = usual.filter(|list| list.currency == product.currency);
    let share = usual.and_then(|_| margin(stock.price(0, product.id)?, product.cost?));
    cells.push(match share {
        Some(share) => {
            let tenths = (share + 5) / 10;
            let number = locale.decimal(tenths.saturating_mul(100_000));
            quiet(locale.with("results-percent", &[("number", number.into())]))
        }
        None => nothing(),
    });
    cells.push(quiet(locale.tax_class(product.tax)));
    cells
}
