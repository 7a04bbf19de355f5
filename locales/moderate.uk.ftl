## Читання дописів, перш ніж їх прочитає хтось інший

command-name-moderate = модерація
command-moderate = Для команди: прочитати дописи
moderate-button = Тексти на прочитання
moderate-left = { $count ->
    [one] Чекає { $count } текст.
    [few] Чекають { $count } тексти.
    [many] Чекає { $count } текстів.
   *[other] Чекає { $count } тексту.
}
moderate-asked = { $consultation }: { $question }
moderate-released = Показати
moderate-redacted = Змінити
moderate-removed = Видалити
moderate-redact = Напиши текст так, як його можна показати: без імен, адрес і всього, що на когось вказує.
moderate-none = Жоден текст не чекає на прочитання.
moderate-gone = Про цей текст уже вирішено, або його змінено.
moderated-released = Текст можна цитувати.
moderated-redacted = Збережено твоїми словами.
moderated-removed = Видалено.
moderate-alert = { $count ->
    [one] { $count } текст чекає на прочитання довше, ніж від сьогодні.
    [few] { $count } тексти чекають на прочитання, деякі довше, ніж від сьогодні.
    [many] { $count } текстів чекають на прочитання, деякі довше, ніж від сьогодні.
   *[other] { $count } тексту чекає на прочитання довше, ніж від сьогодні.
}
problem-text-gone = Про цей текст уже вирішено, або його змінено. Дивись: npm run hejnal -- moderation list
moderation-command = Дописи, що чекають на прочитання
moderation-list-help = Показує тексти, що чекають, без жодного слова про те, хто пише
moderation-release-help = Текст можна цитувати так, як є
moderation-redact-help = Текст можна цитувати цими словами
moderation-remove-help = Текст ніхто не побачить, і він зникає
moderation-id = id тексту з «moderation list»
moderation-text-option = як можна показати цей текст
moderation-column-id = Id
moderation-column-since = Від
moderation-column-question = Запитання
moderation-column-text = Текст
