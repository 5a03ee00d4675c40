# Words for what is known of a client beyond its requisites: labels, closed lists.
profile-situation = Рыночная ситуация
profile-products = Что производит или продаёт
profile-customers = Кто её клиенты
profile-market-position = Положение на рынке
profile-goals = Текущие цели
profile-culture = Корпоративная культура
profile-indicators = По каким показателям судит о себе
profile-strengths = Сильные стороны
profile-weaknesses = Слабые стороны
profile-education = Образование
profile-skills = Дополнительные навыки
profile-hobbies = Увлечения и интересы
profile-likes = Что любит
profile-dislikes = Чего не любит
profile-family = Семья, домашние животные
profile-preferred-time = Удобное время
profile-next-step = Следующий шаг

# How far the relationship has come.
stage-prospect = Возможный клиент
stage-responder = Откликнулся
stage-active = Покупает
stage-former = Бывший

# A way to reach somebody.
medium-phone = Телефон
medium-email = Почта
medium-messenger = Мессенджер
medium-meeting = Встреча
medium-post = Письмо
medium-fax = Факс
medium-web = Сайт

# The part a person plays in decisions.
political-role-decision-maker = Принимает решение
political-role-adviser = Советует
political-role-supporter = За нас
political-role-opponent = Против нас
political-role-gatekeeper = Открывает двери
political-role-user = Пользуется
political-role-payer = Платит

# Kinds of identity document.
document-kind-passport = Паспорт
document-kind-travel-passport = Загранпаспорт
document-kind-driving-licence = Водительское удостоверение
document-kind-birth-certificate = Свидетельство о рождении
document-kind-military-card = Военный билет
document-kind-residence-permit = Вид на жительство
document-kind-other = Другой документ

# Events of a life.
event-kind-licence = Получил права
event-kind-university = Окончание вуза
event-kind-new-job = Новая работа
event-kind-family-feast = Семейный праздник
event-kind-house = Новое жильё
event-kind-car = Новая машина
event-kind-marriage = Свадьба
event-kind-birth = Рождение ребёнка
event-kind-divorce = Развод
event-kind-dismissal = Увольнение
event-kind-retirement = Выход на пенсию
event-kind-other = Другое событие

# What a consent is about.
consent-subject-mailing = Рассылки
consent-subject-personal-data = Персональные данные

# What a custom field holds.
shape-text = Текст
shape-number = Число
shape-money = Деньги
shape-date = Дата
shape-yes-no = Да или нет
shape-list = Список
shape-multi-list = Список, несколько значений
shape-link = Ссылка на карточку

# Links between two cards, as each of them names the other.
link-reports-to = Подчиняется
link-reports-to-reverse = Руководит
link-works-with = Работает вместе с
link-influences = Влияет на
link-influences-reverse = Под влиянием
link-advises = Консультирует
link-advises-reverse = Консультант
link-owns = Владеет
link-owns-reverse = Владелец
link-includes = Дочерняя компания
link-includes-reverse = Головная компания
link-supplies = Поставляет
link-supplies-reverse = Поставщик
link-competes = Конкурент
link-related = Родственник
link-friends = Друг

# Labels of the other values of a card.
profile-segment = Сегмент рынка
profile-source = Источник
profile-category = Вид контрагента
profile-stage = Стадия отношений
profile-recommended-by = Кто рекомендовал
profile-preferred-medium = Как удобнее связаться
profile-political-role = Роль в решениях
profile-influence = Степень влияния
profile-next-step-on = Дата следующего шага
profile-checked-on = Проверено
profile-value = Своё поле

# Fields an office may require, as far as they are not named elsewhere.
item-phone = Телефон
item-email = Почта
item-web = Сайт
