# The language of filters: names of fields and phrases as one types them. What a filter is written
# with stands first, what is understood too behind it; # is the place of a number.
filter-field-name = name; short name
filter-field-full-name = full name
filter-field-inn = INN; taxpayer number
filter-field-kpp = KPP
filter-field-ogrn = OGRN; OGRNIP
filter-field-surname = surname; last name
filter-field-first-name = first name
filter-field-patronymic = patronymic
filter-field-department = department
filter-field-position = position
filter-field-external-id = external id
filter-field-note = about; note
filter-field-situation = market situation; situation
filter-field-products = products; product
filter-field-customers = customers
filter-field-market-position = market position
filter-field-goals = goals
filter-field-culture = culture
filter-field-indicators = indicators
filter-field-strengths = strengths
filter-field-weaknesses = weaknesses
filter-field-education = education
filter-field-skills = skills
filter-field-hobbies = hobbies
filter-field-likes = likes
filter-field-dislikes = dislikes
filter-field-family = family
filter-field-preferred-time = best time; preferred time
filter-field-next-step = next step
filter-field-owner = responsible; owner
filter-field-role = role
filter-field-sex = sex
filter-field-birthday = birthday
filter-field-employer = employer; works at; organisation
filter-field-since = client since; since
filter-field-segment = segment; market segment
filter-field-source = source
filter-field-category = category; kind of counterparty
filter-field-stage = stage
filter-field-recommended-by = recommended by
filter-field-preferred-medium = preferred channel; channel
filter-field-political-role = role in decisions
filter-field-influence = influence
filter-field-next-step-on = next step date; next step on
filter-field-checked-on = checked; checked on
filter-field-phone = phone
filter-field-email = e-mail; email; mail
filter-field-web = web site; site; web page
filter-field-city = city; town
filter-field-region = region
filter-field-postal-code = postal code; zip
filter-field-street = street; address
filter-field-account = account; bank account
filter-field-bank = bank
filter-field-bik = BIK
filter-field-group = group; groups
filter-field-team = team
filter-field-completeness = completeness
filter-field-created-on = created; created on

# Phrases.
filter-word-and = and
filter-word-or = or
filter-word-not = not
filter-word-is = is; equals
filter-word-is-not = is not; differs from
filter-word-contains = contains; contain; includes; has
filter-word-begins = begins with; starts with
filter-word-empty = is empty; empty; is missing; missing; is unknown
filter-word-filled = is filled; filled; is not empty; not empty; is known; exists
filter-word-between = between; from
filter-word-to = and; to; till
filter-word-any-of = is any of; is one of; any of; one of; in; is in
filter-word-none-of = is none of; none of; not in; is not in; is not any of
filter-word-today = is today; today
filter-word-this-week = is this week; this week
filter-word-this-month = is this month; this month
filter-word-this-year = is this year; this year
filter-word-next = is within the next # days; is within the next # day; within the next # days; within the next # day; in the next # days; in the next # day; next # days
filter-word-last = is within the last # days; is within the last # day; within the last # days; in the last # days; in the last # day; last # days
filter-word-months-ago = is over # months ago; is over # month ago; over # months ago; is older than # months; is older than # month; older than # months; older than # month; more than # months ago
filter-word-past = is before today; before today; is in the past; is overdue; overdue
filter-word-future = is after today; after today; is in the future
filter-word-yes = yes
filter-word-no = no
filter-word-me = me
filter-word-view = view

# The phrases with a number, as they are written; each form is understood too.
filter-say-next =
    { $count ->
        [one] is within the next { $count } day
       *[other] is within the next { $count } days
    }
filter-say-last =
    { $count ->
        [one] is within the last { $count } day
       *[other] is within the last { $count } days
    }
filter-say-months-ago =
    { $count ->
        [one] is over { $count } month ago
       *[other] is over { $count } months ago
    }

# What is wrong with a typed filter: the place, what belongs there, what was perhaps meant.
filter-expected-field = the name of a field belongs here (a value with “and” in it goes in quotes)
filter-expected-test = a comparison belongs here: =, <>, contains, is filled, is empty
filter-expected-suitable-test = this field cannot be asked so
filter-expected-value = a value belongs here
filter-expected-number = a number belongs here
filter-expected-day = a day belongs here, such as 29 Jun 2026
filter-expected-choice = the field has no such value
filter-expected-yes-no = “yes” or “no” belongs here
filter-expected-view = there is no such saved view
filter-expected-list = a list in brackets belongs here: (A, B)
filter-expected-second-end = the second end belongs here: and …
filter-expected-closing = a closing bracket is missing
filter-expected-quote = the quotation mark is not closed
filter-expected-connective = AND, OR or the end belongs here
filter-expected-shallower = too many brackets within one another
filter-mistake = Place { $place }, “{ $found }”: { $expected }.
filter-mistake-at-end = At the end: { $expected }.
filter-near = Did you mean { $names }?
# Why a filter that was understood cannot be asked.
filter-fault-field = The filter names a field that is gone, or that this list does not have. Take that condition out.
filter-fault-unsuitable = The field “{ $field }” cannot be asked so. Change that condition.
filter-fault-view = The filter names a saved view that is gone. Take that condition out.
filter-fault-cycle = A saved view names itself. Change its filter.
