## The map of the districts: on the results pages, in its file, on the command line

# On the results pages

results-map-answer = Share of "{ $answer }" in each district
results-map-named = How often each district is named
results-map-words = Map. { $what }. Highest: { $name } ({ $share }). What is hidden, and the numbers, stand below.
results-map-band = { $from }–{ $to }%
results-map-hidden = hidden
results-map-hidden-names = Hidden, which does not mean zero: { $names }.
results-map-tiles = Each square is a district. It lies roughly where the district lies, and its size means nothing.

# The command line

city-map-import = Brings in how the districts are drawn on the map of the results
city-map-file = a GeoJSON file with the shapes of all districts, or a YAML file with a tile for each (example: prisma/seed/district-tiles.yaml)
city-map-shapes-imported = Imported: the shapes of { $count } districts
city-map-tiles-imported = Imported: tiles for { $count } districts
city-map-unchanged = Nothing has changed: this map is here already.
city-map-dry-run = The file can be imported. Nothing was written.

# The file

problem-district-map-invalid = This map of districts cannot be used. Please correct:
map-unreadable = The file cannot be read: { $reason }
map-no-collection = This is neither a GeoJSON FeatureCollection with features nor a YAML list of tiles.
map-feature-without-id = Feature { $n } has no id. Give it the id of its district, as "id" or as "id" among its properties.
map-district-unknown = There is no district "{ $id }". Ids are those of the file that was brought in with: npm run hejnal -- districts import FILE.yaml
map-district-twice = District "{ $id }" is there twice. One feature (a MultiPolygon where it has several parts) or one tile for each.
map-district-missing = These districts are missing: { $ids }. Without them it would look as if they were not there.
map-no-area = District "{ $id }" is no area. Its geometry has to be a Polygon or a MultiPolygon of closed rings.
map-no-degrees = The points of district "{ $id }" are not in degrees. Export the file in WGS 84 (EPSG:4326), east before north.
map-too-detailed = These shapes have too many points for a page. Simplify them, for example with mapshaper, and bring them in again.
map-tile-unread = Tile { $n } cannot be read: { $reason }
map-tile-taken = The tiles of "{ $id }" and "{ $other }" lie on each other, in row { $row }, column { $column }.
