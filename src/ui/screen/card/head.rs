//! The bar over a card: who it is, and what can be done.

use iced::widget::{Row, column, row};
use iced::{Center, Fill};

use super::{Message, Sheet, consents, dialog};
use crate::domain::client::Kind;
use crate::domain::paper::PaperKind;
use crate::ui::screen::{Context, words};
use crate::ui::style::{SEMIBOLD, Tone, size, spacing, surface};
use crate::ui::widget::{Element, Icon, badge, button, ellipsis, menu, section};

/// The side of the picture of the client, in logical pixels.
const FACE: f32 = 48.0;
/// The width of the menu, in logical pixels.
const MENU: f32 = 290.0;
/// How many groups the bar shows; the rest is a number.
pub(super) const GROUPS: usize = 4;

pub(super) fn view<'a>(
    sheet: &'a Sheet,
    is_menu_open: bool,
    context: &Context,
) -> Element<'a, Message> {
    let back =
        button::tool(Icon::ArrowLeft, context.locale.text("card-back")).on_press(Message::Back);
    let bar = row![
        back,
        words::face(&sheet.card.client, FACE),
        who(sheet, context),
        buttons(sheet, is_menu_open, context)
    ]
    .spacing(spacing::M)
    .align_y(Center);
    column![section::bar(bar), section::divider()].into()
}

fn who<'a>(sheet: &'a Sheet, context: &Context) -> Element<'a, Message> {
    let client = &sheet.card.client;
    let title = ellipsis(words::title(&context.locale, client))
        .size(size::PAGE)
        .font(SEMIBOLD)
        .width(Fill);
    let line = second_line(sheet);
    let line = (!line.is_empty()).then(|| {
        ellipsis(line)
            .size(size::SMALL)
            .style(surface::secondary)
            .width(Fill)
    });
    let chips = chips(sheet, context);
    column![title, line, chips]
        .spacing(spacing::XS)
        .width(Fill)
        .into()
}

/// The full name of an organisation; what a person does and where.
fn second_line(sheet: &Sheet) -> String {
    let client = &sheet.card.client;
    match client.kind {
        Kind::Organization if client.full_name.trim() == client.title() => String::new(),
        Kind::Organization => client.full_name.trim().to_owned(),
        Kind::Person => {
            let employer = sheet.employer.as_ref().map(|one| one.client.title());
            let parts = [
                client.position.trim().to_owned(),
                employer.unwrap_or_default(),
            ];
            let known: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            known.join(" · ")
        }
    }
}

fn chips<'a>(sheet: &'a Sheet, context: &Context) -> Option<Element<'a, Message>> {
    let locale = &context.locale;
    let roles = sheet
        .card
        .client
        .roles
        .iter()
        .map(|role| badge::badge(words::role(locale, role), words::role_tone(role)));
    let groups = sheet.groups.iter().take(GROUPS);
    let groups = groups.map(|group| {
        let name: String = group.name.chars().take(40).collect();
        badge::with_icon(Icon::Folder, name, Tone::Neutral)
    });
    let hidden = sheet.groups.len().saturating_sub(GROUPS);
    let more = (hidden > 0).then(|| badge::count(format!("+{hidden}"), Tone::Neutral));
    let stage = sheet.card.client.stage;
    // Its words are near those of the roles: it says what it is.
    let stage = stage.map(|stage| {
        let word = locale.stage(stage).to_lowercase();
        let told = locale.with("card-stage", &[("stage", word.into())]);
        badge::with_icon(Icon::Tag, told, Tone::Neutral)
    });
    let consents = consents::chips(sheet, locale);
    let chips = roles.chain(stage).chain(groups).chain(more);
    let chips: Vec<Element<'a, Message>> = chips.chain(consents).collect();
    (!chips.is_empty()).then(|| {
        Row::from_vec(chips)
            .spacing(spacing::S)
            .wrap()
            .vertical_spacing(spacing::XS)
            .into()
    })
}

fn buttons<'a>(sheet: &'a Sheet, is_menu_open: bool, context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let can_write = !context.is_read_only;
    let is_organization = sheet.card.client.kind == Kind::Organization;
    let add = is_organization.then(|| {
        Element::from(
            button::secondary(locale.text("card-add-person"))
                .icon(Icon::UserPlus)
                .tip("Ctrl Shift N")
                .on_press_maybe(can_write.then_some(Message::AddPerson)),
        )
    });
    let edit = button::primary(locale.text("card-edit"))
        .icon(Icon::Pencil)
        .tip("F2")
        .on_press_maybe(can_write.then_some(Message::Edit));
    let more = button::tool(Icon::More, locale.text("card-more"))
        .framed()
        .on_press(Message::Menu(!is_menu_open));
    let panel = is_menu_open.then(|| panel(sheet, context));
    let more = menu::menu(more, panel, Message::Menu(false)).right();
    row![add, edit, more]
        .spacing(spacing::S)
        .align_y(Center)
        .into()
}

/// What else can be done to the client.
fn panel<'a>(sheet: &'a Sheet, context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let can_write = !context.is_read_only;
    let is_person = sheet.card.client.is_natural_person();
    let cases = dialog::say(dialog::Message::CasesPressed);
    let cases = menu::item(
        locale.text("cases-item"),
        (can_write && is_person).then_some(cases),
    );
    let items = [
        menu::item(locale.text("card-edit"), can_write.then_some(Message::Edit))
            .icon(Icon::Pencil)
            .shortcut("F2")
            .into(),
        menu::item(locale.text("card-copy-requisites"), Message::CopyRequisites)
            .icon(Icon::Copy)
            .into(),
        menu::item(
            locale.text("dossier-item"),
            dialog::say(dialog::Message::DossierPressed),
        )
        .icon(Icon::FileText)
        .shortcut("Ctrl D")
        .into(),
        cases.icon(Icon::Languages).shortcut("Ctrl G").into(),
        menu::separator(),
        menu::item(
            locale.text("card-delete"),
            can_write.then_some(Message::Delete),
        )
        .icon(Icon::Trash)
        .shortcut("Del")
        .danger()
        .into(),
    ];
    let erase = is_person.then(|| {
        let erase = dialog::say(dialog::Message::ErasePressed);
        menu::item(locale.text("erasure-item"), can_write.then_some(erase))
            .icon(Icon::Eraser)
            .danger()
            .into()
    });
    let papers = papers(can_write, context);
    menu::panel(papers.into_iter().chain(items).chain(erase), MENU)
}

/// What begins a new paper for the client.
fn papers<'a>(can_write: bool, context: &Context) -> Vec<Element<'a, Message>> {
    let locale = &context.locale;
    let kinds = [
        PaperKind::Offer,
        PaperKind::Contract,
        PaperKind::Invoice,
        PaperKind::Letter,
    ];
    let papers = kinds.map(|kind| {
        let told = [("kind", locale.paper_kind(kind).to_lowercase().into())];
        let made = can_write.then_some(Message::NewPaper(kind));
        let item = menu::item(locale.with("card-new-paper", &told), made);
        item.icon(words::paper_sign(kind)).into()
    });
    papers.into_iter().chain([menu::separator()]).collect()
}
