use chrono::NaiveDate;

use super::*;

/// Random digits, the same in each run (the linear congruence of Knuth's MMIX).
struct Digits(u64);

impl Digits {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 33).unwrap() % limit
    }

    fn number(&mut self, length: usize) -> String {
        (0..length).map(|_| figure(self.below(10))).collect()
    }

    /// The number with one digit changed.
    fn mutated(&mut self, number: &str) -> String {
        let at = self.below(u32::try_from(number.len()).unwrap()) as usize;
        let other = self.below(9) + 1;
        let change = |(i, c): (usize, char)| match i == at {
            true => figure(c.to_digit(10).unwrap() + other),
            false => c,
        };
        number.chars().enumerate().map(change).collect()
    }
}

/// A sound INN whose remainder is not one of the two that share the check digit 0.
fn sound_inn(digits: &mut Digits, length: usize) -> String {
    loop {
        let inn = digits.number(length);
        let inn = match check_inn(&inn) {
            Some(Doubt::InnCheckDigit { expected }) => format!("{}{expected}", &inn[..9]),
            Some(Doubt::InnCheckDigits { expected }) => {
                format!("{}{}", &inn[..10], String::from_iter(expected))
            }
            _ => inn,
        };
        let checks = if length == 10 { 9 } else { 10 };
        if check_inn(&inn).is_none() && !inn[checks..].contains('0') {
            return inn;
        }
    }
}

fn sound_account(digits: &mut Digits, bik: &str) -> String {
    let account = format!("40702810{}", digits.number(12));
    match check_account(&account, bik) {
        Some(Doubt::AccountKey { expected }) => format!("40702810{expected}{}", &account[9..]),
        _ => account,
    }
}

#[test]
fn every_slip_in_one_digit_of_an_inn_is_seen() {
    let mut digits = Digits(1);
    for length in [10, 12] {
        for _ in 0..10_000 {
            let inn = sound_inn(&mut digits, length);
            assert_eq!(check_inn(&inn), None, "{inn}");
            let wrong = digits.mutated(&inn);
            assert!(check_inn(&wrong).is_some(), "{inn} {wrong}");
        }
    }
    for _ in 0..10_000 {
        let wrong = digits.mutated("7825107325");
        assert!(check_inn(&wrong).is_some(), "{wrong}");
    }
}

#[test]
fn the_order_itself_hides_slips_between_the_remainders_0_and_10() {
    assert_eq!(check_inn("7700000070"), None);
    assert_eq!(check_inn("2700000070"), None);
}

#[test]
fn every_slip_in_one_digit_of_an_account_is_seen() {
    let mut digits = Digits(2);
    for _ in 0..10_000 {
        let bik = format!("04{}1{}", digits.number(4), digits.number(2));
        let account = sound_account(&mut digits, &bik);
        assert_eq!(check_account(&account, &bik), None, "{account} {bik}");
        let wrong = digits.mutated(&account);
        assert!(check_account(&wrong, &bik).is_some(), "{account} {wrong}");
    }
    for _ in 0..10_000 {
        let wrong = digits.mutated("30101810700000000741");
        assert!(
            check_correspondent_account(&wrong, "044030741").is_some(),
            "{wrong}"
        );
    }
}

#[test]
fn the_seller_of_the_sample_contract_is_sound_and_the_client_is_not() {
    assert_eq!(check_inn("7825107325"), None);
    assert_eq!(check_bik("044030741"), None);
    assert_eq!(check_account("40702810800000000082", "044030741"), None);
    assert_eq!(
        check_correspondent_account("30101810700000000741", "044030741"),
        None
    );

    assert_eq!(
        check_inn("7826218436"),
        Some(Doubt::InnCheckDigit { expected: '7' })
    );
    let account = check_account("40702820400000000106", "044030422");
    assert!(
        matches!(account, Some(Doubt::AccountKey { .. })),
        "{account:?}"
    );
    let correspondent = check_correspondent_account("30101811200000000422", "044030422");
    assert!(
        matches!(correspondent, Some(Doubt::AccountKey { .. })),
        "{correspondent:?}"
    );
}

#[test]
fn the_examples_of_the_bank_of_russia_have_the_keys_it_gives() {
    assert_eq!(check_account("40602810700000000025", "049805746"), None);
    assert_eq!(
        check_correspondent_account("30101810800000000746", "049805746"),
        None
    );
    // A code of a payment, from the tests of the QRCoder library.
    assert_eq!(check_account("40702810138250123017", "044525225"), None);
    let wrong = check_account("40602810100000000025", "049805746");
    assert_eq!(wrong, Some(Doubt::AccountKey { expected: '7' }));
}

#[test]
fn an_account_is_checked_as_far_as_the_bik_allows() {
    let sound = "40702810800000000082";
    for bik in ["", "04403074", "994030741", "014030106"] {
        assert_eq!(check_account(sound, bik), None, "{bik}");
    }
    assert_eq!(check_account("4070 2810 8000 0000 0082", "044030741"), None);
    let short = check_account("4070281080000000008", "");
    assert_eq!(short, Some(Doubt::AccountLength { digits: 19 }));
    let letter = check_account("4070281O800000000082", "");
    assert_eq!(letter, Some(Doubt::NotDigits { found: 'O' }));
    assert_eq!(check_account("", "044030741"), None);
}

#[test]
fn a_correspondent_account_belongs_to_its_bank() {
    let other = check_correspondent_account("30101810700000000741", "044030742");
    let expected = ['7', '4', '2'];
    assert_eq!(other, Some(Doubt::CorrespondentEnd { expected }));
    let settlement = check_correspondent_account("40702810800000000082", "044030741");
    assert_eq!(settlement, Some(Doubt::CorrespondentBeginning));
    let treasury = check_correspondent_account("40102810945370000005", "014030106");
    assert_eq!(treasury, None);
}

#[test]
fn inns_agree_with_python_stdnum() {
    for inn in ["7707083893", "500100732259", " 7707 083893 "] {
        assert_eq!(check_inn(inn), None, "{inn}");
    }
    for (inn, doubt) in [
        ("7707083894", Doubt::InnCheckDigit { expected: '3' }),
        (
            "500100732250",
            Doubt::InnCheckDigits {
                expected: ['5', '9'],
            },
        ),
        ("770708389", Doubt::InnLength { digits: 9 }),
        ("77070838З3", Doubt::NotDigits { found: 'З' }),
        ("0000000000", Doubt::AllZeros),
    ] {
        assert_eq!(check_inn(inn), Some(doubt), "{inn}");
    }
}

#[test]
fn ogrns_agree_with_python_stdnum() {
    for ogrn in [
        "1027700132195",
        "1022200525819",
        "385768585948949",
        "304500116000157",
        "",
    ] {
        assert_eq!(check_ogrn(ogrn), None, "{ogrn}");
    }
    for (ogrn, doubt) in [
        ("1027700132196", Doubt::OgrnCheckDigit { expected: '5' }),
        ("304500116000158", Doubt::OgrnCheckDigit { expected: '7' }),
        ("102770013219", Doubt::OgrnLength { digits: 12 }),
        ("7027700132195", Doubt::OgrnKind { found: '7' }),
        ("104500116000157", Doubt::OgrnKind { found: '1' }),
    ] {
        assert_eq!(check_ogrn(ogrn), Some(doubt), "{ogrn}");
    }
}

#[test]
fn a_kpp_and_a_bik_have_their_form() {
    for kpp in ["781301001", "7813AB001", ""] {
        assert_eq!(check_kpp(kpp), None, "{kpp}");
    }
    assert_eq!(
        check_kpp("78130100"),
        Some(Doubt::KppLength { characters: 8 })
    );
    assert_eq!(check_kpp("7813010O1"), Some(Doubt::KppForm { found: 'O' }));
    assert_eq!(check_kpp("7813АВ001"), Some(Doubt::KppForm { found: 'А' }));
    assert_eq!(check_kpp("000000000"), Some(Doubt::AllZeros));
    for bik in ["044525225", "004525988", "014030106", "024501901", ""] {
        assert_eq!(check_bik(bik), None, "{bik}");
    }
    assert_eq!(check_bik("04452522"), Some(Doubt::BikLength { digits: 8 }));
    let found = ['1', '4'];
    assert_eq!(check_bik("144525225"), Some(Doubt::BikBeginning { found }));
}

#[test]
fn ibans_agree_with_python_stdnum() {
    for iban in [
        "GR16 0110 1050 0000 1054 7023 795",
        "BE31 4354 1116 1155",
        "RU0204452560040702810412345678901",
        "KZ86125KZT5004100100",
        "BY13NBRB3600900000002Z00AB00",
        "DE89370400440532013000",
        "mt84malt011000012345mtlcast001s",
        "",
    ] {
        assert_eq!(check_iban(iban), None, "{iban}");
    }
    let (country, expected) = (['D', 'E'], ['8', '9']);
    for (iban, doubt) in [
        (
            "DE88370400440532013000",
            Doubt::IbanCheckDigits { expected },
        ),
        (
            "DE8937040044053201300",
            Doubt::IbanLength {
                country,
                expected: 22,
                found: 21,
            },
        ),
        (
            "QQ89370400440532013000",
            Doubt::IbanCountry {
                country: ['Q', 'Q'],
            },
        ),
        ("8937", Doubt::IbanForm),
        ("DE", Doubt::IbanForm),
        ("DE89370400440532О13000", Doubt::IbanForm),
    ] {
        assert_eq!(check_iban(iban), Some(doubt), "{iban}");
    }
}

#[test]
fn an_address_of_e_mail_has_its_form() {
    for email in [
        "info@agat.ru",
        "a.b+c@mail.example.com",
        "отдел-продаж@ромашка.рф",
        "o'brien@xn--80aaa.xn--p1ai",
        " info@agat.ru ",
        "",
    ] {
        assert_eq!(check_email(email), None, "{email}");
    }
    for (email, doubt) in [
        ("agat.ru", Doubt::EmailAt),
        ("a@b@agat.ru", Doubt::EmailAt),
        ("@agat.ru", Doubt::EmailMailbox),
        ("in fo@agat.ru", Doubt::EmailMailbox),
        ("info.@agat.ru", Doubt::EmailMailbox),
        ("info@agat", Doubt::EmailServer),
        ("info@agat..ru", Doubt::EmailServer),
        ("info@-agat.ru", Doubt::EmailServer),
        ("info@10.0.0.12", Doubt::EmailServer),
        ("info@agat.ru, sale@agat.ru", Doubt::EmailAt),
        ("info@agat,ru", Doubt::EmailServer),
    ] {
        assert_eq!(check_email(email), Some(doubt), "{email}");
    }
}

#[test]
fn a_day_of_birth_lies_within_a_life() {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let today = day(2026, 6, 29);
    assert_eq!(check_birth(day(1970, 2, 28), today), None);
    assert_eq!(check_birth(today, today), None);
    assert_eq!(
        check_birth(day(2026, 6, 30), today),
        Some(Doubt::BirthAhead)
    );
    let years = 1_026;
    assert_eq!(
        check_birth(day(1000, 1, 1), today),
        Some(Doubt::BirthLongAgo { years })
    );
}
