## План заходів

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
plan-status-indicator = { $name }: { $value } ({ $period }), ціль { $target } до { $day }
plan-status-indicator-free = { $name }: { $value } ({ $period }), без цілі
plan-status-indicator-unmeasured = { $name }: ще не виміряно, ціль { $target } до { $day }
plan-status-indicator-unmeasured-free = { $name }: ще не виміряно
problem-no-plan = Плану ще немає. Завантаження: npm run hejnal -- plan import ФАЙЛ
problem-goal-unknown = У плані немає цілі «{ $code }». Є: { $known }.
problem-plan-none = Ще немає жодного плану. Імпортуй його: npm run hejnal -- plan import файл.yaml
problem-plan-unknown = Плану «{ $id }» немає. Перевір ідентифікатор.
problem-plan-subject-unknown = У плані немає нічого з назвою «{ $name }». Вкажи ідентифікатор із файлу плану, наприклад a1-1-1.
problem-plan-file-kind = План записуємо як .yaml або .xlsx, а не { $file }. Зміни закінчення назви.

# Командний рядок
cli-plan = План заходів: як файл, його стан і зміни
cli-plan-import = Імпортує план із файлу: увесь або нічого
cli-plan-file = файл YAML або XLSX із планом (опис: docs/plan.md)
cli-plan-why = причина змін, записується біля кожної
cli-plan-take = чиє значення діє, коли обидві сторони змінили те саме: file (з файлу) або database (звідси)
cli-plan-export = Записує план у файл, який можна знову імпортувати
cli-plan-export-file = файл, який з'явиться: назва.yaml або назва.xlsx
cli-plan-id = ідентифікатор плану (без нього: чинний план)
cli-plan-history = Показує, що змінилося, хто це змінив і чому
cli-plan-subject = ідентифікатор або код, наприклад a1-1-1, 1.1.1 чи indicator/i01
cli-plan-no-history = Тут іще нічого не змінювалося.
cli-plan-column-when = Коли
cli-plan-column-who = Хто
cli-plan-column-what = Що
cli-plan-column-change = Зміна
cli-plan-column-why = Чому
cli-plan-added = додано
cli-plan-removed = прибрано
cli-plan-whole = (усе)
cli-plan-imported = Імпортовано: { $id }
cli-plan-exported = План { $id } записано у файл { $file }
cli-plan-unchanged = Нічого не змінюється.
cli-plan-kept = цього немає у файлі, але воно лишається: від нього залежить інше або воно належить місту
cli-plan-counts = Нове: { $added }; змінені поля: { $changed }; прибране: { $removed }
cli-plan-in-file = у файлі: { $value }
cli-plan-here = тут: { $value }
cli-plan-changed-by = зміна тут: { $actor }, { $at } UTC
cli-plan-conflicts = Те саме змінилося у файлі й тут. Нічого не імпортовано. Виріши: --take file або --take database; можна також виправити файл.

# З чого складається план
plan-kind-policy = правила нагадувань
plan-kind-entity = установи
plan-kind-plan = план
plan-kind-phase = етапи циклу
plan-kind-goal = цілі
plan-kind-objective = завдання
plan-kind-indicator = показники
plan-kind-target = цільові значення
plan-kind-measure = заходи
plan-kind-risk = ризики
plan-kind-budget = рядки бюджету
plan-kind-evidence = підтвердження
plan-kind-reading = значення показників
plan-kind-report = звіти
plan-kind-milestone = етапи заходів

# Перший аркуш файлу
plan-sheet-title = План заходів: як заповнити цей файл
plan-sheet-sheets = Кожен вид речей має свій аркуш, кожна річ один рядок. Назв аркушів і стовпців не змінюй.
plan-sheet-ids = Стовпець id — коротка тривала назва: малі латинські літери, цифри, - і _. Інші аркуші посилаються на неї.
plan-sheet-days = Дні пиши як дати або так: 2026-09-21. Порожня клітинка — немає значення, а не нуль.
plan-sheet-money = Суми в злотих, гроші після коми.
plan-sheet-lists = Кілька значень в одній клітинці розділяй комами. Кроки ескалації пиши так: 7 coordinator; 14 plenipotentiary.
plan-sheet-removed = Прибраний рядок заходу означає: скасовано. Етап, що вже має історію, лишається як знятий.
plan-sheet-revision = Число біля revision каже, з якого стану цей файл. Залиш його: завдяки йому нічого з повідомленого пізніше не зникне.
plan-sheet-check = Спершу перевір: npm run hejnal -- plan import файл.xlsx --dry-run. Побачиш усі помилки та зміни, нічого не запишеться.
plan-sheet-more = Опис кожного стовпця: docs/plan.md
