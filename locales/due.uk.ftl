## Відповіді на нагадування, прохання про зміни, звіти про показники.

due-not-yours = Це справа іншої установи, тож відповісти на неї тут не можна.
due-one = 📌 Термін { $day }: { $what }
due-entity = Відповідає: { $entity }
due-waiting-date = ⏳ Чекає прохання про новий термін: { $to }.
due-waiting-entity = ⏳ Чекає прохання про передачу: { $to }.
due-on-track = Дякуємо! Записано: «{ $what }» буде вчасно, до { $day }.
due-under-way = Дякуємо! Записано: над «{ $what }» триває робота. Термін минув { $day }. Про новий термін можна попросити будь-коли.
due-done = ✅ Зроблено: { $what }. Нагадувань про це більше не буде.
due-evidence-ask = Що це підтверджує? Фото, документ, посилання або кілька слів.
due-evidence-more = Щось іще? Ще один файл, посилання або кілька слів.
due-evidence-how = Підтвердження для «{ $what }»: фото, документ, посилання або кілька слів.
due-evidence-kept = 📎 Збережено.
due-evidence-skip = Без підтвердження
due-evidence-enough = Це все
due-evidence-thanks = Дякуємо, це все.
due-undo = Це помилка
due-undone = Скасовано. Це знову треба зробити.
due-done-on = Це вже зроблено ({ $day }): { $what }. Нічого не змінюється.
due-done-before = Це вже зроблено: { $what }. Нічого не змінюється.
due-dropped = Цього вже немає в плані: { $what }. Нічого не змінюється.
due-moved = Цей термін змінився. Тепер: { $day }.
due-date-ask = Термін – { $day }. Який був би реальним?
due-date-how = Можна також написати дату, наприклад 15.03.
due-date-label = { $day }
due-date-unread = Цю дату не вдалося прочитати. Наприклад: 15.03 або 2027-03-15.
due-date-past = Цей день уже минув. Потрібна дата в майбутньому.
due-date-earlier = Цей день раніший за теперішній термін ({ $day }).
due-reason-ask = Новий термін: { $day }. Чому потрібно більше часу? Вибери або напиши.
due-reason-waiting = Чекаємо на когось іншого
due-reason-people = Бракує людей
due-reason-money = Бракує грошей
due-reason-purchase = Закупівля затягується
due-too-long = Це задовго. Вміститься { $max } знаків.
due-drop = Назад
due-asked-date = 📨 Прохання надіслано: «{ $what }», замість { $from } – { $to }.
due-asked-next = Координація програми відповість. Доти все лишається, як було.
due-blocker-ask = Хто або що заважає? Вибери установу або напиши її назву чи скорочення.
due-blocker-outside = Хтось поза програмою
due-owner-ask = Чиє це? Вибери установу або напиши її назву чи скорочення.
due-owner-unknown = Не знаю чиє
due-others = Далі
due-who-unread = Такої установи немає в плані. Вибери зі списку.
due-note-ask = Чого бракує від: { $who }? Одного речення досить.
due-note-ask-outside = Чого бракує? Одного речення досить.
due-note-skip = Без коментаря
due-somebody = хтось інший
due-somebody-outside = когось поза програмою
due-blocked-by = 🚧 Записано: «{ $what }» чекає на: { $who }. Ця установа отримує повідомлення.
due-blocked-outside = 🚧 Записано: «{ $what }» чекає на когось поза програмою. Координація це бачить.
due-handed = 📨 Прохання надіслано: «{ $what }» перейде до: { $who }.
due-handed-unknown = 📨 Записано: «{ $what }» не ваше. Координація з’ясує, чиє.
due-noted = Записано. Сповіщень про цей термін більше не буде: { $what }.
due-resume = Повертаюся до розмови
due-elsewhere = Цим тепер займається { $entity }: { $what }. Нічого не змінюється.
due-evidence-add = Додаю підтвердження
due-other-day = Це було іншого дня
due-done-when = Якого дня? Можна також написати дату, наприклад 15.03.
due-yesterday = Учора
due-done-later = Цей день іще попереду. Якого дня це зроблено?
due-done-kept = Записано: зроблено { $day }.
due-date-week = На тиждень пізніше: { $day }
due-date-two-weeks = На два тижні пізніше: { $day }
due-date-month = На місяць пізніше: { $day }
due-date-quarter = Кінець кварталу: { $day }
due-date-waiting = На рішення вже чекає { $to }. Новий запит його замінить.
due-date-far = Це більш ніж на два роки пізніше. Вибери, будь ласка, ближчий день.
due-reason-how = Досить кількох слів, щонайбільше { $max } знаків.
due-moved-now = ✅ Новий термін { $to }: { $what }. Про це дізнається { $entity }.
due-handed-now = ✅ Передано: { $who } тепер має «{ $what }». Обидві сторони отримують повідомлення.
answer-hand-over = Нехай візьме хтось інший
answer-move = Інший термін
blocker-lead = 🚧 { $who } чекає на вас: { $what }. Термін { $day }.
blocker-note = Бракує: { $note }
blocker-yes = Ми вже працюємо над цим
blocker-no = Це не від нас залежить
blocker-coming = Дякуємо! { $who } дізнається, що ви над цим працюєте.
blocker-not-us = Записано. { $who } дізнається, що це не від вас залежить.
blocked-coming = 🙌 { $who } пише: уже працюємо над цим. ({ $what })
blocked-not-theirs = { $who } пише: це залежить не від нас. ({ $what })
blocked-line-note = • { $what } ({ $entity }), до { $day } – чекає на: { $by }. Бракує: { $note }
blocked-line = • { $what } ({ $entity }), до { $day } – чекає на: { $by }
blocked-list = 🚧 Чекає на когось іншого ({ $count }):
change-asks-date = 📨 { $entity } просить новий термін: { $what }. З { $from } на { $to }.
change-asks-entity = 📨 { $entity } пише, що це не їхнє: { $what }. Мало б перейти до: { $to }.
change-asks-unknown = 📨 { $entity } пише, що це не їхнє, і не знає чиє: { $what }.
change-reason = Причина: { $reason }
change-yes = Згода
change-no = Не зараз
change-approved = ✅ Згода: { $what }. Було { $from }, стало { $to }.
change-refused = Без змін: { $what }. Лишається { $from }.
change-told = Усі, кого це стосується, отримують повідомлення.
change-is-approved = ✅ Згода координації: { $what }. Було { $from }, стало { $to }.
change-is-refused = Координація нічого не змінює: { $what }. Лишається { $from }.
change-was-approved = Рішення вже є: згода на { $to }. { $who }, { $day }. ({ $what })
change-was-refused = Рішення вже є: залишається { $from }. { $who }, { $day }. ({ $what })
change-moot = Це прохання вже неактуальне: { $what }. Нічого не змінюється.
change-own = Про запит власної установи вирішує хтось інший.
change-choose = Вибираю, хто це візьме
change-replaced = Новіший запит замінив попередній: { $what }.
change-given = 📌 Відтепер у вас: { $what }. Термін { $day }.
overdue-none = У плані немає нічого простроченого. 🎉
overdue-lead = { $count ->
        [one] Прострочено в усьому плані: { $count } справу.
        [few] Прострочено в усьому плані: { $count } справи.
        [many] Прострочено в усьому плані: { $count } справ.
       *[other] Прострочено в усьому плані: { $count } справи.
    }
overdue-answered = • З { $day }: { $what } ({ $entity }) – відповідь: { $answer }
overdue-asked = • З { $day }: { $what } ({ $entity }) – без відповіді. Запитано: { $asked }.
overdue-who = { $who } – { $on }
overdue-unasked = • З { $day }: { $what } ({ $entity }) – ще не запитано
deadlines-more = Далі
partner-due-plain = • { $day }: { $name }
partner-overdue-plain = • Прострочено з { $day }: { $name }
partner-report-button = Подати показник
partner-home-overdue = { $count ->
        [one] ⏳ Прострочено: { $count } справу.
        [few] ⏳ Прострочено: { $count } справи.
        [many] ⏳ Прострочено: { $count } справ.
       *[other] ⏳ Прострочено: { $count } справи.
    }
staff-home-changes = { $count ->
        [one] 📨 Чекає на рішення: { $count } прохання.
        [few] 📨 Чекають на рішення: { $count } прохання.
        [many] 📨 Чекають на рішення: { $count } прохань.
       *[other] 📨 Чекає на рішення: { $count } прохання.
    }
staff-home-overdue = { $count ->
        [one] ⏳ Прострочено в плані: { $count } справу.
        [few] ⏳ Прострочено в плані: { $count } справи.
        [many] ⏳ Прострочено в плані: { $count } справ.
       *[other] ⏳ Прострочено в плані: { $count } справи.
    }
command-report = подає значення показника
command-name-report = звіт
report-none = Твоя установа не подає показників.
report-nothing = Усі показники подано. Дякуємо!
report-which = Який показник?
report-period = { $name }: за який період?
report-value = 📊 { $name }, { $period }. Яке значення ({ $unit })?
measured = { $value } { $unit }
measured-in = { $value } ({ $unit })
report-previous = Раніше ({ $period }): { $value }
report-unread = Це не схоже на число. Наприклад: 1250 або 12,5. Якщо його немає: «не знаю».
report-not-measured = Не виміряно
report-sure = { $name }, { $period }: { $value }. Усе правильно?
report-yes = Так, правильно
report-no = Виправити
report-kept = ✅ Збережено: { $name }, { $period }: { $value }.
report-missing = Збережено: { $name }, { $period } – не виміряно. Це не означає нуль.
report-known = { $name }, { $period }: це значення вже подано.
report-another = Інший показник
report-why = { $name }, { $period }: чому немає значення? Вибери або напиши кількома словами.
report-why-later = Вимірювання буде пізніше
report-why-data = Бракує даних від інших
