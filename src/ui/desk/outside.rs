//! Templates that are open in another program: what is saved there becomes the template.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use iced::Task as Command;

use super::{Desk, Message};
use crate::documents::Source;
use crate::documents::making;
use crate::domain::paper::{PaperKind, PaperTemplate};
use crate::domain::{Id, Operation};
use crate::error::{Error, Result};
use crate::i18n::{Language, Locale};
use crate::ui::external;
use crate::ui::screen::{Action, Launch, Wish};
use crate::workspace::Workspace;

/// A file that was saved so long ago is whole.
const SETTLED: Duration = Duration::from_millis(900);

/// The templates that are open elsewhere.
#[derive(Debug, Default)]
pub struct Outside {
    open: Vec<Open>,
    /// They are looked at just now.
    is_looking: bool,
}

/// A template that is open elsewhere.
#[derive(Debug)]
struct Open {
    template: Id<PaperTemplate>,
    path: PathBuf,
    /// When the file was saved that was taken last.
    saved: Option<SystemTime>,
    is_busy: bool,
}

/// A copy of a template that is to be opened.
#[derive(Debug, Clone)]
pub struct Copied {
    template: Id<PaperTemplate>,
    path: PathBuf,
    saved: Option<SystemTime>,
    /// What was written, where a form of the program was taken over.
    changed: BTreeSet<&'static str>,
}

/// When each of the files that are open elsewhere was saved last; `None` of one that is gone.
pub type Looked = Vec<(Id<PaperTemplate>, Option<SystemTime>)>;

/// What became of a template that was saved elsewhere.
#[derive(Debug, Clone)]
pub struct Taken {
    /// What it is called.
    title: String,
    /// Its fields, those nobody knows, and what was written; none where nothing had changed.
    news: Option<(usize, usize, BTreeSet<&'static str>)>,
}

impl Desk {
    /// Opens a template in the program of the system; one that is open already comes to the front,
    /// a form of the program becomes a template of the office first.
    pub(super) fn edit_outside(&self, source: Source, kind: PaperKind) -> Command<Message> {
        let language = self.context.locale.language();
        let own = |template: &PaperTemplate| {
            let mut open = self.outside.open.iter();
            let known = open.find(|one| one.template == template.id);
            known.map(|one| one.path.clone())
        };
        let known = match &source {
            Source::Office(template) => own(template),
            Source::Form(_) => None,
        };
        let copied = self.context.worker.write(move |workspace| {
            let (template, changed) = match source {
                Source::Office(template) => (*template, BTreeSet::new()),
                Source::Form(form) => {
                    let locale = Locale::new(language);
                    let taken = making::take_over(workspace, kind, form, &locale)?;
                    (taken.value, taken.changed)
                }
            };
            let path = match known.filter(|path| path.exists()) {
                Some(path) => path,
                None => copy(workspace, &template)?,
            };
            Ok(Copied {
                template: template.id,
                saved: saved_at(&path),
                path,
                changed,
            })
        });
        Command::perform(copied, Message::CopiedOutside)
    }

    /// Has the copy opened, and looks from now on whether it is saved.
    pub(super) fn take_copied(&mut self, copied: Result<Copied>) -> Action<Message> {
        let copied = match copied {
            Ok(copied) => copied,
            Err(error) => return Action::wish(Wish::Fail(error)),
        };
        let open = &mut self.outside.open;
        if open.iter().all(|one| one.path != copied.path) {
            open.retain(|one| one.template != copied.template);
            open.push(Open {
                template: copied.template,
                path: copied.path.clone(),
                saved: copied.saved,
                is_busy: false,
            });
        }
        let words = self.context.locale.text("office-templates-opened");
        let opened = Action::wish(Wish::Launch(Launch::Open, copied.path)).and(Wish::Say(words));
        match copied.changed.is_empty() {
            true => opened,
            false => opened.and(Wish::Done(Operation::EditPaperTemplates, copied.changed)),
        }
    }

    /// A second went by: whether something was saved meanwhile is looked at, away from the window.
    pub(super) fn look_outside(&mut self) -> Command<Message> {
        let open = self.outside.open.iter().filter(|open| !open.is_busy);
        let open: Vec<_> = open
            .map(|open| (open.template, open.path.clone()))
            .collect();
        if open.is_empty() || self.outside.is_looking {
            return Command::none();
        }
        self.outside.is_looking = true;
        let looked = self.context.worker.files(move |_| {
            let saved = open.into_iter().map(|(id, path)| (id, saved_at(&path)));
            Ok(saved.collect::<Looked>())
        });
        Command::perform(looked, Message::LookedOutside)
    }

    /// What was saved meanwhile is taken.
    pub(super) fn take_looked(&mut self, looked: Result<Looked>) -> Action<Message> {
        self.outside.is_looking = false;
        let looked = match looked {
            Ok(looked) => looked,
            Err(error) => {
                // The next second looks again.
                tracing::warn!(%error, "open templates were not looked at");
                return Action::none();
            }
        };
        let mut commands = Vec::new();
        for (id, saved) in looked {
            let mut open = self.outside.open.iter_mut();
            let Some(open) = open.find(|open| open.template == id && !open.is_busy) else {
                continue; // it is no longer open, or was opened anew
            };
            if saved.is_none_or(|at| !is_settled(at)) || saved == open.saved {
                continue;
            }
            (open.saved, open.is_busy) = (saved, true);
            let path = open.path.clone();
            let language = self.context.locale.language();
            let taken = self
                .context
                .worker
                .write(move |workspace| take(workspace, id, &path, language));
            commands.push(Command::perform(taken, move |taken| {
                Message::TakenOutside(id, taken)
            }));
        }
        Action::run(Command::batch(commands))
    }

    /// Tells what became of a template that was saved elsewhere.
    pub(super) fn take_outside(
        &mut self,
        id: Id<PaperTemplate>,
        taken: Result<Taken>,
    ) -> Action<Message> {
        let mut open = self.outside.open.iter_mut();
        if let Some(one) = open.find(|one| one.template == id) {
            one.is_busy = false;
        }
        let (title, news) = match taken {
            Ok(Taken { title, news }) => (title, news),
            Err(Error::Missing(_)) => {
                // Somebody has removed the template: nothing more comes of the file.
                self.outside.open.retain(|one| one.template != id);
                return Action::none();
            }
            Err(error) => return Action::wish(Wish::Fail(error)),
        };
        let Some((fields, unknown, changed)) = news else {
            return Action::none();
        };
        let told = [
            ("title", title.into()),
            ("fields", fields.into()),
            ("unknown", unknown.into()),
        ];
        let words = self.context.locale.with("office-templates-taken", &told);
        Action::wish(Wish::Done(Operation::EditPaperTemplates, changed)).and(Wish::Say(words))
    }
}

/// A copy of a template, to be opened.
fn copy(workspace: &Workspace, template: &PaperTemplate) -> Result<PathBuf> {
    let path = external::place_for(&template.name)?;
    let bytes = workspace.contents().read(&template.file())?;
    fs::write(&path, bytes).map_err(Error::failed("writing the template"))?;
    Ok(path)
}

/// Takes what was saved elsewhere as the content of a template, where it can be read.
fn take(
    workspace: &mut Workspace,
    id: Id<PaperTemplate>,
    path: &Path,
    language: Language,
) -> Result<Taken> {
    let bytes = fs::read(path).map_err(Error::failed("reading the template"))?;
    let known = workspace.read().paper_template(id)?;
    let title = known.title.clone();
    let checked = making::check(&known, bytes.clone(), &Locale::new(language))?;
    let kept = workspace.contents().keep_bytes(&bytes)?;
    if kept.digest == known.digest {
        return Ok(Taken { title, news: None });
    }
    let outcome = workspace.save_paper_template(PaperTemplate {
        digest: kept.digest,
        size: kept.size,
        ..known
    })?;
    let news = Some((checked.fields, checked.unknown.len(), outcome.changed));
    Ok(Taken { title, news })
}

fn saved_at(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|found| found.modified()).ok()
}

/// Whether a file that was saved then is whole by now.
fn is_settled(at: SystemTime) -> bool {
    let age = SystemTime::now().duration_since(at);
    age.is_ok_and(|age| age > SETTLED)
}

#[cfg(test)]
mod tests {
    use std::fs::File;

    use super::*;
    use crate::documents;
    use crate::domain::PrintedForm;
    use crate::settings::Settings;
    use crate::ui::desk::Opened;
    use crate::ui::screen::testing::settle;

    #[test]
    fn once_a_file_is_settled_it_is_taken_and_told() -> Result<()> {
        let mut workspace = Workspace::in_memory()?;
        let letter = documents::template(PrintedForm::Letter, Language::Russian).unwrap();
        let kept = workspace.contents().keep_bytes(letter)?;
        let new = PaperTemplate::new(PaperKind::Letter, "Письмо.docx", kept.digest, kept.size);
        let template = workspace.save_paper_template(new)?.value.id;
        let opened = Opened::of(workspace)?;
        let (mut desk, _) = Desk::new(opened, &Settings::default(), None, 1440.0);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Письмо.docx");
        fs::write(&path, letter).unwrap();
        drop(desk.take_copied(Ok(Copied {
            template,
            saved: saved_at(&path),
            path: path.clone(),
            changed: BTreeSet::new(),
        })));
        let mut look = || {
            let looked = desk.look_outside();
            let wishes = settle(Action::run(looked), |message| desk.update(message));
            wishes
                .into_iter()
                .filter(|wish| matches!(wish, Wish::Done(Operation::EditPaperTemplates, _)))
                .count()
        };
        assert_eq!(look(), 0, "nothing has changed");
        let offer = documents::template(PrintedForm::Offer, Language::Russian).unwrap();
        fs::write(&path, offer).unwrap();
        assert_eq!(look(), 0, "it may still be written");
        let file = File::options().write(true).open(&path).unwrap();
        file.set_modified(SystemTime::now() - 10 * SETTLED).unwrap();
        assert_eq!(look(), 1);
        assert_eq!(look(), 0, "once");
        fs::remove_file(&path).unwrap();
        assert_eq!(look(), 0, "it is gone");
        Ok(())
    }

    #[test]
    fn what_was_saved_elsewhere_becomes_the_template_and_can_be_taken_back() -> Result<()> {
        let mut workspace = Workspace::in_memory()?;
        let letter = documents::template(PrintedForm::Letter, Language::Russian).unwrap();
        let other = documents::template(PrintedForm::Offer, Language::Russian).unwrap();
        let kept = workspace.contents().keep_bytes(letter)?;
        let new = PaperTemplate::new(PaperKind::Letter, "Письмо.docx", kept.digest, kept.size);
        let template = workspace.save_paper_template(new)?.value;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Письмо.docx");
        let mut take = |bytes: &[u8]| {
            fs::write(&path, bytes).unwrap();
            super::take(&mut workspace, template.id, &path, Language::Russian)
        };
        assert!(take(letter)?.news.is_none(), "nothing has changed");
        let (fields, unknown, _) = take(other)?.news.unwrap();
        assert!(fields > 5 && unknown == 0);
        assert!(take(b"no document").is_err(), "the template stays");
        let content = workspace.read().paper_template(template.id)?;
        assert_eq!(workspace.contents().read(&content.file())?, other);
        workspace.undo()?;
        assert_eq!(
            workspace.read().paper_template(template.id)?.digest,
            template.digest
        );
        Ok(())
    }
}
