# Links, departments, the map of influence, and the life of a person, each on the card.
biography-edit = Изменить (F2)
biography-remove = Удалить (Delete)
biography-save = Сохранить
biography-cancel = Отмена
biography-pick-placeholder = Начните вводить имя, ИНН или телефон
biography-pick-missing = Выберите карточку из списка
biography-day-placeholder = 12.05.2027
biography-no-day = Напишите день как 12.05.2027

# The tab of the map of influence.
card-tab-influence = Влияние

# Links to other cards.
links-title = Связи
links-add = Связь
links-none = Связей пока нет: кто кому принадлежит, кто кого консультирует, с кем конкурирует.
links-more = Показать ещё { $count }
links-other = Другая связь
links-relation = Кем приходится
links-card = Карточка
links-note = Примечание
links-supplied = Мы поставляем
links-supplied-long = Мы поставляем и ему
links-supplied-here = Поставляем и сюда
links-supplied-here-long = Мы поставляем и клиенту этой карточки
links-double = Такая связь уже есть
links-new-kind = Новый вид связи…
links-kind-name = Как назвать здесь
links-kind-name-placeholder = Наставник
links-kind-reverse = Как назвать на той карточке
links-kind-reverse-placeholder = Ученик
links-kind-missing = Назовите вид связи

# Departments of an organisation.
departments-title = Подразделения
departments-add = Подразделение
departments-add-inside = Добавить внутрь (Insert)
departments-rename = Переименовать (F2)
departments-remove = Удалить, люди останутся (Delete)
departments-none = Подразделений пока нет. Добавьте их и расставьте по ним людей мышью или клавишами.
departments-without = Без подразделения
departments-everybody = Все люди расставлены по подразделениям
departments-name = Название подразделения
departments-name-missing = Назовите подразделение
departments-name-taken = Такое подразделение здесь уже есть
departments-outside = верхний уровень
departments-moving = { $what } → { $onto }
departments-hint = Перетащите строку мышью или двигайте её клавишами Alt + стрелки; Insert — добавить внутрь.

# Where a person works and worked.
career-title = Карьера
career-add = Место работы
career-move = Сменил работу
career-move-explained = Прежнее место останется в карьере, новое станет основным.
career-none = Нигде не работает, и прежних мест не записано.
career-main = Основное
career-now = Сейчас
career-past = Раньше
career-unnamed = Организация не указана
career-employer-missing = Назовите организацию
career-first-day = Первый день
career-last-day = Последний день
career-last-day-hint = Пусто, пока работает
career-since = с { $day }
career-until = до { $day }

# Identity documents of a person.
documents-title = Документы
documents-add = Документ
documents-none = Документов пока нет.
documents-kind = Вид документа
documents-series = Серия
documents-number = Номер
documents-issued-by = Кем выдан
documents-issued-on = Дата выдачи
documents-expires-on = Действует до
documents-blank = Впишите серию или номер
documents-issued = выдан { $day }
documents-valid = до { $day }

# Events in the life of a person.
events-title = События жизни
events-add = Событие
events-none = Событий пока нет: свадьба, новая машина, рождение ребёнка — всё, с чем поздравляют.
events-kind = Что произошло
events-day = День
events-day-placeholder = 12.05.1994
events-day-hint = Год можно не указывать
events-no-day = Напишите день как 12.05.1994 или 12.05
events-note = Примечание
events-reminds = Напоминать каждый год
events-next =
    { $days ->
        [0] сегодня
        [one] { $day }, через { $days } день
        [few] { $day }, через { $days } дня
       *[other] { $day }, через { $days } дней
    }

# The map of influence.
influence-title = Карта влияния
influence-none = Карта пуста: отметьте, кто кому подчиняется, кто с кем работает и кто на кого влияет.
influence-links = Кто с кем связан
influence-add = Связь на карте
influence-who = Кто
influence-does = Что делает
influence-whom = С кем, кому, на кого
influence-open = Открыть карточку
influence-no-role = Роль не указана
influence-hidden =
    { $count ->
        [one] Ещё { $count } человек без связей и роли на карте не показан
        [few] Ещё { $count } человека без связей и роли на карте не показаны
       *[other] Ещё { $count } человек без связей и роли на карте не показаны
    }
influence-legend-leads = подчиняется тому, кто выше
influence-legend-works = работают вместе
influence-legend-influences = влияет
influence-legend-degree = степень влияния, до пяти
