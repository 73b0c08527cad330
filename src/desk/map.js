// Lays a real map over the plain drawing, once its first tile has come; where none comes the drawing stays.
'use strict';

const SIGNS = { new: '★', old: '✗', vehicle: '▲', start: '■', to_come: '○', done: '●' };
const CLOSEST_ZOOM = 16;

function lay(figure) {
  if (figure.querySelector('.tiled') !== null) return;
  const { points, lines } = JSON.parse(figure.dataset.map);
  const here = document.createElement('div');
  here.className = 'tiled';
  figure.prepend(here);
  const map = L.map(here, { zoomAnimation: false, fadeAnimation: false });
  map.attributionControl.setPrefix(false);
  const places = [...points, ...lines.flat()].map(({ lat, lon }) => [lat, lon]);
  map.fitBounds(places, { padding: [24, 24], maxZoom: CLOSEST_ZOOM });
  for (const line of lines)
    L.polyline(
      line.map(({ lat, lon }) => [lat, lon]),
      { className: 'way' },
    ).addTo(map);
  for (const { kind, label, lat, lon } of points) {
    const icon = L.divIcon({ className: `sign ${kind}`, html: SIGNS[kind], iconSize: [22, 22] });
    L.marker([lat, lon], { icon, title: label, alt: label, keyboard: false }).addTo(map);
  }
  L.tileLayer(figure.dataset.tiles, { maxZoom: 19, attribution: '© Kadaster' })
    .once('tileload', () => figure.classList.add('has-tiles'))
    .addTo(map);
}

const layAll = () => document.querySelectorAll('figure.map[data-tiles]').forEach(lay);
document.addEventListener('DOMContentLoaded', layAll);
document.addEventListener('htmx:afterSettle', layAll);
