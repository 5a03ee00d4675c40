//! The second step: how the table is read, and what each of its columns fills.

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::button as pressed;
use iced::widget::{
    Column as Stack, Id as Name, Row as Line, column, container, row, scrollable, space,
};
use iced::{Bottom, Center, Element as Any, Fill, Padding};

use super::setup::Message as Set;
use super::setup::Setup;
use super::{Context, Import, Message};
use crate::domain::client::{Key as Recognised, Kind};
use crate::domain::text::fold;
use crate::exchange::{Column, Delimiter, Encoding, HeaderChoice};
use crate::i18n::Locale;
use crate::ui::screen::registers::register;
use crate::ui::style::{self, MEDIUM, Tone, control, height, size, spacing, surface};
use crate::ui::widget::choice::{check, one_of};
use crate::ui::widget::keyed::keyed_as;
use crate::ui::widget::{
    Element, Icon, button, ellipsis, field, icon, menu, note, picker, section, segmented,
};

/// The field that narrows the choices of a column.
pub(super) const NEEDLE: &str = "import.column";

/// The name by which what the column at that place fills is focused.
pub(super) fn head(at: usize) -> Name {
    Name::from(format!("import.column {at}"))
}

/// How many rows are shown.
const ROWS: usize = 20;
/// How many rows may name the columns.
const HEADERS: u64 = 12;
/// The widths of a column of the table and of a choice, in logical pixels.
const COLUMN: f32 = 212.0;
const CHOICE: f32 = 168.0;
/// The height of a row, in logical pixels.
const ROW: f32 = 30.0;

impl Import {
    pub(super) fn columns<'a>(
        &'a self,
        setup: &'a Setup,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let locale = &context.locale;
        let top = column![
            reading(setup, locale),
            self.mappings(setup, context),
            self.trouble(locale)
        ]
        .spacing(spacing::M);
        let table = container(self.preview(setup, context))
            .style(surface::card)
            .width(Fill)
            .height(Fill)
            .clip(true);
        let body = column![top, table, how(setup, locale)]
            .spacing(spacing::L)
            .padding(Padding::from([spacing::L, spacing::XL]))
            .height(Fill);
        let has_name = setup.options.mapping.has_name() || setup.options.update_by.is_some();
        let is_ready = setup.is_ready() && !context.is_read_only;
        let check = button::primary(locale.text("import-check"))
            .icon(Icon::ArrowRight)
            .tip("Ctrl Enter")
            .on_press_maybe(is_ready.then_some(Message::CheckPressed));
        let back = button::secondary(locale.text("import-back")).on_press(Message::BackPressed);
        let said = match () {
            () if !has_name => Some("import-needs-name"),
            () if !setup.has_key() => Some("import-needs-key"),
            () => None,
        };
        let said: Element<'a, Message> = match said {
            Some(key) => note::under(locale.text(key), Tone::Warning),
            None => space().into(),
        };
        column![body, Self::foot(said, vec![back, check])].into()
    }
}

/// What was recognised about the file; all of it can be corrected.
fn reading<'a>(setup: &'a Setup, locale: &Locale) -> Element<'a, Message> {
    let source = &setup.source;
    let kinds = Kind::ALL.map(|kind| {
        let label = register(kind, locale);
        let is_chosen = kind == setup.options.mapping.kind;
        (label, is_chosen, Message::Set(Set::Kind(kind)))
    });
    let mut line = vec![labelled(
        locale.text("import-kind"),
        segmented::segmented(kinds),
    )];
    if let Some(encoding) = source.encoding() {
        let options = Encoding::ALL.map(|encoding| (encoding, encoding_name(encoding, locale)));
        let list = one_of(options, encoding, |chosen| {
            Message::Set(Set::Encoding(chosen))
        });
        line.push(choice(locale.text("import-encoding"), list));
    }
    if let Some(delimiter) = source.delimiter() {
        let options = Delimiter::ALL.map(|one| (one, delimiter_name(one, locale)));
        let list = one_of(options, delimiter, |chosen| {
            Message::Set(Set::Delimiter(chosen))
        });
        line.push(choice(locale.text("import-delimiter"), list));
    }
    if let Some(sheet) = source.sheet() {
        let sheets = source
            .sheets()
            .iter()
            .map(|one| (one.as_str(), one.clone()));
        let list = one_of(sheets, sheet, |chosen: &str| {
            Message::Set(Set::Sheet(chosen.to_owned()))
        });
        line.push(choice(locale.text("import-sheet"), list));
    }
    line.push(choice(locale.text("import-header"), header(setup, locale)));
    Line::from_vec(line)
        .spacing(spacing::L)
        .align_y(Bottom)
        .wrap()
        .vertical_spacing(spacing::M)
        .into()
}

fn header<'a>(setup: &Setup, locale: &Locale) -> Element<'a, Message> {
    let chosen = match setup.source.header_row() {
        Some(row) => HeaderChoice::Row(row),
        None => HeaderChoice::None,
    };
    let mut options = vec![(HeaderChoice::None, locale.text("import-header-none"))];
    for number in 1..=HEADERS.max(setup.source.header_row().unwrap_or(0)) {
        let row = i64::try_from(number).unwrap_or(i64::MAX);
        let label = locale.with("import-header-row", &[("row", row.into())]);
        options.push((HeaderChoice::Row(number), label));
    }
    one_of(options, chosen, |chosen| Message::Set(Set::Header(chosen)))
}

impl Import {
    /// The first rows, with what each column fills above it.
    fn preview<'a>(&'a self, setup: &'a Setup, context: &Context) -> Element<'a, Message> {
        let columns = (0..setup.options.mapping.columns.len()).map(|at| {
            let name = setup.source.header().and_then(|names| names.get(at));
            let name = ellipsis(name.cloned().unwrap_or_else(|| letter(at)))
                .size(size::HINT)
                .style(surface::hint);
            let name = container(name).padding([0.0, spacing::S]);
            let head = column![self.filled(at, setup, context), name]
                .spacing(spacing::XS)
                .padding(Padding::from([spacing::S, spacing::XS]));
            column![head, section::divider(), cells(at, setup)]
                .width(COLUMN)
                .into()
        });
        let bars = scrollable::Scrollbar::new()
            .width(8)
            .scroller_width(6)
            .margin(1);
        scrollable(Line::with_children(columns).padding(Padding::ZERO.bottom(spacing::M)))
            .direction(scrollable::Direction::Both {
                vertical: bars,
                horizontal: bars,
            })
            .style(control::scroll)
            .width(Fill)
            .height(Fill)
            .into()
    }

    /// What the column at that place fills; a press unfolds the choices.
    fn filled<'a>(&'a self, at: usize, setup: &Setup, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let fields = &context.catalog.fields;
        let named = |column: Column| locale.label(&column.label(fields));
        let filled = setup.options.mapping.columns[at];
        let label = ellipsis(named(filled)).size(size::SMALL);
        let label: Any<'a, Message> = match filled {
            Column::Ignore => label.style(surface::hint).into(),
            _ => label.font(MEDIUM).into(),
        };
        let sign = icon::sized(Icon::ChevronDown, size::HINT).style(surface::hint);
        let face = row![container(label).width(Fill), sign]
            .spacing(spacing::XS)
            .align_y(Center);
        let face = pressed(container(face).center_y(Fill))
            .padding(Padding::from([0.0, spacing::S]))
            .width(Fill)
            .height(height::COMPACT)
            .style(style::button::secondary)
            .on_press(Message::Unfolded(Some(at)));
        let face = keyed_as(head(at), face, move |key, held| match key {
            Key::Named(Named::Enter | Named::Space) if held.is_empty() => {
                Some(Message::Unfolded(Some(at)))
            }
            _ => None,
        });
        let panel = (self.unfolded == Some(at)).then(|| {
            let needle = fold(&self.needle);
            let kind = setup.options.mapping.kind;
            let choices = Column::all(kind)
                .chain(Column::own(kind, fields))
                .map(|column| (column, named(column)))
                .filter(|(_, label)| fold(label).contains(&needle))
                .map(|(column, label)| {
                    let chosen = Message::Set(Set::Column(at, column));
                    let choice = picker::choice(label, chosen);
                    match column == filled {
                        true => choice.detail("✓"),
                        false => choice,
                    }
                });
            picker::picker(choices.collect(), locale.text("import-no-column"))
                .search(
                    NEEDLE,
                    locale.text("import-find-column"),
                    &self.needle,
                    Message::NeedleTyped,
                )
                .into()
        });
        menu::menu(face, panel, Message::Unfolded(None)).into()
    }
}

/// The first values of a column.
fn cells<'a>(at: usize, setup: &'a Setup) -> Element<'a, Message> {
    let is_used = setup.options.mapping.columns[at] != Column::Ignore;
    let rows = setup.source.preview(ROWS).iter().map(|row| {
        let words = row.cells.get(at).map_or("", String::as_str);
        let words = ellipsis(words.replace('\n', " ")).size(size::SMALL);
        let words: Any<'a, Message> = match is_used {
            true => words.into(),
            false => words.style(surface::hint).into(),
        };
        container(words)
            .padding([0.0, spacing::M])
            .center_y(ROW)
            .width(COLUMN)
            .into()
    });
    Stack::with_children(rows).into()
}

/// How the rows meet what is known already.
fn how<'a>(setup: &Setup, locale: &Locale) -> Element<'a, Message> {
    let mut options = vec![(None, locale.text("import-update-none"))];
    options.extend(Recognised::ALL.map(|key| (Some(key), locale.text(key_words(key)))));
    let list = one_of(options, setup.options.update_by, |key| {
        Message::Set(Set::UpdateBy(key))
    });
    let list = field::labelled(locale.text("import-update-by"), list);
    let mut checks = vec![check(
        locale.text("import-skip-bad-cells"),
        setup.options.skips_bad_cells,
        |is_on| Message::Set(Set::SkipsBadCells(is_on)),
    )];
    let columns = &setup.options.mapping.columns;
    if columns.contains(&Column::Employer) {
        checks.push(check(
            locale.text("import-make-employers"),
            setup.options.makes_employers,
            |is_on| Message::Set(Set::MakesEmployers(is_on)),
        ));
    }
    let checks = Stack::with_children(checks).spacing(spacing::S);
    row![container(list).width(300.0), checks]
        .spacing(spacing::XL)
        .align_y(Center)
        .into()
}

fn choice<'a>(label: String, list: Element<'a, Message>) -> Element<'a, Message> {
    container(labelled(label, list)).width(CHOICE).into()
}

pub(super) fn labelled<'a>(label: String, content: Element<'a, Message>) -> Element<'a, Message> {
    let label = ellipsis(label)
        .size(size::SMALL)
        .font(MEDIUM)
        .style(surface::secondary);
    column![label, content].spacing(spacing::XS).into()
}

fn key_words(key: Recognised) -> &'static str {
    match key {
        Recognised::Inn => "import-update-inn",
        Recognised::Email => "import-update-email",
        Recognised::Phone => "import-update-phone",
        Recognised::Name => "import-update-name",
        Recognised::ExternalId => "import-update-external-id",
    }
}

fn encoding_name(encoding: Encoding, locale: &Locale) -> String {
    match encoding {
        Encoding::Utf8 => "UTF-8".to_owned(),
        Encoding::Utf16Le => "UTF-16 LE".to_owned(),
        Encoding::Utf16Be => "UTF-16 BE".to_owned(),
        Encoding::Windows1251 => "Windows-1251".to_owned(),
        Encoding::Cp866 => locale.text("import-encoding-cp866"),
        Encoding::Koi8R => "KOI8-R".to_owned(),
        Encoding::Windows1252 => "Windows-1252".to_owned(),
    }
}

fn delimiter_name(delimiter: Delimiter, locale: &Locale) -> String {
    locale.text(match delimiter {
        Delimiter::Semicolon => "import-delimiter-semicolon",
        Delimiter::Tab => "import-delimiter-tab",
        Delimiter::Comma => "import-delimiter-comma",
        Delimiter::Bar => "import-delimiter-bar",
    })
}

/// The letters of a column as a spreadsheet shows them: A, B, … Z, AA.
fn letter(at: usize) -> String {
    let letter = |n: usize| char::from(b'A' + (n % 26) as u8);
    match at / 26 {
        0 => letter(at).to_string(),
        first => format!("{}{}", letter(first - 1), letter(at)),
    }
}
