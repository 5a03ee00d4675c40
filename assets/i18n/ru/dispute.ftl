# Asked before an older operation is taken back: what later work stands on.
dispute-title = Отменить «{ $operation }»?
dispute-explained =
    { $count ->
        [one] Всё остальное вернётся, как было. Одно место с тех пор меняли: решите, что с ним делать.
        [few] Всё остальное вернётся, как было. { $count } места с тех пор меняли: решите, что с ними делать.
       *[other] Всё остальное вернётся, как было. { $count } мест с тех пор меняли: решите, что с ними делать.
    }
dispute-keep = Оставить, как сейчас
dispute-put-back = Вернуть, как было
dispute-row-keep = Карточка остаётся со всем, что на ней
dispute-row-put-back = Убрать вместе с тем, что добавили позже
dispute-keep-all = Оставить всё, как сейчас
dispute-put-back-all = Вернуть всё, как было
dispute-later = С тех пор: { $operation }, { $who }, { $when }
dispute-rest =
    { $count ->
        [one] И ещё { $count } место: для него действует общий выбор.
        [few] И ещё { $count } места: для них действует общий выбор.
       *[other] И ещё { $count } мест: для них действует общий выбор.
    }
dispute-card = Карточка
dispute-row = Запись
dispute-other-card = другая карточка
dispute-leave = Не отменять
