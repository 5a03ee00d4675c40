//! What stands over the page of a card: its dossier, the cases of a name, the erasure of a person.

pub mod cases;
pub mod dossier;
pub mod erasure;
#[cfg(test)]
mod tests;

use super::Message as Outer;
use crate::domain::{Client, Id};
use crate::ui::screen::{Action, Context};
use crate::ui::widget::Element;
use cases::Cases;
use dossier::Dossier;
use erasure::Erasure;

/// A dialog over the page.
#[derive(Debug)]
pub enum Dialog {
    /// The dossier is to be made.
    Dossier(Dossier),
    /// How the person is declined.
    Cases(Cases),
    /// The person is to be erased.
    Erasure(Erasure),
}

/// What happened in a dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// The dossier of the client is wanted.
    DossierPressed,
    /// How the person is declined is wanted.
    CasesPressed,
    /// The person is to be erased.
    ErasePressed,
    /// In the dossier.
    Dossier(dossier::Message),
    /// In the cases.
    Cases(cases::Message),
    /// In the erasure.
    Erasure(erasure::Message),
    /// It is to be closed.
    Closed,
}

pub(super) fn say(message: Message) -> Outer {
    Outer::Dialog(message)
}

/// What comes out of a dialog: what is to be done, and whether it stays open.
pub struct Step {
    pub action: Action<Outer>,
    pub is_over: bool,
}

impl Step {
    fn on(action: Action<Outer>) -> Self {
        Self {
            action,
            is_over: false,
        }
    }

    fn over(action: Action<Outer>) -> Self {
        Self {
            action,
            is_over: true,
        }
    }
}

/// Opens, changes or closes the dialog over the card of `client`, which is called `title`.
pub(super) fn update(
    dialog: &mut Option<Dialog>,
    message: Message,
    (client, title): (Id<Client>, &str),
    context: &Context,
) -> Action<Outer> {
    let step = match (message, dialog.as_mut()) {
        (Message::DossierPressed, _) => {
            *dialog = Some(Dialog::Dossier(Dossier::new(client, title, context)));
            return Action::none();
        }
        (Message::CasesPressed | Message::ErasePressed, _) if context.is_read_only => {
            return Action::none();
        }
        (Message::CasesPressed, _) => {
            let (cases, read) = Cases::new(client, context);
            *dialog = Some(Dialog::Cases(cases));
            return Action::run(read);
        }
        (Message::ErasePressed, _) => {
            let (erasure, focus) = Erasure::new(client, title);
            *dialog = Some(Dialog::Erasure(erasure));
            return Action::run(focus);
        }
        (Message::Dossier(message), Some(Dialog::Dossier(dossier))) => {
            dossier.update(message, context)
        }
        (Message::Cases(message), Some(Dialog::Cases(cases))) => cases.update(message, context),
        (Message::Erasure(message), Some(Dialog::Erasure(erasure))) => {
            erasure.update(message, context)
        }
        (Message::Closed, Some(dialog)) if dialog.is_busy() => return Action::none(),
        (Message::Closed, _) => Step::over(Action::none()),
        // An answer to a dialog that is closed.
        _ => return Action::none(),
    };
    if step.is_over {
        *dialog = None;
    }
    step.action
}

impl Dialog {
    /// Whether work is under way that leaving would stop.
    pub fn is_busy(&self) -> bool {
        match self {
            Self::Dossier(_) | Self::Cases(_) => false,
            Self::Erasure(erasure) => erasure.is_busy(),
        }
    }

    /// The dialog.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Outer> {
        match self {
            Self::Dossier(dossier) => dossier.view(context),
            Self::Cases(cases) => cases.view(context),
            Self::Erasure(erasure) => erasure.view(context),
        }
    }
}
