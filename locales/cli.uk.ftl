## Командний рядок
cli-description = Hejnał: консультації з молоддю, від запитань до результатів
cli-examples = Приклади:
cli-title-usage = Використання:
cli-title-arguments = Аргументи:
cli-title-options = Параметри:
cli-title-commands = Команди:
cli-help-option = показує цю довідку
cli-help-command = показує довідку до команди
cli-lang-option = мова: pl, en або uk
cli-json-option = результат як JSON, для програм

# Консультації
cli-consultation = Консультації: з файлу, відкриття й закриття, коди для класів
cli-consultation-id = ідентифікатор консультації, наприклад safe-way-to-school
cli-consultation-file = YAML-файл із консультаціями (опис: docs/consultation-files.md)
cli-consultation-import = Імпортує консультації з файлу: усі або жодної
cli-consultation-list = Показує всі консультації
cli-consultation-show = Показує одну консультацію і те, чого їй бракує
cli-consultation-open = Відкриває консультацію, зокрема до терміну
cli-consultation-close = Закриває консультацію назавжди
cli-dry-run = лише перевіряє файл і нічого не записує
cli-class-code = Дає код, з яким клас відповідає без облікових записів
cli-seats = скільки людей може увійти з цим кодом (зазвичай 35)
cli-hours = скільки годин діє код (зазвичай 48)
cli-error = помилка
cli-warning = увага
cli-findings =
    { $errors ->
        [one] { $errors } помилка
        [few] { $errors } помилки
       *[many] { $errors } помилок
    }, { $warnings ->
        [one] { $warnings } зауваження
        [few] { $warnings } зауваження
       *[many] { $warnings } зауважень
    }
cli-nothing-imported = Нічого не імпортовано. Виправ помилки та спробуй ще раз.
cli-imported-created = нова, як чернетка
cli-imported-renewed = нова версія { $version }
cli-imported-unchanged = без змін (версія { $version })
cli-missing = Перед відкриттям ще бракує:
cli-dry-run-done = Це була проба: нічого не записано.
cli-no-consultations = Ще немає жодної консультації. Імпортуй першу: npm run hejnal -- consultation import файл.yaml
cli-column-id = Ідентифікатор
cli-column-title = Назва
cli-column-status = Стан
cli-column-version = Версія
cli-column-opens = Від
cli-column-closes = До
cli-fact-status = Стан: { $status }, версія { $version }
cli-fact-window = Можна відповідати від { $from } до { $to }
cli-fact-outcome = Рішення до { $day }, ухвалює: { $owner }
cli-fact-questions = Запитань: { $count }; мови: { $languages }
cli-fact-places = Де: { $places }; групи, менші за { $threshold }, не показуємо
cli-fact-no-counts = Числа покажемо після закриття: до того їх не бачить ніхто.
cli-opened = Відкрито: { $id }
cli-open-already = { $id } вже відкрита. Нічого не змінилося.
cli-closed = Закрито: { $id }. Результати: npm run hejnal -- results { $id }
cli-closed-already = { $id } вже закрита. Нічого не змінилося.
cli-class-code-made =
    { $seats ->
        [one] Код для { $seats } особи, діє до: { $until }. Його видно лише зараз.
       *[other] Код для { $seats } осіб, діє до: { $until }. Його видно лише зараз.
    }

# Коли щось не так
problem-file-unreadable = Файл { $file } не вдається прочитати ({ $reason }). Перевір назву і права доступу.
problem-database-unreachable = База даних не відповідає. Перевір DATABASE_URL і чи працює PostgreSQL.
problem-contact-key-missing = Бракує CONTACT_KEY, яким запечатуємо адреси. Вкажи той самий ключ, що й у сервісу; новий можна створити так: openssl rand -base64 32
cli-not-migrated = У базі даних ще немає таблиць Hejnału. Спершу запусти npm start: він їх створить.
cli-unexpected = Щось пішло не так на нашому боці: { $reason } Подробиці: запусти те саме з LOG_LEVEL=debug.
cli-misuse = Команда трохи не така: { $name }.
cli-misuse-unknownOption = Параметра { $name } немає.
cli-misuse-unknownCommand = Команди «{ $name }» немає.
cli-misuse-missingArgument = Бракує аргументу <{ $name }>.
cli-misuse-excessArguments = Тут забагато слів.
cli-misuse-optionMissingArgument = Параметр { $name } потребує значення.
cli-misuse-invalidArgument = Це значення не підходить до параметра { $name }.
cli-misuse-missingMandatoryOptionValue = Бракує параметра { $name }.
cli-misuse-guess = Може, { $guess }?
cli-misuse-help = Довідка: додай --help.

cli-chat = Розмова з містом у цьому терміналі, як молодь у чаті.
