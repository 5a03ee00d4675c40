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
    /// An employee was entered.
    AddEmployee,
    /// An employee was changed.
    EditEmployee,
    /// One of our own companies was changed.
    EditCompany,
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
}

impl Operation {
    /// Every operation there is.
    pub const ALL: [Self; 42] = [
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
        Self::AddEmployee,
        Self::EditEmployee,
        Self::EditCompany,
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
    ];

    /// The name it has in the audit log; never changed, since old files hold it.
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
            Self::AddEmployee => "add-employee",
            Self::EditEmployee => "edit-employee",
            Self::EditCompany => "edit-company",
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
        }
    }
}
