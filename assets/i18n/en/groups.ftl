# The page of groups of clients.
groups-new = New group
groups-rename = Rename
groups-delete = Delete the group; the clients stay
groups-name = Name of the group
groups-name-missing = Enter the name of the group
groups-name-taken = There is a group of this name already
groups-save = Save
groups-cancel = Cancel

# How many clients a group has.
groups-organization-count =
    { $count ->
        [0] empty
        [one] { $count } organisation
       *[other] { $count } organisations
    }
groups-person-count =
    { $count ->
        [0] empty
        [one] { $count } person
       *[other] { $count } persons
    }

# Shown while there is no group.
groups-no-organizations = Groups of organisations will be here
groups-organizations-hint = A group gathers clients by any criterion: trading companies, suppliers, who was at the fair. An organisation may belong to several groups.
groups-no-persons = Groups of persons will be here
groups-persons-hint = A group gathers people by any criterion: who decides, whom to congratulate. A person may belong to several groups.

# Beside the name of a saved view that stands among the groups.
groups-dynamic = dynamic
