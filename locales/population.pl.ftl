## Ilu młodych ludzi mieszka w mieście i kogo brakuje wśród osób, które wzięły udział

# Wiersz poleceń
population-command = Ilu młodych ludzi mieszka w mieście: dzięki temu wyniki mówią, kogo brakuje
population-import-help = Wczytuje tabelę ludności w miejsce poprzedniej
population-file = plik YAML z liczbami (zobacz docs/population-files.md)
population-show-help = Pokazuje obecną tabelę
population-head = Młodzi ludzie w mieście: { $total }, rok { $year }. Źródło: { $source }
population-sample = Te liczby są zmyślone, żeby pokazać, jak to działa.
population-imported = Wczytane. Wyniki publikowane od teraz stoją obok tych liczb.
population-same = Nic się nie zmieniło: ta sama tabela już tu jest.
population-none = Nie ma tabeli ludności. Wczytaj plik: npm run hejnal -- population import PLIK.yaml
population-column-residents = W mieście
population-column-share = Udział

# Plik
file-population-no-groups = Nie ma tu żadnego podziału. Dodaj przynajmniej jeden: age_bands, genders albo districts.
file-population-sum = Te grupy dają razem { $sum }, a total mówi { $total }. Popraw jedno z nich.
file-population-districts-lacking = Brakuje dzielnic: { $missing }. Dodaj je, żeby nie wyglądało na to, że nikt tam nie mieszka.
file-population-gender-unasked = Żadna konsultacja nie pyta jeszcze o płeć, więc tych id nie da się sprawdzić. Sprawdź je, gdy będzie taka konsultacja.
file-population-age_band-unknown = Żadna konsultacja nie ma grupy wieku „{ $id }”. Są: { $known }. Popraw id.
file-population-age_band-unknown-guess = Żadna konsultacja nie ma grupy wieku „{ $id }”. Czy to miało być „{ $guess }”?
file-population-gender-unknown = Żadna konsultacja nie ma płci „{ $id }”. Są: { $known }. Popraw id.
file-population-gender-unknown-guess = Żadna konsultacja nie ma płci „{ $id }”. Czy to miało być „{ $guess }”?
file-population-district-unknown = Nie ma dzielnicy „{ $id }”. Są: { $known }. Popraw id albo najpierw wczytaj dzielnice.
file-population-district-unknown-guess = Nie ma dzielnicy „{ $id }”. Czy to miało być „{ $guess }”?

# Strona wyników
results-who = Kto bierze udział, a kogo brakuje
results-who-source = Młodzi ludzie w mieście: { $source }, { $year }.
results-who-sample = Liczby młodych ludzi w mieście są zmyślone.
results-who-missing-all = Wyraźnie mniej niż w mieście: { $groups }.
results-who-missing-shown = Z pokazanych grup wyraźnie mniej niż w mieście: { $groups }.
results-who-group-all = { $group } ({ $share } odpowiedzi, { $there } w mieście)
results-who-group-shown = { $group } ({ $share } odpowiedzi z tych grup, { $there } osób z tych grup w mieście)
results-who-nobody = Żadnej z pokazanych grup wyraźnie nie brakuje.
results-who-bar-here-all = { $group }, wśród odpowiedzi
results-who-bar-here-shown = { $group }, wśród odpowiedzi z tych grup
results-who-bar-there-all = { $group }, w mieście
results-who-bar-there-shown = { $group }, wśród tych grup w mieście
results-who-counted = Liczymy osoby, które odpowiadają na pytanie „{ $question }” i mówią to o sobie.
results-who-left-out = Niektóre grupy są ukryte. Udziały liczymy po obu stronach wśród pokazanych grup. Nie da się powiedzieć, czy ukrytej grupy brakuje.
results-who-place = Miasto liczy, gdzie kto mieszka. Można było podać dzielnicę, w której spędza się czas.
results-who-not-in-table = { $by }: nie porównujemy, bo tabela miasta ma inne grupy albo nie ma ich wcale.
results-who-hidden = { $by }: nie porównujemy, bo można pokazać mniej niż dwie grupy.
results-who-rule = „Mniej” znaczy: poniżej czterech piątych udziału w mieście. „Więcej” znaczy: powyżej pięciu czwartych.
results-who-column-answered = Odpowiedzi
results-who-column-share = Udział w odpowiedziach
results-who-column-residents = Mieszka w mieście
results-who-column-resident-share = Udział w mieście
results-who-column-standing = Porównanie
results-who-fewer = mniej niż w mieście
results-who-alike = mniej więcej jak w mieście
results-who-more = więcej niż w mieście

# Udziały ważone
results-page-column-weighted = Udział ważony
results-weighted-by-age_band = W tabeli są też udziały ważone: każda grupa wieku liczy się tyle, ile w mieście.
results-weighted-by-gender = W tabeli są też udziały ważone: każda płeć liczy się tyle, ile w mieście.
results-weighted-by-district = W tabeli są też udziały ważone: każda dzielnica liczy się tyle, ile w mieście.
results-weighted-effective =
    { $count ->
        [one] Są mniej więcej tak pewne jak { $count } odpowiedź wylosowana.
        [few] Są mniej więcej tak pewne jak { $count } odpowiedzi wylosowane.
        [many] Są mniej więcej tak pewne jak { $count } odpowiedzi wylosowanych.
       *[other] Są mniej więcej tak pewne jak { $count } odpowiedzi wylosowanej.
    }
results-weighted-largest = Największa waga osoby to { $times } (średnia to 1).
results-weighted-capped = Żadna osoba nie liczy się więcej niż { $most } razy tyle, co średnio, więc niektóre grupy nadal liczą się mniej niż w mieście.
results-weighted-none = Nie ma tu udziałów ważonych: w każdym podziale, który by się nadał, coś jest ukryte albo brakuje tego w tabeli miasta.
results-page-method-weighted = Udział ważony mówi, jak by było, gdyby grupy były wśród odpowiedzi tak duże jak w mieście. Liczą się tylko osoby, które podały swoją grupę. Nikt nie liczy się więcej niż { $most } razy tyle, co średnio: inaczej kilka osób mówiłoby za całą grupę. Wagi nie robią z tego próby losowej.

# Prostymi słowami
results-easy-who = Kogo brakuje?
results-easy-who-fewer = Tych grup jest tu mniej niż w mieście:
results-easy-who-group-all = { $group }: tu { $here } na { $of }, w mieście { $there } na { $of }
results-easy-who-group-shown = { $group }: na { $of } osób z pokazanych grup tu { $here }, w mieście { $there }
results-easy-who-nobody = Żadnej grupy, którą możemy pokazać, wyraźnie nie brakuje.
results-easy-who-hidden = Niektóre grupy są ukryte. Tu ich nie liczymy i nie możemy powiedzieć, czy ich brakuje.

# Opis danych
results-data-figure-taking_part = Osoby z grupy, które odpowiedziały na pytanie z kolumny question. share: wśród pokazanych grup, trzy miejsca po przecinku.
results-data-figure-residents = Młodzi ludzie z grupy, którzy mieszkają w mieście. share: wśród tych samych grup, trzy miejsca po przecinku.
results-data-figure-weighted = Udział ważony odpowiedzi, w kolumnie share: każda grupa podziału z kolumny by liczy się tyle, ile w mieście. Obliczony tylko z pokazanych liczb.
results-data-figure-effective = Tyle odpowiedzi wylosowanych byłoby mniej więcej tak pewnych jak udziały ważone tego pytania.
