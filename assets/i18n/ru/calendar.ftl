# The calendar: its views, its heads of columns, what stands beside it.
calendar-title = Календарь
calendar-day = День
calendar-working-week = Будни
calendar-week = Неделя
calendar-month-view = Месяц
calendar-list = Список
calendar-today = Сегодня
calendar-earlier = Раньше (Page Up)
calendar-later = Позже (Page Down)
calendar-hidden = Занято
calendar-hidden-free = Занято, можно прервать
calendar-employees = Сотрудники
calendar-colours = Цвета
calendar-side-by-side = Рядом
calendar-overlaid = Вместе
calendar-more = + ещё { $count }
calendar-whole-day = весь день
calendar-empty = В эти дни ничего нет
calendar-empty-hint = Здесь будут задачи выбранных сотрудников: звонки, встречи, командировки.
calendar-column-time = Время
calendar-column-what = Что
calendar-column-client = Клиент
calendar-column-contact = Контакт
calendar-column-place = Место или телефон
calendar-column-employee = Сотрудник
calendar-absence-leave = Отпуск
calendar-absence-trip = Командировка
calendar-absence-illness = Болезнь
calendar-absence-other = Отсутствует
calendar-short-day = короткий день
calendar-working-day = рабочий
calendar-holiday = праздник
calendar-month-earlier = Предыдущий месяц
calendar-month-later = Следующий месяц
calendar-window = Новое окно
calendar-too-many = Столько столбцов не прочесть: сотрудники показаны вместе
calendar-column-state = Занятость
calendar-clash = В это же время: { $entries }
calendar-common-time = Найти общее время
calendar-no-common-time = В эти дни все вместе не свободны
calendar-print = Открыть документом для печати (P)
calendar-open = Открыть
calendar-file = Календарь { $days }.docx

# Weekdays count from Monday. A month of a day stands behind it: 29 June.
calendar-weekday-short = { $day ->
    [1] Пн
    [2] Вт
    [3] Ср
    [4] Чт
    [5] Пт
    [6] Сб
   *[7] Вс
}
calendar-weekday = { $day ->
    [1] Понедельник
    [2] Вторник
    [3] Среда
    [4] Четверг
    [5] Пятница
    [6] Суббота
   *[7] Воскресенье
}
calendar-month-of-day = { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
}
calendar-month = { $month ->
    [1] Январь
    [2] Февраль
    [3] Март
    [4] Апрель
    [5] Май
    [6] Июнь
    [7] Июль
    [8] Август
    [9] Сентябрь
    [10] Октябрь
    [11] Ноябрь
   *[12] Декабрь
}

# How an employee is taken now; words may agree with the sex of the employee.
calendar-busy-until = { $sex ->
    [female] занята до { $time }
   *[other] занят до { $time }
}
calendar-free-now = { $sex ->
    [female] свободна
   *[other] свободен
}
calendar-away-until = нет в офисе до { $time }
