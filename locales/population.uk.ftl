## Скільки молодих людей живе в місті та кого бракує серед тих, хто взяв участь

# Командний рядок
population-command = Скільки молодих людей живе в місті: завдяки цьому результати кажуть, кого бракує
population-import-help = Завантажує таблицю населення замість попередньої
population-file = файл YAML із числами (див. docs/population-files.md)
population-show-help = Показує теперішню таблицю
population-head = Молоді люди в місті: { $total }, рік { $year }. Джерело: { $source }
population-sample = Ці числа вигадані, щоб показати, як це працює.
population-imported = Завантажено. Результати, опубліковані відтепер, стоять поруч із цими числами.
population-same = Нічого не змінилося: ця сама таблиця вже тут.
population-none = Таблиці населення немає. Завантаж файл: npm run hejnal -- population import ФАЙЛ.yaml
population-column-residents = У місті
population-column-share = Частка

# Файл
file-population-no-groups = Тут немає жодного поділу. Додай принаймні один: age_bands, genders або districts.
file-population-sum = Ці групи разом дають { $sum }, а total каже { $total }. Виправ одне з них.
file-population-districts-lacking = Бракує районів: { $missing }. Додай їх, щоб не здавалося, ніби там ніхто не живе.
file-population-gender-unasked = Жодна консультація ще не питає про стать, тому ці id не можна перевірити. Перевір їх, коли така консультація буде.
file-population-age_band-unknown = Жодна консультація не має вікової групи «{ $id }». Є: { $known }. Виправ id.
file-population-age_band-unknown-guess = Жодна консультація не має вікової групи «{ $id }». Чи це мало бути «{ $guess }»?
file-population-gender-unknown = Жодна консультація не має статі «{ $id }». Є: { $known }. Виправ id.
file-population-gender-unknown-guess = Жодна консультація не має статі «{ $id }». Чи це мало бути «{ $guess }»?
file-population-district-unknown = Району «{ $id }» немає. Є: { $known }. Виправ id або спершу завантаж райони.
file-population-district-unknown-guess = Району «{ $id }» немає. Чи це мало бути «{ $guess }»?

# Сторінка результатів
results-who = Хто бере участь, а кого бракує
results-who-source = Молоді люди в місті: { $source }, { $year }.
results-who-sample = Числа молодих людей у місті вигадані.
results-who-missing-all = Помітно менше, ніж у місті: { $groups }.
results-who-missing-shown = Із показаних груп помітно менше, ніж у місті: { $groups }.
results-who-group-all = { $group } ({ $share } відповідей, { $there } у місті)
results-who-group-shown = { $group } ({ $share } відповідей із цих груп, { $there } людей цих груп у місті)
results-who-nobody = Жодної з показаних груп помітно не бракує.
results-who-bar-here-all = { $group }, серед відповідей
results-who-bar-here-shown = { $group }, серед відповідей із цих груп
results-who-bar-there-all = { $group }, у місті
results-who-bar-there-shown = { $group }, серед цих груп у місті
results-who-counted = Рахуємо людей, які відповідають на питання «{ $question }» і кажуть це про себе.
results-who-left-out = Деякі групи приховано. Частки з обох боків – серед показаних груп. Чи бракує прихованої групи, сказати не можна.
results-who-place = Місто рахує, де хто живе. Можна було назвати район, де минає найбільше часу.
results-who-not-in-table = { $by }: не порівнюємо, бо таблиця міста має інші групи або не має їх зовсім.
results-who-hidden = { $by }: не порівнюємо, бо можна показати менше ніж дві групи.
results-who-rule = «Менше» означає: нижче чотирьох пʼятих частки в місті. «Більше» означає: вище пʼяти четвертих.
results-who-column-answered = Відповіді
results-who-column-share = Частка у відповідях
results-who-column-residents = Живе в місті
results-who-column-resident-share = Частка в місті
results-who-column-standing = Порівняння
results-who-fewer = менше, ніж у місті
results-who-alike = приблизно як у місті
results-who-more = більше, ніж у місті

# Зважені частки
results-page-column-weighted = Зважена частка
results-weighted-by-age_band = У таблиці є й зважені частки: кожна вікова група важить стільки, скільки в місті.
results-weighted-by-gender = У таблиці є й зважені частки: кожна стать важить стільки, скільки в місті.
results-weighted-by-district = У таблиці є й зважені частки: кожен район важить стільки, скільки в місті.
results-weighted-effective =
    { $count ->
        [one] Вони приблизно такі певні, як { $count } відповідь, вибрана жеребом.
        [few] Вони приблизно такі певні, як { $count } відповіді, вибрані жеребом.
        [many] Вони приблизно такі певні, як { $count } відповідей, вибраних жеребом.
       *[other] Вони приблизно такі певні, як { $count } відповіді, вибраної жеребом.
    }
results-weighted-largest = Найбільша вага людини – { $times } (середня – 1).
results-weighted-capped = Жодна людина не важить більше ніж { $most } середні ваги, тому деякі групи й далі важать менше, ніж у місті.
results-weighted-none = Зважених часток тут немає: у кожному поділі, який підійшов би, щось приховано або цього бракує в таблиці міста.
results-page-method-weighted = Зважена частка каже, як було б, якби групи серед відповідей були такі великі, як у місті. Рахуються лише ті, хто назвав свою групу. Ніхто не важить більше ніж { $most } середні ваги: інакше кілька людей говорили б за цілу групу. Ваги не роблять із цього випадкової вибірки.

# Простими словами
results-easy-who = Кого бракує?
results-easy-who-fewer = Цих груп тут менше, ніж у місті:
results-easy-who-group-all = { $group }: тут { $here } із { $of }, у місті { $there } із { $of }
results-easy-who-group-shown = { $group }: із { $of } людей показаних груп тут { $here }, у місті { $there }
results-easy-who-nobody = Жодної групи, яку ми можемо показати, помітно не бракує.
results-easy-who-hidden = Деякі групи приховано. Тут ми їх не рахуємо й не можемо сказати, чи їх бракує.

# Опис даних
results-data-figure-taking_part = Люди з групи, які відповіли на питання зі стовпця question. share: серед показаних груп, три знаки після коми.
results-data-figure-residents = Молоді люди з групи, які живуть у місті. share: серед тих самих груп, три знаки після коми.
results-data-figure-weighted = Зважена частка відповіді, у стовпці share: кожна група поділу зі стовпця by важить стільки, скільки в місті. Обчислена лише з показаних чисел.
results-data-figure-effective = Стільки відповідей, вибраних жеребом, були б приблизно такі певні, як зважені частки цього питання.
