use std::fs;

use super::*;
use crate::domain::Client;
use crate::i18n::Language;
use crate::ui::screen::card::Page;
use crate::ui::screen::testing::{page, press, run, settle};
use crate::ui::screen::tests::office;

/// A card on its tab of files, with two of them, one of which can run a program.
struct Desk {
    context: Context,
    page: Page,
    folder: tempfile::TempDir,
}

fn opened(id: Id<Client>, context: &Context) -> Page {
    let (mut page, command) = Page::new(id, context);
    for message in run(command) {
        let _ = page.update(message, context);
    }
    page
}

fn desk() -> Desk {
    let (context, samples) = office(Language::Russian).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk {
        page: opened(samples.romashka, &context),
        context,
        folder,
    };
    desk.drop_file("Договор поставки.docx", &[7; 20_000]);
    desk.drop_file("счёт.pdf.exe", b"MZ");
    desk
}

impl Desk {
    fn send(&mut self, message: Outer) -> Vec<Wish> {
        let action = self.page.update(message, &self.context);
        let wishes = settle(action, |message| self.page.update(message, &self.context));
        for message in run(self.page.refresh(&self.context)) {
            let action = self.page.update(message, &self.context);
            settle(action, |message| self.page.update(message, &self.context));
        }
        wishes
    }

    fn drop_file(&mut self, name: &str, bytes: &[u8]) -> Vec<Wish> {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        self.send(Outer::Dropped(path))
    }

    fn files(&self) -> Vec<Attachment> {
        let sheet = self.page.sheet.as_ref().unwrap().as_ref().unwrap();
        files(sheet).to_vec()
    }
}

#[test]
fn a_dropped_file_stands_on_the_card() {
    let mut desk = desk();
    let wishes = desk.drop_file("скан.png", b"picture");
    assert!(matches!(
        wishes[..],
        [Wish::Done(Operation::AttachFiles, _)]
    ));
    let names: Vec<String> = desk.files().into_iter().map(|file| file.name).collect();
    assert_eq!(names, ["Договор поставки.docx", "счёт.pdf.exe", "скан.png"]);
    assert_eq!(desk.page.tab, Tab::Files);
}

#[test]
fn a_file_that_cannot_be_attached_is_said() {
    let mut desk = desk();
    let missing = desk.folder.path().join("нет.txt");
    let wishes = desk.send(Outer::Dropped(missing));
    assert!(matches!(wishes[..], [Wish::Fail(Error::NoFile(_))]));
    let folder = desk.folder.path().to_owned();
    let wishes = desk.send(Outer::Dropped(folder));
    assert!(matches!(wishes[..], [Wish::Fail(Error::IsFolder(_))]));
    assert!(!desk.page.is_busy());
}

#[test]
fn a_copy_is_opened_and_a_program_is_not() {
    let mut desk = desk();
    let files = desk.files();
    let wishes = desk.send(say(Message::OpenPressed(files[0].id)));
    let [Wish::Launch(Launch::Open, path)] = &wishes[..] else {
        panic!("{wishes:?}");
    };
    assert!(path.ends_with("Договор поставки.docx"));
    assert_eq!(fs::read(path).unwrap(), [7; 20_000]);

    let wishes = desk.send(say(Message::OpenPressed(files[1].id)));
    assert!(wishes.is_empty());
    assert_eq!(desk.page.sections.attachments.doubted, Some(files[1].id));
}

#[test]
fn a_file_is_saved_where_one_says() {
    let mut desk = desk();
    let files = desk.files();
    let target = desk.folder.path().join("копия.docx");
    desk.page.sections.attachments.saving = Some(files[0].clone());
    let wishes = desk.send(say(Message::SaveChosen(Answer::Path(target.clone()))));
    assert!(matches!(&wishes[..], [Wish::Say(said)] if said.contains("копия.docx")));
    assert_eq!(fs::read(target).unwrap().len(), 20_000);
}

#[test]
fn a_new_name_keeps_the_ending() {
    let mut desk = desk();
    let files = desk.files();
    desk.send(say(Message::RenamePressed(files[0].id)));
    desk.send(say(Message::Typed("Договор/с Ромашкой".into())));
    assert!(desk.page.is_dirty());
    let wishes = desk.send(say(Message::Submitted));
    assert!(matches!(wishes[..], [Wish::Done(Operation::RenameFile, _)]));
    assert_eq!(desk.files()[0].name, "с Ромашкой.docx");
}

#[test]
fn a_file_is_taken_off() {
    let mut desk = desk();
    let files = desk.files();
    let wishes = desk.send(say(Message::RemovePressed(files[0].id)));
    assert!(matches!(wishes[..], [Wish::Done(Operation::RemoveFile, _)]));
    assert_eq!(desk.files().len(), 1);
}

#[test]
fn escape_folds_what_is_unfolded() {
    let mut desk = desk();
    let files = desk.files();
    desk.send(say(Message::Menu(Some(files[0].id))));
    let action = desk.page.press(&press(Named::Escape), &desk.context);
    assert!(action.wishes.is_empty());
    assert_eq!(desk.page.sections.attachments.menu, None);
}

#[test]
fn pictures() {
    let made = |context: &Context| {
        let samples = crate::ui::screen::testing::some_clients(context);
        let folder = tempfile::tempdir().unwrap();
        let mut page = opened(samples[0], context);
        for (name, size) in [
            ("Договор поставки № 12.docx", 240_000),
            ("Смета.xlsx", 1_500_000),
            ("Проходная.jpg", 3_400_000),
            ("Чертежи.zip", 900),
            ("Прайс.pdf.exe", 2),
        ] {
            let path = folder.path().join(name);
            fs::write(&path, vec![size as u8; size]).unwrap();
            let action = page.update(Outer::Dropped(path), context);
            settle(action, |message| page.update(message, context));
        }
        for message in run(page.refresh(context)) {
            let _ = page.update(message, context);
        }
        let sheet = page.sheet.as_ref().unwrap().as_ref().unwrap();
        let files = files(sheet).to_vec();
        let section = &mut page.sections.attachments;
        section.missing.insert(files[2].digest.clone());
        section.doubted = Some(files[4].id);
        section.menu = Some(files[0].id);
        page
    };
    page("files", made, Page::view);
}
