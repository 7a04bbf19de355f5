## Як комусь писати

settings-button = Налаштування
settings-lead = Твої налаштування. Позначено те, що діє зараз.
settings-quiet = Тиша від { $from } до { $to }: тоді від нас нічого не приходить.
settings-digest = Про терміни пишемо раз на день, одним повідомленням.
settings-each = Про кожен термін пишемо окремо.
settings-channel = Пишемо сюди: { $channel }. Інші канали в запасі.
settings-quiet-button = Тиша { $from }–{ $to }
settings-quiet-own = Інші години тиші…
settings-day-button = Одне повідомлення на день
settings-each-button = Кожен термін окремо
settings-channel-button = Пиши сюди: { $channel }
settings-calendar = Мій календар
settings-quiet-ask = Від котрої до котрої має бути тиша? Напиши, наприклад: 19:00-7:30
settings-quiet-unclear = Тут не видно двох годин.
settings-quiet-too-long = Це майже вся доба. Залиш, будь ласка, хоча б 4 години на повідомлення.
