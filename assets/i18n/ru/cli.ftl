# Answers of the commands on the command line.
cli-new-somebody = Владелец
cli-new-done = Создан файл { $path }: { $company }, первый сотрудник { $employee }.
cli-check-done =
    { $faults ->
        [0] Файл цел
        [one] { $faults } ошибка
        [few] { $faults } ошибки
       *[other] { $faults } ошибок
    }: схема { $schema }, { $organizations ->
        [one] { $organizations } организация
        [few] { $organizations } организации
       *[other] { $organizations } организаций
    }, { $persons ->
        [one] { $persons } контактное лицо
        [few] { $persons } контактных лица
       *[other] { $persons } контактных лиц
    }.
cli-demo-done = Создан файл { $path } с примерами: { $organizations ->
        [one] { $organizations } организация
        [few] { $organizations } организации
       *[other] { $organizations } организаций
    }, { $persons ->
        [one] { $persons } контактное лицо
        [few] { $persons } контактных лица
       *[other] { $persons } контактных лиц
    }.
cli-find-nothing = Ничего не найдено.
# The text was found in another keyboard layout or alphabet.
cli-find-reading = Искали как «{ $reading }»:
cli-find-count = Всего найдено: { $count }.
cli-find-more = Возможно, есть ещё: уточните запрос или увеличьте --limit.
cli-import-done = Строк: { $rows }. Создано: { $created }, обновлено: { $updated }, без изменений: { $unchanged }, отклонено: { $refused }, с оговорками: { $doubtful }.
cli-import-draft = Проверка, ничего не записано. Строк: { $rows }. Будет создано: { $created }, обновлено: { $updated }, без изменений: { $unchanged }, отклонено: { $refused }, с оговорками: { $doubtful }.
cli-import-mapping = Столбцы прочитаны по сохранённому соответствию «{ $value }»: заголовок таблицы тот же.
cli-import-saved = Отклонённое сохранено в { $value }
cli-import-saved-doubtful = Строки с оговорками сохранены в { $value }
cli-import-row = Строка { $row }: { $reason }
cli-export-done = { $rows ->
        [one] Записан { $rows } клиент
        [few] Записано { $rows } клиента
       *[other] Записано { $rows } клиентов
    } в { $path }.
cli-written = Записано: { $path }
# Всё целиком: в папку и обратно.
cli-export-all-done = В { $path } записано: { $rows ->
        [one] { $rows } строка
        [few] { $rows } строки
       *[other] { $rows } строк
    }, { $files ->
        [one] { $files } вложенный файл
        [few] { $files } вложенных файла
       *[other] { $files } вложенных файлов
    }. Не нашлось вложенных файлов: { $missing }.
cli-import-all-done = Принято строк: { $rows }, уже были или ни к чему не относятся: { $left }. Вложенных файлов: { $files }, не нашлось: { $missing }.
cli-import-all-draft = Проверка: ничего не записано. Строк: { $rows }. Вложенных файлов: { $files }, не нашлось: { $missing }.
# Tasks and projects.
cli-task-added = Добавлено: { $title } { $when } (id { $id }).
cli-task-none = Задач нет.
cli-task-done = Завершено: { $title }.
cli-task-next = Дальше запланировано: { $title }, { $when }.
cli-task-proposed = Дальше предлагается: { $title }, { $when }. С --next это будет запланировано.
cli-project-made = { $title }: создано { $count ->
        [one] { $count } задача
        [few] { $count } задачи
       *[many] { $count } задач
    }, проект { $id }.
cli-undo-done = Отменено: { $operation }.
cli-redo-done = Повторено: { $operation }.
# Lines of the log: an operation that took another back.
cli-log-undo = отменено: { $operation }
cli-log-redo = повторено: { $operation }

# Arguments that cannot be understood; on stderr.
cli-usage-unknown = Здесь нет аргумента { $argument }. Что есть, покажет --help.
cli-usage-no-command = Нет команды { $command }. Что есть, покажет --help.
cli-usage-missing = Не хватает: { $argument }. Подробнее — --help.
cli-usage-value = { $argument } не может быть «{ $value }». Что может, покажет --help.
cli-usage-twice = { $argument } указан дважды или с тем, что с ним не сочетается.
cli-usage-conflict = { $argument } не сочетается с { $other }.
cli-usage-other = Аргументы не поняты. Что есть, покажет --help.
cli-duplicates-none = Похожих карточек нет.
cli-duplicates-line = { $score } %: { $one } ({ $one-id }) — { $other } ({ $other-id }): { $reasons }
cli-merge-done =
    { $count ->
        [one] Карточка { $name }: присоединена { $count } карточка.
        [few] Карточка { $name }: присоединены { $count } карточки.
       *[other] Карточка { $name }: присоединено { $count } карточек.
    }
# Reminders.
cli-remind-nothing = Напоминаний нет.
cli-remind-autostart-on = Напоминания этого файла запускаются вместе с сеансом.
cli-remind-autostart-off = Напоминания этого файла не запускаются вместе с сеансом.
cli-paper-none = Документов нет.
cli-paper-debt = к оплате { $debt }
cli-paper-created = Создан: { $name } (файл { $ordinal } этого документа).
cli-payment-none = Оплат нет.
cli-payment-added = Оплата { $sum } записана: по счетам { $shared }, аванс { $rest }.
cli-payment-balance = { $client }: долг { $debt }, просрочено { $overdue }, аванс { $advance }
cli-payment-imported = Записано оплат: { $entered }; записаны раньше: { $known }; нужно посмотреть: { $doubtful }; не относятся к клиентам: { $foreign }; не прочитано строк: { $unreadable }.
cli-payment-unknown-payer = клиента с таким ИНН нет
cli-payment-several-payers = с таким ИНН несколько клиентов
cli-payment-no-invoice = в назначении не назван счёт
cli-payment-other-payer = назван счёт другого клиента
cli-payment-too-much = больше, чем осталось по счетам
cli-product-none = Товаров нет.
cli-product-imported = Новых товаров: { $added }, изменено: { $changed }, цен: { $prices }, не прочитано строк: { $refused }.
