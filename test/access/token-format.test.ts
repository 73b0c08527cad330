import fc from 'fast-check';
import { newKey } from '../../src/access/key-format';
import { hashToken, newToken, prefixOf, wordOf } from '../../src/access/token-format';

const word = fc.constantFrom('sk_live', 'pk_test', 'person');

describe("a shop's key", () => {
  it('tells its kind and mode, to people and to secret scanners', () => {
    expect(newKey({ kind: 'secret', mode: 'live' })).toMatch(/^klopt_sk_live_[0-9a-z]{39}$/);
    expect(newKey({ kind: 'publishable', mode: 'test' })).toMatch(/^klopt_pk_test_[0-9a-z]{39}$/);
  });
});

describe('a token', () => {
  it('is read back as what it was made as', () => {
    fc.assert(fc.property(word, (given) => expect(wordOf(newToken(given))).toBe(given)));
  });

  it('is found out when one character is another', () => {
    const character = fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyzABCZ_- '.split(''));
    fc.assert(
      fc.property(word, fc.nat(51), character, (given, position, wrong) => {
        const token = newToken(given);
        fc.pre(token[position] !== wrong);
        expect(wordOf(token.slice(0, position) + wrong + token.slice(position + 1))).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it('is found out when two neighbours have changed places', () => {
    fc.assert(
      fc.property(word, fc.nat(50), (given, position) => {
        const token = newToken(given);
        fc.pre(token[position] !== token[position + 1]);
        const swapped = `${token.slice(0, position)}${token[position + 1]!}${token[position]!}${token.slice(position + 2)}`;
        expect(wordOf(swapped)).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it('is found out when a part is missing or something is added', () => {
    fc.assert(
      fc.property(word, fc.nat(51), fc.string({ minLength: 1, maxLength: 3 }), (given, length, extra) => {
        const token = newToken(given);
        expect(wordOf(token.slice(0, length))).toBeNull();
        expect(wordOf(token + extra)).toBeNull();
        expect(wordOf(extra + token)).toBeNull();
      }),
    );
  });

  it('is never anything else that people write', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, size: 'max' }), (text) => expect(wordOf(text)).toBeNull()),
    );
  });

  it('cannot be told from its hash or its prefix, and no two are the same', () => {
    const tokens = Array.from({ length: 1_000 }, () => newToken('sk_live'));
    expect(new Set(tokens.map(hashToken)).size).toBe(1_000);
    expect(prefixOf(tokens[0]!)).toMatch(/^klopt_sk_live_.{6}$/);
    expect(prefixOf(newToken('person'))).toMatch(/^klopt_person_.{6}$/);
    expect(hashToken(tokens[0]!)).toMatch(/^[0-9a-f]{64}$/);
  });
});
