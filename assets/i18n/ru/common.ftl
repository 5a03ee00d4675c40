# Words of the frame: the rail on the left, the bar on top, news in the corner.
common-name = Vizitka
common-clients = Клиенты
common-bin = Корзина
common-history = Журнал
common-settings = Настройки
common-search-hint = Поиск по всему: имя, телефон, ИНН, почта
common-samples = Примеры
common-samples-tip = Примеры живут в памяти и исчезнут вместе с окном
common-saved = сохранено
common-read-only = только чтение
common-create = Создать
common-create-organization = Организация
common-create-person = Человек
common-past-imports = Прошлые импорты
common-create-task = Задача
common-create-project = Проект
common-import = Импорт…
common-close-file = Закрыть файл
common-detach = В отдельном окне
common-close = Закрыть
common-undo = Отменить
common-redo = Вернуть
common-undo-tip = Отменить: { $operation } (Ctrl Z)
common-redo-tip = Повторить: { $operation } (Ctrl Y)
common-undone = Отменено: { $operation }
common-redone = Повторено: { $operation }
common-busy = Идёт импорт. Дождитесь конца или остановите его: тогда ничего не изменится.

# Asked when the window is closed over input that is not saved.
common-closing = Закрыть без сохранения?
common-closing-text = В карточке есть несохранённые изменения. Если закрыть окно сейчас, они пропадут; всё сохранённое раньше цело.
common-stay = Остаться
common-close-anyway = Закрыть без сохранения
common-today = Сегодня
common-reminders = Напоминания
common-no-reminders = Напоминаний нет (Ctrl B)
common-reminders-tip = Напоминания: { $count } (Ctrl B)
