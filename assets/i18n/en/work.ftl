# Words of tasks, wherever they are shown.
work-weekday = { $day ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
# A day without its year; months are short.
work-day-short = { $month ->
    [1] { $day } Jan
    [2] { $day } Feb
    [3] { $day } Mar
    [4] { $day } Apr
    [5] { $day } May
    [6] { $day } Jun
    [7] { $day } Jul
    [8] { $day } Aug
    [9] { $day } Sep
    [10] { $day } Oct
    [11] { $day } Nov
   *[12] { $day } Dec
}
work-hours = { $count } h
work-minutes = { $count } min
work-priority-low = Low
work-priority-normal = Normal
work-priority-high = High
work-busy = Busy
work-free = Free
work-away = Out of office
work-leads = Leads
work-assists = Assists
work-informed = Informed
work-success = Success
work-neutral = Neutral
work-failure = Failure
work-project = Project
work-stage = Stage { $level }
work-operation = Task
work-planned = Planned
work-today = Today
work-active = In progress
work-overdue = { $days ->
    [0] Overdue
    [one] { $days } day overdue
   *[other] { $days } days overdue
}
work-done = Done
work-lost = Lost
work-cancelled = Cancelled

# The form of a task.
task-new-operation = New task
task-new-project = New project
task-new-stage = New stage
task-edit-operation = Task
task-edit-project = Project
task-edit-stage = Stage
task-kind = Kind
task-title = Title
task-title-required = Enter a title
task-client = Client
task-contact = Contact person
task-parent = Stands in
task-parent-none = No project
task-start = Start
task-start-placeholder = tomorrow 15:00, fri, +3
task-when-unread = Not understood. For example: tomorrow 15:00, fri, +3, 29 Jun 2026
task-minutes = Duration
task-minutes-placeholder = 30 min, 1:30, 2 h
task-minutes-unread = Not understood. For example: 45, 1:30, 2 h
task-until = until { $time }
task-due = Due
task-due-placeholder = fri, +3, 29 Jun 2026 18:00
task-due-early = It is due before it begins
task-place = Place
task-medium = Channel
task-medium-none = Not given
task-priority = Priority
task-availability = Participants are
task-plan = Planned result
task-plan-placeholder = What is to be reached
task-outcome = Actual result
task-result = Result
task-result-none = Not chosen
task-reason = Reason of the loss
task-state = State
task-people = Participants
task-people-add = Add a participant
task-people-none = At least one participant is needed
task-people-remove = Remove the participant
task-participant = Participant
task-controller = Controller
task-controller-none = No controller
task-checklist = Check list
task-item = Line of the check list
task-item-add = New line, Enter
task-item-remove = Remove the line
task-levels = Levels of the tree
task-amount = Sum of the deal
task-amount-unread = Enter a number, such as 128400.50
task-expected = Expected on
task-stage = Step of the funnel
task-stage-none = Not given
task-required = Required step
task-series = Repetition
task-delete = Delete
task-news = A colleague has changed this task. Saving joins both changes.
task-yes = Yes
task-no = No
task-reminders = Remind
task-next = Next task
task-last-result = Last result: { $result }, { $day }
task-finish = Finish

# A task ends.
finish-title = Finish the task
finish-log-title = A call was made
finish-save = Finish
finish-rest = Then { $count } more
finish-skip = Skip
finish-plan = Planned: { $plan }
finish-outcome-placeholder = What came of it; Enter finishes
finish-done = Done
finish-won = Won
finish-lost = Lost
finish-cancelled = Call off
finish-reason-none = Not given
finish-result-required = Choose a result: such operations do not end without one
finish-reason-required = Choose the reason: a deal is not closed without one

# The history of relations on a card: the tree and the timeline.
tree-mode-tree = Tree
tree-mode-timeline = Timeline
tree-mode-changes = Changes of the card
tree-show-all = All
tree-show-mine = Mine
tree-show-overdue = Overdue
tree-task = Task
tree-people = People
tree-when = When
tree-state = Result / state
tree-until = until { $when }
tree-open = Open the branch
tree-close = Close the branch
tree-priority = Priority: { $priority }
tree-edit = Edit
tree-reopen = Take up again
tree-keep-template = Keep as a template
tree-template = From a template
tree-no-templates = No templates yet
tree-add-project = Project
tree-add-stage = Stage
tree-add-task = Task
tree-empty = No history yet
tree-empty-hint = Projects stand here with their stages, and what is done with the client: calls, meetings, offers.
tree-nothing-such = No such tasks
timeline-all = All
timeline-tasks = Tasks
timeline-notes = Notes
timeline-files = Files
timeline-changes = Changes
timeline-when = When
timeline-what = What
timeline-who = Who

# The board of deals.
board-title = Deals
board-add = Deal
board-count = { $count } open
board-search = Deal or client
board-mine = Mine
board-no-stage = On no step
board-no-sum = no sum
board-days = { $days } d
board-empty = No open deals
board-empty-hint = Open projects stand here by their step of the funnel, with sums, dates and those that are stalled.

# The page of tasks.
tasks-title = Tasks
tasks-add = Task
tasks-count = { $count ->
    [one] { $count } task
   *[other] { $count } tasks
}
tasks-mine = Mine
tasks-given = Given by me
tasks-all = All
tasks-overdue = Overdue
tasks-today = Today
tasks-week = Week
tasks-undated = Without a date
tasks-finished = Finished in 30 days too
tasks-search = Task or client
tasks-any-kind = Any kind
tasks-any-employee = Any colleague
tasks-selected = { $count } selected
tasks-finish = Finish
tasks-day-later = A day later
tasks-week-later = A week later
tasks-hand = Hand to
tasks-unselect = Unselect
tasks-none = No tasks
tasks-none-mine = Your tasks stand here: calls, meetings, what colleagues gave you.
tasks-none-given = What you gave to colleagues stands here: its state, its date, its result.
