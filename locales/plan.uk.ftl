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
