# Words for what is known of a client beyond its requisites: labels, closed lists.
profile-situation = Market situation
profile-products = What it makes or sells
profile-customers = Who its customers are
profile-market-position = Position on the market
profile-goals = Current goals
profile-culture = Corporate culture
profile-indicators = What it judges itself by
profile-strengths = Strengths
profile-weaknesses = Weaknesses
profile-education = Education
profile-skills = Further skills
profile-hobbies = Hobbies and interests
profile-likes = Likes
profile-dislikes = Dislikes
profile-family = Family, pets
profile-preferred-time = Best time
profile-next-step = Next step

# How far the relationship has come.
stage-prospect = Prospect
stage-responder = Responder
stage-active = Active
stage-former = Former

# A way to reach somebody.
medium-phone = Phone
medium-email = E-mail
medium-messenger = Messenger
medium-meeting = Meeting
medium-post = Letter
medium-fax = Fax
medium-web = Web

# The part a person plays in decisions.
political-role-decision-maker = Decides
political-role-adviser = Advises
political-role-supporter = Supports us
political-role-opponent = Opposes us
political-role-gatekeeper = Opens doors
political-role-user = Uses
political-role-payer = Pays

# Kinds of identity document.
document-kind-passport = Passport
document-kind-travel-passport = Travel passport
document-kind-driving-licence = Driving licence
document-kind-birth-certificate = Birth certificate
document-kind-military-card = Military card
document-kind-residence-permit = Residence permit
document-kind-other = Other document

# Events of a life.
event-kind-licence = Driving licence
event-kind-university = University
event-kind-new-job = New job
event-kind-family-feast = Family feast
event-kind-house = New home
event-kind-car = New car
event-kind-marriage = Marriage
event-kind-birth = Birth of a child
event-kind-divorce = Divorce
event-kind-dismissal = Dismissal
event-kind-retirement = Retirement
event-kind-other = Other event

# What a consent is about.
consent-subject-mailing = Mailings
consent-subject-personal-data = Personal data

# What a custom field holds.
shape-text = Text
shape-number = Number
shape-money = Money
shape-date = Date
shape-yes-no = Yes or no
shape-list = List
shape-multi-list = List, several values
shape-link = Link to a card

# Links between two cards, as each of them names the other.
link-reports-to = Reports to
link-reports-to-reverse = Leads
link-works-with = Works with
link-influences = Influences
link-influences-reverse = Influenced by
link-advises = Advises
link-advises-reverse = Advised by
link-owns = Owns
link-owns-reverse = Owned by
link-includes = Subsidiary
link-includes-reverse = Parent company
link-supplies = Supplies
link-supplies-reverse = Supplied by
link-competes = Competitor
link-related = Relative
link-friends = Friend

# Labels of the other values of a card.
profile-segment = Market segment
profile-source = Source
profile-category = Kind of counterparty
profile-stage = Stage
profile-recommended-by = Recommended by
profile-preferred-medium = Preferred channel
profile-political-role = Role in decisions
profile-influence = Degree of influence
profile-next-step-on = Next step on
profile-checked-on = Checked on
profile-value = Custom field

# Fields an office may require, as far as they are not named elsewhere.
item-phone = Phone
item-email = E-mail
item-web = Web page
