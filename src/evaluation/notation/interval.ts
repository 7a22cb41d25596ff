/** The interval that a TIMEX3 value covers, where it is a calendar one. */
import type { Interval } from '../../document/schema.ts';

const DAY = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const between = (start: number, end: number): Interval => ({ start: iso(start), end: iso(end) });

/** Monday of an ISO 8601 week: week 1 holds January 4. */
function mondayOf(year: number, week: number): number {
  const fourth = Date.UTC(year, 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fourth + ((week - 1) * 7 - weekday) * DAY;
}

/** `1983`, `1983-08`, `1983-08-10` (with or without a part of the day), `1983-W32`, `1983-W32-WE`; undefined for other values. */
export function intervalOf(value: string): Interval | undefined {
  const week = /^(\d{4})-W(\d\d)(-WE)?$/.exec(value);
  if (week) {
    const monday = mondayOf(Number(week[1]), Number(week[2]));
    return between(week[3] ? monday + 5 * DAY : monday, monday + 7 * DAY);
  }
  const date = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$/.exec(value);
  if (!date) return undefined;
  const year = Number(date[1]);
  const month = date[2] === undefined ? undefined : Number(date[2]) - 1;
  if (month === undefined) return between(Date.UTC(year, 0), Date.UTC(year + 1, 0));
  if (date[3] === undefined) return between(Date.UTC(year, month), Date.UTC(year, month + 1));
  const day = Date.UTC(year, month, Number(date[3]));
  return between(day, day + DAY);
}
