# Шаблоны документов: страница «Документы», вкладка «Шаблоны»; сообщения о шаблоне, открытом в другой программе.
office-templates-page = Документы
office-templates-title = Шаблоны
office-templates-register = Реестр
office-templates-add = Добавить шаблон
office-templates-choose = Шаблон документа
office-templates-files = Документы Word
office-templates-path = Путь к файлу .docx, .dotx, .docm или .dotm
office-templates-keys = ↑ ↓ — выбрать, Alt ↑ ↓ — порядок, Enter — изменить в Word, F2 — название, Insert — добавить, Delete — убрать. Файл можно бросить на окно.
office-templates-macros = В шаблоне есть макросы
office-templates-macros-explained = В файле «{ $name }» есть макросы: маленькие программы, которые Word может выполнить у каждого, кто откроет документ. Документы по этому шаблону сохранят их и будут с окончанием .docm.
office-templates-macros-warning = Оставляйте макросы, только если знаете, кто их написал и зачем.
office-templates-macros-keep = Взять с макросами
office-templates-usual = обычный
office-templates-of-program = форма программы
office-templates-take = Взять как свой шаблон
office-templates-form-alone = Пока своих шаблонов нет, документы делаются по этой форме. Возьмите её за основу: копию можно менять в Word как угодно, сама форма останется.
office-templates-form-beside = Форма программы всегда под рукой рядом с вашими шаблонами. Её копию можно менять в Word как угодно.
office-templates-edit = Изменить в Word
office-templates-replace = Другой файл…
office-templates-name = Название
office-templates-nameless = Дайте шаблону название
office-templates-kind = Для документов
office-templates-contract = Вид договора
office-templates-any-contract = Любой
office-templates-delimiters = Знаки вокруг полей
office-templates-delimiters-hint = Открывающий и закрывающий через пробел: {"{{ }}"}, [[ ]], << >>
office-templates-no-delimiters = Нужны два разных знака через пробел
office-templates-missing = Поле, которого нет в программе
office-templates-missing-error = Ошибка: документ не делать
office-templates-missing-blank = Оставить пустым
office-templates-missing-keep = Оставить как есть
office-templates-save = Сохранить
office-templates-leave = Не сохранять
office-templates-unsaved = Сначала сохраните изменения или откажитесь от них.
office-templates-up = Выше
office-templates-down = Ниже
office-templates-remove = Убрать шаблон
office-templates-broken = не читается
office-templates-fields = { $count ->
    [one] { $count } поле
    [few] { $count } поля
   *[many] { $count } полей
}
office-templates-unknown = { $count ->
    [one] { $count } неизвестное
   *[many] { $count } неизвестных
}
office-templates-checked = { $count ->
    [0] Полей в шаблоне нет: все документы по нему будут одинаковы.
    [one] В шаблоне { $count } поле.
    [few] В шаблоне { $count } поля.
   *[many] В шаблоне { $count } полей.
}
office-templates-unknown-field = Поле «{ $name }» неизвестно ({ $place })
office-templates-unknown-nearest = Поле «{ $name }» неизвестно ({ $place }); возможно, «{ $nearest }»
office-templates-more = { $count ->
    [one] и ещё { $count }
   *[many] и ещё { $count }
}
# Шаблон открыт в другой программе.
office-templates-opened = Шаблон открыт. Сохраните его там — изменения появятся здесь сами.
office-templates-taken = Шаблон «{ $title }» обновлён: { $fields ->
    [one] { $fields } поле
    [few] { $fields } поля
   *[many] { $fields } полей
}{ $unknown ->
    [0] , все известны.
    [one] , { $unknown } неизвестное.
   *[many] , { $unknown } неизвестных.
}
