# The page of groups of clients.
groups-new = Новая группа
groups-rename = Переименовать
groups-delete = Удалить группу; клиенты останутся
groups-name = Название группы
groups-name-missing = Напишите название группы
groups-name-taken = Группа с таким названием уже есть
groups-save = Сохранить
groups-cancel = Отмена

# How many clients a group has.
groups-organization-count =
    { $count ->
        [0] пусто
        [one] { $count } организация
        [few] { $count } организации
       *[other] { $count } организаций
    }
groups-person-count =
    { $count ->
        [0] пусто
        [one] { $count } человек
        [few] { $count } человека
       *[other] { $count } человек
    }

# Shown while there is no group.
groups-no-organizations = Здесь будут группы организаций
groups-organizations-hint = Группа собирает клиентов по любому признаку: торговые компании, поставщики, участники выставки. Одна организация может быть в нескольких группах.
groups-no-persons = Здесь будут группы людей
groups-persons-hint = Группа собирает людей по любому признаку: кто принимает решение, кого поздравить. Один человек может быть в нескольких группах.

# Beside the name of a saved view that stands among the groups.
groups-dynamic = динамическая
