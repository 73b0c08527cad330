import { decodeTime } from 'ulidx';
import { newId } from '../src/ids';

describe('a new id', () => {
  it('says what it names and when it was made', () => {
    const made = newId('chk', Date.UTC(2026, 0, 1));
    expect(made).toMatch(/^chk_[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(decodeTime(made.slice(4))).toBe(Date.UTC(2026, 0, 1));
  });

  it('is never made twice, and sorts by time', () => {
    const ids = Array.from({ length: 20_000 }, () => newId('req', 1_000));
    expect(new Set(ids).size).toBe(ids.length);
    expect(newId('req', 999) < newId('req', 1_000)).toBe(true);
  });
});
