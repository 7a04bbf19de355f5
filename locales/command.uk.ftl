## The menus of commands: names and descriptions, as Telegram and Discord show them.

command-name-start = почати
command-start = Почати: відкриті консультації
command-name-help = допомога
command-help = Номери, де тебе вислухають
command-name-privacy = приватність
command-privacy = Що ми про тебе зберігаємо й доки
command-name-mydata = моїдані
command-mydata = Файл з усім, що ми про тебе маємо
command-name-delete = видалити
command-delete = Стерти свої дані
command-name-stop = стоп
command-stop = Більше не надсилати повідомлень
command-name-language = мова
command-language = Змінити мову
command-name-news = новини
command-news = Повідомлення від міста: увімкнути або вимкнути
command-name-code = код
command-code = Код із класу або запрошення
command-name-post = опублікувати
command-post = Для команди: оголосити консультацію тут
command-name-announce = оголошення
command-announce = Для команди: оголошення
command-name-deadlines = терміни
command-deadlines = Для партнерів: що треба зробити
command-name-plan = план
command-plan = Для партнерів: наші заходи

command-option-code = Код, наприклад ABCD-EFGH
command-option-post = Ідентифікатор консультації
command-option-announce = «тут» або «вимкнути»: чи несе це місце оголошення
discord-write = Пишу відповідь
discord-your-answer = Твоя відповідь
discord-send = Надіслати
discord-more = Інші відповіді
discord-choose = Вибери зі списку
