import type { Language } from '../http/language';
import { markOf } from './live-mark';
import { drawn, type MapView } from './map-view';
import { kindText, MAP, POINT_KINDS, SIGNS } from './map-words';

/** 16 : 9, as wide as a column of the desk. */
const PAPER = { widthPx: 640, heightPx: 360, marginPx: 28 };

interface MapFigureProps {
  view: MapView;
  language: Language;
  /** Where the map's tiles are, with {z}, {x} and {y}; empty for none. */
  tilesUrl: string;
}

/**
 * A plain drawing, over which a script lays a real map once its first tile has come. Renewing the page leaves it alone as long
 * as it shows the same.
 */
export function MapFigure({ view, language, tilesUrl }: MapFigureProps) {
  const content = JSON.stringify(view);
  const kinds = POINT_KINDS.filter((kind) => view.points.some((point) => point.kind === kind));
  const counted = kinds.map((kind) => `${kindText(kind, language)} (${countOf(view, kind)})`).join(', ');
  return (
    <figure
      class="map"
      id={`map-${markOf([content, tilesUrl])}`}
      hx-preserve="true"
      data-map={content}
      data-tiles={tilesUrl === '' ? undefined : tilesUrl}
    >
      <Plain view={view} title={`${MAP[language]}: ${counted}`} />
      <figcaption>
        {kinds.map((kind) => (
          <span class={kind}>
            {SIGNS[kind]} {kindText(kind, language)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function countOf({ points }: MapView, kind: string): number {
  return points.filter((point) => point.kind === kind).length;
}

function Plain({ view, title }: { view: MapView; title: string }) {
  const { points, lines } = drawn(view, PAPER);
  // What tells most is drawn last, over the others.
  const inOrder = points.toSorted(
    (one, other) => POINT_KINDS.indexOf(other.kind) - POINT_KINDS.indexOf(one.kind),
  );
  return (
    <svg viewBox={`0 0 ${PAPER.widthPx} ${PAPER.heightPx}`} role="img" aria-label={title}>
      {lines.map((line) => (
        <polyline points={line} />
      ))}
      {inOrder.map(({ kind, label, x, y }) => (
        <text x={x} y={y} class={kind}>
          <title>{label}</title>
          {SIGNS[kind]}
        </text>
      ))}
    </svg>
  );
}
