# The first line of a letter. The first two name a person by the first name and the patronymic, the
# next two by the surname; whose sex is not known is greeted without an ending that would tell.
salutation-man = Уважаемый { $name }!
salutation-woman = Уважаемая { $name }!
salutation-mister = Уважаемый господин { $name }!
salutation-miss = Уважаемая госпожа { $name }!
salutation-anybody = Здравствуйте, { $name }!
salutation-nobody = Уважаемые господа!
salutation-courtesy-man = господин
salutation-courtesy-woman = госпожа
