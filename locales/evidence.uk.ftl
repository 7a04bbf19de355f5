## Файл, який хтось передає, і чому його не можна зберегти
problem-file-large = Цей файл завеликий: поміститься не більше { $megabytes } МБ. Досить меншої копії або посилання.
problem-file-empty = У цьому файлі нічого немає. Вибери його, будь ласка, ще раз.
problem-file-kind = Файли такого виду зберегти не можна. Підійде фото (JPG, PNG, WebP), PDF, текст (TXT, CSV) або документ без макросів (DOCX, XLSX, PPTX, ODT, ODS).
problem-file-damaged = Це фото не вдається прочитати до кінця. Надішли його, будь ласка, ще раз або вибери інше.
problem-file-unfetched = Файл не надійшов, і нічого з нього не збережено. Надішли його, будь ласка, ще раз.

## Доказ словами або посиланням
evidence-text-long = Знаків { $count }, а поміститься { $max }. Скороти, будь ласка, текст або надішли його файлом.
evidence-link-long = Це посилання задовге: поміститься не більше { $max } знаків.
evidence-link-kind = Це посилання відкривається не звідусіль. Підійде таке, що починається з https://.

## Командний рядок
evidence-command = Що показує, що заходи виконано: файли, тексти й посилання, які передали партнери
evidence-list-help = Список доказів, від найновішого
evidence-get-help = Записати переданий файл або текст у файл (залишається запис, хто це робить)
evidence-measure-option = лише для цього заходу, за ідентифікатором або номером
evidence-id = ідентифікатор з «evidence list»
evidence-out-option = куди записати; там його прочитаєш лише ти
evidence-column-id = id
evidence-column-measure = захід
evidence-column-kind = вид
evidence-column-size = розмір
evidence-column-day = день
evidence-column-title = назва
evidence-none = Доказів ще немає. Партнери передають їх, коли повідомляють, що щось виконано.
evidence-taken-out = Записано у { $file }. Файл прийшов ззовні й не перевірений на віруси.
problem-evidence-unknown = Немає доказу з ідентифікатором { $id }. Список показує «evidence list».
problem-evidence-elsewhere = Тут із нього нічого немає. Він лежить деінде: { $link }
