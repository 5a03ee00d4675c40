# Labels of a client’s card and of its form.

## What the fields are called, on the card, in the form and in the history.
card-name = Short name
card-full-name = Full name
card-inn = INN
card-kpp = KPP
card-ogrn = OGRN
card-ogrnip = OGRNIP
card-surname = Surname
card-first-name = First name
card-patronymic = Patronymic
card-sex = Sex
card-sex-male = Male
card-sex-female = Female
card-birthday = Birthday
# After the birthday; the age is in full years.
card-age =
    { $years ->
        [one] { $years } year
       *[other] { $years } years
    }
card-department = Department
card-position = Position
card-employer = Works at
card-external-id = External id
card-note = About
card-owner = Responsible
card-nobody = Nobody
card-roles = Role
card-role-potential = Potential
card-role-active = Active
card-role-former = Former
card-role-partner = Partner
card-role-competitor = Competitor
card-since = With us since
card-groups = Groups
card-group = Group
card-contact = Contact
card-channel = Kind of contact
card-channel-work-phone = Work
card-channel-mobile-phone = Mobile
card-channel-home-phone = Home
card-channel-fax = Fax
card-channel-email = E-mail
card-channel-web = Web site
card-address = Address
card-purpose = Kind of address
card-address-legal = Legal
card-address-registered = Registered
card-address-postal = Postal
card-address-actual = Actual
card-address-home = Home
card-postal-code = Postal code
card-region = Region
card-city = City
card-street = Street, house, office
card-account = Account
card-bank = Bank
card-bik = BIK
card-correspondent = Corr. account
# The mark of the main phone, address, account.
card-main = main
card-main-email = main

## The card.
card-back = Back
card-edit = Edit
card-more = More
card-add-person = Add a person
card-delete = Move to the bin
card-copy = Copy
card-copy-value = Copy { $value }
card-copied = Copied: { $text }
card-copy-requisites = Copy requisites
card-requisites-copied = Requisites copied
card-requisites = Requisites
card-person = Personal details
card-contacts = Contact
card-no-contacts = No phone and no e-mail yet
card-addresses = Addresses
card-accounts = Bank accounts
card-people = People
card-no-people = Nobody yet: add the one you talk to
card-work = Work
card-no-work = No employer entered
card-relation = Relations
card-nameless = No name
card-gone = This card is no longer there
card-gone-explained = It was deleted, or you may not see it. A deleted card can be restored from the bin.
# The tabs of a card. That of people is called as its list.
card-tab-overview = Overview
card-tab-work = Work and links
card-tab-biography = Biography
card-tab-profile = Portrait
card-tab-notes = Notes
card-tab-files = Files
card-tab-history = History
card-tab-papers = Documents
card-people-more =
    { $count ->
        [one] One more person
       *[other] { $count } more people
    }
# Asked where something was typed on the card and not saved.
card-leaving-explained = What was typed on the card is not saved yet.

# How far the relationship has come, in a few words.
card-stage = stage: { $stage }

card-history = History of changes
card-history-more =
    { $count ->
        [one] { $count } more change
       *[other] { $count } more changes
    }
card-history-created = Card created
card-history-deleted = Moved to the bin
card-history-restored = Restored from the bin
card-history-undo = undo
card-history-redo = redo

## The form.
form-new-organization = New organisation
form-new-person = New person
form-organization = Organisation
form-save = Save
form-cancel = Cancel
form-unsaved = not saved
form-remove = Remove
form-make-main = Make it the main one
form-name-placeholder = Romashka Ltd
form-phone-placeholder = +7 812 350-94-14
form-email-placeholder = mail@romashka.ru
form-web-placeholder = romashka.ru
form-add-phone = Phone
form-add-email = E-mail
form-add-fax = Fax
form-add-web = Web site
form-add-address = Address
form-add-account = Account
# Fills an empty address with another one, such as “legal”.
form-same-as = Same as { $address }
form-note-placeholder = What to remember about this client
form-groups-placeholder = Find or create a group
form-groups-all = All groups
form-groups-create = Create the group “{ $name }”
form-employer-placeholder = Start typing the name or the INN
form-employer-create = Create the organisation “{ $name }”
form-employer-new = The organisation will be created together with this card
form-employer-open = Choose an organisation from the list, or create a new one
form-sex-guessed = Guessed by the name
form-birthday-placeholder = 12.05.1980 or 12 May
form-birthday-meant = That is { $day }
form-same-inn = This INN is in the base already: { $name }
form-open-card = Open the card
form-read-only = The file is open read-only: nothing can be saved
form-news = Somebody has changed this card meanwhile. Your edits are safe: they will be joined when you save, and you will be asked where both changed the same field.
form-error-name = Enter the short or the full name
form-error-person-name = Enter the surname or the first name
form-error-birthday = This is not a date. Enter it as 12.05.1980 or 12 May, or clear the field
form-error-since = This is not a date. Enter it as 12.05.2020, or clear the field
form-error-employer = Choose an organisation from the list, create a new one, or clear the field
form-leaving-title = Save the changes?
form-leaving-explained = What you have typed will be lost unless you save it.
form-discard = Don’t save
form-stay = Stay
form-clash-title = Somebody else has changed these fields too
form-clash-explained = All other edits, yours and theirs, will be joined. Choose which value to keep in each of these fields.
form-clash-mine = My value
form-clash-theirs = Their value
form-clash-before = Before: { $value }
form-clash-back = Back to the form
form-in-group = In the group
form-not-in-group = Not in the group
form-yes = Yes
form-no = No
form-employer-left = The former employer is kept in the career
form-departments-all = All departments
form-term-placeholder = Choose or type
form-term-new = A new value: it will be added to the dictionary
form-term-create = Add “{ $name }”
form-terms-all = All values
form-card-placeholder = Name or INN
form-meant = This is { $value }
form-error-date = This cannot be read as a date. Type it as 12.05.2027, or clear it
form-error-number = This cannot be read as a number. Type it as 1,234.5, or clear it
form-error-money = This cannot be read as an amount. Type it as 1,234.50, or clear it
form-error-card = Choose a card from the list, or clear it
form-next = What comes next
form-next-step-placeholder = Call, send an offer
form-time-placeholder = In the afternoon, not on Fridays
form-checked-today = Checked today
form-custom = Custom fields
form-portrait = Portrait
form-topic-market = Market and business
form-topic-goals = Goals and culture
form-topic-strengths = Strengths and weaknesses
form-topic-education = Education and skills
form-topic-interests = Interests and tastes
form-topic-family = Family
# Above the form, while one types; what is missing are labels of fields.
form-filled = { $percent }% filled in, missing: { $missing }
form-filled-all = All that is wanted is filled in

# Pasting a sheet of requisites, a signature or a card into the form: what was recognised.
form-paste = Paste requisites
form-paste-explained = What is ticked goes into the card. Tick yourself what would replace something: ↑ ↓, Space, Enter.
form-paste-nothing = The copied text says nothing that the card does not say already.
form-paste-empty = Copy a text with requisites, a signature or a card, and press again
form-paste-replaces = Now: { $value }
form-paste-apply =
    { $count ->
        [one] Paste one field
       *[other] Paste { $count } fields
    }
form-paste-newcomer = Contact person
form-newcomer = Entered together with the organisation: { $name }
form-newcomer-dismiss = Do not enter
# The cases of a name and a position: a dialog over the card.
cases-item = Cases of name and position…
cases-title = Cases
cases-name = Name
cases-position = Position
cases-hint = Pale: by the rules. Type a form of your own where the rules are wrong: contracts and letters take it. An empty field brings the rule back.
cases-reset = By the rules
cases-cancel = Cancel
cases-save = Save
cases-reading = Reading…
case-nominative = Nominative
case-genitive = Genitive
case-dative = Dative
case-accusative = Accusative
case-instrumental = Instrumental
case-prepositional = Prepositional
