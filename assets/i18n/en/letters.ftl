# Mailings: letters, envelopes and labels for many recipients; the page and the command.
letters-no-name = no name
letters-no-address = no address
letters-no-street = the address has no street
letters-unknown-sex = man or woman is not known, so how to address them is not either
letters-empty = the field “{ $field }” is empty
letters-unfilled = the template cannot be filled: { $faults }
letters-refused = wants no mailings
letters-never-agreed = has not agreed to mailings
letters-twice = gets one already
letters-skipped = the template leaves it out (SKIPIF)
letters-cli-checked = { $title }: { $ready ->
        [one] { $ready } recipient
       *[other] { $ready } recipients
    }{ $hindered ->
        [0] {""}
       *[other] , cannot be made: { $hindered }
    }{ $left-out ->
        [0] {""}
       *[other] , left out: { $left-out }
    }.
letters-title = Mailings
letters-step-recipients = To whom
letters-step-template = Template
letters-step-check = Check
letters-step-output = Where to
letters-step-done = Done
letters-whom = Whom to write to
letters-whom-hint = A group, a saved view or a filter. In the list of clients a letter can be begun for the selected rows too.
letters-from-selection = Selected
letters-from-group = Group
letters-from-view = View
letters-from-filter = Filter
letters-group = Group
letters-view = Saved view
letters-filter = Filter
letters-filter-example = sex = female and birthday is within the next 7 days
letters-no-groups = There are no groups yet.
letters-no-views = There are no saved views yet.
letters-nobody = Nobody was found.
letters-found = { $count ->
    [one] { $count } recipient: { $names }
   *[other] { $count } recipients: { $names }
}
letters-template = Template
letters-own-file = Your own Word file…
letters-choose-file = Letter template
letters-word-files = Word documents
letters-path = File
letters-one-each = Each recipient gets a document of their own.
letters-one-for-all = One document holds all recipients.
letters-subject = Subject
letters-text = Text of the letter
letters-text-example = We would like to invite you…
letters-text-hint = Salutation, addressee and signature come from the template.
letters-agreed-only = Only to those who have agreed to mailings
letters-agreed-hint = Whoever has refused gets no letter in any case.
letters-tab-all = All
letters-tab-ready = Ready
letters-tab-hindered = Cannot be made
letters-tab-left-out = Left out
letters-column-who = Recipient
letters-column-where = Organisation
letters-column-verdict = Check
letters-ready = Ready
letters-nameless = No name
letters-previous = Previous letter (↑)
letters-next = Next letter (↓)
letters-none-ready = No letters
letters-none-ready-hint = None can be made: the other tabs say why.
letters-none-hindered = All is well
letters-none-hindered-hint = Every letter can be made.
letters-none-left-out = Nobody is left out
letters-none-left-out-hint = Nobody has refused mailings.
letters-where = Where to write them
letters-where-hint = For { $count ->
    [one] { $count } recipient
   *[other] { $count } recipients
}.
letters-file-each = A file each
letters-one-file = One file
letters-folder = Folder
letters-file = File
letters-folder-name = Letters { $day }
letters-choose-place = Choose…
letters-note = Note in the histories of the recipients
letters-note-hint = One operation: it can be undone as a whole.
letters-to-template = Template
letters-to-check = Check
letters-to-output = Where to
letters-make = Make for { $count ->
    [one] { $count } recipient
   *[other] { $count } recipients
}
letters-close = Close
letters-again = Another mailing
letters-back = Back
letters-writing = Writing letters
letters-writing-hint = If you stop, files written so far are deleted.
letters-checking = Checking letters
letters-checking-hint = Name, man or woman, address, consent of each recipient.
letters-count = { $done } of { $total }
letters-stop = Stop
letters-done = Ready for { $letters ->
    [one] { $letters } recipient
   *[other] { $letters } recipients
}: { $files ->
    [one] { $files } file
   *[other] { $files } files
}
letters-done-noted = Noted in the history of each recipient.
letters-done-unnoted = Not noted in histories.
letters-done-others = Not made: impossible { $hindered }, left out { $left-out }.
letters-more-files = And { $count } more.
letters-open = Open
letters-print = Print
letters-open-folder = Open the folder
letters-also = For the same people:
letters-also-dl = DL envelopes
letters-also-c5 = C5 envelopes
letters-also-labels = Labels
letters-leaving = The text of the letter is not saved anywhere.
