# Settings: templates of projects, the tree of their steps.
settings-templates = Шаблоны проектов
templates-hint = Этапы и операции, которые проект получает сразу, со сроками в рабочих днях от начала.
templates-none = Шаблонов пока нет. Составьте свой или сохраните как шаблон готовый проект.
templates-new = Новый шаблон
templates-name = Название шаблона
templates-nameless = Напишите название шаблона
templates-copy = Скопировать
templates-copy-of = { $name } (копия)
templates-steps =
    { $count ->
        [one] { $count } шаг
        [few] { $count } шага
       *[other] { $count } шагов
    }
templates-empty = Шагов пока нет: добавьте этап или операцию.
templates-keys = Insert — операция, Shift+Insert — этап, Alt+стрелки — переставить, Delete — убрать
templates-add-operation = Операция
templates-add-stage = Этап
templates-unnest = Вынести из этапа
templates-nest = Вложить в этап выше
templates-no-room = Туда этому шагу нельзя: выше нет этапа, или уровней в дереве станет больше четырёх.
templates-no-step = Выберите шаг слева.
templates-nameless-step = Без названия
templates-operation = Операция
templates-no-kind = Без вида
templates-who = Кто выполняет
templates-leader = Кто ведёт проект
templates-offset = Начать через раб. дней
templates-days = Срок, раб. дней
templates-days-unread = Число от 0 до 999
templates-time = Время начала
templates-time-unread = Время, например 10:00
templates-first-day = в первый день
templates-day = +{ $days } раб. дн.
templates-required = обязательно
templates-list-keys = Insert — новый, Ctrl+D — копия, Delete — убрать
