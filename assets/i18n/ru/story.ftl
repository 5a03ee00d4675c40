# The history of a card: what was done to what stands on it.
story-whole = Показать всё
story-rest =
    { $count ->
        [one] и ещё { $count } строка
        [few] и ещё { $count } строки
       *[other] и ещё { $count } строк
    }
story-came = { $what }: { $value } — с карточки «{ $card }»
story-left = { $what }: { $value } — на карточку «{ $card }»
story-merged = Объединена с карточкой «{ $card }»
story-merged-into = Влита в карточку «{ $card }»
story-parted = Снова отдельно от карточки «{ $card }»
story-distinct = Отмечено: это не «{ $card }»
story-distinct-no-more = Больше не отмечено, что это не «{ $card }»
story-other-card = другая карточка
story-main = Основной
story-department = Подразделение
story-department-parent = Внутри
story-job = Место работы
story-team = В команде клиента
story-team-who = Сотрудник
story-team-role = Роль
story-note = Заметка
story-key-point = Заметка наверху
story-consent = Согласие, { $subject }
story-consent-said = Ответ
story-file = Файл
