import { accessIn } from '../../../src/routes/driver/access';
import { announcementOf } from '../../../src/routes/driver/announcement';
import { emptyKept, withAccess, withoutAccess } from '../../../src/routes/driver/model';
import { emptyOutbox, withAction, withHeld } from '../../../src/routes/driver/outbox';
import { backoffMs } from '../../../src/routes/driver/pause';
import { isWorthReporting } from '../../../src/routes/driver/position';
import { dutch } from '../../../src/routes/driver/texts-nl';
import { anInstruction, aRoute, aStop } from '../../support/driver/a-route';

describe('the access that a QR code carries', () => {
  it.each([
    ['#rte_1/klopt_dt_4f-6c.1_d', { routeId: 'rte_1', token: 'klopt_dt_4f-6c.1_d' }],
    ['', null],
    ['#rte_1', null],
    ['#rte_1/', null],
    ['#rte_1/../../etc', null],
    ['#rte 1/token', null],
  ])('of %s', (fragment, expected) => {
    expect(accessIn(fragment)).toEqual(expected);
  });

  const access = { routeId: 'rte_1', token: 'one' };
  const outbox = withAction(emptyOutbox, { kind: 'started' }, 1_800_000_000_000);
  const copy = { route: aRoute([aStop('stp_1')]), was: {} };
  const kept = { ...emptyKept, access, copy, outbox };

  it('replaces one of the same route, and nothing that was done is lost', () => {
    const renewed = withAccess({ ...withoutAccess(kept) }, { routeId: 'rte_1', token: 'two' });
    expect(renewed).toMatchObject({ isRefused: false, outbox, access: { token: 'two' } });
  });

  it('of another route leaves of the one before how the driver likes the page, and what is still to be sent', () => {
    const settings = { ...emptyKept.settings, isDark: true };
    const next = { routeId: 'rte_2', token: 'two' };
    const other = withAccess({ ...kept, settings }, next);
    expect(other).toEqual({ ...emptyKept, settings, access: next, left: [{ access, outbox }] });
    expect(withAccess({ ...kept, outbox: emptyOutbox }, next).left).toEqual([]);
    const held = withHeld(emptyOutbox, { kind: 'completed', stopId: 'stp_1' }, 1_800_000_000_000);
    expect(withAccess({ ...kept, outbox: held }, next).left[0]?.outbox.waiting).toHaveLength(1);
  });

  it('once revoked leaves no name and no address, and all that was done', () => {
    expect(withoutAccess(kept)).toMatchObject({ isRefused: true, copy: null, outbox });
  });
});

describe('what the driver must notice', () => {
  const before = aRoute([aStop('stp_1'), aStop('stp_2')]);
  const told = anInstruction({ id: 'ins_1', stopId: 'stp_2', shipmentId: 'shp_2' });
  const said = (after: Partial<typeof before>) => announcementOf(before, { ...before, ...after }, dutch);

  it('is said in words', () => {
    expect(said({ instructions: [told] })).toMatch(/^Nieuw adres: Havenkade/);
    expect(said({ instructions: [{ ...told, kind: 'take_back' }] })).toBe('Niet bezorgen');
    expect(said({ instructions: [{ ...told, stopId: 'stp_9' }] })).toBe('Nieuw adres');
    expect(said({ instructions: [{ ...told, kind: 'question', text: 'Lukt het?' }] })).toBe(
      'Vraag van kantoor: Lukt het?',
    );
    expect(said({ stops: [...before.stops].reverse() })).toBe('Uw rit is gewijzigd');
  });

  it('is said once, and not of what was answered or done', () => {
    const after = { ...before, instructions: [told] };
    expect(announcementOf(after, after, dutch)).toBeNull();
    expect(said({ instructions: [{ ...told, state: 'acknowledged' }] })).toBeNull();
    expect(
      said({ stops: before.stops.map((stop) => ({ ...stop, state: 'completed' as const })) }),
    ).toBeNull();
    expect(announcementOf(null, before, dutch)).toBeNull();
  });
});

describe('where the van is', () => {
  const last = { lat: 52.1, lon: 5.1, atMs: 0 };
  it.each([
    ['a first time', null, { ...last }, true],
    ['not where it stands still', last, { ...last, atMs: 90_000 }, false],
    ['when it has moved', last, { lat: 52.101, lon: 5.1, atMs: 30_000 }, true],
    ['to the east as to the north', last, { lat: 52.1, lon: 5.1008, atMs: 30_000 }, true],
    ['not more often than every 30 seconds', last, { lat: 52.2, lon: 5.1, atMs: 29_000 }, false],
  ])('is reported %s', (_, before, now, expected) => {
    expect(isWorthReporting(before, now)).toBe(expected);
  });
});

describe('trying again', () => {
  it('takes twice as long each time, up to half a minute, and never the same on two devices', () => {
    expect([0, 1, 2, 3, 4, 5, 99].map((failures) => backoffMs(failures, 1) / 1000)).toEqual([
      1, 2, 4, 8, 16, 30, 30,
    ]);
    expect(backoffMs(3, 0)).toBe(4_000);
  });
});
