//! How saved views look: the button with its menu, the form that names one.

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{column, container, row, space};

use super::{Form, Message, NAME};
use crate::domain::SavedView;
use crate::domain::filter::Ready;
use crate::i18n::Locale;
use crate::ui::screen::clients::filters::{BESIDE_FIELD, Bar};
use crate::ui::screen::clients::{Menu, Message as Outer};
use crate::ui::style::{spacing, surface};
use crate::ui::widget::{Element, Icon, button, choice, field, menu, text};

/// The widths of the menu and of the form, in logical pixels.
const MENU: f32 = 270.0;
const FORM: f32 = 320.0;

/// A line of the menu: what stands above it, itself, and what it says.
type Line<'a> = (
    Option<Element<'a, Outer>>,
    menu::Item<'a, Outer>,
    Option<Outer>,
);

impl<'a> Bar<'a> {
    /// The button of the views with its menu, or with the form that names one.
    pub fn view_button(self) -> Element<'a, Outer> {
        let views = self.views;
        let (locale, catalog) = (&self.context.locale, &self.context.catalog);
        let active = catalog.views.iter();
        let mut active = active.filter(|view| Some(view.id) == views.active);
        let active = active.next();
        let label = active.map_or_else(|| locale.text("views-title"), |view| view.name.clone());
        let button = button::ghost(label)
            .icon(Icon::Bookmark)
            .compact()
            .on_press(Outer::MenuToggled(Menu::Views));
        let (mut taken, mut last) = (None, 0);
        let panel = match self.open {
            Some(Menu::Views) => {
                let lines = self.lines(active);
                last = lines.len() - 1;
                taken = lines.get(self.mark).and_then(|line| line.2.clone());
                let items = lines.into_iter().enumerate().flat_map(|(at, line)| {
                    let item = line.1.marked(at == self.mark).into();
                    line.0.into_iter().chain([item])
                });
                Some(menu::panel(items, MENU))
            }
            Some(Menu::NameView) => views.form.as_ref().map(|form| self.form(form)),
            _ => None,
        };
        let (open, mark) = (self.open, self.mark);
        let menu =
            menu::menu(button, panel, Outer::MenuClosed)
                .right()
                .on_key(move |key| match key {
                    // From the boxes too; in the field the field sees to it.
                    Key::Named(Named::Enter) if open == Some(Menu::NameView) => {
                        Some(Outer::Views(Message::Submitted))
                    }
                    _ if open != Some(Menu::Views) => None,
                    Key::Named(Named::ArrowDown) if mark < last => Some(Outer::MarkMoved(1)),
                    Key::Named(Named::ArrowUp) => Some(Outer::MarkMoved(-1)),
                    Key::Named(Named::Enter) => taken.clone(),
                    _ => None,
                });
        container(menu).padding(BESIDE_FIELD).into()
    }

    /// The lines of the menu, in order.
    fn lines(self, active: Option<&'a SavedView>) -> Vec<Line<'a>> {
        let (locale, catalog) = (&self.context.locale, &self.context.catalog);
        let kind = self.list.kind;
        let mut lines = Vec::new();
        let mut above = Some(menu::caption(locale.text("views-ready")));
        for ready in Ready::ALL {
            let chosen = Outer::Views(Message::ReadyChosen(ready));
            let item = menu::item(ready_name(ready, locale), chosen.clone());
            lines.push((above.take(), item, Some(chosen)));
        }
        for (caption, is_shared) in [("views-shared", true), ("views-own", false)] {
            let views = catalog.views.iter();
            let views = views.filter(|one| one.kind == kind && one.owner.is_none() == is_shared);
            let mut above = Some(menu::caption(locale.text(caption)));
            lines.extend(views.map(|view| {
                let is_on = active.is_some_and(|active| active.id == view.id);
                let chosen = Outer::Views(Message::Chosen(view.id));
                let item = menu::check(&view.name, is_on, chosen.clone());
                (above.take(), item, Some(chosen))
            }));
        }
        let allowed = |message| (!self.context.is_read_only).then_some(Outer::Views(message));
        let mut above = Some(menu::separator());
        if let Some(view) = active {
            let name = [("name", view.name.as_str().into())];
            let update = allowed(Message::UpdatePressed);
            let item = menu::item(locale.with("views-update", &name), update.clone());
            lines.push((above.take(), item.icon(Icon::Save), update));
            let rename = allowed(Message::RenamePressed);
            let item = menu::item(locale.text("views-rename"), rename.clone());
            lines.push((None, item.icon(Icon::Pencil), rename));
            let delete = allowed(Message::DeletePressed);
            let item = menu::item(locale.with("views-delete", &name), delete.clone());
            lines.push((None, item.icon(Icon::Trash).danger(), delete));
        }
        let save = allowed(Message::SavePressed);
        let item = menu::item(locale.text("views-save"), save.clone());
        lines.push((above, item.icon(Icon::Plus), save));
        lines
    }

    fn form(self, form: &'a Form) -> Element<'a, Outer> {
        let locale = &self.context.locale;
        let name = field::field(locale.text("views-name"), &form.view.name)
            .id(NAME)
            .on_input(|name| Outer::Views(Message::NameChanged(name)))
            .on_submit(Outer::Views(Message::Submitted))
            .error(self.views.problem(self.context).map(|key| locale.text(key)));
        let shared = choice::check(
            locale.text("views-share"),
            form.view.owner.is_none(),
            |is_on| Outer::Views(Message::SharedToggled(is_on)),
        );
        let segment = choice::check(
            locale.text("views-segment"),
            form.view.is_segment,
            |is_on| Outer::Views(Message::SegmentToggled(is_on)),
        );
        let submit =
            button::primary(locale.text("views-submit")).on_press(Outer::Views(Message::Submitted));
        let keeps = text::hint(locale.text("views-keeps"));
        let body = column![
            name,
            shared,
            segment,
            keeps,
            row![space::horizontal(), submit]
        ]
        .spacing(spacing::M);
        container(body)
            .padding(spacing::M)
            .width(FORM)
            .style(surface::floating)
            .into()
    }
}

/// What a ready-made list is called.
fn ready_name(ready: Ready, locale: &Locale) -> String {
    locale.text(match ready {
        Ready::Incomplete => "views-incomplete",
        Ready::Stale => "views-stale",
        Ready::NoNextStep => "views-no-next-step",
        Ready::OverdueStep => "views-overdue",
    })
}
