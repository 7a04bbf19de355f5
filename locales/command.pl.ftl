## The menus of commands: names and descriptions, as Telegram and Discord show them.

command-name-start = start
command-start = Zaczynamy: trwające konsultacje
command-name-help = pomoc
command-help = Numery, pod którymi ktoś wysłucha
command-name-privacy = prywatność
command-privacy = Co o Tobie trzymamy i jak długo
command-name-mydata = mojedane
command-mydata = Plik ze wszystkim, co o Tobie mamy
command-name-delete = usuń
command-delete = Kasowanie swoich danych
command-name-stop = stop
command-stop = Koniec wiadomości od nas
command-name-language = język
command-language = Zmiana języka
command-name-news = wiadomości
command-news = Wiadomości od miasta: włącz albo wyłącz
command-name-code = kod
command-code = Kod z klasy albo z zaproszenia
command-name-post = opublikuj
command-post = Dla zespołu: ogłoszenie konsultacji tutaj
command-name-announce = ogłoszenia
command-announce = Dla zespołu: ogłoszenia
command-name-deadlines = terminy
command-deadlines = Dla partnerów: co jest do zrobienia
command-name-plan = plan
command-plan = Dla partnerów: nasze działania

command-option-code = Kod, na przykład ABCD-EFGH
command-option-post = Identyfikator konsultacji
command-option-announce = „tutaj” albo „wyłącz”: czy to miejsce niesie ogłoszenia
discord-write = Piszę odpowiedź
discord-your-answer = Twoja odpowiedź
discord-send = Wysyłam
discord-more = Dalsze odpowiedzi
discord-choose = Wybierz z listy
