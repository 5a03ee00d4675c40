# Settings of papers: numbers, kinds of contract, payment, rates of tax.
settings-papers = Papers
papers-numbering = Numbers
papers-mask-hint = { "{n:02}" } is a counter of two digits, { "{yy}" } and { "{yyyy}" } the year, { "{mm}" } the month, { "{dd}" } the day. Where the number tells the year, each year counts anew.
papers-next = Next: { $number }
papers-kinds = Kinds of contract
papers-kinds-hint = Supply, support, licence. A kind may have numbers of its own.
papers-no-kinds = No kinds of contract yet.
papers-kind-new = New kind
papers-kind-name = Name
papers-kind-mask = Numbered as others
papers-kind-as-others = Numbered as all contracts
papers-kind-support = Support
papers-kind-nameless = Write the name of the kind
papers-kind-taken = There is such a kind already
papers-kind-used =
    { $count ->
        [one] { $count } paper or template is of this kind: the kind stays, it can be renamed.
       *[other] { $count } papers and templates are of this kind: the kind stays, it can be renamed.
    }
papers-payment = Payment of invoices
papers-payment-days = To be paid in, days
papers-payment-days-wrong = A number of days from 0 to 365
papers-payment-days-hint = On that day stands the task “payment of the invoice”.
papers-nobody = Nobody
papers-controller = Controller of payments
papers-controller-hint = Sees the tasks for the payment of all invoices.
papers-tax = Rates of VAT
papers-tax-hint = As Russia has them. When the law changes, enter the new rate with its date.
papers-tax-own = The rates of your office.
papers-tax-edit = Edit
papers-tax-country = Back to those of Russia
papers-tax-class = Rate
papers-tax-rate = Per cent
papers-tax-from = Holds from
papers-tax-until = Until
papers-tax-now = Now
papers-tax-add = Rate
papers-tax-rate-wrong = From 0 to 100
papers-tax-day-wrong = A date such as 1 Jan 2026
papers-tax-days-wrong = Before its beginning
