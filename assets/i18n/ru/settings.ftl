# Settings: the look of the window, employees, about the program.
settings-title = Настройки
settings-general = Общие
settings-employees = Сотрудники
settings-about = О программе
settings-save = Сохранить
settings-cancel = Отмена

# The look of the window.
settings-look = Вид
settings-language = Язык
settings-appearance = Оформление
settings-density = Строки таблиц
settings-as-system = Как в системе
settings-light = Светлое
settings-dark = Тёмное
settings-regular = Обычные
settings-compact = Плотные

# One’s own company.
settings-company = Своя компания
settings-company-name = Название
settings-company-hint = От чьего имени вы работаете с клиентами.
settings-company-missing = Напишите название компании

# Employees.
settings-employee = Сотрудник
settings-new-employee = Новый сотрудник
settings-surname = Фамилия
settings-first-name = Имя
settings-patronymic = Отчество
settings-position = Должность
settings-no-position = Должность не указана
settings-name-missing = Напишите фамилию или имя
settings-sees-all = Видит клиентов всех сотрудников
settings-sees-all-hint = Иначе видны только клиенты, за которых он отвечает.
settings-sees-all-short = Видит всех
settings-sees-own-short = Только своих
settings-me = Это вы
settings-unsaved = Изменения не сохранены
settings-forget = Не сохранять

# About the program; each line can be copied.
settings-program = Программа
settings-program-name = Vizitka
settings-sentence = Все клиенты под рукой — в одном файле на вашем диске
settings-version = Версия
settings-file = Файл базы
settings-samples = Примеры в памяти: файла нет
settings-schema = Схема базы
settings-log = Папка журнала
settings-no-log = Журнал не ведётся
settings-copy = Скопировать
settings-copy-all = Скопировать всё
settings-copied = Скопировано
