import fc from 'fast-check';
import { amsterdamInstant } from '../src/amsterdam-time';
import { amsterdamDay } from '../src/routes/planning/windows';

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'short',
});

describe('a time of a day in Europe/Amsterdam', () => {
  it.each([
    ['in winter', '2026-01-05', '13:30', '2026-01-05T12:30:00.000Z'],
    ['in summer', '2026-07-01', '00:00', '2026-06-30T22:00:00.000Z'],
    ['just before the clock is put forward', '2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['that the clock skips', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['just after that', '2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['that comes twice: the first', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['after that', '2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
  ])('%s', (_, day, time, expected) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    expect(new Date(amsterdamInstant(day, hours, minutes)).toISOString()).toBe(expected);
  });

  it('is what the clock there shows, but for the hour that it skips', () => {
    const anyMinute = fc.integer({ min: 0, max: 24 * 60 - 1 });
    const anyDay = fc.date({
      min: new Date('2000-01-01T12:00:00Z'),
      max: new Date('2099-12-31T12:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(anyDay, anyMinute, (date, minute) => {
        const day = date.toISOString().slice(0, 10);
        const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
        const atMs = amsterdamInstant(day, hours, minutes);
        fc.pre(hours !== 2 || !day.slice(5).startsWith('03'));
        const shown = `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
        expect([clock.format(atMs), amsterdamDay(atMs)]).toEqual([`${day} ${shown}`, day]);
      }),
    );
  });
});
