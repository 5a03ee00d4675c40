# Settings: the look of the window, employees, about the program.
settings-title = Settings
settings-general = General
settings-employees = Employees
settings-employees-keys = ↑ ↓ choose, Enter edits, Insert makes a new one
settings-about = About
settings-save = Save
settings-cancel = Cancel

# The look of the window.
settings-look = Look
settings-language = Language
settings-appearance = Theme
settings-density = Rows of tables
settings-as-system = As the system
settings-light = Light
settings-dark = Dark
settings-regular = Regular
settings-compact = Compact

# Employees.
settings-employee = Employee
settings-new-employee = New employee
settings-surname = Surname
settings-first-name = First name
settings-patronymic = Patronymic
settings-position = Position
settings-no-position = No position given
settings-name-missing = Enter a surname or a first name
settings-sees-all = Sees the clients of all employees
settings-sees-all-hint = Otherwise only the clients this employee is responsible for.
settings-sees-all-short = Sees all
settings-sees-own-short = Only own
settings-me = You
settings-unsaved = The changes are not saved
settings-forget = Don’t save

# About the program; each line can be copied.
settings-program = Program
settings-program-name = Vizitka
settings-sentence = All your clients at hand, in one file on your own disk
settings-version = Version
settings-file = File
settings-samples = Sample data in memory: there is no file
settings-schema = Schema
settings-log = Log folder
settings-no-log = No log is kept
settings-copy = Copy
settings-copy-all = Copy all
settings-copied = Copied

# Dictionaries.
settings-dictionaries = Dictionaries
settings-segments = Market segments
settings-sources = Sources
settings-categories = Kinds of counterparty
settings-link-kinds = Kinds of link
settings-segments-hint = Clients are filtered and reported by segment.
settings-sources-hint = How clients hear of you: a fair, the site, a recommendation.
settings-categories-hint = Consumer, institution, dealer. A kind may have fields of its own.
settings-link-kinds-hint = Links of your own between cards. Each has two names: as it reads from one end and from the other.
settings-no-entries = Nothing yet. New values can also be typed in a card itself.
settings-add = Add
settings-entry-name = New value
settings-entry-taken = There is such a value already
settings-link-name = Consults
settings-link-reverse = Consulted by
settings-rename = Rename
settings-move-up = Up
settings-move-down = Down
settings-remove = Remove
settings-keep = Keep
settings-on-cards =
    { $count ->
        [one] { $count } card
       *[other] { $count } cards
    }
settings-on-links =
    { $count ->
        [one] { $count } link
       *[other] { $count } links
    }
# Before an entry is taken out of its dictionary.
settings-entry-used =
    { $count ->
        [one] { $count } card says it: it stays there, and cannot be chosen again.
       *[other] { $count } cards say it: it stays there, and cannot be chosen again.
    }
settings-link-kind-used =
    { $count ->
        [one] { $count } link is called so. First remove it or give it another kind.
       *[other] { $count } links are called so. First remove them or give them another kind.
    }

# Custom fields.
settings-fields = Fields
settings-fields-hint = These fields stand on the card, in the list, in filters, in import and export.
settings-no-fields = No fields of your own yet.
settings-field = Field
settings-new-field = New field
settings-field-name = Name
settings-field-nameless = Type the name of the field
settings-field-taken = There is a field of that name already
settings-field-shape = What it holds
settings-field-limit = Who has it
settings-all-organizations = All organisations
settings-all-persons = All contact persons
settings-options = Options
settings-option = Option
settings-field-used =
    { $count ->
        [one] Filled in on { $count } card: the value will leave it. Undo brings the field back with its value.
       *[other] Filled in on { $count } cards: the values will leave them. Undo brings the field back with its values.
    }

# What cards require.
settings-quality = Data quality
settings-required-organization = Required of organisations
settings-required-person = Required of contact persons
settings-required-hint = The form warns about what is missing, and saves all the same.
settings-stale = Checking cards
settings-stale-hint = A card that has not been checked for long is stale.
settings-stale-months = After how many months
settings-stale-wrong = Type a number from 1 to 120
settings-reminders = Reminders
settings-reminders-defaults = When to remind
settings-reminders-hint = What holds for tasks that say nothing themselves. Grey: as is usual; blue: decided here.
settings-reminders-all-kinds = Tasks of all kinds
settings-reminders-everybody = For everybody
settings-reminders-me = For me
settings-quiet = Quiet hours
settings-quiet-hint = Nothing rings then; it is told afterwards.
settings-quiet-from = From
settings-quiet-to = To
settings-quiet-wrong = A time such as 22:00
settings-reminders-computer = On this computer
settings-reminders-desktop = Notifications of the desktop beside the window
settings-reminders-background = Remind while the window is closed, from the start of the session on
settings-reminders-tray = Icon in the notification area, where there is one: a closed window stays there
settings-first-page = A file begins with
settings-on = On
settings-off = Off
