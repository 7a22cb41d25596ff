/**
 * Exact arithmetic on the proleptic Gregorian calendar. A day is a number of days since 1970-01-01; months and weekdays count
 * from 1 (Monday is 1, as in ISO 8601). Algorithms after H. Hinnant, "chrono-compatible low-level date algorithms".
 */
export interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function dayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

export function civil(day: number): YearMonthDay {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** 1 (Monday) to 7 (Sunday). */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
export const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : LENGTHS[month - 1];

/** A month of the year for 1 to 12, else of the years before or after. */
export function addMonths(year: number, month: number, n: number): { year: number; month: number } {
  const months = year * 12 + month - 1 + n;
  const y = Math.floor(months / 12);
  return { year: y, month: months - y * 12 + 1 };
}

/** The day some months away; the last of the month where it has none so late (31 May less three months is 28 or 29 February). */
export function shiftMonths(from: number, n: number): number {
  const { year, month, day } = civil(from);
  const to = addMonths(year, month, n);
  return dayOf(to.year, to.month, Math.min(day, monthLength(to.year, to.month)));
}

/** ISO 8601 week: the week of a year that holds its Thursday. */
export function weekOf(day: number): { year: number; week: number } {
  const thursday = day - weekdayOf(day) + 4;
  const { year } = civil(thursday);
  return { year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1 };
}
/** The Monday of an ISO week. */
export function mondayOf(year: number, week: number): number {
  const fourth = dayOf(year, 1, 4);
  return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7;
}

/** The nth weekday of a month; from its end for a negative n (-1 is the last). */
export function nthWeekday(year: number, month: number, weekday: number, n: number): number {
  if (n > 0) {
    const first = dayOf(year, month, 1);
    return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
  }
  const last = dayOf(year, month, monthLength(year, month));
  return last - ((weekdayOf(last) - weekday + 7) % 7) + (n + 1) * 7;
}

/** Western Easter (Meeus, Jones and Butcher's algorithm). */
export function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayOf(year, Math.floor(f / 31), (f % 31) + 1);
}

/** Orthodox Easter: Meeus's Julian algorithm, moved to the Gregorian calendar. */
export function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const f = d + e + 114;
  const drift = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return dayOf(year, Math.floor(f / 31), (f % 31) + 1) + drift;
}

/** The day of a date in the tabular (civil) Islamic calendar: within a day or so of the observed one. */
export const islamicDay = (year: number, month: number, day: number): number =>
  day + Math.ceil(29.5 * (month - 1)) + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) - 492_149;

/** The first day of an Islamic month and day that falls into a Gregorian year. */
export function islamicIn(gregorianYear: number, month: number, day: number): number {
  const start = dayOf(gregorianYear, 1, 1);
  let year = Math.floor(((gregorianYear - 622) * 33) / 32);
  while (islamicDay(year, month, day) < start) year++;
  while (islamicDay(year - 1, month, day) >= start) year--;
  return islamicDay(year, month, day);
}

const hebrewElapsed = (year: number): number => {
  const months = Math.floor((235 * year - 234) / 19);
  const parts = 12_084 + 13_753 * months;
  const day = months * 29 + Math.floor(parts / 25_920);
  return (3 * (day + 1)) % 7 < 3 ? day + 1 : day;
};
/** Rosh Hashanah, the first day of a Hebrew year (Dershowitz and Reingold, "Calendrical Calculations"). */
export function hebrewNewYear(year: number): number {
  const before = hebrewElapsed(year - 1);
  const here = hebrewElapsed(year);
  const after = hebrewElapsed(year + 1);
  const delay = after - here === 356 ? 2 : here - before === 382 ? 1 : 0;
  return here + delay - 2_092_590;
}
