## План заходів

problem-plan-invalid = Цей файл із планом не вдається прочитати. Виправ, будь ласка:
problem-plan-exists = План «{ $id }» уже тут, з іншого файлу. Нічого не змінено.

# Завантаження з командного рядка
city-plan = План заходів: заходи та установи, які за них відповідають
city-plan-import = Завантажує план, якого тут іще немає
city-plan-file = файл YAML із планом (приклад: prisma/seed/plan.yaml)
city-plan-imported = Завантажено: { $id }
city-plan-unchanged = { $id } уже тут. Нічого не змінилося.
city-districts = Райони, з яких вибирають у запитаннях
city-districts-import = Завантажує райони, яких тут іще немає
city-districts-file = файл YAML із районами (приклад: prisma/seed/districts.yaml)
city-districts-imported =
    { $count ->
        [0] Усі райони вже тут. Нічого не змінилося.
        [one] { $count } новий район
        [few] { $count } нові райони
        [many] { $count } нових районів
       *[other] { $count } нового району
    }
problem-districts-invalid = Цей файл із районами не вдається прочитати. Виправ, будь ласка:

# Як стоїть план
plan-status = Показує, як стоїть план: цілі, затримки, гроші та показники
plan-status-goal = лише ціль із цим кодом
plan-status-head = Виконано { $share } · заходів: { $measures } · заплановано { $planned }, витрачено { $spent }
plan-status-delayed = { $count ->
        [one] Затримано: { $count } захід
        [few] Затримано: { $count } заходи
       *[other] Затримано: { $count } заходів
    }
plan-status-delayed-line = { $code } { $name } – { $lead }, прострочених кроків: { $count }, перший { $day }
plan-status-money = заплановано { $planned }, витрачено { $spent }
plan-status-indicator = { $name }: { $value } { $unit } ({ $period }), ціль { $target } до { $day }
plan-status-indicator-free = { $name }: { $value } { $unit } ({ $period }), без цілі
plan-status-indicator-unmeasured = { $name }: ще не виміряно, ціль { $target } { $unit } до { $day }
plan-status-indicator-unmeasured-free = { $name }: ще не виміряно
problem-no-plan = Плану ще немає. Завантаження: npm run hejnal -- plan import ФАЙЛ
problem-goal-unknown = У плані немає цілі «{ $code }». Є: { $known }.
