# The search over everything (Ctrl K).
search-placeholder = Search everything: name, phone, INN, number of a contract
search-recent = Opened lately
search-papers = Papers
search-deeds = Actions
search-reading = Searched for “{ $text }”: nothing is written as it was typed
search-cut =
    { $count ->
        [one] The first one is shown; type more to narrow it down
       *[other] The first { $count } are shown; type more to narrow it down
    }
search-found = { $count } found · { $time } ms
search-nothing = Nothing found
search-nothing-hint = Names, phones, INN and OGRN, e-mail and web addresses are searched. A part of a word or a number is enough.

# Beside a hit: what kind of card it is, and which number or address was found.
search-organization = Organisation
search-person = Person
search-why-inn = INN { $value }
search-why-ogrn = OGRN { $value }
search-why-phone = Phone { $value }
search-why-email = E-mail { $value }
search-why-web = Web { $value }

# What can be done from the search; found by these words, too.
search-create-organization = New organisation
search-create-person = New person
search-import = Import from Excel or CSV
search-past-imports = Past imports
search-export-all = Export everything to a folder
search-calendar = Calendar
search-groups = Groups
search-letters = Mailings: letters, envelopes, labels
search-bin = Bin
search-history = Log of changes
search-settings = Settings
search-shortcuts = Keyboard shortcuts

# The line at the bottom: what the keys do.
search-move = choose
search-open = open
search-close = close
