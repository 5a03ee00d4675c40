# The list of keyboard shortcuts (F1).
