# How often an operation repeats, in its form; and what to change of a series.
repeat-never = Не повторяется
repeat-day = По дням
repeat-week = По неделям
repeat-month = По месяцам
repeat-year = По годам
repeat-interval = Каждые
repeat-unit-day = { $count ->
    [one] день
    [few] дня
   *[many] дней
}
repeat-unit-week = { $count ->
    [one] неделю
    [few] недели
   *[many] недель
}
repeat-unit-month = { $count ->
    [one] месяц
    [few] месяца
   *[many] месяцев
}
repeat-unit-year = { $count ->
    [one] год
    [few] года
   *[many] лет
}
repeat-on-day = { $day }-го числа
repeat-on-last-day = В последний день месяца
# The weekday is counted from 1, Monday.
repeat-on-nth = { $weekday ->
    [1] { $number }-й понедельник месяца
    [2] { $number }-й вторник месяца
    [3] { $number }-я среда месяца
    [4] { $number }-й четверг месяца
    [5] { $number }-я пятница месяца
    [6] { $number }-я суббота месяца
   *[7] { $number }-е воскресенье месяца
}
repeat-on-last = { $weekday ->
    [1] Последний понедельник месяца
    [2] Последний вторник месяца
    [3] Последняя среда месяца
    [4] Последний четверг месяца
    [5] Последняя пятница месяца
    [6] Последняя суббота месяца
   *[7] Последнее воскресенье месяца
}
repeat-end = Окончание
repeat-end-never = Без окончания
repeat-end-on = До даты
repeat-end-after = Число раз
repeat-times = Всего раз
repeat-until = До какого дня
repeat-until-placeholder = 31.12.2026
repeat-number-unread = Введите число от 1 до 999
repeat-until-unread = Введите день не раньше начала
repeat-next = Затем: { $days }
repeat-no-more = Больше ни разу: окончание наступает раньше
series-title = Задача повторяется
series-save = После неё { $count ->
    [one] ещё { $count } повторение. Изменить и его?
    [few] ещё { $count } повторения. Изменить и их?
   *[many] ещё { $count } повторений. Изменить и их?
}
series-delete = После неё { $count ->
    [one] ещё { $count } повторение. Удалить и его?
    [few] ещё { $count } повторения. Удалить и их?
   *[many] ещё { $count } повторений. Удалить и их?
}
series-one = Только эту
series-following = Эту и следующие
