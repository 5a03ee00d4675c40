//! How our own companies look.

use iced::widget::{Column, Row, column, container, row, space};
use iced::{Center, Fill, Top};

use super::form::{self, Form};
use super::pictures::{self, PATH, Pictures, Shown};
use super::text::Text;
use super::{Companies, Message};
use crate::domain::Company;
use crate::domain::company::PictureKind;
use crate::domain::sales::{TaxClass, TaxMode};
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::screen::settings::lines::{FORM, GAP, LINE};
use crate::ui::screen::settings::lines::{beside, create, tools, unsaved, ways_out};
use crate::ui::style::{MEDIUM, Tone, size, spacing, surface};
use crate::ui::widget::{
    Element, Icon, badge, button, choice, ellipsis, field, icon, line, note, picture, section, text,
};

/// The width of the place of a picture, and its height, in logical pixels.
const PLACE: [f32; 2] = [144.0, 84.0];

impl Companies {
    /// The tab.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let form = self.form.as_ref().map(|form| {
            let form = container(form.view(context));
            form.height(Fill).style(surface::card).into()
        });
        let list = column![self.list(context), space().height(spacing::XL)];
        beside(section::scrolled(list), form, FORM)
    }

    fn list<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let create = create("settings-add", Message::NewPressed, context);
        let lines = self.list.iter().enumerate();
        let lines = lines.map(|(at, company)| self.line(at, company, context));
        section::card(
            column![
                section::heading(locale.text("settings-companies"), Some(create)),
                text::secondary(locale.text("companies-hint")),
                Column::from_iter(lines).spacing(GAP),
                text::hint(locale.text("companies-keys")),
            ]
            .spacing(spacing::M),
        )
    }

    fn line<'a>(
        &'a self,
        at: usize,
        company: &'a Company,
        context: &Context,
    ) -> Element<'a, Message> {
        let id = company.id;
        let usual = (at == 0 && self.list.len() > 1)
            .then(|| badge::badge(context.locale.text("companies-usual"), Tone::Accent));
        let face = row![
            icon(Icon::Building).style(surface::secondary),
            ellipsis(company.name.as_str()).font(MEDIUM).width(Fill),
            usual,
        ]
        .spacing(spacing::M)
        .align_y(Center);
        let face = container(face).center_y(LINE);
        let face = line::line(face, at == self.cursor, Message::Chosen(id));
        let usual = (
            Icon::Star,
            "companies-make-usual",
            Message::UsualPressed(id),
        );
        let remove = (Icon::Trash, "settings-remove", Message::DeletePressed(id));
        // The last one stays, and the first is the usual one already.
        let has_others = self.list.len() > 1;
        let done = [(at > 0).then_some(usual), has_others.then_some(remove)];
        let done = done.into_iter().flatten();
        row![face, tools(done, context)].align_y(Center).into()
    }
}

impl Form {
    fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let title = match self.base.version {
            0 => "companies-new",
            _ => "companies-company",
        };
        let head = column![
            section::heading(
                locale.text(title),
                Some(ways_out(Message::Left, Message::Submitted, context)),
            ),
            unsaved(self.is_asking, Message::Dropped, locale),
            self.pictures.dropped(locale),
        ]
        .spacing(spacing::M);
        let line = |texts: &[Text]| {
            let fields = texts.iter().map(|text| self.field(*text, context));
            Element::from(Row::from_iter(fields).spacing(spacing::M).align_y(Top))
        };
        let part = |key| section::section(locale.text(key), None);
        let fields = column![
            line(&[Text::Name]),
            line(&[Text::FullName]),
            line(&[Text::Inn, Text::Kpp, Text::Ogrn]),
            section::divider(),
            part("companies-bank"),
            line(&[Text::Bik, Text::Bank]),
            line(&[Text::Account, Text::Correspondent]),
            section::divider(),
            part("companies-place"),
            line(&[Text::City, Text::Phone]),
            line(&[Text::LegalAddress]),
            line(&[Text::PostalAddress]),
            line(&[Text::Email, Text::Web]),
            section::divider(),
            part("companies-signing"),
            line(&[Text::Signatory, Text::SignatoryPosition]),
            line(&[Text::SignatoryBasis, Text::Accountant]),
            section::divider(),
            part("companies-tax"),
            self.tax(locale),
            section::divider(),
            part("companies-pictures"),
            text::secondary(locale.text("companies-pictures-hint")),
            self.pictures.view(context),
        ]
        .spacing(spacing::M);
        let head = container(head).padding(spacing::L);
        let fields = container(fields).padding(spacing::L);
        column![head, section::divider(), section::scrolled(fields)].into()
    }

    fn field<'a>(&'a self, text: Text, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let said = text.of(&self.company);
        let is_nameless = text == Text::Name && self.is_checked && said.trim().is_empty();
        let doubt = text.doubt(&self.company);
        let hint = match text {
            Text::Name => "companies-name-hint",
            Text::SignatoryBasis => "companies-basis-hint",
            _ => "",
        };
        let mut field = field::field(locale.text(text.label()), said)
            .error(is_nameless.then(|| locale.text("companies-nameless")))
            .warning(doubt.map(|doubt| locale.doubt(&doubt)));
        if !hint.is_empty() {
            field = field.hint(locale.text(hint));
        }
        if text == Text::PostalAddress {
            field = field.placeholder(locale.text("companies-same-address"));
        }
        if text == Text::Name {
            field = field.id(form::NAME);
        }
        if !context.is_read_only {
            field = field
                .on_input(move |typed| Message::Form(form::Message::Typed(text, typed)))
                .on_submit(Message::Submitted);
        }
        field.into()
    }

    /// What new papers of the company begin with.
    fn tax<'a>(&self, locale: &Locale) -> Element<'a, Message> {
        let classes = TaxClass::ALL.iter();
        let classes = classes.map(|class| (*class, locale.tax_class(*class)));
        let tax = choice::one_of(classes, self.company.tax, |tax| {
            Message::Form(form::Message::TaxChosen(tax))
        });
        let modes = TaxMode::ALL.iter();
        let modes = modes.map(|mode| (*mode, locale.tax_mode(*mode)));
        let mode = choice::one_of(modes, self.company.mode, |mode| {
            Message::Form(form::Message::ModeChosen(mode))
        });
        row![
            container(field::labelled(locale.text("companies-tax-class"), tax)).width(Fill),
            container(field::labelled(locale.text("companies-tax-mode"), mode)).width(Fill),
        ]
        .spacing(spacing::M)
        .into()
    }
}

fn say(message: pictures::Message) -> Message {
    Message::Form(form::Message::Pictures(message))
}

impl Pictures {
    /// What is asked of a file that was dropped.
    fn dropped<'a>(&self, locale: &Locale) -> Option<Element<'a, Message>> {
        let path = self.dropped.as_ref()?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = [("name", name.into_owned().into())];
        let kinds = PictureKind::ALL.iter().map(|kind| {
            button::secondary(locale.picture_kind(*kind))
                .compact()
                .on_press(say(pictures::Message::DroppedIs(*kind)))
                .reachable()
        });
        let leave = button::link(locale.text("files-leave"))
            .on_press(say(pictures::Message::Folded))
            .reachable();
        let answers = Row::from_iter(kinds).push(leave).spacing(spacing::S);
        let words = note::note(locale.with("companies-dropped", &name), Tone::Accent, None);
        let answers = answers.align_y(Center).wrap();
        Some(column![words, answers].spacing(spacing::S).into())
    }

    fn view<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let kinds = PictureKind::ALL.chunks(2);
        let lines = kinds.map(|kinds| {
            let places = kinds.iter().map(|kind| self.place(*kind, context));
            Row::from_iter(places).spacing(spacing::L).into()
        });
        Column::from_iter(lines).spacing(spacing::L).into()
    }

    fn place<'a>(&'a self, kind: PictureKind, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let shown = self.places[kind as usize].as_ref();
        let [width, height] = PLACE;
        let place = container(face(shown))
            .center_x(width)
            .center_y(height)
            .style(match shown {
                Some(_) => surface::paper,
                None => surface::well,
            });
        let can_write = !context.is_read_only;
        let choose = match shown {
            Some(_) => "companies-picture-replace",
            None => "companies-picture-choose",
        };
        let choose = button::secondary(locale.text(choose))
            .compact()
            .on_press_maybe(can_write.then(|| say(pictures::Message::Pressed(kind))));
        let remove = shown.is_some().then(|| {
            button::tool(Icon::Trash, locale.text("settings-remove"))
                .compact()
                .on_press_maybe(can_write.then(|| say(pictures::Message::Removed(kind))))
                .reachable()
        });
        let told = shown.map(|shown| {
            let size_of = locale.size(u64::try_from(shown.size).unwrap_or(0));
            ellipsis(format!("{} · {size_of}", shown.name))
                .size(size::HINT)
                .style(surface::secondary)
        });
        let beside = column![
            text::body(locale.picture_kind(kind)),
            told,
            row![choose.reachable(), remove].spacing(spacing::XS),
        ]
        .spacing(spacing::XS)
        .width(Fill);
        let missing = shown
            .is_some_and(|shown| shown.is_missing)
            .then(|| note::under(locale.text("files-missing"), Tone::Busy));
        let refused = self.refused.as_ref().filter(|(of, _)| *of == kind);
        let refused = refused.map(|(_, name)| {
            let name = [("name", name.as_str().into())];
            note::under(locale.with("companies-no-picture", &name), Tone::Busy)
        });
        column![
            row![place, beside].spacing(spacing::M).align_y(Center),
            missing,
            refused,
            self.path(kind, locale),
        ]
        .spacing(spacing::XS)
        .width(Fill)
        .into()
    }

    /// The path that is being typed, where the system has no dialog.
    fn path<'a>(&'a self, kind: PictureKind, locale: &Locale) -> Option<Element<'a, Message>> {
        let (_, text) = self.typing.as_ref().filter(|(of, _)| *of == kind)?;
        let done = say(pictures::Message::PathSubmitted);
        let input = field::field(locale.text("files-path"), text)
            .id(PATH)
            .on_input(|text| say(pictures::Message::PathTyped(text)))
            .on_submit(done.clone());
        let input: Element<'a, Message> = input.into();
        let buttons = row![
            button::primary(locale.text("companies-picture-take"))
                .compact()
                .on_press(done)
                .reachable(),
            button::ghost(locale.text("files-leave"))
                .compact()
                .on_press(say(pictures::Message::Folded))
                .reachable(),
        ]
        .spacing(spacing::S);
        Some(column![input, buttons].spacing(spacing::S).into())
    }
}

/// The picture made small; a sign where there is none, or the program cannot draw it.
fn face<'a>(shown: Option<&Shown>) -> Element<'a, Message> {
    match shown.and_then(|shown| shown.small.clone()) {
        Some(small) => picture::picture(small),
        None => icon::sized(Icon::Picture, size::TITLE)
            .style(surface::hint)
            .into(),
    }
}
