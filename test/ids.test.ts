import fc from 'fast-check';
import { decodeTime } from 'ulidx';
import { lowestId, newId } from '../src/ids';

/** The half of an id that is chance. */
const chanceOf = (id: string) => id.slice(-16);

describe('a new id', () => {
  it('says what it names and when it was made', () => {
    const made = newId('chk', Date.UTC(2026, 0, 1));
    expect(made).toMatch(/^chk_[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(decodeTime(made.slice(4))).toBe(Date.UTC(2026, 0, 1));
  });

  it('sorts behind the lowest of its millisecond, and before that of the next', () => {
    const made = newId('aud', 1_000);
    expect(lowestId('aud', 1_000)).toHaveLength(made.length);
    expect(lowestId('aud', 1_000) <= made && made < lowestId('aud', 1_001)).toBe(true);
  });

  it('is never made twice, and sorts by time', () => {
    const ids = Array.from({ length: 40_000 }, () => newId('req', 1_000));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(ids);
    expect(newId('req', 999) < newId('req', 1_000)).toBe(true);
    expect(newId('req', 1_001) > newId('req', 1_000)).toBe(true);
  });

  it('comes after those of its millisecond, whichever others are made in between', () => {
    const anyTimes = fc.array(fc.integer({ min: 1_800_000_000_000, max: 1_800_000_000_009 }), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(anyTimes, (times) => {
        const made = times.map((nowMs) => ({ nowMs, id: newId('aud', nowMs) }));
        for (const { nowMs, id } of made) expect(decodeTime(id.slice(4))).toBe(nowMs);
        for (const time of new Set(times)) {
          const ofTime = made.filter(({ nowMs }) => nowMs === time).map(({ id }) => id);
          expect(ofTime.toSorted()).toEqual(ofTime);
        }
      }),
    );
  });

  it('tells nothing of those of another millisecond', () => {
    const chances = Array.from({ length: 500 }, (_, index) =>
      chanceOf(newId('snd', 1_900_000_000_000 + index)),
    );
    expect(new Set(chances.map((chance) => chance.slice(0, 8))).size).toBe(500);
    const ascents = chances.filter((chance, index) => chance > (chances[index - 1] ?? '')).length;
    expect(ascents).toBeGreaterThan(150);
    expect(ascents).toBeLessThan(350);
  });

  it('begins anew where a millisecond takes the place of one long gone', () => {
    const [first, later, again] = [5, 5 + 16_384, 5].map((nowMs) => newId('snd', nowMs));
    expect(new Set([first, later, again].map((id = '') => chanceOf(id))).size).toBe(3);
    expect(decodeTime((again ?? '').slice(4))).toBe(5);
  });
});
