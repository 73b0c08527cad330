// Copies what the documentation's pages load into the build, so that no other host is ever asked for it.
import { cpSync, mkdirSync } from 'node:fs';

mkdirSync('dist/assets', { recursive: true });
cpSync('node_modules/redoc/bundles/redoc.standalone.js', 'dist/assets/redoc.standalone.js');
cpSync('src/http/assets/docs.css', 'dist/assets/docs.css');

// And what the desk's do.
cpSync('node_modules/@picocss/pico/css/pico.min.css', 'dist/assets/desk/pico.min.css');
cpSync('node_modules/htmx.org/dist/htmx.min.js', 'dist/assets/desk/htmx.min.js');
cpSync('node_modules/@github/combobox-nav/dist/index.js', 'dist/assets/desk/combobox-nav.js');
for (const name of ['leaflet.css', 'leaflet.js'])
  cpSync(`node_modules/leaflet/dist/${name}`, `dist/assets/desk/${name}`);
for (const name of ['desk.css', 'desk.js', 'live.js', 'map.js', 'suggest.js'])
  cpSync(`src/desk/${name}`, `dist/assets/desk/${name}`);
