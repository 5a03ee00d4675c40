# Печатные формы, которые идут с программой: в списке шаблонов и в именах файлов.
printed-invoice = Счёт на оплату
printed-act = Акт сдачи-приёмки
printed-waybill = Товарная накладная
printed-supply-contract = Договор поставки
printed-offer = Коммерческое предложение
printed-letter = Письмо на бланке
printed-greeting = Поздравление с днём рождения
printed-envelope-dl = Конверт DL (220 × 110 мм)
printed-envelope-c5 = Конверт C5 (229 × 162 мм)
printed-labels = Наклейки 3 × 8 (70 × 37 мм)
