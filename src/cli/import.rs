use std::io::Write;
use std::path::PathBuf;

use chrono::{Local, NaiveDate};
use clap::ValueEnum;
use serde_json::{Value, json};

use super::Speech;
use crate::domain::Progress;
use crate::domain::client::{self, Key};
use crate::error::Result;
use crate::exchange::import::{self, Options, Remark, Remarked, Report, Request};
use crate::exchange::whole::{self, Count};
use crate::exchange::{CardFile, Choices, Encoding, Mapping, Source};
use crate::i18n::Locale;
use crate::workspace::Workspace;

/// Import clients from a table (CSV, XLSX, XLS, ODS, DBF) or from cards (vCard), or a folder that
/// `export all` has written
#[derive(Debug, clap::Args)]
pub struct Import {
    /// The table, the cards or the folder to read
    source: PathBuf,
    /// What the rows are; recognised unless told
    #[arg(long, value_enum)]
    kind: Option<Kind>,
    /// By what to recognise clients of the file, to update them; without it as the saved mapping says,
    /// else every row is new
    #[arg(long, value_enum)]
    update_by: Option<UpdateBy>,
    /// Take a row with a cell that cannot be read without that cell, instead of refusing it
    #[arg(long)]
    skip_bad_cells: bool,
    /// Say what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
    /// Save refused rows with their reasons to this .csv or .xlsx, refused cards to this .vcf;
    /// beside the source unless a file is named
    #[arg(long, value_name = "OUT", num_args = 0..=1)]
    save_refused: Option<Option<PathBuf>>,
    /// The same for what is taken with a doubt, such as an INN that cannot be one
    #[arg(long, value_name = "OUT", num_args = 0..=1)]
    save_doubtful: Option<Option<PathBuf>>,
    /// Recognise the columns, even where a mapping is saved for a table with this header
    #[arg(long)]
    no_mapping: bool,
}

/// A register, as the command line names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// Organisations
    Organizations,
    /// Persons
    Persons,
}

impl From<Kind> for client::Kind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Organizations => Self::Organization,
            Kind::Persons => Self::Person,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum UpdateBy {
    Inn,
    Email,
    Phone,
    Name,
    ExternalId,
}

impl From<UpdateBy> for Key {
    fn from(by: UpdateBy) -> Self {
        match by {
            UpdateBy::Inn => Self::Inn,
            UpdateBy::Email => Self::Email,
            UpdateBy::Phone => Self::Phone,
            UpdateBy::Name => Self::Name,
            UpdateBy::ExternalId => Self::ExternalId,
        }
    }
}

impl Import {
    /// Whether the file stays as it is.
    pub fn is_dry(&self) -> bool {
        self.dry_run
    }

    pub fn run(
        self,
        workspace: &mut Workspace,
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        if self.source.is_dir() {
            return self.run_whole(workspace, speech, out);
        }
        let (request, mapping) = self.request(workspace, Local::now().date_naive())?;
        for path in [&self.save_refused, &self.save_doubtful] {
            if let Some(Some(path)) = path {
                import::format_of(&request, path)?; // before anything is done
            }
        }
        let progress = Progress::default();
        let report = match self.dry_run {
            true => request.draft(workspace.read(), &progress)?.report,
            false => request.apply(workspace, &progress)?.value,
        };
        let [saved, doubtful] = [Remarked::Refused, Remarked::Doubtful]
            .map(|which| self.save(which, (&request, &report), speech.locale()));
        let (saved, doubtful) = (saved?, doubtful?);
        speech.answer(
            out,
            || {
                let mut object = object(&report, &request, speech.locale());
                object["mapping"] = json!(mapping);
                object["saved_refused"] = json!(saved);
                object["saved_doubtful"] = json!(doubtful);
                object
            },
            |locale| {
                let said = [
                    ("cli-import-mapping", &mapping),
                    ("cli-import-saved", &saved),
                    ("cli-import-saved-doubtful", &doubtful),
                ];
                let said = said.into_iter().filter_map(|(key, value)| {
                    let value = value.as_deref()?;
                    Some(locale.with(key, &[("value", value.into())]))
                });
                let told = words(&report, self.dry_run, locale);
                [told]
                    .into_iter()
                    .chain(said)
                    .collect::<Vec<_>>()
                    .join("\n")
            },
        )
    }

    /// Takes everything in that another file of ours has handed out.
    fn run_whole(
        &self,
        workspace: &mut Workspace,
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        let progress = Progress::default();
        let count = match self.dry_run {
            true => whole::draft(&self.source, &progress)?,
            false => whole::read(workspace, &self.source, &progress)?.value,
        };
        speech.answer(
            out,
            || whole_object(&count),
            |locale| {
                let [rows, left] = [count.total(), count.left].map(number);
                let [files, missing] = [count.files, count.missing].map(number);
                let places = [
                    ("rows", rows.into()),
                    ("left", left.into()),
                    ("files", files.into()),
                    ("missing", missing.into()),
                ];
                match self.dry_run {
                    true => locale.with("cli-import-all-draft", &places),
                    false => locale.with("cli-import-all-done", &places),
                }
            },
        )
    }

    /// What is to be imported, and the name of the saved mapping that tells its columns.
    fn request(
        &self,
        workspace: &Workspace,
        today: NaiveDate,
    ) -> Result<(Request, Option<String>)> {
        if CardFile::is_one(&self.source) {
            let cards = CardFile::open(&self.source)?;
            return Ok((Request::Cards(cards, today), None));
        }
        let catalog = workspace.read().catalog()?;
        let fields = catalog.fields;
        let choices = Choices {
            own: fields.iter().map(|field| field.name.clone()).collect(),
            ..Choices::default()
        };
        let source = Source::open_as(&self.source, &choices)?;
        let kind = self.kind.map(client::Kind::from);
        let mut known = catalog.mappings;
        known.retain(|kept| !self.no_mapping && kind.is_none_or(|kind| kind == kept.kind));
        let remembered = Mapping::remembered(&source, &known);
        let kept = remembered.as_ref().map(|(kept, _)| *kept);
        let mapping = match (remembered, kind) {
            (Some((_, mapping)), _) => mapping,
            (None, Some(kind)) => Mapping::guess_as_among(&source, kind, &fields),
            (None, None) => Mapping::guess_among(&source, &fields),
        };
        let mut options = Options::new(mapping, today);
        if let Some(kept) = kept {
            options.follow(kept);
        }
        options.update_by = self.update_by.map(Key::from).or(options.update_by);
        options.skips_bad_cells |= self.skip_bad_cells;
        let name = kept.map(|kept| kept.name.clone());
        Ok((Request::Table(Box::new(source), options), name))
    }

    /// Saves such rows where that was asked for, and answers where.
    fn save(
        &self,
        which: Remarked,
        (request, report): (&Request, &Report),
        locale: &Locale,
    ) -> Result<Option<String>> {
        let (path, remarks) = match which {
            Remarked::Refused => (&self.save_refused, &report.refused),
            Remarked::Doubtful => (&self.save_doubtful, &report.doubtful),
        };
        let Some(path) = path.as_ref().filter(|_| !remarks.is_empty()) else {
            return Ok(None);
        };
        let is_cards = matches!(request, Request::Cards(..));
        let beside = || import::beside(&self.source, which, is_cards);
        let path = path.clone().unwrap_or_else(beside);
        let title = locale.text("import-refused-reason");
        import::save_remarked(
            request,
            remarks,
            &path,
            (&title, &|fault| locale.row_fault(fault)),
            &Progress::default(),
        )?;
        Ok(Some(path.display().to_string()))
    }
}

/// A count as words are chosen by it.
pub fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// What was written or taken in, for other programs.
pub fn whole_object(count: &Count) -> Value {
    let rows: serde_json::Map<_, _> = count
        .rows
        .iter()
        .map(|(table, rows)| ((*table).to_owned(), json!(rows)))
        .collect();
    json!({
        "rows": rows,
        "left": count.left,
        "files": count.files,
        "missing": count.missing,
    })
}

fn object(report: &Report, request: &Request, locale: &Locale) -> Value {
    let remarks = |remarks: &[Remark]| -> Vec<Value> {
        let object = |remark: &Remark| json!({ "row": remark.row, "reason": locale.row_fault(&remark.reason) });
        remarks.iter().map(object).collect()
    };
    let mut object = json!({
        "rows": report.rows,
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "refused": remarks(&report.refused),
        "doubtful": remarks(&report.doubtful),
    });
    if let Request::Table(source, options) = request {
        let delimiter = source.delimiter();
        object["encoding"] = json!(source.encoding().map(Encoding::name));
        object["delimiter"] = json!(delimiter.map(|one| one.character().to_string()));
        object["columns"] = json!(options.mapping.names());
    }
    object
}

fn words(report: &Report, is_dry: bool, locale: &Locale) -> String {
    let counts = [
        ("rows", report.rows.into()),
        ("created", report.created.into()),
        ("updated", report.updated.into()),
        ("unchanged", report.unchanged.into()),
        ("refused", report.refused.len().into()),
        ("doubtful", report.doubtful_rows().into()),
    ];
    let mut lines = vec![match is_dry {
        true => locale.with("cli-import-draft", &counts),
        false => locale.with("cli-import-done", &counts),
    }];
    for remark in report.refused.iter().chain(&report.doubtful) {
        let row = i64::try_from(remark.row).unwrap_or(i64::MAX);
        let reason = locale.row_fault(&remark.reason);
        let places = [("row", row.into()), ("reason", reason.into())];
        lines.push(locale.with("cli-import-row", &places));
    }
    lines.join("\n")
}
