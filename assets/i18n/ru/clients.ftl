# The list of clients and the card beside it.
clients-title = Клиенты
clients-organizations = Организации
clients-persons = Контактные лица
clients-groups = Группы
clients-import = Импорт
clients-export = Экспорт
clients-export-xlsx = Книга Excel (.xlsx)
clients-export-csv = Таблица CSV (.csv)
clients-export-vcf = Карточки vCard 3.0 (.vcf)
clients-export-vcf-newest = Карточки vCard 4.0 (.vcf)
clients-export-vcf-oldest = vCard 2.1 для старых телефонов
clients-export-all = Всё, что есть, в папку…

# Beside the title: how many clients the register has, how many were found, and how fast.
clients-count-organizations =
    { $count ->
        [one] { $count } организация
        [few] { $count } организации
       *[other] { $count } организаций
    }
clients-count-persons =
    { $count ->
        [one] { $count } контактное лицо
        [few] { $count } контактных лица
       *[other] { $count } контактных лиц
    }
clients-found = найдено { $count } за { $took }
clients-found-first = первые { $count }, ищу остальные
clients-found-as = — как «{ $text }»
clients-took = { $millis } мс
clients-took-less = 1 мс

# The line of filters above the list.
clients-search = Найти
clients-filter-mine = Мои клиенты
clients-filter-add = Фильтр
clients-filter-reset = Сбросить
clients-filter-group = Группа
clients-filter-role = Роль
clients-filter-owner = Ответственный
clients-filter-city = Город
clients-filter-phone = Есть телефон
clients-filter-email = Есть почта
clients-nobody = Никто
clients-narrow = Найти
clients-no-choice = Ничего не подходит
clients-no-groups = Групп пока нет
clients-no-cities = Ни у кого нет города
clients-columns = Колонки
clients-columns-reset = Как было

# In the menu of the columns.
clients-columns-find = Найти колонку
clients-columns-hint = Порядок меняют стрелками, мышью за заголовок или Alt ← →
clients-column-up = Левее
clients-column-down = Правее

# The headers of the list; in the card, the words before a value.
clients-column-name = Название
clients-column-person = Имя
clients-column-inn = ИНН
clients-column-roles = Роль
clients-column-city = Город
clients-column-phone = Телефон
clients-column-email = Почта
clients-column-owner = Ответственный
clients-column-since = Клиент с
clients-column-birthday = День рождения
clients-column-employer = Организация
clients-column-team = Команда
clients-column-completeness = Заполнено
clients-column-created = Заведён

# What stands in cells.
clients-percent = { $percent } %
clients-yes = Да
clients-no = Нет
clients-overdue = Просрочено
clients-today = Сегодня

# What a counterparty is to us.
clients-role-potential = Потенциальный
clients-role-active = Активный
clients-role-former = Бывший
clients-role-partner = Партнёр
clients-role-competitor = Конкурент

# The line under the list, while rows are selected.
clients-selected = Выбрано: { $count }
clients-join-group = В группу
clients-leave-group = Из группы
clients-reassign = Ответственный
clients-delete = Удалить
clients-edit-field = Изменить поле
clients-next-step = Следующий шаг
clients-letter = Письмо…
clients-merge = Объединить
clients-unselect = Снять выделение
clients-group-find-or-create = Найти или создать
clients-group-none-yet = Впишите название новой группы
clients-group-create = Создать «{ $name }»
clients-work-count = { $done } из { $total }
clients-work-stop = Остановить

# The line under the list that says what a column of numbers comes to.
clients-totals-sum = сумма { $sum }
clients-totals-average = среднее { $average }
clients-totals-range = от { $least } до { $greatest }
clients-totals-count = значений { $count }
clients-totals-none = ни одного числа
clients-totals-selected = у выбранных:
clients-totals-all = у всех:
clients-totals-large = слишком много

# The card beside the list.
clients-open = Открыть
clients-edit = Изменить
clients-add-person = Контакт
clients-more = Ещё
clients-inn-kpp = ИНН / КПП
clients-address = Адрес
clients-last-note = Заметка от
clients-coming = Ближайшее
clients-in-days =
    { $days ->
        [one] через { $days } день
        [few] через { $days } дня
       *[many] через { $days } дней
    }
clients-people = Контактные лица · { $count }
clients-people-more = Ещё { $count }
# Told when a number or an address was pressed.
clients-copied = Скопировано: { $value }

# Where there is nothing to show.
clients-no-organizations = Здесь будут организации
clients-no-organizations-why = Создайте первую или загрузите список из Excel, CSV или другой программы
clients-create-organization = Новая организация
clients-no-persons = Здесь будут контактные лица
clients-no-persons-why = Создайте первое или загрузите список из Excel, CSV или другой программы
clients-create-person = Новое контактное лицо
clients-nothing-found = Ничего не нашлось
clients-nothing-found-why = Проверьте слова поиска или снимите часть фильтров
clients-nothing-passes = Никто не проходит фильтр: { $filter }
clients-show-all = Показать всех
