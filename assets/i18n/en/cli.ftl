# Answers of the commands on the command line.
cli-new-somebody = Owner
cli-new-done = { $path } is made: { $company }, first employee { $employee }.
cli-check-done =
    { $faults ->
        [0] The file is sound
        [one] One fault
       *[other] { $faults } faults
    }: schema { $schema }, { $organizations ->
        [one] one organisation
       *[other] { $organizations } organisations
    }, { $persons ->
        [one] one person
       *[other] { $persons } persons
    }.
cli-demo-done = { $path } is made with sample data: { $organizations ->
        [one] one organisation
       *[other] { $organizations } organisations
    }, { $persons ->
        [one] one person
       *[other] { $persons } persons
    }.
cli-find-nothing = Nothing found.
# The text was found in another keyboard layout or alphabet.
cli-find-reading = Looked for as “{ $reading }”:
cli-find-count = Found in all: { $count }.
cli-find-more = There may be more: type more of it, or raise --limit.
cli-import-done = Rows: { $rows }. Created: { $created }, updated: { $updated }, unchanged: { $unchanged }, refused: { $refused }, doubtful: { $doubtful }.
cli-import-draft = A check: nothing was written. Rows: { $rows }. To be created: { $created }, updated: { $updated }, unchanged: { $unchanged }, refused: { $refused }, doubtful: { $doubtful }.
cli-import-mapping = The columns were read by the saved mapping “{ $value }”: the header of the table is the same.
cli-import-saved = What was refused is saved in { $value }
cli-import-saved-doubtful = What is doubtful is saved in { $value }
cli-import-row = Row { $row }: { $reason }
cli-export-done = { $rows ->
        [one] { $rows } client
       *[other] { $rows } clients
    } written to { $path }.
cli-written = Written: { $path }
# Everything, to a folder and back.
cli-export-all-done = { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } and { $files ->
        [one] { $files } attached file
       *[other] { $files } attached files
    } written to { $path }. Attached files missing: { $missing }.
cli-import-all-done = Rows taken in: { $rows }, there already or not belonging to anything: { $left }. Attached files: { $files }, missing: { $missing }.
cli-import-all-draft = A check: nothing was written. Rows: { $rows }. Attached files: { $files }, missing: { $missing }.
# Tasks and projects.
cli-task-added = Added: { $title } { $when } (id { $id }).
cli-task-none = No tasks.
cli-task-done = Finished: { $title }.
cli-task-next = Planned next: { $title }, { $when }.
cli-task-proposed = Proposed next: { $title }, { $when }. With --next it is planned.
cli-project-made = { $title }: { $count ->
        [one] { $count } task was made
       *[other] { $count } tasks were made
    }, project { $id }.
cli-undo-done = Undone: { $operation }.
cli-redo-done = Done again: { $operation }.
# Lines of the log: an operation that took another back.
cli-log-undo = undone: { $operation }
cli-log-redo = done again: { $operation }

# Arguments that cannot be understood; on stderr.
cli-usage-unknown = There is no argument { $argument } here. --help lists what there is.
cli-usage-no-command = There is no command { $command }. --help lists what there is.
cli-usage-missing = Something is missing: { $argument }. --help tells more.
cli-usage-value = { $argument } cannot be “{ $value }”. --help tells what it can be.
cli-usage-twice = { $argument } is given twice, or with something it does not go with.
cli-usage-conflict = { $argument } does not go with { $other }.
cli-usage-other = The arguments cannot be understood. --help lists what there is.
cli-duplicates-none = No similar cards.
cli-duplicates-line = { $score }%: { $one } ({ $one-id }) — { $other } ({ $other-id }): { $reasons }
cli-merge-done =
    { $count ->
        [one] { $name }: { $count } card was joined into it.
       *[other] { $name }: { $count } cards were joined into it.
    }
# Reminders.
cli-remind-nothing = Nothing is due.
cli-remind-autostart-on = The reminders of this file start with the session.
cli-remind-autostart-off = The reminders of this file do not start with the session.
cli-paper-none = No documents.
cli-paper-debt = to be paid { $debt }
cli-paper-created = Made: { $name } (file { $ordinal } of the document).
cli-payment-none = No payments.
cli-payment-added = Payment { $sum } entered: { $shared } for invoices, { $rest } in advance.
cli-payment-balance = { $client }: debt { $debt }, overdue { $overdue }, advance { $advance }
cli-payment-imported = Payments entered: { $entered }; entered before: { $known }; to be looked at: { $doubtful }; of no client: { $foreign }; lines not read: { $unreadable }.
cli-payment-unknown-payer = no client has that taxpayer number
cli-payment-several-payers = several clients have that taxpayer number
cli-payment-no-invoice = the purpose names no invoice
cli-payment-other-payer = it names an invoice of another client
cli-payment-too-much = more than the invoices take
cli-product-none = No products.
cli-product-imported = New products: { $added }, changed: { $changed }, prices: { $prices }, rows not read: { $refused }.
