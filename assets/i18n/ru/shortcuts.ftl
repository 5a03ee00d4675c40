# The list of keyboard shortcuts (F1).
shortcuts-title = Сочетания клавиш
shortcuts-close = Закрыть

# Names of keys.
shortcuts-key-space = Пробел
shortcuts-key-arrows = Стрелки
shortcuts-key-letters = Буквы

shortcuts-everywhere = Везде
shortcuts-search = Поиск по всему
shortcuts-new = Новая организация
shortcuts-new-person = Новый человек; из карточки — контакт
shortcuts-new-task = Новая задача
shortcuts-new-project = Новый проект
shortcuts-log-call = Записать звонок: результат по номеру
shortcuts-import = Импорт таблицы
shortcuts-go-on = Импорт, рассылка: дальше
shortcuts-undo = Отменить последнее
shortcuts-redo = Повторить отменённое
shortcuts-settings = Настройки
shortcuts-window = В отдельное окно; закрыть его
shortcuts-help = Этот список
shortcuts-leave = Закрыть, вернуться

shortcuts-lists = В списке
shortcuts-move = По строкам
shortcuts-page = По страницам
shortcuts-ends = В начало, в конец
shortcuts-open = Открыть карточку
shortcuts-select = Отметить строку
shortcuts-filter = Конструктор фильтров
shortcuts-select-all = Отметить всё
shortcuts-delete = Удалить в корзину
shortcuts-edit-cell = Изменить ячейку
shortcuts-edit-field = Изменить поле у выбранных
shortcuts-next-step = Следующий шаг
shortcuts-letters = Письма отмеченным
shortcuts-merge = Объединить выбранных
shortcuts-export = Экспорт списка
shortcuts-duplicates = Дубли
shortcuts-columns = К соседней колонке; с Alt — переставить
shortcuts-choose-columns = Выбрать колонки
shortcuts-views = Сохранённые виды
shortcuts-row-menu = Меню строки
shortcuts-type = Искать в списке

shortcuts-card = В карточке
shortcuts-edit = Изменить
shortcuts-save = Сохранить
shortcuts-submit = Сохранить из поля
shortcuts-next = Следующее поле, предыдущее
shortcuts-cancel = Выйти из правки
shortcuts-line = Изменить, удалить строку карточки
shortcuts-department = Двигать по подразделениям
shortcuts-tabs = Соседняя вкладка
shortcuts-attach = Приложить файл (вкладка «Файлы»)
shortcuts-dossier = Досье клиента на одном листе
shortcuts-cases = Падежи имени и должности
shortcuts-paste = Вставить реквизиты
shortcuts-history = История отношений
shortcuts-note = Новая заметка

shortcuts-alike = Дубли и объединение
shortcuts-merge-pair = Сравнить и объединить пару
shortcuts-distinct = Это разные клиенты
shortcuts-pick-side = Взять значение другой карточки
shortcuts-survivor = Оставить карточку по номеру
shortcuts-merge-now = Объединить карточки

shortcuts-map = На карте влияния
shortcuts-map-move = К соседу; Enter открывает карточку
shortcuts-map-degree = Степень влияния, 0 — убрать
shortcuts-map-role = К роли выбранного
shortcuts-reminders = Напоминания

shortcuts-calendar = В календаре
shortcuts-scopes = День, будни, неделя, месяц, список
shortcuts-calendar-step = Раньше, позже
shortcuts-calendar-today = Сегодня
shortcuts-calendar-new = Новая запись
shortcuts-calendar-move = К соседней записи; Enter открывает
shortcuts-calendar-shift = Сдвинуть запись на четверть часа или день
shortcuts-calendar-stretch = Продлить или сократить запись
shortcuts-calendar-remind = Напоминания записи
shortcuts-calendar-menu = Меню записи
shortcuts-calendar-window = Ещё один календарь в своём окне
shortcuts-tree = В дереве задач
shortcuts-tree-fold = Закрыть, открыть ветвь
shortcuts-tree-add = Новая задача, новый этап
shortcuts-tree-edit = Изменить
shortcuts-tree-finish = Завершить; вернуть в работу
shortcuts-tree-move = Переставить

shortcuts-deals = На доске сделок
shortcuts-deals-move = По сделкам
shortcuts-deals-carry = На соседний шаг
shortcuts-deals-end = Выиграна, проиграна
shortcuts-deals-client = Карточка клиента

shortcuts-tasks-page = На странице задач
shortcuts-tasks-finish = Завершить
shortcuts-tasks-move = На день раньше, позже
shortcuts-calendar-print = Открыть эти дни документом для печати
shortcuts-papers-page = В документах и продажах
shortcuts-papers-new = Создать
shortcuts-papers-open = Открыть
shortcuts-papers-menu = Меню: создать на основании, оплата
shortcuts-papers-delete = Удалить

shortcuts-paper = В документе
shortcuts-paper-make = Сформировать .docx
shortcuts-paper-print = Сформировать и напечатать
shortcuts-paper-day = В поле даты: календарь

shortcuts-statement = В выписке банка
shortcuts-statement-accept = Принять предложенное
shortcuts-statement-nobody = Ни к кому не относить
shortcuts-statement-enter = Провести оплаты

shortcuts-templates = В шаблонах документов
shortcuts-templates-add = Добавить файл
shortcuts-templates-word = Изменить в Word
shortcuts-templates-rename = Переименовать

shortcuts-settings-lists = В списках настроек
shortcuts-settings-copy = Копия шаблона проекта
