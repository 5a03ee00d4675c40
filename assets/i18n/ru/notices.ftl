# What reminders say: in their window, on the desktop, on the command line.
notice-now = Сейчас
notice-in = Через { $span }
notice-ago = { $span } назад
notice-overdue = Просрочено на { $span }
notice-minutes = { $count } мин
notice-hours = { $count } ч
notice-days = { $count ->
        [one] { $count } день
        [few] { $count } дня
       *[many] { $count } дней
    }
notice-today = Сегодня
notice-tomorrow = Завтра
notice-yesterday = Вчера
notice-finished = Выполнено
notice-lost = Проиграно
notice-result = Результат: { $result }
notice-given = Вам поручено
notice-moved = Перенесено
notice-birthday = День рождения
# Many at once, in one notification of the desktop.
notice-many = { $count ->
        [one] { $count } напоминание
        [few] { $count } напоминания
       *[many] { $count } напоминаний
    }
notice-more = и ещё { $count }
