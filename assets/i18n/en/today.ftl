# The page of the day.
today-new-task = New task
today-plan = Plan of the day
today-no-plan = Nothing is planned for today.
today-overdue = Overdue
today-given = Given by me
today-neglected = Without a next step
today-no-neglected = Each of your clients has a next step.
today-feasts = Birthdays and feasts
today-no-feasts = None in the next seven days.
today-happenings = Latest
today-no-happenings = What you and your colleagues do with clients will stand here.
today-all-day = day
today-in = in { $span }
today-until = by { $day }
today-done = Done
today-is-done = done
today-count-plan = { $count ->
        [one] { $count } task
       *[other] { $count } tasks
    }
today-count-overdue = { $count } overdue
today-count-birthdays = { $count ->
        [one] { $count } birthday
       *[other] { $count } birthdays
    }
today-years = { $count ->
        [one] { $count } year
       *[other] { $count } years
    }
today-monday = Monday
today-tuesday = Tuesday
today-wednesday = Wednesday
today-thursday = Thursday
today-friday = Friday
today-saturday = Saturday
today-sunday = Sunday
today-january = January
today-february = February
today-march = March
today-april = April
today-may = May
today-june = June
today-july = July
today-august = August
today-september = September
today-october = October
today-november = November
today-december = December
today-takings = Takings · { $month }
today-share = { $percent }% of last month
today-before = last month { $sum }
today-awaited = { $count ->
        [one] Awaiting payment · { $count } invoice
       *[other] Awaiting payment · { $count } invoices
    }
today-late = { $count ->
        [one] Overdue · { $count } invoice
       *[other] Overdue · { $count } invoices
    }
