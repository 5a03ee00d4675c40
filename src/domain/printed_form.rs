//! The printed forms that come with the program.

use crate::domain::paper::PaperKind;
use crate::domain::profile::named;

named! {
    /// A printed form that comes with the program: a document of Word, ready to be filled.
    PrintedForm {
        /// An invoice for payment.
        Invoice = "invoice",
        /// An act of services rendered.
        Act = "act",
        /// A waybill of goods delivered.
        Waybill = "waybill",
        /// A contract of supply.
        SupplyContract = "supply-contract",
        /// A commercial offer.
        Offer = "offer",
        /// A letter on the letterhead of the company.
        Letter = "letter",
        /// Congratulations on a birthday.
        Greeting = "greeting",
        /// An envelope of 220 by 110 mm.
        EnvelopeDl = "envelope-dl",
        /// An envelope of 229 by 162 mm.
        EnvelopeC5 = "envelope-c5",
        /// A sheet of 24 labels of 70 by 37 mm, one recipient each.
        Labels = "labels-3x8",
    }
}

impl PrintedForm {
    /// Those that make papers of a kind, the usual one first.
    pub fn of(kind: PaperKind) -> &'static [Self] {
        match kind {
            PaperKind::Offer => &[Self::Offer],
            PaperKind::Contract => &[Self::SupplyContract],
            PaperKind::Invoice => &[Self::Invoice],
            PaperKind::Act => &[Self::Act],
            PaperKind::Waybill => &[Self::Waybill],
            PaperKind::Letter => &[
                Self::Letter,
                Self::Greeting,
                Self::EnvelopeDl,
                Self::EnvelopeC5,
            ],
        }
    }

    /// Whether one document holds all recipients, instead of one document for each.
    pub fn is_for_all(self) -> bool {
        self == Self::Labels
    }
}
