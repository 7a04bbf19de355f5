## Miejsca, które niosą ogłoszenia: grupy i kanały serwerów.

place-how = Żeby to miejsce niosło ogłoszenia, napisz /ogloszenia tutaj. Żeby przestało: /ogloszenia wylacz.
place-only-there = Napisz to, proszę, w samej grupie albo w kanale serwera.
place-chosen-pl = Od teraz to miejsce niesie ogłoszenia, po polsku. Inny język: /ogloszenia tutaj uk. Koniec: /ogloszenia wylacz.
place-chosen-en = Od teraz to miejsce niesie ogłoszenia, po angielsku. Inny język: /ogloszenia tutaj pl. Koniec: /ogloszenia wylacz.
place-chosen-uk = Od teraz to miejsce niesie ogłoszenia, po ukraińsku. Inny język: /ogloszenia tutaj pl. Koniec: /ogloszenia wylacz.
place-left = To miejsce nie niesie już ogłoszeń.
