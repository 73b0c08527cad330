import proj4 from 'proj4';

/** EPSG:28992 with Kadaster's seven parameters to WGS84: within half a metre of the official grid (RDNAPTRANS). */
const rijksdriehoek =
  '+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel ' +
  '+towgs84=565.4171,50.3319,465.5524,-0.398957388243134,0.343987817378283,-1.87740163998045,4.0725 +units=m +no_defs';

const projection = proj4(rijksdriehoek, 'WGS84');

/** Metres in EPSG:28992 → degrees in WGS84. */
export function toWgs84(x: number, y: number): [latitude: number, longitude: number] {
  const [longitude = 0, latitude = 0] = projection.forward([x, y]);
  return [latitude, longitude];
}
