# Words of the frame: the rail on the left, the bar on top, news in the corner.
common-name = Vizitka
common-clients = Clients
common-bin = Bin
common-history = Log
common-settings = Settings
common-search-hint = Search everything: name, phone, tax number, e-mail
common-samples = Samples
common-samples-tip = Samples live in memory and go with the window
common-saved = saved
common-read-only = read-only
common-create = Create
common-create-organization = Organisation
common-create-person = Person
common-past-imports = Past imports
common-create-task = Task
common-create-project = Project
common-import = Import…
common-close-file = Close the file
common-detach = In a window of its own
common-close = Close
common-undo = Undo
common-redo = Redo
common-undo-tip = Undo: { $operation } (Ctrl Z)
common-redo-tip = Redo: { $operation } (Ctrl Y)
common-undone = Undone: { $operation }
common-redone = Done again: { $operation }
common-busy = An import is under way. Wait for its end or stop it: nothing is changed then.

# Asked when the window is closed over input that is not saved.
common-closing = Close without saving?
common-closing-text = The card has changes that are not saved. If the window closes now, they are gone; everything saved before is safe.
common-stay = Stay
common-close-anyway = Close without saving
common-today = Today
common-reminders = Reminders
common-no-reminders = Reminders: none (Ctrl B)
common-reminders-tip = Reminders: { $count } (Ctrl B)
