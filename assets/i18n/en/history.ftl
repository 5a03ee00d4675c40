# The log: who did what and when.
