# The history of a card: what was done to what stands on it.
story-whole = Show everything
story-rest =
    { $count ->
        [one] and { $count } more line
       *[other] and { $count } more lines
    }
story-came = { $what }: { $value } — from the card “{ $card }”
story-left = { $what }: { $value } — to the card “{ $card }”
story-merged = Merged with the card “{ $card }”
story-merged-into = Merged into the card “{ $card }”
story-parted = Apart from the card “{ $card }” again
story-distinct = Marked as not the same as “{ $card }”
story-distinct-no-more = No longer marked as not the same as “{ $card }”
story-other-card = another card
story-main = Main
story-department = Department
story-department-parent = Inside
story-job = Workplace
story-team = In the client’s team
story-team-who = Employee
story-team-role = Role
story-note = Note
story-key-point = Pinned note
story-consent = Consent, { $subject }
story-consent-said = Answer
story-file = File
