import {
  addDays,
  easterSunday,
  isHoliday,
  isWorkingDay,
  nextWorkingDay,
} from '../../../src/routes/planning/working-days';

describe('working days', () => {
  it.each([
    ['a Friday', '2026-11-27', '2026-11-28'],
    ['a Saturday', '2026-11-28', '2026-11-30'],
    ['Maundy Thursday, before Good Friday, which is none', '2026-04-02', '2026-04-03'],
    ['the Saturday before Easter', '2026-04-04', '2026-04-07'],
    ['the day before King’s Day', '2026-04-24', '2026-04-25'],
    ['the Saturday before King’s Day, a Monday', '2026-04-25', '2026-04-28'],
    ['the day before Liberation Day, which is none', '2026-05-04', '2026-05-05'],
    ['the day before Ascension', '2026-05-13', '2026-05-15'],
    ['the Saturday before Whitsun', '2026-05-23', '2026-05-26'],
    ['Christmas Eve', '2026-12-24', '2026-12-28'],
    ['New Year’s Eve', '2026-12-31', '2027-01-02'],
    ['the end of February in a leap year', '2028-02-28', '2028-02-29'],
    ['the Friday before the clock goes on', '2026-03-28', '2026-03-30'],
    ['the Friday before King’s Day on a Saturday, as the 27th is a Sunday', '2031-04-25', '2031-04-28'],
  ])('after %s (%s) the next is %s', (_, day, next) => {
    expect(nextWorkingDay(day)).toBe(next);
  });

  it('keep King’s Day on the day before where the 27th is a Sunday', () => {
    expect([isHoliday('2025-04-26'), isHoliday('2025-04-27')]).toEqual([true, false]);
    expect(isWorkingDay('2025-04-27')).toBe(false);
    expect([isHoliday('2026-04-26'), isHoliday('2026-04-27')]).toEqual([false, true]);
  });

  it.each([
    // The earliest and the latest there can be, both exceptions of older rules, and some of our days.
    ['1818-03-22'],
    ['1943-04-25'],
    ['1954-04-18'],
    ['1981-04-19'],
    ['2024-03-31'],
    ['2025-04-20'],
    ['2026-04-05'],
    ['2027-03-28'],
    ['2038-04-25'],
    ['2285-03-22'],
  ])('know that Easter is on %s', (day) => {
    expect(easterSunday(Number(day.slice(0, 4)))).toBe(day);
  });

  it('have nine holidays a year at most, and no Sunday is one', () => {
    for (let year = 2026; year < 2060; year++) {
      const days = Array.from({ length: 365 }, (_, index) => addDays(`${year}-01-01`, index));
      expect(days.filter(isHoliday).length).toBeGreaterThanOrEqual(8);
      expect(days.filter(isHoliday).length).toBeLessThanOrEqual(9);
      expect(days.filter(isWorkingDay).every((day) => new Date(`${day}T12:00:00Z`).getUTCDay() !== 0)).toBe(
        true,
      );
    }
  });
});
