/** What recurs: "every Friday", "twice a week", "daily", "$5 a share a year". */
import type { Context } from '../context.ts';
import type { Rule } from '../rule.ts';
import { VAGUE } from '../terms/index.ts';
import { durationValue } from '../value.ts';
import { DAY_PARTS, FREQUENCIES, UNITS } from '../vocabulary.ts';

/** Verbs in -s in front of a length ("it lasts a day"), and words that compare ("a year ago"). */
const LASTS = /^(takes|lasts|needs|spends|comes|was|has|his|its|this|gets|gives|plus|perhaps)$/;
const COMPARES = /^(ago|earlier|later|before|after|-)$/;
/** "interviews a day", "$500 million a year": what is told by the day or year. */
function isAmount(context: Context): boolean {
  if (COMPARES.test(context.after)) return false;
  if (/^(million|billion|thousand|hundred|percent|%|times)$/.test(context.before)) return true;
  if (context.isA(context.from - 1, 'counted')) return true;
  const before = context.written(context.from - 1);
  return context.word(context.from - 1) === '' && /^[a-z]{3,}[^s]s$/.test(before) && !LASTS.test(before);
}

export const SET: readonly Rule[] = [
  {
    name: 'every <unit>',
    pattern: '( almost | nearly )? ( each | every ) ( single | and every )? <unit>',
    type: 'SET',
    read: (c, context) => {
      const unit = UNITS[c.unit];
      if (unit === 'second' && context.word(context.from) !== 'every') return undefined;
      return { value: unit === 'quarter' ? 'P1Q' : durationValue(1, unit) };
    },
    examples: ['I pray for him [P1D every day].', 'Revenue [P1M each month] is set aside.'],
  },
  {
    name: 'every <count> <units>',
    pattern: '( each | every ) ( <number:count> | other | few | couple of ) ( <units> | <unit> )',
    type: 'SET',
    read: (c, context) => {
      const other = context.word(context.from + 1);
      return { value: durationValue(c.count ?? (other === 'few' ? VAGUE : 2), UNITS[c.units ?? c.unit]) };
    },
    examples: ['They meet [P2Y every two years].', 'It rains [P2D every other day].'],
  },
  {
    name: 'every <weekday> and <weekday>',
    pattern: '[ ( each | every ) <weekday:first> ] and [ <weekday> ]',
    type: 'SET',
    read: (c) => [{ value: `XXXX-WXX-${c.first}` }, { value: `XXXX-WXX-${c.weekday}` }],
    examples: ['They meet [XXXX-WXX-1 every Monday] and [XXXX-WXX-4 Thursday].'],
  },
  {
    name: 'on weekends',
    pattern: 'on [ weekends ]',
    type: 'SET',
    read: () => ({ value: 'XXXX-WXX-WE' }),
    examples: ['It is open on [XXXX-WXX-WE weekends].'],
  },
  {
    name: 'every <weekday>',
    pattern: '( each | every ) ( <weekday> | <month> | <daypart> | <season> | weekday )',
    type: 'SET',
    read: (c) => {
      if (c.weekday !== undefined) return { value: `XXXX-WXX-${c.weekday}` };
      if (c.month !== undefined) return { value: `XXXX-${String(c.month).padStart(2, '0')}` };
      if (c.daypart !== undefined) return { value: `XXXX-XX-XXT${DAY_PARTS[c.daypart]}` };
      return { value: c.season !== undefined ? 'P1Y' : 'P1D' };
    },
    examples: ['They protest [XXXX-WXX-5 every Friday].'],
  },
  {
    name: 'on <weekdays>',
    pattern: '<weekdays>',
    type: 'SET',
    read: (c) => ({ value: `XXXX-WXX-${c.weekdays}` }),
    examples: ['They march on [XXXX-WXX-5 Fridays].'],
  },
  {
    name: 'twice a <unit>',
    pattern: '( once | twice | <number> times ) ( a | an | each | every | per ) <unit>',
    type: 'SET',
    read: (c) => ({ value: durationValue(1, UNITS[c.unit]) }),
    examples: ['They meet [P1W twice a week].'],
  },
  {
    name: 'daily',
    pattern: '<daily>',
    type: 'SET',
    read: (c, context) => {
      const capital = /^[A-Z]/.test(context.written(context.from));
      const beside = /^[A-Z]/.test(context.written(context.to)) || /^[\w-]/.test(context.written(context.from - 1));
      const name = capital && beside;
      return name ? undefined : { value: FREQUENCIES[c.daily] };
    },
    examples: ['He held rallies almost [P1D daily].', 'The [P1W weekly] meeting was held.'],
    negatives: ['The Daily Mail said so.'],
  },
  {
    name: '<plural> a <unit>',
    pattern: '( a | an ) <unit>',
    type: 'SET',
    read: (c, context) => (isAmount(context) ? { value: durationValue(1, UNITS[c.unit]) } : undefined),
    examples: ['They sell fifty thousand records [P1Y a year] there.', 'It saves $500 million [P1Y a year] in all.'],
  },
  {
    name: 'a <unit> (per)',
    pattern: '( percent | % | times | people | barrels | tons | tonnes | dollars | <few> ) ( a | an ) [ <unit> ]',
    type: 'SET',
    read: (c) => (c.unit === undefined ? undefined : { value: durationValue(1, UNITS[c.unit]) }),
    examples: ['It grew ten percent a [P1Y year] then.'],
  },
];
