# Notes of colleagues on a card; a key point is a pinned note.
notes-new = Новая заметка
notes-none = Пока ничего: запишите, что важно знать о клиенте
notes-placeholder = О чём говорили, что важно помнить
notes-key-point = Главное
notes-pin = Закрепить наверху карточки
notes-unpin = Больше не закреплять
notes-delete = Удалить заметку
notes-more =
    { $count ->
        [one] Ещё { $count } заметка
        [few] Ещё { $count } заметки
       *[many] Ещё { $count } заметок
    }

# Values on a card.
value-yes = да
value-no = нет
profile-brought = По рекомендации
profile-brought-clients =
    { $count ->
        [one] { $count } клиент
        [few] { $count } клиента
       *[many] { $count } клиентов
    }
profile-influence-of = влияние { $degree } из 5

# The team of a client.
team-title = Команда клиента
team-add = Добавить
team-none = Кроме ответственного — никого
team-role-placeholder = Сервис, бухгалтерия, поддержка
team-remove = Вывести из команды

# Consents of a client: to mailings, to keeping personal data.
consents-title = Согласия
consents-add = Записать
consents-none = Не спрашивали
consents-given = согласие
consents-refused = отказ
consents-day = Когда
consents-ground = Основание
consents-ground-placeholder = Анкета, письмо, договор №
consents-error-day = Введите день, например 12.05.2026
consents-remove = Удалить запись
consents-more =
    { $count ->
        [one] Ещё { $count } запись
        [few] Ещё { $count } записи
       *[many] Ещё { $count } записей
    }
consents-fewer = Только последнее

# The strip over a card: next step, completeness, freshness.
card-no-next-step = Не назначен
card-step-today = сегодня
card-step-late =
    { $days ->
        [one] просрочен на { $days } день
        [few] просрочен на { $days } дня
       *[many] просрочен на { $days } дней
    }
card-completeness = Заполненность
card-complete = Всё нужное есть
card-missing = Не хватает:
card-freshness = Актуальность
card-checked-on = Проверено { $day }
card-never-checked = Ещё не проверяли
card-stale =
    { $months ->
        [one] не проверяли { $months } месяц
        [few] не проверяли { $months } месяца
       *[many] не проверяли { $months } месяцев
    }
card-check-today = Проверено сегодня
card-no-texts = Пока пусто: расскажите о клиенте в его карточке (F2)
card-values = Свои поля
card-no-values = Свои поля не заполнены
