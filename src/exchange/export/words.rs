//! The messages of closed lists, as cells of a table show them and an import reads them again.

use crate::domain::profile::{Medium, PoliticalRole, Stage};

/// Every one of them.
pub(super) const ALL: [&str; 18] = [
    "stage-prospect",
    "stage-responder",
    "stage-active",
    "stage-former",
    "medium-phone",
    "medium-email",
    "medium-messenger",
    "medium-meeting",
    "medium-post",
    "medium-fax",
    "medium-web",
    "political-role-decision-maker",
    "political-role-adviser",
    "political-role-supporter",
    "political-role-opponent",
    "political-role-gatekeeper",
    "political-role-user",
    "political-role-payer",
];

pub(super) fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Prospect => "stage-prospect",
        Stage::Responder => "stage-responder",
        Stage::Active => "stage-active",
        Stage::Former => "stage-former",
    }
}

pub(super) fn medium(medium: Medium) -> &'static str {
    match medium {
        Medium::Phone => "medium-phone",
        Medium::Email => "medium-email",
        Medium::Messenger => "medium-messenger",
        Medium::Meeting => "medium-meeting",
        Medium::Post => "medium-post",
        Medium::Fax => "medium-fax",
        Medium::Web => "medium-web",
    }
}

pub(super) fn political_role(role: PoliticalRole) -> &'static str {
    match role {
        PoliticalRole::DecisionMaker => "political-role-decision-maker",
        PoliticalRole::Adviser => "political-role-adviser",
        PoliticalRole::Supporter => "political-role-supporter",
        PoliticalRole::Opponent => "political-role-opponent",
        PoliticalRole::Gatekeeper => "political-role-gatekeeper",
        PoliticalRole::User => "political-role-user",
        PoliticalRole::Payer => "political-role-payer",
    }
}
