# The log: who did what and when.
history-title = Log of changes
history-told =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
history-told-latest = the latest { $count }
history-when = When
history-what = What was done
history-who = Who
history-state = State
history-program = The program
history-undone = Undone
history-undo-of = Undo: { $operation }
history-redo-of = Redo: { $operation }
history-empty = Nothing has been changed yet
history-empty-hint = Every change is written down here: what was done, by whom and when.
history-take-back = Take back
