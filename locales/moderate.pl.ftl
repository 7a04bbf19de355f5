## Czytanie wypowiedzi, zanim przeczyta je ktokolwiek inny

command-name-moderate = moderacja
command-moderate = Dla zespołu: przeczytaj wypowiedzi
moderate-button = Teksty do przeczytania
moderate-left = { $count ->
    [one] Czeka jeden tekst.
    [few] Czekają { $count } teksty.
    [many] Czeka { $count } tekstów.
   *[other] Czeka { $count } tekstu.
}
moderate-asked = { $consultation }: { $question }
moderate-released = Pokaż
moderate-redacted = Zmień
moderate-removed = Usuń
moderate-redact = Napisz ten tekst tak, jak można go pokazać: bez imion, adresów i wszystkiego, co kogoś wskazuje.
moderate-none = Żaden tekst nie czeka na przeczytanie.
moderate-gone = O tym tekście już zdecydowano albo jest zmieniony.
moderated-released = Tekst można cytować.
moderated-redacted = Zapisane w Twoich słowach.
moderated-removed = Usunięte.
moderate-alert = { $count ->
    [one] Jeden tekst czeka na przeczytanie dłużej niż od dziś.
    [few] { $count } teksty czekają na przeczytanie, niektóre dłużej niż od dziś.
    [many] { $count } tekstów czeka na przeczytanie, niektóre dłużej niż od dziś.
   *[other] { $count } tekstu czeka na przeczytanie, dłużej niż od dziś.
}
problem-text-gone = O tym tekście już zdecydowano albo jest zmieniony. Zobacz: npm run hejnal -- moderation list
moderation-command = Wypowiedzi, które czekają na przeczytanie
moderation-list-help = Pokazuje teksty, które czekają, bez słowa o tym, kto pisze
moderation-release-help = Tekst można cytować tak, jak jest
moderation-redact-help = Tekst można cytować w tych słowach
moderation-remove-help = Tekstu nikt nie zobaczy i znika
moderation-id = id tekstu z „moderation list”
moderation-text-option = jak można pokazać ten tekst
moderation-column-id = Id
moderation-column-since = Od
moderation-column-question = Pytanie
moderation-column-text = Tekst
