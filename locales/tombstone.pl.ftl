## Kto usunął swoje dane

tombstone-command = Kto usunął swoje dane, żeby przywrócona kopia ich nie przyniosła z powrotem
tombstone-file = plik, w którym każda linia ma losowy numer i dzień
tombstone-export-help = Zapisuje listę do pliku, do trzymania z dala od bazy
tombstone-replay-help = Usuwa jeszcze raz wszystkich, których przyniosła przywrócona kopia
tombstone-exported =
    { $count ->
        [one] W pliku { $file } jest teraz { $count } wpis.
        [few] W pliku { $file } są teraz { $count } wpisy.
        [many] W pliku { $file } jest teraz { $count } wpisów.
       *[other] W pliku { $file } jest teraz { $count } wpisu.
    }
tombstone-replayed = Na liście: { $listed }. Znów w tej bazie i usunięte jeszcze raz: { $erased }.
problem-tombstone-line = Linia { $line } listy nie jest nasza. Każda ma losowy numer i dzień.
problem-tombstone-unreadable = Pliku { $file } nie da się odczytać.
problem-tombstone-unwritable = Pliku { $file } nie da się zapisać.
