/** Days counted from the one on which the text speaks, and their parts: "yesterday", "last Thursday", "Tuesday night", "overnight". */

import { bareWeekday, workedOut } from '../anchor.ts';
import { weekdayOf } from '../calendar.ts';
import type { Context } from '../context.ts';
import type { Captures, Reading, Rule } from '../rule.ts';
import { DAY_PARTS } from '../vocabulary.ts';
import { edgeOf } from './edge.ts';

const day = (context: Context, shift: number): Reading =>
  workedOut(context.reference === undefined ? undefined : context.reference + shift, 'XXXX-XX-XX');
const withPart = (reading: Reading, part: number | string, mod?: string): Reading => ({
  ...reading,
  value: `${reading.value}T${typeof part === 'string' ? part : DAY_PARTS[part]}`,
  ...(mod && { mod }),
});

/** "last Thursday": the one of the week before, or the last one behind us; "next Friday" the one to come. */
function weekworkedOut(c: Captures, context: Context): Reading | undefined {
  const unknown = `XXXX-WXX-${c.weekday}`;
  const { reference } = context;
  if (context.narrative) return workedOut(following(context.day, c.weekday), unknown);
  if (reference === undefined) return { value: context.weekdays.get(c.weekday) ?? unknown };
  const back = (weekdayOf(reference) - c.weekday + 7) % 7;
  const mod = edgeOf(c);
  const at = (shift: number): Reading => ({ ...day(context, shift), mod });
  if (c.direction === -1 && !hasLast(context)) return undefined;
  if (c.direction === -1) return at(back === 0 ? -7 : -back);
  if (c.direction === 1) return at(back === 0 ? 7 : 7 - back);
  if (c.direction === 0) return at(c.weekday - weekdayOf(reference));
  return { ...workedOut(bareWeekday(context, c.weekday), unknown), mod };
}
/** "previous" and "prior" count from the day spoken of (`anaphoric.ts`). */
function hasLast(context: Context): boolean {
  for (let at = context.from; at < context.to; at++) if (/^(last|past)$/.test(context.word(at))) return true;
  return false;
}
const following = (from: number | undefined, weekday: number): number | undefined =>
  from === undefined ? undefined : from + ((weekday - weekdayOf(from) + 7) % 7);

/** "USA Today", "World News Tonight": a name. */
const isTitle = (context: Context): boolean =>
  /^[A-Z]/.test(context.written(context.to - 1)) && /^[A-Z]/.test(context.written(context.from - 1));

export const DEICTIC: readonly Rule[] = [
  {
    name: 'today',
    pattern: '<early>? today',
    type: 'DATE',
    part: 'date',
    read: (c, context) => {
      if (isTitle(context)) return undefined;
      return context.narrative ? { value: 'PRESENT_REF' } : { ...day(context, 0), mod: edgeOf(c) };
    },
    examples: ['He said [2024-04-24 today] that it ends.', 'undated: He said [XXXX-XX-XX today] that it ends.'],
    negatives: ['He told USA Today that it ends.'],
  },
  {
    name: 'yesterday',
    pattern: '( <early> )? yesterday ( <daypart> )?',
    type: 'DATE',
    part: 'date',
    read: (c, context) =>
      c.daypart === undefined
        ? { ...day(context, -1), mod: edgeOf(c) }
        : { ...withPart(day(context, -1), c.daypart), type: 'TIME' },
    examples: [
      'It closed at $9 [2024-04-23 yesterday].',
      '[2024-04-23 Earlier yesterday], it fell.',
      '[2024-04-23TMO Yesterday morning] it rained.',
    ],
  },
  {
    name: 'the day before yesterday',
    pattern: 'the day before yesterday',
    type: 'DATE',
    part: 'date',
    read: (_, context) => day(context, -2),
    examples: ['They left [2024-04-22 the day before yesterday].'],
  },
  {
    name: 'the day after tomorrow',
    pattern: 'the day after tomorrow',
    type: 'DATE',
    part: 'date',
    read: (_, context) => day(context, 2),
    examples: ['They leave [2024-04-26 the day after tomorrow].'],
  },
  {
    name: 'tomorrow',
    pattern: '( <early> )? tomorrow ( <daypart> )?',
    type: 'DATE',
    part: 'date',
    read: (c, context) =>
      c.daypart === undefined
        ? { ...day(context, 1), mod: edgeOf(c) }
        : { ...withPart(day(context, 1), c.daypart), type: 'TIME' },
    examples: ['We will be back [2024-04-25 tomorrow].', 'They meet [2024-04-25TNI tomorrow night].'],
  },
  {
    name: 'tonight',
    pattern: '( tonight | ( <early> )? this evening )',
    type: 'TIME',
    part: 'date',
    read: (c, context) => withPart(day(context, 0), context.word(context.from) === 'tonight' ? 'NI' : 'EV', edgeOf(c)),
    examples: ['He speaks [2024-04-24TNI tonight] in Paris.'],
  },
  {
    name: 'this <daypart>',
    pattern: '( <early> )? this ( very )? ( <early> )? <daypart>',
    type: 'TIME',
    part: 'date',
    read: (c, context) => withPart(day(context, 0), c.daypart, edgeOf(c)),
    examples: ['It will be disclosed [2024-04-24TMO this morning].'],
  },
  {
    name: 'last <daypart>',
    pattern: '( <early> )? last <daypart>',
    type: 'TIME',
    part: 'date',
    read: (c, context) => withPart(day(context, -1), c.daypart, edgeOf(c)),
    examples: ['CBS first reported [2024-04-23TNI last night] that he left.'],
  },
  {
    name: 'overnight',
    pattern: 'overnight',
    type: 'TIME',
    read: (_, context) => withPart(day(context, -1), 'NI'),
    examples: ['Shells fell [2024-04-23TNI overnight] on the town.'],
  },
  {
    name: '<direction>? <weekday>',
    pattern: '( <early> | the )? ( ( this | on this )? ( <direction> ) )? <weekday>',
    type: 'DATE',
    named: true,
    part: 'date',
    read: weekworkedOut,
    examples: [
      'Police confirmed [2024-04-22 Monday] that he died.',
      'They will meet on [2024-04-26 Friday] in Oslo.',
      '[2024-04-18 Last Thursday] and [2024-04-19 Friday], rockets were fired.',
      'The talks resume [2024-04-29 next Monday].',
      'undated: He came on [XXXX-WXX-5 Friday].',
    ],
    negatives: ['The Sun set over the hill.', 'He sat in the sun.'],
  },
  {
    name: '<weekday> <daypart>',
    pattern: '( <early> ( on )? )? ( ( the )? <direction> )? <weekday> ( <early> )? <daypart>',
    type: 'TIME',
    named: true,
    part: 'date',
    read: (c, context) => {
      const weekday = weekworkedOut(c, context);
      return weekday && withPart(weekday, c.daypart, edgeOf(c));
    },
    examples: ['The boats arrived [2024-04-23TNI Tuesday night].', 'They met [2024-04-22TMO early Monday morning].'],
  },
  {
    name: 'the early hours of <date>',
    pattern: '( the )? <early> hours of ( the )? <date>',
    type: 'TIME',
    read: (c, context) => {
      const date = context.dateOf(c);
      return (
        date && { ...date, value: /T/.test(date.value) ? date.value : `${date.value}TMO`, mod: edgeOf(c), type: 'TIME' }
      );
    },
    examples: ['It came in [2024-04-21TMO the early hours of Sunday morning] in Karrada.'],
  },
];
