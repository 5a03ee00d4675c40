# Editing from the list: a cell in its place, one field of many cards, the next step.

# In the field of a value.
edit-choose = Выбрать
edit-find-card = Найти карточку
edit-done = Готово
edit-clear = Очистить
edit-unread = Такого значения здесь быть не может
edit-nothing = пусто
edit-clash = Тем временем коллега записал: { $value }
edit-clash-mine = Записать моё
edit-clash-theirs = Оставить его

# The dialog that edits one field of many cards.
edit-title =
    { $count ->
        [one] Изменить поле у { $count } карточки
       *[other] Изменить поле у { $count } карточек
    }
edit-field = Поле
edit-field-find = Найти поле
edit-value = Новое значение
edit-part = Что заменить
edit-with = На что
edit-way-set = Записать
edit-way-only = Только эти
edit-way-clear = Очистить
edit-way-replace = Заменить часть
edit-way-add = Добавить
edit-way-remove = Убрать
edit-outcome-hint = Здесь будет видно, что изменится: у кого, что было и что станет.
edit-looking = Смотрю, что изменится
edit-numbers = Изменится: { $changed } · уже так: { $same }
edit-lost =
    { $count ->
        [one] У { $count } карточки прежнее значение пропадёт. Отмена вернёт его.
       *[other] У { $count } карточек прежнее значение пропадёт. Отмена вернёт его.
    }
edit-more = и ещё { $count }
edit-apply = Изменить
edit-apply-count = Изменить у { $count }
edit-leave = Отмена

# The dialog that plans the next step.
step-title = Следующий шаг
step-whom =
    { $count ->
        [one] У { $count } клиента
       *[other] У { $count } клиентов
    }
step-day = Когда
step-day-placeholder = 25.12 или завтра
step-words = Что сделать
step-words-placeholder = Позвонить, отправить предложение
step-today = Сегодня
step-tomorrow = Завтра
step-three-days = Через 3 дня
step-week = Через неделю
step-error = Впишите день, например 25.12, или что сделать
step-clear = Шага нет
step-save = Запланировать
