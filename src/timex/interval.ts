/** The stretch of the calendar that a value stands for. */
import type { Interval } from '../document/schema.ts';
import { addMonths, dayOf, mondayOf } from './calendar.ts';
import { dayValue } from './value.ts';

const days = (from: number, to: number): Interval => ({ start: dayValue(from), end: dayValue(to) });
const years = (from: number, to: number): Interval => days(dayOf(from, 1, 1), dayOf(to, 1, 1));
function months(year: number, month: number, n: number): Interval {
  const end = addMonths(year, month, n);
  return days(dayOf(year, month, 1), dayOf(end.year, end.month, 1));
}
const SEASON_STARTS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

function whole(value: string): Interval | undefined {
  const [, year, rest = ''] = /^(\d{4})(-.*)?$/.exec(value) ?? [];
  if (year === undefined) {
    if (/^\d{3}$/.test(value)) return years(Number(value) * 10, Number(value) * 10 + 10);
    if (/^\d{2}$/.test(value)) return years(Number(value) * 100, Number(value) * 100 + 100);
    return undefined;
  }
  const y = Number(year);
  if (rest === '') return years(y, y + 1);
  const part = rest.slice(1);
  if (/^\d\d$/.test(part)) return months(y, Number(part), 1);
  if (/^Q[1-4]$/.test(part)) return months(y, Number(part[1]) * 3 - 2, 3);
  if (/^H[12]$/.test(part)) return months(y, Number(part[1]) * 6 - 5, 6);
  if (part in SEASON_STARTS) return months(y, SEASON_STARTS[part], 3);
  return inWeekOrDay(y, part);
}
function inWeekOrDay(year: number, part: string): Interval | undefined {
  const week = /^W(\d\d)(-WE)?$/.exec(part);
  if (week) {
    const monday = mondayOf(year, Number(week[1]));
    return week[2] ? days(monday + 5, monday + 7) : days(monday, monday + 7);
  }
  const day = /^(\d\d)-(\d\d)/.exec(part);
  if (!day) return undefined;
  const at = dayOf(year, Number(day[1]), Number(day[2]));
  const clock = /T(\d\d):(\d\d)/.exec(part);
  return clock ? minute(at, Number(clock[1]), Number(clock[2]), part.endsWith('Z') ? 'Z' : '') : days(at, at + 1);
}
function minute(day: number, hour: number, minutes: number, zone: string): Interval {
  const at = (all: number) => {
    const d = day + Math.floor(all / 1440);
    const m = all - Math.floor(all / 1440) * 1440;
    return `${dayValue(d)}T${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}${zone}`;
  };
  const from = hour * 60 + minutes;
  return { start: at(from), end: at(from + 1) };
}

/** A third of a month is ten days, of a longer stretch its third to the day. */
function third(all: Interval, value: string, mod: string): Interval {
  const [start, end] = [dayNumber(all.start), dayNumber(all.end)];
  const month = /^\d{4}-\d\d$/.test(value);
  const cut = (n: number) => start + (month ? 10 * n : Math.floor(((end - start) * n) / 3));
  if (mod === 'START') return days(start, cut(1));
  if (mod === 'MID') return days(cut(1), cut(2));
  return days(cut(2), end);
}
const dayNumber = (iso: string): number =>
  dayOf(Number(iso.slice(0, -6)), Number(iso.slice(-5, -3)), Number(iso.slice(-2)));

/**
 * @param mod TIMEX3 modifier: START, MID and END narrow the interval.
 * @returns nothing for durations, sets, references and values with unknown parts.
 */
export function intervalOf(value: string, mod?: string): Interval | undefined {
  const range = /^(\d{4})\/(\d{4})$/.exec(value);
  if (range) return years(Number(range[1]), Number(range[2]) + 1);
  const all = whole(value);
  if (!all || /T/.test(all.start)) return all;
  const spans = /^\d{2,4}$|^\d{4}-(\d\d|Q\d|H\d|W\d\d|[A-Z]{2})$/.test(value);
  return spans && (mod === 'START' || mod === 'MID' || mod === 'END') ? third(all, value, mod) : all;
}
