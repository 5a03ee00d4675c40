# Asked before an older operation is taken back: what later work stands on.
dispute-title = Take back “{ $operation }”?
dispute-explained =
    { $count ->
        [one] Everything else goes back to what it was. One thing was changed since: decide what becomes of it.
       *[other] Everything else goes back to what it was. { $count } things were changed since: decide what becomes of them.
    }
dispute-keep = Keep as it is now
dispute-put-back = Put back as it was
dispute-row-keep = The card stays with all that is on it
dispute-row-put-back = It goes, with what was added later
dispute-keep-all = Keep all as it is now
dispute-put-back-all = Put all back as it was
dispute-later = Since then: { $operation }, { $who }, { $when }
dispute-rest =
    { $count ->
        [one] And { $count } more: the common choice holds for it.
       *[other] And { $count } more: the common choice holds for them.
    }
dispute-card = Card
dispute-row = Entry
dispute-other-card = another card
dispute-leave = Do not take back
