## What partners are reminded of, and those above them when nobody answers.

deadline-milestone = { $name }
deadline-recurrence = { $name }
deadline-reading = wartość wskaźnika „{ $name }” za { $period }
deadline-report = { $name }
deadline-outcome = odpowiedź miasta po konsultacjach „{ $name }”
period-quarter = { $quarter }. kwartał { $year }
period-month = { $month }.{ $year }
period-year = rok { $year }
reminder-due = 📅 Termin { $day }: { $what }
reminder-due-now = ⏰ Czas mija { $day }: { $what }
reminder-overdue = ⏳ Termin minął { $day }: { $what }
reminder-measure = Działanie { $code }: { $name }
reminder-nobody-reached = Wiadomość trafia tutaj, bo w jednostce „{ $entity }” nikt nie odbiera teraz przypomnień.
reminder-how = Wystarczy jedno dotknięcie:
answer-on_track = W porządku, zdążymy
answer-under-way = Pracujemy nad tym
answer-done = Zrobione
answer-more_time = Potrzeba więcej czasu
answer-blocked = Coś nas blokuje
answer-not_ours = To nie nasze
answer-noted = Wiem, zajmuję się tym
answer-look = Pokaż szczegóły
digest-lead = { $count ->
        [one] 📋 Na dziś jedna sprawa:
        [few] 📋 Na dziś { $count } sprawy:
        [many] 📋 Na dziś { $count } spraw:
       *[other] 📋 Na dziś { $count } sprawy:
    }
digest-due = { $n }. Do { $day }: { $what }
digest-overdue = { $n }. Po terminie od { $day }: { $what }
digest-due-of = { $n }. Do { $day }: { $what } ({ $entity })
digest-overdue-of = { $n }. Po terminie od { $day }: { $what } ({ $entity })
digest-escalation = { $n }. Bez odpowiedzi, termin { $day }: { $what } ({ $entity })
digest-more = { $count ->
        [one] … i jeszcze { $count } sprawa. Wszystko pokaże /terminy.
        [few] … i jeszcze { $count } sprawy. Wszystko pokaże /terminy.
        [many] … i jeszcze { $count } spraw. Wszystko pokaże /terminy.
       *[other] … i jeszcze { $count } sprawy. Wszystko pokaże /terminy.
    }
digest-how = Którą otworzyć?
digest-button = { $n }. { $name }
escalation-lead = ⚠️ Bez odpowiedzi: { $what }. Termin { $day }. Odpowiada: { $entity }.
escalation-asked-once = Zapytano już: { $who } – { $last }.
escalation-asked = { $count ->
        [one] Zapytano już: { $who } – { $last }.
        [few] Zapytano już: { $who } – { $count } razy, od { $first } do { $last }.
        [many] Zapytano już: { $who } – { $count } razy, od { $first } do { $last }.
       *[other] Zapytano już: { $who } – { $count } razy, od { $first } do { $last }.
    }
escalation-how = Jedno dotknięcie zatrzymuje dalsze powiadomienia:
addressee-contact = kontakt jednostki
addressee-second = drugi kontakt
addressee-superior = osoba przełożona
addressee-coordinator = koordynacja programu
addressee-plenipotentiary = pełnomocnictwo ds. programu
