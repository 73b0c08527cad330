import { amsterdamDay, timeText, windowAround, windowText } from '../../../src/routes/planning/windows';

const at = (iso: string) => Date.parse(iso);

describe('a new window', () => {
  it.each([
    ['2026-11-27T12:58:00Z', 'tussen 13:28 en 14:28', 'between 13:28 and 14:28'],
    ['2026-11-27T12:58:59Z', 'tussen 13:28 en 14:28', 'between 13:28 and 14:28'],
    ['2026-07-01T11:58:00Z', 'tussen 13:28 en 14:28', 'between 13:28 and 14:28'],
    ['2026-11-27T23:10:00Z', 'tussen 23:40 en 00:40', 'between 23:40 and 00:40'],
    // The clock goes from 02:00 to 03:00.
    ['2026-03-29T00:58:00Z', 'tussen 01:28 en 03:28', 'between 01:28 and 03:28'],
    ['2026-03-29T01:30:00Z', 'tussen 03:00 en 04:00', 'between 03:00 and 04:00'],
    // The clock goes from 03:00 back to 02:00.
    ['2026-10-25T00:00:00Z', 'tussen 01:30 en 02:30 (zomertijd)', 'between 01:30 and 02:30 (summer time)'],
    [
      '2026-10-25T00:58:00Z',
      'tussen 02:28 (zomertijd) en 02:28 (wintertijd)',
      'between 02:28 (summer time) and 02:28 (winter time)',
    ],
    ['2026-10-25T01:58:00Z', 'tussen 02:28 (wintertijd) en 03:28', 'between 02:28 (winter time) and 03:28'],
  ])('round %s reads "%s"', (arrival, nl, en) => {
    const window = windowAround(at(arrival));
    expect(window.untilMs - window.fromMs).toBe(3_600_000);
    expect(window.state).toBe('estimated');
    expect(windowText(window, 'nl')).toBe(nl);
    expect(windowText(window, 'en')).toBe(en);
  });

  it('names the season in no other hour of those days', () => {
    for (const day of ['2026-03-29', '2026-10-25', '2026-11-27']) {
      const texts = Array.from({ length: 96 }, (_, quarter) =>
        timeText(at(`${day}T00:00:00Z`) + quarter * 900_000, 'nl'),
      );
      expect(texts.filter((text) => text.includes('tijd'))).toHaveLength(day === '2026-10-25' ? 8 : 0);
    }
  });
});

describe('the day in Amsterdam', () => {
  it.each([
    ['2026-11-27T22:59:59Z', '2026-11-27'],
    ['2026-11-27T23:00:00Z', '2026-11-28'],
    ['2026-07-01T21:59:59Z', '2026-07-01'],
    ['2026-07-01T22:00:00Z', '2026-07-02'],
    ['2026-03-28T23:00:00Z', '2026-03-29'],
    ['2026-03-29T22:00:00Z', '2026-03-30'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
    ['2026-10-25T22:59:59Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
  ])('at %s is %s', (instant, day) => {
    expect(amsterdamDay(at(instant))).toBe(day);
  });
});
