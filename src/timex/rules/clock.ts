/** Times of the day, alone or with their day: "10:30 p.m. PST", "noon Saturday", "0630 GMT", "4 a.m. EDT Thursday". */
import { dayAhead } from '../anchor.ts';
import type { Context } from '../context.ts';
import type { Captures, Reading, Rule } from '../rule.ts';
import { clockValue, dayValue } from '../value.ts';
import { MODS } from '../vocabulary.ts';

/** "T22:30", with Z for times that are given in UTC. */
function clockOf(c: Captures): string | undefined {
  let hour = c.hour;
  const minute = c.minute ?? 0;
  if (c.ampm !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + c.ampm;
  }
  if (hour > 24 || minute > 59) return undefined;
  return `${clockValue(hour, minute, c.second)}${c.zone === 0 ? 'Z' : ''}`;
}
/** The day of a time that is told alone: the one spoken of last, else the article's. */
function dayOfTime(context: Context): string {
  const ahead = dayAhead(context);
  if (ahead) return ahead;
  const day = context.day ?? context.reference;
  if (day !== undefined) return dayValue(day);
  return /^XXXX-\d\d-\d\d/.exec(context.previous ?? '')?.[0] ?? 'XXXX-XX-XX';
}
function alone(c: Captures, context: Context): Reading | undefined {
  const clock = clockOf(c);
  return clock === undefined ? undefined : { value: `${dayOfTime(context)}${clock}` };
}
const written = (c: Captures, context: Context): Captures => {
  const [hour, minute] = context.written(c.dotted).split('.');
  return { ...c, hour: Number(hour), minute: minute?.length === 2 ? Number(minute) : 99 };
};
const military = (c: Captures): Captures => ({ ...c, hour: Math.floor(c.figures / 100), minute: c.figures % 100 });

/** A time and its day as one expression. */
function together(c: Captures, context: Context): Reading | undefined {
  const date = context.dateOf(c);
  const time = context.rules[c.time].read(c, context) as Reading | undefined;
  const clock = time && /T.*$/.exec(time.value)?.[0];
  const day = date && /^[\dX]{4}-[\dXW]{2,3}-[\dX]{1,2}/.exec(date.value)?.[0];
  return clock && day ? { ...date, value: `${day}${clock}` } : undefined;
}

const AT = new Set([
  'at',
  'by',
  'until',
  'till',
  'from',
  'to',
  'since',
  'before',
  'after',
  'between',
  'and',
  'around',
  'about',
  'approximately',
  'nearly',
  '-',
  'than',
  'through',
]);
const ZONE = '( local time | <zone> | local )';

export const CLOCK: readonly Rule[] = [
  {
    name: '<hour>:<minute> <am/pm>? <zone>?',
    pattern: `<digits:hour> ~ : ~ <twodigits:minute> ( : ~ <twodigits:second> )? ( <ampm> | hours | hrs )? ( ${ZONE} )?`,
    type: 'TIME',
    named: true,
    part: 'time',
    read: (c, context) =>
      c.ampm !== undefined ||
      c.zone !== undefined ||
      AT.has(context.before) ||
      context.written(context.from).length === 2
        ? alone(c, context)
        : undefined,
    examples: [
      'The blast came at [2024-04-24T22:30 10:30 p.m. PST].',
      'It began at [2024-04-24T19:45 19:45] sharp.',
      'At [2024-04-24T06:30Z 06:30 GMT] it ended.',
    ],
    negatives: ['They won 3:2 in Oslo.'],
  },
  {
    name: '<hour> <am/pm> <zone>?',
    pattern: `<digits:hour> <ampm> ( ${ZONE} )?`,
    type: 'TIME',
    named: true,
    part: 'time',
    read: alone,
    examples: ['He called at [2024-04-24T18:00 6 p.m.] from home.', 'It opens at [2024-04-24T09:00 9am].'],
  },
  {
    name: '<hour>.<minute> <am/pm>',
    pattern: `<dotted> ( <ampm> ( ${ZONE} )? | hours | hrs | ${ZONE} )`,
    type: 'TIME',
    named: true,
    part: 'time',
    read: (c, context) => alone(written(c, context), context),
    examples: ['He called at [2024-04-24T19:30 7.30pm] from home.', 'It ends at [2024-04-24T20:00Z 20.00 GMT].'],
  },
  {
    name: '<hour><minute> <zone>',
    pattern: '<fourdigits:figures> ( ( hours | hrs | h ) ( <zone> | local time | local )? | local time | <zone> )',
    type: 'TIME',
    named: true,
    part: 'time',
    read: (c, context) => alone(military(c), context),
    examples: [
      'Shelling began at [2024-04-24T06:30Z 0630 GMT].',
      'They left at [2024-04-24T16:00 1600 hours].',
      'It struck at [2024-03-25T17:00Z 1700 GMT] ([2024-03-25T13:00 1pm EDT]) on [2024-03-25 Monday, 25 March].',
      'The bomb went off [2024-04-24 today] at [2024-04-24T03:00 0300 local time].',
    ],
  },
  {
    name: 'at <hour><minute>',
    pattern: '( at | between | around | about | until | by | approximately ) [ <fourdigits:figures> ]',
    type: 'TIME',
    named: true,
    read: (c, context) =>
      /^[01]\d[0-5]\d$|^2[0-3][0-5]\d$/.test(context.written(context.from)) && (c.figures < 1800 || c.figures > 2060)
        ? alone(military(c), context)
        : undefined,
    examples: ['The blasts occurred at [2024-04-24T11:30 1130] there.'],
  },
  {
    name: 'between <hour><minute> and <hour><minute>',
    pattern: '( between | from ) [ <fourdigits:first> ] ( and | to | - ) [ <fourdigits:figures> ]',
    type: 'TIME',
    named: true,
    read: (c, context) => {
      const isClock = (n: number) => n % 100 < 60 && n <= 2400 && (n < 1800 || n > 2060);
      const figures = context.written(context.from);
      if (
        !isClock(c.first) ||
        !isClock(c.figures) ||
        (c.first >= 1000 && !/^\d\d00$|^0/.test(figures) && c.first > 1700)
      )
        return undefined;
      return [alone(military({ ...c, figures: c.first }), context), alone(military(c), context)];
    },
    examples: ['It took place between [2024-04-24T02:00 0200] and [2024-04-24T03:00 0300] there.'],
  },
  {
    name: "<hour> o'clock",
    pattern: `<number:hour> o ' clock ( <ampm> | ( in the | at ) <daypart> )?`,
    type: 'TIME',
    named: true,
    part: 'time',
    read: (c, context) =>
      alone(c.daypart !== undefined && c.daypart > 0 && c.hour < 12 ? { ...c, hour: c.hour + 12 } : c, context),
    examples: ["He left at [2024-04-24T05:00 five o'clock]."],
  },
  {
    name: 'half past <hour>',
    pattern: '( half | a? quarter ) ( past | to ) <number:hour>',
    type: 'TIME',
    named: true,
    part: 'time',
    read: (c, context) => {
      if (!Number.isInteger(c.hour) || c.hour < 1 || c.hour > 12 || /^(percent|million|of|the)$/.test(context.after))
        return undefined;
      const half = context.word(context.from) === 'half';
      const to = context.word(context.to - 2) === 'to';
      if (half && to) return undefined;
      return alone({ ...c, hour: to ? c.hour - 1 : c.hour, minute: half ? 30 : to ? 45 : 15 }, context);
    },
    examples: ['It began at [2024-04-24T10:30 half past ten].', 'He came at [2024-04-24T05:15 quarter past five].'],
  },
  {
    name: '<hour> in the <daypart>',
    pattern: '( <digits:hour> | <number:hour> ) ( : <twodigits:minute> )? ( in the | at ) <daypart>',
    type: 'TIME',
    named: true,
    part: 'time',
    read: (c, context) =>
      c.hour > 12 || !AT.has(context.before)
        ? undefined
        : alone(
            c.daypart > 0 && c.hour < 12 && !(c.daypart === 3 && c.hour < 5) ? { ...c, hour: c.hour + 12 } : c,
            context,
          ),
    examples: ['His father will leave at [2024-04-24T04:00 4 in the morning].'],
  },
  {
    name: 'noon',
    pattern: `( noon | midday | midnight ) ( ${ZONE} )?`,
    type: 'TIME',
    named: true,
    part: 'time',
    read: (c, context) =>
      context.written(context.from - 1).toLowerCase() === 'high'
        ? undefined
        : alone({ ...c, hour: hasMidnight(context) ? 24 : 12 }, context),
    examples: ['It starts at [2024-04-24T12:00 noon].', 'It expires at [2024-04-24T24:00 midnight].'],
  },
  {
    name: '<near> <time>',
    pattern: '<near> <time>',
    type: 'TIME',
    named: true,
    read: (c, context) => {
      const time = context.rules[c.time].read(c, context) as Reading | undefined;
      return time && { ...time, mod: MODS[c.near] };
    },
    examples: ['Blasts were heard at [2024-04-24T24:00 approximately midnight].'],
  },
  {
    name: '<time> <date>',
    pattern: '<time> ,? ( on | of )? ( the )? <date>',
    type: 'TIME',
    named: true,
    read: together,
    examples: [
      'At [2024-04-22T22:00 10 p.m. Monday] he died.',
      'Until [2024-05-09T17:00 5 p.m. EST, May 9], it holds.',
      'It expires at [2024-04-29T24:00 midnight Monday] there.',
    ],
  },
];

function hasMidnight(context: Context): boolean {
  for (let at = context.from; at < context.to; at++) if (context.word(at) === 'midnight') return true;
  return false;
}
