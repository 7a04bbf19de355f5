## Plik z konsultacjami: co jest w nim nie tak i co zrobić


# Odczytanie pliku
file-too-large = Ten plik ma ponad { $megabytes } MB. To chyba inny plik; wskaż właściwy.
file-not-utf8 = Ten plik nie jest zapisany jako UTF-8. Zapisz go ponownie w kodowaniu UTF-8.
file-empty = Ten plik jest pusty. Zacznij od przykładu z folderu docs/.
file-aliases = Skrót * nie ma swojej kotwicy &, zawiera sam siebie albo jest użyty zbyt często. Wpisz wartość wprost.
file-tab = Wcięcie jest zrobione tabulatorem. Użyj spacji.
file-duplicate-key = Ten klucz już tu jest. Zostaw jeden z nich.
file-indent = Wcięcie się nie zgadza albo brakuje nawiasu zamykającego. Wyrównaj wiersz do sąsiednich.
file-colon = Dwukropek stoi w miejscu, w którym nie wiadomo, co opisuje. Weź tekst w cudzysłów albo popraw wcięcie.
file-unclosed = Brakuje cudzysłowu albo nawiasu zamykającego. Dopisz go.
file-needs-quotes = Tekst zaczyna się od znaku, który w YAML coś znaczy. Weź go w cudzysłów.
file-escape = W tekście w cudzysłowie po ukośniku \ stoi coś, czego YAML nie zna. Napisz \\ albo użyj pojedynczego cudzysłowu.
file-one-document = W pliku jest kilka dokumentów oddzielonych kreskami ---. Zostaw jeden.
file-key-not-text = Kluczem może być tylko krótki tekst. Popraw ten wiersz.
file-too-deep = Tyle poziomów w sobie nie ma żaden taki plik. Sprawdź nawiasy.
file-tag = Znacznik zaczynający się od ! nic tu nie znaczy. Usuń go.
file-syntax = Ten wiersz nie jest poprawnym YAML. Porównaj go z przykładem w folderze docs/.
file-trap = Słowo { $word } bez cudzysłowu inne programy czytają jako prawdę albo fałsz. Napisz "{ $word }".

# Budowa
file-missing = Brakuje „{ $name }”. Dopisz to pole.
file-empty-value = Pole „{ $name }” jest puste. Wpisz wartość albo usuń cały wiersz.
file-blank = Ten tekst jest pusty. Napisz go.
file-control = W tekście jest niewidoczny znak sterujący. Napisz ten tekst od nowa.
file-quote-it = To ma być tekst, a jest { $found }. Weź wartość w cudzysłów.
file-expected-string = To ma być tekst, a jest { $found }. Wpisz tekst.
file-expected-object = Tu mają być pola z nazwami, a jest { $found }. Porównaj z przykładem w folderze docs/.
file-expected-record = Tu mają być pola z nazwami, a jest { $found }. Porównaj z przykładem w folderze docs/.
file-expected-array = Tu ma być lista, a jest { $found }. Napisz każdą pozycję w osobnym wierszu od myślnika albo w nawiasach [ ].
file-expected-number = To ma być liczba, a jest { $found }. Wpisz liczbę bez cudzysłowu.
file-expected-int = To ma być liczba całkowita, a jest { $found }. Wpisz ją bez cudzysłowu.
file-expected-boolean = To ma być true albo false, a jest { $found }. Wpisz jedno z nich bez cudzysłowu.
file-found-list = lista
file-found-object = grupa pól
file-found-string = tekst
file-found-number = liczba
file-found-boolean = wartość true albo false
file-odd = Ta wartość nie pasuje. Porównaj z przykładem w folderze docs/.
file-not-one-of = „{ $given }” tu nie pasuje. Możliwe: { $choices }.
file-not-one-of-guess = „{ $given }” tu nie pasuje. Może chodzi o „{ $guess }”? Możliwe: { $choices }.
file-too-few = Za mało pozycji. Potrzeba co najmniej: { $least }.
file-too-many = Za dużo pozycji. Zostaw najwyżej: { $most }.
file-too-small = Ta liczba jest za mała. Wpisz co najmniej { $least }.
file-too-big = Ta liczba jest za duża. Wpisz najwyżej { $most }.
file-too-long = Ten tekst jest za długi. Skróć go do { $most } znaków.
file-unknown-key = Pole „{ $name }” jest nieznane i zostało pominięte. Usuń je.
file-unknown-key-guess = Pole „{ $name }” jest nieznane i zostało pominięte. Może chodzi o „{ $guess }”?
file-misplaced-key = Pole „{ $name }” nie pasuje do tego rodzaju i zostało pominięte. Usuń je albo zmień „type”.
file-form-id = Identyfikator składa się z małych liter bez ogonków, cyfr i znaków - _, a zaczyna się literą albo cyfrą. Zmień go.
file-form-day = To nie jest dzień z kalendarza. Napisz rok-miesiąc-dzień, na przykład 2026-09-21.
file-form-localized = Ten tekst ma być podany w językach. Napisz wiersz na język: pl, en, uk.
file-form-required = Każde pytanie można pominąć. Usuń „required” albo wpisz false.
file-form-url = To nie jest bezpieczny adres strony. Wpisz cały adres zaczynający się od https://.
file-form-band = Z identyfikatora „{ $id }” nie da się odczytać wieku. Napisz na przykład u13, a13_15 albo a27.

# Zasady
file-without-polish = Brakuje języka pl, z którego tłumaczymy. Dopisz pl do listy.
file-group-too-small = Tak małej grupy nie wolno pokazywać. Wpisz co najmniej { $least }.
file-consultation-twice = Konsultacja „{ $id }” już jest w tym pliku. Nadaj tej inny identyfikator.
file-question-twice = Pytanie „{ $id }” już jest. Nadaj temu inny identyfikator.
file-option-twice = Odpowiedź „{ $id }” już tu jest. Nadaj tej inny identyfikator.
file-reserved-id = Słowo end oznacza koniec konsultacji. Nadaj pytaniu inny identyfikator.
file-about-districts = Część miasta wybiera się z listy dzielnic. Napisz options_from: districts i usuń options.
file-about-without-na = W pytaniu o osobę musi być „wolę nie mówić”. Dodaj odpowiedź, której identyfikator kończy się na _na.
file-year = Ten rok jest chyba pomyłką. Wpisz dzień między rokiem 2000 a 2099.
file-closes-before = Konsultacja kończy się przed swoim początkiem. Wpisz dzień nie wcześniejszy niż { $from }.
file-outcome-before = Decyzja nie może zapaść, dopóki można odpowiadać. Wpisz dzień późniejszy niż { $to }.
file-not-above = Koniec ma być większy niż początek. Wpisz więcej niż { $least }.
file-special-category = Nie pytamy o własne zdrowie, wyznanie, pochodzenie ani o inne wrażliwe sprawy osoby. Zapytaj o to, jak działa miasto, i wpisz false.
file-risk-discord = Zasady Discorda nie pozwalają na tematy o wysokim ryzyku. Usuń discord z listy.
file-risk-text = Przy wysokim ryzyku nie ma otwartych pytań: zachęcają do zwierzeń, na które nikt od razu nie odpowie. Zamień je na pytanie z odpowiedziami.
file-text-forbidden = Ta konsultacja nie dopuszcza otwartych pytań (rules.free_text). Zamień je na pytanie z odpowiedziami.
file-owner-unknown = W planie nie ma podmiotu „{ $owner }”. Wpisz jeden z: { $known }.
file-needed-to-open = Bez pola „{ $name }” nie można będzie otworzyć konsultacji. Dopisz je przed otwarciem.
file-many-questions = Tu jest { $count } pytań. Dłuższe niż { $most } mało kto kończy; skróć albo podziel.
file-many-options = Tu jest { $count } odpowiedzi. Powyżej { $most } trudno wybrać; połącz niektóre.
file-exclusive-idle = Pole „exclusive” działa tylko w pytaniu multi. Usuń je tutaj.
file-same-label = Dwie odpowiedzi brzmią tak samo. Zmień jedną z nich.
file-more-than-options = Tylu odpowiedzi tu nie ma. Wpisz najwyżej { $most }.
file-route-without = Ta droga nie mówi kiedy. Dodaj if_any, if_at_most, if_at_least albo always: true.
file-route-several = Ta droga ma kilka warunków: { $names }. Zostaw jeden, a resztę zapisz jako osobne drogi.
file-route-back = Pytanie „{ $goto }” nie leży dalej, a droga prowadzi tylko naprzód. Wskaż późniejsze pytanie albo end.
file-route-unknown = Nie ma pytania „{ $goto }”. Wskaż późniejsze pytanie albo end.
file-route-unknown-guess = Nie ma pytania „{ $goto }”. Może chodzi o „{ $guess }”?
file-route-no-options = To pytanie nie ma odpowiedzi do wyboru. Użyj if_at_most, if_at_least albo always.
file-route-option = To pytanie nie ma odpowiedzi „{ $id }”. Wpisz identyfikator jednej z jego odpowiedzi.
file-route-option-guess = To pytanie nie ma odpowiedzi „{ $id }”. Może chodzi o „{ $guess }”?
file-route-no-number = Warunek „{ $name }” działa tylko w pytaniach scale i number. Użyj if_any albo always.
file-route-out-of-range = Odpowiedzi leżą między { $least } a { $most }, więc ten warunek niczego nie rozdziela. Wpisz liczbę z tego zakresu.
file-route-never = Ta droga stoi po always i nigdy nie zostanie użyta. Przenieś ją wyżej albo usuń.
file-unreachable = Do pytania „{ $id }” nie prowadzi żadna droga. Popraw drogi albo usuń pytanie.
file-untranslated = Brakuje języka: { $language }. Dopisz go przed otwarciem.
file-untranslated-several =
    { $count ->
        [one] W { $count } tekście brakuje języka: { $language }.
        [few] W { $count } tekstach brakuje języka: { $language }.
       *[many] W { $count } tekstach brakuje języka: { $language }.
    } Tu jest pierwszy; uzupełnij je przed otwarciem albo usuń ten język z languages.
file-long-label = Ten napis ma { $count } znaków. Na przycisku mieści się { $most }; skróć go.
file-long-question = To pytanie ma { $count } słów. Dobrze czyta się do { $most }; skróć je albo przenieś część do hint.
file-placeholder = Miejsca { $name } nic nie wypełni i każdy zobaczy nawiasy. Usuń je.
file-placeholder-guess = Miejsca { $name } nic nie wypełni. Może chodzi o { $guess }?
file-category-unrouted = Nie wiadomo, co zrobić przy „{ $category }”. Dopisz tę kategorię w routing.
file-prefix-short = Początek słowa jest za krótki albo zawiera spację. Podaj pojedyncze słowa od { $least } liter.
file-pattern-wide = Wzór ma więcej słów, niż mieści okno. Zostaw najwyżej { $most } albo powiększ window.
file-vector-missed = To zdanie powinno zostać rozpoznane jako „{ $category }”, a nie jest. Popraw wzory albo zdanie.
file-vector-alarm = To zwykłe zdanie zostało rozpoznane jako „{ $category }”. Popraw wzory albo zapisz known_false_positive: true.

# Nowa wersja tego, co już trwa
file-change-closed = Konsultacja „{ $title }” już się zakończyła i nie można jej zmienić. Nadaj nowej inny identyfikator.
file-change-threshold = Osoby, które już odpowiedziały, dostały obietnicę ochrony od { $least } osób. Wpisz co najmniej { $least }.
file-change-risk = Konsultacja jest otwarta jako temat wysokiego ryzyka i taka zostaje. Wpisz high.
file-change-place = W trakcie nie można dodać kanału { $place }: jest mniej prywatny. Usuń go albo zrób nową konsultację.
file-change-kind = Na pytanie „{ $id }” już są odpowiedzi innego rodzaju. Zostaw jego type albo nadaj pytaniu nowy identyfikator.
file-change-incomplete = Konsultacja jest otwarta, więc nowa wersja musi być pełna. { $missing }

# Czego brakuje do otwarcia
opening-owner = Kto zdecyduje? Dopisz decision_owner: podmiot z planu.
opening-owner-unknown = W planie nie ma podmiotu „{ $owner }”, który ma zdecydować. Wczytaj plan albo popraw decision_owner.
opening-outcome-date = Kiedy miasto powie, co zdecydowało? Wpisz feedback_due: dzień po zakończeniu.
opening-can-change = Co odpowiedzi mogą zmienić? Dopisz can_change.
opening-cannot-change = Czego odpowiedzi nie zmienią? Dopisz cannot_change.
opening-languages = W jakich językach pytamy? Dopisz languages.
opening-language =
    { $count ->
        [one] { $language }: brakuje { $count } tekstu ({ $first }). Dopisz go.
        [few] { $language }: brakuje { $count } tekstów (pierwszy: { $first }). Dopisz je.
       *[many] { $language }: brakuje { $count } tekstów (pierwszy: { $first }). Dopisz je.
    }
opening-threshold = Próg { $threshold } jest za niski. Wpisz min_group_size: { $least } albo więcej.
opening-questions = Nie ma żadnego pytania. Dopisz co najmniej jedno.
opening-places = Nie wiadomo, gdzie można odpowiadać. Dopisz channels.
opening-risk-text = Przy wysokim ryzyku nie może być otwartych pytań. Zamień je na pytania z odpowiedziami.
opening-risk-discord = Przy wysokim ryzyku nie można pytać na Discordzie. Usuń go z channels.
opening-too-late = Ostatni dzień już minął ({ $day }). Zmień window.to i wczytaj plik ponownie.

# Odmowy
problem-consultation-unknown = Nie ma konsultacji „{ $id }”. Zobacz listę: npm run hejnal -- consultation list
problem-cannot-open = Konsultacji „{ $title }” nie można jeszcze otworzyć. Brakuje:
problem-consultation-over = Konsultacja „{ $title }” już się zakończyła. Wczytaj nową, z innym identyfikatorem.
problem-consultation-not-open = Konsultacja „{ $title }” nie jest jeszcze otwarta, więc nie ma czego zamykać.
problem-class-code-no-school = Na konsultację „{ $title }” nie odpowiada się w szkole. Dopisz school w channels i wczytaj plik ponownie.
problem-class-code-bounds = Kod może mieć od 1 do { $seats } miejsc i działać od 1 do { $hours } godzin. Podaj liczby całkowite z tych zakresów.
