//! How a section plugs into the page of a card.

use std::fmt::Debug;

use iced::Task as Command;

use super::tabs::Tab;
use super::{Message, Sheet};
use crate::domain::Card;
use crate::domain::client::Kind;
use crate::error::Result;
use crate::ui::screen::{Action, Context, Press};
use crate::ui::widget::Element;
use crate::workspace::Reader;

/// Where a section stands on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// On which tab.
    pub tab: Tab,
    /// In which column, where there is room for two.
    pub side: Side,
}

/// A column of the page; where there is room for one alone, the left stands over the right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

/// A section of the page: what it reads, what is being typed into it, and how it looks.
///
/// Its own message reaches it wrapped in that of the page, which its view says. Whatever it writes
/// goes through [`super::write`], which tells what was done and brings every screen up to date.
pub trait Section: Default {
    /// Where it stands.
    const PLACE: Place;
    /// What it reads together with the card.
    type Facts: Debug + Clone + Send;
    /// What happens in it.
    type Message: Debug + Clone + Send;

    /// Whether cards of that register have it.
    fn belongs_to(_kind: Kind) -> bool {
        true
    }

    /// Reads what it shows; a short answer, since every opened card waits for it.
    fn read(reader: Reader<'_>, card: &Card) -> Result<Self::Facts>;

    /// How many things it shows, to be told on its tab.
    fn count(_facts: &Self::Facts) -> Option<usize> {
        None
    }

    /// What is read only once its tab is seen; asked for again whenever somebody has written.
    fn seen(&mut self, _sheet: &Sheet, _context: &Context) -> Command<Message> {
        Command::none()
    }

    /// What follows from a message.
    fn update(
        &mut self,
        message: Self::Message,
        sheet: &Sheet,
        context: &Context,
    ) -> Action<Message>;

    /// What follows from a key on its tab that no widget has used; `None` for one it does not know.
    fn press(
        &mut self,
        _press: &Press,
        _sheet: &Sheet,
        _context: &Context,
    ) -> Option<Action<Message>> {
        None
    }

    /// Whether something was typed into it that is not saved.
    fn is_dirty(&self) -> bool {
        false
    }

    /// Whether work is under way that leaving the card would stop.
    fn is_busy(&self) -> bool {
        false
    }

    /// Folds what is unfolded, and with it gives up what was typed. Whether there was anything.
    fn fold(&mut self) -> bool {
        false
    }

    /// What is shown; nothing where there is nothing to say.
    fn view<'a>(&'a self, sheet: &'a Sheet, context: &'a Context) -> Option<Element<'a, Message>>;
}

/// Makes one of all sections: their states, their facts, their messages.
macro_rules! sections {
    ($($(#[$doc:meta])* $variant:ident: $field:ident $section:ty,)+) => {
        /// What each section keeps between messages.
        #[derive(Default)]
        pub struct Sections {
            $($(#[$doc])* pub $field: $section,)+
        }

        /// What each section has read.
        #[derive(Debug, Clone)]
        pub struct Facts {
            $($(#[$doc])* pub $field: <$section as Section>::Facts,)+
        }

        /// What happened in one of the sections.
        #[derive(Debug, Clone)]
        pub enum Part {
            $($(#[$doc])* $variant(<$section as Section>::Message),)+
        }

        impl Facts {
            /// Reads what all sections of `card` show.
            pub fn read(reader: Reader<'_>, card: &Card) -> Result<Self> {
                Ok(Self { $($field: <$section as Section>::read(reader, card)?,)+ })
            }

            /// How many things the sections of a tab show; `None` where none of them counts.
            pub fn count(&self, tab: Tab) -> Option<usize> {
                let counts = [$(
                    (<$section as Section>::PLACE.tab == tab)
                        .then(|| <$section as Section>::count(&self.$field))
                        .flatten(),
                )+];
                counts.into_iter().flatten().reduce(|all, count| all + count)
            }
        }

        impl Sections {
            /// Whether a tab has a section for cards of that register.
            pub fn has(tab: Tab, kind: Kind) -> bool {
                $(<$section as Section>::PLACE.tab == tab && <$section as Section>::belongs_to(kind))||+
            }

            /// What follows from a message of one of them.
            pub fn update(
                &mut self,
                part: Part,
                sheet: &Sheet,
                context: &Context,
            ) -> Action<Message> {
                match part {
                    $(Part::$variant(message) => self.$field.update(message, sheet, context),)+
                }
            }

            /// What the sections of a tab read once they are seen.
            pub fn seen(&mut self, tab: Tab, sheet: &Sheet, context: &Context) -> Command<Message> {
                let mut commands = Vec::new();
                $(if <$section as Section>::PLACE.tab == tab {
                    commands.push(self.$field.seen(sheet, context));
                })+
                Command::batch(commands)
            }

            /// What follows from a key; the first section that knows it takes it.
            pub fn press(
                &mut self,
                tab: Tab,
                press: &Press,
                sheet: &Sheet,
                context: &Context,
            ) -> Option<Action<Message>> {
                $(if <$section as Section>::PLACE.tab == tab
                    && let Some(action) = self.$field.press(press, sheet, context)
                {
                    return Some(action);
                })+
                None
            }

            /// Whether something was typed that is not saved.
            pub fn is_dirty(&self) -> bool {
                $(self.$field.is_dirty())||+
            }

            /// Whether work is under way in one of them.
            pub fn is_busy(&self) -> bool {
                $(self.$field.is_busy())||+
            }

            /// Folds what is unfolded in any of them.
            pub fn fold(&mut self) -> bool {
                let folded = [$(self.$field.fold(),)+];
                folded.contains(&true)
            }

            /// The sections of a tab in one of its columns, in the order they are listed.
            pub fn view<'a>(
                &'a self,
                place: Place,
                sheet: &'a Sheet,
                context: &'a Context,
            ) -> Vec<Element<'a, Message>> {
                let kind = sheet.card().client.kind;
                let mut shown = Vec::new();
                $(if <$section as Section>::PLACE == place
                    && <$section as Section>::belongs_to(kind)
                {
                    shown.extend(self.$field.view(sheet, context));
                })+
                shown
            }
        }
    };
}

// A new section is a module of this folder with a type that is a `Section`, and a line here. On the
// page they stand in this order, after what the page itself shows on that tab.
sections! {
    /// Colleagues beside the responsible one.
    Team: team super::team::Team,
    /// What the client agreed to.
    Consents: consents super::consents::Consents,
    /// Long texts.
    Texts: texts super::texts::Texts,
    /// Custom fields.
    Values: values super::values::Values,
    /// What colleagues have noted.
    Notes: notes super::notes::Notes,
    /// The departments of an organisation, with its people in them.
    Departments: departments super::departments::Departments,
    /// Where a person works and worked.
    Career: career super::career::Career,
    /// Links to other cards.
    Links: links super::links::Links,
    /// The map of influence.
    Influence: influence super::influence::Influence,
    /// The identity documents of a person.
    Documents: documents super::documents::Documents,
    /// Events in the life of a person.
    Events: events super::events::Events,
    /// Papers.
    Papers: papers super::papers::Papers,
    /// Debt, payments, goods.
    Sums: sums super::money::Sums,
    /// The tree of tasks and the timeline.
    Work: work super::work::Work,
    /// Who did what to the card.
    History: history super::history::History,
    /// Files.
    Attachments: attachments super::attachments::Attachments,
}
