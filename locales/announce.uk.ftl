## Оголошення в чаті: що читає команда, коли їх пише, схвалює й надсилає.

# Написання
draft-text-pl = Що має бути в оголошенні польською? Напиши тут.
draft-markup = Не більше стількох знаків: { $most }. Працюють **жирний**, *курсив* і [слова](https://…) як посилання.
draft-text-en = А англійською? Без цієї версії ті, хто читає англійською, отримують польський текст.
draft-text-uk = А українською? Без цієї версії ті, хто читає українською, отримують польський текст.
draft-text-needed = Напиши, будь ласка, текст словами.
draft-skip-button = Пропускаю: буде польська
draft-without-button = Без цієї мови
draft-who = Хто це отримує?
draft-who-youth = Молодь, яка хоче повідомлень
draft-who-consultation = З них: після участі в «{ $title }»
draft-who-contacts = Контакти установ
draft-who-staff = Команда програми
draft-who-places = Лише групи й канали серверів
draft-narrow = Лише для частини? Познач мови або канали. Без позначок: для всіх.
draft-tick-places = також у групах і каналах серверів
draft-everybody-button = Для всіх
draft-when = Коли надіслати?
draft-moment-hint = Можна також написати день і годину, наприклад 15.12 16:00.
draft-now-button = Одразу після схвалення
draft-today-button = Сьогодні о { $time }
draft-tomorrow-button = Завтра о { $time }
draft-moment-unclear = Вибери, будь ласка, або напиши день і годину, наприклад 15.12 16:00.
draft-moment-past = Ця мить уже минула. Вибери, будь ласка, пізнішу.
draft-until = До якого часу це має сенс? Що доти не вийде, вже не надсилається.
draft-until-never = Без терміну
draft-until-evening = До того вечора, 20:00
draft-until-three = Три дні
draft-until-week = Тиждень
draft-until-before = Кінець випадає раніше за початок. Вибери, будь ласка, пізнішу мить.
draft-what = Що змінюємо? Після зміни потрібне нове схвалення.
draft-change-pl = Польський текст
draft-change-en = Англійський текст
draft-change-uk = Український текст
draft-change-who = Хто це отримує
draft-change-when = Коли надсилається
draft-kept = Чернетку збережено. Ще нічого не надіслано. Вище те, що побачать люди.
draft-dropped = Гаразд, цієї чернетки більше немає.
draft-drop-button = Припиняю писати
draft-goes-on = Це оголошення ще пишеться:
moment = { $day }, { $time }

# Список
announcements-button = Оголошення
announcements = Ось оголошення, від найновішого.
announcements-none = Ще немає жодного оголошення.
announcement-new-button = Пишу нове
announcement-label = { $title } ({ $status })
announcement-progress = «{ $title }»: { $status }.
announcement-status-draft = чернетка
announcement-status-approved = зараз почнеться
announcement-status-scheduled = заплановано
announcement-status-sending = надсилається
announcement-status-paused = призупинено
announcement-status-failing = зупинилося саме, забагато не вдалося
announcement-status-sent = надіслано
announcement-status-cancelled = скасовано
announcement-show-button = Як далеко воно
announcement-preview-button = Як виглядає
announcement-test-button = На пробу мені
announcement-submit-button = На схвалення…
announcement-change-button = Змінюю
announcement-cancel-button = Зупиняю назавжди…
announcement-discard-button = Відкидаю…
announcement-pause-button = Призупиняю
announcement-resume-button = Продовжую
announcement-retry-button = Повторюю невдале…

# Що це означає
announcement-for = Для кого:
announcement-line = • { $words }
announcement-count = Люди й місця, що це отримають: { $count }.
announcement-count-line = • { $channel }, { $language }: { $count }
announcement-left-out = Не отримають:
left-out-stopped = після /stop: { $count }
left-out-no-consent = без згоди на повідомлення: { $count }
left-out-blocked = заблокували нас: { $count }
left-out-no-address = немає як дістатися: { $count }
left-out-budget = уже мають три повідомлення цього тижня: { $count }
announcement-too-few = Це отримало б так мало молоді, що когось можна було б упізнати. Так надіслати не можна: вибери, будь ласка, більшу групу.
announcement-language-missing = Дехто читає цією мовою, а отримає польський текст: { $language }.
announcement-too-long = Текст задовгий для одного повідомлення. { $channel }, { $language }, знаків: { $characters }.
announcement-at = Надсилається: { $moment }.
announcement-at-once = Надсилається одразу після схвалення.
announcement-until = { $at } Має сенс до: { $moment }.
announcement-takes-moment = Надсилання триває близько хвилини.
announcement-takes-minutes =
    { $count ->
        [one] Надсилання триває близько { $count } хвилини.
       *[other] Надсилання триває близько { $count } хвилин.
    }
announcement-takes-hours =
    { $count ->
        [one] Надсилання триває близько { $count } години.
       *[other] Надсилання триває близько { $count } годин.
    }

# Дії
announcement-sure-second = Це прочитає молодь, тож схвалює друга людина. Питаємо зараз? Отримувачів: { $count }.
announcement-yes-second = Так, прошу схвалити
announcement-sure-send = Більше нікого не питаємо. Отримувачів: { $count }. Надсилаємо?
announcement-yes-send = Так, надсилаю. Отримувачів: { $count }
announcement-sure-cancel = Зупинити назавжди «{ $title }»? Уже надіслано: { $accepted }. Ніколи не вийде: { $left }. Це не можна скасувати.
announcement-yes-cancel = Так, зупиняю назавжди
announcement-sure-discard = Відкинути «{ $title }»? Ніхто цього не має й не отримає.
announcement-yes-discard = Так, відкидаю
announcement-sure-retry = Повторити «{ $title }» там, де не вдалося? Скільки: { $count }. Більше ніхто не отримає цього вдруге.
announcement-yes-retry = Так, повторюю. Скільки: { $count }
announcement-test-sent = Уже йде до тебе.
announcement-submitted = Питаємо другу людину. Повідомимо тобі, що вона скаже.
announcement-returned = Повідомимо, що це ще не готово.
announcement-approved = Схвалено.
announcement-cancelled = Готово. Більше нічого не вийде.
announcement-retried = Невдале надсилається ще раз.
announcement-paused = Призупинено. Дійде лише те, що саме виходить.
announcement-resumed = Надсилання триває далі.

# Як далеко воно
tally-accepted = Надіслано: { $accepted } з { $total }.
tally-remain = • ще чекає: { $count }
tally-held = • відкладено на пізніше: { $count }
tally-failed = • не вдалося: { $count }
tally-blocked = • нас заблоковано: { $count }
tally-unreachable = • немає як дістатися: { $count }
tally-expired = • запізно: { $count }
tally-unknown = • невідомо, чи дійшло: { $count }
tally-cancelled = • зупинено: { $count }
tally-reason = • причина: { $reason } – { $count }
reason-refused = платформа відхиляє це повідомлення
reason-tried-too-often = забагато спроб
reason-no-answer = немає відповіді
reason-other = інша причина

# Друга людина й повідомлення команді
approval-asked = { $by } просить твого схвалення. Оголошення в попередньому повідомленні.
approval-yes = Схвалюю
approval-not-yet = Ще ні
approval-approved = «{ $title }» схвалено: { $by }.
approval-returned = «{ $title }» ще не готове: { $by }. Поговоріть і внеси зміни.
told-paused = «{ $title }» зупинилося саме, бо забагато не вдалося. Надіслано: { $accepted } з { $total }. Не вдалося: { $failed }. Поглянь, будь ласка.
told-sent = «{ $title }» надіслано. Вийшло: { $accepted } з { $total }. Не вдалося: { $failed }.

# Відмови
problem-announcement-changed = Текст тим часом змінено. Поглянь на нього, будь ласка, ще раз, перш ніж схвалити.
problem-announcement-nobody-else = Більше ніхто не може схвалювати оголошень. Запроси другу людину: npm run hejnal -- staff invite --role coordinator
