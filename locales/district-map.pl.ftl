## Mapa dzielnic: na stronach wyników, w pliku, w wierszu poleceń

# Na stronach wyników

results-map-answer = Udział odpowiedzi „{ $answer }” w dzielnicach
results-map-named = Jak często wybierana jest każda dzielnica
results-map-words = Mapa. { $what }. Najwięcej: { $name } ({ $share }). Co jest ukryte, a także liczby, są poniżej.
results-map-band = { $from }–{ $to }%
results-map-hidden = ukryte
results-map-hidden-names = Ukryte, co nie znaczy zero: { $names }.
results-map-tiles = Każdy kwadrat to jedna dzielnica. Leży mniej więcej tam, gdzie ona, a jego wielkość nic nie znaczy.

# Wiersz poleceń

city-map-import = Wczytuje kształty dzielnic albo kafelki na mapę wyników
city-map-file = plik GeoJSON z kształtami wszystkich dzielnic albo plik YAML z kafelkiem dla każdej (przykład: prisma/seed/district-tiles.yaml)
city-map-shapes-imported = Wczytane kształty dzielnic: { $count }
city-map-tiles-imported = Wczytane kafelki dzielnic: { $count }
city-map-unchanged = Bez zmian: ta mapa już tu jest.
city-map-dry-run = Ten plik można wczytać. Nic nie zostało zapisane.

# Plik

problem-district-map-invalid = Tej mapy dzielnic nie da się użyć. Popraw, proszę:
map-unreadable = Tego pliku nie da się odczytać: { $reason }
map-no-collection = To nie jest ani GeoJSON FeatureCollection z obiektami, ani lista kafelków YAML.
map-feature-without-id = Obiekt { $n } nie ma id. Nadaj mu id jego dzielnicy, jako „id” albo „id” we właściwościach (properties).
map-district-unknown = Nie ma dzielnicy „{ $id }”. Identyfikatory są takie jak w pliku wczytanym przez: npm run hejnal -- districts import PLIK.yaml
map-district-twice = Dzielnica „{ $id }” jest tu dwa razy. Wystarczy jeden obiekt (MultiPolygon, gdy ma kilka części) albo jeden kafelek.
map-district-missing = Brakuje dzielnic: { $ids }. Bez nich mapa wygląda tak, jakby ich nie było.
map-no-area = Dzielnica „{ $id }” nie jest obszarem. Jej geometria to Polygon albo MultiPolygon z zamkniętych pierścieni.
map-no-degrees = Punkty dzielnicy „{ $id }” nie są w stopniach. Wyeksportuj plik w układzie WGS 84 (EPSG:4326), najpierw długość, potem szerokość.
map-too-detailed = Te kształty mają za dużo punktów jak na stronę. Uprość je, na przykład w mapshaper, i wczytaj jeszcze raz.
map-tile-unread = Kafelka { $n } nie da się odczytać: { $reason }
map-tile-taken = Kafelki „{ $id }” i „{ $other }” leżą na sobie: wiersz { $row }, kolumna { $column }.
