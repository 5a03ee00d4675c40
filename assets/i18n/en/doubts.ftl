# What is doubtful in a field; shown under it as a warning, never a refusal.
