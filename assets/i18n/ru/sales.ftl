# The page of sales: payments, statements of the bank, settlements, products and prices.
sales-title = Продажи
sales-invoices = Счета
sales-payments = Оплаты
sales-statement = Выписка банка
sales-settlements = Взаиморасчёты
sales-products = Товары и цены
payments-count = { $count ->
        [one] { $count } оплата
        [few] { $count } оплаты
       *[many] { $count } оплат
    }
payments-add = Новая оплата
payments-edit = Изменить оплату (Enter)
payments-delete = Удалить оплату (Del)
payments-search = Клиент, назначение, счёт
payments-date = Дата
payments-amount = Сумма
payments-invoices = Счета
payments-advance = Аванс
payments-number = Номер
payments-purpose = Назначение
payments-received = Поступило
payments-returned = Возвращено
payments-for-invoices = Зачтено по счетам
payments-from-statement = Загружена из выписки банка
payments-none = За это время оплат нет
payments-none-why = Внесите оплату вручную или загрузите выписку банка: программа сама найдёт клиентов и счета.
payment-new = Новая оплата
payment-new-refund = Новый возврат
payment-edit = Оплата
payment-edit-refund = Возврат
payment-in = Оплата
payment-back = Возврат
payment-client = Клиент
payment-date = Дата
payment-amount = Сумма
payment-currency = Валюта
payment-number = Номер платёжки
payment-method = Способ оплаты
payments-method = Способ
payment-by-transfer = Безналичная
payment-by-cash = Наличными
payment-by-card = Картой
payment-otherwise = Иначе
payment-purpose = Назначение
payment-invoices = За какие счета
payment-automatic = Распределить автоматически
payment-debt = долг { $debt }
payment-choose-client = Выберите клиента, чтобы увидеть его неоплаченные счета.
payment-no-invoices = Неоплаченных счетов нет: вся сумма станет авансом.
payment-refund-shared = Возврат снимается с последних оплаченных счетов; остаток уменьшает аванс.
payment-left = Останется авансом: { $sum }
payment-over = Распределено больше, чем оплачено, на { $sum }
payment-share-unread = Введите суммы по счетам: 1500,00
payment-no-client = Выберите клиента из списка
payment-no-date = Введите дату: 22.11.2026
payment-no-amount = Введите сумму: 1500,00
payment-save = Сохранить
payment-close = Закрыть
statement-title = Загрузка выписки банка
statement-explained = Файл обмена «Клиент-банк» (1C) или таблица CSV, XLSX. Программа узнает клиентов по ИНН, счета по номерам в назначении; ничего не записывается, пока вы не подтвердите.
statement-path = Файл
statement-path-hint = Путь к файлу
statement-choose = Выбрать файл…
statement-files = Выписки и таблицы
statement-no-dialog = Система не показывает окно выбора файла. Введите путь в поле выше.
statement-all = Все · { $count }
statement-sure = Распознаны · { $count }
statement-doubtful = Сомнительные · { $count }
statement-known = Уже загружены · { $count }
statement-foreign = Не от клиентов · { $count }
statement-enter = Загрузить: { $count }
statement-another = Другой файл
statement-entering = Загружаем оплаты
statement-progress = { $done } из { $total }
statement-stop = Остановить
statement-entered = Загружено оплат: { $entered }. Уже были: { $known }. Остались сомнительными: { $doubtful }.
statement-unreadable = { $count ->
        [one] Не удалось прочесть { $count } строку файла.
        [few] Не удалось прочесть { $count } строки файла.
       *[many] Не удалось прочесть { $count } строк файла.
    }
statement-payer = Плательщик
statement-inn = ИНН
statement-account = Счёт
statement-state = Чья оплата
statement-is-known = Уже загружена
statement-is-foreign = Не от клиента
statement-claim = { $client } · счёт { $invoices }
statement-unknown-payer = Плательщик неизвестен
statement-several-payers = Несколько клиентов с этим ИНН
statement-no-invoice = Счёт не назван
statement-other-payer = Назван чужой счёт
statement-too-much = Больше, чем долг
statement-whose = Чья это оплата
statement-other-client = Другой клиент
statement-unclaim = Снять выбор
settlements-count = { $count ->
        [one] { $count } клиент
        [few] { $count } клиента
       *[many] { $count } клиентов
    }
settlements-search = Клиент
settlements-debtors = С долгом
settlements-late = С просрочкой
settlements-ahead = С авансом
settlements-all = Все
settlements-shipped = Отгружено
settlements-received = Оплачено
settlements-balance = Сальдо
settlements-use-advance = Зачесть аванс
settlements-none = Таких клиентов нет
settlements-none-why = Здесь видно, кто сколько должен: выставленные счета, отгрузки, оплаты, долг и просрочка.
products-count = { $count ->
        [one] { $count } позиция
        [few] { $count } позиции
       *[many] { $count } позиций
    }
products-add = Новый товар
products-new = Новый товар или услуга
products-edit = Товар или услуга
products-delete = Удалить (Del)
products-search = Код, название
products-any-group = Все группы
products-no-group = Без группы
products-code = Код
products-name = Название
products-group = Группа
products-new-group = Или новая группа
products-unit = Единица
products-usual-unit = шт
products-tax = НДС
products-service = Это услуга
products-prices = Себестоимость и цены
products-cost = Себестоимость
products-margin = Маржа
products-note = Примечание
products-no-name = Введите название
products-none = Товаров пока нет
products-none-why = Внесите товары и услуги или загрузите прайс-лист из CSV или Excel: из них собираются предложения, договоры и счета.
products-nothing-found-why = Измените запрос или выберите другую группу.
products-lists = Прайс-листы
products-lists-explained = Цены первого прайс-листа подставляются в документы. Удаление прайс-листа убирает его столбец с ценами.
products-add-list = Добавить прайс-лист
products-list-name = Название прайс-листа
products-list-first = Сделать основным
products-list-remove = Удалить
products-import = Загрузка товаров и цен
products-import-explained = Таблица CSV, XLSX, XLS или ODS с названиями столбцов: код, название, группа, единица, НДС, себестоимость, цена. Столбец с именем прайс-листа загружается в него.
products-import-start = Загрузить
products-import-told = Новых: { $added }, изменённых: { $changed }, без изменений: { $same }, цен: { $prices }.
products-import-refused = Строка { $row }: непонятно «{ $cell }»
products-import-more = и ещё { $count }
products-import-same = Ничего нового в таблице нет
products-importing = Загружаем товары
