# What a new file begins with: kinds of operation, their results, the funnel, a template.
starter-kind-first-call = Call (reach the decision maker)
starter-kind-appointment = Call (fix a meeting)
starter-kind-call = Call
starter-kind-first-presentation = First presentation
starter-kind-presentation = Presentation
starter-kind-meeting = Meeting
starter-kind-materials = Information materials
starter-kind-offer = Commercial offer
starter-kind-invoice = Invoice
starter-kind-contract = Contract signing
starter-kind-letter = Letter
starter-kind-work = Errand
starter-result-decision-maker-found = Decision maker found
starter-result-not-reached = Not reached
starter-result-call-back = Asked to call back
starter-result-not-put-through = Not put through
starter-result-refused = Refused
starter-result-appointment-made = Meeting fixed
starter-result-wants-materials = Wants materials first
starter-result-agreed = Agreed
starter-result-interested = Interested
starter-result-another-meeting = Another meeting is needed
starter-result-thinks = Thinking it over
starter-result-not-interested = Not interested
starter-result-put-off = Put off
starter-result-sent = Sent
starter-result-not-needed = Not needed
starter-result-offer-accepted = Accepted
starter-result-offer-changes = Changes are asked for
starter-result-offer-declined = Declined
starter-result-paid = Paid
starter-result-invoice-sent = Sent, waiting for payment
starter-result-invoice-dropped = Dropped
starter-result-signed = Signed
starter-result-under-review = Under review
starter-result-disagreements = Disagreements on record
starter-result-answered = Answered
starter-result-no-answer = No answer
starter-result-done = Done
starter-result-partly-done = Partly done
starter-result-not-done = Not done
starter-checklist-first-contact =
    Greet and offer help
    Find out who decides and who has a say
    Do not keep them waiting: when to call back
starter-checklist-visit =
    Greeting and offer of help
    Surroundings: order, samples, tea
    Waiting time: five minutes at most
starter-checklist-talk =
    Wording: short and in the client’s language
    Questions: what matters to the client, what is in the way
    Listening: repeat what you have heard
starter-deal-decision-maker = Reach the decision maker
starter-deal-presentation = Presentation
starter-deal-offer = Commercial offer
starter-deal-contract = Contract
starter-deal-payment = Payment
starter-deal-work = Delivery
starter-loss-price = Too expensive
starter-loss-competitor = A competitor was chosen
starter-loss-no-need = No need
starter-loss-no-money = No budget
starter-loss-later = Put off to later
starter-loss-distrust = Doubts about us
starter-loss-no-contact = Gone silent
starter-supply = Supply of a program
starter-supply-sale = Sale
starter-supply-decision-maker = Reach the decision maker
starter-supply-presentation = Presentation, meeting
starter-supply-offer = Commercial offer
starter-supply-contract = Contract
starter-supply-payment = Payment
starter-supply-survey = Survey
starter-supply-development = Development
starter-supply-training = Staff training
starter-supply-needs = Meeting: talk about needs
starter-supply-discuss-offer = Call: talk about the offer
starter-supply-ask-payment = Call: remind of the payment
starter-supply-survey-talk = Meeting: survey
starter-supply-survey-report = Report of the survey
starter-supply-set-up = Set up the program
starter-supply-show = Meeting: show the program as set up
starter-supply-lessons = Lessons for users
starter-supply-ask-impressions = Call: how the work is going
