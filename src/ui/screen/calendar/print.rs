//! A page of the days that are shown, for another program to print.

use std::fs;

use chrono::Utc;

use super::{Action, Calendar, Command, Context, Message};
use crate::documents;
use crate::domain::attachment::clean_name;
use crate::error::Error;
use crate::i18n::Locale;
use crate::ui::external;

impl Calendar {
    /// Writes the page as a document of Word, off the thread of the window.
    pub(super) fn print(&self, context: &Context) -> Action<Message> {
        let days = context.locale.days(self.range);
        let name = context
            .locale
            .with("calendar-file", &[("days", days.into())]);
        let name = clean_name(&name, "calendar.docx");
        let (entries, shown) = (self.entries().to_vec(), (self.scope, self.range));
        let (names, language) = (self.names(context), context.locale.language());
        let made = context.worker.background(move |_| {
            let locale = Locale::new(language);
            let bytes = documents::agenda(&entries, shown, &names, &locale, Utc::now())?;
            let path = external::place_for(&name)?;
            fs::write(&path, bytes).map_err(Error::failed("writing the file"))?;
            Ok(path)
        });
        Action::run(Command::perform(made, Message::Printed))
    }
}
