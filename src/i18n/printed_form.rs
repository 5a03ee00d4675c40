//! Words for the printed forms that come with the program.

use crate::domain::PrintedForm;
use crate::i18n::Locale;

impl Locale {
    /// What a printed form is called.
    pub fn printed_form(&self, form: PrintedForm) -> String {
        self.text(match form {
            PrintedForm::Invoice => "printed-invoice",
            PrintedForm::Act => "printed-act",
            PrintedForm::Waybill => "printed-waybill",
            PrintedForm::SupplyContract => "printed-supply-contract",
            PrintedForm::Offer => "printed-offer",
            PrintedForm::Letter => "printed-letter",
            PrintedForm::Greeting => "printed-greeting",
            PrintedForm::EnvelopeDl => "printed-envelope-dl",
            PrintedForm::EnvelopeC5 => "printed-envelope-c5",
            PrintedForm::Labels => "printed-labels",
        })
    }
}
