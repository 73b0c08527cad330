/** A point on the earth, in degrees (WGS 84). */
interface Place {
  lat: number;
  lon: number;
}

/** What something on a map is: it decides its sign. */
export type PointKind = 'start' | 'done' | 'to_come' | 'vehicle' | 'old' | 'new';

export interface MapPoint extends Place {
  kind: PointKind;
  label: string;
}

/** What is to be seen on a map. */
export interface MapView {
  points: readonly MapPoint[];
  /** Ways that are still to be driven, each from place to place. */
  lines: readonly (readonly Place[])[];
}

/** The same on paper, in pixels from the upper left corner. */
export interface Drawing {
  points: { kind: PointKind; label: string; x: number; y: number }[];
  /** As an SVG polyline has its points. */
  lines: string[];
}

export interface Paper {
  widthPx: number;
  heightPx: number;
  marginPx: number;
}

/** Within a region of a country the earth is flat: a degree of longitude is shorter than one of latitude, and that is all. */
export function drawn({ points, lines }: MapView, paper: Paper): Drawing {
  const toPaper = projection([...points, ...lines.flat()], paper);
  return {
    points: points.map(({ kind, label, ...place }) => ({ kind, label, ...toPaper(place) })),
    lines: lines.map((line) => line.map((place) => xy(toPaper(place))).join(' ')),
  };
}

function xy({ x, y }: { x: number; y: number }): string {
  return `${x},${y}`;
}

function projection(places: readonly Place[], { widthPx, heightPx, marginPx }: Paper) {
  const [south, north] = extentOf(places.map(({ lat }) => lat));
  const [west, east] = extentOf(places.map(({ lon }) => lon));
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [wide, high] = [(east - west) * shrink, north - south];
  const perDegree = Math.min(inner(widthPx, marginPx) / wide, inner(heightPx, marginPx) / high);
  // One place alone has no extent, and stands in the middle.
  const scale = Number.isFinite(perDegree) ? perDegree : 0;
  return ({ lat, lon }: Place) => ({
    x: round(widthPx / 2 + (lon - (west + east) / 2) * shrink * scale),
    y: round(heightPx / 2 - (lat - (south + north) / 2) * scale),
  });
}

function extentOf(values: readonly number[]): readonly [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [least, most];
}

function inner(sizePx: number, marginPx: number): number {
  return sizePx - 2 * marginPx;
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}
