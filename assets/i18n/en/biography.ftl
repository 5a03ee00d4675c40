# Links, departments, the map of influence, and the life of a person, each on the card.
biography-edit = Edit (F2)
biography-remove = Remove (Delete)
biography-save = Save
biography-cancel = Cancel
biography-pick-placeholder = Begin to type a name, an INN or a phone
biography-pick-missing = Choose a card from the list
biography-day-placeholder = 12 May 2027
biography-no-day = Write the day like 12 May 2027

# The tab of the map of influence.
card-tab-influence = Influence

# Links to other cards.
links-title = Links
links-add = Link
links-none = No links yet: who owns whom, who advises whom, who competes with whom.
links-more = Show { $count } more
links-other = Other link
links-relation = What it is to this card
links-card = Card
links-note = Note
links-supplied = We supply them
links-supplied-long = We supply them too
links-supplied-here = We supply this one
links-supplied-here-long = We supply the client of this card too
links-double = This link is there already
links-new-kind = A new kind of link…
links-kind-name = What to call it here
links-kind-name-placeholder = Mentor
links-kind-reverse = What to call it on the other card
links-kind-reverse-placeholder = Pupil
links-kind-missing = Name the kind of link

# Departments of an organisation.
departments-title = Departments
departments-add = Department
departments-add-inside = Add inside (Insert)
departments-rename = Rename (F2)
departments-remove = Remove, its people stay (Delete)
departments-none = No departments yet. Add them, and place people in them by mouse or by keyboard.
departments-without = Without a department
departments-everybody = Everybody stands in a department
departments-name = Name of the department
departments-name-missing = Name the department
departments-name-taken = There is such a department here already
departments-outside = the top
departments-moving = { $what } → { $onto }
departments-hint = Drag a line with the mouse, or move it with Alt and the arrows; Insert adds inside.

# Where a person works and worked.
career-title = Career
career-add = Place of work
career-move = Changed jobs
career-move-explained = The old place stays in the career; the new one becomes the main one.
career-none = Works nowhere, and no earlier places are known.
career-main = Main
career-now = Now
career-past = Before
career-unnamed = No organisation named
career-employer-missing = Name the organisation
career-first-day = First day
career-last-day = Last day
career-last-day-hint = Empty while it lasts
career-since = since { $day }
career-until = until { $day }

# Identity documents of a person.
documents-title = Documents
documents-add = Document
documents-none = No documents yet.
documents-kind = Kind of document
documents-series = Series
documents-number = Number
documents-issued-by = Issued by
documents-issued-on = Issued on
documents-expires-on = Valid until
documents-blank = Enter the series or the number
documents-issued = issued { $day }
documents-valid = until { $day }

# Events in the life of a person.
events-title = Life events
events-add = Event
events-none = No events yet: a wedding, a new car, the birth of a child, all that one congratulates on.
events-kind = What happened
events-day = Day
events-day-placeholder = 12 May 1994
events-day-hint = The year may be left out
events-no-day = Write the day like 12 May 1994 or 12 May
events-note = Note
events-reminds = Remind every year
events-next =
    { $days ->
        [0] today
        [one] { $day }, in { $days } day
       *[other] { $day }, in { $days } days
    }

# The map of influence.
influence-title = Map of influence
influence-none = The map is empty: note who reports to whom, who works with whom, and who influences whom.
influence-links = Who is linked with whom
influence-add = Link on the map
influence-who = Who
influence-does = Does what
influence-whom = With whom, to whom, whom
influence-open = Open the card
influence-no-role = No part noted
influence-hidden =
    { $count ->
        [one] { $count } more person without links or a part is not shown on the map
       *[other] { $count } more people without links or a part are not shown on the map
    }
influence-legend-leads = reports to the one above
influence-legend-works = work together
influence-legend-influences = influences
influence-legend-degree = degree of influence, up to five
