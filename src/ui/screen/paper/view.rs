//! How the form stands on the page: a bar that stays, and the fields below it.

mod details;
mod fields;

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{column, container, responsive, row, space};
use iced::{Center, Fill, Padding};

use super::{Form, Message, PAGE, Question, Sheet, making, panel};
use crate::domain::Paper;
use crate::domain::paper::{PaperKind, PaperState};
use crate::ui::screen::{Context, leaving, words};
use crate::ui::style::{SEMIBOLD, Tone, size, spacing};
use crate::ui::widget::anchored::anchored;
use crate::ui::widget::modal::modal;
use crate::ui::widget::{Element, Icon, badge, button, ellipsis, menu, note, section, sheet, text};

use fields::Fields;

/// The widest the fields become, in logical pixels.
const WIDEST: f32 = 760.0;
/// From this width on what the paper will look like stands beside the fields.
const TWO_PANES: f32 = 860.0;
/// The part of the page that the fields have then, and the least of it.
const SHARE: f32 = 0.42;
const NARROWEST: f32 = 452.0;
/// The width of the menu, in logical pixels.
const MENU: f32 = 300.0;

/// A line of the menu.
struct Deed {
    label: String,
    icon: Icon,
    /// A line is drawn before it.
    is_apart: bool,
    is_danger: bool,
    /// What it says; `None` where it cannot be done.
    message: Option<Message>,
}

impl Form {
    /// The page, with what is asked over it.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        modal(self.page(context), self.dialog(context), Message::Stay)
    }

    /// What is asked over the page.
    pub fn dialog<'a>(&'a self, context: &'a Context) -> Option<Element<'a, Message>> {
        Some(match self.question.as_ref()? {
            Question::Leaving => {
                let save = (!self.is_saving).then_some(Message::Save);
                leaving::view(&context.locale, save, (Message::Stay, Message::Discard))
            }
            Question::Clash(clash) => clash.view(
                (&context.locale, self.is_saving),
                Message::Clash,
                (Message::Save, Message::Stay),
            ),
        })
    }

    /// Whether something is asked over the page.
    pub fn has_dialog(&self) -> bool {
        self.question.is_some()
    }

    /// The page alone.
    pub fn page<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let body = self.sheet.as_ref().map(|sheet| {
            Element::from(responsive(move |size| {
                self.body(sheet, size.width, context)
            }))
        });
        section::page(self.bar(context), body)
    }

    fn bar<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let back = button::tool(Icon::ArrowLeft, locale.text("card-back")).on_press(Message::Leave);
        let title = ellipsis(self.title(context))
            .size(size::PAGE)
            .font(SEMIBOLD);
        let state = self.sheet.as_ref().map(|sheet| {
            let state = sheet.mine.paper.state;
            badge::badge(locale.paper_state(sheet.kind(), state), tone(state))
        });
        let unsaved = self
            .is_dirty()
            .then(|| badge::badge(locale.text("form-unsaved"), Tone::Warning));
        let can_save = !self.is_saving && !context.is_read_only;
        let save = button::secondary(locale.text("form-save"))
            .icon(Icon::Check)
            .tip("Ctrl S")
            .on_press_maybe(can_save.then_some(Message::Save))
            .reachable();
        let making = self.sheet.as_ref().map(|sheet| &sheet.making);
        let can_make = making.is_some_and(|making| making.maker().is_some() && !making.is_busy());
        let print = Message::Making(making::Message::Print);
        let print = button::secondary(locale.text("paper-file-print"))
            .icon(Icon::Printer)
            .tip("Ctrl P")
            .on_press_maybe((can_save && can_make).then_some(print))
            .reachable();
        let make = Message::Making(making::Message::Make);
        let make = button::primary(locale.text("paper-make"))
            .icon(Icon::FilePlus)
            .tip("Ctrl Enter")
            .on_press_maybe((can_save && can_make).then_some(make))
            .reachable();
        let bar = row![
            back,
            title,
            state,
            unsaved,
            space::horizontal(),
            self.menu(context),
            print,
            save,
            make
        ]
        .spacing(spacing::M)
        .align_y(Center);
        column![section::bar(bar), section::divider()].into()
    }

    /// What else can be done: what is made from it, and that it is thrown away.
    fn menu<'a>(&'a self, context: &Context) -> Option<Element<'a, Message>> {
        let sheet = self.sheet.as_ref()?;
        let locale = &context.locale;
        let more = button::tool(Icon::More, locale.text("card-more"))
            .framed()
            .on_press(Message::Menu(!self.is_menu_open))
            .reachable();
        if !self.is_menu_open {
            return Some(more);
        }
        let deeds = self.deeds(sheet, context);
        let taken = deeds.get(self.mark).and_then(|deed| deed.message.clone());
        let mut items: Vec<Element<'a, Message>> = Vec::new();
        for (at, deed) in deeds.into_iter().enumerate() {
            if deed.is_apart && at > 0 {
                items.push(menu::separator());
            }
            let item = menu::item(deed.label, deed.message).icon(deed.icon);
            let item = if deed.is_danger { item.danger() } else { item };
            items.push(item.marked(at == self.mark).into());
        }
        let panel = menu::panel(items, MENU);
        let menu = anchored(more, Some(panel), Message::Menu(false)).on_key(move |key| match key {
            Key::Named(Named::ArrowDown) => Some(Message::Mark(1)),
            Key::Named(Named::ArrowUp) => Some(Message::Mark(-1)),
            Key::Named(Named::Enter) => taken.clone(),
            _ => None,
        });
        Some(menu.right().into())
    }

    /// How many lines the menu has.
    pub(super) fn count_deeds(&self, context: &Context) -> usize {
        let sheet = self.sheet.as_ref();
        sheet.map_or(0, |sheet| self.deeds(sheet, context).len())
    }

    /// The lines of the menu.
    fn deeds(&self, sheet: &Sheet, context: &Context) -> Vec<Deed> {
        let locale = &context.locale;
        let can_write = !self.is_saving && !context.is_read_only;
        let may = |message: Message| can_write.then_some(message);
        let successors = sheet.kind().successors().iter().map(|kind| {
            let told = [("kind", locale.paper_kind(*kind).to_lowercase().into())];
            Deed {
                label: locale.with("paper-succeed", &told),
                icon: words::paper_sign(*kind),
                is_apart: false,
                is_danger: false,
                message: may(Message::Succeed(*kind)),
            }
        });
        let edit = Deed {
            label: locale.text("paper-edit-template"),
            icon: Icon::Pencil,
            is_apart: true,
            is_danger: false,
            message: may(Message::Making(making::Message::EditTemplate)),
        };
        let delete = (!sheet.is_new()).then(|| Deed {
            label: locale.text("paper-delete"),
            icon: Icon::Trash,
            is_apart: true,
            is_danger: true,
            message: may(Message::Delete),
        });
        successors.chain([edit]).chain(delete).collect()
    }

    /// What it is, with its number, or the one it would get.
    pub(super) fn title(&self, context: &Context) -> String {
        let Some(sheet) = &self.sheet else {
            return String::new();
        };
        let locale = &context.locale;
        let kind = locale.paper_word(sheet.kind());
        let number = match sheet.mine.paper.number.trim() {
            "" => sheet.facts.next_number.clone(),
            number => number.to_owned(),
        };
        if number.is_empty() {
            return kind;
        }
        let told = [("kind", kind.into()), ("number", number.into())];
        locale.with("paper-form-title", &told)
    }

    fn body<'a>(
        &'a self,
        sheet: &'a Sheet,
        width: f32,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let problems = self.problems();
        let fields = Fields {
            sheet,
            problems: &problems,
            context,
        };
        let told = self.news(sheet, context);
        let page = column![
            fields.main(),
            self.parts(sheet, context),
            self.outcome(sheet, context),
            fields.details(),
            self.related(sheet, context)
        ]
        .spacing(spacing::L);
        let page = column![told, page];
        if width < TWO_PANES {
            let page = container(page).max_width(WIDEST).padding(spacing::XL);
            return section::scrolled_as(PAGE, container(page).center_x(Fill));
        }
        let fields = section::scrolled_as(PAGE, container(page).padding(spacing::XL));
        let foot = sheet
            .making
            .foot(&sheet.facts.versions, context, Message::Making);
        let foot = foot.map(|foot| column![section::divider(), foot]);
        let fields = column![container(fields).height(Fill), foot];
        let fields = container(fields).width((width * SHARE).clamp(NARROWEST, WIDEST));
        row![
            fields,
            section::vertical_divider(),
            self.preview(sheet, context)
        ]
        .into()
    }

    /// What the paper will look like.
    fn preview<'a>(&'a self, sheet: &'a Sheet, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        if let (Some(sheets), true) = (&sheet.making.preview.sheets, sheet.around.is_some()) {
            return container(sheet::sheets(sheets))
                .width(Fill)
                .height(Fill)
                .into();
        }
        let words = match sheet.client.chosen() {
            None => locale.text("paper-preview-no-client"),
            Some(_) => String::new(),
        };
        container(text::secondary(words))
            .center(Fill)
            .padding(spacing::XL)
            .into()
    }

    /// What is sold, and what is promised.
    fn parts<'a>(&'a self, sheet: &'a Sheet, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let goods = (sheet.kind() != PaperKind::Letter).then(|| {
            let both = (&sheet.mine, &sheet.facts);
            sheet.goods.view(both, locale, Message::Goods)
        });
        let promises = (sheet.kind() == PaperKind::Contract)
            .then(|| sheet.promises.view(&sheet.mine, locale, Message::Promises));
        column![goods, promises].spacing(spacing::L).into()
    }

    /// What the template lacks, and the files that were made.
    fn outcome<'a>(&'a self, sheet: &'a Sheet, context: &Context) -> Element<'a, Message> {
        let panel = panel::view(sheet, sheet.making.names(), context);
        let files = sheet
            .making
            .files(&sheet.facts.versions, context, Message::Making);
        column![panel, files].spacing(spacing::L).into()
    }

    /// What is told over the fields; always there, so that the fields keep their place.
    fn news<'a>(&self, sheet: &Sheet, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let said = match (context.is_read_only, sheet.has_news) {
            (true, _) => Some(note::note(
                locale.text("form-read-only"),
                Tone::Warning,
                None,
            )),
            (false, true) => Some(note::note(
                locale.text("paper-form-news"),
                Tone::Accent,
                None,
            )),
            (false, false) => None,
        };
        let below = if said.is_some() { spacing::L } else { 0.0 };
        container(column![said])
            .padding(Padding::ZERO.bottom(below))
            .into()
    }

    /// The papers around it: what it was made from, what was made and can be made from it.
    fn related<'a>(&'a self, sheet: &'a Sheet, context: &Context) -> Option<Element<'a, Message>> {
        let locale = &context.locale;
        let (basis, made) = (&sheet.facts.basis, &sheet.facts.made);
        let has_successors = !sheet.kind().successors().is_empty();
        if basis.is_none() && !has_successors && sheet.is_new() {
            return None;
        }
        let from = basis.as_ref().map(|basis| {
            let title = text::hint(locale.text("paper-made-from"));
            column![title, linked(basis, context)].spacing(spacing::XS)
        });
        let further = (!made.is_empty()).then(|| {
            let title = text::hint(locale.text("paper-made-of-it"));
            let made = made.iter().map(|paper| linked(paper, context));
            column![title].extend(made).spacing(spacing::XS)
        });
        let can_write = !self.is_saving && !context.is_read_only;
        let successors = has_successors.then(|| {
            let title = text::hint(locale.text("paper-make-from-it"));
            column![title, successors(sheet, can_write, context)].spacing(spacing::XS)
        });
        let delete = (!sheet.is_new()).then(|| {
            button::ghost(locale.text("paper-delete"))
                .icon(Icon::Trash)
                .compact()
                .on_press_maybe(can_write.then_some(Message::Delete))
                .reachable()
        });
        let heading = section::heading(locale.text("paper-related"), None);
        let body = column![heading, from, further, successors];
        let card = section::card(body.spacing(spacing::M));
        Some(column![card, delete].spacing(spacing::L).into())
    }
}

/// What begins another paper made from this one.
fn successors<'a>(sheet: &Sheet, can_write: bool, context: &Context) -> Element<'a, Message> {
    let kinds = sheet.kind().successors().iter();
    let kinds = kinds.map(|kind| {
        button::ghost(context.locale.paper_kind(*kind))
            .icon(words::paper_sign(*kind))
            .compact()
            .on_press_maybe(can_write.then_some(Message::Succeed(*kind)))
            .reachable()
    });
    let kinds = row(kinds).spacing(spacing::XS).wrap();
    kinds.vertical_spacing(spacing::XS).into()
}

/// A line that leads to another paper.
fn linked<'a>(paper: &'a Paper, context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let state = locale.paper_state(paper.kind, paper.state);
    let link = button::link(locale.paper(paper))
        .icon(words::paper_sign(paper.kind))
        .compact()
        .on_press(Message::Open(paper.id))
        .reachable();
    let state = badge::badge(state, tone(paper.state));
    row![link, space::horizontal(), state]
        .spacing(spacing::S)
        .align_y(Center)
        .into()
}

/// The colour of a state.
pub fn tone(state: PaperState) -> Tone {
    match state {
        PaperState::Draft => Tone::Warning,
        PaperState::Issued => Tone::Accent,
        PaperState::Accepted | PaperState::Closed => Tone::Free,
        PaperState::Declined | PaperState::Cancelled => Tone::Neutral,
    }
}

/// Whether papers of a kind say how the client is represented.
pub fn says_who_signs(kind: PaperKind) -> bool {
    matches!(kind, PaperKind::Contract | PaperKind::Act)
}
