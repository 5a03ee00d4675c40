# Editing from the list: a cell in its place, one field of many cards, the next step.

# In the field of a value.
edit-choose = Choose
edit-find-card = Find a card
edit-done = Done
edit-clear = Clear
edit-unread = This value cannot stand here
edit-nothing = nothing
edit-clash = A colleague has meanwhile written: { $value }
edit-clash-mine = Write mine
edit-clash-theirs = Keep theirs

# The dialog that edits one field of many cards.
edit-title =
    { $count ->
        [one] Edit a field of { $count } card
       *[other] Edit a field of { $count } cards
    }
edit-field = Field
edit-field-find = Find a field
edit-value = New value
edit-part = What to replace
edit-with = With what
edit-way-set = Set
edit-way-only = Only these
edit-way-clear = Clear
edit-way-replace = Replace a part
edit-way-add = Add
edit-way-remove = Take away
edit-outcome-hint = What would change is shown here: whose, from what, to what.
edit-looking = Looking at what would change
edit-numbers = Will change: { $changed } · so already: { $same }
edit-lost =
    { $count ->
        [one] { $count } card would lose what it says now. An undo brings it back.
       *[other] { $count } cards would lose what they say now. An undo brings it back.
    }
edit-more = and { $count } more
edit-apply = Edit
edit-apply-count = Edit { $count }
edit-leave = Cancel

# The dialog that plans the next step.
step-title = Next step
step-whom =
    { $count ->
        [one] Of { $count } client
       *[other] Of { $count } clients
    }
step-day = When
step-day-placeholder = 25.12. or tomorrow
step-words = What to do
step-words-placeholder = Call, send an offer
step-today = Today
step-tomorrow = Tomorrow
step-three-days = In 3 days
step-week = In a week
step-error = Type a day, such as 25.12., or what to do
step-clear = No step
step-save = Plan
