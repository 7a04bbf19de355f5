## Sprawy chronione: gdy ktoś pisze o krzywdzie, i strona osoby od ochrony dzieci

# Do młodej osoby
case-kept = To, co piszesz, trzymamy teraz osobno. Mogą to przeczytać tylko osoby z miasta, które odpowiadają za ochronę dzieci. Nie zapisujemy, kim jesteś.
contact-button = Chcę, żeby ktoś się odezwał
contact-how = Jak możemy się z Tobą skontaktować? Napisz numer telefonu, adres albo kogo możemy o Ciebie zapytać.
contact-who-reads = Przeczyta to tylko osoba od ochrony dzieci. Napisz tylko to, co chcesz powiedzieć.
contact-kept = Dziękujemy. Ma to już osoba od ochrony dzieci. To może potrwać dzień. Jeśli to nie może czekać, zadzwoń pod jeden z numerów pod „Potrzebuję pomocy”.
problem-case-over = Ta sprawa jest już zamknięta. Jeśli potrzebujesz pomocy, napisz POMOC.

# Do osoby od ochrony dzieci
case-alert-urgent = Młoda osoba pisze o czymś, co nie może czekać.
case-alert = Młoda osoba pisze o czymś, co człowiek musi dziś przeczytać.
case-how = Żeby to przeczytać, w wierszu poleceń: case show { $id } --reason "dlaczego"
case-nobody = Nikt się tym jeszcze nie zajmuje ({ $id }). Znajdź teraz, proszę, osobę od ochrony dzieci albo kogoś na zastępstwo.
case-take = Zajmuję się tym
case-taken = Dziękujemy. Nikogo więcej już nie wzywamy.
case-contact-alert = Ktoś prosi o kontakt. W sprawie jest napisane, jak.
problem-case-taken = Ktoś już się tą sprawą zajmuje albo jest zamknięta.
problem-case-unknown = Nie ma sprawy „{ $id }”. Zobacz: npm run hejnal -- case list
problem-case-reason = Napisz, proszę, dlaczego trzeba przeczytać tę sprawę: --reason "…"
problem-safeguarding-key-missing = Brakuje SAFEGUARDING_KEY, którym zamykamy to, co dzieci nam powierzają. Ustaw ten sam klucz, którego używa serwis; nowy zrobisz tak: openssl rand -base64 32

# Wiersz poleceń
case-command = To, co dzieci nam powierzyły; tylko dla osoby od ochrony dzieci
case-list-help = Pokazuje sprawy, bez ich treści
case-show-help = Pokazuje treść sprawy; zapisujemy, kto i dlaczego ją czyta
case-release-help = To nie było zwierzenie: tekst idzie do moderacji
case-close-help = Zrobiono już wszystko, co trzeba
case-id = id sprawy z „case list”
case-reason-option = dlaczego trzeba to przeczytać
case-none = Nie ma żadnych spraw.
case-column-id = Id
case-column-priority = Pilność
case-column-opened = Od
case-column-status = Stan
case-column-contact = Prosi o kontakt
case-priority-immediate = natychmiast
case-priority-same_day = dziś
case-priority-none = bez pośpiechu
case-status-waiting = nikt się nie zajmuje
case-status-acknowledged = ktoś się zajmuje
case-status-released = nie zwierzenie
case-status-closed = zamknięta
case-yes = tak
case-no = nie
case-fact-category = Zauważono jako: { $category }
case-fact-under = Napisane przy: { $consultation }, { $question }
case-fact-nowhere = Napisane poza pytaniami
case-fact-contact = Jak się skontaktować: { $words }
case-fact-no-contact = Ta osoba nie prosi o kontakt. Nic tu nie mówi, kim jest.
case-fact-gone = Tekst poszedł do moderacji.
case-released = Oddane do moderacji: { $id }
case-closed = Zamknięte: { $id }
