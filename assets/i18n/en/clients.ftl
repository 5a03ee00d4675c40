# The list of clients and the card beside it.
clients-title = Clients
clients-organizations = Organisations
clients-persons = Contacts
clients-groups = Groups
clients-import = Import
clients-export = Export
clients-export-xlsx = Excel workbook (.xlsx)
clients-export-csv = CSV table (.csv)
clients-export-vcf = vCard 3.0 cards (.vcf)
clients-export-vcf-newest = vCard 4.0 cards (.vcf)
clients-export-vcf-oldest = vCard 2.1 for old phones
clients-export-all = Everything, to a folder…

# Beside the title: how many clients the register has, how many were found, and how fast.
clients-count-organizations =
    { $count ->
        [one] { $count } organisation
       *[other] { $count } organisations
    }
clients-count-persons =
    { $count ->
        [one] { $count } contact
       *[other] { $count } contacts
    }
clients-found = { $count } found in { $took }
clients-found-first = first { $count }, looking for more
clients-found-as = — as “{ $text }”
clients-took = { $millis } ms
clients-took-less = 1 ms

# The line of filters above the list.
clients-search = Find
clients-filter-mine = My clients
clients-filter-add = Filter
clients-filter-reset = Reset
clients-filter-group = Group
clients-filter-role = Role
clients-filter-owner = Responsible
clients-filter-city = City
clients-filter-phone = Has a phone
clients-filter-email = Has an e-mail
clients-nobody = Nobody
clients-narrow = Find
clients-no-choice = Nothing fits
clients-no-groups = No groups yet
clients-no-cities = Nobody has a city
clients-columns = Columns
clients-columns-reset = As at first

# In the menu of the columns.
clients-columns-find = Find a column
clients-columns-hint = Order: the arrows, a header dragged by the mouse, or Alt ← →
clients-column-up = Further left
clients-column-down = Further right

# The headers of the list; in the card, the words before a value.
clients-column-name = Name
clients-column-person = Name
clients-column-inn = INN
clients-column-roles = Role
clients-column-city = City
clients-column-phone = Phone
clients-column-email = E-mail
clients-column-owner = Responsible
clients-column-since = Since
clients-column-birthday = Birthday
clients-column-employer = Organisation
clients-column-team = Team
clients-column-completeness = Filled in
clients-column-created = Entered on

# What stands in cells.
clients-percent = { $percent }%
clients-yes = Yes
clients-no = No
clients-overdue = Overdue
clients-today = Today

# What a counterparty is to us.
clients-role-potential = Potential
clients-role-active = Active
clients-role-former = Former
clients-role-partner = Partner
clients-role-competitor = Competitor

# The line under the list, while rows are selected.
clients-selected = Selected: { $count }
clients-join-group = Add to group
clients-leave-group = Remove from group
clients-reassign = Responsible
clients-delete = Delete
clients-edit-field = Edit a field
clients-next-step = Next step
clients-letter = Letter…
clients-merge = Merge
clients-unselect = Clear the selection
clients-group-find-or-create = Find or create
clients-group-none-yet = Type the name of a new group
clients-group-create = Create “{ $name }”
clients-work-count = { $done } of { $total }
clients-work-stop = Stop

# The line under the list that says what a column of numbers comes to.
clients-totals-sum = sum { $sum }
clients-totals-average = average { $average }
clients-totals-range = from { $least } to { $greatest }
clients-totals-count = values { $count }
clients-totals-none = no number
clients-totals-selected = of the selected:
clients-totals-all = of all:
clients-totals-large = too much

# The card beside the list.
clients-open = Open
clients-edit = Edit
clients-add-person = Contact
clients-more = More
clients-inn-kpp = INN / KPP
clients-address = Address
clients-last-note = Last note
clients-coming = Coming up
clients-in-days =
    { $days ->
        [one] in { $days } day
       *[other] in { $days } days
    }
clients-people = Contacts · { $count }
clients-people-more = { $count } more
# Told when a number or an address was pressed.
clients-copied = Copied: { $value }

# Where there is nothing to show.
clients-no-organizations = Organisations will be here
clients-no-organizations-why = Create the first one, or import a list from Excel, CSV or another program
clients-create-organization = New organisation
clients-no-persons = Contacts will be here
clients-no-persons-why = Create the first one, or import a list from Excel, CSV or another program
clients-create-person = New contact
clients-nothing-found = Nothing found
clients-nothing-found-why = Check the words of the search, or take some filters off
clients-nothing-passes = Nobody passes the filter: { $filter }
clients-show-all = Show all
