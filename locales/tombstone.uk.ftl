## Хто стер свої дані

tombstone-command = Хто стер свої дані, щоб відновлена копія не повернула їх
tombstone-file = файл, де в кожному рядку випадковий номер і день
tombstone-export-help = Записує список у файл, щоб тримати окремо від бази
tombstone-replay-help = Ще раз стирає всіх, кого повернула відновлена копія
tombstone-exported =
    { $count ->
        [one] У файлі { $file } тепер { $count } запис.
        [few] У файлі { $file } тепер { $count } записи.
        [many] У файлі { $file } тепер { $count } записів.
       *[other] У файлі { $file } тепер { $count } запису.
    }
tombstone-replayed = У списку: { $listed }. Знову в цій базі й стерто ще раз: { $erased }.
problem-tombstone-line = Рядок { $line } списку не наш. Кожен має випадковий номер і день.
problem-tombstone-unreadable = Файл { $file } не читається.
problem-tombstone-unwritable = Файл { $file } не записується.
