## Jedna osoba, dwa komunikatory

link-code = Kod: { $code }. Działa raz, przez 10 minut.
link-how = W drugim komunikatorze napisz do nas: /kod { $code }. Na czacie w przeglądarce otwórz: { $link }
link-linked = Te kanały są już połączone. Każdy można odłączyć.
link-take-away = Odłącz: { $channel }
link-taken-away = Odłączone: { $channel }. Tam nic już nie przyjdzie.
link-not-yet = Łączenie kanałów działa na razie dla partnerów i zespołu.
link-done = Połączone! Znamy Cię teraz w obu miejscach, a piszemy tutaj: { $channel }. Zmienia to /ustawienia.
link-self = Ten kod jest stąd. Wpisz go, proszę, w drugim komunikatorze.
link-both-answered = W obu miejscach są odpowiedzi na tę samą konsultację. Dlatego na razie nie da się ich połączyć.
link-told = Połączony kanał: { $channel }. Jeśli to pomyłka, /link go odłączy.
settings-link = Połącz komunikatory
