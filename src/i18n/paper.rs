//! Words for papers and sales: kinds, states, tax, and the tasks that papers make.

use crate::domain::Paper;
use crate::domain::company::PictureKind;
use crate::domain::paper::{Obligation, PaperKind, PaperState, Wording};
use crate::domain::sales::{Method, Progress, Rounding, TaxClass, TaxMode};
use crate::i18n::Locale;

impl Locale {
    /// What a kind of paper is called where there is room for one word.
    pub fn paper_word(&self, kind: PaperKind) -> String {
        match kind {
            PaperKind::Offer => self.text("paper-offer-short"),
            kind => self.paper_kind(kind),
        }
    }

    /// What a kind of paper is called: `Счёт`.
    pub fn paper_kind(&self, kind: PaperKind) -> String {
        self.text(match kind {
            PaperKind::Offer => "paper-offer",
            PaperKind::Contract => "paper-contract",
            PaperKind::Invoice => "paper-invoice",
            PaperKind::Act => "paper-act",
            PaperKind::Waybill => "paper-waybill",
            PaperKind::Letter => "paper-letter",
        })
    }

    /// A paper with its number and date: `Счёт № 08/26 от 22.11.2026`.
    pub fn paper(&self, paper: &Paper) -> String {
        let told = [
            ("kind", self.paper_kind(paper.kind).into()),
            ("number", paper.number.as_str().into()),
            ("date", self.date(paper.dated_on).into()),
        ];
        self.with("paper-titled", &told)
    }

    /// What has become of a paper, as one says it of its kind.
    pub fn paper_state(&self, kind: PaperKind, state: PaperState) -> String {
        self.text(match (kind, state) {
            (_, PaperState::Draft) => "paper-draft",
            (PaperKind::Offer | PaperKind::Letter | PaperKind::Contract, PaperState::Issued) => {
                "paper-sent"
            }
            (_, PaperState::Issued) => "paper-issued",
            (PaperKind::Contract, PaperState::Accepted) => "paper-signed",
            (_, PaperState::Accepted) => "paper-accepted",
            (_, PaperState::Closed) => "paper-closed",
            (_, PaperState::Declined) => "paper-declined",
            (PaperKind::Contract, PaperState::Cancelled) => "paper-terminated",
            (_, PaperState::Cancelled) => "paper-cancelled",
        })
    }

    /// A rate of tax, in hundredths of a per cent: `22 %`, `без НДС`.
    pub fn tax_rate(&self, rate: Option<i64>) -> String {
        match rate {
            None => self.text("tax-none"),
            Some(rate) => {
                let per_cent = self.decimal(rate.saturating_mul(10_000));
                self.with("tax-per-cent", &[("rate", per_cent.into())])
            }
        }
    }

    /// How something is taxed, whatever the rate is on the day.
    pub fn tax_class(&self, class: TaxClass) -> String {
        self.text(match class {
            TaxClass::Exempt => "tax-none",
            TaxClass::Zero => "tax-zero",
            TaxClass::Special5 => "tax-special-5",
            TaxClass::Special7 => "tax-special-7",
            TaxClass::Reduced => "tax-reduced",
            TaxClass::Standard => "tax-standard",
        })
    }

    /// How money changed hands.
    pub fn payment_method(&self, method: Method) -> String {
        self.text(match method {
            Method::Transfer => "payment-by-transfer",
            Method::Cash => "payment-by-cash",
            Method::Card => "payment-by-card",
            Method::Other => "payment-otherwise",
        })
    }

    /// Whether prices hold the tax.
    pub fn tax_mode(&self, mode: TaxMode) -> String {
        self.text(match mode {
            TaxMode::Included => "tax-included",
            TaxMode::OnTop => "tax-on-top",
        })
    }

    /// Where tax is rounded.
    pub fn rounding(&self, rounding: Rounding) -> String {
        self.text(match rounding {
            Rounding::PerLine => "tax-rounded-per-line",
            Rounding::PerDocument => "tax-rounded-per-document",
        })
    }

    /// How far something sold has come.
    pub fn sale_progress(&self, progress: Progress) -> String {
        self.text(match progress {
            Progress::InSale => "sale-in-sale",
            Progress::Ordered => "sale-ordered",
            Progress::Delivered => "sale-delivered",
            Progress::Supported => "sale-supported",
        })
    }

    /// What a picture of a company shows.
    pub fn picture_kind(&self, kind: PictureKind) -> String {
        self.text(match kind {
            PictureKind::Logo => "picture-logo",
            PictureKind::Stamp => "picture-stamp",
            PictureKind::Signature => "picture-signature",
            PictureKind::AccountantSignature => "picture-accountant-signature",
        })
    }
}

impl Wording for Locale {
    fn payment_task(&self, invoice: &Paper) -> String {
        let number = invoice.number.as_str().into();
        self.with("paper-payment-task", &[("number", number)])
    }

    fn renewal_task(&self, contract: &Paper) -> String {
        let number = contract.number.as_str().into();
        self.with("paper-renewal-task", &[("number", number)])
    }

    fn obligation_task(&self, contract: &Paper, obligation: &Obligation) -> String {
        let told = [
            ("text", obligation.text.as_str().into()),
            ("number", contract.number.as_str().into()),
        ];
        self.with("paper-obligation-task", &told)
    }
}
