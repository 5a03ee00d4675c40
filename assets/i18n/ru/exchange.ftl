# Import and export.

## Why a file cannot be read as a table; put into error-unreadable-table.
table-fault-empty = в ней нет ни одной заполненной строки
table-fault-not-a-table = это не таблица и не текст
table-fault-not-a-workbook = это архив или документ, а не книга Excel или LibreOffice
table-fault-protected = книга закрыта паролем; снимите его и повторите
table-fault-damaged = книга повреждена или передана не целиком; откройте её в Excel или LibreOffice и сохраните заново
table-fault-web-page = это веб-страница или XML под именем книги; откройте её в Excel или LibreOffice и сохраните как .xlsx
table-fault-no-sheet = в книге нет листа «{ $name }»
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

## Why a row is refused, or taken without a part of it.
row-fault-cell = { $column }: { $fault }
row-fault-no-name = Нет названия или имени
row-fault-ambiguous = Таких клиентов в базе { $count }: непонятно, которого обновить
row-fault-no-employer = Организации «{ $name }» в базе нет: человек загружен без места работы
row-fault-many-employers = Организаций «{ $name }» в базе несколько: человек загружен без места работы

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
column-note = Примечание

## Words in the cells of an export; an import reads them again.
export-sex-male = м
export-sex-female = ж
export-role-potential = потенциальный
export-role-active = действующий
export-role-former = бывший
export-role-partner = партнёр
export-role-competitor = конкурент

## The import, step by step.
import-refused-reason = Причина отказа
