# Words of tasks, wherever they are shown.
work-weekday = { $day ->
    [1] пн
    [2] вт
    [3] ср
    [4] чт
    [5] пт
    [6] сб
   *[7] вс
}
# A day without its year; months are short.
work-day-short = { $month ->
    [1] { $day } янв
    [2] { $day } фев
    [3] { $day } мар
    [4] { $day } апр
    [5] { $day } мая
    [6] { $day } июн
    [7] { $day } июл
    [8] { $day } авг
    [9] { $day } сен
    [10] { $day } окт
    [11] { $day } ноя
   *[12] { $day } дек
}
work-hours = { $count } ч
work-minutes = { $count } мин
work-priority-low = Низкая
work-priority-normal = Обычная
work-priority-high = Высокая
work-busy = Занят
work-free = Свободен
work-away = Не в офисе
work-leads = Ведёт
work-assists = Помогает
work-informed = В курсе
work-success = Успех
work-neutral = Нейтрально
work-failure = Неудача
work-project = Проект
work-stage = Этап { $level }
work-operation = Задача
work-planned = Запланировано
work-today = Сегодня
work-active = В работе
work-overdue = { $days ->
    [0] Просрочено
    [one] Просрочено на { $days } день
    [few] Просрочено на { $days } дня
   *[many] Просрочено на { $days } дней
}
work-done = Завершено
work-lost = Проиграно
work-cancelled = Отменено

# The form of a task.
task-new-operation = Новая задача
task-new-project = Новый проект
task-new-stage = Новый этап
task-edit-operation = Задача
task-edit-project = Проект
task-edit-stage = Этап
task-kind = Вид
task-title = Название
task-title-required = Введите название
task-client = Клиент
task-contact = Контактное лицо
task-parent = Где стоит
task-parent-none = Без проекта
task-start = Начало
task-start-placeholder = завтра 15:00, пт, +3
task-when-unread = Не удалось понять. Например: завтра 15:00, пт, +3, 29.06.2026
task-minutes = Длительность
task-minutes-placeholder = 30 мин, 1:30, 2 ч
task-minutes-unread = Не удалось понять. Например: 45, 1:30, 2 ч
task-until = до { $time }
task-due = Срок
task-due-placeholder = пт, +3, 29.06.2026 18:00
task-due-early = Срок раньше начала
task-place = Место
task-medium = Канал связи
task-medium-none = Не указан
task-priority = Важность
task-availability = Занятость участников
task-plan = Планируемый результат
task-plan-placeholder = Чего нужно добиться
task-outcome = Полученный результат
task-result = Результат
task-result-none = Не выбран
task-reason = Причина проигрыша
task-state = Состояние
task-people = Участники
task-people-add = Добавить участника
task-people-none = Нужен хотя бы один участник
task-people-remove = Убрать участника
task-participant = Участник
task-controller = Контролёр
task-controller-none = Без контролёра
task-checklist = Чек-лист
task-item = Пункт чек-листа
task-item-add = Новый пункт, Enter
task-item-remove = Убрать пункт
task-levels = Уровней в дереве
task-amount = Сумма сделки
task-amount-unread = Введите число, например 128400,50
task-expected = Ожидаемая дата сделки
task-stage = Шаг воронки
task-stage-none = Не указан
task-required = Обязательный шаг
task-series = Повторение
task-delete = Удалить
task-news = Коллега изменил эту задачу. При сохранении изменения объединятся.
task-yes = Да
task-no = Нет
task-reminders = Напоминать
task-next = Следующая задача
task-last-result = Последний результат: { $result }, { $day }
task-finish = Завершить

# A task ends.
finish-title = Завершение задачи
finish-log-title = Звонок состоялся
finish-save = Завершить
finish-rest = Затем ещё { $count }
finish-skip = Пропустить
finish-plan = Планировалось: { $plan }
finish-outcome-placeholder = Что получилось; Enter — завершить
finish-done = Выполнено
finish-won = Выиграно
finish-lost = Проиграно
finish-cancelled = Отменить
finish-reason-none = Не указана
finish-result-required = Выберите результат: без него такие операции не завершают
finish-reason-required = Выберите причину: без неё сделку не закрыть

# The history of relations on a card: the tree and the timeline.
tree-mode-tree = Дерево
tree-mode-timeline = Лента
tree-mode-changes = Изменения карточки
tree-show-all = Все
tree-show-mine = Только мои
tree-show-overdue = Просроченные
tree-task = Задача
tree-people = Исполнители
tree-when = Когда
tree-state = Результат / состояние
tree-until = до { $when }
tree-open = Открыть ветвь
tree-close = Закрыть ветвь
tree-priority = Важность: { $priority }
tree-edit = Изменить
tree-reopen = Вернуть в работу
tree-keep-template = Сохранить как шаблон
tree-template = По шаблону
tree-no-templates = Шаблонов пока нет
tree-add-project = Проект
tree-add-stage = Этап
tree-add-task = Задача
tree-empty = История пока пуста
tree-empty-hint = Здесь стоят проекты, их этапы и задачи с клиентом: звонки, встречи, предложения.
tree-nothing-such = Таких задач нет
timeline-all = Всё
timeline-tasks = Задачи
timeline-notes = Заметки
timeline-files = Файлы
timeline-changes = Изменения
timeline-when = Когда
timeline-what = Что
timeline-who = Кто

# The board of deals.
board-title = Сделки
board-add = Сделка
board-count = { $count ->
    [one] { $count } открытая
    [few] { $count } открытые
   *[many] { $count } открытых
}
board-search = Сделка или клиент
board-mine = Мои
board-no-stage = Без шага
board-no-sum = без суммы
board-days = { $days } дн.
board-empty = Открытых сделок нет
board-empty-hint = Здесь стоят открытые проекты по шагам воронки: суммы, сроки и те, что застряли.

# The page of tasks.
tasks-title = Задачи
tasks-add = Задача
tasks-count = { $count ->
    [one] { $count } задача
    [few] { $count } задачи
   *[many] { $count } задач
}
tasks-mine = Мои
tasks-given = Поручено мной
tasks-all = Все
tasks-overdue = Просроченные
tasks-today = Сегодня
tasks-week = Неделя
tasks-undated = Без даты
tasks-finished = И завершённые за 30 дней
tasks-search = Задача или клиент
tasks-any-kind = Любой вид
tasks-any-employee = Любой сотрудник
tasks-selected = { $count ->
    [one] Выбрана { $count }
   *[other] Выбрано { $count }
}
tasks-finish = Завершить
tasks-day-later = На день позже
tasks-week-later = На неделю позже
tasks-hand = Передать
tasks-unselect = Снять выбор
tasks-none = Задач нет
tasks-none-mine = Здесь стоят ваши задачи: звонки, встречи, поручения от коллег.
tasks-none-given = Здесь стоит то, что вы поручили коллегам: состояние, срок и результат.
