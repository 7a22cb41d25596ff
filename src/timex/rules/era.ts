/** Decades, centuries and years before and after Christ: "the 1990s", "the late 19th century", "44 BC". */
import type { Context } from '../context.ts';
import type { Captures, Reading, Rule } from '../rule.ts';
import { yearValue } from '../value.ts';
import { EARLY, edgeOf } from './edge.ts';

export const ERA: readonly Rule[] = [
  {
    name: '<year> BC',
    pattern: '( <year> | <digits> ) ( bc | bce | b . c . | b . c )',
    type: 'DATE',
    named: true,
    read: (c) => ({ value: `BC${String(c.year ?? c.digits).padStart(4, '0')}` }),
    examples: ['The temple fell in [BC0586 586 BC].'],
  },
  {
    name: 'AD <year>',
    pattern: '( ad ( <year> | <digits> ) | ( <year> | <digits> ) ( ad | ce | a . d . ) )',
    type: 'DATE',
    named: true,
    read: (c, context) =>
      /^(AD|CE|A)$/.test(context.written(context.word(context.from) === 'ad' ? context.from : context.from + 1))
        ? { value: yearValue(c.year ?? c.digits) }
        : undefined,
    examples: ['The city fell in [0079 AD 79].', 'It stood until [1000 1000 AD].'],
    negatives: ['The ad 5 of them saw ran.'],
  },
  {
    name: '<early>? <decade>',
    pattern: `( the )? ( ${EARLY} ( the )? )? ( <fourdigits:year> ~ s | <fourdigits:year> ' ~ s | ' ~ <twodigits:short> ~ s | <twodigits:short> ~ s | <decade> )`,
    type: 'DATE',
    read: (c, context) => {
      if (c.year !== undefined)
        return c.year % 10 === 0 ? { value: yearValue(c.year).slice(0, 3), mod: edgeOf(c) } : undefined;
      const short = c.short ?? c.decade;
      if (short % 10 !== 0 || (c.decade !== undefined && !hasArticle(context))) return undefined;
      if (context.word(context.from) === '' && !hasArticle(context)) return undefined;
      return { value: String(short < 30 ? 200 + short / 10 : 190 + short / 10), mod: edgeOf(c) };
    },
    examples: [
      'The stock peaked in [198 the early 1980s].',
      'It fell through [199 the nineties].',
      "By [199 the mid-1990s] it held half of the market of [198 the '80s].",
    ],
    negatives: ['He was in his 30s.'],
  },
  {
    name: '<early>? <ordinal> century',
    pattern: `( the )? ( ${EARLY} ( the )? )? <ordinal> - ( century | centuries )`,
    type: 'DATE',
    read: centuryReading,
    examples: ['A [18 19th-century] palace burned.'],
  },
  {
    name: '<early>? the <ordinal> century',
    pattern: `( the )? ( ${EARLY} ( the )? )? <ordinal> century`,
    type: 'DATE',
    read: centuryReading,
    examples: ['In [20 the 21st century] wars changed.', 'It stood since [16 the early seventeenth century].'],
  },
];

function centuryReading(c: Captures): Reading | undefined {
  if (c.ordinal < 1 || c.ordinal > 30) return undefined;
  return { value: String(c.ordinal - 1).padStart(2, '0'), mod: edgeOf(c) };
}
const hasArticle = (context: Context): boolean => context.word(context.from) === 'the';
