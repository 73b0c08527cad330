import fc from 'fast-check';
import { networkOf } from '../../src/access/client-address';
import { createEnumerationLimit } from '../../src/access/enumeration-limit';
import { steeredClock } from '../support/steered-clock';

const ip = '192.0.2.1';

describe('the enumeration limit', () => {
  it('refuses one network the postcode too many, and tells when to come back', () => {
    const limit = createEnumerationLimit(steeredClock(), { postcodesPerClient: 2, postcodesPerKey: 100 });
    expect(limit.ask('key_1', ip, '8950AA').allowed).toBe(true);
    expect(limit.ask('key_1', ip, '8950AB').allowed).toBe(true);
    expect(limit.ask('key_1', ip, '8950AC')).toEqual({ allowed: false, retryAfterSeconds: 3600 });
  });

  it('lets the same postcodes be asked again, and others ask for themselves', () => {
    const limit = createEnumerationLimit(steeredClock(), { postcodesPerClient: 1, postcodesPerKey: 100 });
    for (let again = 0; again < 3; again += 1) expect(limit.ask('key_1', ip, '8950AA').allowed).toBe(true);
    expect(limit.ask('key_1', '192.0.2.2', '8950AB').allowed).toBe(true);
    expect(limit.ask('key_2', ip, '8950AB').allowed).toBe(true);
  });

  it('refuses a key the postcode too many, from wherever', () => {
    const limit = createEnumerationLimit(steeredClock(), { postcodesPerClient: 10, postcodesPerKey: 3 });
    const answers = [1, 2, 3, 4].map((last) => limit.ask('key_1', `192.0.2.${last}`, `8950A${last}`).allowed);
    expect(answers).toEqual([true, true, true, false]);
  });

  it('begins anew each hour', () => {
    const clock = steeredClock();
    const limit = createEnumerationLimit(clock, { postcodesPerClient: 1, postcodesPerKey: 1 });
    limit.ask('key_1', ip, '8950AA');
    clock.advance(3_599_000);
    expect(limit.ask('key_1', ip, '8950AB')).toEqual({ allowed: false, retryAfterSeconds: 1 });
    clock.advance(1_000);
    expect(limit.ask('key_1', ip, '8950AB').allowed).toBe(true);
  });
});

describe('a network', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('%s is %s', (address, network) => expect(networkOf(address)).toBe(network));

  it('is found in anything without failing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, size: 'max' }), (text) => typeof networkOf(text) === 'string'),
    );
  });

  it('has all addresses of one /64', () => {
    const group = fc.nat(0xffff).map((value) => value.toString(16));
    const half = fc.array(group, { minLength: 4, maxLength: 4 }).map((groups) => groups.join(':'));
    fc.assert(
      fc.property(half, half, half, (network, one, other) => {
        expect(networkOf(`${network}:${one}`)).toBe(networkOf(`${network}:${other}`));
      }),
    );
  });
});
