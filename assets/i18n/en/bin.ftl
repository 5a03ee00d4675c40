# The bin: deleted cards and papers.
bin-title = Bin
bin-told =
    { $count ->
        [one] { $count } card
       *[other] { $count } cards
    }
bin-told-latest = the latest { $count }
bin-tab-cards = Cards · { $count }
bin-tab-papers = Documents · { $count }
bin-restore = Restore
bin-restore-chosen = Restore { $count }
bin-name = Name
bin-kind = Kind
bin-when = Deleted
bin-how = Action
bin-organization = Organisation
bin-person = Person
bin-empty = The bin is empty
bin-empty-hint = Deleted cards come here with their phones, addresses and accounts. They can be brought back.
