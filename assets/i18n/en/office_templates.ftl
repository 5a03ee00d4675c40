# Templates of documents: the tab “Templates” of the page “Documents”; news of a template that is open in another program.
office-templates-page = Documents
office-templates-title = Templates
office-templates-register = Register
office-templates-add = Add a template
office-templates-choose = Template of a document
office-templates-files = Documents of Word
office-templates-path = Path of a .docx, .dotx, .docm or .dotm file
office-templates-keys = ↑ ↓ choose, Alt ↑ ↓ order, Enter edits in Word, F2 names, Insert adds, Delete removes. A file can be dropped on the window.
office-templates-macros = The template has macros
office-templates-macros-explained = “{ $name }” has macros: small programs that Word may run for everybody who opens the document. Documents made from this template keep them and end in .docm.
office-templates-macros-warning = Keep macros only if you know who wrote them and what for.
office-templates-macros-keep = Take it with its macros
office-templates-usual = usual
office-templates-of-program = form of the program
office-templates-take = Take as a template of your own
office-templates-form-alone = While you have no templates of your own, documents are made from this form. Take it as a start: the copy can be changed in Word as you like, the form itself stays.
office-templates-form-beside = The form of the program is always at hand beside your own templates. A copy of it can be changed in Word as you like.
office-templates-edit = Edit in Word
office-templates-replace = Another file…
office-templates-name = Name
office-templates-nameless = Give the template a name
office-templates-kind = For documents
office-templates-contract = Kind of contract
office-templates-any-contract = Any
office-templates-delimiters = Signs around fields
office-templates-delimiters-hint = Opening and closing, a blank between: {"{{ }}"}, [[ ]], << >>
office-templates-no-delimiters = Two different signs with a blank between are needed
office-templates-missing = A field the program does not have
office-templates-missing-error = An error: make no document
office-templates-missing-blank = Leave it empty
office-templates-missing-keep = Leave it as it is
office-templates-save = Save
office-templates-leave = Do not save
office-templates-unsaved = Save the changes first, or give them up.
office-templates-up = Further up
office-templates-down = Further down
office-templates-remove = Remove the template
office-templates-broken = cannot be read
office-templates-fields = { $count ->
    [one] { $count } field
   *[other] { $count } fields
}
office-templates-unknown = { $count } unknown
office-templates-checked = { $count ->
    [0] The template has no fields: all documents made from it will be the same.
    [one] The template has { $count } field.
   *[other] The template has { $count } fields.
}
office-templates-unknown-field = The field “{ $name }” is unknown ({ $place })
office-templates-unknown-nearest = The field “{ $name }” is unknown ({ $place }); perhaps “{ $nearest }”
office-templates-more = and { $count } more
# The template is open in another program.
office-templates-opened = The template is open. Save it there, and the changes come here by themselves.
office-templates-taken = The template “{ $title }” is up to date: { $fields ->
    [one] { $fields } field
   *[other] { $fields } fields
}{ $unknown ->
    [0] , all known.
   *[other] , { $unknown } unknown.
}
