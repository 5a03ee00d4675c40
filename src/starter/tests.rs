use super::*;
use crate::domain::task::Rank;
use crate::i18n::Language;

#[test]
fn every_text_is_in_both_languages_and_every_proposal_leads_on() {
    for language in Language::ALL {
        let process = process(&Locale::new(language));
        let texts = process.kinds.iter().map(|kind| &kind.name);
        let results = process.results.iter().map(|result| &result.name);
        let terms = process.terms.iter().map(|term| &term.name);
        for text in texts.chain(results).chain(terms) {
            assert!(!text.starts_with("starter-"), "{text}");
        }
        for kind in &process.kinds {
            assert!(process.results.iter().any(|one| one.kind == kind.id));
        }
        let reached = |result: &crate::domain::task::TaskResult| {
            let known = |id| process.kinds.iter().any(|kind| kind.id == id);
            result.next_kind.is_none_or(known)
        };
        assert!(process.results.iter().all(reached));
    }
}

#[test]
fn the_supply_of_a_program_has_stages_in_stages_and_required_steps() {
    let process = process(&Locale::new(Language::Russian));
    let blueprint = &process.templates[0];
    assert_eq!(blueprint.template.name, "Поставка программы");
    assert_eq!(blueprint.template.levels, 4);
    let steps = &blueprint.steps;
    let top: Vec<_> = steps.iter().filter(|step| step.parent.is_none()).collect();
    let names: Vec<_> = top.iter().map(|step| step.title.as_str()).collect();
    assert_eq!(
        names,
        [
            "Продажа",
            "Обследование",
            "Разработка",
            "Обучение персонала"
        ]
    );
    let operations = steps.iter().filter(|step| step.rank == Rank::Operation);
    assert!(operations.clone().all(|step| step.kind.is_some()));
    assert!(operations.clone().filter(|step| step.is_required).count() >= 6);
    // Each stands behind the stage it stands in.
    for (at, step) in steps.iter().enumerate() {
        let stands = |id| steps[..at].iter().any(|one| one.id == id);
        assert!(step.parent.is_none_or(stands), "{}", step.title);
    }
}

#[test]
fn a_file_is_equipped_once_and_an_undo_leaves_it_so() -> Result<()> {
    let locale = Locale::new(Language::English);
    let mut workspace = Workspace::in_memory()?;
    assert!(!workspace.read().is_equipped()?);
    equip(&mut workspace, &locale)?;
    let kinds = workspace.read().catalog()?.task_kinds;
    assert_eq!(kinds.len(), 12);
    equip(&mut workspace, &locale)?;
    assert_eq!(workspace.read().catalog()?.task_kinds, kinds);
    assert!(workspace.undo().is_err());
    Ok(())
}
