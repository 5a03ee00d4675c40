# Templates of Word: what is wrong with one or with the data, where, and what the commands fill and fields answer.
fill-fault-at = { $place }: { $problem }
fill-fault-letter = document { $number }: { $fault }
fill-faults = { $count ->
    [one] The template could not be filled: one fault.
   *[other] The template could not be filled: { $count } faults.
}
fill-near = “{ $near }”

# Why; the middle of a sentence.
fill-not-word = this is no document of Word (.docx, .dotx)
fill-old-word = this is a document of Word before 2007; open it in Word and save it as .docx
fill-locked = the document is locked with a password; save it without one
fill-damaged = the document is damaged or cut off
fill-damaged-part = the document is damaged (part { $part })
fill-too-large = the document is larger than any text, or packed to burst
fill-escaping-name = a part is called { $name } and leads out of the document
fill-same-name = two parts are called { $name }
fill-doctype = part { $part } declares a document type, which no document of Word does
fill-macros = the template has macros; save it as .docx, or allow them
fill-macros-in-docx = the document keeps its macros; give it a name that ends with .docm
fill-unclosed = the field { $text } is not closed in its paragraph
fill-unclear = “{ $text }” is not understood
fill-unknown-filter = there is no filter “{ $name }”
fill-unknown-filter-nearest = there is no filter “{ $name }”; perhaps “{ $nearest }”
fill-never-closed = “{ $name }” is begun and never ended
fill-never-opened = { $text } ends something that was never begun
fill-wrong-end = “{ $begun }” was begun, “{ $ended }” is ended
fill-crossing = “{ $name }” begins here and ends elsewhere ({ $end }); put both into one paragraph, alone into paragraphs, or into rows of one table
fill-unsupported-field = the field { $name } of Word asks or fetches something while merging, which is not done here; put a field such as {"{{name}}"} in its place
fill-skip-beside-next = SKIPIF beside NEXT: choose the records before, and take SKIPIF out of sheets that hold several
fill-nothing-left = SKIPIF leaves out all records
fill-missing = the field “{ $name }” is missing in the data
fill-missing-nearest = the field “{ $name }” is missing in the data; perhaps “{ $nearest }”
fill-not-a-date = “{ $value }” in the field “{ $name }” is no date
fill-not-a-number = “{ $value }” in the field “{ $name }” is no number
fill-not-in-language = “{ $what }” cannot be said in this language
fill-not-a-text = “{ $name }” is a list or a group of fields, and no text
fill-not-a-picture = “{ $name }” is no picture that Word shows (PNG, JPEG, GIF, BMP)
fill-too-long-for-qr = “{ $name }” is too long for a QR code
fill-not-in-list = “{ $value }” is not in the list of the control “{ $name }”
fill-unsafe-link = “{ $value }” in the field “{ $name }” is no address a link may lead to (http, https, mailto, tel)
fill-bad-data = the data are no JSON: line { $line }, column { $column }
fill-no-fields = the data have to be a JSON object, or a list of objects
fill-bad-delimiters = “{ $text }” are no delimiters; write two texts with a blank, such as {"\"{{ }}\""}

# Where; put one behind the other with commas.
fill-story-header = header of section { $number }
fill-story-footer = footer of section { $number }
fill-story-footnotes = footnotes
fill-story-endnotes = endnotes
fill-story-comments = comments
fill-story-properties = properties of the file
fill-paragraph = paragraph { $number }
fill-table = table { $number }
fill-row = row { $number }
fill-cell = cell { $number }
fill-text-box = text box in paragraph { $number }
fill-note = note { $number }

# What a field is there for; the command fields.
fill-kind-value = text
fill-kind-repeat = repeat
fill-kind-condition = condition
fill-kind-picture = picture
fill-kind-qr = QR code
fill-kind-mail-merge = mail merge
fill-kind-control = content control
fill-field = { $name } ({ $kind }): { $places }
fill-no-field = The template has no fields.
fill-notice-external = Word will load from outside: { $target } ({ $kind })
fill-notice-risky = the field { $name } makes Word run or fetch something
fill-notice-mail-merge = the source of its mail merge is left out of the documents
fill-notice-macros = it has macros; they stay in the documents
fill-written = { $count ->
    [one] Written: { $first }
   *[other] Written: { $count } files, { $first } to { $last }
}
