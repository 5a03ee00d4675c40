# Papers and sales: kinds of paper, what has become of them, tax, the tasks they make.
paper-offer = Коммерческое предложение
paper-offer-short = Предложение
paper-contract = Договор
paper-invoice = Счёт
paper-act = Акт
paper-waybill = Накладная
paper-letter = Письмо
paper-titled = { $kind } № { $number } от { $date }
paper-draft = Черновик
paper-sent = Отправлен
paper-issued = Выставлен
paper-accepted = Принято
paper-signed = Подписан
paper-closed = Исполнен
paper-declined = Отклонено
paper-terminated = Расторгнут
paper-cancelled = Отменён
paper-payment-task = Оплата счёта № { $number }
paper-renewal-task = Продление договора № { $number }
paper-obligation-task = { $text } (договор № { $number })
paper-payment-purpose = Оплата: { $paper }
# Who signs, in the nominative: "директор Ким Юлия Михайловна, действующая на основании Устава".
paper-acting = { $who }, { $sex ->
    [f] действующая
   *[m] действующий
} на основании { $basis }
tax-none = Без НДС
tax-zero = Нулевая ставка
tax-special-5 = Специальная 5 %
tax-special-7 = Специальная 7 %
tax-reduced = Пониженная ставка
tax-standard = Общая ставка
tax-per-cent = { $rate } %
tax-included = НДС в цене
tax-on-top = НДС сверху
tax-rounded-per-line = Округлять НДС в каждой строке
tax-rounded-per-document = Округлять НДС по документу
sale-in-sale = В продаже
sale-ordered = Заказано
sale-delivered = Поставлено
sale-supported = На поддержке
picture-logo = Логотип
picture-stamp = Печать
picture-signature = Подпись руководителя
picture-accountant-signature = Подпись бухгалтера
sales-usual-list = Основной прайс-лист
