//! The printed forms that come with the program are filled, and say what they should.

use std::fs;
use std::io::{Cursor, Read};
use std::process::Command;

use serde_json::Value as Json;
use vizitka::documents::template;
use vizitka::domain::PrintedForm;
use vizitka::i18n::{Language, Locale};
use vizitka::template_engine::{Settings, Surroundings, Template, Value};
use zip::ZipArchive;

/// A form in a language, its sample data, and words that have to stand in it.
struct Sample {
    form: PrintedForm,
    language: Language,
    words: &'static [&'static str],
}

const fn sample(form: PrintedForm, language: Language, words: &'static [&'static str]) -> Sample {
    Sample {
        form,
        language,
        words,
    }
}

const SAMPLES: &[Sample] = &[
    sample(
        PrintedForm::Invoice,
        Language::Russian,
        &[
            "Счёт на оплату № 08/32 от 22 ноября 2026 г.",
            "КБ «Финансовый капитал», г. Санкт-Петербург",
            "ИНН 7825107325",
            "40702810800000000082",
            "В том числе НДС 22 %:",
            "37 868,86",
            "Всего наименований 2, на сумму 210 000,00 ₽",
            "Двести десять тысяч рублей 00 копеек",
            "Оплатить не позднее 27 ноября 2026 г.",
            "Белова А. П.",
        ],
    ),
    sample(
        PrintedForm::Act,
        Language::Russian,
        &[
            "№ 08/32 от 22 ноября 2026 г.",
            "Пусконаладочные работы",
            "Ким Ю. М.",
        ],
    ),
    sample(
        PrintedForm::Waybill,
        Language::Russian,
        &[
            "Товарная накладная № 08/32",
            "147 540,98",
            "Сумма с НДС",
            "СС-12",
        ],
    ),
    sample(
        PrintedForm::SupplyContract,
        Language::Russian,
        &[
            "Договор поставки № 08/32",
            "г. Санкт-Петербург",
            "«22» ноября 2026 г.",
            "в лице генерального директора Орловой Елены Евгеньевны, действующей на основании Устава",
            "в лице директора Кима Юрия Михайловича, действующего на основании Устава",
            "210 000,00 ₽ (Двести десять тысяч рублей 00 копеек), в том числе НДС 37 868,86 ₽",
            "до 31 декабря 2026 года",
            "Ввод в эксплуатацию и обучение",
            "БИК 044030422",
        ],
    ),
    sample(
        PrintedForm::Offer,
        Language::Russian,
        &[
            "Коммерческое предложение",
            "действительно до 31 декабря 2026 г.",
            "Ваш менеджер",
        ],
    ),
    sample(
        PrintedForm::Letter,
        Language::Russian,
        &[
            "Директору по закупкам",
            "Антоновой Юлии Михайловне",
            "Уважаемая Юлия Михайловна!",
        ],
    ),
    sample(
        PrintedForm::Greeting,
        Language::Russian,
        &[
            "С днём рождения!",
            "Антоновой Юлии Михайловне",
            "Уважаемая Юлия Михайловна!",
        ],
    ),
    sample(PrintedForm::EnvelopeDl, Language::Russian, ENVELOPE),
    sample(PrintedForm::EnvelopeC5, Language::Russian, ENVELOPE),
    sample(
        PrintedForm::Labels,
        Language::Russian,
        &[
            "Антонова Юлия Михайловна",
            "Порошина Тая Петровна",
            "Калабина Мария Леопольдовна",
        ],
    ),
    sample(
        PrintedForm::Invoice,
        Language::English,
        &[
            "Invoice 2026-017",
            "6 December 2026",
            "DE89 3704 0044 0532 0130 00",
            "VAT 19 %",
            "€1,230.00",
            "One thousand, two hundred and thirty euros",
        ],
    ),
    sample(
        PrintedForm::Offer,
        Language::English,
        &[
            "Offer 2026-017",
            "valid until 31 December 2026",
            "Dear Ms Anton,",
        ],
    ),
    sample(
        PrintedForm::Letter,
        Language::English,
        &["Dear Ms Anton,", "Yours sincerely,", "London SW3 4RP"],
    ),
];

const ENVELOPE: &[&str] = &[
    "От кого",
    "191186, г. Санкт-Петербург, Малый пр., д. 28",
    "Антоновой Юлии Михайловне",
    "ул. Большая Морская, д. 35, оф. 12",
    "190000",
];

impl Sample {
    fn template(&self) -> Template {
        let bytes = template(self.form, self.language).unwrap();
        Template::open(bytes, &Settings::default()).unwrap()
    }

    fn name(&self) -> String {
        let folder = match self.language {
            Language::Russian => "ru",
            Language::English => "en",
        };
        format!("{folder}-{}", self.form.name())
    }

    fn filled(&self) -> Vec<u8> {
        self.filled_with(&data(self.language))
    }

    fn filled_with(&self, data: &Json) -> Vec<u8> {
        let surroundings = Surroundings {
            language: &Locale::new(self.language),
            pictures: &|name| (name == "picture.png").then(|| PICTURE.to_vec()),
        };
        let filled = self.template().fill(&Value::from(data), &surroundings);
        filled.unwrap_or_else(|faults| {
            let told = Locale::new(Language::English).template_faults(&faults);
            panic!("{}: {told}", self.name());
        })
    }
}

fn data(language: Language) -> Json {
    let text = match language {
        Language::Russian => include_str!("../fixtures/printed_forms/ru.json"),
        Language::English => include_str!("../fixtures/printed_forms/en.json"),
    };
    serde_json::from_str(text).unwrap()
}

/// What stands for a logo, a stamp, a signature.
const PICTURE: &[u8] = include_bytes!("../fixtures/printed_forms/picture.png");

/// The same data with everything empty that an office may not have.
fn scant() -> Json {
    fn emptied(value: &mut Json, name: &str) {
        const KEPT: &[&str] = &[
            "number", "date", "total", "sum", "price", "quantity", "currency", "name",
        ];
        match value {
            Json::Object(fields) => {
                fields
                    .iter_mut()
                    .for_each(|(name, value)| emptied(value, name));
            }
            Json::Array(list) if name == "items" => {
                list.iter_mut().for_each(|value| emptied(value, ""));
            }
            Json::Array(list) => list.clear(),
            value if !KEPT.contains(&name) => *value = Json::Null,
            _ => {}
        }
    }
    let mut data = data(Language::Russian);
    emptied(&mut data, "");
    data
}

fn part(document: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(document)).unwrap();
    let mut text = String::new();
    let read = archive.by_name(name).unwrap().read_to_string(&mut text);
    read.unwrap();
    text
}

/// The words of the body, a paragraph a line, every blank an ordinary one.
fn words(document: &[u8]) -> String {
    let xml = part(document, "word/document.xml").replace("</w:p>", "<w:t>\n</w:t>");
    let texts = xml.split("<w:t").skip(1).filter_map(|piece| {
        let (tag, rest) = piece.split_once('>')?;
        let is_text = tag.is_empty() || tag.starts_with(' ');
        is_text.then(|| rest.split("</w:t>").next()).flatten()
    });
    let text: String = texts.collect();
    let plain = [
        ("\u{a0}", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ];
    plain
        .iter()
        .fold(text, |text, (from, to)| text.replace(from, to))
}

#[test]
fn every_form_has_a_sample() {
    for form in PrintedForm::ALL {
        for language in [Language::Russian, Language::English] {
            let is_there = template(*form, language).is_some();
            let mut samples = SAMPLES.iter();
            let is_tried = samples.any(|one| one.form == *form && one.language == language);
            assert_eq!(is_there, is_tried, "{form:?} {language:?}");
        }
    }
}

#[test]
fn forms_are_small_and_name_nobody() {
    for sample in SAMPLES {
        let bytes = template(sample.form, sample.language).unwrap();
        assert!(
            bytes.len() < 40 << 10,
            "{}: {} bytes",
            sample.name(),
            bytes.len()
        );
        let properties = part(bytes, "docProps/core.xml");
        assert!(
            properties.contains("<dc:creator></dc:creator>"),
            "{}",
            sample.name()
        );
        let spelling = match sample.language {
            Language::Russian => "w:lang w:val=\"ru-RU\"",
            Language::English => "w:lang w:val=\"en-GB\"",
        };
        assert!(
            part(bytes, "word/styles.xml").contains(spelling),
            "{}",
            sample.name()
        );
        assert!(sample.template().notices().is_empty(), "{}", sample.name());
    }
}

#[test]
fn every_form_is_filled_to_the_last_field() {
    for sample in SAMPLES {
        let words = words(&sample.filled());
        for left in ["{{", "}}", "None", "null"] {
            assert!(
                !words.contains(left),
                "{}: {left} in {words}",
                sample.name()
            );
        }
        for expected in sample.words {
            assert!(
                words.contains(expected),
                "{}: no {expected} in {words}",
                sample.name()
            );
        }
    }
}

#[test]
fn a_form_is_filled_where_hardly_anything_is_known() {
    let data = scant();
    for sample in SAMPLES
        .iter()
        .filter(|sample| sample.language == Language::Russian)
    {
        let words = words(&sample.filled_with(&data));
        for left in ["{{", "ИНН ,", ", ,", "()"] {
            assert!(
                !words.contains(left),
                "{}: {left} in {words}",
                sample.name()
            );
        }
    }
}

#[test]
fn pictures_of_the_company_take_their_places() {
    let invoice = &SAMPLES[0];
    let full = pictures(&invoice.filled());
    assert!(full.iter().any(|bytes| bytes == PICTURE));
    let scant = invoice.filled_with(&scant());
    assert!(!part(&scant, "word/document.xml").contains("<w:drawing"));
}

/// The pictures of a document.
fn pictures(document: &[u8]) -> Vec<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(document)).unwrap();
    let mut found = Vec::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let name = entry.name().unwrap().into_owned();
        if name.ends_with(".png") {
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            found.push(bytes);
        }
    }
    found
}

/// The texts of the QR codes in a document, by a decoder that did not make them.
fn codes(document: &[u8]) -> Vec<String> {
    let read = |bytes: Vec<u8>| {
        let mut decoder = png::Decoder::new(Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut pixels).unwrap();
        let (width, height) = (frame.width as usize, frame.height as usize);
        let step = frame.line_size / width;
        // Twice as large: a decoder of photographs wants more than a dot a module.
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(width * 2, height * 2, |x, y| {
                pixels[y / 2 * frame.line_size + x / 2 * step]
            });
        let grids = image.detect_grids();
        let first = grids.first()?;
        first.decode().ok().map(|(_, text)| text)
    };
    pictures(document).into_iter().filter_map(read).collect()
}

#[test]
fn the_codes_of_invoices_say_what_is_to_be_paid() {
    for language in [Language::Russian, Language::English] {
        let mut samples = SAMPLES.iter();
        let is_invoice =
            |one: &&Sample| one.form == PrintedForm::Invoice && one.language == language;
        let invoice = samples.find(is_invoice).unwrap();
        let expected = data(language)["qr"].as_str().unwrap().to_owned();
        assert_eq!(codes(&invoice.filled()), [expected], "{language:?}");
    }
}

#[test]
fn libreoffice_reads_every_filled_form() {
    let folder = tempfile::tempdir().unwrap();
    let mut paths = Vec::new();
    for sample in SAMPLES {
        let path = folder.path().join(format!("{}.docx", sample.name()));
        fs::write(&path, sample.filled()).unwrap();
        paths.push(path);
    }
    let profile = format!(
        "-env:UserInstallation=file://{}/profile",
        folder.path().display()
    );
    let run = Command::new("soffice")
        .args([
            &profile,
            "--headless",
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "--outdir",
        ])
        .arg(folder.path())
        .args(&paths)
        .output();
    if run.is_err() {
        return; // No office on this machine.
    }
    for sample in SAMPLES {
        let path = folder.path().join(format!("{}.txt", sample.name()));
        let text = fs::read_to_string(path).unwrap().replace('\u{a0}', " ");
        for expected in sample.words {
            assert!(
                text.contains(expected),
                "{}: no {expected} in {text}",
                sample.name()
            );
        }
    }
}
