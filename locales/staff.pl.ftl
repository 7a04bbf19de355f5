## Zespół i zaproszenia

role-administrator = administracja
role-coordinator = koordynacja
role-moderator = moderacja
role-safeguarding_officer = ochrona dzieci
role-auditor = kontrola
role-contact = kontakt
role-second = druga osoba do kontaktu
role-superior = osoba przełożona

staff-command = Osoby z zespołu programu i ich role
staff-invite-help = Zaprasza kogoś do zespołu: drukuje jednorazowy kod, ważny 7 dni
staff-list-help = Pokazuje, kto jest w zespole i które kody czekają
staff-revoke-help = Odbiera rolę od razu
staff-role-option = rola: { $roles }
staff-name-option = jak nazywać to miejsce pracy, na przykład „Koordynacja programu” (bez nazwiska)
staff-id = identyfikator z „staff list”
invitation-code = Kod: { $code }
invitation-for = Rola: { $role }. Kod działa raz, do { $day }.
invitation-web = W przeglądarce: { $link }
invitation-chat = W Telegramie albo Discordzie: napisz do bota /kod { $code }
invitation-once = Ten kod widać tylko teraz. Przekaż go, proszę, bezpieczną drogą.
staff-nobody = W zespole nie ma jeszcze nikogo. Zaproś kogoś: npm run hejnal -- staff invite --role administrator
staff-column-id = Identyfikator
staff-column-role = Rola
staff-column-label = Miejsce pracy
staff-column-since = Od
staff-waiting = Kody, których nikt jeszcze nie użył:
staff-column-until = Ważny do
staff-revoked = Rola odebrana: { $id }
problem-staff-unknown = W zespole nie ma nikogo o identyfikatorze „{ $id }”. Zobacz: npm run hejnal -- staff list
problem-entity-unknown = W planie nie ma podmiotu „{ $id }”. Są: { $known }.
problem-no-entities = Nie ma jeszcze żadnego podmiotu. Najpierw wczytaj plan.
