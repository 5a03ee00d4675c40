# What is doubtful in a field; shown under it as a warning, never a refusal.

doubt-not-digits = Only digits belong here; this one does not: “{ $found }”
doubt-all-zeros = Nothing but zeros: there is no such number

doubt-inn-length = The INN of an organisation has 10 digits, that of a person 12; here are { $digits }
doubt-inn-check-digit = The check digit of the INN does not agree: it should be { $expected }. Compare it with the document
doubt-inn-check-digits = The check digits of the INN do not agree: they should be { $expected }. Compare it with the document
doubt-kpp-length = A KPP has 9 characters; here are { $characters }
doubt-kpp-form = A KPP is digits, only the 5th and the 6th character may be Latin letters; check “{ $found }”
doubt-ogrn-length = An OGRN has 13 digits, an OGRNIP 15; here are { $digits }
doubt-ogrn-kind = An OGRN begins with 1 or 5, an OGRNIP with 3; this one begins with { $found }
doubt-ogrn-check-digit = The check digit of the OGRN does not agree: it should be { $expected }. Compare it with the document

doubt-bik-length = A BIK has 9 digits; here are { $digits }
doubt-bik-beginning = A BIK begins with 04 (of the treasury with 00, 01 or 02); this one begins with { $found }
doubt-account-length = An account has 20 digits; here are { $digits }
doubt-account-key = The key of the account does not agree with the BIK: its ninth digit should be { $expected }. Check both
doubt-correspondent-beginning = A correspondent account begins with 301 (of the treasury with 40102)
doubt-correspondent-end = A correspondent account ends with the last three digits of the BIK: { $expected }

doubt-iban-form = An IBAN is two letters of the country, two digits, and the account in Latin letters and digits
doubt-iban-country = No country with the code { $country } has IBANs; check the first two letters
doubt-iban-length = An IBAN of { $country } has { $expected } characters; here are { $found }
doubt-iban-check-digits = The check digits of the IBAN do not agree: after the country there should be { $expected }. Compare the number

doubt-email-at = An e-mail address has exactly one @: name@server.com
doubt-email-mailbox = Check the e-mail address before the @: a character does not belong there, or nothing is there
doubt-email-server = Check the e-mail address after the @: a server is written like agat.ru

doubt-phone-too-short =
    { $digits ->
        [0] There are no digits of a phone number
       *[other] Too few digits for a phone number: only { $digits }
    }
doubt-phone-too-long = Too many digits for a phone number: { $digits }
doubt-phone-several = Several phone numbers ({ $count }) in one field; better each in its own
doubt-phone-spoiled = A spreadsheet has spoiled this number: its last digits are lost. Enter it again

doubt-birth-ahead = This day of birth has not come yet
doubt-birth-long-ago = By this date the person is { $years } years old; check the year of birth

doubt-document-series = The series of a Russian document has { $expected } digits; here are { $digits }
doubt-document-number = The number of a Russian document has { $expected } digits; here are { $digits }
doubt-document-ahead = The day of issue is still to come
doubt-document-before-birth = Issued before the day of birth
doubt-passport-outgrown = A passport is exchanged at the age of { $years }: check whether it is still valid
doubt-document-expired = No longer valid
doubt-document-ends-first = Expires before the day of issue
doubt-job-ends-first = The last day comes before the first
