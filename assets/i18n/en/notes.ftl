# Notes of colleagues on a card; a key point is a pinned note.
notes-new = New note
notes-none = Nothing yet: write down what one should know about the client
notes-placeholder = What was said, what to remember
notes-key-point = Key point
notes-pin = Pin on top of the card
notes-unpin = Unpin
notes-delete = Remove the note
notes-more =
    { $count ->
        [one] One more note
       *[other] { $count } more notes
    }

# Values on a card.
value-yes = yes
value-no = no
profile-brought = Recommended us to
profile-brought-clients =
    { $count ->
        [one] { $count } client
       *[other] { $count } clients
    }
profile-influence-of = influence { $degree } of 5

# The team of a client.
team-title = Team of the client
team-add = Add
team-none = Nobody beside the responsible employee
team-role-placeholder = Service, accounting, support
team-remove = Take out of the team

# Consents of a client: to mailings, to keeping personal data.
consents-title = Consents
consents-add = Enter
consents-none = Not asked yet
consents-given = consent
consents-refused = refused
consents-day = When
consents-ground = Ground
consents-ground-placeholder = Signed form, letter, contract No.
consents-error-day = Enter a day, such as 12 May 2026
consents-remove = Remove the entry
consents-more =
    { $count ->
        [one] One more entry
       *[other] { $count } more entries
    }
consents-fewer = The latest alone

# The strip over a card: next step, completeness, freshness.
card-no-next-step = None planned
card-step-today = today
card-step-late =
    { $days ->
        [one] { $days } day late
       *[other] { $days } days late
    }
card-completeness = Completeness
card-complete = All that is wanted is there
card-missing = Missing:
card-freshness = Freshness
card-checked-on = Checked on { $day }
card-never-checked = Never checked
card-stale =
    { $months ->
        [one] not checked for { $months } month
       *[other] not checked for { $months } months
    }
card-check-today = Checked today
card-no-texts = Nothing yet: tell about the client in its form (F2)
card-values = Own fields
card-no-values = No own field is filled in
