# Settings: templates of projects, the tree of their steps.
settings-templates = Project templates
templates-hint = Stages and operations that a project gets at once, due in working days from its beginning.
templates-none = There are no templates yet. Make one, or save a project as a template.
templates-new = New template
templates-name = Name of the template
templates-nameless = Give the template a name
templates-copy = Copy
templates-copy-of = { $name } (copy)
templates-steps =
    { $count ->
        [one] { $count } step
       *[other] { $count } steps
    }
templates-empty = There are no steps yet: add a stage or an operation.
templates-keys = Insert: operation, Shift+Insert: stage, Alt+arrows: move, Delete: remove
templates-add-operation = Operation
templates-add-stage = Stage
templates-unnest = Take out of the stage
templates-nest = Put into the stage above
templates-no-room = The step cannot go there: there is no stage above, or the tree would be deeper than four levels.
templates-no-step = Choose a step at the left.
templates-nameless-step = Without a name
templates-operation = Operation
templates-no-kind = No kind
templates-who = Who does it
templates-leader = Who leads the project
templates-offset = Begins, working days later
templates-days = Due, working days
templates-days-unread = A number from 0 to 999
templates-time = Time it begins
templates-time-unread = A time, such as 10:00
templates-first-day = on the first day
templates-day = +{ $days } w. d.
templates-required = required
templates-list-keys = Insert: new, Ctrl+D: copy, Delete: remove
