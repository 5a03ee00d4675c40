# The register of papers and the list of invoices: columns, filters, menus; papers on a card.
register-title = Документы
register-count = { $count ->
        [one] { $count } документ
        [few] { $count } документа
       *[many] { $count } документов
    }
register-count-invoices = { $count ->
        [one] { $count } счёт
        [few] { $count } счёта
       *[many] { $count } счетов
    }
register-new = Новый документ
register-new-invoice = Новый счёт
register-search = Номер, предмет, клиент, текст
register-all = Все
register-offers = Предложения
register-contracts = Договоры
register-invoices = Счета
register-acts = Акты
register-waybills = Накладные
register-letters = Письма
register-unpaid = Не оплачены
register-overdue = Просрочены
register-any-state = Любое состояние
register-state-issued = Выставлен, отправлен
register-state-accepted = Принят, подписан
register-any-manager = Все сотрудники
register-any-company = Все наши компании
register-any-contract-kind = Любой вид договора
register-kind = Вид
register-number = Номер
register-date = Дата
register-client = Клиент
register-signatory = Подписант
register-subject = Предмет
register-total = Сумма
register-state = Состояние
register-payment = Оплата
register-paid = Оплачено
register-debt = Долг
register-due = Оплатить до
register-manager = Ответственный
register-files = Файлы
register-is-paid = Оплачен
register-late = { $day } · { $days } дн.
register-invoiced = Выставлено
register-overdue-sum = Просрочено
register-open = Открыть
register-open-client = Карточка клиента
register-make = На основании: { $kind }
register-pay = Внести оплату
register-delete = Удалить
register-show-all = Показать все
register-nothing-found = Ничего не найдено
register-nothing-found-why = Ищем часть номера, предмет, клиента и текст внутри созданных файлов. Измените запрос или снимите фильтры.
register-empty = Документов пока нет
register-no-invoices = Счетов пока нет
register-empty-why = Договоры, счета, акты и письма, созданные здесь или в карточке клиента, собираются в этом списке.
papers-title = Документы
papers-none = Документов пока нет.
papers-new-contract = Договор
papers-new-invoice = Счёт
papers-new-payment = Внести оплату
papers-settlement = Взаиморасчёты
papers-no-settlement = Счетов и оплат пока не было.
papers-payments = Оплаты
papers-no-payments = Оплат пока нет.
papers-more-payments = Показать ещё { $count }
papers-paid-for = счёт { $invoices }
papers-goods = Что у клиента
papers-no-goods = Здесь будет видно, что клиенту предложено, что заказано, поставлено и сопровождается.
# Несколько строк списка документов, оплат, расчётов или товаров сразу.
selected-letters = Письма клиентам
selected-delete = Удалить
selected-total = Сумма
selected-debt = Долг
