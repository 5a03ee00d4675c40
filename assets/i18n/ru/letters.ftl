# Рассылки: письма, конверты и наклейки для многих получателей; страница и команда.
letters-no-name = нет имени
letters-no-address = нет адреса
letters-no-street = в адресе нет улицы
letters-unknown-sex = не указан пол: неясно, «уважаемый» или «уважаемая»
letters-empty = пусто поле «{ $field }»
letters-unfilled = шаблон не заполняется: { $faults }
letters-refused = отказ от рассылок
letters-never-agreed = нет согласия на рассылки
letters-twice = этому человеку уже есть письмо
letters-skipped = исключён самим шаблоном (SKIPIF)
letters-cli-checked = { $title }: { $ready ->
        [one] { $ready } получатель
        [few] { $ready } получателя
       *[other] { $ready } получателей
    }{ $hindered ->
        [0] {""}
       *[other] , нельзя сделать: { $hindered }
    }{ $left-out ->
        [0] {""}
       *[other] , не пишем: { $left-out }
    }.
letters-title = Рассылки
letters-step-recipients = Кому
letters-step-template = Шаблон
letters-step-check = Проверка
letters-step-output = Куда
letters-step-done = Готово
letters-whom = Кому письма
letters-whom-hint = Группа, сохранённый вид или условие. В списке клиентов письмо можно начать и для отмеченных строк.
letters-from-selection = Отмеченные
letters-from-group = Группа
letters-from-view = Вид
letters-from-filter = Условие
letters-group = Группа
letters-view = Сохранённый вид
letters-filter = Условие отбора
letters-filter-example = пол = женский и день рождения в ближайшие 7 дней
letters-no-groups = Групп пока нет.
letters-no-views = Сохранённых видов пока нет.
letters-nobody = Никто не найден.
letters-found = { $count ->
    [one] { $count } получатель: { $names }
    [few] { $count } получателя: { $names }
   *[other] { $count } получателей: { $names }
}
letters-template = Шаблон
letters-own-file = Свой файл Word…
letters-choose-file = Шаблон письма
letters-word-files = Документы Word
letters-path = Файл
letters-one-each = Каждый получатель получит свой документ.
letters-one-for-all = Все получатели — в одном документе.
letters-subject = Тема
letters-text = Текст письма
letters-text-example = Приглашаем вас…
letters-text-hint = Обращение, адресат и подпись — из шаблона.
letters-agreed-only = Только тем, кто дал согласие на рассылки
letters-agreed-hint = Кто отказался, не получит письмо в любом случае.
letters-tab-all = Все
letters-tab-ready = Готовы
letters-tab-hindered = Нельзя
letters-tab-left-out = Не пишем
letters-column-who = Получатель
letters-column-where = Организация
letters-column-verdict = Проверка
letters-ready = Готово
letters-nameless = Без имени
letters-previous = Предыдущее письмо (↑)
letters-next = Следующее письмо (↓)
letters-none-ready = Писем нет
letters-none-ready-hint = Ни одного письма сделать нельзя: причины — на других вкладках.
letters-none-hindered = Всё в порядке
letters-none-hindered-hint = Каждое письмо можно сделать.
letters-none-left-out = Никто не пропущен
letters-none-left-out-hint = Отказов от рассылок нет.
letters-where = Куда записать
letters-where-hint = Для { $count ->
    [one] { $count } получателя
   *[other] { $count } получателей
}.
letters-file-each = Файл на каждое
letters-one-file = Один файл
letters-folder = Папка
letters-file = Файл
letters-folder-name = Письма { $day }
letters-choose-place = Выбрать…
letters-note = Отметить в истории получателей
letters-note-hint = Одна операция: её можно отменить целиком.
letters-to-template = Шаблон
letters-to-check = Проверить
letters-to-output = Куда записать
letters-make = Сделать для { $count ->
    [one] { $count } получателя
   *[other] { $count } получателей
}
letters-close = Закрыть
letters-again = Другая рассылка
letters-back = Назад
letters-writing = Пишем письма
letters-writing-hint = Если остановить, уже записанные файлы удаляются.
letters-checking = Проверяем письма
letters-checking-hint = Имя, пол, адрес, согласие — у каждого получателя.
letters-count = { $done } из { $total }
letters-stop = Остановить
letters-done = Готово для { $letters ->
    [one] { $letters } получателя
   *[other] { $letters } получателей
}: { $files ->
    [one] { $files } файл
    [few] { $files } файла
   *[other] { $files } файлов
}
letters-done-noted = Отмечено в истории каждого получателя.
letters-done-unnoted = В истории не отмечено.
letters-done-others = Не сделано: нельзя — { $hindered }, не пишем — { $left-out }.
letters-more-files = И ещё { $count }.
letters-open = Открыть
letters-print = Печать
letters-open-folder = Открыть папку
letters-also = Им же:
letters-also-dl = Конверты DL
letters-also-c5 = Конверты C5
letters-also-labels = Наклейки
letters-leaving = Текст письма нигде не сохранён.
