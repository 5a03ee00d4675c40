# Labels of a client’s card and of its form.

## What the fields are called, on the card, in the form and in the history.
card-name = Краткое название
card-full-name = Полное название
card-inn = ИНН
card-kpp = КПП
card-ogrn = ОГРН
card-ogrnip = ОГРНИП
card-surname = Фамилия
card-first-name = Имя
card-patronymic = Отчество
card-sex = Пол
card-sex-male = Мужской
card-sex-female = Женский
card-birthday = День рождения
# After the birthday; the age is in full years.
card-age =
    { $years ->
        [one] { $years } год
        [few] { $years } года
       *[other] { $years } лет
    }
card-department = Отдел
card-position = Должность
card-employer = Место работы
card-external-id = Внешний код
card-note = О клиенте
card-owner = Ответственный
card-nobody = Никто
card-roles = Кто это для нас
card-role-potential = Потенциальный
card-role-active = Активный
card-role-former = Бывший
card-role-partner = Партнёр
card-role-competitor = Конкурент
card-since = С нами с
card-groups = Группы
card-group = Группа
card-contact = Контакт
card-channel = Вид контакта
card-channel-work-phone = Рабочий
card-channel-mobile-phone = Мобильный
card-channel-home-phone = Домашний
card-channel-fax = Факс
card-channel-email = Почта
card-channel-web = Сайт
card-address = Адрес
card-purpose = Вид адреса
card-address-legal = Юридический
card-address-registered = По регистрации
card-address-postal = Почтовый
card-address-actual = Фактический
card-address-home = Домашний
card-postal-code = Индекс
card-region = Регион
card-city = Город
card-street = Улица, дом, офис
card-account = Расчётный счёт
card-bank = Банк
card-bik = БИК
card-correspondent = Корр. счёт
# The mark of the main phone, address, account.
card-main = основной
card-main-email = основная

## The card.
card-back = Назад
card-edit = Изменить
card-more = Ещё
card-add-person = Добавить человека
card-delete = Удалить в корзину
card-copy = Скопировать
card-copy-value = Скопировать: { $value }
card-copied = Скопировано: { $text }
card-copy-requisites = Скопировать реквизиты
card-requisites-copied = Реквизиты скопированы
card-requisites = Реквизиты
card-person = Личные данные
card-contacts = Связь
card-no-contacts = Ни телефона, ни почты пока нет
card-addresses = Адреса
card-accounts = Банковские счета
card-people = Контактные лица
card-no-people = Пока никого: добавьте того, с кем говорите
card-work = Работа
card-no-work = Место работы не указано
card-relation = Отношения
card-nameless = Без названия
card-gone = Карточки больше нет
card-gone-explained = Её удалили или вам её не показывают. Удалённую можно вернуть из корзины.
# The tabs of a card. That of people is called as its list.
card-tab-overview = Обзор
card-tab-work = Работа и связи
card-tab-biography = Биография
card-tab-profile = Портрет
card-tab-notes = Заметки
card-tab-files = Файлы
card-tab-history = История
card-tab-papers = Документы
card-people-more =
    { $count ->
        [one] Ещё { $count } человек
        [few] Ещё { $count } человека
       *[many] Ещё { $count } человек
    }
# Asked where something was typed on the card and not saved.
card-leaving-explained = На карточке остался несохранённый текст.

# How far the relationship has come, in a few words.
card-stage = стадия: { $stage }

card-history = История изменений
card-history-more =
    { $count ->
        [one] Ещё { $count } изменение
        [few] Ещё { $count } изменения
       *[other] Ещё { $count } изменений
    }
card-history-created = Карточка создана
card-history-deleted = Удалена в корзину
card-history-restored = Возвращена из корзины
card-history-undo = отмена
card-history-redo = повтор

## The form.
form-new-organization = Новая организация
form-new-person = Новое контактное лицо
form-organization = Организация
form-save = Сохранить
form-cancel = Отмена
form-unsaved = не сохранено
form-remove = Убрать
form-make-main = Сделать основным
form-name-placeholder = ООО «Ромашка»
form-phone-placeholder = +7 812 350-94-14
form-email-placeholder = mail@romashka.ru
form-web-placeholder = romashka.ru
form-add-phone = Телефон
form-add-email = Почта
form-add-fax = Факс
form-add-web = Сайт
form-add-address = Адрес
form-add-account = Счёт
# Fills an empty address with another one, such as “юридический”.
form-same-as = Как { $address }
form-note-placeholder = Что важно помнить об этом клиенте
form-groups-placeholder = Найти или создать группу
form-groups-all = Все группы
form-groups-create = Создать группу «{ $name }»
form-employer-placeholder = Начните вводить название или ИНН
form-employer-create = Создать организацию «{ $name }»
form-employer-new = Организация будет создана вместе с этой карточкой
form-employer-open = Выберите организацию из списка или создайте новую
form-sex-guessed = Определён по имени
form-birthday-placeholder = 12.05.1980 или 12.05
form-birthday-meant = Это { $day }
form-same-inn = Этот ИНН уже есть в базе: { $name }
form-open-card = Открыть карточку
form-read-only = База открыта только для чтения: сохранить не получится
form-news = Эту карточку тем временем изменил кто-то ещё. Ваши правки целы: при сохранении они соединятся, а если совпали поля, программа спросит.
form-error-name = Введите краткое или полное название
form-error-person-name = Введите фамилию или имя
form-error-birthday = Не получается прочесть дату. Введите её как 12.05.1980 или 12.05, или сотрите
form-error-since = Не получается прочесть дату. Введите её как 12.05.2020, или сотрите
form-error-employer = Выберите организацию из списка, создайте новую или сотрите название
form-leaving-title = Сохранить изменения?
form-leaving-explained = Если не сохранить, введённое пропадёт.
form-discard = Не сохранять
form-stay = Остаться
form-clash-title = Эти поля изменил и кто-то ещё
form-clash-explained = Остальные правки, ваши и чужие, соединятся сами. Выберите, какое значение оставить в каждом из этих полей.
form-clash-mine = Моё значение
form-clash-theirs = Значение коллеги
form-clash-before = Было: { $value }
form-clash-back = Вернуться к правке
form-in-group = В группе
form-not-in-group = Не в группе
form-yes = Да
form-no = Нет
form-employer-left = Прежнее место работы сохранится в карьере
form-departments-all = Все подразделения
form-term-placeholder = Выбрать или вписать
form-term-new = Новое значение: будет добавлено в справочник
form-term-create = Добавить «{ $name }»
form-terms-all = Все значения
form-card-placeholder = Имя, название или ИНН
form-meant = Это { $value }
form-error-date = Не получается прочесть дату. Введите её как 12.05.2027, или сотрите
form-error-number = Не получается прочесть число. Введите его как 1 234,5, или сотрите
form-error-money = Не получается прочесть сумму. Введите её как 1 234,50, или сотрите
form-error-card = Выберите карточку из списка или сотрите
form-next = Что дальше
form-next-step-placeholder = Позвонить, прислать предложение
form-time-placeholder = После обеда, кроме пятницы
form-checked-today = Проверено сегодня
form-custom = Свои поля
form-portrait = Портрет
form-topic-market = Рынок и дело
form-topic-goals = Цели и культура
form-topic-strengths = Сильные и слабые стороны
form-topic-education = Образование и навыки
form-topic-interests = Интересы и вкусы
form-topic-family = Семья
# Above the form, while one types; what is missing are labels of fields.
form-filled = Заполнено { $percent } %, не хватает: { $missing }
form-filled-all = Всё нужное заполнено

# Pasting a sheet of requisites, a signature or a card into the form: what was recognised.
form-paste = Вставить реквизиты
form-paste-explained = Отмеченное попадёт в карточку. То, что заменит введённое, отметьте сами: ↑ ↓, пробел, Enter.
form-paste-nothing = В скопированном тексте нет ничего, чего ещё нет в карточке.
form-paste-empty = Скопируйте текст с реквизитами, подписью или визиткой и нажмите ещё раз
form-paste-replaces = Сейчас: { $value }
form-paste-apply =
    { $count ->
        [one] Вставить { $count } поле
        [few] Вставить { $count } поля
       *[many] Вставить { $count } полей
    }
form-paste-newcomer = Контактное лицо
form-newcomer = Вместе с организацией будет внесён человек: { $name }
form-newcomer-dismiss = Не вносить
# Падежи имени и должности: диалог на карточке.
cases-item = Падежи имени и должности…
cases-title = Падежи
cases-name = Имя
cases-position = Должность
cases-hint = Бледным — по правилам. Впишите свою форму, где правила ошиблись: она пойдёт в договоры и письма. Пустое поле возвращает правило.
cases-reset = По правилам
cases-cancel = Отмена
cases-save = Сохранить
cases-reading = Читаем…
case-nominative = Именительный — кто?
case-genitive = Родительный — кого?
case-dative = Дательный — кому?
case-accusative = Винительный — кого?
case-instrumental = Творительный — кем?
case-prepositional = Предложный — о ком?
