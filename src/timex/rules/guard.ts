/** What is written like a month or a year and is none: "Theresa May", "2000 troops", "$1990", "555-2003". */
import type { Context } from '../context.ts';
import type { Captures } from '../rule.ts';

/** Months that are names or verbs too: "Theresa May said", "May we …", "March on Washington", "April Jones". */
const DOUBTFUL = new Set([3, 4, 5, 6, 8]);
const MAY = 5;
const MARCH = 3;

/** Whether a month without day and year is another word; abbreviations ("Jan", "Mar") are doubtful too. */
export function isOtherWord(c: Captures, context: Context): boolean {
  if (!DOUBTFUL.has(c.month) && context.written(context.from).length > 3) return false;
  const cued = context.isA(context.from - 1, 'timecue');
  if (cued && context.before !== 'and' && context.before !== ',') return false;
  const previous = context.written(context.from - 1);
  const next = context.written(context.to);
  if (/^[A-Z]/.test(previous) || (/^[A-Z][a-z]/.test(next) && context.before !== 'in')) return true;
  if (c.month === MAY) return !cued && !/^(after|\.|,|;|\)|'s)$/.test(next);
  return c.month === MARCH && !cued && /^[a-z]/.test(previous);
}

/** Whether four digits are a year: near our time unless a preposition says so, and nothing counted stands behind them. */
export function isYear({ year, early, edge }: Captures, context: Context): boolean {
  if (early !== undefined || edge !== undefined || context.word(context.to - 2) === 'year') return true;
  if (isInCode(context)) return false;
  if (year < 1800 || year > 2060) return /^(in|since|circa|by|until)$/.test(context.before);
  if (context.isA(context.to, 'counted')) return false;
  const round = year % 100 === 0 && !context.isA(context.from - 1, 'timecue');
  return !round || !/^[a-z]+s$/.test(context.written(context.to));
}

/** A part of something longer: "555-2003", "2024-44-22", "2003/17:05", "v.1998". A range of years is none. */
function isInCode(context: Context): boolean {
  const { atoms, from, to } = context;
  const isGlued = (at: number): boolean => at < atoms.length && at > 0 && atoms.start[at] === atoms.end[at - 1];
  const before = context.written(from - 1);
  if (isGlued(from) && /^[-/.:#\dA-Z]/.test(before)) {
    const ranged = /[-/]/.test(before) && /^(\d{4}|[A-Za-z]+)$/.test(context.written(from - 2));
    if (!ranged) return true;
  }
  const after = context.written(to);
  const next = context.written(to + 1);
  if (!/^\d/.test(next)) return false;
  if (isGlued(to) && /^[/:#+]$/.test(after)) return after !== '/' || !/^\d{2}(\d\d)?$/.test(next);
  return after === '-' && context.word(to + 2) === '-';
}
