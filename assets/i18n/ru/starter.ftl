# What a new file begins with: kinds of operation, their results, the funnel, a template.
starter-kind-first-call = Тел. звонок (выход на ЛПР)
starter-kind-appointment = Тел. звонок (назначить встречу)
starter-kind-call = Тел. звонок
starter-kind-first-presentation = Первая презентация
starter-kind-presentation = Презентация
starter-kind-meeting = Встреча
starter-kind-materials = Информационные материалы
starter-kind-offer = Коммерческое предложение
starter-kind-invoice = Счёт
starter-kind-contract = Подписание договора
starter-kind-letter = Письмо
starter-kind-work = Поручение
starter-result-decision-maker-found = ЛПР найден
starter-result-not-reached = Не дозвонились
starter-result-call-back = Просили перезвонить
starter-result-not-put-through = Не соединили с ЛПР
starter-result-refused = Отказ
starter-result-appointment-made = Встреча назначена
starter-result-wants-materials = Просят прислать материалы
starter-result-agreed = Договорились
starter-result-interested = Заинтересованы
starter-result-another-meeting = Нужна ещё одна встреча
starter-result-thinks = Думают
starter-result-not-interested = Не заинтересованы
starter-result-put-off = Перенесена
starter-result-sent = Отправлено
starter-result-not-needed = Не нужны
starter-result-offer-accepted = Принято
starter-result-offer-changes = Просят изменить
starter-result-offer-declined = Отклонено
starter-result-paid = Оплачен
starter-result-invoice-sent = Отправлен, ждём оплаты
starter-result-invoice-dropped = Отменён
starter-result-signed = Подписан
starter-result-under-review = На согласовании
starter-result-disagreements = Протокол разногласий
starter-result-answered = Получен ответ
starter-result-no-answer = Нет ответа
starter-result-done = Выполнено
starter-result-partly-done = Выполнено частично
starter-result-not-done = Не выполнено
starter-checklist-first-contact =
    Поздороваться и предложить помощь
    Выяснить, кто решает и кто влияет
    Не заставить ждать: когда перезвонить
starter-checklist-visit =
    Приветствие и предложение помощи
    Обстановка: порядок, образцы, чай
    Время ожидания: не дольше пяти минут
starter-checklist-talk =
    Формулировки: коротко и на языке клиента
    Вопросы: что важно клиенту, что мешает
    Слушать: повторить, что услышали
starter-deal-decision-maker = Выход на ЛПР
starter-deal-presentation = Презентация
starter-deal-offer = Коммерческое предложение
starter-deal-contract = Договор
starter-deal-payment = Оплата
starter-deal-work = Исполнение
starter-loss-price = Дорого
starter-loss-competitor = Выбрали конкурента
starter-loss-no-need = Нет потребности
starter-loss-no-money = Нет бюджета
starter-loss-later = Отложили на потом
starter-loss-distrust = Сомневаются в нас
starter-loss-no-contact = Пропали, не отвечают
starter-supply = Поставка программы
starter-supply-sale = Продажа
starter-supply-decision-maker = Выход на ЛПР
starter-supply-presentation = Презентация, встреча
starter-supply-offer = Коммерческое предложение
starter-supply-contract = Договор
starter-supply-payment = Оплата
starter-supply-survey = Обследование
starter-supply-development = Разработка
starter-supply-training = Обучение персонала
starter-supply-needs = Встреча: обсудить потребности
starter-supply-discuss-offer = Тел. звонок: обсудить предложение
starter-supply-ask-payment = Тел. звонок: напомнить об оплате
starter-supply-survey-talk = Встреча: обследование
starter-supply-survey-report = Отчёт об обследовании
starter-supply-set-up = Настройка программы
starter-supply-show = Встреча: показать настроенную программу
starter-supply-lessons = Занятия с пользователями
starter-supply-ask-impressions = Тел. звонок: как идёт работа
