## Every page

web-name = Hejnał
web-skip = Перейти до змісту
web-languages = Мова
web-to-start = Повернутися на початок
web-help = Допомога
web-exit = Вийти
web-exit-about = Швидкий вихід: очищує екран і відкриває іншу сторінку
web-privacy = Приватність

## The chat

web-chat-title = Чат міста
web-chat-log = Розмова
web-chat-answers = Відповіді на вибір
web-chat-you = Ти
web-chat-field = Напиши повідомлення
web-chat-field-answer = Напиши відповідь
web-chat-field-short = Напиши…
web-chat-send = Надіслати
web-chat-confirm = Готово
web-chat-picked = Вибрано
web-chat-progress = Крок { $step } з { $of }
web-chat-max-chars =
    { $max ->
        [one] Щонайбільше { $max } знак.
        [few] Щонайбільше { $max } знаки.
        [many] Щонайбільше { $max } знаків.
       *[other] Щонайбільше { $max } знака.
    }
web-chat-max-picks =
    { $max ->
        [one] Можна позначити { $max } відповідь.
        [few] Можна позначити щонайбільше { $max } відповіді.
        [many] Можна позначити щонайбільше { $max } відповідей.
       *[other] Можна позначити щонайбільше { $max } відповіді.
    }
web-chat-file = Завантажити файл { $name }
web-chat-attach = Файл (не більше 10 МБ)
web-chat-sending = Надсилаю…
web-chat-retrying = Немає звʼязку. Пробую надіслати ще раз…
web-chat-unsent = Не вдалося надіслати. Твоя відповідь чекає лише на цій сторінці.
web-chat-again = Надіслати ще раз

## The front page

web-front-title = Скажи місту, що змінити
web-front-lead = Короткі запитання, без імені. А потім ми розповідаємо, що з цього вийшло.
web-front-open = Про що питаємо зараз
web-front-closes = Останній день: { $date }
web-front-start = Починаю
web-front-nothing = Зараз ми ні про що не питаємо. Завітай пізніше або подивися, що є в чаті.
web-front-chat = Відкрити чат

## The class code

web-class-title = Маю код з уроку
web-class-about = Введи код, який бачиш на дошці. Обліковий запис не потрібен.
web-class-label = Код
web-class-enter = Заходжу
web-class-wrong = Цей код не працює. Перевір, чи кожна літера правильна.
web-class-new = Якщо так, то місця вже зайняті або час коду минув. Попроси в класі новий.
web-class-private = Кожна людина за цим компʼютером вводить код знову. Ніхто не побачить твоїх відповідей.
web-join-title = Маю код
web-join-about = Код із запрошення відкриває розмову з містом. Код із месенджера поєднує обидва місця. Кожен діє один раз.
web-join-label = Код
web-join-enter = Заходжу
web-join-own = Зайди на своєму компʼютері чи телефоні: саме його буде впізнано наступного разу.

## Help

web-help-title = Хочеш поговорити?
web-help-about = Ці номери безкоштовні. Відповість людина.

## The way out

web-exit-practice = Тут відкрилася б інша сторінка
web-exit-practice-about = Це версія для проби. У справжньому чаті ця кнопка очищує екран і веде на нейтральну сторінку.
web-exit-back = Повернутися до чату

## When something does not work

web-refusal-400 = Ця сторінка вже застаріла
web-refusal-400-cure = Відкрий чат ще раз. Якщо це повторюється, дозволь у браузері файли cookie: вони підказують, яке запитання показати.
web-refusal-403 = Це повідомлення прийшло з іншого сайту
web-refusal-403-cure = Відкрий чат напряму й спробуй ще раз.
web-refusal-404 = Такої сторінки немає
web-refusal-404-cure = Адреса могла змінитися, або в ній є помилка.
web-refusal-413 = Це повідомлення задовге
web-refusal-413-cure = Напиши, будь ласка, коротше.
web-refusal-413-file = Цей файл не поміщається
web-refusal-413-file-cure = Файл може мати не більше 10 МБ і потрібен лише там, де чат про нього просить.
web-refusal-429 = Забагато одразу
web-refusal-429-cure = Зачекай трохи й спробуй ще раз. Нічого не загубилося.
web-refusal-500 = Щось пішло не так на нашому боці
web-refusal-500-cure = Спробуй за мить. Надіслані раніше відповіді збережено.

## The embedded run

web-try-title = Одне місто, три місця
web-try-lead = Дай відповіді від імені молоді, пересунь годинник і подивися, що бачать партнер та адміністрація.
web-try-clock = Годинник для проби
web-try-hour = + 1 година
web-try-day = + 1 день
web-try-week = + 1 тиждень
web-try-to-opening = До відкриття: { $title }
web-try-to-closing = До завершення: { $title }
web-try-to-reminder = До нагадування: { $title }
web-try-youth = Молодь
web-try-youth-about = Відповідає на консультації. Пропусти запитання, повернися, зміни мову.
web-try-partner = Партнер
web-try-partner-about = Відповідає за заходи з плану міста.
web-try-admin = Адміністрація
web-try-admin-about = Відкриває консультації та стежить за планом.
web-try-frame = Чат: { $seat }
web-try-fiction = Місто, люди й план вигадані. Усе залишається на цьому компʼютері.
web-try-health = Стан сервісу
