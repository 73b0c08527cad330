import fc from 'fast-check';
import { straightKm, straightLine } from '../../../src/routes/planning/travel';

const middelburg = { lat: 51.4988, lon: 3.6109 };
const goes = { lat: 51.5039, lon: 3.8894 };
const place = fc.record({
  lat: fc.double({ min: 50.7, max: 53.6, noNaN: true }),
  lon: fc.double({ min: 3.3, max: 7.2, noNaN: true }),
});

/** East of a place, by straight kilometres. */
function eastOf({ lat, lon }: typeof goes, km: number) {
  return { lat, lon: lon + km / (111.195 * Math.cos((lat * Math.PI) / 180)) };
}

describe('travel times without a map', () => {
  it('measure over the earth’s surface', () => {
    expect(straightKm(middelburg, goes)).toBeCloseTo(19.29, 1);
    expect(straightKm(goes, goes)).toBe(0);
  });

  it.each([
    [0.1, 0.4],
    [1, 3.6],
    [5, 11.6],
    [15, 25],
    [50, 60.5],
  ])('say that %d km as the crow flies take some %d minutes', (km, minutes) => {
    expect(straightLine(goes, eastOf(goes, km)) / 60_000).toBeCloseTo(minutes, 0);
  });

  it('are whole milliseconds, the same both ways, and never shorter by a detour', () => {
    fc.assert(
      fc.property(place, place, place, (one, other, between) => {
        const direct = straightLine(one, other);
        expect(Number.isInteger(direct)).toBe(true);
        expect(straightLine(other, one)).toBe(direct);
        expect(straightLine(one, between) + straightLine(between, other)).toBeGreaterThanOrEqual(direct - 2);
      }),
    );
  });
});
