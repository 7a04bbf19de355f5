## Оголошення: для кого вони, чого не можна, і командний рядок.

# Канали
channel-telegram = Telegram
channel-discord = Discord
channel-web = чат на сайті

# Для кого
audience-youth = молодь
audience-contact = перші контактні особи установ
audience-second = другі контактні особи установ
audience-superior = керівні особи установ
audience-administrator = особи з роллю: адміністрування
audience-coordinator = особи з роллю: координація
audience-moderator = особи з роллю: модерація
audience-safeguarding_officer = особи з роллю: захист дітей
audience-auditor = особи з роллю: аудит
audience-places = групи та канали серверів, де є оголошення
audience-entities = тільки особи з установ: { $list }
audience-languages = тільки ті, хто читає мовою: { $list }
audience-channels = тільки там: { $list }
audience-districts = тільки молодь із районів: { $list }
audience-ages = тільки молодь віком: { $list }
audience-consultation = тільки молодь, чия участь у консультації { $id }: { $states }
audience-state-invited = запрошення
audience-state-started = посередині
audience-state-finished = завершена
audience-consent-announcements = хто хоче повідомлень від міста
audience-consent-outcomes = хто хоче знати, що вийшло з консультації
audience-consent-participation = хто дає згоду на участь
audience-except = але без: { $whom }
audience-nobody = ніхто
audience-list = { $first }, { $rest }
audience-name = { $name }

# Чого не можна
problem-announcement-unknown = Оголошення «{ $id }» немає. Дивись: npm run hejnal -- announcement list
problem-announcement-begun = Розсилка «{ $id }» вже почалася, і змінити її не можна. Напиши нове оголошення під іншим ідентифікатором.
problem-announcement-without-polish = Немає тексту польською. Напиши його: він замінює інші мови, коли їх немає.
problem-announcement-nobody-asked = Не вказано, хто це отримає. Вкажи групу осіб або місця.
problem-announcement-late-without-end = Хто приєднається пізніше, може отримати це лише до певного часу. Вкажи його (not_after).
problem-announcement-times = Кінець був би раніше за початок. Виправ один із цих строків.
problem-announcement-not-draft = «{ $id }» вже не чернетка. Переглянь ще раз.
problem-announcement-needs-second = Це прочитає молодь, тому затверджує не та особа, що написала. Попроси другу особу.
problem-announcement-too-few = Це отримало б так мало молоді, що когось можна було б упізнати. Вибери більшу групу.
problem-announcement-nobody = Ніхто б цього не отримав. Попередній перегляд показує чому.
problem-announcement-too-late = Час, до якого «{ $id }» було потрібне, минув. Напиши нове оголошення.
problem-announcement-not-sending = «{ $id }» зараз не розсилається, тож немає чого зупиняти.
problem-announcement-not-paused = «{ $id }» не зупинено, тож немає чого продовжувати.
problem-announcement-over = «{ $id }» вже завершено. Нічого не змінилося.
problem-announcement-nothing-failed = У «{ $id }» немає нічого, що можна надіслати ще раз.
problem-file-unwritable = Не вдається записати файл { $file } ({ $reason }). Вибери інше місце.

# Командний рядок
cli-announce = Читає оголошення з файлу як чернетку і показує, що сталося б
cli-announce-file = файл YAML з оголошенням (опис: docs/announcement-files.md)
cli-announcement = Оголошення: перегляд, затвердження, зупинка і що з ними стало
cli-announcement-id = ідентифікатор оголошення, наприклад summer-in-the-park
cli-announcement-list = Показує всі оголошення
cli-announcement-show = Показує одне оголошення і як далеко воно
cli-announcement-watch = показує знову кожні дві секунди, аж до кінця
cli-announcement-preview = Рахує, хто б це отримав, і показує, як це виглядає
cli-announcement-approve = Затверджує: іде одразу або у свій час; коли це читає молодь, це робить не та особа, що написала
cli-announcement-pause = Зупиняє після повідомлення, яке саме йде
cli-announcement-resume = Продовжує після зупинки
cli-announcement-cancel = Завершує назовсім: що не пішло, вже не піде
cli-announcement-retry = Пробує ще раз там, де не вдалося
cli-announcement-export = Записує, що стало з кожним повідомленням, без адрес
cli-announcement-csv = записує в цей файл, а не на екран
cli-announcement-none = Ще немає жодного оголошення. Додай перше: npm run hejnal -- announce file.yaml
cli-announcement-kept = Збережено як чернетку: { $id }. Щоб воно пішло: npm run hejnal -- announcement approve { $id }
cli-announcement-trial = Це була спроба: нічого не записано.
cli-announcement-refused = Нічого не записано. Виправ помилки і спробуй ще раз.
cli-announcement-for = Для кого:
cli-announcement-too-few = Це отримало б так мало молоді, що когось можна було б упізнати: нічого не рахуємо, і затвердити це не можна.
cli-announcement-total =
    { $count ->
        [one] { $count } адресат
        [few] { $count } адресати
       *[many] { $count } адресатів
    }
cli-announcement-left-out = Не отримають:
cli-left-out-stopped = після /stop
cli-left-out-no-consent = без згоди на повідомлення
cli-left-out-blocked = їхній канал уже нічого не пропускає
cli-left-out-no-address = без адреси в цих каналах
cli-left-out-budget = досить повідомлень цього тижня
cli-announcement-language-missing = Немає тексту мовами: { $languages }. Ці люди отримають текст польською.
cli-announcement-too-long = { $language }: { $characters } знаків — забагато для одного повідомлення тут: { $channels }.
cli-announcement-duration = Триватиме приблизно { $duration } у темпі платформ.
cli-announcement-sample = Так це виглядає, мова: { $language }:
cli-announcement-picture = [зображення: { $alt }]
cli-announcement-approved = Затверджено: { $id }. Почнеться за кілька секунд.
cli-announcement-scheduled = Затверджено: { $id }. Почнеться: { $at }.
cli-announcement-paused = Зупинено: { $id }.
cli-announcement-resumed = Продовжено: { $id }.
cli-announcement-cancelled = Завершено назовсім: { $id }.
cli-announcement-retried = Ще одна спроба: { $id }.
cli-announcement-tally = Пішло: { $out }. Чекає свого часу: { $held }. Залишилося: { $left }. Не дійшло: { $lost }. Скасовано: { $cancelled }. Разом: { $total }.
cli-announcement-exported =
    { $count ->
        [one] Записано { $count } рядок у файл { $file }.
        [few] Записано { $count } рядки у файл { $file }.
       *[many] Записано { $count } рядків у файл { $file }.
    }
cli-announcement-written = Текст: { $by }
cli-announcement-approved-by = Затвердження: { $by }
cli-announcement-send-at = Іде: { $at }
cli-announcement-not-after = Потрібне до: { $at }
cli-announcement-status-draft = чернетка
cli-announcement-status-approved = зараз почнеться
cli-announcement-status-scheduled = заплановано
cli-announcement-status-sending = розсилається
cli-announcement-status-paused = зупинено
cli-announcement-status-sent = надіслано
cli-announcement-status-cancelled = скасовано
cli-announcement-paused-by-failures = Розсилка зупинилася сама, бо забагато не вдалося.
cli-delivery-waiting = чекає
cli-delivery-held = чекає свого часу
cli-delivery-sending = саме йде
cli-delivery-accepted = пішло
cli-delivery-failed = відхилено
cli-delivery-blocked = блокування з того боку
cli-delivery-unreachable = поза досяжністю
cli-delivery-expired = запізно
cli-delivery-unknown = може дійшло
cli-delivery-cancelled = скасовано
cli-column-text = Текст
cli-column-channel = Канал
cli-column-language = Мова
cli-column-count = Скільки

# Файл з оголошенням
file-form-moment = Це не день і час. Напиши рік-місяць-день година:хвилина в лапках, наприклад '2027-06-21 16:00'.
file-moment-never = Такого дня чи такої години немає (навесні годинники одну пропускають). Вибери інший строк.
file-ends-before = Кінець був би раніше за початок. Виправ один із цих строків.
file-over-already = Цей час уже минув. Вибери пізніший.
file-begins-already = Цей час уже минув, тож оголошення піде одразу після затвердження.
file-late-without-end = Хто приєднається пізніше, може отримати це лише до певного часу. Додай not_after.
file-audience-nobody = Тут нікого не вказано. Напиши принаймні одну групу або places: true.
file-audience-idle = «{ $name }» тут нічого не змінює, бо звужує лише: { $whom }. Прибери це поле.
file-audience-youth = молодь
file-audience-contacts = контактні особи
file-entity-unknown = У плані немає установи «{ $id }». Є: { $known }.
file-district-unknown = Району «{ $id }» немає. Є: { $known }.
file-consultation-unknown = Консультації «{ $id }» немає. Є: { $known }.
file-consent-without-consultation = Тим, хто дає згоду на участь, можна писати лише про цю консультацію. Додай consultation.
file-polish-instead = Бракує мови: { $language }. Хто нею читає, отримає текст польською.
file-long-message = Це { $count } знаків, а в одне повідомлення ({ $channel }) вміщується { $most }. Скороти текст, інакше він прийде частинами.
file-link-http = Посилання починається з https://. Це буде видно так, як воно написане.
file-picture-elsewhere = Зображення має лежати поруч із цим файлом. Напиши лише його назву.
file-picture-missing = Поруч із цим файлом немає такого зображення. Перевір назву.
file-picture-large = Зображення більше за { $megabytes } МБ. Зменш його.
file-picture-kind = Це зображення ні PNG, ні JPEG. Збережи його в одному з цих форматів.
