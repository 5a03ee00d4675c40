# What is doubtful in a field; shown under it as a warning, never a refusal.

doubt-not-digits = Здесь бывают только цифры; лишний знак: «{ $found }»
doubt-all-zeros = Одни нули: такого номера нет

doubt-inn-length = В ИНН организации 10 цифр, человека и ИП — 12; введено { $digits }
doubt-inn-check-digit = Контрольная цифра ИНН не сходится: должна быть { $expected }. Сверьте номер с документом
doubt-inn-check-digits = Контрольные цифры ИНН не сходятся: должны быть { $expected }. Сверьте номер с документом
doubt-kpp-length = В КПП должно быть 9 знаков; введено { $characters }
doubt-kpp-form = КПП — это цифры, лишь 5-й и 6-й знаки бывают латинскими буквами; проверьте «{ $found }»
doubt-ogrn-length = В ОГРН 13 цифр, в ОГРНИП 15; введено { $digits }
doubt-ogrn-kind = ОГРН начинается с 1 или 5, ОГРНИП — с 3, а здесь { $found }
doubt-ogrn-check-digit = Контрольная цифра ОГРН не сходится: должна быть { $expected }. Сверьте номер с документом

doubt-bik-length = В БИК должно быть 9 цифр; введено { $digits }
doubt-bik-beginning = БИК начинается с 04 (у казначейства — с 00, 01 или 02), а здесь { $found }
doubt-account-length = В номере счёта должно быть 20 цифр; введено { $digits }
doubt-account-key = Ключ счёта не сходится с БИК: девятая цифра должна быть { $expected }. Проверьте счёт и БИК
doubt-correspondent-beginning = Корреспондентский счёт начинается с 301 (у казначейства — с 40102)
doubt-correspondent-end = Корреспондентский счёт кончается тремя последними цифрами БИК: { $expected }

doubt-iban-form = IBAN — это две буквы страны, две цифры и номер счёта из латинских букв и цифр
doubt-iban-country = Страны с кодом { $country } среди IBAN нет; проверьте первые две буквы
doubt-iban-length =
    { $expected ->
        [one] В IBAN страны { $country } должен быть { $expected } знак; введено { $found }
        [few] В IBAN страны { $country } должно быть { $expected } знака; введено { $found }
       *[other] В IBAN страны { $country } должно быть { $expected } знаков; введено { $found }
    }
doubt-iban-check-digits = Контрольные цифры IBAN не сходятся: после букв страны должно быть { $expected }. Сверьте номер

doubt-email-at = В адресе почты должен быть один знак @: имя@сервер.ru
doubt-email-mailbox = Проверьте адрес почты перед знаком @: там есть лишний знак или ничего нет
doubt-email-server = Проверьте адрес почты после знака @: имя сервера выглядит как agat.ru

doubt-phone-too-short =
    { $digits ->
        [0] Здесь нет цифр телефона
        [one] Для телефона мало цифр: только { $digits } цифра
        [few] Для телефона мало цифр: только { $digits } цифры
       *[other] Для телефона мало цифр: только { $digits } цифр
    }
doubt-phone-too-long = Для телефона много цифр: { $digits }
doubt-phone-several = Здесь несколько телефонов ({ $count }); лучше каждый в своём поле
doubt-phone-spoiled = Электронная таблица испортила номер: последние цифры потеряны. Введите его заново

doubt-birth-ahead = Этот день рождения ещё не наступил
doubt-birth-long-ago =
    { $years ->
        [one] По этой дате человеку { $years } год; проверьте год рождения
        [few] По этой дате человеку { $years } года; проверьте год рождения
       *[other] По этой дате человеку { $years } лет; проверьте год рождения
    }

doubt-document-series = В серии российского документа { $expected } цифры; введено { $digits }
doubt-document-number = В номере российского документа { $expected } цифр; введено { $digits }
doubt-document-ahead = День выдачи ещё не наступил
doubt-document-before-birth = Документ выдан раньше дня рождения
doubt-passport-outgrown = Паспорт полагалось заменить в { $years } лет: проверьте, действует ли он
doubt-document-expired = Срок действия истёк
doubt-document-ends-first = Срок истекает раньше дня выдачи
doubt-job-ends-first = Последний день раньше первого
