# Settings: kinds of operation with their results and reminders.
settings-kinds = Виды операций
kinds-hint = Звонок, презентация, договор. У каждого вида свой значок и свой справочник результатов.
kinds-none = Видов операций пока нет. Добавьте первый: например, звонок.
kinds-new = Новый вид операции
kinds-kind = Вид операции
kinds-name = Название
kinds-nameless = Напишите название вида
kinds-taken = Вид с таким названием уже есть
kinds-icon = Значок
kinds-no-time = Без времени
kinds-checklist-placeholder = Каждый пункт с новой строки
kinds-offered = Предлагать для новых задач
kinds-not-offered = Не предлагается
kinds-retire = Не предлагать
kinds-used =
    { $count ->
        [one] Этого вида { $count } задача: она останется, а для новых вид предлагаться не будет.
        [few] Этого вида { $count } задачи: они останутся, а для новых вид предлагаться не будет.
       *[other] Этого вида { $count } задач: они останутся, а для новых вид предлагаться не будет.
    }
kinds-results = Результаты
kinds-no-results = Результатов пока нет: по ним считают, чем кончаются такие операции.
kinds-result-add = Результат
kinds-result-name = Результат
kinds-result-meaning = Для сделки это
kinds-result-offered = Предлагать при завершении
kinds-result-uses =
    { $count ->
        [one] { $count } задача
        [few] { $count } задачи
       *[other] { $count } задач
    }
kinds-result-required = Завершать только с результатом
kinds-next = Затем предложить
kinds-next-none = Ничего
kinds-next-days = Через раб. дней
kinds-keys = Insert — новый, Alt+↑↓ — переставить, Delete — убрать
