## Who erased themselves

tombstone-command = Who erased themselves, so that a restored backup does not bring them back
tombstone-file = a file with a random number and a day on each line
tombstone-export-help = Writes the list to a file, to be kept apart from the database
tombstone-replay-help = Erases anew whoever a restored backup has brought back
tombstone-exported =
    { $count ->
        [one] { $count } entry is in { $file } now.
       *[other] { $count } entries are in { $file } now.
    }
tombstone-replayed = On the list: { $listed }. Back in this database and erased anew: { $erased }.
problem-tombstone-line = Line { $line } of the list is none of ours. Each has a random number and a day.
problem-tombstone-unreadable = { $file } cannot be read.
problem-tombstone-unwritable = { $file } cannot be written.
