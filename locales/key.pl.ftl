## Zmiana klucza

key-command = Klucz, którym zamknięte są adresy, rozmowy i teksty
key-rotate-help = Zamyka wszystko nowym CONTACT_KEY; CONTACT_KEY_OLD to klucz dotychczasowy. Najpierw zatrzymaj serwis. Można to przerwać w każdej chwili, ciąg dalszy zaczyna się tam, gdzie był koniec.
key-page = { $table }: { $rows }
key-rotated = Wszystko jest zamknięte nowym kluczem. Wiersze: { $rows }. Usuń CONTACT_KEY_OLD z ustawień i uruchom serwis. Linki do kalendarzy wygasły.
key-rotated-before = Wszystko jest już zamknięte tym kluczem.
problem-key-old-missing = Brakuje CONTACT_KEY_OLD. Ustaw w nim dotychczasowy klucz, a w CONTACT_KEY nowy; nowy zrobisz tak: openssl rand -base64 32
problem-key-same = CONTACT_KEY i CONTACT_KEY_OLD są takie same. Nowy klucz zrobisz tak: openssl rand -base64 32
problem-key-in-use = Serwis albo inne polecenie działa jeszcze ze starym kluczem. Zatrzymaj wszystkie procesy i spróbuj ponownie.
problem-key-rotating = Trwa zmiana klucza. Najpierw ją dokończ: npm run hejnal -- key rotate
problem-contact-key-other = CONTACT_KEY nie jest kluczem, którym zamknięta jest ta baza. Ustaw właściwy. Zmiana klucza: npm run hejnal -- key rotate
problem-key-unreadable = CONTACT_KEY_OLD nie otwiera wszystkiego w { $table }. To nie jest klucz, którego tam użyto. Nic nie przepadło: co gotowe, zostaje gotowe.
