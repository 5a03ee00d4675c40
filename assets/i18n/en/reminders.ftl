# The reminder window, and when to remind whom.
reminder-none = Nothing has rung
reminder-none-hint = Here stand tasks that begin or are late, what was given to you, birthdays and feasts of your clients.
reminder-choose-all = Choose all
reminder-open = Open
reminder-done = Done
reminder-dismiss = Dismiss
reminder-snooze = Snooze
reminder-own-hint = 15:30, 2 h, tomorrow 10:00
reminder-own-wrong = A time to come: 15:30, 40 min, tomorrow 10:00
reminder-group-missed = Missed while the program was closed
reminder-group-start = To begin
reminder-group-overdue = Overdue
reminder-group-given = Given to you
reminder-group-moved = Put to another time by others
reminder-group-finished = Done by others
reminder-group-feasts = Birthdays and feasts
reminder-tomorrow = Until tomorrow, 9:00
reminder-at-start = At the start
reminder-before-start = { $span } before the start
reminder-overdue = When it is overdue
reminder-finished = When it is finished
reminder-result = On the result “{ $result }”
reminder-never = Never
reminder-participants = To those who take part
reminder-controller = To the controller
reminder-add = Add…
reminder-as-usual = As usual

# The menu of the icon in the notification area.
tray-open = Open the window
tray-reminders =
    { $count ->
        [0] No reminders
        [one] { $count } reminder
       *[other] { $count } reminders
    }
tray-quit = Quit the program
