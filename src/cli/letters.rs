mod answer;
mod recipients;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{Local, NaiveDate, Utc};
use clap::ValueEnum;

use super::{Speech, named};
use crate::documents::letters::{self, Checked, Form, Made, Mailing, Output};
use crate::domain::mailing::ConsentRule;
use crate::domain::paper::PaperKind;
use crate::domain::text::fold;
use crate::domain::{Client, Id, PrintedForm, Progress};
use crate::error::{Error, Named, Result};
use crate::i18n::Locale;
use crate::workspace::Workspace;

/// Make letters, envelopes or labels for many clients, and note the letters in their histories
#[derive(Debug, clap::Args)]
pub struct Letters {
    /// What to make: letter, greeting, the title of a template of the office, or a .docx of your own
    #[arg(long, value_name = "TEMPLATE", required_unless_present_any = ["envelopes", "labels"])]
    template: Option<String>,
    /// Envelopes, beside the letters or alone
    #[arg(long, value_enum)]
    envelopes: Option<Envelope>,
    /// Sheets of 24 labels, beside the letters or alone
    #[arg(long)]
    labels: bool,
    #[command(flatten)]
    recipients: recipients::Recipients,
    /// Where to write: a folder, or one .docx for all
    #[arg(long, value_name = "DIR|FILE", required_unless_present = "dry_run")]
    out: Option<PathBuf>,
    /// All letters in one file
    #[arg(long)]
    join: bool,
    /// The subject, where the template asks for one
    #[arg(long, default_value = "", hide_default_value = true)]
    subject: String,
    /// The text of the letter, where the template asks for one
    #[arg(long, default_value = "", hide_default_value = true)]
    text: String,
    /// A file with the text of the letter
    #[arg(long, value_name = "FILE", conflicts_with = "text")]
    text_file: Option<PathBuf>,
    /// The date of the letters; today unless told
    #[arg(long, value_name = "DAY", value_parser = named::day)]
    date: Option<NaiveDate>,
    /// Only to those who have agreed to mailings, instead of all who have not refused
    #[arg(long)]
    agreed_only: bool,
    /// Note nothing in the histories of the recipients
    #[arg(long)]
    no_history: bool,
    /// Only look at all letters, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// An envelope, as the command line names it.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Envelope {
    /// 220 by 110 mm
    Dl,
    /// 229 by 162 mm
    C5,
}

/// One thing that is made for everybody: letters, envelopes, labels.
struct Part {
    form: Form,
    mailing: Mailing,
    checked: Vec<Checked>,
    made: Made,
}

impl Letters {
    /// Whether it writes nothing.
    pub fn is_dry(&self) -> bool {
        self.dry_run
    }

    pub fn run(
        self,
        workspace: &mut Workspace,
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        let locale = speech.locale();
        let mut parts = Vec::new();
        let clients = self.recipients.clients(workspace, locale)?;
        for form in self.forms(workspace)? {
            parts.push(self.checked(form, &clients, workspace, locale)?);
        }
        let is_any = parts
            .iter()
            .flat_map(|part| &part.checked)
            .any(Checked::is_ready);
        if !self.dry_run && is_any {
            let is_alone = parts.len() == 1;
            for part in &mut parts {
                self.write(part, is_alone, workspace, locale)?;
            }
        }
        answer::tell(&parts, speech, out)?;
        match is_any || self.dry_run {
            true => Ok(()),
            false => Err(Error::NoLetters),
        }
    }

    fn forms(&self, workspace: &Workspace) -> Result<Vec<Form>> {
        let template = self.template.as_deref().map(|name| form(workspace, name));
        let envelope = self.envelopes.map(|envelope| match envelope {
            Envelope::Dl => PrintedForm::EnvelopeDl,
            Envelope::C5 => PrintedForm::EnvelopeC5,
        });
        let labels = self.labels.then_some(PrintedForm::Labels);
        let ready = envelope
            .into_iter()
            .chain(labels)
            .map(|form| Ok(Form::Ready(form)));
        template.into_iter().chain(ready).collect()
    }

    fn checked(
        &self,
        form: Form,
        clients: &[Id<Client>],
        workspace: &Workspace,
        locale: &Locale,
    ) -> Result<Part> {
        let contents = workspace.contents();
        let text = match &self.text_file {
            Some(path) => read_text(path)?,
            None => self.text.clone(),
        };
        let mailing = Mailing {
            template: Arc::new(form.open(contents, locale.language())?),
            title: form.title(locale),
            subject: self.subject.clone(),
            text,
            company: None,
            rule: match self.agreed_only {
                true => ConsentRule::Given,
                false => ConsentRule::NotRefused,
            },
            today: self.date.unwrap_or_else(|| Local::now().date_naive()),
        };
        let words = Locale::new(mailing.language(locale.language()));
        let writer = letters::Writer::new((workspace.read(), contents), &mailing, &words)?;
        let checked = writer.check(clients, &Progress::default())?;
        Ok(Part {
            form,
            mailing,
            checked,
            made: Made::default(),
        })
    }

    fn write(
        &self,
        part: &mut Part,
        is_alone: bool,
        workspace: &mut Workspace,
        locale: &Locale,
    ) -> Result<()> {
        if !part.checked.iter().any(Checked::is_ready) {
            return Ok(());
        }
        let output = self.output(part, is_alone);
        let contents = workspace.contents().clone();
        let around = (workspace.read(), &contents);
        let words = Locale::new(part.mailing.language(locale.language()));
        let writer = letters::Writer::new(around, &part.mailing, &words)?;
        part.made = writer.write(&part.checked, &output, &Progress::default())?;
        if part.form.is_letter() && !self.no_history {
            letters::note(workspace, &part.mailing, &part.made, Utc::now())?;
        }
        Ok(())
    }

    /// Where a part goes: a file that is named is that of the letters; what goes with them lies
    /// beside, under its own name.
    fn output(&self, part: &Part, is_alone: bool) -> Output {
        let out = self.out.clone().unwrap_or_default();
        let ending = out.extension().unwrap_or_default();
        let is_file = ending.eq_ignore_ascii_case("docx") && !out.is_dir();
        let is_first = is_alone || part.form.is_letter();
        let beside =
            |folder: &Path| Output::File(folder.join(format!("{}.docx", part.mailing.title)));
        match (is_file, is_first) {
            (true, true) => Output::File(out),
            (true, false) => beside(out.parent().unwrap_or(Path::new(""))),
            (false, true) if !self.join => Output::Folder(out),
            (false, _) if part.mailing.is_for_all() => Output::Folder(out),
            (false, _) => {
                // Made only where there is something to put into it; a failure is told by the file.
                let _ = fs::create_dir_all(&out);
                beside(&out)
            }
        }
    }
}

/// The form of that name, the template of the office of that title, or the file.
fn form(workspace: &Workspace, said: &str) -> Result<Form> {
    let ready = PrintedForm::of_name(said).filter(|form| Form::READY.contains(form));
    if let Some(form) = ready {
        return Ok(Form::Ready(form));
    }
    let office = workspace.read().paper_templates(PaperKind::Letter)?;
    let meant = |title: &str| fold(title) == fold(said);
    if let Some(template) = office.into_iter().find(|one| meant(&one.title)) {
        return Ok(Form::Office(Box::new(template)));
    }
    let path = PathBuf::from(said);
    match path.exists() || path.extension().is_some() {
        true => Ok(Form::File(path)),
        false => Err(Error::NoneNamed {
            what: Named::Letter,
            name: said.to_owned(),
        }),
    }
}

fn read_text(path: &Path) -> Result<String> {
    let text = fs::read_to_string(path).map_err(Error::reading(path))?;
    Ok(text.trim_start_matches('\u{feff}').trim_end().to_owned())
}
