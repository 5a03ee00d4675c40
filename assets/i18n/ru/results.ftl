# Results of work: how often each was reached, who did how much, the tasks behind each figure.
results-title = Результаты
results-told = { $count ->
        [one] { $count } операция
        [few] { $count } операции
       *[many] { $count } операций
    }
results-by-result = Результат
results-by-kind = Вид операции
results-by-employee = Сотрудник
results-by-client = Клиент
results-by-contact = Контактное лицо
results-week = Эта неделя
results-month = Этот месяц
results-last-month = Прошлый месяц
results-quarter = Этот квартал
results-year = Этот год
results-last-year = Прошлый год
results-all-time = За всё время
results-own-time = Свой период
results-from = С какого дня
results-to = По какой день
results-day-unread = Введите день: 01.06.2026
results-project = Проект или его клиент
results-everybody = Все сотрудники
results-all-clients = Показать по всем клиентам
results-all-projects = Все проекты
results-only-client = Только по нему
results-done = Всего
results-share = Доля
results-percent = { $number } %
results-none = Не указано
results-finished = Завершена
results-task = Задача
results-tasks = { $count ->
        [one] { $count } задача
        [few] { $count } задачи
       *[many] { $count } задач
    }
results-copy = Скопировать
results-copied = Таблица скопирована
results-empty = За это время ничего не завершено
results-empty-hint = Здесь видно, чем кончились звонки, встречи и презентации. Выберите другое время или завершите задачу с результатом.
