/** The days of feasts and holidays, computed from the rules of `lexicon/timex-holiday.tsv`. */
import { decode } from '../document/assets.ts';
import { parseTable } from '../gazetteer/table.ts';
import { dayOf, easter, hebrewNewYear, islamicIn, nthWeekday, orthodoxEaster } from './calendar.ts';

export interface Holiday {
  readonly name: string;
  /** "12-25" where the day is the same in every year. */
  readonly fixed: string | undefined;
  /** It lasts a month. */
  readonly month: boolean;
  /** Its first day in a year; nothing where it can't be computed. */
  readonly dayIn: ((year: number) => number) | undefined;
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
type Compute = (numbers: readonly number[]) => (year: number) => number;
const RULES: Readonly<Record<string, Compute>> = {
  easter:
    ([shift]) =>
    (year) =>
      easter(year) + shift,
  orthodox:
    ([shift]) =>
    (year) =>
      orthodoxEaster(year) + shift,
  islamic:
    ([month, day]) =>
    (year) =>
      islamicIn(year, month, day ?? 1),
  // feasts of spring lie before the Hebrew year that begins in the same Gregorian year, those of autumn behind its begin
  hebrew:
    ([shift]) =>
    (year) =>
      hebrewNewYear(year + 3761) + shift,
  election: () => (year) => nthWeekday(year, 11, 1, 1) + 1,
};

function compute(rule: string): Holiday['dayIn'] {
  if (rule === '?') return undefined;
  const fixed = /^(\d\d)-(\d\d)$/.exec(rule);
  if (fixed) return (year) => dayOf(year, Number(fixed[1]), Number(fixed[2]));
  const nth = /^(\d+) ([a-z]{3}) (-?\d)(?: \+(\d))?$/.exec(rule);
  if (nth) {
    const [month, n, shift] = [nth[1], nth[3], nth[4] ?? 0].map(Number);
    return (year) => nthWeekday(year, month, WEEKDAYS.indexOf(nth[2]) + 1, n) + shift;
  }
  const [name, ...numbers] = rule.split(' ');
  return RULES[name]?.(numbers.map(Number));
}

/** @throws SyntaxError that names the line of a rule that can't be read. */
export function parseHolidays(bytes: Uint8Array, file: string): Holiday[] {
  return parseTable(decode(bytes), file, ['name', 'rule']).map(({ name, rule, line }) => {
    const dayIn = compute(rule);
    if (!dayIn && rule !== '?') throw new SyntaxError(`${file}:${line}: expected a rule, got "${rule}"`);
    const fixed = /^\d\d-\d\d$/.test(rule) ? rule : undefined;
    return { name, fixed, month: /^islamic \d+$/.test(rule), dayIn };
  });
}
