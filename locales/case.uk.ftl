## Захищені справи: коли хтось пише про біду, і бік людини, що захищає дітей

# До молодої людини
case-kept = Те, що ти пишеш, ми тримаємо тепер окремо. Прочитати це можуть лише люди з міста, які відповідають за захист дітей. Ми не записуємо, хто ти.
contact-button = Хочу, щоб зі мною зв'язалися
contact-how = Як з тобою зв'язатися? Напиши номер телефону, адресу або кого можна про тебе запитати.
contact-who-reads = Це прочитає лише людина, що захищає дітей. Пиши тільки те, що хочеш сказати.
contact-kept = Дякуємо. Це вже в людини, що захищає дітей. Це може тривати день. Якщо не можна чекати, подзвони за одним із номерів під «Мені потрібна допомога».
problem-case-over = Цю справу вже закрито. Якщо потрібна допомога, напиши ДОПОМОГА.

# До людини, що захищає дітей
case-alert-urgent = Молода людина пише про те, що не може чекати.
case-alert = Молода людина пише про те, що людина має прочитати сьогодні.
case-how = Щоб прочитати, у командному рядку: case show { $id } --reason "чому"
case-nobody = Цим ще ніхто не займається ({ $id }). Знайди зараз, будь ласка, людину, що захищає дітей, або когось на заміну.
case-take = Займаюся цим
case-taken = Дякуємо. Більше нікого не кличемо.
case-contact-alert = Хтось просить зв'язатися. Як саме, написано у справі.
problem-case-taken = Цією справою вже хтось займається, або її закрито.
problem-case-unknown = Немає справи «{ $id }». Дивись: npm run hejnal -- case list
problem-case-reason = Напиши, будь ласка, чому треба прочитати цю справу: --reason "…"
problem-safeguarding-key-missing = Бракує SAFEGUARDING_KEY, яким запечатуємо те, що нам довіряють діти. Вкажи той самий ключ, що й у сервісу; новий можна створити так: openssl rand -base64 32

# Командний рядок
case-command = Те, що нам довірили діти; лише для людини, що захищає дітей
case-list-help = Показує справи, без їхнього змісту
case-show-help = Показує зміст справи; ми записуємо, хто і чому її читає
case-release-help = Це не було зізнання про біду: текст іде на модерацію
case-close-help = Зроблено вже все, що треба
case-id = id справи з «case list»
case-reason-option = чому треба це прочитати
case-none = Справ немає.
case-column-id = Id
case-column-priority = Терміновість
case-column-opened = З якого часу
case-column-status = Стан
case-column-contact = Просить зв'язатися
case-priority-immediate = негайно
case-priority-same_day = сьогодні
case-priority-none = без поспіху
case-status-waiting = ніхто не займається
case-status-acknowledged = хтось займається
case-status-released = не про біду
case-status-closed = закрито
case-yes = так
case-no = ні
case-fact-category = Помічено як: { $category }
case-fact-under = Написано при: { $consultation }, { $question }
case-fact-nowhere = Написано поза запитаннями
case-fact-contact = Як зв'язатися: { $words }
case-fact-no-contact = Ця людина не просить зв'язатися. Ніщо тут не каже, хто це.
case-fact-gone = Текст пішов на модерацію.
case-released = Передано на модерацію: { $id }
case-closed = Закрито: { $id }
