## Wiadomości od miasta: czym są, zgoda na nie i jej cofnięcie.

news-button = Wiadomości od miasta
news-intro = Możemy pisać do Ciebie, gdy dzieje się coś dla młodych. Najpierw jedno pytanie.
news-offer = Piszemy, gdy zaczyna się konsultacja, gdy miasto coś postanowi i gdy dzieje się coś dla młodych. Najwyżej trzy wiadomości w tygodniu, nigdy między 20:00 a 8:00. /stop kończy wszystkie. Chcesz je dostawać?
news-yes = Tak, chcę je dostawać
news-no = Nie, dziękuję
news-on = Gotowe. Od teraz dostajesz wiadomości od miasta. Wpisz /stop, kiedy tylko chcesz je zakończyć.
news-is-on = Dostajesz wiadomości od miasta: najwyżej trzy w tygodniu, nigdy między 20:00 a 8:00. Zostają?
news-turn-off = Wyłączam je
news-keep = Zostają
news-off = Gotowe. Nie wysyłamy Ci już wiadomości od miasta. Wpisz /wiadomosci, jeśli chcesz do nich wrócić.
news-kept = W porządku, wiadomości zostają.
news-declined = W porządku, nie piszemy. Wpisz /wiadomosci, jeśli zmienisz zdanie.
news-refusal = Dziękujemy, że chcesz wiedzieć, co się dzieje! Tutaj możemy pisać tylko do starszych osób. Wiadomości są też na stronie miasta.
