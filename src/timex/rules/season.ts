/** Seasons and halves of a year: "spring 2003", "the summer of 2017", "the first half of 1989". */

import { civil } from '../calendar.ts';
import type { Context } from '../context.ts';
import type { Captures, Reading, Rule } from '../rule.ts';
import { yearValue } from '../value.ts';
import { SEASONS, UNITS } from '../vocabulary.ts';
import { EARLY, edgeOf } from './edge.ts';

function seasonReading(c: Captures, context: Context): Reading {
  const year = c.year ?? (context.reference === undefined || context.narrative ? undefined : seasonYear(c, context));
  const article = c.early === undefined && c.edge === undefined && context.word(context.from) === 'the';
  return {
    value: `${yearValue(year)}-${SEASONS[c.season]}`,
    mod: edgeOf(c),
    ...(article && { from: context.from + 1 }),
  };
}
/** The season that is at hand or behind us; ahead where the clause looks ahead. */
function seasonYear(c: Captures, context: Context): number {
  const { year, month } = civil(context.reference!);
  const start = [3, 6, 9, 12][c.season];
  if (context.tense > 0) return month > start + 2 ? year + 1 : year;
  return month >= start ? year : year - 1;
}

const halfOf = (c: Captures): string => `H${c.ordinal === 1 ? 1 : 2}`;

/** "early", "the end of the", "the" */
const NAMED = `( the? ${EARLY} the? | the )`;

export const SEASON: readonly Rule[] = [
  {
    name: '<early>? <season> <year>',
    pattern: `( ${NAMED} )? <season> ( of | , )? <year>`,
    type: 'DATE',
    named: true,
    read: seasonReading,
    examples: ['It began in [2003-SP spring 2003].', 'They return in the [2017-SU summer of 2017].'],
  },
  {
    name: 'in <season>',
    pattern: `( ( in | since | by | until ) [ ( ${NAMED} )? <season> ] | ( over | during | throughout | through | for ) [ ${NAMED} <season> ] ) !of`,
    type: 'DATE',
    named: true,
    read: seasonReading,
    examples: ['Over the [2023-SU summer] prices rose.', 'A conference was held in [2024-SP spring].'],
    negatives: ['The fall of Kabul was quick.', 'They fell in the fall of the city.'],
  },
  {
    name: 'the <ordinal> half of <year>',
    pattern: 'the? <ordinal> -? half of? ( <year> | this <unit> | the <unit> )',
    type: 'DATE',
    read: halfReading,
    examples: ['In [2015-H1 the first half of 2015] it fell.', 'It rose in [2024-H2 the second half of the year].'],
  },
  {
    name: 'the last half of <year>',
    pattern: '( the )? ( last | latter ) half of ( the )? <year>',
    type: 'DATE',
    read: (c) => ({ value: `${yearValue(c.year)}-H2` }),
    examples: ['Earnings for [1989-H2 the last half of 1989] fell.'],
  },
  {
    name: 'H1 <year>',
    pattern: 'h ~ <digit:ordinal> ( of )? <year>',
    type: 'DATE',
    named: true,
    read: halfReading,
    examples: ['It grew in [2020-H1 H1 2020] again.'],
  },
];

function halfReading(c: Captures, context: Context): Reading | undefined {
  if (c.ordinal > 2 || (c.unit !== undefined && UNITS[c.unit] !== 'year')) return undefined;
  const year = c.year ?? (context.reference === undefined ? undefined : civil(context.reference).year);
  return { value: `${yearValue(year)}-${halfOf(c)}` };
}
