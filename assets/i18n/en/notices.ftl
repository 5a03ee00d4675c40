# What reminders say: in their window, on the desktop, on the command line.
notice-now = Now
notice-in = In { $span }
notice-ago = { $span } ago
notice-overdue = Overdue by { $span }
notice-minutes = { $count } min
notice-hours = { $count } h
notice-days = { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
notice-today = Today
notice-tomorrow = Tomorrow
notice-yesterday = Yesterday
notice-finished = Done
notice-lost = Lost
notice-result = Result: { $result }
notice-given = A task for you
notice-moved = Put to another time
notice-birthday = Birthday
# Many at once, in one notification of the desktop.
notice-many = { $count ->
        [one] { $count } reminder
       *[other] { $count } reminders
    }
notice-more = and { $count } more
