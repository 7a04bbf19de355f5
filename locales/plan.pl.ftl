## Plan działań

problem-plan-invalid = Tego pliku z planem nie da się wczytać. Popraw, proszę:
problem-plan-exists = Plan „{ $id }” już tu jest, wczytany z innego pliku. Nic się nie zmieniło.

# Wczytywanie z wiersza poleceń
city-plan = Plan działań: działania i podmioty, które za nie odpowiadają
city-plan-import = Wczytuje plan, którego tu jeszcze nie ma
city-plan-file = plik YAML z planem (przykład: prisma/seed/plan.yaml)
city-plan-imported = Wczytano: { $id }
city-plan-unchanged = { $id } już tu jest. Nic się nie zmieniło.
city-districts = Dzielnice do wyboru w pytaniach
city-districts-import = Wczytuje dzielnice, których tu jeszcze nie ma
city-districts-file = plik YAML z dzielnicami (przykład: prisma/seed/districts.yaml)
city-districts-imported =
    { $count ->
        [0] Wszystkie dzielnice już tu są. Nic się nie zmieniło.
        [one] { $count } nowa dzielnica
        [few] { $count } nowe dzielnice
        [many] { $count } nowych dzielnic
       *[other] { $count } nowej dzielnicy
    }
problem-districts-invalid = Tego pliku z dzielnicami nie da się wczytać. Popraw, proszę:

# Jak stoi plan
plan-status = Pokazuje, jak stoi plan: cele, opóźnienia, pieniądze i wskaźniki
plan-status-goal = tylko cel o tym kodzie
plan-status-head = Wykonanie { $share } · działań: { $measures } · zaplanowano { $planned }, wydano { $spent }
plan-status-delayed = { $count ->
        [one] Opóźnione: { $count } działanie
        [few] Opóźnione: { $count } działania
       *[other] Opóźnione: { $count } działań
    }
plan-status-delayed-line = { $code } { $name } – { $lead }, kroków po terminie: { $count }, pierwszy { $day }
plan-status-money = zaplanowano { $planned }, wydano { $spent }
plan-status-indicator = { $name }: { $value } { $unit } ({ $period }), cel { $target } do { $day }
plan-status-indicator-free = { $name }: { $value } { $unit } ({ $period }), bez celu
plan-status-indicator-unmeasured = { $name }: jeszcze nie zmierzono, cel { $target } { $unit } do { $day }
plan-status-indicator-unmeasured-free = { $name }: jeszcze nie zmierzono
problem-no-plan = Nie ma jeszcze planu. Wczytaj go: npm run hejnal -- plan import PLIK
problem-goal-unknown = W planie nie ma celu „{ $code }”. Są: { $known }.
