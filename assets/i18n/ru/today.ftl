# The page of the day.
today-new-task = Новая задача
today-plan = План на день
today-no-plan = На сегодня ничего не запланировано.
today-overdue = Просрочено
today-given = Поручено мной
today-neglected = Без следующего шага
today-no-neglected = У каждого вашего клиента есть следующий шаг.
today-feasts = Дни рождения и праздники
today-no-feasts = В ближайшие семь дней нет.
today-happenings = Последнее
today-no-happenings = Здесь появится то, что вы и коллеги делаете с клиентами.
today-all-day = день
today-in = через { $span }
today-until = до { $day }
today-done = Готово
today-is-done = готово
today-count-plan = { $count ->
        [one] { $count } дело
        [few] { $count } дела
       *[many] { $count } дел
    }
today-count-overdue = { $count } просрочено
today-count-birthdays = { $count ->
        [one] { $count } день рождения
        [few] { $count } дня рождения
       *[many] { $count } дней рождения
    }
today-years = { $count ->
        [one] { $count } год
        [few] { $count } года
       *[many] { $count } лет
    }
today-monday = Понедельник
today-tuesday = Вторник
today-wednesday = Среда
today-thursday = Четверг
today-friday = Пятница
today-saturday = Суббота
today-sunday = Воскресенье
today-january = января
today-february = февраля
today-march = марта
today-april = апреля
today-may = мая
today-june = июня
today-july = июля
today-august = августа
today-september = сентября
today-october = октября
today-november = ноября
today-december = декабря
today-takings = Поступления · { $month }
today-share = { $percent } % прошлого месяца
today-before = в прошлом { $sum }
today-awaited = { $count ->
        [one] Ждём оплаты · { $count } счёт
        [few] Ждём оплаты · { $count } счёта
       *[many] Ждём оплаты · { $count } счетов
    }
today-late = { $count ->
        [one] Просрочен · { $count } счёт
        [few] Просрочены · { $count } счёта
       *[many] Просрочены · { $count } счетов
    }
