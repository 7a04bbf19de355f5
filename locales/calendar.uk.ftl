## Терміни у власному календарі

calendar-name = Терміни для міста
calendar-name-of = Терміни: { $entity }
calendar-measure = Захід { $code }: { $name }
calendar-entity = Установа: { $entity }
calendar-answer = Відповідь: у чаті, командою /терміни. { $link }
calendar-done = ✓ { $name }

calendar-link = Твій календар із термінами: { $link }
calendar-link-how = Додай цю адресу у своїй програмі як календар з інтернету (підписка). Змінені дати прийдуть самі.
calendar-link-secret = Адресу видно лише зараз. Хто її має, бачить ці терміни, тож збережи її для себе.
calendar-have = Твій календар уже має адресу, а видно її лише раз. Нова адреса припиняє дію попередньої.
calendar-new-button = Нова адреса
calendar-off-button = Вимкнути адресу
calendar-off = Ця адреса більше не діє. Нова: /календар

calendar-command = Терміни установи в календарі
calendar-link-help = Створює таємну адресу календаря установи; попередня перестає діяти
calendar-revoke-help = Вимикає адресу календаря людини або установи
calendar-made = Календар: { $link }
calendar-made-once = Цю адресу видно лише зараз. Передай її, будь ласка, безпечним шляхом.
calendar-revoked = Вимкнено: { $id }
problem-calendar-unknown = «{ $id }» не має календаря з адресою, що діє.
