# Files on a card, its dossier, and the erasure of a person.
file-size-bytes = { $number } B
file-size-kilobytes = { $number } KB
file-size-megabytes = { $number } MB
file-size-gigabytes = { $number } GB
files-title = Files
files-none = Drop a file on the card, or press “Attach”. Up to 50 MB; the same content is kept once.
files-add = Attach
files-choose = Which file is to be attached?
files-path = Path of the file
files-save = Save as…
files-save-path = Where to save it
files-saved = The file is saved: { $path }
files-any = Files
files-open = Open
files-rename = Rename
files-remove = Remove from the card
files-leave = Never mind
files-name = New name
files-more = What to do with “{ $name }”
files-missing = What is in it is not beside the base: put the files of the base back.
files-risky = Such a file can run a program, so it is not opened from here. Save it if you know for sure whom it is from.
files-count = { $done } of { $total }
files-stop = Stop
# The name of a dropped file whose own name had nothing in it that can be kept.
files-nameless = attachment.bin
