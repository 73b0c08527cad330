import { byOurClock, happenedAtMs } from '../../../src/routes/devices/device-event';

const NOON = Date.UTC(2026, 0, 5, 12);
const minutes = (count: number) => NOON + count * 60_000;

describe('when something happened', () => {
  it.each([
    { is: 'by the clock of the device', occurred: 5, latest: 0, at: 5 },
    { is: 'not after now, whatever that clock says', occurred: 15, latest: 0, at: 10 },
    { is: 'not before what the same device reported before', occurred: 3, latest: 7, at: 7 },
  ])('is $is', ({ occurred, latest, at }) => {
    const known = { nowMs: minutes(10), latestMs: minutes(latest) };
    expect(happenedAtMs({ occurredAtMs: minutes(occurred) }, known)).toBe(minutes(at));
  });
});

describe("a device's clock", () => {
  it.each([
    { is: 'is not known', sent: null, by: 0 },
    { is: 'is right, but for the way', sent: -2, by: 0 },
    { is: 'is slow', sent: -300, by: 300 },
    { is: 'runs ahead', sent: 300, by: -300 },
    { is: 'is of another year', sent: -400 * 86_400, by: 86_400 },
  ])('is put right where it $is', ({ sent, by }) => {
    const sentAtMs = sent === null ? null : NOON + sent * 1_000;
    const [event] = byOurClock([{ occurredAtMs: NOON }], { sentAtMs, nowMs: NOON });
    expect(event?.occurredAtMs).toBe(NOON + by * 1_000);
  });
});
