import fc from 'fast-check';
import { hashKey, newKey, prefixOf, readKey, type KeyForm } from '../../src/access/key-format';

const form: fc.Arbitrary<KeyForm> = fc.record({
  kind: fc.constantFrom('secret', 'publishable'),
  mode: fc.constantFrom('live', 'test'),
});

describe('a key', () => {
  it('tells its kind and mode, to people and to secret scanners', () => {
    expect(newKey({ kind: 'secret', mode: 'live' })).toMatch(/^klopt_sk_live_[0-9a-z]{39}$/);
    expect(newKey({ kind: 'publishable', mode: 'test' })).toMatch(/^klopt_pk_test_[0-9a-z]{39}$/);
  });

  it('is read back as what it was made as', () => {
    fc.assert(fc.property(form, (given) => expect(readKey(newKey(given))).toEqual(given)));
  });

  it('is found out when one character is another', () => {
    const character = fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyzABCZ_- '.split(''));
    fc.assert(
      fc.property(form, fc.nat(52), character, (given, position, wrong) => {
        const key = newKey(given);
        fc.pre(key[position] !== wrong);
        expect(readKey(key.slice(0, position) + wrong + key.slice(position + 1))).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it('is found out when two neighbours have changed places', () => {
    fc.assert(
      fc.property(form, fc.nat(51), (given, position) => {
        const key = newKey(given);
        fc.pre(key[position] !== key[position + 1]);
        const swapped = `${key.slice(0, position)}${key[position + 1]!}${key[position]!}${key.slice(position + 2)}`;
        expect(readKey(swapped)).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it('is found out when a part is missing or something is added', () => {
    fc.assert(
      fc.property(form, fc.nat(52), fc.string({ minLength: 1, maxLength: 3 }), (given, length, extra) => {
        const key = newKey(given);
        expect(readKey(key.slice(0, length))).toBeNull();
        expect(readKey(key + extra)).toBeNull();
        expect(readKey(extra + key)).toBeNull();
      }),
    );
  });

  it('is never anything else that people write', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, size: 'max' }), (text) => expect(readKey(text)).toBeNull()),
    );
  });

  it('cannot be told from its hash or its prefix, and no two are the same', () => {
    const keys = Array.from({ length: 1_000 }, () => newKey({ kind: 'secret', mode: 'live' }));
    expect(new Set(keys.map(hashKey)).size).toBe(1_000);
    expect(prefixOf(keys[0]!)).toHaveLength(20);
    expect(hashKey(keys[0]!)).toMatch(/^[0-9a-f]{64}$/);
  });
});
