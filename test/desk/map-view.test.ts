import fc from 'fast-check';
import { drawn } from '../../src/desk/map-view';

const paper = { widthPx: 640, heightPx: 360, marginPx: 28 };
/** Anywhere in the Netherlands. */
const place = fc.record({
  lat: fc.double({ min: 50.7, max: 53.6, noNaN: true }),
  lon: fc.double({ min: 3.3, max: 7.3, noNaN: true }),
});
const viewOf = (places: readonly { lat: number; lon: number }[]) => ({
  points: places.map((at) => ({ ...at, kind: 'to_come' as const, label: '' })),
  lines: [places],
});

describe('a drawing of places', () => {
  it('has all of them on the paper, within its margin', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 30 }), (places) => {
        for (const { x, y } of drawn(viewOf(places), paper).points) {
          expect(x).toBeGreaterThanOrEqual(27.9);
          expect(x).toBeLessThanOrEqual(612.1);
          expect(y).toBeGreaterThanOrEqual(27.9);
          expect(y).toBeLessThanOrEqual(332.1);
        }
      }),
    );
  });

  it('has north above and east to the right, however close they are', () => {
    fc.assert(
      fc.property(place, place, (one, other) => {
        const [first, second] = drawn(viewOf([one, other]), paper).points;
        if (first === undefined || second === undefined) throw new Error('A point is missing.');
        if (one.lat > other.lat) expect(first.y).toBeLessThanOrEqual(second.y);
        if (one.lon > other.lon) expect(first.x).toBeGreaterThanOrEqual(second.x);
      }),
    );
  });

  it('keeps distances: a kilometre is as long to the east as to the north', () => {
    const [here, north, east] = drawn(
      viewOf([
        { lat: 52, lon: 5 },
        { lat: 52.009, lon: 5 },
        { lat: 52, lon: 5 + 0.009 / Math.cos((52 * Math.PI) / 180) },
      ]),
      paper,
    ).points;
    const up = (here?.y ?? 0) - (north?.y ?? 0);
    const right = (east?.x ?? 0) - (here?.x ?? 0);
    expect(right / up).toBeCloseTo(1, 2);
  });

  it('has one place alone in the middle, and a way as a line through its places', () => {
    const drawing = drawn(viewOf([{ lat: 52, lon: 5 }]), paper);
    expect(drawing.points).toEqual([{ kind: 'to_come', label: '', x: 320, y: 180 }]);
    expect(drawing.lines).toEqual(['320,180']);
  });
});
