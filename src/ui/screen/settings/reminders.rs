//! When to remind by default, when not to disturb, and how this computer tells of it.

use std::env;

use iced::widget::{column, container, row};
use iced::{Center, Fill, Top};

use super::{Action, Command, Context, Wish, write};
use crate::domain::reminder::{Audience, Change, Event, QuietHours, changed, quiet};
use crate::domain::task::TaskKind;
use crate::domain::{Employee, Id, Operation, Reminder};
use crate::error::Error;
use crate::i18n::Locale;
use crate::settings::{Places, autostart};
use crate::ui::preference::{Preference, Preferences};
use crate::ui::screen::prompts::{self, Place};
use crate::ui::style::spacing;
use crate::ui::tray;
use crate::ui::widget::{Element, button, choice, field, section, segmented, text};
use crate::ui::worker::begin;

/// The width of a field of time and of the page, in logical pixels.
const TIME: f32 = 120.0;
const WIDTH: f32 = 860.0;
/// The quiet hours that are offered: from ten in the evening to eight in the morning.
const NIGHT: QuietHours = QuietHours {
    from: 22 * 60,
    to: 8 * 60,
};

/// What the tab remembers.
#[derive(Debug, Default)]
pub(super) struct Reminders {
    kind: Option<Id<TaskKind>>,
    /// Whose defaults are shown; `None` for those of everybody.
    employee: Option<Id<Employee>>,
    defaults: Vec<Reminder>,
    quiet: Option<QuietHours>,
    /// The hours as they are being typed.
    typed: Option<[String; 2]>,
    /// Whether the program reminds while its window is closed; `None` until it is known.
    is_in_background: Option<bool>,
}

/// What happened on the tab.
#[derive(Debug, Clone)]
pub enum Message {
    /// What is decided was read.
    Loaded(Result<(Vec<Reminder>, Option<QuietHours>), Error>),
    /// A kind of task was chosen.
    KindChosen(Option<Id<TaskKind>>),
    /// An employee was chosen; `None` for everybody.
    EmployeeChosen(Option<Id<Employee>>),
    /// A default is to change.
    Changed(Audience, Change),
    /// Quiet hours are kept, or not any more.
    QuietChosen(bool),
    /// One end of the quiet hours was typed.
    QuietTyped(usize, String),
    /// The quiet hours are whole.
    QuietSubmitted,
    /// Something about this computer was chosen.
    Preferred(Preference),
    /// The program is to remind while its window is closed, or not.
    BackgroundChosen(bool),
    /// It does so now, or not.
    Background(Result<bool, Error>),
}

impl Reminders {
    /// Asks for what is decided.
    pub fn refresh(&self, context: &Context) -> Command<Message> {
        let read = context
            .worker
            .read(|reader| Ok((reader.default_reminders()?, reader.quiet_hours()?)));
        let read = Command::perform(read, Message::Loaded);
        let Some(path) = context.path.clone() else {
            return read;
        };
        let asked = begin("autostart", move || {
            Ok(autostart::is_on(&Places::find(), &path))
        });
        Command::batch([read, Command::perform(asked, Message::Background)])
    }

    /// Leaves what was typed: it is written.
    pub fn close(&mut self) {
        self.typed = None;
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<super::Message> {
        match message {
            Message::Loaded(Ok((defaults, quiet))) => {
                (self.defaults, self.quiet) = (defaults, quiet);
            }
            Message::KindChosen(kind) => self.kind = kind,
            Message::EmployeeChosen(employee) => self.employee = employee,
            Message::Changed(audience, change) => return self.change(audience, change, context),
            Message::QuietChosen(is_on) => return decide(is_on.then_some(NIGHT), context),
            Message::QuietTyped(end, text) => {
                let mut typed = self.typed_hours();
                typed[end] = text;
                self.typed = Some(typed);
            }
            Message::QuietSubmitted => {
                if let Some(hours) = self.read() {
                    return decide(Some(hours), context);
                }
            }
            Message::Preferred(preference) => return Action::wish(Wish::Prefer(preference)),
            Message::BackgroundChosen(is_on) => return switch(is_on, context),
            Message::Background(Ok(is_on)) => self.is_in_background = Some(is_on),
            Message::Loaded(Err(error)) | Message::Background(Err(error)) => {
                return Action::wish(Wish::Fail(error));
            }
        }
        Action::none()
    }

    fn place(&self) -> Place {
        Place {
            kind: self.kind,
            employee: self.employee,
        }
    }

    /// The defaults that are said for this very place.
    fn own(&self, place: Place) -> Vec<Reminder> {
        let is_here = |one: &&Reminder| (one.kind, one.employee) == (place.kind, place.employee);
        self.defaults.iter().filter(is_here).cloned().collect()
    }

    /// All others: what holds where nothing is said here.
    fn others(&self, place: Place) -> Vec<Reminder> {
        let is_here = |one: &&Reminder| (one.kind, one.employee) != (place.kind, place.employee);
        self.defaults.iter().filter(is_here).cloned().collect()
    }

    fn change(
        &self,
        audience: Audience,
        change: Change,
        context: &Context,
    ) -> Action<super::Message> {
        let place = self.place();
        let mut own = self.own(place);
        own.retain(|one| one.audience == audience);
        let usual = prompts::usual(&self.others(place), place, audience);
        let blank = Reminder {
            kind: place.kind,
            employee: place.employee,
            ..Reminder::new(None, audience, Event::Start)
        };
        let mine = changed(&own, &usual, change, &blank);
        if mine == own {
            return Action::none();
        }
        write(Operation::EditReminders, context, move |workspace| {
            workspace.transact(Operation::EditReminders, |tx| {
                tx.save_reminders(&own, &mine)
            })
        })
    }

    fn typed_hours(&self) -> [String; 2] {
        let hours = self.quiet.unwrap_or(NIGHT);
        let clock = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
        let decided = || [clock(hours.from), clock(hours.to)];
        self.typed.clone().unwrap_or_else(decided)
    }

    /// The hours that were typed, where they are hours.
    fn read(&self) -> Option<QuietHours> {
        let minute = |text: &str| {
            let (hour, minute) = text.trim().split_once(':')?;
            let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
            (hour < 24 && minute < 60).then_some(hour * 60 + minute)
        };
        let [from, to] = self.typed.as_ref()?;
        Some(QuietHours {
            from: minute(from)?,
            to: minute(to)?,
        })
    }

    /// The tab.
    pub fn view<'a>(
        &'a self,
        preferences: Preferences,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let page = column![
            self.defaults_card(context),
            self.quiet_card(context),
            self.computer_card(preferences, context)
        ]
        .spacing(spacing::L);
        section::scrolled(container(page).padding(spacing::XL).max_width(WIDTH))
    }

    fn defaults_card<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let kinds = context.catalog.task_kinds.iter();
        let kinds = kinds.map(|kind| (Some(kind.id), kind.name.clone()));
        let all = (None, locale.text("settings-reminders-all-kinds"));
        let kinds: Vec<(Option<Id<TaskKind>>, String)> =
            std::iter::once(all).chain(kinds).collect();
        let kinds = choice::one_of(kinds, self.kind, Message::KindChosen);
        let employees = context.catalog.employees.iter().map(|one| {
            let name = match one.id == context.me.id {
                true => locale.text("settings-reminders-me"),
                false => one.short_name(),
            };
            (Some(one.id), name)
        });
        let everybody = (None, locale.text("settings-reminders-everybody"));
        let whose = choice::one_of(
            std::iter::once(everybody).chain(employees),
            self.employee,
            Message::EmployeeChosen,
        );
        let place = self.place();
        let (own, others) = (self.own(place), self.others(place));
        let editor = |audience| {
            let editor =
                prompts::editor(audience, &own, &others, (place, context), Message::Changed);
            container(editor).width(Fill)
        };
        let audiences = row![editor(Audience::Participants), editor(Audience::Controller)]
            .spacing(spacing::XL)
            .align_y(Top);
        section::card(
            column![
                section::heading(locale.text("settings-reminders-defaults"), None),
                text::secondary(locale.text("settings-reminders-hint")),
                row![container(kinds).width(Fill), container(whose).width(Fill)]
                    .spacing(spacing::M)
                    .align_y(Center),
                audiences,
            ]
            .spacing(spacing::M),
        )
    }

    fn quiet_card<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let is_on = self.quiet.is_some();
        let switch = switched(locale, is_on, Message::QuietChosen);
        let hours = is_on.then(|| {
            let [from, to] = self.typed_hours();
            let is_wrong = self.typed.is_some() && self.read().is_none();
            let end = |at: usize, label: &str, typed: String| {
                let mut end = field::field(locale.text(label), typed)
                    .width(TIME)
                    .error(is_wrong.then(|| locale.text("settings-quiet-wrong")));
                if !context.is_read_only {
                    end = end
                        .on_input(move |text| Message::QuietTyped(at, text))
                        .on_submit(Message::QuietSubmitted);
                }
                Element::from(end)
            };
            let can_save = self.read().is_some_and(|hours| Some(hours) != self.quiet);
            let save = button::primary(locale.text("settings-save"))
                .on_press_maybe(can_save.then_some(Message::QuietSubmitted));
            // As far down as the fields beside it.
            let save = container(save).padding(iced::Padding::ZERO.top(20.0));
            row![
                end(0, "settings-quiet-from", from),
                end(1, "settings-quiet-to", to),
                save
            ]
            .spacing(spacing::M)
        });
        let words = container(text::body(locale.text("settings-quiet-hint"))).width(Fill);
        section::card(
            column![
                section::heading(locale.text("settings-quiet"), None),
                row![words, switch].spacing(spacing::L).align_y(Center),
                hours,
            ]
            .spacing(spacing::M),
        )
    }

    fn computer_card<'a>(
        &'a self,
        preferences: Preferences,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let locale = &context.locale;
        let line = |key: &str, control: Element<'a, Message>| {
            row![container(text::body(locale.text(key))).width(Fill), control]
                .spacing(spacing::L)
                .align_y(Center)
        };
        let desktop = switched(locale, !preferences.is_silent, |is_on| {
            Message::Preferred(Preference::Silent(!is_on))
        });
        let first = [("common-today", true), ("common-clients", false)];
        let first = segmented::segmented(first.map(|(key, is_today)| {
            let message = Message::Preferred(Preference::BeginsToday(is_today));
            (
                locale.text(key),
                is_today == preferences.begins_today,
                message,
            )
        }));
        let background = self.is_in_background.map(|is_on| {
            let background = switched(locale, is_on, Message::BackgroundChosen);
            line("settings-reminders-background", background)
        });
        let tray = tray::IS_KNOWN.then(|| {
            let tray = switched(locale, preferences.stays_in_tray, |is_on| {
                Message::Preferred(Preference::StaysInTray(is_on))
            });
            line("settings-reminders-tray", tray)
        });
        section::card(
            column![
                section::heading(locale.text("settings-reminders-computer"), None),
                line("settings-reminders-desktop", desktop),
                tray,
                background,
                line("settings-first-page", first),
            ]
            .spacing(spacing::L),
        )
    }
}

/// On or off.
fn switched<'a>(
    locale: &Locale,
    is_on: bool,
    message: impl Fn(bool) -> Message,
) -> Element<'a, Message> {
    let choices = [("settings-on", true), ("settings-off", false)];
    segmented::segmented(
        choices.map(|(key, value)| (locale.text(key), value == is_on, message(value))),
    )
}

/// Keeps quiet hours for the signed-in employee; hours that end as they begin never hold.
fn decide(hours: Option<QuietHours>, context: &Context) -> Action<super::Message> {
    if context.is_read_only {
        return Action::none();
    }
    let name = format!("{}{}", quiet::POLICY, context.me.id.raw());
    let value = hours.map_or(String::new(), |hours| hours.to_string());
    write(Operation::EditReminders, context, move |workspace| {
        workspace.transact(Operation::EditReminders, |tx| tx.decide(&name, value))
    })
}

/// Has the reminders run as a program of their own from now on and from each start of the session,
/// or not any more.
fn switch(is_on: bool, context: &Context) -> Action<super::Message> {
    let Some(path) = context.path.clone() else {
        return Action::none();
    };
    let switched = begin("autostart", move || {
        let places = Places::find();
        if is_on {
            let program = env::current_exe().map_err(Error::failed("looking for the program"))?;
            autostart::turn_on(&places, &program, &path)?;
            autostart::start(&program, &path)?;
        } else {
            autostart::turn_off(&places, &path)?;
        }
        Ok(autostart::is_on(&places, &path))
    });
    let told = |told| super::Message::Reminders(Message::Background(told));
    Action::run(Command::perform(switched, told))
}
