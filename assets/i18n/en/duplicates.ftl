# Cards that look alike: why, the list of pairs, and the merge of cards.
duplicate-same-inn = the same INN
duplicate-other-kpp = the same INN with another KPP: rather a branch
duplicate-similar-inn = the INN differs in one digit
duplicate-same-ogrn = the same OGRN
duplicate-same-account = the same bank account
duplicate-same-phone = the same phone
duplicate-same-phone-otherwise = the same phone written otherwise
duplicate-same-email = the same e-mail
duplicate-same-site = the same site
duplicate-same-address = the same address
duplicate-same-name = the same name
duplicate-same-person = the same full name
duplicate-other-alphabet = the same name in the other alphabet
duplicate-similar-name =
    { $letters ->
        [one] the name differs in { $letters } letter
       *[other] the name differs in { $letters } letters
    }
duplicate-longer-name = one name is a part of the other
duplicate-initials = the same surname, the initials fit
duplicate-same-first-name = the same surname and first name
duplicate-same-birthday = the same birthday
duplicate-same-employer = the same employer
duplicate-same-city = the same town
duplicates-title = Duplicates
duplicates-told =
    { $count ->
        [one] { $count } pair of similar cards
       *[other] { $count } pairs of similar cards
    }
duplicates-import-only = from the last import alone
duplicates-show-all = Show all
duplicates-search = Search again
duplicates-searching = Comparing cards
duplicates-searching-hint = You can go on working: the search runs beside.
duplicates-percent = { $percent }%
duplicates-stop = Stop
duplicates-stopped = The search was stopped
duplicates-stopped-hint = Nothing was changed. You can search again.
duplicates-none = No similar cards
duplicates-none-hint = All cards were compared by INN, phones, e-mails, addresses and names.
duplicates-accept =
    { $count ->
        [one] Merge the certain one: { $count }
       *[other] Merge the certain ones: { $count }
    }
duplicates-accept-hint = Pairs with the same INN and the same name
duplicates-merge = Merge
duplicates-distinct = Not the same
duplicates-score = Likeness
duplicates-pair = Cards
duplicates-why = Why
duplicates-percent-alike = { $score }%
duplicates-open = Open the card
duplicates-suspect = This client seems to be here already: { $name } — { $reasons }
duplicates-suspect-more = and { $count } more
merge-title = Merge of cards
merge-survivor = This card stays
merge-make-survivor = Keep this one
merge-all = Take all together
merge-united = Phones, addresses, accounts, groups, links, notes, files, departments and people of all cards are united without doubles. One card stays, the others go to the bin; the merge can be taken back at any time.
merge-same = In everything else the cards do not contradict each other.
merge-do = Merge
merge-select-two = Select two cards or more to merge them
merge-too-many = At most { $most } cards can be merged at once
merge-cancel = Do not merge
