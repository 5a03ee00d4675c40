# Cards that look alike: why, the list of pairs, and the merge of cards.
duplicate-same-inn = тот же ИНН
duplicate-other-kpp = тот же ИНН, но другой КПП: похоже на филиал
duplicate-similar-inn = ИНН отличается одной цифрой
duplicate-same-ogrn = тот же ОГРН
duplicate-same-account = тот же расчётный счёт
duplicate-same-phone = тот же телефон
duplicate-same-phone-otherwise = тот же телефон, записан иначе
duplicate-same-email = тот же адрес почты
duplicate-same-site = тот же сайт
duplicate-same-address = тот же адрес
duplicate-same-name = то же название
duplicate-same-person = то же имя
duplicate-other-alphabet = то же название другими буквами
duplicate-similar-name =
    { $letters ->
        [one] название отличается { $letters } буквой
       *[other] название отличается { $letters } буквами
    }
duplicate-longer-name = название входит в другое целиком
duplicate-initials = та же фамилия, инициалы подходят
duplicate-same-first-name = те же фамилия и имя
duplicate-same-birthday = тот же день рождения
duplicate-same-employer = то же место работы
duplicate-same-city = тот же город
duplicates-title = Дубликаты
duplicates-told =
    { $count ->
        [one] { $count } пара похожих карточек
        [few] { $count } пары похожих карточек
       *[other] { $count } пар похожих карточек
    }
duplicates-import-only = только из последнего импорта
duplicates-show-all = Показать все
duplicates-search = Искать заново
duplicates-searching = Сравниваю карточки
duplicates-searching-hint = Можно работать дальше: поиск идёт отдельно.
duplicates-percent = { $percent } %
duplicates-stop = Остановить
duplicates-stopped = Поиск остановлен
duplicates-stopped-hint = Ничего не изменилось. Поиск можно начать заново.
duplicates-none = Похожих карточек нет
duplicates-none-hint = Сравнили все карточки по ИНН, телефонам, почте, адресам и названиям.
duplicates-accept =
    { $count ->
        [one] Объединить бесспорную: { $count }
        [few] Объединить бесспорные: { $count }
       *[other] Объединить бесспорные: { $count }
    }
duplicates-accept-hint = Пары, где совпадают и ИНН, и название
duplicates-merge = Объединить
duplicates-distinct = Это разные
duplicates-score = Сходство
duplicates-pair = Карточки
duplicates-why = Почему
duplicates-percent-alike = { $score } %
duplicates-open = Открыть карточку
duplicates-suspect = Похоже, этот клиент уже есть: { $name } — { $reasons }
duplicates-suspect-more = и ещё { $count }
merge-title = Объединение карточек
merge-survivor = Останется эта карточка
merge-make-survivor = Оставить эту
merge-all = Взять всё вместе
merge-united = Телефоны, адреса, счета, группы, связи, заметки, файлы, подразделения и сотрудники всех карточек соединятся без повторов. Останется одна карточка, прочие уйдут в корзину; объединение можно отменить в любой момент.
merge-same = Во всём остальном карточки не противоречат друг другу.
merge-do = Объединить
merge-select-two = Отметьте две карточки или больше, чтобы объединить их
merge-too-many = За один раз можно объединить не больше { $most } карточек
merge-cancel = Не объединять
