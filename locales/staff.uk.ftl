## Команда та запрошення

role-administrator = адміністрування
role-coordinator = координація
role-moderator = модерація
role-safeguarding_officer = захист дітей
role-auditor = контроль
role-contact = контактна особа
role-second = друга контактна особа
role-superior = керівництво

staff-command = Команда програми та її ролі
staff-invite-help = Запрошує до команди: друкує одноразовий код, чинний 7 днів
staff-list-help = Показує, хто є в команді та які коди чекають
staff-revoke-help = Забирає роль одразу
staff-role-option = роль: { $roles }
staff-name-option = як називати це робоче місце, наприклад «Координація програми» (без прізвища)
staff-id = ідентифікатор зі «staff list»
invitation-code = Код: { $code }
invitation-for = Роль: { $role }. Код діє один раз, до { $day }.
invitation-web = У браузері: { $link }
invitation-chat = У Telegram або Discord: напиши боту /код { $code }
invitation-once = Цей код видно лише зараз. Передай його, будь ласка, безпечним шляхом.
staff-nobody = У команді ще нікого немає. Запроси когось: npm run hejnal -- staff invite --role administrator
staff-column-id = Ідентифікатор
staff-column-role = Роль
staff-column-label = Робоче місце
staff-column-since = Від
staff-waiting = Коди, якими ще ніхто не скористався:
staff-column-until = Чинний до
staff-revoked = Роль забрано: { $id }
problem-staff-unknown = У команді немає нікого з ідентифікатором «{ $id }». Дивись: npm run hejnal -- staff list
problem-entity-unknown = У плані немає установи «{ $id }». Є: { $known }.
problem-no-entities = Ще немає жодної установи. Спершу завантаж план.
