//! How labels are spelled in sheets of requisites, in Russian, English and German.

use super::label::Label;
use crate::domain::contact::Purpose;

/// Labels, and how each is spelled; marks between the words do not matter.
pub const SPELLINGS: &[(Label, &str)] = &[
    (
        Label::Inn,
        "инн|inn|инн организации|инн юл|иин|бин|бин иин|иин бин|унп|унн|bin|unp|vat|vat id|vat no|vat number|vat reg no|\
         vat registration number|ust id nr|ust idnr|ust id|ustid|umsatzsteuer id|umsatzsteuer identifikationsnummer|tax id|\
         tax number|tax no|tin|ein|steuernummer|steuer nr|nip|tax identification number",
    ),
    (Label::Kpp, "кпп|kpp|кпп организации"),
    (
        Label::Ogrn,
        "огрн|огрнип|огрн ип|ogrn|ogrnip|основной государственный регистрационный номер|company no|\
         company number|company registration number|registered number|registration number|registration no|reg no|\
         handelsregister|hrb|registered in england and wales no|registered in england no|окюл",
    ),
    (
        Label::Account,
        "р с|р сч|р счет|расч счет|расч сч|расч с|рас счет|рас сч|расчетный счет|расчетный сч|рс|рсч|счет|сч|номер счета|\
         счет получателя|счет №|лицевой счет|лицевой счет получателя|банковский счет|iban|иик|account|account no|account number|a c|acc|acc no|\
         acct|acct no|bank account|settlement account|current account|kontonummer|konto|konto nr|iban no|iban eur|iban usd",
    ),
    (
        Label::Bik,
        "бик|бик банка|код банка|код банка bic|bik|bic|swift|swift code|swift bic|bic swift|bic code|swift bic code|bank code|бик swift|свифт|sort code|routing number|\
         routing no|aba|blz",
    ),
    (
        Label::Correspondent,
        "к с|к сч|к счет|кс|кор с|кор сч|кор счет|корр с|корр сч|корр счет|корреспондентский счет|\
         корреспондентский сч|корресп счет|корсчет|корр счет банка|correspondent account|corr account|corr acc|к с банка|corr a c|c a",
    ),
    (
        Label::Bank,
        "банк|наименование банка|название банка|банк получателя|полное наименование банка|в банке|обслуживающий банк|\
         банковское учреждение|учреждение банка|bank|bank name|name of bank|name of the bank|beneficiary bank|beneficiary s bank|bankverbindung|\
         bankname|банк бенефициара",
    ),
    (
        Label::FullName,
        "полное наименование|полное название|полное фирменное наименование|полное наименование организации|\
         полное наименование предприятия|полное наименование юридического лица|полное название организации|полное наименование компании|\
         полное название компании|полное имя|full name|full company name|полное наименование на русском языке|полное официальное наименование",
    ),
    (
        Label::ShortName,
        "краткое наименование|сокращенное наименование|сокр наименование|краткое название|\
         сокращенное название|сокращенное наименование организации|сокращенное фирменное наименование|краткое наименование организации|short name|\
         сокращенное наименование предприятия|кратко|сокращенно|полное и сокращенное наименование",
    ),
    (
        Label::AnyName,
        "наименование|наименование организации|наименование предприятия|название|название организации|название компании|\
         название предприятия|наименование компании|организация|компания|предприятие|фирма|контрагент|покупатель|заказчик|поставщик|исполнитель|\
         продавец|арендатор|получатель|плательщик|клиент|company|company name|name of company|legal name|firma|firmenname|beneficiary|beneficiary name|\
         customer|supplier|account holder|account name|kontoinhaber|наименование юридического лица|наименование получателя|фирменное наименование|organisation|organization|\
         unternehmen|наименование контрагента|юр лицо|юридическое лицо|наименование фирмы",
    ),
    (
        Label::Address(Some(Purpose::Legal)),
        "юридический адрес|юр адрес|юрид адрес|адрес юридический|адрес регистрации|адрес места нахождения|\
         место нахождения|местонахождение|адрес местонахождения|юридический|юр|адрес по егрюл|legal address|registered address|registered office|\
         registered office address|адрес государственной регистрации|адрес организации|место регистрации|адрес юр|адрес места регистрации",
    ),
    (
        Label::Address(Some(Purpose::Actual)),
        "фактический адрес|факт адрес|физический адрес|адрес фактический|адрес офиса|фактическое местонахождение|\
         офис|actual address|office address|office|visiting address|фактический|факт|склад|адрес факт|адрес склада",
    ),
    (
        Label::Address(Some(Purpose::Postal)),
        "почтовый адрес|почт адрес|адрес почтовый|адрес для корреспонденции|адрес для писем|для корреспонденции|\
         postal address|mailing address|postanschrift|почтовый|адрес для почты",
    ),
    (
        Label::Both(Purpose::Legal, Purpose::Actual),
        "юридический и фактический адрес|юр и факт адрес|юридический фактический адрес|\
         адрес юридический и фактический|адрес юридический фактический|\
         место нахождения и фактический адрес|юридический он же фактический адрес",
    ),
    (
        Label::Both(Purpose::Legal, Purpose::Postal),
        "юридический и почтовый адрес|юридический почтовый адрес|\
         место нахождения и почтовый адрес|юр и почт адрес",
    ),
    (
        Label::Address(None),
        "адрес|address|anschrift|adresse|адрес компании|company address|наш адрес",
    ),
    (
        Label::Phone,
        "телефон|телефоны|тел|т|тлф|телефон рабочий|раб тел|рабочий телефон|раб|контактный телефон|контактные телефоны|конт тел|многоканальный телефон|тел многоканальный|\
         phone|tel|telephone|telefon|ph|office phone|direct|phone number|business phone|тел офиса|городской|номер телефона|телефон офиса|telefonnummer",
    ),
    (
        Label::Mobile,
        "моб|мобильный|мобильный телефон|моб тел|сот|сотовый|сот тел|mobile|mob|cell|cell phone|mobil|handy|тел моб|телефон мобильный|mobiltelefon|тел сот",
    ),
    (Label::Fax, "факс|fax|telefax|ф"),
    (
        Label::Email,
        "e mail|email|mail|эл почта|электронная почта|почта|адрес электронной почты|эл адрес|электронный адрес|эл п|имейл|е mail|e mail address|email address",
    ),
    (
        Label::Web,
        "сайт|веб сайт|web|website|web site|www|url|homepage|site|интернет|адрес сайта|internet|webseite|официальный сайт",
    ),
    (
        Label::Director,
        "генеральный директор|ген директор|ген дир|гендиректор|исполнительный директор|директор|руководитель|президент|\
         управляющий|управляющий директор|председатель правления|председатель|коммерческий директор|технический директор|финансовый директор|главный бухгалтер|\
         гл бухгалтер|главбух|директор по продажам|директор по развитию|начальник|ceo|director|general director|managing director|geschaftsfuhrer|\
         geschäftsführer|geschäftsführerin|geschäftsleitung|chief executive officer|president|вр и о директора|и о директора|и о генерального директора|заместитель директора|зам директора|chief accountant|vertreten durch|представитель|vorstand|inhaber",
    ),
    (
        Label::PersonName,
        "фио|ф и о|фио руководителя|ф и о руководителя|фио директора|контактное лицо|контакт|contact|contact person|ansprechpartner|name|имя|\
         фио генерального директора|менеджер|ответственный|ответственное лицо|kontakt|attn|подписант|фамилия имя отчество|фио ип",
    ),
    (
        Label::PositionName,
        "должность|должность руководителя|position|job title|title|funktion",
    ),
    (
        Label::Other,
        "окпо|оквэд|окато|октмо|окогу|окфс|окопф|основной оквэд|дата регистрации|система налогообложения|действует на основании|\
         действующий на основании|действующего на основании|действующая на основании|действующей на основании|на основании устава|основание полномочий|skype|icq|telegram|whatsapp|viber|дата|регистрационный номер пфр|\
         рег номер пфр|фсс|пфр|код оквэд|коды|валюта|валюта счета|okpo|okved|currency|устав|уставный капитал|кбе|kbe|amtsgericht|registergericht|\
         налоговый орган|ифнс|свидетельство|инн банка|кпп банка|огрн банка|адрес банка|bank address|адрес банка получателя|инспекция|место рождения|паспорт|linkedin|currency of account|duns|d u n s|штамп|кнп|linkedin com|адрес электронного документооборота|эдо|идентификатор эдо|штрих код|дата присвоения",
    ),
];
