# Settings: the look of the window, employees, about the program.
settings-title = Settings
settings-general = General
settings-employees = Employees
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

# One’s own company.
settings-company = Own company
settings-company-name = Name
settings-company-hint = The company you work for.
settings-company-missing = Enter the name of the company

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
