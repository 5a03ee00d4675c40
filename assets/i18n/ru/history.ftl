# The log: who did what and when.
history-title = Журнал изменений
history-told =
    { $count ->
        [one] { $count } запись
        [few] { $count } записи
       *[other] { $count } записей
    }
history-told-latest = последние { $count }
history-when = Когда
history-what = Что сделано
history-who = Кто
history-state = Состояние
history-program = Программа
history-undone = Отменено
history-undo-of = Отмена: { $operation }
history-redo-of = Повтор: { $operation }
history-empty = Изменений ещё не было
history-empty-hint = Здесь записано каждое изменение: что сделано, кем и когда.
history-take-back = Отменить
