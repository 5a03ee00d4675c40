//! What is exported: a list as a table or as cards, or everything of the office.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::Local;
use iced::futures::channel::mpsc::UnboundedSender;

use super::Written;
use crate::domain::Progress;
use crate::domain::client::Kind;
use crate::error::Error;
use crate::exchange::export::{Cards, View, Words};
use crate::exchange::{Delimiter, Listed, TableFormat, Version, whole};
use crate::i18n::Locale;
use crate::ui::place::{self, Answer};
use crate::ui::screen::{Command, Context, ExportFormat};
use crate::ui::worker::watch;

/// What is exported, and as what.
#[derive(Debug, Clone)]
pub enum Subject {
    /// A list.
    List(Box<View>, ExportFormat),
    /// What some other list shows, and what it is called.
    Listed(Arc<Listed>, String, ExportFormat),
    /// Every table, every card, every attached file.
    Everything,
}

impl Subject {
    /// The name that is proposed for the file or the folder.
    pub fn name(&self, locale: &Locale) -> String {
        let name = match self {
            Self::Everything => {
                let today = Local::now().date_naive();
                return format!("{} {today}", locale.text("export-folder-name"));
            }
            Self::Listed(_, name, _) => name.clone(),
            Self::List(list, _) => match list.filter.kind {
                Kind::Organization => locale.text("export-file-organizations"),
                Kind::Person => locale.text("export-file-persons"),
            },
        };
        format!("{name}.{}", self.ending())
    }

    /// Asks where to, with the dialog of the system.
    pub fn ask(&self, name: String, locale: &Locale) -> Command<Answer> {
        let kind = match self {
            Self::Everything => {
                let asked = place::folder(locale.text("export-choose-folder"));
                return Command::perform(asked, |answer| answer);
            }
            Self::List(_, ExportFormat::Vcf(_)) => locale.text("export-cards"),
            Self::List(..) | Self::Listed(..) => locale.text("export-table"),
        };
        let asked = place::save(locale.text("export-choose"), kind, name);
        Command::perform(asked, |answer| answer)
    }

    /// Where it goes once `chosen` was chosen: a file gets its ending, and everything a folder of
    /// its own where something lies in the chosen one.
    pub fn place(&self, chosen: PathBuf, locale: &Locale) -> PathBuf {
        match self {
            Self::List(..) | Self::Listed(..) if chosen.extension().is_none() => {
                chosen.with_extension(self.ending())
            }
            Self::Everything if !is_empty(&chosen) => chosen.join(self.name(locale)),
            _ => chosen,
        }
    }

    fn ending(&self) -> &'static str {
        match self {
            Self::List(_, format) | Self::Listed(_, _, format) => match format {
                ExportFormat::Xlsx => "xlsx",
                ExportFormat::Csv => "csv",
                ExportFormat::Vcf(_) => "vcf",
            },
            Self::Everything => "",
        }
    }

    /// Writes it beside everything else that goes on, and tells how far it is.
    pub fn write(
        &self,
        path: PathBuf,
        (progress, report): (Progress, UnboundedSender<(u64, u64)>),
        context: &Context,
    ) -> Command<Result<Written, Error>> {
        let worker = &context.worker;
        let today = Local::now().date_naive();
        let written = match self.clone() {
            Self::Everything => {
                let contents = worker.contents();
                worker.background(move |reader| {
                    watch(&progress, report, || {
                        let how = (Version::default(), today);
                        let office = (reader, &contents);
                        whole::write(office, &path, how, &progress).map(Written::Everything)
                    })
                })
            }
            Self::List(list, ExportFormat::Vcf(version)) => {
                let cards = Cards {
                    filter: list.filter,
                    order: list.order,
                    version,
                    today,
                };
                worker.background(move |reader| {
                    watch(&progress, report, || {
                        let count = cards.write(reader, &path, &progress);
                        count.map(Written::Clients)
                    })
                })
            }
            Self::Listed(listed, _, format) => worker.background(move |_| {
                watch(&progress, report, || {
                    let table = (&*path, format_of(&path, format));
                    listed.write(table, &progress).map(Written::Rows)
                })
            }),
            Self::List(list, format) => {
                let language = context.locale.language();
                worker.background(move |reader| {
                    watch(&progress, report, || {
                        let locale = Locale::new(language);
                        let kind = list.filter.kind;
                        let words = Words {
                            title: &|sort, catalog| locale.column(kind, sort, catalog),
                            datum: &|datum, catalog| locale.datum(datum, catalog),
                        };
                        let table = (&*path, format_of(&path, format));
                        let count = list.write(reader, table, &words, &progress);
                        count.map(Written::Clients)
                    })
                })
            }
        };
        Command::perform(written, |written| written)
    }
}

/// The kind of table that the name of the file asks for, else the one that was chosen.
fn format_of(path: &Path, format: ExportFormat) -> TableFormat {
    let named = TableFormat::of_path(path, Delimiter::Semicolon);
    named.unwrap_or(match format {
        ExportFormat::Csv => TableFormat::Csv(Delimiter::Semicolon),
        _ => TableFormat::Xlsx,
    })
}

/// Whether nothing lies there.
fn is_empty(folder: &Path) -> bool {
    folder
        .read_dir()
        .map_or(!folder.exists(), |mut entries| entries.next().is_none())
}
