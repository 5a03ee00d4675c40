# Settings: kinds of operation with their results and reminders.
settings-kinds = Kinds of operation
kinds-hint = A call, a presentation, a contract. Each kind has its own icon and its own dictionary of results.
kinds-none = There are no kinds of operation yet. Add the first one, such as a call.
kinds-new = New kind of operation
kinds-kind = Kind of operation
kinds-name = Name
kinds-nameless = Give the kind a name
kinds-taken = There is a kind of this name already
kinds-icon = Icon
kinds-no-time = No time
kinds-checklist-placeholder = One item a line
kinds-offered = Offer for new tasks
kinds-not-offered = Not offered
kinds-retire = Offer no more
kinds-used =
    { $count ->
        [one] { $count } task is of this kind: it stays, and the kind is not offered for new ones.
       *[other] { $count } tasks are of this kind: they stay, and the kind is not offered for new ones.
    }
kinds-results = Results
kinds-no-results = There are no results yet: they tell how such operations end.
kinds-result-add = Result
kinds-result-name = Result
kinds-result-meaning = For the deal it is
kinds-result-offered = Offer on finishing
kinds-result-uses =
    { $count ->
        [one] { $count } task
       *[other] { $count } tasks
    }
kinds-result-required = Finish only with a result
kinds-next = Then propose
kinds-next-none = Nothing
kinds-next-days = Working days later
kinds-keys = Insert: new, Alt+↑↓: move, Delete: remove
