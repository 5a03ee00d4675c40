# Шаблоны Word: что не так с шаблоном или данными, где именно и что отвечают команды fill и fields.
fill-fault-at = { $place }: { $problem }
fill-fault-letter = документ { $number }: { $fault }
fill-faults = { $count ->
    [one] Шаблон не заполнен: { $count } ошибка.
    [few] Шаблон не заполнен: { $count } ошибки.
   *[other] Шаблон не заполнен: { $count } ошибок.
}
fill-near = «{ $near }»

# Почему; середина предложения.
fill-not-word = это не документ Word (.docx, .dotx)
fill-old-word = это документ Word до 2007 года; откройте его в Word и сохраните как .docx
fill-locked = документ закрыт паролем; сохраните его без пароля
fill-damaged = документ повреждён или обрезан
fill-damaged-part = документ повреждён (часть { $part })
fill-too-large = документ больше любого текста или упакован так, чтобы переполнить память
fill-escaping-name = часть названа { $name } и ведёт за пределы документа
fill-same-name = две части названы { $name }
fill-doctype = часть { $part } объявляет тип документа, чего документы Word не делают
fill-macros = в шаблоне есть макросы; сохраните его как .docx или разрешите их
fill-macros-in-docx = в документе остаются макросы; дайте ему имя с окончанием .docm
fill-unclosed = поле { $text } не закрыто в своём абзаце
fill-unclear = не понято: «{ $text }»
fill-unknown-filter = нет фильтра «{ $name }»
fill-unknown-filter-nearest = нет фильтра «{ $name }»; может быть, «{ $nearest }»
fill-never-closed = «{ $name }» начато и не закончено
fill-never-opened = { $text } заканчивает то, что не начиналось
fill-wrong-end = начато «{ $begun }», а закончено «{ $ended }»
fill-crossing = «{ $name }» начинается здесь, а заканчивается в другом месте ({ $end }); поставьте начало и конец в один абзац, каждое в свой отдельный абзац или в строки одной таблицы
fill-unsupported-field = поле Word { $name } спрашивает или берёт данные во время слияния; здесь оно не действует — поставьте на его место поле вида {"{{имя}}"}
fill-skip-beside-next = SKIPIF рядом с NEXT: отберите записи заранее и уберите SKIPIF с листа, где их несколько
fill-nothing-left = SKIPIF исключает все записи
fill-missing = в данных нет поля «{ $name }»
fill-missing-nearest = в данных нет поля «{ $name }»; может быть, «{ $nearest }»
fill-not-a-date = «{ $value }» в поле «{ $name }» — не дата
fill-not-a-number = «{ $value }» в поле «{ $name }» — не число
fill-not-in-language = «{ $what }» нельзя сказать на этом языке
fill-not-a-text = «{ $name }» — список или группа полей, а не текст
fill-not-a-picture = «{ $name }» — не картинка, которую показывает Word (PNG, JPEG, GIF, BMP)
fill-too-long-for-qr = «{ $name }» слишком длинно для QR-кода
fill-not-in-list = «{ $value }» нет в списке элемента «{ $name }»
fill-unsafe-link = «{ $value }» в поле «{ $name }» — не адрес, на который может вести ссылка (http, https, mailto, tel)
fill-bad-data = данные — не JSON: строка { $line }, столбец { $column }
fill-no-fields = данные должны быть объектом JSON или списком объектов
fill-bad-delimiters = «{ $text }» — не ограничители; напишите два текста через пробел, например {"\"{{ }}\""}

# Где; ставятся друг за другом через запятую.
fill-story-header = верхний колонтитул раздела { $number }
fill-story-footer = нижний колонтитул раздела { $number }
fill-story-footnotes = сноски
fill-story-endnotes = концевые сноски
fill-story-comments = примечания
fill-story-properties = свойства файла
fill-paragraph = абзац { $number }
fill-table = таблица { $number }
fill-row = строка { $number }
fill-cell = ячейка { $number }
fill-text-box = надпись в абзаце { $number }
fill-note = сноска { $number }

# Для чего поле; команда fields.
fill-kind-value = текст
fill-kind-repeat = повтор
fill-kind-condition = условие
fill-kind-picture = картинка
fill-kind-qr = QR-код
fill-kind-mail-merge = слияние
fill-kind-control = элемент управления
fill-field = { $name } ({ $kind }): { $places }
fill-no-field = В шаблоне нет полей.
fill-notice-external = Word загрузит извне: { $target } ({ $kind })
fill-notice-risky = поле { $name } заставляет Word что-то запустить или загрузить
fill-notice-mail-merge = источник слияния в документы не попадёт
fill-notice-macros = в шаблоне макросы; в документах они останутся
fill-written = { $count ->
    [one] Записано: { $first }
   *[other] Записано файлов: { $count }, с { $first } по { $last }
}
