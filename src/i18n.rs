//! Languages: messages, plurals, dates, numbers and money.

mod amount;
mod calendar;
mod datum;
mod doubt;
mod faults;
mod filter;
mod format;
mod letter;
mod likeness;
mod numeral;
mod paper;
mod printed_form;
mod reminder;
pub mod russian;
mod salutation;
mod template;
mod words;
mod work;

use std::borrow::Cow;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::domain::department::Misplaced;
use crate::domain::paper::BadMask;
use crate::domain::task::tree;
use crate::domain::{Operation, attachment};
use crate::error::{Error, Named};

pub use amount::Minor;
pub use filter::FilterWords;
pub use numeral::Counted;

/// A language the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// русский
    Russian,
    /// English
    English,
}

impl Language {
    /// Every language there is.
    pub const ALL: [Self; 2] = [Self::Russian, Self::English];

    /// Its two-letter code (ISO 639-1).
    pub fn code(self) -> &'static str {
        match self {
            Self::Russian => "ru",
            Self::English => "en",
        }
    }

    /// The language that most letters of a text are of; `None` where it has neither.
    pub fn of_text(text: &str) -> Option<Self> {
        let letters = |is: fn(&char) -> bool| text.chars().filter(is).count();
        let latin = letters(char::is_ascii_alphabetic);
        let cyrillic = letters(|c| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'));
        match (latin, cyrillic) {
            (0, 0) => None,
            (latin, cyrillic) if cyrillic > latin => Some(Self::Russian),
            _ => Some(Self::English),
        }
    }

    /// The language of a tag such as `ru-RU` or `en_US.UTF-8`; English for any other.
    pub fn of_tag(tag: &str) -> Self {
        let code = tag.split(['-', '_', '.']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(code))
            .unwrap_or(Self::English)
    }

    /// Its own name for itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::Russian => "Русский",
            Self::English => "English",
        }
    }

    fn files(self) -> &'static [&'static str] {
        match self {
            Self::Russian => files::RUSSIAN,
            Self::English => files::ENGLISH,
        }
    }
}

/// The messages of each language, one file for each area; a test compares the languages.
mod files {
    macro_rules! files {
        ($language:literal) => {
            &[
                include_str!(concat!("../assets/i18n/", $language, "/bin.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/biography.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/calendar.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/cli.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/clients.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/common.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/companies.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/dispute.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/doubts.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/edit.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/duplicates.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/errors.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/exchange.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/files.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/fill.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/filter.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/form.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/groups.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/history.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/kinds.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/letters.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/notes.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/notices.ftl")),
                include_str!(concat!(
                    "../assets/i18n/",
                    $language,
                    "/office_templates.ftl"
                )),
                include_str!(concat!("../assets/i18n/", $language, "/operations.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/printed_forms.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/paper_settings.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/papers.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/paper_form.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/profile.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/register.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/reminders.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/repetition.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/results.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/sales.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/salutations.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/search.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/settings.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/shortcuts.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/start.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/starter.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/story.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/templates.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/today.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/views.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/working_time.ftl")),
                include_str!(concat!("../assets/i18n/", $language, "/work.ftl")),
            ]
        };
    }

    pub const RUSSIAN: &[&str] = files!("ru");
    pub const ENGLISH: &[&str] = files!("en");
}

/// One language: its messages, its plurals, its formats of dates and money.
///
/// A value, not a global: a letter may speak Russian while the window speaks English.
pub struct Locale {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Locale").field(&self.language).finish()
    }
}

/// A value put into a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    /// A whole number: it is grouped as the language groups digits, and chooses the plural.
    Count(i64),
    /// A text, put in as it is.
    Text(String),
}

impl From<i64> for Argument {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Argument {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Locale {
    /// The locale of a language.
    ///
    /// # Panics
    /// Never in a released program: the messages are compiled in, and tests read them all.
    pub fn new(language: Language) -> Self {
        let id = language.code().parse().expect("a known language code");
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Russian => |value: &FluentValue, _: &_| grouped(value, Language::Russian),
            Language::English => |value: &FluentValue, _: &_| grouped(value, Language::English),
        }));
        for file in language.files() {
            let file = FluentResource::try_new((*file).to_owned()).expect("well-formed messages");
            bundle.add_resource(file).expect("no message twice");
        }
        Self { language, bundle }
    }

    /// Which language it speaks.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The label of the undo button and of a line in the audit log.
    #[expect(clippy::too_many_lines, reason = "a line for each operation")]
    pub fn operation(&self, operation: Operation) -> String {
        self.text(match operation {
            Operation::CreateWorkspace => "operation-create-workspace",
            Operation::FillWithSamples => "operation-fill-with-samples",
            Operation::AddClient => "operation-add-client",
            Operation::EditClient => "operation-edit-client",
            Operation::EditClients => "operation-edit-clients",
            Operation::PlanNextStep => "operation-plan-next-step",
            Operation::DeleteClients => "operation-delete-clients",
            Operation::RestoreClients => "operation-restore-clients",
            Operation::AddGroup => "operation-add-group",
            Operation::RenameGroup => "operation-rename-group",
            Operation::DeleteGroup => "operation-delete-group",
            Operation::ChangeMembership => "operation-change-membership",
            Operation::Reassign => "operation-reassign",
            Operation::MergeClients => "operation-merge-clients",
            Operation::TellApart => "operation-tell-apart",
            Operation::AddEmployee => "operation-add-employee",
            Operation::EditEmployee => "operation-edit-employee",
            Operation::AddCompany => "operation-add-company",
            Operation::EditCompany => "operation-edit-company",
            Operation::DeleteCompany => "operation-delete-company",
            Operation::AddView => "operation-add-view",
            Operation::EditView => "operation-edit-view",
            Operation::DeleteView => "operation-delete-view",
            Operation::Import => "operation-import",
            Operation::AddLink => "operation-add-link",
            Operation::EditLink => "operation-edit-link",
            Operation::DeleteLink => "operation-delete-link",
            Operation::AddDepartment => "operation-add-department",
            Operation::RenameDepartment => "operation-rename-department",
            Operation::MoveDepartment => "operation-move-department",
            Operation::DeleteDepartment => "operation-delete-department",
            Operation::PlacePerson => "operation-place-person",
            Operation::EditDocuments => "operation-edit-documents",
            Operation::EditCareer => "operation-edit-career",
            Operation::ChangeEmployer => "operation-change-employer",
            Operation::EditLifeEvents => "operation-edit-life-events",
            Operation::AttachFiles => "operation-attach-files",
            Operation::RenameFile => "operation-rename-file",
            Operation::RemoveFile => "operation-remove-file",
            Operation::ErasePerson => "operation-erase-person",
            Operation::AddNote => "operation-add-note",
            Operation::EditNote => "operation-edit-note",
            Operation::DeleteNote => "operation-delete-note",
            Operation::ChangeTeam => "operation-change-team",
            Operation::ChangeConsents => "operation-change-consents",
            Operation::CheckCard => "operation-check-card",
            Operation::SaveMapping => "operation-save-mapping",
            Operation::RenameMapping => "operation-rename-mapping",
            Operation::DeleteMapping => "operation-delete-mapping",
            Operation::AddTerm => "operation-add-term",
            Operation::EditTerm => "operation-edit-term",
            Operation::ReorderTerms => "operation-reorder-terms",
            Operation::DeleteTerm => "operation-delete-term",
            Operation::AddField => "operation-add-field",
            Operation::EditField => "operation-edit-field",
            Operation::ReorderFields => "operation-reorder-fields",
            Operation::DeleteField => "operation-delete-field",
            Operation::AddLinkKind => "operation-add-link-kind",
            Operation::EditLinkKind => "operation-edit-link-kind",
            Operation::DeleteLinkKind => "operation-delete-link-kind",
            Operation::EditPolicy => "operation-edit-policy",
            Operation::AddTaskKind => "operation-add-task-kind",
            Operation::EditTaskKind => "operation-edit-task-kind",
            Operation::ReorderTaskKinds => "operation-reorder-task-kinds",
            Operation::DeleteTaskKind => "operation-delete-task-kind",
            Operation::AddTask => "operation-add-task",
            Operation::EditTask => "operation-edit-task",
            Operation::DeleteTask => "operation-delete-task",
            Operation::EditReminders => "operation-edit-reminders",
            Operation::Equip => "operation-equip",
            Operation::EditWorkingTime => "operation-edit-working-time",
            Operation::RescheduleTask => "operation-reschedule-task",
            Operation::FinishTask => "operation-finish-task",
            Operation::ReopenTask => "operation-reopen-task",
            Operation::MoveTask => "operation-move-task",
            Operation::AdvanceDeal => "operation-advance-deal",
            Operation::TickItem => "operation-tick-item",
            Operation::AssignTask => "operation-assign-task",
            Operation::RepeatTask => "operation-repeat-task",
            Operation::EditFollowing => "operation-edit-following",
            Operation::DeleteFollowing => "operation-delete-following",
            Operation::ProlongSeries => "operation-prolong-series",
            Operation::AddProject => "operation-add-project",
            Operation::AddTemplate => "operation-add-template",
            Operation::EditTemplate => "operation-edit-template",
            Operation::DeleteTemplate => "operation-delete-template",
            Operation::AddPaper => "operation-add-paper",
            Operation::EditPaper => "operation-edit-paper",
            Operation::DeletePaper => "operation-delete-paper",
            Operation::RestorePaper => "operation-restore-paper",
            Operation::MakePaperFile => "operation-make-paper-file",
            Operation::AddPayment => "operation-add-payment",
            Operation::EditPayment => "operation-edit-payment",
            Operation::DeletePayment => "operation-delete-payment",
            Operation::ImportPayments => "operation-import-payments",
            Operation::EditProducts => "operation-edit-products",
            Operation::ImportProducts => "operation-import-products",
            Operation::EditSalesSettings => "operation-edit-sales-settings",
            Operation::EditPaperTemplates => "operation-edit-paper-templates",
            Operation::WriteLetters => "operation-write-letters",
            Operation::CorrectDeclension => "operation-correct-declension",
        })
    }

    /// Why a department cannot stand where it was to be put.
    fn misplaced(&self, why: Misplaced) -> String {
        self.text(match why {
            Misplaced::InItself => "error-department-in-itself",
            Misplaced::TooDeep => "error-department-too-deep",
            Misplaced::Gone => "error-missing",
        })
    }

    /// Why a task cannot stand where it was to be put.
    fn task_misplaced(&self, why: tree::Misplaced) -> String {
        self.text(match why {
            tree::Misplaced::InItself => "error-task-in-itself",
            tree::Misplaced::WrongRank => "error-task-wrong-rank",
            tree::Misplaced::TooDeep => "error-task-too-deep",
            tree::Misplaced::Gone => "error-missing",
        })
    }

    /// Why a pattern makes no numbers.
    pub fn bad_mask(&self, why: &BadMask) -> String {
        match why {
            BadMask::NoCounter => self.text("error-mask-no-counter"),
            BadMask::Unclosed => self.text("error-mask-unclosed"),
            BadMask::Unknown(part) => {
                self.with("error-mask-unknown", &[("part", part.as_str().into())])
            }
        }
    }

    /// That nothing of a sort goes by a name.
    fn none_named(&self, what: Named, name: &str) -> String {
        let key = match what {
            Named::Client => "error-no-client-named",
            Named::Employee => "error-no-employee",
            Named::TaskKind => "error-no-task-kind-named",
            Named::TaskResult => "error-no-task-result-named",
            Named::LossReason => "error-no-loss-reason-named",
            Named::Template => "error-no-template-named",
            Named::PriceList => "error-no-price-list-named",
            Named::PaperTemplate => "error-no-paper-template-named",
            Named::Line => "error-no-line-named",
            Named::View => "error-no-view-named",
            Named::Letter => "error-no-letter-named",
            Named::TaxRate => "error-no-tax-rate-named",
            Named::Invoice => "error-no-invoice-named",
            Named::Picture => "error-no-picture-named",
        };
        self.with(key, &[("name", name.into())])
    }

    fn newer_version(&self, found: i64, known: i64) -> String {
        let [found, known] = [found, known].map(|version| version.to_string().into());
        self.with("error-newer-version", &[("found", found), ("known", known)])
    }

    fn too_large(&self, size: u64) -> String {
        let told = [
            ("size", self.size(size).into()),
            ("limit", self.size(attachment::LIMIT).into()),
        ];
        self.with("error-too-large", &told)
    }

    /// What happened, what is safe and what to do, in words for the user.
    #[expect(clippy::too_many_lines, reason = "a line for each error")]
    pub fn error(&self, error: &Error) -> String {
        let path = |path: &std::path::Path| path.display().to_string();
        match error {
            Error::Conflict { .. } => self.text("error-conflict"),
            Error::NoFile(at) => self.with("error-no-file", &[("path", path(at).into())]),
            Error::IsFolder(at) => self.with("error-is-folder", &[("path", path(at).into())]),
            Error::AlreadyThere(at) => {
                self.with("error-already-there", &[("path", path(at).into())])
            }
            Error::NotEmpty(at) => self.with("error-not-empty", &[("path", path(at).into())]),
            Error::EmptyFile(at) => self.with("error-empty-file", &[("path", path(at).into())]),
            Error::NotOurs(at) => self.with("error-not-ours", &[("path", path(at).into())]),
            Error::NewerVersion { found, known } => self.newer_version(*found, *known),
            Error::Damaged(details) => {
                self.with("error-damaged", &[("details", details.as_str().into())])
            }
            Error::ReadOnly => self.text("error-read-only"),
            Error::DiskFull => self.text("error-disk-full"),
            Error::Replaced => self.text("error-replaced"),
            Error::Busy => self.text("error-busy"),
            Error::Unreadable(what) => self.with("error-unreadable", &[("what", (*what).into())]),
            Error::Missing(_) => self.text("error-missing"),
            Error::Misplaced(why) => self.misplaced(*why),
            Error::TaskMisplaced(why) => self.task_misplaced(*why),
            Error::StepsToDo(steps) => {
                self.with("error-steps-to-do", &[("steps", steps.join(", ").into())])
            }
            Error::ResultMissing => self.text("error-result-missing"),
            Error::RequiredSteps(steps) => self.with(
                "error-required-steps",
                &[("steps", steps.join(", ").into())],
            ),
            Error::NumberTaken(number) => {
                self.with("error-number-taken", &[("number", number.as_str().into())])
            }
            Error::BadMask(why) => self.bad_mask(why),
            Error::SumTooLarge => self.text("error-sum-too-large"),
            Error::OverAllocated => self.text("error-over-allocated"),
            Error::NothingToUndo => self.text("error-nothing-to-undo"),
            Error::NothingToRedo => self.text("error-nothing-to-redo"),
            Error::DifferentKinds => self.text("error-different-kinds"),
            Error::NoDisplay => self.text("error-no-display"),
            Error::Cancelled => self.text("error-cancelled"),
            Error::Closed => self.text("error-closed"),
            Error::UnreadableTable(fault) => self.with(
                "error-unreadable-table",
                &[("reason", self.table_fault(fault).into())],
            ),
            Error::UnknownFormat(at) => {
                self.with("error-unknown-format", &[("path", path(at).into())])
            }
            Error::TooLarge(size) => self.too_large(*size),
            Error::NoContent(name) => {
                self.with("error-no-content", &[("name", name.as_str().into())])
            }
            Error::DamagedContent(name) => {
                self.with("error-damaged-content", &[("name", name.as_str().into())])
            }
            Error::NoProgram(at) => self.with("error-no-program", &[("path", path(at).into())]),
            Error::NoOffice => self.text("error-no-office"),
            Error::NoPrinting(at) => self.with("error-no-printing", &[("path", path(at).into())]),
            Error::Erased => self.text("error-erased"),
            Error::NotAPerson => self.text("error-not-a-person"),
            Error::NoLetters => self.text("error-no-letters"),
            Error::NoGround => self.text("error-no-ground"),
            Error::NoneNamed { what, name } => self.none_named(*what, name),
            Error::ManyNamed { name, .. } => {
                self.with("error-many-named", &[("name", name.as_str().into())])
            }
            Error::NoGroup(name) => self.with("error-no-group", &[("name", name.as_str().into())]),
            Error::BadTemplate(faults) => self.template_faults(faults),
            Error::BadFilter(fault) => self.filter_fault(fault),
            Error::UnclearFilter { text, mistake } => self.filter_mistake(mistake, text),
            Error::UnclearLine(line) => {
                self.with("error-unclear-line", &[("line", (*line).into())])
            }
            Error::Failed { source, .. } => {
                self.with("error-failed", &[("cause", source.to_string().into())])
            }
        }
    }

    /// The message named `key`, which takes no arguments.
    pub fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The message named `key`, its places filled with `arguments`.
    pub fn with(&self, key: &str, arguments: &[(&str, Argument)]) -> String {
        let arguments: FluentArgs = arguments
            .iter()
            .map(|(name, argument)| (Cow::from((*name).to_owned()), argument.to_fluent()))
            .collect();
        let pattern = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value());
        pattern.map_or(key.to_owned(), |pattern| {
            self.bundle
                .format_pattern(pattern, Some(&arguments), &mut Vec::new())
                .into_owned()
        })
    }
}

impl Argument {
    fn to_fluent(&self) -> FluentValue<'static> {
        match self {
            Self::Count(count) => FluentValue::from(*count),
            Self::Text(text) => FluentValue::from(text.clone()),
        }
    }
}

fn grouped(value: &FluentValue, language: Language) -> Option<String> {
    match value {
        #[expect(clippy::cast_possible_truncation, reason = "counts are whole numbers")]
        FluentValue::Number(number) => Some(format::grouped(number.value as i64, language)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_has_a_label() {
        for language in Language::ALL {
            let locale = Locale::new(language);
            for operation in Operation::ALL.iter().copied() {
                let label = locale.operation(operation);
                assert!(!label.starts_with("operation-"), "{label}");
            }
        }
    }

    #[test]
    fn a_language_is_found_by_its_tag() {
        assert_eq!(Language::of_tag("ru_RU.UTF-8"), Language::Russian);
        assert_eq!(Language::of_tag("en-GB"), Language::English);
        assert_eq!(Language::of_tag("C"), Language::English);
    }
}
