# The reminder window, and when to remind whom.
reminder-none = Напоминаний нет
reminder-none-hint = Здесь появятся задачи, которые начинаются или просрочены, новые поручения, дни рождения и праздники ваших клиентов.
reminder-choose-all = Выбрать все
reminder-open = Открыть
reminder-done = Готово
reminder-dismiss = Закрыть
reminder-snooze = Отложить
reminder-own-hint = 15:30, 2 ч, завтра 10:00
reminder-own-wrong = Нужно время впереди: 15:30, 40 мин, завтра 10:00
reminder-group-missed = Пропущено, пока программа была закрыта
reminder-group-start = Начало
reminder-group-overdue = Просрочено
reminder-group-given = Поручено вам
reminder-group-moved = Перенесено другими
reminder-group-finished = Выполнено другими
reminder-group-feasts = Дни рождения и праздники
reminder-tomorrow = До завтра, 9:00
reminder-at-start = В начале
reminder-before-start = За { $span } до начала
reminder-overdue = При просрочке
reminder-finished = При завершении
reminder-result = При результате «{ $result }»
reminder-never = Не напоминать
reminder-participants = Участникам
reminder-controller = Контролёру
reminder-add = Добавить…
reminder-as-usual = Как обычно

# The menu of the icon in the notification area.
tray-open = Открыть окно
tray-reminders =
    { $count ->
        [0] Напоминаний нет
        [one] { $count } напоминание
        [few] { $count } напоминания
       *[other] { $count } напоминаний
    }
tray-quit = Выйти из программы
