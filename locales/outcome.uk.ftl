## Що виходить із консультацій: відповіді міста, повідомлення про них, файл і командний рядок.

# Меню
command-name-outcomes = підсумки
command-outcomes = Що відбувається з твоїм голосом

# Короткі повідомлення тим, хто хоче знати
outcome-step-published = Місто відповідає на консультацію «{ $title }». Це й твій голос.
outcome-step-started = Починається: «{ $name }». Це результат консультації «{ $title }» і твого голосу.
outcome-step-delayed = Це триватиме довше: «{ $name }». Йдеться про консультацію «{ $title }». Ми напишемо, коли буде готово.
outcome-step-done = Готово: «{ $name }». Це результат консультації «{ $title }» і твого голосу. Дякуємо!
outcome-evidence = Це видно тут: { $title }
outcome-evidence-link = Дивись: { $title }, { $link }
outcome-look = Дивлюся, що й чому

# Що відбувається з моїм голосом
outcomes-button = Що відбувається з моїм голосом
outcomes-none = Відповіді міста ще немає. Коли з'явиться, вона буде тут.
outcomes-mine = Твої консультації і те, що з них виходить:
outcomes-newest = Найновіші відповіді міста на голоси молоді:
outcomes-waiting = • «{ $title }»: відповідь міста буде щонайпізніше { $day }
outcomes-late = • «{ $title }»: відповідь міста мала бути { $day }. Місто знає, що спізнюється.
outcomes-answered = • «{ $title }»: { $answers }
decided-accepted = так: { $count }
decided-partly = частково: { $count }
decided-not-now = не зараз: { $count }
outcomes-count = Усі консультації разом. Справи молоді: { $themes }. З відповіддю: { $answered }. Готово: { $done }. Половина відповідей приходить за { $days ->
        [one] { $days } день
        [few] { $days } дні
        [many] { $days } днів
       *[other] { $days } дня
    }.
outcome-title = Що виходить із консультації «{ $title }»
outcome-said = Молодь каже: { $said }
outcome-accepted = Місто: так. { $reason }
outcome-partly = Місто: частково. { $reason }
outcome-not-now = Місто: не зараз. { $reason }
outcome-measure = Це захід із плану міста: «{ $name }» ({ $state }).

# Чого бракує
outcome-missing-themes = Немає жодної теми. Завантаж файл: npm run hejnal -- outcome import ФАЙЛ.yaml
outcome-missing-decision = Тема { $n } («{ $said }») не має рішення.
problem-outcome-not-closed = Консультація «{ $title }» триває до { $day }. Відповідь можна оприлюднити після її завершення.
problem-outcome-undecided = Відповідь на консультацію «{ $title }» ще не можна оприлюднити. Бракує:

# Файл
file-undecided = Ця тема не має рішення. Відповідь можна оприлюднити, коли його має кожна тема.
file-reason-without-decision = Є причина, а рішення немає. Додай decision: accepted, partly або not_now.
file-decision-without-reason = Є рішення, а причини немає. Додай reason: чому так, простими словами.
file-long-reason = Слів у цій причині: { $count }. Добре читається до { $most }; скороти її.
file-measure-not-now = Рішення «не зараз», а захід є. Молодь дізнається, коли він почнеться. Перевір, чи так має бути.
file-accepted-without-measure = Рішення «так», а заходу немає. Без measure ніхто не дізнається, що далі.
file-measure-without-plan = Плану немає, тож немає й заходів. Завантаж план: npm run hejnal -- plan import ФАЙЛ.yaml
file-measure-unknown = У чинному плані немає заходу «{ $name }». Номери показує: npm run hejnal -- plan status
file-measure-unknown-guess = У чинному плані немає заходу «{ $name }». Чи це мало бути «{ $guess }»?
file-outcome-published = Ця відповідь уже оприлюднена й лишається без змін. Змінити можна лише measure. Поверни решту.

# Командний рядок
outcome-command = Відповіді міста на консультації: що сказала молодь і що з цього виходить
outcome-import-help = Завантажує відповідь із файлу; ніхто її не бачить, доки її не оприлюднено
outcome-file = файл YAML з відповіддю на одну консультацію (опис: docs/outcome-files.md)
outcome-show-help = Показує теми, рішення й те, чого бракує
outcome-publish-help = Оприлюднює відповідь: її бачать усі, а хто хотів знати, отримує коротке повідомлення
outcome-kept = Завантажено. Ніхто цього не бачить, доки не оприлюднено: npm run hejnal -- outcome publish { $id }
outcome-due = Термін відповіді: { $day }
outcome-published-on = Оприлюднено: { $day }
outcome-not-published = Ще не оприлюднено
outcome-decision-accepted = Рішення: так
outcome-decision-partly = Рішення: частково
outcome-decision-not-now = Рішення: не зараз
outcome-decision-none = Рішення ще немає
outcome-led-to = Захід { $code }: { $name }
outcome-missing = Щоб її оприлюднити, бракує:
outcome-is-published = Оприлюднено: { $id }. Хто хотів знати, отримує повідомлення, ніколи в години тиші.
outcome-published-already = «{ $id }» уже оприлюднено. Нічого не змінилося.
