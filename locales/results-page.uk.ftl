## Результати для всіх

results-page-list = Результати
results-page-list-about = Що кажуть молоді люди і скільки їх. Ми публікуємо це один раз, після завершення кожної консультації.
results-page-none = Опублікованих результатів ще немає. Вони зʼявляються після завершення консультації.
results-page-see = Переглянути результати
results-page-easy = Простими словами
results-page-all = Усі результати
results-page-title = Результати: { $title }
results-page-questions = Питання за питанням

# Одне питання

results-page-finding-all =
    { $count ->
        [one] Найчастіше: { $answers } ({ $share }).
       *[other] Найчастіше, по { $share }: { $answers }.
    }
results-page-finding-shown =
    { $count ->
        [one] Найчастіша з показаних відповідей: { $answers } ({ $share }).
       *[other] Найчастіші з показаних відповідей, по { $share }: { $answers }.
    }
results-page-finding-pairs =
    { $count ->
        [one] Найчастіше важливіше: { $answers }, у { $share } порівнянь.
       *[other] Найчастіше важливіше, кожне у { $share } порівнянь: { $answers }.
    }
results-page-finding-words = На це питання відповідають своїми словами.
results-page-finding-none = Жодної з відповідей не можна показати.
results-page-chart = Діаграма. { $finding } Числа – в таблиці нижче.
results-page-value = { $share } ({ $count })
results-page-as-table = Показати як таблицю
results-page-by = Показати за групами: { $by }
results-page-column-answer = Відповідь
results-page-column-people = Люди
results-page-column-share = Частка
results-page-column-points = Балів на людину
results-page-groups-hidden = Групу, якої тут немає, приховано: людей замало або їх можна було б обчислити з інших.

# Як пораховано

results-page-method = Як це пораховано
results-page-method-once = Кожну людину враховано один раз. До кінця відповіді можна було змінювати; враховано останню.
results-page-method-self = Участь була добровільна. Це не випадкова вибірка: результати кажуть, що думають ці люди, а не всі молоді люди.
results-page-method-share = Частки – від тих, хто відповів на питання. Пропуски до них не входять. Де можна вибрати кілька відповідей, сума перевищує 100%.
results-page-method-threshold = Жодного числа, меншого за { $threshold }, ми не показуємо в жодній групі, навіть нуля. Замість нього – слово «приховано».
results-page-method-told = Про вік, стать і район ми питаємо наприкінці. Відповідати на це не обовʼязково.

# Дані

results-page-data = Відкриті дані
results-page-data-about = Ті самі числа для таблиць і програм. Опис даних пояснює кожен стовпець.
results-page-codebook = Опис даних
results-page-licence = Їх можна використовувати для будь-чого, вказавши джерело. Ліцензія:
results-page-api = Інтерфейс для програм (OpenAPI)

## Простими словами

results-easy-ten = Ми рахуємо десятками. «3 із 10 людей» означає: з кожних десяти людей, які відповіли, приблизно троє так кажуть.
results-easy-hidden = Деякі числа приховано. Так ніхто не дізнається, хто що сказав.
results-easy-next = До { $date } місто скаже, що з цим зробить.
results-easy-share = { $answer }: { $count } із { $of } людей
results-easy-pairs = { $answer }: вибирають { $count } із { $of } разів
results-easy-hardly = { $answer }: майже ніхто
results-easy-kept = { $answer }: приховано
results-easy-people =
    { $count ->
        [one] { $answer }: { $count } людина
        [few] { $answer }: { $count } людини
        [many] { $answer }: { $count } людей
       *[other] { $answer }: { $count } людини
    }
results-easy-too-few = Цього не можна показати: відповідей замало або можна було б здогадатися, чиї вони.
results-easy-full = Усі числа й таблиці

## Публікація результатів у командному рядку

results-publish-help = Публікує результати завершеної консультації: один раз і для всіх
results-published = Опубліковано: { $url }
results-published-already = Уже опубліковано, без змін: { $url }

## Опис відкритих даних

results-data-licence = Ліцензія цих даних: { $licence }, { $url }
results-data-column-consultation = Ідентифікатор консультації.
results-data-column-question = Ідентифікатор питання; порожньо, якщо рядок про всю консультацію.
results-data-column-kind = Вид питання: single (одна відповідь), several (кілька), scale (шкала), number (число), text (свої слова), ranking (рейтинг), pairwise (що з двох важливіше), district (район).
results-data-column-text_label = Текст питання або примітки мовою, яку називає стовпець.
results-data-column-by = Поділ, до якого належить рядок: age_band (вік), gender (стать), district (район); порожньо, якщо йдеться про всіх.
results-data-column-group = Ідентифікатор вікової групи, статі або району; порожньо, якщо йдеться про всіх.
results-data-column-group_label = Назва групи мовою, яку називає стовпець.
results-data-column-figure = Про що рядок; кожне значення пояснено нижче.
results-data-column-line = Ідентифікатор відповіді, ступеня шкали, проміжку чисел або району.
results-data-column-line_label = Назва відповіді мовою, яку називає стовпець.
results-data-column-value = Саме число; порожньо, якщо його приховано.
results-data-column-share = Частка від тих, хто відповів на питання (для pairwise – від порівнянь), до двох знаків; порожньо, якщо спирається на щось приховане.
results-data-column-is_suppressed = 1: приховано, щоб нікого не можна було впізнати; це не нуль. 0: показано. Порожньо: це не кількість людей.
results-data-column-is_sample = 1: ці відповіді вигадані й показують, як це працює.
results-data-figure-respondents = Люди, які відповіли щонайменше на одне питання або пропустили його.
results-data-figure-finished = Люди, які дійшли до кінця.
results-data-figure-answered = Люди, які відповіли на це питання.
results-data-figure-skipped = Люди, які пропустили це питання.
results-data-figure-stopped = Люди, які дійшли до цього питання й не пішли далі.
results-data-figure-people = Люди, які дали цю відповідь.
results-data-figure-points = У рейтингу: балів на людину, яка відповіла; перше місце дає стільки балів, скільки є місць.
results-data-figure-mean = Середнє шкали.
results-data-figure-lower_quartile = Чверть чисел – не більше ніж це.
results-data-figure-median = Половина чисел – не більше ніж це.
results-data-figure-upper_quartile = Три чверті чисел – не більше ніж це.
results-data-figure-quotation = Чиїсь слова, які дозволила опублікувати модерація.
results-data-figure-note = Що треба знати про все разом.
