# Papers and sales: kinds of paper, what has become of them, tax, the tasks they make.
paper-offer = Offer
paper-offer-short = Offer
paper-contract = Contract
paper-invoice = Invoice
paper-act = Act
paper-waybill = Waybill
paper-letter = Letter
paper-titled = { $kind } No. { $number } of { $date }
paper-draft = Draft
paper-sent = Sent
paper-issued = Issued
paper-accepted = Accepted
paper-signed = Signed
paper-closed = Fulfilled
paper-declined = Declined
paper-terminated = Terminated
paper-cancelled = Cancelled
paper-payment-task = Payment of invoice No. { $number }
paper-renewal-task = Renewal of contract No. { $number }
paper-obligation-task = { $text } (contract No. { $number })
paper-payment-purpose = Payment: { $paper }
# Who signs: "director Julia Kim, acting on the basis of the charter".
paper-acting = { $who }, { $sex ->
    [f] acting
   *[m] acting
} on the basis of { $basis }
tax-none = No VAT
tax-zero = Zero rate
tax-special-5 = Special 5%
tax-special-7 = Special 7%
tax-reduced = Reduced rate
tax-standard = Standard rate
tax-per-cent = { $rate }%
tax-included = VAT included
tax-on-top = VAT on top
tax-rounded-per-line = Round VAT on each line
tax-rounded-per-document = Round VAT per document
sale-in-sale = Offered
sale-ordered = Ordered
sale-delivered = Delivered
sale-supported = Supported
picture-logo = Logo
picture-stamp = Stamp
picture-signature = Signature of the head
picture-accountant-signature = Signature of the accountant
sales-usual-list = Main price list
