//! What the user did, as the audit log and the undo button name it.

/// One deed of the user; everything that is written belongs to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operation {
    /// The file was made, with its first employee and own company.
    CreateWorkspace,
    /// Sample data were written.
    FillWithSamples,
    /// An organisation or a person was entered.
    AddClient,
    /// A card was changed.
    EditClient,
    /// One field of many cards was changed.
    EditClients,
    /// What to do next with clients was planned.
    PlanNextStep,
    /// Cards went to the bin.
    DeleteClients,
    /// Cards came back from the bin.
    RestoreClients,
    /// A group was made.
    AddGroup,
    /// A group was renamed.
    RenameGroup,
    /// A group was removed; its members stay.
    DeleteGroup,
    /// Cards joined or left a group.
    ChangeMembership,
    /// Cards were handed to another employee.
    Reassign,
    /// Cards were joined into one.
    MergeClients,
    /// Two cards that look alike were told apart.
    TellApart,
    /// An employee was entered.
    AddEmployee,
    /// An employee was changed.
    EditEmployee,
    /// One of our own companies was entered.
    AddCompany,
    /// One of our own companies was changed, or is the usual one now.
    EditCompany,
    /// One of our own companies was removed; papers that name it still do.
    DeleteCompany,
    /// A view was saved.
    AddView,
    /// A saved view was changed.
    EditView,
    /// A saved view was removed.
    DeleteView,
    /// A table was imported.
    Import,
    /// Two cards were linked.
    AddLink,
    /// A link was changed.
    EditLink,
    /// A link was taken away.
    DeleteLink,
    /// A department was made.
    AddDepartment,
    /// A department was renamed, on the cards of its people too.
    RenameDepartment,
    /// A department was moved.
    MoveDepartment,
    /// A department was removed; its people stay.
    DeleteDepartment,
    /// A person was put into another department.
    PlacePerson,
    /// Identity documents of a person were changed.
    EditDocuments,
    /// Places of work of a person were changed.
    EditCareer,
    /// A person moved to another employer.
    ChangeEmployer,
    /// Events in the life of a person were changed.
    EditLifeEvents,
    /// Files were put on a card.
    AttachFiles,
    /// A file on a card was given another name.
    RenameFile,
    /// A file was taken off a card.
    RemoveFile,
    /// A person was erased on request; the only operation that cannot be taken back.
    ErasePerson,
    /// A note was written on a card.
    AddNote,
    /// A note was changed, pinned or unpinned.
    EditNote,
    /// A note was removed.
    DeleteNote,
    /// The team of a client was changed.
    ChangeTeam,
    /// A consent was entered, changed or removed.
    ChangeConsents,
    /// A card was looked over and found right.
    CheckCard,
    /// A mapping of columns was given a name, or changed under it.
    SaveMapping,
    /// A mapping was renamed.
    RenameMapping,
    /// A mapping was removed.
    DeleteMapping,
    /// An entry joined a dictionary.
    AddTerm,
    /// An entry of a dictionary was renamed.
    EditTerm,
    /// The entries of a dictionary stand in another order.
    ReorderTerms,
    /// An entry was taken out of its dictionary; cards that name it still do.
    DeleteTerm,
    /// A custom field was made.
    AddField,
    /// A custom field was changed.
    EditField,
    /// The custom fields stand in another order.
    ReorderFields,
    /// A custom field was removed.
    DeleteField,
    /// A kind of link was made.
    AddLinkKind,
    /// A kind of link was renamed.
    EditLinkKind,
    /// A kind of link was removed.
    DeleteLinkKind,
    /// What the office requires of cards was changed.
    EditPolicy,
    /// A kind of operation was made.
    AddTaskKind,
    /// A kind of operation was changed, its results and reminders with it.
    EditTaskKind,
    /// The kinds of operation stand in another order.
    ReorderTaskKinds,
    /// A kind of operation was removed, or is no longer offered.
    DeleteTaskKind,
    /// A task was given.
    AddTask,
    /// A task was changed.
    EditTask,
    /// A task was removed, with what was below it.
    DeleteTask,
    /// When to be reminded was changed.
    EditReminders,
    /// The first dictionaries and templates were written.
    Equip,
    /// Absences, hours of work or unusual days were changed.
    EditWorkingTime,
    /// A task was moved to another time, or made longer or shorter.
    RescheduleTask,
    /// A task was done, lost or called off.
    FinishTask,
    /// A finished task was taken up again.
    ReopenTask,
    /// A task was put elsewhere in its tree.
    MoveTask,
    /// A project was put on another step of the funnel.
    AdvanceDeal,
    /// An item of a check list was ticked or unticked.
    TickItem,
    /// Tasks were given to others.
    AssignTask,
    /// A task was made to repeat, by another rule, or no longer.
    RepeatTask,
    /// A repetition and all later ones were changed.
    EditFollowing,
    /// A repetition and all later ones were removed.
    DeleteFollowing,
    /// The program made the repetitions of the months to come.
    ProlongSeries,
    /// A project was made from a template.
    AddProject,
    /// A template of projects was made.
    AddTemplate,
    /// A template of projects was changed.
    EditTemplate,
    /// A template of projects was removed; projects made from it stay.
    DeleteTemplate,
    /// A paper was made: an offer, a contract, an invoice.
    AddPaper,
    /// A paper was changed.
    EditPaper,
    /// A paper went to the bin.
    DeletePaper,
    /// Several papers were thrown away.
    DeletePapers,
    /// A paper came back from the bin.
    RestorePaper,
    /// A file was made of a paper.
    MakePaperFile,
    /// A payment or a refund was entered.
    AddPayment,
    /// A payment was changed, or shared out among other invoices.
    EditPayment,
    /// A payment was removed.
    DeletePayment,
    /// Several payments were removed.
    DeletePayments,
    /// Payments were taken from a statement of a bank.
    ImportPayments,
    /// Products, prices or price lists were changed.
    EditProducts,
    /// Products and prices were taken from a table.
    ImportProducts,
    /// Kinds of contract, masks of numbers or rates of tax were changed.
    EditSalesSettings,
    /// Templates of papers were added, changed or removed.
    EditPaperTemplates,
    /// Letters were made for many, each noted in the history of its recipient.
    WriteLetters,
    /// How a name is declined was corrected.
    CorrectDeclension,
}

impl Operation {
    /// Every operation there is.
    pub const ALL: &[Self] = &[
        Self::CreateWorkspace,
        Self::FillWithSamples,
        Self::AddClient,
        Self::EditClient,
        Self::EditClients,
        Self::PlanNextStep,
        Self::DeleteClients,
        Self::RestoreClients,
        Self::AddGroup,
        Self::RenameGroup,
        Self::DeleteGroup,
        Self::ChangeMembership,
        Self::Reassign,
        Self::MergeClients,
        Self::TellApart,
        Self::AddEmployee,
        Self::EditEmployee,
        Self::AddCompany,
        Self::EditCompany,
        Self::DeleteCompany,
        Self::AddView,
        Self::EditView,
        Self::DeleteView,
        Self::Import,
        Self::AddLink,
        Self::EditLink,
        Self::DeleteLink,
        Self::AddDepartment,
        Self::RenameDepartment,
        Self::MoveDepartment,
        Self::DeleteDepartment,
        Self::PlacePerson,
        Self::EditDocuments,
        Self::EditCareer,
        Self::ChangeEmployer,
        Self::EditLifeEvents,
        Self::AttachFiles,
        Self::RenameFile,
        Self::RemoveFile,
        Self::ErasePerson,
        Self::AddNote,
        Self::EditNote,
        Self::DeleteNote,
        Self::ChangeTeam,
        Self::ChangeConsents,
        Self::CheckCard,
        Self::SaveMapping,
        Self::RenameMapping,
        Self::DeleteMapping,
        Self::AddTerm,
        Self::EditTerm,
        Self::ReorderTerms,
        Self::DeleteTerm,
        Self::AddField,
        Self::EditField,
        Self::ReorderFields,
        Self::DeleteField,
        Self::AddLinkKind,
        Self::EditLinkKind,
        Self::DeleteLinkKind,
        Self::EditPolicy,
        Self::AddTaskKind,
        Self::EditTaskKind,
        Self::ReorderTaskKinds,
        Self::DeleteTaskKind,
        Self::AddTask,
        Self::EditTask,
        Self::DeleteTask,
        Self::EditReminders,
        Self::Equip,
        Self::EditWorkingTime,
        Self::RescheduleTask,
        Self::FinishTask,
        Self::ReopenTask,
        Self::MoveTask,
        Self::AdvanceDeal,
        Self::TickItem,
        Self::AssignTask,
        Self::RepeatTask,
        Self::EditFollowing,
        Self::DeleteFollowing,
        Self::ProlongSeries,
        Self::AddProject,
        Self::AddTemplate,
        Self::EditTemplate,
        Self::DeleteTemplate,
        Self::AddPaper,
        Self::EditPaper,
        Self::DeletePaper,
        Self::DeletePapers,
        Self::RestorePaper,
        Self::MakePaperFile,
        Self::AddPayment,
        Self::EditPayment,
        Self::DeletePayment,
        Self::DeletePayments,
        Self::ImportPayments,
        Self::EditProducts,
        Self::ImportProducts,
        Self::EditSalesSettings,
        Self::EditPaperTemplates,
        Self::WriteLetters,
        Self::CorrectDeclension,
    ];

    /// The name it has in the audit log; never changed, since old files hold it.
    #[expect(clippy::too_many_lines, reason = "a line for each operation")]
    pub fn name(self) -> &'static str {
        match self {
            Self::CreateWorkspace => "create-workspace",
            Self::FillWithSamples => "fill-with-samples",
            Self::AddClient => "add-client",
            Self::EditClient => "edit-client",
            Self::EditClients => "edit-clients",
            Self::PlanNextStep => "plan-next-step",
            Self::DeleteClients => "delete-clients",
            Self::RestoreClients => "restore-clients",
            Self::AddGroup => "add-group",
            Self::RenameGroup => "rename-group",
            Self::DeleteGroup => "delete-group",
            Self::ChangeMembership => "change-membership",
            Self::Reassign => "reassign",
            Self::MergeClients => "merge-clients",
            Self::TellApart => "tell-apart",
            Self::AddEmployee => "add-employee",
            Self::EditEmployee => "edit-employee",
            Self::AddCompany => "add-company",
            Self::EditCompany => "edit-company",
            Self::DeleteCompany => "delete-company",
            Self::AddView => "add-view",
            Self::EditView => "edit-view",
            Self::DeleteView => "delete-view",
            Self::Import => "import",
            Self::AddLink => "add-link",
            Self::EditLink => "edit-link",
            Self::DeleteLink => "delete-link",
            Self::AddDepartment => "add-department",
            Self::RenameDepartment => "rename-department",
            Self::MoveDepartment => "move-department",
            Self::DeleteDepartment => "delete-department",
            Self::PlacePerson => "place-person",
            Self::EditDocuments => "edit-documents",
            Self::EditCareer => "edit-career",
            Self::ChangeEmployer => "change-employer",
            Self::EditLifeEvents => "edit-life-events",
            Self::AttachFiles => "attach-files",
            Self::RenameFile => "rename-file",
            Self::RemoveFile => "remove-file",
            Self::ErasePerson => "erase-person",
            Self::AddNote => "add-note",
            Self::EditNote => "edit-note",
            Self::DeleteNote => "delete-note",
            Self::ChangeTeam => "change-team",
            Self::ChangeConsents => "change-consents",
            Self::CheckCard => "check-card",
            Self::SaveMapping => "save-mapping",
            Self::RenameMapping => "rename-mapping",
            Self::DeleteMapping => "delete-mapping",
            Self::AddTerm => "add-term",
            Self::EditTerm => "edit-term",
            Self::ReorderTerms => "reorder-terms",
            Self::DeleteTerm => "delete-term",
            Self::AddField => "add-field",
            Self::EditField => "edit-field",
            Self::ReorderFields => "reorder-fields",
            Self::DeleteField => "delete-field",
            Self::AddLinkKind => "add-link-kind",
            Self::EditLinkKind => "edit-link-kind",
            Self::DeleteLinkKind => "delete-link-kind",
            Self::EditPolicy => "edit-policy",
            Self::AddTaskKind => "add-task-kind",
            Self::EditTaskKind => "edit-task-kind",
            Self::ReorderTaskKinds => "reorder-task-kinds",
            Self::DeleteTaskKind => "delete-task-kind",
            Self::AddTask => "add-task",
            Self::EditTask => "edit-task",
            Self::DeleteTask => "delete-task",
            Self::EditReminders => "edit-reminders",
            Self::Equip => "equip",
            Self::EditWorkingTime => "edit-working-time",
            Self::RescheduleTask => "reschedule-task",
            Self::FinishTask => "finish-task",
            Self::ReopenTask => "reopen-task",
            Self::MoveTask => "move-task",
            Self::AdvanceDeal => "advance-deal",
            Self::TickItem => "tick-item",
            Self::AssignTask => "assign-task",
            Self::RepeatTask => "repeat-task",
            Self::EditFollowing => "edit-following",
            Self::DeleteFollowing => "delete-following",
            Self::ProlongSeries => "prolong-series",
            Self::AddProject => "add-project",
            Self::AddTemplate => "add-template",
            Self::EditTemplate => "edit-template",
            Self::DeleteTemplate => "delete-template",
            Self::AddPaper => "add-paper",
            Self::EditPaper => "edit-paper",
            Self::DeletePaper => "delete-paper",
            Self::DeletePapers => "delete-papers",
            Self::RestorePaper => "restore-paper",
            Self::MakePaperFile => "make-paper-file",
            Self::AddPayment => "add-payment",
            Self::EditPayment => "edit-payment",
            Self::DeletePayment => "delete-payment",
            Self::DeletePayments => "delete-payments",
            Self::ImportPayments => "import-payments",
            Self::EditProducts => "edit-products",
            Self::ImportProducts => "import-products",
            Self::EditSalesSettings => "edit-sales-settings",
            Self::EditPaperTemplates => "edit-paper-templates",
            Self::WriteLetters => "write-letters",
            Self::CorrectDeclension => "correct-declension",
        }
    }
}
