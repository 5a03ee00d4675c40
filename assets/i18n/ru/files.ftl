# Files on a card, its dossier, and the erasure of a person.
file-size-bytes = { $number } Б
file-size-kilobytes = { $number } КБ
file-size-megabytes = { $number } МБ
file-size-gigabytes = { $number } ГБ
files-title = Файлы
files-none = Перетащите файл на карточку или нажмите «Приложить». До 50 МБ; одинаковое содержимое хранится один раз.
files-add = Приложить
files-choose = Какой файл приложить?
files-path = Путь к файлу
files-save = Сохранить как…
files-save-path = Куда сохранить
files-saved = Файл сохранён: { $path }
files-any = Файлы
files-open = Открыть
files-rename = Переименовать
files-remove = Убрать с карточки
files-leave = Не надо
files-name = Новое имя
files-more = Что сделать с файлом «{ $name }»
files-missing = Содержимого нет рядом с базой: верните файлы базы на место.
files-risky = Такой файл может запустить программу, поэтому отсюда он не открывается. Сохраните его, если точно знаете, от кого он.
files-count = { $done } из { $total }
files-stop = Остановить
# The name of a dropped file whose own name had nothing in it that can be kept.
files-nameless = вложение.bin
