## Зміна ключа

key-command = Ключ, яким запечатано адреси, розмови й тексти
key-rotate-help = Запечатує все новим CONTACT_KEY; CONTACT_KEY_OLD — дотеперішній ключ. Спершу зупини сервіс. Це можна перервати будь-коли, далі воно піде з того самого місця.
key-page = { $table }: { $rows }
key-rotated = Усе запечатано новим ключем. Рядків: { $rows }. Прибери CONTACT_KEY_OLD з налаштувань і запусти сервіс. Посилання на календарі більше не діють.
key-rotated-before = Усе вже запечатано цим ключем.
problem-key-old-missing = Бракує CONTACT_KEY_OLD. Вкажи в ньому дотеперішній ключ, а в CONTACT_KEY новий; новий можна створити так: openssl rand -base64 32
problem-key-same = CONTACT_KEY і CONTACT_KEY_OLD однакові. Новий ключ можна створити так: openssl rand -base64 32
problem-key-in-use = Сервіс або інша команда ще працює зі старим ключем. Зупини всі процеси й спробуй ще раз.
problem-key-rotating = Триває зміна ключа. Спершу заверши її: npm run hejnal -- key rotate
problem-contact-key-other = CONTACT_KEY — не той ключ, яким запечатано цю базу. Вкажи правильний. Зміна ключа: npm run hejnal -- key rotate
problem-key-unreadable = CONTACT_KEY_OLD відкриває не все в { $table }. Це не той ключ, що там використано. Нічого не втрачено: що зроблено, те зроблено.
