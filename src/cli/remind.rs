use std::env;
use std::io::Write;
use std::path::Path;
use std::thread;
use std::time::Duration;

use chrono::{DateTime, FixedOffset, Local, SecondsFormat, TimeDelta, Utc};
use clap::ValueEnum;
use serde_json::{Value, json};

use super::{Speech, named};
use crate::domain::Id;
use crate::domain::reminder::Now;
use crate::error::{Error, Result};
use crate::i18n::Locale;
use crate::notification;
use crate::reminders::{self, Words};
use crate::settings::{Places, autostart};
use crate::workspace::{Alert, Workspace};

/// How often the program looks whether something is due.
const PAUSE: Duration = Duration::from_secs(15);
/// So long what is due is left to a window that is open, which looks as often.
const HEADWAY: TimeDelta = TimeDelta::seconds(20);

/// Remind on the desktop of what is due, until the program is stopped
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("how").args(["due", "once", "autostart"]))]
pub struct Remind {
    /// List what is due and not settled, without showing it
    #[arg(long)]
    due: bool,
    /// Show what is due now, and end
    #[arg(long)]
    once: bool,
    /// End once reminders do not start with the session any more
    #[arg(long)]
    while_on: bool,
    /// Whether to remind from the start of the session on
    #[arg(long, value_enum, value_name = "ON")]
    autostart: Option<Switch>,
    /// Whom to remind, by surname; who works unless told
    #[arg(long, value_name = "NAME")]
    employee: Option<String>,
    /// Have the clock begin at this moment, such as 2027-01-11T09:45:00+03:00
    #[arg(long, value_name = "MOMENT")]
    at: Option<DateTime<FixedOffset>>,
}

/// On or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Switch {
    /// From the next start of the session on
    On,
    /// Not any more
    Off,
}

/// What the clock says: that of the computer, or one that was set elsewhere.
#[derive(Debug, Clone, Copy)]
struct Clock {
    /// By how much it is ahead, and where it hangs; `None` for that of the computer.
    set: Option<(TimeDelta, FixedOffset)>,
}

impl Clock {
    fn set_to(at: Option<DateTime<FixedOffset>>) -> Self {
        let ahead = |at: DateTime<FixedOffset>| (at.to_utc() - Utc::now(), *at.offset());
        Self { set: at.map(ahead) }
    }

    /// What it said so long ago.
    fn now(self, ago: TimeDelta) -> Now {
        match self.set {
            None => Now::from(Local::now() - ago),
            Some((ahead, zone)) => Now::from((Utc::now() + ahead - ago).with_timezone(&zone)),
        }
    }
}

impl Remind {
    /// Whether nothing is written to the file.
    pub fn is_dry(&self) -> bool {
        self.due || self.autostart.is_some()
    }

    pub fn run(
        self,
        workspace: &mut Workspace,
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        if let Some(name) = &self.employee {
            let employees = workspace.read().employees()?;
            workspace.sign_in(named::employee(&employees, name)?);
        }
        let clock = Clock::set_to(self.at);
        if let Some(switch) = self.autostart {
            return switch_autostart(switch, workspace, speech, out);
        }
        if self.due {
            let now = clock.now(TimeDelta::zero());
            let notices = workspace.read().due_notices(now)?;
            let alerts = workspace.read().alerts(&notices)?;
            return tell(&alerts, now, speech, out);
        }
        loop {
            let headway = if self.once {
                TimeDelta::zero()
            } else {
                HEADWAY
            };
            let looked = look(workspace, clock.now(headway), speech, out);
            match looked {
                // Another program writes for long: what is due is told at the next look.
                Err(Error::Busy) if !self.once => tracing::warn!("the file is busy"),
                looked => looked?,
            }
            if self.once || self.while_on && !is_on(workspace) {
                return Ok(());
            }
            thread::sleep(PAUSE);
            workspace.has_news()?; // the file may be gone, and the number of the program is renewed
        }
    }
}

/// Shows what is due and nobody has shown yet.
fn look(workspace: &mut Workspace, now: Now, speech: &Speech, out: &mut impl Write) -> Result<()> {
    let alerts = workspace.claim(now)?;
    if alerts.is_empty() {
        return Ok(());
    }
    for (title, text) in reminders::on_desktop(&alerts, now, speech.locale()) {
        if let Err(error) = notification::show(&title, &text) {
            // It is told on the standard output and stays among what is due.
            tracing::warn!(?error, "the desktop shows no notifications");
        }
    }
    tell(&alerts, now, speech, out)
}

/// Whether reminders of the file start with the session.
fn is_on(workspace: &Workspace) -> bool {
    let file = workspace.path();
    file.is_some_and(|file| autostart::is_on(&Places::find(), file))
}

fn switch_autostart(
    switch: Switch,
    workspace: &Workspace,
    speech: &Speech,
    out: &mut impl Write,
) -> Result<()> {
    let places = Places::find();
    let file = workspace.path().unwrap_or(Path::new(""));
    let program = env::current_exe().map_err(Error::failed("looking for the program"))?;
    match switch {
        Switch::On => autostart::turn_on(&places, &program, file)?,
        Switch::Off => autostart::turn_off(&places, file)?,
    }
    let is_on = autostart::is_on(&places, file);
    speech.answer(
        out,
        || json!({ "autostart": is_on }),
        |locale| match is_on {
            true => locale.text("cli-remind-autostart-on"),
            false => locale.text("cli-remind-autostart-off"),
        },
    )
}

fn tell(alerts: &[Alert], now: Now, speech: &Speech, out: &mut impl Write) -> Result<()> {
    speech.answer(
        out,
        || json!({ "due": alerts.iter().map(object).collect::<Vec<_>>() }),
        |locale| words(alerts, now, locale),
    )
}

/// Moments are in UTC; what is due on a day says when by the clock on the wall.
fn object(alert: &Alert) -> Value {
    let notice = &alert.notice;
    let moment = |at: DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::Millis, true);
    let title = match alert.task {
        Some(_) => &alert.title,
        None => &alert.name,
    };
    json!({
        "id": notice.id.raw(),
        "event": notice.occasion.name(),
        "due_at": notice.due.to_string(),
        "task": notice.task.map(Id::raw),
        "title": title,
        "client": alert.name,
        "shown_at": notice.shown_at.map(moment),
        "snoozed_until": notice.snoozed_until.map(moment),
    })
}

fn words(alerts: &[Alert], now: Now, locale: &Locale) -> String {
    if alerts.is_empty() {
        return locale.text("cli-remind-nothing");
    }
    let lines = alerts
        .iter()
        .map(|alert| Words::of(alert, now, locale).line());
    lines.collect::<Vec<_>>().join("\n")
}
