# Baza danych, która stoi w folderze programu, i jej migracje.
problem-local-database-not-yours = Folder bazy danych { $folder } należy do kogoś innego. Oddaj go sobie: sudo chown -R "$(id -u)" "{ $folder }" — albo ustaw DATABASE_URL na własny PostgreSQL.
problem-local-database-no-account = Baza danych nie może tu działać: PostgreSQL nie uruchamia się jako root, a żadne inne konto nie ma dostępu do { $folder }. Uruchom program jako zwykłe konto albo ustaw DATABASE_URL na własny PostgreSQL.
problem-local-database-no-programs = Nie ma tu programów PostgreSQL dla tego komputera ({ $machine }). Zainstaluj pakiety: npm ci — albo ustaw DATABASE_URL na własny PostgreSQL.
problem-local-database-did-not-start = Baza danych w { $folder } nie wstała. Powiedziała: { $reason }
    Zacznij od nowa, z pustą bazą: npm run try -- --fresh — albo ustaw DATABASE_URL na własny PostgreSQL.
problem-local-database-password = Hasło zapisane w { $folder } nie pasuje do bazy danych. Przywróć plik password z kopii albo zacznij od nowa, z pustą bazą: npm run try -- --fresh
problem-migration-failed = Migracja { $migration } się nie powiodła i niczego nie zmieniła. Baza danych powiedziała: { $reason }
