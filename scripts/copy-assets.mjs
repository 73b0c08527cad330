// Copies what the documentation's pages load into the build, so that no other host is ever asked for it.
import { cpSync, mkdirSync } from 'node:fs';

mkdirSync('dist/assets', { recursive: true });
cpSync('node_modules/redoc/bundles/redoc.standalone.js', 'dist/assets/redoc.standalone.js');
cpSync('src/http/assets/docs.css', 'dist/assets/docs.css');
