## Jedna osoba, dwa komunikatory

link-code = Kod: { $code }. Działa raz, przez 10 minut.
link-how = W drugim komunikatorze napisz do nas: /kod { $code }. Na czacie w przeglądarce otwórz: { $link }
link-keep = Nie pokazuj nikomu tego kodu. Kto go wpisze, jest dla nas Tobą i widzi Twoje odpowiedzi.
link-linked = Te kanały są już połączone. Każdy można odłączyć.
link-nothing-yet = Tutaj nic jeszcze o Tobie nie mamy, więc nie ma czego łączyć. Rozmowa trwa już gdzie indziej? Wpisz tam /link, a potem kod tutaj.
link-take-away = Odłącz: { $channel }
link-taken-away = Odłączone: { $channel }. Tam nic już nie przyjdzie.
link-done = Połączone! Znamy Cię teraz w obu miejscach, a piszemy tutaj: { $channel }. Zmienia to /ustawienia.
link-self = Ten kod jest stąd. Wpisz go, proszę, w drugim komunikatorze.
link-both-answered = Twoje odpowiedzi są w obu miejscach. Gdzie na jedno pytanie są dwie, liczy się ta stąd.
link-both-change = Dopóki konsultacja trwa, można je zmieniać.
link-too-young = Tych dwóch miejsc nie da się połączyć: jedno z nich jest dla starszych. Możesz odpowiadać dalej tam, gdzie na początku, albo na stronie miasta.
link-told = Połączony kanał: { $channel }. Jeśli to nie Ty, /odłącz go usunie.
unlink-which = Który kanał odłączyć?
unlink-here = Twoje odpowiedzi zostają tutaj. Odłączony kanał już Cię nie zna.
unlink-none = Żaden inny kanał nie jest połączony. Łączy je /połącz.
unlink-kept = Twoje odpowiedzi zostają tutaj. Jeśli mamy nie pisać, to w obu miejscach.
settings-link = Połącz komunikatory
settings-unlink = Odłącz kanał
command-name-unlink = odłącz
command-unlink = Odłączenie połączonego kanału
