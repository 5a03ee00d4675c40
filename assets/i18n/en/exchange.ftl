# Import and export.

## Why a file cannot be read as a table; put into error-unreadable-table.
table-fault-empty = it has no row with anything in it
table-fault-not-a-table = it is neither a table nor text
table-fault-not-a-workbook = it is an archive or a document, not a workbook of Excel or LibreOffice
table-fault-protected = the workbook is locked with a password; remove it and try again
table-fault-damaged = the workbook is damaged or was not copied whole; open it in Excel or LibreOffice and save it again
table-fault-web-page = it is a web page or XML named like a workbook; open it in Excel or LibreOffice and save it as .xlsx
table-fault-no-sheet = the workbook has no sheet “{ $name }”
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
