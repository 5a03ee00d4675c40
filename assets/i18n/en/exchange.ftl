# Import and export.

## Why a file cannot be read as a table; put into error-unreadable-table.
table-fault-empty = it has no row with anything in it
table-fault-no-cards = there is no vCard in it
table-fault-not-a-table = it is neither a table nor text
table-fault-not-a-workbook = it is an archive or a document, not a workbook of Excel or LibreOffice
table-fault-protected = the workbook is locked with a password; remove it and try again
table-fault-damaged = the workbook is damaged or was not copied whole; open it in Excel or LibreOffice and save it again
table-fault-web-page = it is a web page or XML named like a workbook; open it in Excel or LibreOffice and save it as .xlsx
table-fault-no-sheet = the workbook has no sheet “{ $name }”
table-fault-no-statement = it names no columns of date and sum; a bank statement is needed: a file of 1C (1CClientBankExchange) or a table with titles
table-fault-no-prices = it names no column of product names; name the columns in the first row
table-fault-too-many-columns = it has { $count ->
    [one] { $count } column
   *[other] { $count } columns
}; check the delimiter
table-fault-unclosed-quote = the quote opened in row { $row } is never closed

## Why a cell cannot be taken; the reason of a refused row.
cell-fault-spoiled = “{ $text }”: a spreadsheet has spoiled the number, some digits are lost. Format the column as text and enter the number again
cell-fault-not-a-date = “{ $text }” is not a date. 2025-12-31 or 31.12.2025 would do
cell-fault-not-a-phone = “{ $text }” is not a telephone number
cell-fault-not-yes-or-no = “{ $text }”: yes or no is needed
cell-fault-not-a-sex = “{ $text }”: the sex is needed, “m” or “f”
cell-fault-not-a-role = “{ $text }”: there is no such kind of client. There are prospective, active, former, partner, competitor
cell-fault-not-a-number = “{ $text }” is not a number that may stand there
cell-fault-not-one-of = “{ $text }”: there is no such value

## Why a row is refused, or taken without a part of it.
row-fault-cell = { $column }: { $fault }
row-fault-no-name = There is no name
row-fault-ambiguous = { $count ->
    [one] { $count } client matches
   *[other] { $count } clients match
}: no telling which one to update
row-fault-no-employer = There is no organization “{ $name }”: the person is taken without a place of work
row-fault-many-employers = Several organisations are called “{ $name }”: the person is taken without a place of work
row-fault-no-client = There is not exactly one client called “{ $name }”: the row is taken without that link

## What a column of a table fills; the choices above the preview of an import.
column-ignore = Do not import
column-name = Name
column-full-name = Full name
column-legal-form = Legal form
column-person-name = Full name in one cell
column-surname = Surname
column-first-name = First name
column-patronymic = Patronymic
column-sex = Sex
column-birthday = Birthday
column-employer = Organisation
column-employer-id = External code of the organisation
column-position = Position
column-department = Department
column-inn = INN
column-kpp = KPP
column-ogrn = OGRN
column-phone = Phone
column-phone-mobile = Mobile phone
column-phone-home = Home phone
column-fax = Fax
column-email = E-mail
column-web = Website
column-legal-address = Legal address
column-legal-postal-code = Legal address: postal code
column-legal-region = Legal address: region
column-legal-city = Legal address: town
column-legal-street = Legal address: street
column-postal-address = Postal address
column-postal-postal-code = Postal address: postal code
column-postal-region = Postal address: region
column-postal-city = Postal address: town
column-postal-street = Postal address: street
column-address = Actual address
column-postal-code = Actual address: postal code
column-region = Actual address: region
column-city = Actual address: town
column-street = Actual address: street
column-account = Account
column-iban = IBAN
column-bank = Bank
column-bik = BIK
column-correspondent-account = Correspondent account
column-roles = Kind of client
column-responsible = Responsible
column-groups = Groups
column-since = Client since
column-external-id = External code

## Words in the cells of an export; an import reads them again.
export-sex-male = male
export-sex-female = female
export-role-potential = potential
export-role-active = active
export-role-former = former
export-role-partner = partner
export-role-competitor = competitor

## The import, step by step.
import-title = Import
# Beside the title: the file, and about how many rows it has.
import-about = { $name } · { $rows ->
        [one] about { $rows } row
       *[other] about { $rows } rows
    }
# The same for a file of cards.
import-about-cards = { $name } · { $cards ->
        [one] { $cards } card
       *[other] { $cards } cards
    }
import-step-file = File
import-step-columns = Columns
import-step-check = Check
import-step-done = Result
import-tables = Tables and cards
import-choose = Choose a file
import-open = Open
import-path = Or the path of the file
import-path-placeholder = /home/me/clients.xlsx
import-file-title = Take clients from a table or from cards
import-file-hint = CSV, XLSX, XLS, ODS, DBF or vCard. Drop a file on the window or choose one. Until the last step nothing in the base is changed.
import-no-dialog = There is no file dialog here: type the path.
import-kind = What the rows are
import-encoding = Encoding
import-encoding-cp866 = CP866 (DOS)
import-delimiter = Delimiter
import-delimiter-semicolon = ; semicolon
import-delimiter-tab = Tab
import-delimiter-comma = , comma
import-delimiter-bar = | bar
# The mapping of columns kept under a name, beside the encoding.
import-mapping = Mapping of columns
import-mapping-none = As recognised
import-mapping-name = Name of the mapping
import-mapping-save = Keep this mapping under a name
import-mapping-update = Keep the changes of this mapping
import-mapping-rename = Rename
import-mapping-delete = Remove
import-mapping-keep = Keep
import-mapping-cancel = Cancel
import-sheet = Sheet
import-header = Names of columns
import-header-none = None
import-header-row = In row { $row }
import-no-column = There is no such field
import-find-column = Find a field
import-update-by = Where the client is known already
import-update-none = Don’t look: every row is new
import-update-inn = Update, known by INN
import-update-email = Update, known by e-mail
import-update-phone = Update, known by phone
import-update-name = Update, known by name
import-update-external-id = Update, known by external code
import-skip-bad-cells = Leave out an unreadable cell, take its row
import-make-employers = Make organizations that are not in the base yet
import-needs-name = Say which column holds the name
import-needs-key = Say which column clients are known by
import-back = Back
import-check = Check
import-checking = Checking the rows
import-checking-hint = Nothing in the base is changed.
import-working = Importing the rows
import-working-hint = You can go on working. If you stop it, nothing is left in the base.
import-percent = { $percent } %
import-stop = Stop
# A figure alone: its digits are grouped.
import-figure = { $count }
import-count-created = new
import-count-updated = to be updated
import-count-was-updated = updated
import-count-unchanged = unchanged
import-count-doubtful = doubtful
import-count-refused = refused
import-draft = Rows checked: { $rows }. Nothing in the base has changed yet.
import-draft-nothing = Rows checked: { $rows }. There is nothing to import.
import-done = Done, rows: { $rows }. One undo takes the whole import back.
import-done-nothing = Done, rows: { $rows }. Nothing in the base has changed.
import-saved = The refused rows are saved: { $path }. Put them right there and import that file.
import-tab-refused = Refused
import-tab-doubtful = Doubtful
import-tab-changes = What changes
import-tab-changed = What has changed
import-none-refused = No row is refused
import-none-refused-hint = Rows that cannot be taken would stand here, with the reasons.
import-none-doubtful = Nothing doubtful
import-none-doubtful-hint = Rows that are taken only in part, or with a value that looks wrong, would stand here: an INN, an account, a mailbox.
import-none-changes = No known client changes
import-none-changes-hint = The first hundred clients that change would stand here.
import-column-row = Row
import-column-client = Client
import-column-change = What changes
import-refused-reason = Reason
import-save-refused = Save refused rows…
import-save-doubtful = Save doubtful rows…
import-saved-doubtful = The doubtful rows are saved: { $path }. They are imported; check them by that list.
import-start = Import { $count }
import-undo = Undo the import
import-leave = To the list

## The export of a list.
export-title = Export
export-choose = Where to save
export-table = Table
export-path = Path of the file
export-path-hint = There is no file dialog here: look at the path and press Save.
export-file-organizations = Organizations
export-file-persons = Persons
export-save = Save
export-cancel = Cancel
export-working = Writing the table
export-count = { $done } of { $total }
export-stop = Stop
export-done = { $rows ->
        [one] { $rows } client written
       *[other] { $rows } clients written
    }
export-rows-done = { $rows ->
    [one] One row exported
   *[other] { $rows } rows exported
}
export-done-path = The file lies here: { $path }
export-copy = Copy the path
export-close = Close
import-look-alike = Look at similar cards

## Past imports: what was taken in, when and by whom.
past-imports-title = Past imports
past-imports-told =
    { $count ->
        [one] { $count } import
       *[other] { $count } imports
    }
past-imports-file = File
past-imports-added = New
past-imports-updated = Updated
past-imports-merged = Merged
past-imports-skipped = Same
past-imports-refused = Refused
past-imports-doubtful = In part
past-imports-taken-back = Taken back
past-imports-redo = Do the import again (Ctrl Y)
past-imports-new = New import
past-imports-empty = Nothing has been imported yet
past-imports-empty-hint = Every import will stand here: its file, the day, who did it and what came of it. Each can be taken back.

## The export of cards and of everything.
export-cards = Cards
export-choose-folder = To which folder everything goes
export-folder = Folder
export-folder-hint = There is no file dialog here: look at the path, a new or an empty folder, and press Save.
export-folder-name = Vizitka, everything
export-all-working = Writing tables, cards and files
export-all-done = { $rows ->
        [one] { $rows } row of tables
       *[other] { $rows } rows of tables
    }, the cards and { $files ->
        [one] { $files } attached file
       *[other] { $files } attached files
    } written
export-all-missing = Attached files that were not found: { $missing }
export-all-path = The folder lies here: { $path }
