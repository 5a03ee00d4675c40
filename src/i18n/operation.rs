//! What operations are called.

use crate::domain::Operation;
use crate::i18n::Locale;

impl Locale {
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
            Operation::DeletePapers => "operation-delete-papers",
            Operation::RestorePaper => "operation-restore-paper",
            Operation::MakePaperFile => "operation-make-paper-file",
            Operation::AddPayment => "operation-add-payment",
            Operation::EditPayment => "operation-edit-payment",
            Operation::DeletePayment => "operation-delete-payment",
            Operation::DeletePayments => "operation-delete-payments",
            Operation::ImportPayments => "operation-import-payments",
            Operation::EditProducts => "operation-edit-products",
            Operation::ImportProducts => "operation-import-products",
            Operation::EditSalesSettings => "operation-edit-sales-settings",
            Operation::EditPaperTemplates => "operation-edit-paper-templates",
            Operation::WriteLetters => "operation-write-letters",
            Operation::CorrectDeclension => "operation-correct-declension",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

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
}
