//! What the code on an invoice says, for the app of a bank to read.

use crate::domain::requisites::compact;
use crate::domain::{Company, Currency, Money};

/// The longest text of a transfer in euros (EPC069-12).
const EPC_TEXT: usize = 140;
/// The longest name of a payee there.
const EPC_NAME: usize = 70;

/// What a code that pays `sum` to a company says; `None` where its requisites do not allow one.
///
/// In roubles by GOST R 56042-2014 in UTF-8, the sum in kopecks; in euros by EPC069-12, to an IBAN.
pub fn payment_code(company: &Company, sum: Money, purpose: &str) -> Option<String> {
    match sum.currency {
        Currency::Rub => gost(company, sum.minor, purpose),
        Currency::Eur => epc(company, sum.minor, purpose),
        Currency::Usd | Currency::Kzt | Currency::Byn => None,
    }
}

fn gost(company: &Company, kopecks: i64, purpose: &str) -> Option<String> {
    let name = match company.full_name.trim() {
        "" => company.name.trim(),
        full => full,
    };
    let required = [&company.account, &company.bik].map(|one| compact(one));
    if name.is_empty() || required.iter().any(String::is_empty) || kopecks <= 0 {
        return None;
    }
    let [account, bik] = required;
    let fields = [
        ("Name", name.to_owned()),
        ("PersonalAcc", account),
        ("BankName", company.bank.trim().to_owned()),
        ("BIC", bik),
        ("CorrespAcc", compact(&company.correspondent)),
        ("Sum", kopecks.to_string()),
        ("Purpose", purpose.trim().to_owned()),
        ("PayeeINN", compact(&company.inn)),
        ("KPP", compact(&company.kpp)),
    ];
    // The first five are required, an empty one too.
    let said = fields
        .iter()
        .enumerate()
        .filter(|(at, (_, value))| *at < 5 || !value.is_empty());
    let said: Vec<_> = said
        .map(|(_, (name, value))| format!("{name}={}", plain(value)))
        .collect();
    Some(format!("ST00012|{}", said.join("|")))
}

fn epc(company: &Company, cents: i64, purpose: &str) -> Option<String> {
    let iban = compact(&company.account);
    let is_iban = iban.len() >= 15 && iban.chars().take(2).all(|c| c.is_ascii_alphabetic());
    if !is_iban || cents <= 0 || company.name.trim().is_empty() {
        return None;
    }
    let cut = |text: &str, length: usize| plain(text).chars().take(length).collect::<String>();
    let lines = [
        "BCD".to_owned(),
        "002".to_owned(),
        "1".to_owned(),
        "SCT".to_owned(),
        compact(&company.bik),
        cut(&company.name, EPC_NAME),
        iban,
        format!("EUR{}.{:02}", cents / 100, cents % 100),
        String::new(),
        String::new(),
        cut(purpose, EPC_TEXT),
    ];
    Some(lines.join("\n"))
}

/// A value without what parts fields.
fn plain(value: &str) -> String {
    let gap = |c: char| if c == '|' || c.is_control() { ' ' } else { c };
    value.trim().chars().map(gap).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kittens() -> Company {
        Company {
            account: "40702810138250123017".into(),
            bank: "ОАО \"БАНК\"".into(),
            bik: "044525225".into(),
            correspondent: "30101810965770000413".into(),
            ..Company::new("ООО «Три кита»")
        }
    }

    #[test]
    fn roubles_are_paid_by_the_standard() {
        let sum = Money::new(123_456, Currency::Rub);
        let code = payment_code(&kittens(), sum, "Оплата по счёту № 1|2");
        let expected = "ST00012|Name=ООО «Три кита»|PersonalAcc=40702810138250123017|\
                        BankName=ОАО \"БАНК\"|BIC=044525225|CorrespAcc=30101810965770000413|\
                        Sum=123456|Purpose=Оплата по счёту № 1 2";
        assert_eq!(code.as_deref(), Some(expected));
        let nameless = Company::new("ООО «Агат»");
        assert_eq!(payment_code(&nameless, sum, ""), None);
    }

    #[test]
    fn euros_go_to_an_iban() {
        let company = Company {
            account: "DE89 3704 0044 0532 0130 00".into(),
            bik: "COBADEFFXXX".into(),
            ..Company::new("Whale Ltd")
        };
        let code = payment_code(&company, Money::new(1205, Currency::Eur), "Invoice 7");
        let expected = "BCD\n002\n1\nSCT\nCOBADEFFXXX\nWhale Ltd\nDE89370400440532013000\n\
                        EUR12.05\n\n\nInvoice 7";
        assert_eq!(code.as_deref(), Some(expected));
        assert_eq!(
            payment_code(&company, Money::new(1, Currency::Usd), ""),
            None
        );
    }
}
