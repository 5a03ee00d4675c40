# Settings: language, theme, employees.
