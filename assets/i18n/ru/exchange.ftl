# Import and export.

## Why a file cannot be read as a table; put into error-unreadable-table.
table-fault-empty = в ней нет ни одной заполненной строки
table-fault-no-cards = в нём нет ни одной карточки vCard
table-fault-not-a-table = это не таблица и не текст
table-fault-not-a-workbook = это архив или документ, а не книга Excel или LibreOffice
table-fault-protected = книга закрыта паролем; снимите его и повторите
table-fault-damaged = книга повреждена или передана не целиком; откройте её в Excel или LibreOffice и сохраните заново
table-fault-web-page = это веб-страница или XML под именем книги; откройте её в Excel или LibreOffice и сохраните как .xlsx
table-fault-no-sheet = в книге нет листа «{ $name }»
table-fault-no-statement = в ней не найдены столбцы с датой и суммой; нужна выписка банка: файл 1C (1CClientBankExchange) или таблица с заголовками
table-fault-no-prices = в ней не найден столбец с названием товара; назовите столбцы в первой строке
table-fault-too-many-columns = в ней { $count ->
    [one] { $count } столбец
    [few] { $count } столбца
   *[other] { $count } столбцов
}; проверьте разделитель
table-fault-unclosed-quote = кавычка, открытая в строке { $row }, нигде не закрыта

## Why a cell cannot be taken; the reason of a refused row.
cell-fault-spoiled = «{ $text }»: число испорчено табличным редактором, часть цифр потеряна. Задайте столбцу текстовый формат и введите число заново
cell-fault-not-a-date = «{ $text }» — не дата. Подойдёт 31.12.2025 или 2025-12-31
cell-fault-not-a-phone = «{ $text }» — не номер телефона
cell-fault-not-yes-or-no = «{ $text }»: нужно «да» или «нет»
cell-fault-not-a-sex = «{ $text }»: нужен пол — «м» или «ж»
cell-fault-not-a-role = «{ $text }»: такого вида клиента нет. Есть потенциальный, действующий, бывший, партнёр, конкурент
cell-fault-not-a-number = «{ $text }» — не число, которое здесь может стоять
cell-fault-not-one-of = «{ $text }»: такого значения нет

## Why a row is refused, or taken without a part of it.
row-fault-cell = { $column }: { $fault }
row-fault-no-name = Нет названия или имени
row-fault-ambiguous = Таких клиентов в базе { $count }: непонятно, которого обновить
row-fault-no-employer = Организации «{ $name }» в базе нет: человек загружен без места работы
row-fault-many-employers = Организаций «{ $name }» в базе несколько: человек загружен без места работы
row-fault-no-client = Не нашлось ровно одного клиента «{ $name }»: строка взята без этой связи

## What a column of a table fills; the choices above the preview of an import.
column-ignore = Не загружать
column-name = Название
column-full-name = Полное название
column-legal-form = Правовая форма
column-person-name = ФИО целиком
column-surname = Фамилия
column-first-name = Имя
column-patronymic = Отчество
column-sex = Пол
column-birthday = Дата рождения
column-employer = Организация
column-employer-id = Внешний код организации
column-position = Должность
column-department = Отдел
column-inn = ИНН
column-kpp = КПП
column-ogrn = ОГРН
column-phone = Телефон
column-phone-mobile = Мобильный телефон
column-phone-home = Домашний телефон
column-fax = Факс
column-email = E-mail
column-web = Сайт
column-legal-address = Юридический адрес
column-legal-postal-code = Юридический адрес: индекс
column-legal-region = Юридический адрес: регион
column-legal-city = Юридический адрес: город
column-legal-street = Юридический адрес: улица, дом
column-postal-address = Почтовый адрес
column-postal-postal-code = Почтовый адрес: индекс
column-postal-region = Почтовый адрес: регион
column-postal-city = Почтовый адрес: город
column-postal-street = Почтовый адрес: улица, дом
column-address = Фактический адрес
column-postal-code = Фактический адрес: индекс
column-region = Фактический адрес: регион
column-city = Фактический адрес: город
column-street = Фактический адрес: улица, дом
column-account = Расчётный счёт
column-iban = IBAN
column-bank = Банк
column-bik = БИК
column-correspondent-account = Корреспондентский счёт
column-roles = Вид клиента
column-responsible = Ответственный
column-groups = Группы
column-since = Клиент с
column-external-id = Внешний код

## Words in the cells of an export; an import reads them again.
export-sex-male = м
export-sex-female = ж
export-role-potential = потенциальный
export-role-active = действующий
export-role-former = бывший
export-role-partner = партнёр
export-role-competitor = конкурент

## The import, step by step.
import-title = Импорт
# Beside the title: the file, and about how many rows it has.
import-about = { $name } · { $rows ->
        [one] около { $rows } строки
       *[other] около { $rows } строк
    }
# То же для файла карточек.
import-about-cards = { $name } · { $cards ->
        [one] { $cards } карточка
        [few] { $cards } карточки
       *[many] { $cards } карточек
    }
import-step-file = Файл
import-step-columns = Столбцы
import-step-check = Проверка
import-step-done = Итог
import-tables = Таблицы и карточки
import-choose = Выбрать файл
import-open = Открыть
import-path = Или путь к файлу
import-path-placeholder = /home/я/клиенты.xlsx
import-file-title = Загрузить клиентов из таблицы или карточек
import-file-hint = CSV, XLSX, XLS, ODS, DBF или vCard. Перетащите файл в окно или выберите его. До последнего шага в базе ничего не меняется.
import-no-dialog = Окно выбора файла здесь не открывается: впишите путь сюда.
import-kind = Что в строках
import-encoding = Кодировка
import-encoding-cp866 = CP866 (DOS)
import-delimiter = Разделитель
import-delimiter-semicolon = ; точка с запятой
import-delimiter-tab = Табуляция
import-delimiter-comma = , запятая
import-delimiter-bar = | черта
# Соответствие столбцов, сохранённое под именем; рядом с кодировкой.
import-mapping = Соответствие столбцов
import-mapping-none = Как распознано
import-mapping-name = Имя соответствия
import-mapping-save = Сохранить соответствие под именем
import-mapping-update = Сохранить изменения соответствия
import-mapping-rename = Переименовать
import-mapping-delete = Удалить
import-mapping-keep = Сохранить
import-mapping-cancel = Отмена
import-sheet = Лист
import-header = Заголовки столбцов
import-header-none = Нет
import-header-row = В строке { $row }
import-no-column = Такого поля нет
import-find-column = Найти поле
import-update-by = Если клиент уже есть в базе
import-update-none = Не искать: каждая строка — новый
import-update-inn = Обновить, узнав по ИНН
import-update-email = Обновить, узнав по почте
import-update-phone = Обновить, узнав по телефону
import-update-name = Обновить, узнав по названию
import-update-external-id = Обновить, узнав по внешнему коду
import-skip-bad-cells = Непонятную ячейку пропускать, а строку загружать
import-make-employers = Создавать организации, которых в базе ещё нет
import-needs-name = Укажите столбец с названием или именем
import-needs-key = Укажите столбец, по которому узнавать клиентов
import-back = Назад
import-check = Проверить
import-checking = Проверяем строки
import-checking-hint = В базе ничего не меняется.
import-working = Загружаем строки
import-working-hint = Можно продолжать работу. Если остановить, в базе не останется ничего.
import-percent = { $percent } %
import-stop = Остановить
# A figure alone: its digits are grouped.
import-figure = { $count }
import-count-created = новых
import-count-updated = обновится
import-count-was-updated = обновлено
import-count-unchanged = без изменений
import-count-doubtful = с оговорками
import-count-refused = отклонено
import-draft = Проверено строк: { $rows }. В базе пока ничего не изменилось.
import-draft-nothing = Проверено строк: { $rows }. Загружать нечего.
import-done = Готово, строк: { $rows }. Весь импорт отменяется одним действием.
import-done-nothing = Готово, строк: { $rows }. В базе ничего не изменилось.
import-saved = Отклонённые строки сохранены: { $path }. Исправьте их там и загрузите этот файл.
import-tab-refused = Отклонено
import-tab-doubtful = С оговорками
import-tab-changes = Что изменится
import-tab-changed = Что изменилось
import-none-refused = Ни одна строка не отклонена
import-none-refused-hint = Здесь были бы строки, которые нельзя загрузить, и причины.
import-none-doubtful = Оговорок нет
import-none-doubtful-hint = Здесь были бы строки, которые загружены не целиком или с сомнительным значением: неверным ИНН, счётом, адресом почты.
import-none-changes = Известные клиенты не меняются
import-none-changes-hint = Здесь были бы первые сто клиентов, у которых что-то обновится.
import-column-row = Строка
import-column-client = Клиент
import-column-change = Что изменится
import-refused-reason = Причина
import-save-refused = Сохранить отклонённые строки…
import-save-doubtful = Сохранить строки с оговорками…
import-saved-doubtful = Строки с оговорками сохранены: { $path }. Они загружены; сверьте их по этому списку.
import-start = Загрузить { $count }
import-undo = Отменить импорт
import-leave = К списку

## The export of a list.
export-title = Экспорт
export-choose = Куда сохранить
export-table = Таблица
export-path = Путь к файлу
export-path-hint = Окно выбора файла здесь не открывается: проверьте путь и нажмите «Сохранить».
export-file-organizations = Организации
export-file-persons = Контактные лица
export-save = Сохранить
export-cancel = Отмена
export-working = Пишем таблицу
export-count = { $done } из { $total }
export-stop = Остановить
export-done = { $rows ->
        [one] Записан { $rows } клиент
        [few] Записано { $rows } клиента
       *[other] Записано { $rows } клиентов
    }
export-rows-done = { $rows ->
    [one] Выгружена { $rows } строка
    [few] Выгружены { $rows } строки
   *[many] Выгружено { $rows } строк
}
export-done-path = Файл лежит здесь: { $path }
export-copy = Скопировать путь
export-close = Закрыть
import-look-alike = Посмотреть похожие карточки

## Past imports: what was taken in, when and by whom.
past-imports-title = Прошлые импорты
past-imports-told =
    { $count ->
        [one] { $count } импорт
        [few] { $count } импорта
       *[other] { $count } импортов
    }
past-imports-file = Файл
past-imports-added = Новых
past-imports-updated = Обновлено
past-imports-merged = Слито
past-imports-skipped = Те же
past-imports-refused = Отказ
past-imports-doubtful = Неполно
past-imports-taken-back = Отменён
past-imports-redo = Повторить импорт (Ctrl Y)
past-imports-new = Новый импорт
past-imports-empty = Ничего ещё не загружали
past-imports-empty-hint = Здесь будет каждый импорт: файл, день, кто загрузил и что вышло. Любой из них можно отменить.

## The export of cards and of everything.
export-cards = Карточки
export-choose-folder = В какую папку выгрузить всё
export-folder = Папка
export-folder-hint = Окно выбора папки здесь не открывается: проверьте путь — новая или пустая папка — и нажмите «Сохранить».
export-folder-name = Визитка — всё
export-all-working = Выгружаем таблицы, карточки и файлы
export-all-done = { $rows ->
        [one] Записана { $rows } строка таблиц
        [few] Записано { $rows } строки таблиц
       *[other] Записано { $rows } строк таблиц
    }, карточки и { $files ->
        [one] { $files } вложенный файл
        [few] { $files } вложенных файла
       *[other] { $files } вложенных файлов
    }
export-all-missing = Не нашлось вложенных файлов: { $missing }
export-all-path = Папка лежит здесь: { $path }
