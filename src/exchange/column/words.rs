//! Columns known by the words above them, Russian and English.

use super::{AccountPart, AddressPart, Column};
use crate::domain::client::{Kind, TextField};
use crate::domain::contact::{Channel, Purpose};
use crate::domain::term::Dictionary;
use crate::domain::text::{fold, words};

use Column::{Account, Contact, Ignore, Text};

/// For each column the words above it, parted by bars.
type Words = &'static [(Column, &'static str)];

/// Words above columns of either register; folded, without punctuation.
const COMMON: Words = &[
    (
        Ignore,
        "№|no|n|nn|n п п|п п|пп|номер по порядку|номер строки|row|#|updated at|modified|\
         дата изменения|изменен",
    ),
    (
        Text(TextField::ExternalId),
        "id|external id|external code|код|внешний код|внешний id|идентификатор|ид|guid|uuid|uid|ref|code|\
         record id|номер в 1с|код 1с|код в 1с",
    ),
    (
        Text(TextField::Inn),
        "инн|inn|tin|tax id|tax number|tax code|vat|vat id|vat number|идентификационный номер|\
         идентификационный номер налогоплательщика",
    ),
    (
        Text(TextField::Ogrn),
        "огрн|огрнип|огрн огрнип|огрн ип|ogrn|ogrnip|registration number|reg number|\
         основной государственный регистрационный номер",
    ),
    (
        Text(TextField::Note),
        "о клиенте|about|примечание|примечания|prim|primech|комментарий|комментарии|заметка|заметки|описание|доп информация|\
         дополнительная информация|дополнительно|прочее|note|notes|comment|comments|description|\
         remarks|memo",
    ),
    (
        Contact(Channel::MobilePhone),
        "мобильный|мобильный телефон|моб телефон|моб тел|моб|сотовый|сотовый телефон|сот телефон|\
         телефон мобильный|телефон моб|телефон сотовый|тел моб|mobile|mobile phone|phone mobile|\
         cell|cell phone|cellphone|mobile number",
    ),
    (
        Contact(Channel::WorkPhone),
        "телефон|телефоны|тел|номер телефона|контактный телефон|контактные телефоны|\
         рабочий телефон|раб телефон|раб тел|телефон рабочий|телефон раб|городской телефон|\
         основной телефон|телефон основной|телефон офиса|телефон факс|тел факс|доп телефон|\
         дополнительный телефон|другой телефон|phone|phones|phone number|telephone|tel|\
         work phone|phone work|business phone|telefon|tel1|office phone|main phone|primary phone|other phone|\
         company main phone|phone value",
    ),
    (
        Contact(Channel::Fax),
        "факс|факсы|номер факса|телефакс|fax|fax number|business fax|phone fax",
    ),
    (
        Contact(Channel::Email),
        "e mail|email|emails|mail|почта|эл почта|электронная почта|электронный адрес|\
         адрес электронной почты|эл адрес|имейл|емейл|емэйл|мейл|мэйл|рабочий e mail|\
         рабочая почта|личная почта|email address|e mail address|e mail value|work email|\
         primary email|main email",
    ),
    (
        Contact(Channel::Web),
        "сайт|веб сайт|вебсайт|web сайт|интернет сайт|www|страница|домашняя страница|\
         веб страница|адрес сайта|web|website|web site|site|url|web page|webpage|homepage|\
         home page|domain|сайты",
    ),
    (
        Account(AccountPart::Number),
        "расчетный счет|р с|рс|р счет|рсчет|расч счет|номер счета|счет|банковский счет|account|\
         account number|bank account|settlement account",
    ),
    (Account(AccountPart::Iban), "iban|международный номер счета"),
    (
        Account(AccountPart::Bank),
        "банк|название банка|наименование банка|банк получателя|bank|bank name",
    ),
    (
        Account(AccountPart::Bik),
        "бик|бик банка|bik|bic|bank code|swift",
    ),
    (
        Account(AccountPart::Correspondent),
        "корреспондентский счет|корр счет|кор счет|к с|кс|корсчет|коррсчет|correspondent account|\
         corr account",
    ),
    (
        Column::Roles,
        "статус|тип|вид|тип клиента|вид клиента|статус клиента|категория|категория клиента|\
         тип контрагента|тип отношений|роль|роли|status|type|kind|role|roles|\
         category|kind of client|client kind|client type|customer type|relationship|lifecycle stage",
    ),
    (
        Column::Responsible,
        "ответственный|ответственный сотрудник|ответственный менеджер|менеджер|куратор|сотрудник|\
         id сотрудника|код сотрудника|ведет|кто ведет|основной менеджер|ответственный id|\
         responsible|employee|employee id|owner|owner id|manager|account manager|assigned to|\
         assignee|responsible employee",
    ),
    (
        Column::Groups,
        "группа|группы|группа клиентов|группы клиентов|метка|метки|тег|теги|group|groups|\
         tag|tags|label|labels|group membership|categories",
    ),
    (
        Column::Since,
        "дата создания|создан|создано|дата добавления|дата заведения|дата внесения|клиент с|\
         дата начала работы|дата начала сотрудничества|created|created at|created on|create date|\
         date created|creation date|added on|since|client since|customer since",
    ),
    (
        Column::Term(Dictionary::Segment),
        "сегмент|сегмент рынка|отрасль|рынок|сфера деятельности|вид деятельности|segment|\
         market segment|industry|market|sector",
    ),
    (
        Column::Term(Dictionary::Category),
        "вид контрагента|kind of counterparty|counterparty kind|counterparty type",
    ),
    (
        Column::Term(Dictionary::Source),
        "источник|источник клиента|откуда|откуда узнали|откуда пришел|канал привлечения|source|\
         lead source|client source|channel|came from",
    ),
    (
        Column::Stage,
        "стадия|стадия отношений|этап|стадия жизненного цикла|stage|life cycle stage",
    ),
    (
        Column::RecommendedBy,
        "кто рекомендовал|рекомендовал|по рекомендации|рекомендатель|recommended by|referred by|\
         referrer",
    ),
    (
        Column::NextStepOn,
        "дата следующего шага|следующий контакт|дата следующего контакта|next step on|\
         next step date|next contact|next contact date|follow up date",
    ),
    (
        Text(TextField::NextStep),
        "следующий шаг|что делать дальше|next step|next action|follow up",
    ),
    (
        Column::PreferredMedium,
        "как удобнее связаться|способ связи|предпочитаемый способ связи|preferred channel|\
         preferred medium|contact method|preferred contact method",
    ),
    (
        Text(TextField::PreferredTime),
        "удобное время|время для звонка|когда звонить|best time|preferred time|time to call",
    ),
    (
        Column::CheckedOn,
        "проверено|дата проверки|проверен|checked on|checked|verified on",
    ),
];

/// Words above columns of a list of organisations.
const ORGANIZATION: Words = &[
    (
        Text(TextField::Name),
        "название|наименование|naim|naimen|nazv|краткое название|краткое наименование|сокращенное наименование|\
         сокращенное название|рабочее наименование|наименование в программе|организация|\
         организации|компания|компании|фирма|предприятие|клиент|клиенты|контрагент|контрагенты|\
         заказчик|покупатель|поставщик|партнер|юр лицо|юридическое лицо|название организации|\
         название компании|наименование организации|наименование компании|\
         наименование контрагента|имя|name|names|short name|title|company|company name|\
         organization|organisation|organization name|organisation name|customer|customer name|\
         client|client name|account name|counterparty|firm|business name",
    ),
    (
        Text(TextField::FullName),
        "полное название|полное наименование|полное наименование организации|\
         полное название организации|полное юридическое название|официальное название|\
         юридическое название|юридическое наименование|full name|fullname|legal name|\
         official name|full company name",
    ),
    (
        Column::LegalForm,
        "форма|опф|орг форма|организационно правовая форма|правовая форма|форма собственности|\
         form|legal form|entity type|opf",
    ),
    (
        Text(TextField::Kpp),
        "кпп|kpp|код причины постановки|код причины постановки на учет",
    ),
    (
        Text(TextField::Situation),
        "рыночная ситуация|ситуация на рынке|market situation|situation",
    ),
    (
        Text(TextField::Products),
        "что производит или продает|продукция|что производит|товары|товары и услуги|\
         what it makes or sells|products|goods",
    ),
    (
        Text(TextField::Customers),
        "кто ее клиенты|клиенты организации|who its customers are|customers",
    ),
    (
        Text(TextField::MarketPosition),
        "положение на рынке|position on the market|market position",
    ),
    (
        Text(TextField::Goals),
        "текущие цели|цели|current goals|goals",
    ),
    (
        Text(TextField::Culture),
        "корпоративная культура|corporate culture|culture",
    ),
    (
        Text(TextField::Indicators),
        "по каким показателям судит о себе|показатели|what it judges itself by|indicators",
    ),
    (Text(TextField::Strengths), "сильные стороны|strengths"),
    (Text(TextField::Weaknesses), "слабые стороны|weaknesses"),
];

/// Words above columns of a list of persons.
const PERSON: Words = &[
    (
        Column::PersonName,
        "фио|fio|ф и о|фио полностью|полное имя|полное фио|имя и фамилия|фамилия имя|фамилия и имя|\
         фамилия имя отчество|имя фамилия|контакт|контакты|контактное лицо|контактные лица|\
         персона|человек|физическое лицо|физ лицо|клиент|name|full name|fullname|display name|\
         contact|contact name|contact person|person|person name|client",
    ),
    (
        Text(TextField::Surname),
        "фамилия|фам|fam|familia|surname|last name|lastname|family name|second name",
    ),
    (
        Text(TextField::FirstName),
        "имя|first name|firstname|given name|forename",
    ),
    (
        Text(TextField::Patronymic),
        "отчество|отч|patronymic|middle name|middlename|additional name",
    ),
    (Column::Sex, "пол|sex|gender"),
    (
        Text(TextField::Position),
        "должность|должности|dolzhn|dolgn|позиция|профессия|специальность|position|job title|jobtitle|title|\
         job|organization title|post|function",
    ),
    (
        Text(TextField::Department),
        "отдел|подразделение|департамент|служба|department|division|unit|organization department|\
         dept",
    ),
    (
        Column::Employer,
        "организация|компания|фирма|предприятие|место работы|работодатель|контрагент|\
         название организации|название компании|наименование организации|organization|\
         organisation|company|company name|organization name|organisation name|employer|\
         account name|workplace|firm",
    ),
    (
        Column::EmployerId,
        "id организации|код организации|ид организации|id компании|код компании|код контрагента|\
         id контрагента|org id|orgid|organization id|organisation id|company id|account id|\
         client id|employer id",
    ),
    (
        Contact(Channel::HomePhone),
        "домашний телефон|дом телефон|дом тел|телефон домашний|телефон дом|домашний|home phone|\
         phone home|home number|home",
    ),
    (
        Column::Birthday,
        "дата рождения|datar|data rozhd|день рождения|родился|др|д р|д рождения|рождение|birth date|birthdate|\
         birthday|date of birth|dob|born|born on|bday",
    ),
    (
        Column::PoliticalRole,
        "роль в решениях|роль в принятии решений|role in decisions|decision role",
    ),
    (
        Column::Influence,
        "степень влияния|влияние|degree of influence|influence",
    ),
    (Text(TextField::Education), "образование|education"),
    (
        Text(TextField::Skills),
        "дополнительные навыки|навыки|further skills|skills",
    ),
    (
        Text(TextField::Hobbies),
        "увлечения и интересы|увлечения|интересы|хобби|hobbies and interests|hobbies|interests",
    ),
    (Text(TextField::Likes), "что любит|любит|likes"),
    (Text(TextField::Dislikes), "чего не любит|не любит|dislikes"),
    (
        Text(TextField::Family),
        "семья домашние животные|семья|family pets|family",
    ),
];

/// Words that say whose column it is and nothing else.
const OWNERS: &str = "организации|компании|фирмы|предприятия|клиента|контрагента|контакта|\
     контактного лица|сотрудника|заказчика|покупателя|партнера|юр лица|юридического лица|физ лица|\
     человека|organization|organisation|company|client|customer|contact|person|work|business|\
     primary|main|основной|основная|рабочий|рабочая";

/// The column that `header` names on cards of that kind.
pub(super) fn recognise(header: &str, kind: Kind) -> Option<Column> {
    let plain = plain(header);
    exactly(&plain, kind)
        .or_else(|| address(&plain))
        .or_else(|| {
            let bare = without_extras(header);
            exactly(&bare, kind).or_else(|| address(&bare))
        })
}

/// Small letters, single blanks, no punctuation.
fn plain(header: &str) -> String {
    let header = header.replace('№', " № ");
    match header.trim() {
        "№" | "#" => header.trim().to_owned(),
        _ => words(&fold(&header)).collect::<Vec<_>>().join(" "),
    }
}

fn exactly(plain: &str, kind: Kind) -> Option<Column> {
    let own = match kind {
        Kind::Organization => ORGANIZATION,
        Kind::Person => PERSON,
    };
    own.iter()
        .chain(COMMON)
        .find(|(_, words)| words.split('|').any(|word| word == plain))
        .map(|(column, _)| *column)
}

/// The header without what stands in brackets, without numbers and without its owner.
fn without_extras(header: &str) -> String {
    let outside = header.split(['(', '[', ',', ':']).next().unwrap_or(header);
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let plain = plain(outside);
    let kept: Vec<&str> = plain.split(' ').filter(|word| !is_number(word)).collect();
    let bare = kept.join(" ");
    let ending = OWNERS.split('|').find_map(|owner| bare.strip_suffix(owner));
    let bare = ending.unwrap_or(&bare).trim();
    let beginning = OWNERS.split('|').find_map(|owner| {
        let rest = bare.strip_prefix(owner)?;
        rest.starts_with(' ').then_some(rest)
    });
    beginning.unwrap_or(bare).trim().to_owned()
}

/// Beginnings of words that name a part of an address.
const PARTS: &[(AddressPart, &str)] = &[
    (
        AddressPart::PostalCode,
        "индекс|zip|postcode|postal code|post code|postal index",
    ),
    (
        AddressPart::Region,
        "регион|област|край|республик|субъект|region|state|province|oblast",
    ),
    (
        AddressPart::City,
        "город|gorod|населен|нас пункт|city|town|locality",
    ),
    (AddressPart::Street, "улиц|номер дома|street|address line"),
    (
        AddressPart::Line,
        "адрес|address|adres|местонахожден|место нахожден|местоположен",
    ),
];

/// Beginnings of words that say what an address is for.
const PURPOSES: &[(Purpose, &str)] = &[
    (Purpose::Actual, "факт|actual|physical|visiting"),
    (Purpose::Legal, "юр|legal|registered|регистрац"),
    (
        Purpose::Postal,
        "почтов|postal|mailing|корреспонденц|для писем|billing",
    ),
];

/// An address or a part of one, with what it is for: `юр. адрес`, `почтовый адрес: город`.
fn address(plain: &str) -> Option<Column> {
    if plain.split(' ').count() > 5 || plain.contains("mail") || plain.contains("почты") {
        return None;
    }
    let has =
        |beginning: &str| plain.starts_with(beginning) || plain.contains(&format!(" {beginning}"));
    let (part, _) = PARTS
        .iter()
        .find(|(_, beginnings)| beginnings.split('|').any(has))?;
    let purpose = PURPOSES
        .iter()
        .find(|(_, beginnings)| beginnings.split('|').any(has));
    let purpose = match purpose {
        // The postal code of an address without a name of its own.
        Some((Purpose::Postal, _)) if *part == AddressPart::PostalCode && !is_of_address(plain) => {
            Purpose::Actual
        }
        Some((purpose, _)) => *purpose,
        None => Purpose::Actual,
    };
    Some(Column::Address(purpose, *part))
}

fn is_of_address(plain: &str) -> bool {
    plain.contains("адрес") || plain.contains("address")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_written_as_they_are_compared() {
        for (_, words) in COMMON.iter().chain(ORGANIZATION).chain(PERSON) {
            for word in words.split('|') {
                assert_eq!(plain(word), word);
            }
        }
    }

    #[test]
    fn no_word_names_two_columns() {
        for own in [ORGANIZATION, PERSON] {
            let tables = own.iter().chain(COMMON);
            let mut all: Vec<&str> = tables.flat_map(|(_, words)| words.split('|')).collect();
            let count = all.len();
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), count);
        }
    }

    fn assert_known(kind: Kind, cases: &[(&str, &str)]) {
        for (header, name) in cases {
            let found = recognise(header, kind).map(Column::name);
            let expected = Some(*name).filter(|name| !name.is_empty());
            assert_eq!(found, expected, "{header}");
        }
    }

    #[test]
    fn columns_of_organisations_are_known_in_many_spellings() {
        assert_known(
            Kind::Organization,
            &[
                ("ИНН", "inn"),
                ("ИНН (10 или 12 цифр)", "inn"),
                ("ИНН контрагента", "inn"),
                ("Наименование организации", "name"),
                ("Полное наименование", "full_name"),
                ("Расчётный счёт", "account"),
                ("Р/с", "account"),
                ("К/С", "correspondent_account"),
                ("Телефон 2", "phone"),
                ("Юридический адрес", "legal_address"),
                ("Юр. адрес: индекс", "legal_postal_code"),
                ("Почтовый адрес", "postal_address"),
                ("Почтовый адрес (город)", "postal_city"),
                ("Почтовый индекс", "postal_code"),
                ("postal_index", "postal_code"),
                ("Адрес", "address"),
                ("Населённый пункт", "city"),
                ("Фактический адрес", "address"),
                ("№ п/п", "ignore"),
                ("Любимый цвет", ""),
                ("", ""),
            ],
        );
    }

    #[test]
    fn columns_of_persons_are_known_in_many_spellings() {
        assert_known(
            Kind::Person,
            &[
                ("Организация", "organization"),
                ("org_id", "organization_id"),
                ("Моб. тел.", "phone_mobile"),
                ("phone_mobile", "phone_mobile"),
                ("Phone 1 - Value", "phone"),
                ("Домашний телефон", "phone_home"),
                ("E-mail", "email"),
                ("Адрес электронной почты", "email"),
                ("Дата рождения", "birthday"),
                ("Ф.И.О.", "name"),
                ("Имя", "first_name"),
                ("Job Title", "position"),
                ("Домашний адрес", "address"),
            ],
        );
    }
}
