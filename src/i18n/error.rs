//! Errors in words: what happened, what is safe, what to do.

use std::path::Path;

use crate::domain::attachment;
use crate::domain::department::Misplaced;
use crate::domain::paper::BadMask;
use crate::domain::task::tree;
use crate::error::{Error, Named};
use crate::i18n::Locale;

impl Locale {
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
        let path = |path: &Path| path.display().to_string();
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
}
