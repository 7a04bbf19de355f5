## Obrazek przy odnośniku do wyników

results-picture-hidden = niektóre odpowiedzi są ukryte
