# The language of filters: names of fields and phrases as one types them. What a filter is written
# with stands first, what is understood too behind it; # is the place of a number.
filter-field-name = название; краткое название
filter-field-full-name = полное название
filter-field-inn = ИНН
filter-field-kpp = КПП
filter-field-ogrn = ОГРН; ОГРНИП
filter-field-surname = фамилия
filter-field-first-name = имя
filter-field-patronymic = отчество
filter-field-department = отдел; подразделение
filter-field-position = должность
filter-field-external-id = внешний код
filter-field-note = описание; о клиенте
filter-field-situation = рыночная ситуация; ситуация
filter-field-products = продукция; товары
filter-field-customers = покупатели; клиенты клиента
filter-field-market-position = положение на рынке
filter-field-goals = цели
filter-field-culture = культура
filter-field-indicators = показатели
filter-field-strengths = сильные стороны
filter-field-weaknesses = слабые стороны
filter-field-education = образование
filter-field-skills = навыки
filter-field-hobbies = увлечения
filter-field-likes = любит; что любит
filter-field-dislikes = чего не любит
filter-field-family = семья
filter-field-preferred-time = удобное время
filter-field-next-step = следующий шаг; шаг
filter-field-owner = ответственный; менеджер
filter-field-role = роль
filter-field-sex = пол
filter-field-birthday = день рождения; дата рождения
filter-field-employer = место работы; организация; работодатель
filter-field-since = клиент с; с нами с
filter-field-segment = сегмент; сегмент рынка; отрасль
filter-field-source = источник
filter-field-category = вид контрагента; категория
filter-field-stage = стадия; стадия отношений
filter-field-recommended-by = кто рекомендовал; рекомендовал
filter-field-preferred-medium = канал связи; канал; как удобнее связаться
filter-field-political-role = роль в решениях
filter-field-influence = степень влияния; влияние
filter-field-next-step-on = дата следующего шага; дата шага
filter-field-checked-on = дата проверки; проверено; проверен; проверена
filter-field-phone = телефон
filter-field-email = почта; e-mail; email; эл. почта
filter-field-web = сайт
filter-field-city = город
filter-field-region = регион; область
filter-field-postal-code = индекс; почтовый индекс
filter-field-street = улица; адрес
filter-field-account = счёт; расчётный счёт
filter-field-bank = банк
filter-field-bik = БИК
filter-field-group = группа; группы
filter-field-team = команда; в команде
filter-field-completeness = заполненность
filter-field-created-on = дата создания; создано; создан; создана

# Phrases.
filter-word-and = и
filter-word-or = или; либо
filter-word-not = не
filter-word-is = равно; равен; равна; это
filter-word-is-not = не равно; не равен; не равна
filter-word-contains = содержит; содержат; включает
filter-word-begins = начинается с; начинается на; начинаются с
filter-word-empty = отсутствует; отсутствуют; пусто; пуст; пуста; пустой; пустая; не указан; не указана; не указано; не указаны; не заполнен; не заполнена; не заполнено; не заполнены
filter-word-filled = есть; указан; указана; указано; указаны; заполнен; заполнена; заполнено; заполнены; не пусто; не пуст; не пуста
filter-word-between = от; между; с
filter-word-to = до; и; по
filter-word-any-of = среди; в; из; один из; одна из; одно из; любой из; любая из; любое из; в списке
filter-word-none-of = не среди; не в; не из; ни один из; ни одна из; ни одно из; кроме
filter-word-today = сегодня
filter-word-this-week = на этой неделе; эта неделя
filter-word-this-month = в этом месяце; этот месяц
filter-word-this-year = в этом году; этот год
filter-word-next = в ближайшие # дней; в ближайшие # дня; в ближайший # день; в следующие # дней; ближайшие # дней; через # дней
filter-word-last = за последние # дней; за последние # дня; за последний # день; последние # дней
filter-word-months-ago = более # месяцев назад; более # месяца назад; более # месяц назад; старше # месяцев; старше # месяца; больше # месяцев назад
filter-word-past = в прошлом; до сегодня; раньше сегодня; просрочен; просрочена; просрочено
filter-word-future = в будущем; после сегодня; позже сегодня
filter-word-yes = да
filter-word-no = нет
filter-word-me = я; мне; мой
filter-word-view = вид; список

# The phrases with a number, as they are written; each form is understood too.
filter-say-next =
    { $count ->
        [one] в ближайший { $count } день
        [few] в ближайшие { $count } дня
       *[other] в ближайшие { $count } дней
    }
filter-say-last =
    { $count ->
        [one] за последний { $count } день
        [few] за последние { $count } дня
       *[other] за последние { $count } дней
    }
filter-say-months-ago =
    { $count ->
        [one] более { $count } месяца назад
       *[other] более { $count } месяцев назад
    }

# What is wrong with a typed filter: the place, what belongs there, what was perhaps meant.
filter-expected-field = здесь ждали название поля (слово И внутри значения берут в кавычки)
filter-expected-test = здесь ждали знак или слово сравнения: =, <>, содержит, есть, отсутствует
filter-expected-suitable-test = это поле так не спрашивают
filter-expected-value = здесь ждали значение
filter-expected-number = здесь ждали число
filter-expected-day = здесь ждали день, например 29.06.2026
filter-expected-choice = нет такого значения у этого поля
filter-expected-yes-no = здесь ждали «да» или «нет»
filter-expected-view = нет такого сохранённого вида
filter-expected-list = здесь ждали список в скобках: (А, Б)
filter-expected-second-end = здесь ждали второй конец промежутка: до …
filter-expected-closing = не хватает закрывающей скобки
filter-expected-quote = кавычка не закрыта
filter-expected-connective = здесь ждали И, ИЛИ либо конец
filter-expected-shallower = слишком много вложенных скобок
filter-mistake = Место { $place }, «{ $found }»: { $expected }.
filter-mistake-at-end = В конце: { $expected }.
filter-near = Похоже: { $names }.
# Why a filter that was understood cannot be asked.
filter-fault-field = В фильтре есть поле, которого больше нет или нет у этого списка. Уберите это условие.
filter-fault-unsuitable = Поле «{ $field }» так не спрашивают. Измените это условие.
filter-fault-view = Фильтр ссылается на сохранённый вид, которого больше нет. Уберите это условие.
filter-fault-cycle = Сохранённый вид ссылается сам на себя. Измените его фильтр.
