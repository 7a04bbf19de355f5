## Osoby, które mówią w imieniu podmiotów

contact-command = Osoby, które mówią w imieniu podmiotów
contact-invite-help = Zaprasza kogoś, kto będzie mówić w imieniu podmiotu
contact-entity-option = podmiot z planu, na przykład zdt
contact-role-option = kogo pytamy: { $roles }
contact-name-option = jak nazywać to miejsce pracy, na przykład „Dział ścieżek” (bez nazwiska)
contact-list-help = Pokazuje, kto mówi w czyim imieniu; najpierw podmioty, w których nikogo nie da się zapytać
contact-end-help = Kończy mówienie w imieniu podmiotu: otwarte przypomnienia idą do następnej osoby
contact-person = identyfikator osoby z „contact list”
contact-unreached = Nikogo nie da się zapytać, a jest coś do zrobienia:
contact-unreached-one = • { $id }: { $name }. Zaproś kogoś: npm run hejnal -- contact invite --entity { $id }
contact-nobody = Nikt jeszcze nie mówi w imieniu podmiotu.
channel-terminal = terminal
contact-nowhere = nigdzie
contact-column-entity = Podmiot
contact-column-role = Rola
contact-column-label = Miejsce pracy
contact-column-channels = Kanały
contact-column-language = Język
contact-column-since = Od
contact-column-until = Ważny do
contact-column-id = Identyfikator
contact-ended-one = Zakończone: { $entity } ({ $id })
contact-ended = Od dziś nie pytamy Cię już o sprawy podmiotu: { $entity }. Dziękujemy za współpracę!
invitation-telegram = W Telegramie: { $link }
invitation-discord = W Discordzie: { $link }, a tam napisz /kod { $code }
problem-contact-unknown = Nikt taki nie mówi w imieniu podmiotu: „{ $id }”. Zobacz: npm run hejnal -- contact list
problem-contact-end-whom = Podaj osobę, podmiot (--entity) albo jedno i drugie.
partner-home-several = Dzień dobry. Mówisz w imieniu kilku podmiotów:
partner-home-one = • { $entity }

stopped-contact = Przypomnienia się kończą. O terminy pytamy teraz następną osobę z Twojego podmiotu.
stopped-start = Jeśli mają wrócić, napisz /start.
stop-taken-back = Przypomnienia wracają.
partner-home-stopped = Przypomnienia są wyłączone. /start włącza je znowu.
