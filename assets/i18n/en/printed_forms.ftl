# Names of the printed forms that come with the program: in the list of templates and in names of files.
printed-invoice = Invoice
printed-act = Act of services
printed-waybill = Waybill
printed-supply-contract = Supply contract
printed-offer = Offer
printed-letter = Letter
printed-greeting = Birthday greeting
printed-envelope-dl = Envelope DL (220 × 110 mm)
printed-envelope-c5 = Envelope C5 (229 × 162 mm)
printed-labels = Labels 3 × 8 (70 × 37 mm)
