# The first line of a letter. The first two name a person by the first name, the next two by the
# surname; whose sex is not known is greeted by the whole name.
salutation-man = Dear { $name },
salutation-woman = Dear { $name },
salutation-mister = Dear Mr { $name },
salutation-miss = Dear Ms { $name },
salutation-anybody = Dear { $name },
salutation-nobody = Dear Sir or Madam,
salutation-courtesy-man = Mr
salutation-courtesy-woman = Ms
