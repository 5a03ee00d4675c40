# The calendar: its views, its heads of columns, what stands beside it.
calendar-title = Calendar
calendar-day = Day
calendar-working-week = Weekdays
calendar-week = Week
calendar-month-view = Month
calendar-list = List
calendar-today = Today
calendar-earlier = Earlier (Page Up)
calendar-later = Later (Page Down)
calendar-hidden = Taken
calendar-hidden-free = Taken, may be interrupted
calendar-employees = Employees
calendar-colours = Colours
calendar-side-by-side = Side by side
calendar-overlaid = Together
calendar-more = + { $count } more
calendar-whole-day = all day
calendar-empty = Nothing in these days
calendar-empty-hint = Tasks of the chosen employees stand here: calls, meetings, trips.
calendar-column-time = Time
calendar-column-what = What
calendar-column-client = Client
calendar-column-contact = Contact
calendar-column-place = Place or phone
calendar-column-employee = Employee
calendar-absence-leave = Leave
calendar-absence-trip = Trip
calendar-absence-illness = Illness
calendar-absence-other = Absent
calendar-short-day = short day
calendar-working-day = working day
calendar-holiday = holiday
calendar-month-earlier = Month before
calendar-month-later = Next month
calendar-window = New window
calendar-too-many = So many columns cannot be read: employees are shown together
calendar-column-state = Availability
calendar-clash = At the same time: { $entries }
calendar-common-time = Find a common time
calendar-no-common-time = Nobody is free together in these days
calendar-print = Open as a document to print (P)
calendar-open = Open
calendar-file = Calendar { $days }.docx

# Weekdays count from Monday. A month of a day stands behind it: 29 June.
calendar-weekday-short = { $day ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
calendar-weekday = { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
calendar-month-of-day = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
calendar-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}

# How an employee is taken now; words may agree with the sex of the employee.
calendar-busy-until = { $sex ->
    [female] busy until { $time }
   *[other] busy until { $time }
}
calendar-free-now = { $sex ->
    [female] free
   *[other] free
}
calendar-away-until = out of office until { $time }
