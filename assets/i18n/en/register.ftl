# The register of papers and the list of invoices: columns, filters, menus; papers on a card.
register-title = Documents
register-count = { $count ->
        [one] { $count } document
       *[other] { $count } documents
    }
register-count-invoices = { $count ->
        [one] { $count } invoice
       *[other] { $count } invoices
    }
register-new = New document
register-new-invoice = New invoice
register-search = Number, subject, client, text
register-all = All
register-offers = Offers
register-contracts = Contracts
register-invoices = Invoices
register-acts = Acts
register-waybills = Waybills
register-letters = Letters
register-unpaid = Unpaid
register-overdue = Overdue
register-any-state = Any state
register-state-issued = Issued, sent
register-state-accepted = Accepted, signed
register-any-manager = Everybody
register-any-company = All our companies
register-any-contract-kind = Any kind of contract
register-kind = Kind
register-number = Number
register-date = Date
register-client = Client
register-signatory = Signatory
register-subject = Subject
register-total = Sum
register-state = State
register-payment = Payment
register-paid = Paid
register-debt = Debt
register-due = Due
register-manager = Responsible
register-files = Files
register-is-paid = Paid
register-late = { $day } · { $days } d
register-invoiced = Invoiced
register-overdue-sum = Overdue
register-open = Open
register-open-client = Card of the client
register-make = Make from it: { $kind }
register-pay = Enter a payment
register-delete = Delete
register-show-all = Show all
register-nothing-found = Nothing found
register-nothing-found-why = A part of the number, the subject, the client and the text inside made files are looked for. Change the words or take the filters off.
register-empty = No documents yet
register-no-invoices = No invoices yet
register-empty-why = Contracts, invoices, acts and letters that are made here or on a client's card gather in this list.
papers-title = Documents
papers-none = No documents yet.
papers-new-contract = Contract
papers-new-invoice = Invoice
papers-new-payment = Enter a payment
papers-settlement = Settlement
papers-no-settlement = No invoices and payments so far.
papers-payments = Payments
papers-no-payments = No payments yet.
papers-more-payments = Show { $count } more
papers-paid-for = invoice { $invoices }
papers-goods = What the client has
papers-no-goods = What is offered to the client, ordered, delivered and supported will stand here.
# Several lines at once of a list of papers, payments, balances or products.
selected-letters = Letters to clients
selected-delete = Delete
selected-total = Total
selected-debt = Debt
