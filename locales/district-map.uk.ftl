## Мапа районів: на сторінках результатів, у файлі, у командному рядку

# На сторінках результатів

results-map-answer = Частка відповіді «{ $answer }» у районах
results-map-named = Як часто вибирають кожен район
results-map-words = Мапа. { $what }. Найбільше: { $name } ({ $share }). Що приховано, а також числа – нижче.
results-map-band = { $from }–{ $to }%
results-map-hidden = приховано
results-map-hidden-names = Приховано, що не означає нуль: { $names }.
results-map-tiles = Кожен квадрат – це один район. Він лежить приблизно там, де район, а його розмір нічого не означає.

# Командний рядок

city-map-import = Завантажує обриси районів або плитки для мапи результатів
city-map-file = файл GeoJSON з обрисами всіх районів або файл YAML з плиткою для кожного (приклад: prisma/seed/district-tiles.yaml)
city-map-shapes-imported = Завантажено обриси районів: { $count }
city-map-tiles-imported = Завантажено плитки районів: { $count }
city-map-unchanged = Без змін: ця мапа вже тут.
city-map-dry-run = Цей файл можна завантажити. Нічого не записано.

# Файл

problem-district-map-invalid = Цю мапу районів не можна використати. Виправ, будь ласка:
map-unreadable = Цей файл не вдається прочитати: { $reason }
map-no-collection = Це не GeoJSON FeatureCollection з обʼєктами і не список плиток YAML.
map-feature-without-id = Обʼєкт { $n } не має id. Дай йому id його району: як «id» або «id» серед властивостей (properties).
map-district-unknown = Немає району «{ $id }». Ідентифікатори – з файлу, завантаженого так: npm run hejnal -- districts import ФАЙЛ.yaml
map-district-twice = Район «{ $id }» тут двічі. Досить одного обʼєкта (MultiPolygon, якщо частин кілька) або однієї плитки.
map-district-missing = Бракує районів: { $ids }. Без них мапа виглядає так, ніби їх немає.
map-no-area = Район «{ $id }» не є площею. Його геометрія – Polygon або MultiPolygon із замкнених кілець.
map-no-degrees = Точки району «{ $id }» не в градусах. Експортуй файл у WGS 84 (EPSG:4326), спершу довгота, потім широта.
map-too-detailed = У цих обрисів забагато точок для сторінки. Спрости їх, наприклад у mapshaper, і завантаж ще раз.
map-tile-unread = Плитку { $n } не вдається прочитати: { $reason }
map-tile-taken = Плитки «{ $id }» і «{ $other }» лежать одна на одній: рядок { $row }, стовпець { $column }.
