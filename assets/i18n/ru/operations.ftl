# Labels of the undo button and of the lines in the audit log.
operation-create-workspace = Создание базы
operation-fill-with-samples = Заполнение примерами
operation-add-client = Новая карточка
operation-edit-client = Изменение карточки
operation-delete-clients = Удаление карточек
operation-restore-clients = Восстановление карточек
operation-add-group = Новая группа
operation-rename-group = Переименование группы
operation-delete-group = Удаление группы
operation-change-membership = Изменение состава группы
operation-reassign = Смена ответственного
operation-add-employee = Новый сотрудник
operation-edit-employee = Изменение сотрудника
operation-edit-company = Изменение своей компании
operation-import = Импорт
