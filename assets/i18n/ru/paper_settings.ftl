# Settings of papers: numbers, kinds of contract, payment, rates of tax.
settings-papers = Документы
papers-numbering = Нумерация
papers-mask-hint = { "{n:02}" } — счётчик из двух цифр, { "{yy}" } и { "{yyyy}" } — год, { "{mm}" } — месяц, { "{dd}" } — день. Если в номере есть год, каждый год счёт начинается заново.
papers-next = Следующий: { $number }
papers-kinds = Виды договоров
papers-kinds-hint = Поставка, поддержка, лицензия. У вида могут быть свои номера.
papers-no-kinds = Видов договоров пока нет.
papers-kind-new = Новый вид
papers-kind-name = Название
papers-kind-mask = Номера как у всех
papers-kind-as-others = Номера как у всех договоров
papers-kind-support = Поддержка
papers-kind-nameless = Напишите название вида
papers-kind-taken = Такой вид уже есть
papers-kind-used =
    { $count ->
        [one] Этого вида { $count } документ или шаблон: вид остаётся, его можно переименовать.
        [few] Этого вида { $count } документа и шаблона: вид остаётся, его можно переименовать.
       *[other] Этого вида { $count } документов и шаблонов: вид остаётся, его можно переименовать.
    }
papers-payment = Оплата счетов
papers-payment-days = Срок оплаты, дней
papers-payment-days-wrong = Число дней от 0 до 365
papers-payment-days-hint = На этот день ставится задача «Оплата счёта».
papers-nobody = Никто
papers-controller = Контролёр оплаты
papers-controller-hint = Видит задачи об оплате всех счетов.
papers-tax = Ставки НДС
papers-tax-hint = Как установлено в России. Изменится закон — впишите новую ставку с датой.
papers-tax-own = Ставки вашего офиса.
papers-tax-edit = Изменить
papers-tax-country = Вернуть ставки России
papers-tax-class = Ставка
papers-tax-rate = Процент
papers-tax-from = Действует с
papers-tax-until = По
papers-tax-now = Сейчас
papers-tax-add = Ставка
papers-tax-rate-wrong = От 0 до 100
papers-tax-day-wrong = Дата как 01.01.2026
papers-tax-days-wrong = Раньше начала
