## Terminy we własnym kalendarzu

calendar-name = Terminy dla miasta
calendar-name-of = Terminy: { $entity }
calendar-measure = Działanie { $code }: { $name }
calendar-entity = Podmiot: { $entity }
calendar-answer = Odpowiedź: na czacie, poleceniem /terminy. { $link }
calendar-done = ✓ { $name }

calendar-link = Twój kalendarz z terminami: { $link }
calendar-link-how = Dodaj ten adres w swoim programie jako kalendarz z internetu (subskrypcja). Zmienione daty przyjdą same.
calendar-link-secret = Adres widać tylko teraz. Kto go ma, widzi te terminy, więc zachowaj go dla siebie.
calendar-have = Twój kalendarz ma już adres, a widać go tylko raz. Nowy adres kończy działanie poprzedniego.
calendar-new-button = Nowy adres
calendar-off-button = Wyłącz adres
calendar-off = Ten adres już nie działa. Nowy: /kalendarz

calendar-command = Terminy podmiotu w kalendarzu
calendar-link-help = Tworzy tajny adres kalendarza podmiotu; poprzedni przestaje działać
calendar-revoke-help = Wyłącza adres kalendarza osoby albo podmiotu
calendar-made = Kalendarz: { $link }
calendar-made-once = Ten adres widać tylko teraz. Przekaż go, proszę, bezpieczną drogą.
calendar-revoked = Wyłączony: { $id }
problem-calendar-unknown = „{ $id }” nie ma kalendarza z adresem, który działa.
