/** Stretches of time by their length: "for six months", "the past two years", "a 20-year war", "more than four hours". */
import type { Context } from '../context.ts';
import type { Captures, Reading, Rule } from '../rule.ts';
import { VAGUE } from '../terms/index.ts';
import { compoundValue, durationValue } from '../value.ts';
import { UNITS } from '../vocabulary.ts';
import { hedgeOf } from './edge.ts';

function length(c: Captures, context: Context): Reading | undefined {
  const unit = UNITS[c.units ?? c.unit];
  if (unit === 'second' && c.units === undefined && c.count === 1) return undefined;
  if (isCompound(context) || isShare(unit, context)) return undefined;
  const count = c.half !== undefined && c.count !== VAGUE ? c.count + 0.5 : c.count;
  return { value: durationValue(count, unit), mod: hedgeOf(c) };
}

/** "a month-long war", "a three-year-old": the unit belongs to the word behind it. */
const isCompound = (context: Context): boolean =>
  /^(long|old)$/.test(context.word(context.to + 1)) && context.word(context.to) === '-';

/** Units that stand in the singular behind a number: "a six month ban", not "3 second". */
const isLong = (unit: string): boolean => /^(minute|hour|day|week|month|year)$/.test(unit);
/** "a quarter of the fund", "a quarter mile": a share, unless the phrase ends there. */
const isShare = (unit: string, context: Context): boolean => unit === 'quarter' && /^(-|[a-z%]+)$/.test(context.after);

const vague = (c: Captures): Reading => ({ value: durationValue(VAGUE, UNITS[c.units]) });

export const DURATION: readonly Rule[] = [
  {
    name: '<count> <unit>',
    pattern: `<hedge>? <count> ( ( more | or so | full | whole | straight | consecutive | additional | further | calendar | trading | working | business | long | or more | plus )? <units> | <unit> )`,
    type: 'DURATION',
    read: (c, context) =>
      c.unit !== undefined && c.count > 1 && !isLong(UNITS[c.unit]) ? undefined : length(c, context),
    examples: [
      'After [P6M six months] of calm, militias resumed.',
      'She took the stand for [PT4H more than four hours].',
      'It began in [P3M nearly three months].',
      'They were held for [P2Y6M 2 1/2 years] there.',
      'It changed over [PXY several years].',
      'She stayed for [P1W a week].',
      'The war lasted [P40Y four decades].',
    ],
    negatives: ['He came in a second place.', 'It fell 20 percent.'],
  },
  {
    name: '<count> <unit> and <count> <unit>',
    pattern: '<hedge>? <count> ( <units> | <unit> ) ( , | and )? <number:more> ( <units:smaller> | <unit:smaller> )',
    type: 'DURATION',
    read: (c) => {
      const value = compoundValue(c.count, UNITS[c.units ?? c.unit], c.more, UNITS[c.smaller]);
      return value === undefined ? undefined : { value, mod: hedgeOf(c) };
    },
    examples: ['It took [PT3H20M 3 hours 20 minutes].', 'He served [P1Y6M one year and six months].'],
  },
  {
    name: '<count> <unit> and a half',
    pattern: `<hedge>? <count> ( <units> | <unit> ) and a half`,
    type: 'DURATION',
    read: (c) => ({
      value: durationValue(c.count + 0.5, UNITS[c.units ?? c.unit]),
      mod: hedgeOf(c),
    }),
    examples: ['After [PT1M30S a minute and a half] of silence it began.'],
  },
  {
    name: '<number>-<unit>',
    pattern: '<hedge>? <number:count> - ( <unit> | <units> ) ( - long )?',
    type: 'DURATION',
    read: length,
    examples: [
      'The [P20Y 20-year] war ended.',
      'A [PT16H 16-hour] flight took them there.',
      'They agreed on a [P3Y three-year] plan.',
    ],
    negatives: ['A 14-year-old boy died.'],
  },
  {
    name: '<unit>-long',
    pattern: '( <unit> - long | <units> - ( long | old ) )',
    type: 'DURATION',
    read: (c) => ({ value: durationValue(c.units === undefined ? 1 : VAGUE, UNITS[c.units ?? c.unit]) }),
    examples: [
      'It fought a [P1M month-long] war.',
      'The [PXY decades-long] battle ended.',
      'They ended the [PXY years-old] slump.',
    ],
  },
  {
    name: '<number> <unit> old',
    pattern: '<count> -? ( <units> | <unit> ) -? ( old | of age )',
    type: 'DURATION',
    guard: true,
    read: () => [],
    examples: ['He was 14 years old in [2003 2003].'],
    negatives: ['He is 14 years old.', 'A three-month-old baby cried.'],
  },
  {
    name: 'the <direction> <count>? <units>',
    pattern: `<hedge>? the ( very )? <direction> <hedge>? ( <count> | <ordinal> )? ( more | full | consecutive | trading )? <units>`,
    type: 'DURATION',
    read: directed,
    examples: [
      'Over [P2Y the past two years] prices rose.',
      'In [PXY the coming years] it will grow.',
      'Jobs held over [P20Y the last 20 years] changed.',
      'Within [PT72H the next 72 hours] they leave.',
    ],
  },
  {
    name: '<direction> <count> <units>',
    pattern: '( these | those | its | his | her | their | our | my | s ) [ <direction> <number:count> <units> ]',
    type: 'DURATION',
    read: directed,
    examples: ['He fought well in these [P5D past 5 days] of combat.'],
  },
  {
    name: 'the first <count> <units>',
    pattern: `the first ( <count> )? <units>`,
    type: 'DURATION',
    read: (c) => ({ value: durationValue(c.count ?? VAGUE, UNITS[c.units]) }),
    examples: ['Profit rose in [P9M the first nine months].'],
  },
  {
    name: 'the <count> <units>',
    pattern: `the ( <number:count> | few ) <units>`,
    type: 'DURATION',
    read: (c) => ({ value: durationValue(c.count ?? VAGUE, UNITS[c.units]) }),
    examples: ['Losses for [P9M the nine months] grew.'],
  },
  {
    name: 'recent <units>',
    pattern: 'the? ( ( more | most )? recent | coming | past ) <units> ( and <units:more> )?',
    type: 'DURATION',
    read: (c) => ({ value: durationValue(VAGUE, UNITS[c.units]) }),
    examples: ['Attacks rose in [PXY recent years].', 'There were raids in [PXD recent days].'],
  },
  {
    name: '<number> to <number> <units>',
    pattern: `<hedge>? ( the )? ( <direction> )? <number:count> ( to | or | - ) <number:upper> -? ( <units> | <unit> )`,
    type: 'DURATION',
    read: (c) => ({ value: durationValue(c.count, UNITS[c.units ?? c.unit]), mod: 'EQUAL_OR_MORE' }),
    examples: ['It ends within [P2W two to three weeks].', 'A wait of [PT12H 12-18 hours] followed.'],
  },
  {
    name: 'a <unit> or two',
    pattern: '( a | an | one ) <unit> or ( two | so )',
    type: 'DURATION',
    read: (c) => ({ value: durationValue(1, UNITS[c.unit]), mod: 'APPROX' }),
    examples: ['You may save some in [P1Y a year or two].'],
  },
  {
    name: 'a <number>-<unit> period',
    pattern: 'a <number:count> - <unit> period',
    type: 'DURATION',
    read: (c) => ({ value: durationValue(c.count, UNITS[c.unit]) }),
    examples: ['He sold it over [P3Y a three-year period].'],
  },
  {
    name: 'for <units>',
    pattern: '( for | within | in | after | just | only ) [ <units> ]',
    type: 'DURATION',
    read: vague,
    examples: ['For [PXW weeks] they held rallies.', 'It came just [PXD days] after the attack.'],
  },
  {
    name: 'the <units> before',
    pattern:
      '( in | during | over | for | of ) [ the <units> ] ( before | after | following | leading | since | that )',
    type: 'DURATION',
    read: vague,
    examples: ['In [PXD the days] before the slaying he hid.'],
  },
  {
    name: 'the <units> ahead',
    pattern: 'the <units> ( ahead | to come )',
    type: 'DURATION',
    read: vague,
    examples: ['It may sell more in [PXW the weeks ahead].'],
  },
  {
    name: 'over the <units>',
    pattern: 'over [ the <units> ]',
    type: 'DURATION',
    read: vague,
    examples: ['It grew over [PXY the years].'],
  },
  {
    name: 'the <ordinal> <unit> of',
    pattern: '[ the ( first | last | final | opening ) <unit> ] of',
    type: 'DURATION',
    read: (c) =>
      /^(week|month|year|hour|decade)$/.test(UNITS[c.unit]) ? { value: durationValue(1, UNITS[c.unit]) } : undefined,
    examples: ['Many died in [P1W the first week] of the operation.'],
  },
  {
    name: 'the latest <count> <units>',
    pattern: 'the ( latest | full | remaining | final | opening ) <number:count> <units>',
    type: 'DURATION',
    read: (c) => ({ value: durationValue(c.count, UNITS[c.units]) }),
    examples: ['It rose in [P9M the latest nine months].'],
  },
  {
    name: '<units> after',
    pattern: '( [ <units> ] ( after | before ) | [ <units> ( earlier | later ) ] )',
    type: 'DURATION',
    read: (c, context) =>
      context.word(context.to - 1) === 'earlier'
        ? { value: 'PAST_REF', type: 'DATE' }
        : { value: durationValue(VAGUE, UNITS[c.units]) },
    examples: ['He was held, [PXM months] after the politician was.', '[PAST_REF Days earlier] he had fled.'],
  },
  {
    name: '<number>-plus <units>',
    pattern: 'the? <direction>? <number:count> - plus <units>',
    type: 'DURATION',
    read: (c) => ({ value: durationValue(c.count, UNITS[c.units]), mod: 'MORE_THAN' }),
    examples: ['It made progress over [P20M the past 20-plus months] there.'],
  },
  {
    name: 'a while',
    pattern: '( a while | a long time | a short time | some time | quite some time | a short while | a long while )',
    type: 'DURATION',
    read: (_, context) => (context.word(context.to) === 'to' ? undefined : { value: 'PX' }),
    examples: ['They lived there for [PX a while].'],
  },
];

function directed(c: Captures): Reading {
  const unit = UNITS[c.units];
  return { value: durationValue(c.count ?? VAGUE, unit), mod: hedgeOf(c) };
}
