//! How the dictionaries look: which there are at the left, the entries of one at the right.

use iced::widget::{Column, column, container, row};
use iced::{Center, Fill, Top};

use super::{Book, Dictionaries, Editing, Entry, Message, Side};
use crate::domain::term::Dictionary;
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::screen::settings::lines::{GAP, LINE, used};
use crate::ui::style::{MEDIUM, Tone, spacing, surface};
use crate::ui::widget::{Element, Icon, button, ellipsis, field, line, note, section, text};

/// The field of a name that is edited.
pub(super) const NAME: &str = "settings.entry";
/// The field of the name of a new entry.
pub(super) const NEW: &str = "settings.new-entry";
/// The width of the list of dictionaries and of the page, in logical pixels.
const BOOKS: f32 = 230.0;
const WIDTH: f32 = 1000.0;

impl Dictionaries {
    /// The tab.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let books = Book::ALL.map(|book| {
            let name = ellipsis(title(book, &context.locale)).width(Fill);
            line::line(name, book == self.book, Message::BookChosen(book))
        });
        let books = section::card(Column::from_iter(books).spacing(GAP));
        let page = row![
            container(books).width(BOOKS),
            section::card(self.entries(context))
        ]
        .spacing(spacing::L)
        .align_y(Top);
        section::scrolled(container(page).padding(spacing::XL).max_width(WIDTH))
    }

    fn entries<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let hint = match self.book {
            Book::Terms(Dictionary::Segment) => "settings-segments-hint",
            Book::Terms(Dictionary::Source) => "settings-sources-hint",
            Book::Terms(_) => "settings-categories-hint",
            Book::LinkKinds => "settings-link-kinds-hint",
        };
        let entries = self.book.entries(&context.catalog);
        let is_empty = entries.is_empty();
        let lines = entries.into_iter().enumerate().map(|(at, entry)| {
            let editing = self.editing.as_ref();
            match editing.filter(|editing| editing.entry.raw() == entry.raw()) {
                Some(editing) => self.edited(editing, context),
                None => self.line(at, &entry, context),
            }
        });
        let lines = Column::from_iter(lines).spacing(2.0);
        let nothing = is_empty.then(|| text::secondary(locale.text("settings-no-entries")));
        column![
            section::heading(title(self.book, locale), None),
            text::secondary(locale.text(hint)),
            (!context.is_read_only).then(|| self.adding(context)),
            nothing,
            lines,
        ]
        .spacing(spacing::M)
        .into()
    }

    /// The fields that add an entry.
    fn adding<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let is_taken = self.is_taken(&self.new, None, context);
        let can_add = self.is_whole(&self.new) && !is_taken;
        let add = button::secondary(locale.text("settings-add"))
            .icon(Icon::Plus)
            .on_press_maybe(can_add.then_some(Message::Added));
        let names = self.names(&self.new, is_taken, Message::NewTyped, locale);
        let names = names.enumerate().map(|(at, name)| {
            let name = name.on_submit(Message::Added);
            Element::from(if at == 0 { name.id(NEW) } else { name })
        });
        row(names).push(add).spacing(spacing::S).align_y(Top).into()
    }

    /// A field for each name an entry has.
    fn names<'a>(
        &self,
        names: &'a [String; 2],
        is_taken: bool,
        say: fn(Side, String) -> Message,
        locale: &Locale,
    ) -> impl Iterator<Item = field::Field<'a, Message>> {
        let (name, reverse) = match self.book {
            Book::LinkKinds => ("settings-link-name", Some("settings-link-reverse")),
            Book::Terms(_) => ("settings-entry-name", None),
        };
        let input = |side: Side, key| {
            field::unlabelled(&names[side as usize])
                .placeholder(locale.text(key))
                .on_input(move |text| say(side, text))
        };
        let error = is_taken.then(|| locale.text("settings-entry-taken"));
        let name = input(Side::Name, name).error(error);
        let reverse = reverse.map(|key| input(Side::Reverse, key));
        [Some(name), reverse].into_iter().flatten()
    }

    fn edited<'a>(&'a self, editing: &'a Editing, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let own = Some(editing.entry.raw());
        let is_taken = self.is_taken(&editing.names, own, context);
        let can_save = self.is_whole(&editing.names) && !is_taken;
        let names = self.names(&editing.names, is_taken, Message::Typed, locale);
        let names = names.enumerate().map(|(at, name)| {
            let name = name.on_submit(Message::Submitted);
            Element::from(if at == 0 { name.id(NAME) } else { name })
        });
        let cancel = button::secondary(locale.text("settings-cancel")).on_press(Message::Left);
        let save = button::primary(locale.text("settings-save"))
            .on_press_maybe(can_save.then_some(Message::Submitted));
        row(names)
            .push(cancel.reachable())
            .push(save.reachable())
            .spacing(spacing::S)
            .align_y(Top)
            .into()
    }

    fn line<'a>(&self, at: usize, entry: &Entry, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let raw = entry.raw();
        let [name, reverse] = entry.names();
        let name = match reverse.is_empty() {
            true => name,
            false => format!("{name} · {reverse}"),
        };
        let count = self
            .uses
            .get(&raw)
            .map(|count| uses(self.book, *count, locale));
        let face = row![
            ellipsis(name).font(MEDIUM).width(Fill),
            text::secondary(count.unwrap_or_default()),
        ]
        .spacing(spacing::M)
        .align_y(Center);
        let face = container(face).center_y(LINE);
        let face = line::line(face, at == self.cursor, Message::Chosen(at));
        let allowed = |message| (!context.is_read_only).then_some(message);
        let tool = |icon, key, message| {
            button::tool(icon, locale.text(key))
                .compact()
                .on_press_maybe(allowed(message))
        };
        let moves = matches!(self.book, Book::Terms(_)).then(|| {
            row![
                tool(Icon::ArrowUp, "settings-move-up", Message::Moved(raw, -1)),
                tool(
                    Icon::ArrowDown,
                    "settings-move-down",
                    Message::Moved(raw, 1)
                ),
            ]
        });
        let tools = row![
            face,
            moves,
            tool(Icon::Pencil, "settings-rename", Message::EditPressed(raw)),
            tool(Icon::Trash, "settings-remove", Message::DeletePressed(raw)),
        ]
        .align_y(Center);
        let question = (self.doomed == Some(raw)).then(|| self.question(raw, locale));
        column![tools, question].spacing(spacing::XS).into()
    }

    /// What becomes of the cards that name an entry which is to go.
    fn question<'a>(&self, raw: i64, locale: &Locale) -> Element<'a, Message> {
        let count = self.uses.get(&raw).copied().unwrap_or_default();
        let words = |key| locale.with(key, &[("count", count.into())]);
        let asked = match self.book {
            // A kind that links name has to stay, or nobody could read them.
            Book::LinkKinds => {
                let keep = button::link(locale.text("settings-keep")).on_press(Message::Kept);
                let words = words("settings-link-kind-used");
                note::note(words, Tone::Warning, Some(keep.reachable()))
            }
            Book::Terms(_) => {
                let answers = (Message::DeleteConfirmed(raw), Message::Kept);
                used(
                    words("settings-entry-used"),
                    "settings-remove",
                    answers,
                    locale,
                )
            }
        };
        container(asked).style(surface::card).into()
    }
}

fn title(book: Book, locale: &Locale) -> String {
    locale.text(match book {
        Book::Terms(Dictionary::Segment) => "settings-segments",
        Book::Terms(Dictionary::Source) => "settings-sources",
        Book::Terms(_) => "settings-categories",
        Book::LinkKinds => "settings-link-kinds",
    })
}

fn uses(book: Book, count: i64, locale: &Locale) -> String {
    let key = match book {
        Book::LinkKinds => "settings-on-links",
        Book::Terms(_) => "settings-on-cards",
    };
    locale.with(key, &[("count", count.into())])
}
