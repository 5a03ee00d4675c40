# How often an operation repeats, in its form; and what to change of a series.
repeat-never = Does not repeat
repeat-day = By days
repeat-week = By weeks
repeat-month = By months
repeat-year = By years
repeat-interval = Every
repeat-unit-day = { $count ->
    [one] day
   *[other] days
}
repeat-unit-week = { $count ->
    [one] week
   *[other] weeks
}
repeat-unit-month = { $count ->
    [one] month
   *[other] months
}
repeat-unit-year = { $count ->
    [one] year
   *[other] years
}
repeat-on-day = On day { $day }
repeat-on-last-day = On the last day of the month
# The weekday is counted from 1, Monday.
repeat-on-nth = { $number ->
    [1] First
    [2] Second
    [3] Third
    [4] Fourth
   *[5] Fifth
} { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
} of the month
repeat-on-last = Last { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
} of the month
repeat-end = Ends
repeat-end-never = Never
repeat-end-on = On a day
repeat-end-after = After some times
repeat-times = Times in all
repeat-until = Last day
repeat-until-placeholder = 31.12.2026
repeat-number-unread = Enter a number from 1 to 999
repeat-until-unread = Enter a day not before the start
repeat-next = Then: { $days }
repeat-no-more = Never again: it ends before that
series-title = The task repeats
series-save = { $count ->
    [one] { $count } repetition comes later. Change it too?
   *[other] { $count } repetitions come later. Change them too?
}
series-delete = { $count ->
    [one] { $count } repetition comes later. Delete it too?
   *[other] { $count } repetitions come later. Delete them too?
}
series-one = This one alone
series-following = This and the later ones
