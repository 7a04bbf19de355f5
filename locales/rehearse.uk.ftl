## Репетиція: що вийшло б за певний час.

cli-rehearse = Показує, які нагадування й ескалації вийшли б за певний час, якби ніхто не відповідав; нічого не надсилає
cli-rehearse-from = перший день, РРРР-ММ-ДД
cli-rehearse-to = останній день, РРРР-ММ-ДД
cli-rehearse-csv = записує таблицю також у файл для електронної таблиці
cli-rehearse-day = «{ $value }» – це не день. Правильний запис: 2027-01-31.
problem-rehearse-no-plan = Плану ще немає. Завантаження: npm run hejnal -- plan import ФАЙЛ
problem-rehearse-backwards = Останній день ({ $to }) раніше за перший ({ $from }). Поміняй їх місцями.
rehearse-nobody = (нікого не можна сповістити)
rehearse-up = без відповіді, далі за чергою: { $who }
rehearse-day = у день терміну
rehearse-before = { $days ->
        [one] за { $days } день до терміну
        [few] за { $days } дні до терміну
       *[other] за { $days } днів до терміну
    }
rehearse-after = { $days ->
        [one] через { $days } день після терміну
        [few] через { $days } дні після терміну
       *[other] через { $days } днів після терміну
    }
rehearse-digest = у повідомленні дня
rehearse-alone = окремим повідомленням
rehearse-why-nobody = не виходить: нікого не можна сповістити
rehearse-why-over = не виходить: справу закрито
rehearse-why-newer = не виходить: це каже новіше нагадування
rehearse-why-quiet-hours = затримано о { $time } до кінця тиші
rehearse-summary = { $messages ->
        [one] З { $from } до { $to }: { $messages } повідомлення. Не виходить: { $left }. Нічого не надіслано.
        [few] З { $from } до { $to }: { $messages } повідомлення. Не виходить: { $left }. Нічого не надіслано.
       *[other] З { $from } до { $to }: { $messages } повідомлень. Не виходить: { $left }. Нічого не надіслано.
    }
rehearse-written = Таблиця: { $file }
