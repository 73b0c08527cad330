const MS_PER_DAY = 86_400_000;
const SUNDAY = 0;
const WEEKDAY_OF_1970_01_01 = 4;

/** Days after Easter Sunday: itself, Easter Monday, Ascension, Whit Sunday and Monday. */
const AFTER_EASTER = [0, 1, 39, 49, 50];
const NEW_YEAR = '01-01';
const CHRISTMAS = ['12-25', '12-26'];

/** Days are written YYYY-MM-DD. */
export function addDays(day: string, days: number): string {
  return dayOf(numberOf(day) + days);
}

/** The first day after another on which parcels are delivered: Monday to Saturday, public holidays left out. */
export function nextWorkingDay(day: string): string {
  const next = addDays(day, 1);
  return isWorkingDay(next) ? next : nextWorkingDay(next);
}

export function isWorkingDay(day: string): boolean {
  return weekdayOf(day) !== SUNDAY && !isHoliday(day);
}

/**
 * Whether it is a public holiday in the Netherlands, as the government lists them (rijksoverheid.nl, "officiële feestdagen"). Not Good
 * Friday and not Liberation Day, on which most people work and carriers deliver.
 */
export function isHoliday(day: string): boolean {
  const monthDay = day.slice(5);
  if (monthDay === NEW_YEAR || CHRISTMAS.includes(monthDay) || day === kingsDay(Number(day.slice(0, 4))))
    return true;
  return AFTER_EASTER.includes(numberOf(day) - numberOf(easterSunday(Number(day.slice(0, 4)))));
}

/** 27 April since 2014, and the day before where that is a Sunday. */
function kingsDay(year: number): string {
  const day = `${year}-04-27`;
  return weekdayOf(day) === SUNDAY ? addDays(day, -1) : day;
}

/** By the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  return addDays(`${year}-03-22`, moon + weekday - 7 * late);
}

function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;
}

function dayOf(number: number): string {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
}

function weekdayOf(day: string): number {
  return (numberOf(day) + WEEKDAY_OF_1970_01_01) % 7;
}
