# The list of keyboard shortcuts (F1).
shortcuts-title = Keyboard shortcuts
shortcuts-close = Close

# Names of keys.
shortcuts-key-space = Space
shortcuts-key-arrows = Arrows
shortcuts-key-letters = Letters

shortcuts-everywhere = Everywhere
shortcuts-search = Search everything
shortcuts-new = New organisation
shortcuts-new-person = New person; from a card, its contact
shortcuts-new-task = New task
shortcuts-new-project = New project
shortcuts-log-call = Log a call: the result by its number
shortcuts-import = Import a table
shortcuts-go-on = Import, mailing: go on
shortcuts-undo = Undo the last change
shortcuts-redo = Redo what was undone
shortcuts-settings = Settings
shortcuts-window = To a window of its own; close it
shortcuts-help = This list
shortcuts-leave = Close, go back

shortcuts-lists = In a list
shortcuts-move = Line by line
shortcuts-page = Page by page
shortcuts-ends = To the beginning, to the end
shortcuts-open = Open the card
shortcuts-select = Select the line
shortcuts-filter = Builder of filters
shortcuts-select-all = Select everything
shortcuts-delete = Move to the bin
shortcuts-edit-cell = Edit the cell
shortcuts-edit-field = Edit a field of the selected
shortcuts-next-step = Next step
shortcuts-letters = Letters to the selected
shortcuts-merge = Merge the selected
shortcuts-export = Export the list
shortcuts-duplicates = Duplicates
shortcuts-columns = To the next column; with Alt, move it
shortcuts-choose-columns = Choose the columns
shortcuts-views = Saved views
shortcuts-row-menu = Menu of the line
shortcuts-type = Search in the list

shortcuts-card = On a card
shortcuts-edit = Edit
shortcuts-save = Save
shortcuts-submit = Save from a field
shortcuts-next = Next field, previous field
shortcuts-cancel = Leave without saving
shortcuts-line = Change, remove a line of the card
shortcuts-department = Move among departments
shortcuts-tabs = The next tab of a card or of the settings
shortcuts-attach = Attach a file (tab “Files”)
shortcuts-dossier = One-page dossier of the client
shortcuts-cases = Cases of name and position
shortcuts-paste = Paste requisites
shortcuts-history = History of relations
shortcuts-note = New note

shortcuts-alike = Duplicates and merge
shortcuts-merge-pair = Compare and merge the pair
shortcuts-distinct = Not the same client
shortcuts-pick-side = Take the value of another card
shortcuts-survivor = Keep the card of that number
shortcuts-merge-now = Merge the cards

shortcuts-map = On the map of influence
shortcuts-map-move = To a neighbour; Enter opens the card
shortcuts-map-degree = Degree of influence, 0 clears it
shortcuts-map-role = To the part of the chosen one
shortcuts-reminders = What has rung

shortcuts-calendar = In the calendar
shortcuts-scopes = Day, weekdays, week, month, list
shortcuts-calendar-step = Earlier, later
shortcuts-calendar-today = Today
shortcuts-calendar-new = New entry
shortcuts-calendar-move = To the next entry; Enter opens it
shortcuts-calendar-shift = Move the entry by a quarter or a day
shortcuts-calendar-stretch = Make the entry longer or shorter
shortcuts-calendar-remind = Reminders of the entry
shortcuts-calendar-menu = Menu of the entry
shortcuts-calendar-window = Another calendar in its own window
shortcuts-tree = In the tree of tasks
shortcuts-tree-fold = Close, open a branch
shortcuts-tree-add = New task, new stage
shortcuts-tree-edit = Edit
shortcuts-tree-finish = Finish; take up again
shortcuts-tree-move = Move

shortcuts-deals = On the board of deals
shortcuts-deals-move = Over the deals
shortcuts-deals-carry = To the next step
shortcuts-deals-end = Won, lost
shortcuts-deals-client = Card of the client

shortcuts-tasks-page = On the page of tasks
shortcuts-tasks-finish = Finish
shortcuts-tasks-move = A day earlier, later
shortcuts-calendar-print = Open these days as a document to print
shortcuts-papers-page = Among documents and sales
shortcuts-papers-new = Make a new one
shortcuts-papers-open = Open
shortcuts-papers-menu = Menu: another made from it, a payment
shortcuts-papers-delete = Delete

shortcuts-paper = In a document
shortcuts-paper-make = Create the .docx
shortcuts-paper-print = Create and print it
shortcuts-paper-day = In a field of a day: the calendar

shortcuts-statement = In a bank statement
shortcuts-statement-accept = Accept what is proposed
shortcuts-statement-nobody = It is nobody’s
shortcuts-statement-enter = Enter the payments

shortcuts-templates = Among templates of documents
shortcuts-templates-add = Add a file
shortcuts-templates-word = Edit in Word
shortcuts-templates-rename = Rename

shortcuts-settings-lists = In lists of the settings
shortcuts-settings-copy = Copy of a project template
