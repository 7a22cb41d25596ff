/** What kind of text it is, from what its rules matched: the date its dateline gives, and whether it tells history. */

import { civil, dayOf } from './calendar.ts';
import type { Context } from './context.ts';
import type { Match } from './grammar.ts';

/** So many dates with month and year make a story. */
const STORY = 3;

/** Sets the context's reference day, year and kind before the matches are read. */
export function lookAround(places: readonly (readonly Match[])[], context: Context): void {
  const matches = outermost(places);
  const dated = matches.filter(({ captures: c }) => c.month !== undefined && yearOf(c) !== undefined);
  if (context.reference === undefined) {
    context.reference = datelineOf(matches, context);
    context.year = dated.length ? yearOf(dated[0].captures) : undefined;
    context.narrative = context.reference === undefined && dated.length >= STORY;
    return;
  }
  const today = civil(context.reference).year;
  const far = dated.filter(({ captures }) => today - yearOf(captures)! > 1).length;
  const bare = matches.filter(
    ({ captures: c, rule }) => rule.name.includes('<weekday>') && c.month === undefined,
  ).length;
  context.narrative = far >= STORY && far > dated.length / 2 && far > bare;
  const explicit = matches.find(({ captures }) => yearOf(captures) !== undefined);
  context.year = context.narrative && explicit ? yearOf(explicit.captures) : today;
}

/** The longest match of each place that lies in no other. */
function outermost(places: readonly (readonly Match[])[]): Match[] {
  const found: Match[] = [];
  let end = 0;
  for (const [match] of places) {
    if (match.from < end) continue;
    found.push(match);
    end = match.to;
  }
  return found;
}

const yearOf = (c: Readonly<Record<string, number | undefined>>): number | undefined => c.year ?? c.shortyear;

/** "San Salvador, 10 Jan 90 (Acan-Efe) --", or a first line of its own: the day on which an undated text speaks. */
function datelineOf(matches: readonly Match[], { atoms }: Context): number | undefined {
  const first = matches[0];
  const { month, day } = first.captures;
  const year = yearOf(first.captures);
  if (year === undefined || month === undefined || day === undefined || atoms.start[first.from] > 200) return undefined;
  const behind = atoms.text.slice(atoms.end[first.to - 1], atoms.end[first.to - 1] + 3);
  const line = /\n$/.test(atoms.text.slice(0, atoms.start[first.from])) && /^\s*\n/.test(behind);
  return line || /^ ?[(–—-]/.test(behind) ? dayOf(year, month, day) : undefined;
}
