## Люди, які говорять від імені установ

contact-command = Люди, які говорять від імені установ
contact-invite-help = Запрошує людину, яка говоритиме від імені установи
contact-entity-option = установа з плану, наприклад zdt
contact-role-option = кого питаємо: { $roles }
contact-name-option = як називати це робоче місце, наприклад «Відділ велодоріжок» (без прізвища)
contact-list-help = Показує, хто від чийого імені говорить; спершу установи, де нікого запитати
contact-end-help = Завершує роботу контактної особи: відкриті нагадування йдуть до наступної людини
contact-person = ідентифікатор людини з «contact list»
contact-unreached = Нікого запитати, а щось треба зробити:
contact-unreached-one = • { $id }: { $name }. Запроси когось: npm run hejnal -- contact invite --entity { $id }
contact-nobody = Ще ніхто не говорить від імені установи.
channel-terminal = термінал
contact-nowhere = ніде
contact-column-entity = Установа
contact-column-role = Роль
contact-column-label = Робоче місце
contact-column-channels = Канали
contact-column-language = Мова
contact-column-since = Від
contact-column-until = Чинний до
contact-column-id = Ідентифікатор
contact-ended-one = Завершено: { $entity } ({ $id })
contact-ended = Від сьогодні ми більше не питаємо тебе про справи установи: { $entity }. Дякуємо за співпрацю!
invitation-telegram = У Telegram: { $link }
invitation-discord = У Discord: { $link }, а там напиши /код { $code }
problem-contact-unknown = Ніхто такий не говорить від імені установи: «{ $id }». Дивись: npm run hejnal -- contact list
problem-contact-end-whom = Вкажи людину, установу (--entity) або обидва.
partner-home-several = Добрий день. Ти говориш від імені кількох установ:
partner-home-one = • { $entity }

stopped-contact = Нагадування припиняються. Про терміни тепер питаємо наступну людину з твоєї установи.
stopped-start = Якщо мають повернутися, напиши /start.
stop-taken-back = Нагадування повертаються.
partner-home-stopped = Нагадування вимкнено. /start вмикає їх знову.
