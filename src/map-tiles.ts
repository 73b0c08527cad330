import { z } from 'zod';

/** The background map of the Dutch national georegister: free to use, without a key (pdok.nl, BRT achtergrondkaart). */
export const PDOK_TILES =
  'https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/standaard/EPSG:3857/{z}/{x}/{y}.png';
const TILE_PLACES = ['{z}', '{x}', '{y}'];
/** Where the tiles of a map are, with {z}, {x} and {y} in their places; empty for none. */
export const tilesUrl = z
  .string()
  .refine(
    (url) => url === '' || /^https?:\/\/[^\s/{}]+\//.test(url),
    'https://…/{z}/{x}/{y}.png, or empty for none',
  )
  .refine((url) => url === '' || TILE_PLACES.every((place) => url.includes(place)), 'with {z}, {x} and {y}');
