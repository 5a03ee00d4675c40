# The start page, shown while no file is open.
start-name = Vizitka
start-sentence = All your clients at hand, in one file on your own disk
start-new = New file
start-open = Open…
start-samples = Look around with samples
start-drop = You can also drop a file on this window.
start-type-path = Enter the path of a file
start-recent = Recent files
start-nothing = The files you have opened will be listed here.
start-missing = not found
start-forget = Remove from the list
start-close = Close
start-busy = Opening { $path }…

# The form of a new file.
start-new-title = New file
start-company = Your company
start-company-example = Agat Ltd
start-company-hint = The company you work for. It can be changed later in the settings.
start-company-missing = Enter the name of your company; a short one will do
start-owner = Your name
start-owner-example = John Smith
start-owner-missing = Enter your name
start-create = Choose a place and create
start-create-here = Create
start-back = Back

# The dialogs of the system, and the field in their place.
start-create-title = Where to keep the file
start-open-title = Open a file
start-open-here = Open
start-file-kind = Vizitka file
start-path = Path of the file
start-no-dialog = This system has no dialog for choosing files, so the path has to be typed.
