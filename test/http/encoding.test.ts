import fc from 'fast-check';
import { encodingFor } from '../../src/http/encoding';

describe('how an answer is packed', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['GZIP;q=0.5, Br;q=0.1', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.000, gzip ; q=0', 'identity'],
    ['deflate, brotli, x-gzip', 'identity'],
    ['*', 'identity'],
  ])('takes of "%s" %s', (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding);
  });

  it('is never what was not asked for, whatever a client says', () => {
    fc.assert(
      fc.property(fc.string(), (accepted) => {
        const encoding = encodingFor(accepted);
        expect(encoding === 'identity' || accepted.toLowerCase().includes(encoding)).toBe(true);
      }),
    );
  });
});
