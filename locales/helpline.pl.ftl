## Numery pomocy, które trzeba sprawdzić

helplines-unchecked = { $count ->
    [one] Jeden numer pomocy jest dawno niesprawdzony: { $numbers }. Zadzwoń tam, proszę, wpisz dzień do pliku konsultacji („verified”) i wczytaj go ponownie.
    [few] { $count } numery pomocy są dawno niesprawdzone: { $numbers }. Zadzwoń tam, proszę, wpisz dzień do pliku konsultacji („verified”) i wczytaj go ponownie.
    [many] { $count } numerów pomocy jest dawno niesprawdzonych: { $numbers }. Zadzwoń tam, proszę, wpisz dzień do pliku konsultacji („verified”) i wczytaj go ponownie.
   *[other] { $count } numeru pomocy od dawna bez sprawdzenia: { $numbers }. Zadzwoń tam, proszę, wpisz dzień do pliku konsultacji („verified”) i wczytaj go ponownie.
}
