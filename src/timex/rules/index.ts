/** Every rule, in the order in which they are tried; of two that match equally much the first counts. */
import type { Rule } from '../rule.ts';
import { ANAPHORIC } from './anaphoric.ts';
import { CALENDAR } from './calendar.ts';
import { CLOCK } from './clock.ts';
import { DAYPART } from './daypart.ts';
import { DEICTIC } from './deictic.ts';
import { DURATION } from './duration.ts';
import { ERA } from './era.ts';
import { FISCAL } from './fiscal.ts';
import { HOLIDAY } from './holiday.ts';
import { NUMERIC } from './numeric.ts';
import { RANGE } from './range.ts';
import { REFERENCE } from './reference.ts';
import { RELATIVE } from './relative.ts';
import { SEASON } from './season.ts';
import { SET } from './set.ts';

const WRITTEN: readonly Rule[] = [
  ...CALENDAR, //  "22 April 2024", "mid-October", "2003"
  ...ERA, //       "the 1990s", "the 19th century", "44 BC"
  ...NUMERIC, //   "2024-04-22", "04/22/2024", "221430ZAPR24"
  ...RANGE, //     "from 3 to 5 March", "1980-88"
  ...HOLIDAY, //   "Christmas Day", "Ramadan"
  ...SEASON, //    "spring 2003", "the summer"
  ...FISCAL, //    "Q3 2022", "fiscal 1989", "the latest quarter"
  ...DEICTIC, //   "yesterday", "last Thursday", "Tuesday night"
  ...RELATIVE, //  "this week", "last November", "three months ago"
  ...ANAPHORIC, // "the previous day", "two days later", "that week"
  ...DAYPART, //   "in the morning", "that night", "at dawn today"
  ...CLOCK, //     "10:30 p.m. PST", "noon Saturday", "0630 GMT"
  ...SET, //       "every Friday", "twice a week", "daily"
  ...DURATION, //  "for six months", "the past two years"
  ...REFERENCE, // "now", "recently", "in the future"
];

/** All fields, in one order, as whoever reads a match asks for them: see `uniform`. */
export const RULES: readonly Rule[] = Object.freeze(
  WRITTEN.map(
    ({ name, pattern, type, named, part, guard, read, examples, negatives }) =>
      ({ name, pattern, type, named, part, guard, read, examples, negatives }) as Rule,
  ),
);
