# Labels of the undo button and of the lines in the audit log.
operation-create-workspace = Create the file
operation-fill-with-samples = Fill with samples
operation-add-client = New card
operation-edit-client = Edit a card
operation-delete-clients = Delete cards
operation-restore-clients = Restore cards
operation-add-group = New group
operation-rename-group = Rename a group
operation-delete-group = Delete a group
operation-change-membership = Change a group’s members
operation-reassign = Change the responsible employee
operation-add-employee = New employee
operation-edit-employee = Edit an employee
operation-edit-company = Edit one’s own company
operation-import = Import
