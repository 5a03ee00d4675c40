# The bin: deleted cards and papers.
bin-title = Корзина
bin-told =
    { $count ->
        [one] { $count } карточка
        [few] { $count } карточки
       *[other] { $count } карточек
    }
bin-told-latest = последние { $count }
bin-tab-cards = Карточки · { $count }
bin-tab-papers = Документы · { $count }
bin-restore = Восстановить
bin-restore-chosen = Восстановить: { $count }
bin-name = Название
bin-kind = Что это
bin-when = Удалено
bin-how = Действие
bin-organization = Организация
bin-person = Человек
bin-empty = Корзина пуста
bin-empty-hint = Удалённые карточки попадают сюда вместе с телефонами, адресами и счетами. Отсюда их можно вернуть.
