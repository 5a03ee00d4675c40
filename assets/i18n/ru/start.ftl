# The start page, shown while no file is open.
start-name = Vizitka
start-sentence = Все клиенты под рукой — в одном файле на вашем диске
start-new = Новая база
start-open = Открыть…
start-samples = Осмотреться с примерами
start-drop = Файл базы можно просто перетащить в это окно.
start-type-path = Указать путь к файлу
start-recent = Недавние файлы
start-nothing = Здесь появятся базы, которые вы открывали.
start-missing = не найден
start-forget = Убрать из списка
start-close = Закрыть
start-busy = Открываю { $path }…

# The form of a new file.
start-new-title = Новая база
start-company = Ваша компания
start-company-example = ООО «Модус-В»
start-company-hint = От чьего имени вы работаете. Позже можно изменить в настройках.
start-company-missing = Напишите название своей компании; хватит и короткого
start-owner = Ваше имя
start-owner-example = Решетова Светлана Ивановна
start-owner-missing = Напишите, как вас зовут
start-create = Выбрать место и создать
start-create-here = Создать
start-back = Назад

# The dialogs of the system, and the field in their place.
start-create-title = Где хранить базу
start-open-title = Открыть базу
start-open-here = Открыть
start-file-kind = База Vizitka
start-path = Путь к файлу
start-no-dialog = В этой системе нет окна выбора файлов, поэтому путь нужно написать.
