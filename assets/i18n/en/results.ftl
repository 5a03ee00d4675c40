# Results of work: how often each was reached, who did how much, the tasks behind each figure.
results-title = Results
results-told = { $count ->
        [one] { $count } operation
       *[other] { $count } operations
    }
results-by-result = Result
results-by-kind = Kind of operation
results-by-employee = Employee
results-by-client = Client
results-by-contact = Contact person
results-week = This week
results-month = This month
results-last-month = Last month
results-quarter = This quarter
results-year = This year
results-last-year = Last year
results-all-time = All time
results-own-time = Own period
results-from = First day
results-to = Last day
results-day-unread = Enter a day: 01.06.2026
results-project = Project or its client
results-everybody = All employees
results-all-clients = Count all clients again
results-all-projects = All projects
results-only-client = Only this one
results-done = Total
results-share = Share
results-percent = { $number }%
results-none = Not said
results-finished = Finished
results-task = Task
results-tasks = { $count ->
        [one] { $count } task
       *[other] { $count } tasks
    }
results-copy = Copy
results-copied = The table is on the clipboard
results-empty = Nothing was finished in this time
results-empty-hint = This shows what came of calls, meetings and presentations. Choose another time, or finish a task with a result.
