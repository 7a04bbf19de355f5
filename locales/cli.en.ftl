## The command line
cli-description = Hejnał: consultations with young people, from questions to results
cli-examples = Examples:
cli-title-usage = Usage:
cli-title-arguments = Arguments:
cli-title-options = Options:
cli-title-commands = Commands:
cli-help-option = shows this help
cli-help-command = shows the help of a command
cli-lang-option = language: pl, en or uk
cli-json-option = the result as JSON, for programs

# Consultations
cli-consultation = Consultations: from a file, opening and closing, codes for classes
cli-consultation-id = the consultation's id, for example safe-way-to-school
cli-consultation-file = a YAML file with consultations (see docs/consultation-files.md)
cli-consultation-import = Brings in the consultations of a file: all or none
cli-consultation-list = Shows all consultations
cli-consultation-show = Shows one consultation and what it lacks
cli-consultation-open = Opens a consultation, before its day too
cli-consultation-close = Closes a consultation for good
cli-dry-run = only checks the file and writes nothing
cli-class-code = Gives a code with which a class answers without accounts
cli-seats = how many people can come in with the code (usually 35)
cli-hours = how many hours the code works (usually 48)
cli-error = error
cli-warning = warning
cli-findings =
    { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }
cli-nothing-imported = Nothing was imported. Correct the errors and try again.
cli-imported-created = new, as a draft
cli-imported-renewed = new version { $version }
cli-imported-unchanged = unchanged (version { $version })
cli-missing = Still missing before it can be opened:
cli-dry-run-done = This was a trial: nothing was written.
cli-no-consultations = There is no consultation yet. Bring in the first one: npm run hejnal -- consultation import file.yaml
cli-column-id = Id
cli-column-title = Title
cli-column-status = Status
cli-column-version = Version
cli-column-opens = From
cli-column-closes = To
cli-fact-status = Status: { $status }, version { $version }
cli-fact-window = Can be answered from { $from } to { $to }
cli-fact-outcome = Decision by { $day }, taken by: { $owner }
cli-fact-questions = Questions: { $count }; languages: { $languages }
cli-fact-places = Where: { $places }; groups of fewer than { $threshold } are not shown
cli-fact-no-counts = Numbers come after it has closed: before that nobody sees them.
cli-opened = Opened: { $id }
cli-open-already = { $id } is open already. Nothing has changed.
cli-closed = Closed: { $id }. Results: npm run hejnal -- results { $id }
cli-closed-already = { $id } is closed already. Nothing has changed.
cli-class-code-made =
    { $seats ->
        [one] A code for { $seats } person, working until: { $until }. It is only shown now.
       *[other] A code for { $seats } people, working until: { $until }. It is only shown now.
    }

# When something goes wrong
problem-file-unreadable = The file { $file } cannot be read ({ $reason }). Check its name and permissions.
problem-database-unreachable = The database does not answer. Check DATABASE_URL and whether PostgreSQL is running.
problem-contact-key-missing = CONTACT_KEY, which seals addresses, is missing. Set the key that the service uses; a new one is made by: openssl rand -base64 32
cli-not-migrated = The database has no tables of Hejnał yet. Run npm start first, which makes them.
cli-unexpected = Something went wrong on our side: { $reason } For details run the same with LOG_LEVEL=debug.
cli-misuse = This command is not quite right: { $name }.
cli-misuse-unknownOption = There is no option { $name }.
cli-misuse-unknownCommand = There is no command "{ $name }".
cli-misuse-missingArgument = The argument <{ $name }> is missing.
cli-misuse-excessArguments = There are too many words.
cli-misuse-optionMissingArgument = The option { $name } needs a value.
cli-misuse-invalidArgument = This value does not fit the option { $name }.
cli-misuse-missingMandatoryOptionValue = The option { $name } is missing.
cli-misuse-guess = Did you mean { $guess }?
cli-misuse-help = For help add --help.

cli-chat = Talk with the city at this terminal, as young people do in a chat.
