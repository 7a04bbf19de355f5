## Plik, który ktoś przekazuje, i dlaczego nie można go zachować
problem-file-large = Ten plik jest za duży: zmieści się najwyżej { $megabytes } MB. Wystarczy mniejsza kopia albo link.
problem-file-empty = W tym pliku nic nie ma. Wybierz go, proszę, jeszcze raz.
problem-file-kind = Plików tego rodzaju nie da się zachować. Można wysłać zdjęcie (JPG, PNG, WebP), PDF, tekst (TXT, CSV) albo dokument bez makr (DOCX, XLSX, PPTX, ODT, ODS).
problem-file-damaged = Tego zdjęcia nie da się odczytać do końca. Wyślij je, proszę, jeszcze raz albo wybierz inne.
problem-file-unfetched = Plik nie dotarł i nic z niego nie jest zapisane. Wyślij go, proszę, jeszcze raz.

## Dowód w słowach albo jako link
evidence-text-long = Znaków jest { $count }, a zmieści się { $max }. Skróć, proszę, tekst albo wyślij go jako plik.
evidence-link-long = Ten link jest za długi: zmieści się najwyżej { $max } znaków.
evidence-link-kind = Tego linku nie da się otworzyć z każdego miejsca. Zadziała taki, który zaczyna się od https://.

## Wiersz poleceń
evidence-command = Co pokazuje, że działania są wykonane: pliki, teksty i linki przekazane przez partnerów
evidence-list-help = Lista dowodów, od najnowszego
evidence-get-help = Zapisanie przekazanego pliku albo tekstu do pliku (zostaje ślad, kto to robi)
evidence-measure-option = tylko dla tego działania, po identyfikatorze albo numerze
evidence-id = identyfikator z „evidence list”
evidence-out-option = dokąd zapisać; tam odczytasz to tylko Ty
evidence-column-id = id
evidence-column-measure = działanie
evidence-column-kind = rodzaj
evidence-column-size = rozmiar
evidence-column-day = dzień
evidence-column-title = tytuł
evidence-none = Nie ma jeszcze dowodów. Partnerzy przekazują je, gdy zgłaszają, że coś jest wykonane.
evidence-taken-out = Zapisano w { $file }. Plik pochodzi z zewnątrz i nie jest sprawdzony pod kątem wirusów.
problem-evidence-unknown = Nie ma dowodu o identyfikatorze { $id }. Listę pokazuje „evidence list”.
problem-evidence-elsewhere = Tutaj nic z niego nie ma. Jest gdzie indziej: { $link }
