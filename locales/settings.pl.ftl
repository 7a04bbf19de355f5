## Jak do kogoś pisać

settings-button = Ustawienia
settings-lead = Twoje ustawienia. Zaznaczone jest to, co działa teraz.
settings-quiet = Cisza od { $from } do { $to }: wtedy nic od nas nie przychodzi.
settings-digest = O terminach piszemy raz dziennie, w jednej wiadomości.
settings-each = O każdym terminie piszemy osobno.
settings-channel = Piszemy tutaj: { $channel }. Inne kanały są na zapas.
settings-quiet-button = Cisza { $from }–{ $to }
settings-quiet-own = Inne godziny ciszy…
settings-day-button = Jedna wiadomość dziennie
settings-each-button = Każdy termin osobno
settings-channel-button = Pisz tutaj: { $channel }
settings-calendar = Mój kalendarz
settings-quiet-ask = Od której do której ma być cisza? Napisz na przykład: 19:00-7:30
settings-quiet-unclear = Nie widać tu dwóch godzin.
settings-quiet-too-long = To prawie cała doba. Zostaw, proszę, choć 4 godziny na wiadomości.
