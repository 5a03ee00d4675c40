# Settings: the look of the window, employees, about the program.
settings-title = Настройки
settings-general = Общие
settings-employees = Сотрудники
settings-employees-keys = ↑ ↓ — выбрать, Enter — изменить, Insert — новый
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

# Dictionaries.
settings-dictionaries = Справочники
settings-segments = Сегменты рынка
settings-sources = Источники
settings-categories = Виды контрагентов
settings-link-kinds = Виды связей
settings-segments-hint = По сегментам отбирают клиентов и строят отчёты.
settings-sources-hint = Откуда клиенты узнают о вас: выставка, сайт, рекомендация.
settings-categories-hint = Потребитель, учреждение, дилер. У вида могут быть свои поля.
settings-link-kinds-hint = Свои связи между карточками. У каждой два имени: как она читается с одной и с другой стороны.
settings-no-entries = Пока пусто. Новые значения можно вписать и прямо в карточке.
settings-add = Добавить
settings-entry-name = Новое значение
settings-entry-taken = Такое значение уже есть
settings-link-name = Консультирует
settings-link-reverse = Получает консультации от
settings-rename = Переименовать
settings-move-up = Выше
settings-move-down = Ниже
settings-remove = Убрать
settings-keep = Оставить
settings-on-cards =
    { $count ->
        [one] { $count } карточка
        [few] { $count } карточки
       *[other] { $count } карточек
    }
settings-on-links =
    { $count ->
        [one] { $count } связь
        [few] { $count } связи
       *[other] { $count } связей
    }
# Before an entry is taken out of its dictionary.
settings-entry-used =
    { $count ->
        [one] Стоит на { $count } карточке: там останется, а выбрать его снова будет нельзя.
       *[other] Стоит на { $count } карточках: там останется, а выбрать его снова будет нельзя.
    }
settings-link-kind-used =
    { $count ->
        [one] Так названа { $count } связь. Сначала уберите её или дайте ей другой вид.
        [few] Так названы { $count } связи. Сначала уберите их или дайте им другой вид.
       *[other] Так названы { $count } связей. Сначала уберите их или дайте им другой вид.
    }

# Custom fields.
settings-fields = Поля
settings-fields-hint = Эти поля стоят в карточке, в списке, в отборе, в импорте и экспорте.
settings-no-fields = Своих полей пока нет.
settings-field = Поле
settings-new-field = Новое поле
settings-field-name = Название
settings-field-nameless = Напишите название поля
settings-field-taken = Поле с таким названием уже есть
settings-field-shape = Что хранит
settings-field-limit = У кого есть
settings-all-organizations = У всех организаций
settings-all-persons = У всех контактных лиц
settings-options = Значения списка
settings-option = Значение
settings-field-used =
    { $count ->
        [one] Заполнено на { $count } карточке: значение исчезнет из неё. Отмена вернёт поле вместе со значением.
       *[other] Заполнено на { $count } карточках: значения исчезнут из них. Отмена вернёт поле вместе со значениями.
    }

# What cards require.
settings-quality = Качество данных
settings-required-organization = Обязательно у организаций
settings-required-person = Обязательно у контактных лиц
settings-required-hint = О пропущенном форма предупреждает, а сохранить не мешает.
settings-stale = Проверка карточек
settings-stale-hint = Карточка, которую давно не проверяли, считается устаревшей.
settings-stale-months = Через сколько месяцев
settings-stale-wrong = Введите число от 1 до 120
settings-reminders = Напоминания
settings-reminders-defaults = Когда напоминать
settings-reminders-hint = Действует для задач, в которых не указано своё. Серым — как обычно, синим — решено здесь.
settings-reminders-all-kinds = Задачи всех видов
settings-reminders-everybody = Для всех
settings-reminders-me = Для меня
settings-quiet = Тихие часы
settings-quiet-hint = В это время напоминаний нет, они придут после.
settings-quiet-from = С
settings-quiet-to = До
settings-quiet-wrong = Время, например 22:00
settings-reminders-computer = На этом компьютере
settings-reminders-desktop = Уведомления рабочего стола помимо окна
settings-reminders-background = Напоминать и при закрытом окне, с начала сеанса
settings-reminders-tray = Значок в области уведомлений, где она есть: закрытое окно остаётся в нём
settings-first-page = Файл открывается на странице
settings-on = Вкл
settings-off = Выкл
