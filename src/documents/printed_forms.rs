//! The printed forms that come with the program.

use crate::domain::PrintedForm;
use crate::i18n::Language;

/// The template of a printed form in a language; none where there is no such form in it.
///
/// An office changes copies of these: the originals come with every version of the program.
pub fn template(form: PrintedForm, language: Language) -> Option<&'static [u8]> {
    match language {
        Language::Russian => Some(russian(form)),
        Language::English => english(form),
    }
}

fn russian(form: PrintedForm) -> &'static [u8] {
    match form {
        PrintedForm::Invoice => include_bytes!("../../templates/ru/invoice.docx"),
        PrintedForm::Act => include_bytes!("../../templates/ru/act.docx"),
        PrintedForm::Waybill => include_bytes!("../../templates/ru/waybill.docx"),
        PrintedForm::SupplyContract => include_bytes!("../../templates/ru/supply-contract.docx"),
        PrintedForm::Offer => include_bytes!("../../templates/ru/offer.docx"),
        PrintedForm::Letter => include_bytes!("../../templates/ru/letter.docx"),
        PrintedForm::Greeting => include_bytes!("../../templates/ru/greeting.docx"),
        PrintedForm::EnvelopeDl => include_bytes!("../../templates/ru/envelope-dl.docx"),
        PrintedForm::EnvelopeC5 => include_bytes!("../../templates/ru/envelope-c5.docx"),
        PrintedForm::Labels => include_bytes!("../../templates/ru/labels-3x8.docx"),
    }
}

fn english(form: PrintedForm) -> Option<&'static [u8]> {
    match form {
        PrintedForm::Invoice => Some(include_bytes!("../../templates/en/invoice.docx")),
        PrintedForm::Offer => Some(include_bytes!("../../templates/en/offer.docx")),
        PrintedForm::Letter => Some(include_bytes!("../../templates/en/letter.docx")),
        // Papers and postal rules of Russia.
        PrintedForm::Act
        | PrintedForm::Waybill
        | PrintedForm::SupplyContract
        | PrintedForm::Greeting
        | PrintedForm::EnvelopeDl
        | PrintedForm::EnvelopeC5
        | PrintedForm::Labels => None,
    }
}
