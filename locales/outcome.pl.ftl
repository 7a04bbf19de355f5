## Co wynika z konsultacji: odpowiedzi miasta, wiadomości o nich, plik i wiersz poleceń.

# Menu
command-name-outcomes = efekty
command-outcomes = Co się dzieje z Twoim głosem

# Krótkie wiadomości do osób, które chcą wiedzieć
outcome-step-published = Miasto odpowiada na konsultację „{ $title }”. To też Twój głos.
outcome-step-started = Zaczyna się: „{ $name }”. To efekt konsultacji „{ $title }” i Twojego głosu.
outcome-step-delayed = To potrwa dłużej: „{ $name }”. Chodzi o konsultację „{ $title }”. Napiszemy, gdy będzie gotowe.
outcome-step-done = Gotowe: „{ $name }”. To efekt konsultacji „{ $title }” i Twojego głosu. Dziękujemy!
outcome-evidence = To pokazuje: { $title }
outcome-evidence-link = Zobacz: { $title }, { $link }
outcome-look = Zobacz, co i dlaczego

# Co się dzieje z moim głosem
outcomes-button = Co się dzieje z moim głosem
outcomes-none = Nie ma jeszcze odpowiedzi miasta. Gdy się pojawi, będzie tutaj.
outcomes-mine = Twoje konsultacje i to, co z nich wynika:
outcomes-newest = Najnowsze odpowiedzi miasta na głosy młodych:
outcomes-waiting = • „{ $title }”: odpowiedź miasta będzie najpóźniej { $day }
outcomes-late = • „{ $title }”: odpowiedź miasta miała być { $day }. Miasto wie, że się spóźnia.
outcomes-answered = • „{ $title }”: { $answers }
decided-accepted = tak: { $count }
decided-partly = częściowo: { $count }
decided-not-now = nie teraz: { $count }
outcomes-count = Wszystkie konsultacje razem. Sprawy młodych: { $themes }. Z odpowiedzią: { $answered }. Gotowe: { $done }. Połowa odpowiedzi jest w ciągu { $days ->
        [one] { $days } dnia
       *[other] { $days } dni
    }.
outcome-title = Co wynika z konsultacji „{ $title }”
outcome-said = Młodzi mówią: { $said }
outcome-accepted = Miasto: tak. { $reason }
outcome-partly = Miasto: częściowo. { $reason }
outcome-not-now = Miasto: nie teraz. { $reason }
outcome-measure = To działanie z planu miasta: „{ $name }” ({ $state }).

# Czego brakuje
outcome-missing-themes = Nie ma żadnego tematu. Wczytaj plik: npm run hejnal -- outcome import PLIK.yaml
outcome-missing-decision = Temat { $n } („{ $said }”) nie ma decyzji.
problem-outcome-not-closed = Konsultacja „{ $title }” trwa do { $day }. Odpowiedź można ogłosić po jej zakończeniu.
problem-outcome-undecided = Nie można jeszcze ogłosić odpowiedzi na konsultację „{ $title }”. Brakuje:

# Plik
file-undecided = Ten temat nie ma decyzji. Odpowiedź można ogłosić dopiero, gdy ma ją każdy temat.
file-reason-without-decision = Jest powód, a nie ma decyzji. Dopisz decision: accepted, partly albo not_now.
file-decision-without-reason = Jest decyzja, a nie ma powodu. Dopisz reason: dlaczego tak, prostymi słowami.
file-long-reason = Ten powód ma tyle słów: { $count }. Dobrze czyta się do { $most }; skróć go.
file-measure-not-now = Decyzja to „nie teraz”, a jest działanie. Młodzi dowiedzą się, gdy się zacznie. Sprawdź, czy tak ma być.
file-accepted-without-measure = Decyzja to „tak”, a nie ma działania. Bez measure nikt się nie dowie, co dalej.
file-measure-without-plan = Nie ma planu, więc nie ma też działań. Wczytaj plan: npm run hejnal -- plan import PLIK.yaml
file-measure-unknown = W obowiązującym planie nie ma działania „{ $name }”. Kody pokazuje: npm run hejnal -- plan status
file-measure-unknown-guess = W obowiązującym planie nie ma działania „{ $name }”. Czy to miało być „{ $guess }”?
file-outcome-published = Ta odpowiedź jest już ogłoszona i zostaje bez zmian. Zmienić można tylko measure. Przywróć resztę.

# Wiersz poleceń
outcome-command = Odpowiedzi miasta na konsultacje: co powiedzieli młodzi i co z tego wynika
outcome-import-help = Wczytuje odpowiedź z pliku; nikt jej nie widzi, dopóki nie jest ogłoszona
outcome-file = plik YAML z odpowiedzią (opis: docs/outcome-files.md)
outcome-show-help = Pokazuje tematy, decyzje i to, czego brakuje
outcome-publish-help = Ogłasza odpowiedź: widzą ją wszyscy, a kto chciał wiedzieć, dostaje krótką wiadomość
outcome-kept = Wczytane. Nikt tego nie widzi, dopóki nie ogłosisz: npm run hejnal -- outcome publish { $id }
outcome-due = Termin odpowiedzi: { $day }
outcome-published-on = Ogłoszona: { $day }
outcome-not-published = Jeszcze nieogłoszona
outcome-decision-accepted = Decyzja: tak
outcome-decision-partly = Decyzja: częściowo
outcome-decision-not-now = Decyzja: nie teraz
outcome-decision-none = Jeszcze bez decyzji
outcome-led-to = Działanie { $code }: { $name }
outcome-missing = Żeby ją ogłosić, brakuje:
outcome-is-published = Ogłoszone: { $id }. Kto chciał wiedzieć, dostaje wiadomość, nigdy w godzinach ciszy.
outcome-published-already = „{ $id }” jest już ogłoszone. Nic się nie zmieniło.
