/**
 * Which day, year or month an expression means that doesn't say it: by the article's date, by what the text named last, by the tense of
 * its clause.
 */
import { civil, dayOf, monthLength, weekdayOf } from './calendar.ts';
import type { Context } from './context.ts';
import type { Match } from './grammar.ts';
import type { Reading } from './rule.ts';
import { dayValue } from './value.ts';
import { OTHER } from './vocabulary.ts';

/** How far a time looks ahead for its day, in atoms. */
const LOOK_AHEAD = 12;

/** The day that stands right behind: "at 1700 GMT (1 p.m. EDT) on Monday". Only signs and known words lie between. */
export function dayAhead(context: Context): string | undefined {
  for (let i = context.place + 1; i < context.places.length; i++) {
    const [match] = context.places[i];
    if (match.from < context.to) continue;
    if (match.from > context.to + LOOK_AHEAD || !isLinked(context, match.from)) return undefined;
    const part = match.rule.part === 'date' || match.captures.date !== undefined;
    const reading = part ? readAt(context, match) : undefined;
    const day = reading && /^[\dX]{4}-\d\d-\d\d/.exec(reading.value)?.[0];
    if (day) return day;
  }
  return undefined;
}
function isLinked(context: Context, to: number): boolean {
  for (let at = context.to; at < to; at++)
    if (context.atoms.id[at] <= OTHER && /\w/.test(context.written(at))) return false;
  return true;
}
function readAt(context: Context, match: Match): Reading | undefined {
  const [from, to] = [context.from, context.to];
  [context.from, context.to] = [match.from, match.to];
  const reading =
    match.captures.date === undefined ? match.rule.read(match.captures, context) : context.dateOf(match.captures);
  [context.from, context.to] = [from, to];
  return Array.isArray(reading) ? reading[0] : (reading as Reading | undefined);
}

/** The year of a month that is named without one: nearest to the article's date, turned by the clause's tense. */
export function yearOf(context: Context, month: number, day?: number): number | undefined {
  if (context.narrative) return storyYear(context, month);
  if (context.reference === undefined) return context.year;
  const today = civil(context.reference);
  if (day === undefined && month === today.month) return today.year;
  const at = (year: number) => dayOf(year, month, Math.min(day ?? 15, monthLength(year, month)));
  const distance = (year: number) => Math.abs(at(year) - context.reference!);
  const near = [today.year - 1, today.year, today.year + 1].reduce((a, b) => (distance(b) < distance(a) ? b : a));
  const { tense } = context;
  const ended = context.written(context.from - 1) === 'ended';
  const past = tense < 0 || (tense === 0 && day === undefined && context.before === 'in');
  if (past && at(near) > context.reference && distance(near) > (ended ? 0 : day === undefined ? 45 : 100))
    return near - 1;
  if (tense > 0 && at(near) < context.reference && distance(near) > (day === undefined ? 40 : 75)) return near + 1;
  return near;
}

/** In a story the last year that was named, and the next one when December turns to January. */
function storyYear(context: Context, month: number): number | undefined {
  const before = /^(\d{4})-(\d\d)/.exec(context.previous ?? '');
  if (context.year === undefined || !before) return context.year;
  const [year, last] = [Number(before[1]), Number(before[2])];
  const turned = (year === context.year && last >= 11 && month <= 2) || (year === context.year + 1 && month >= last);
  return turned ? context.year + 1 : context.year;
}

/** The day of a bare weekday: the last one up to the article's date, or the next one where the clause looks ahead. */
export function bareWeekday(context: Context, weekday: number): number | undefined {
  if (context.reference === undefined) return undefined;
  const back = (weekdayOf(context.reference) - weekday + 7) % 7;
  const possessive = context.after === "'" && context.word(context.to + 1) === 's';
  if (context.tense > 0 && back > 0 && !possessive) return context.reference - back + 7;
  return context.reference - back;
}

/** A day as a value, with what had to be worked out. */
export function workedOut(day: number | undefined, unknown: string): Reading {
  return day === undefined ? { value: unknown } : { value: dayValue(day), implied: ['year', 'month', 'day'] };
}
