/** Numbers in digits and words, with fractions: "20", "1,500", "2 1/2", "two hundred and fifty", "third", "twenty-first". */
import type { Node, Trial } from '../trial.ts';
import { DIGITS, NONE } from '../vocabulary.ts';
import {
  digitsAt,
  digitValue,
  done,
  glued,
  idAt,
  isDigits,
  isNumeral,
  type Kit,
  lengthAt,
  type Terms,
  term,
} from './kit.ts';

/** Reads number words from an atom on; the value is the trial's. Gives the atom behind them, or -1. */
export type WordReader = (trial: Trial, at: number) => number;

/** No number has more words; the bound keeps "twenty hundred twenty hundred …" from being read anew at each of them. */
const MAX_WORDS = 24;

export function wordReader(kit: Kit): WordReader {
  const [number, scale] = [kit.values('number'), kit.values('scale')];
  const [hyphen, and] = kit.ids('-', 'and');
  const adds = (value: number, last: number): boolean =>
    last === NONE || last === 100 || last >= 1000 || (last >= 20 && last < 100 && value < 10);
  const joins = (joint: number, last: number): boolean =>
    (joint === hyphen && last >= 20 && last < 100) || (joint === and && last >= 100);
  return (trial, at) => {
    let [total, part, last, end] = [0, 0, NONE, -1];
    for (let i = at; i < at + MAX_WORDS; ) {
      const id = idAt(trial, i);
      const [value, times] = [number(id), scale(id)];
      if (value !== NONE && adds(value, last)) {
        part += value;
        last = value;
      } else if (times !== NONE && last !== NONE && last !== times) {
        total += times === 100 ? 0 : part * times;
        part = times === 100 ? part * 100 : 0;
        last = times;
      } else break;
      end = ++i;
      if (joins(idAt(trial, i), last) && number(idAt(trial, i + 1)) !== NONE) i++;
    }
    trial.value = total + part;
    return end;
  };
}

function fractions(kit: Kit): (trial: Trial, at: number) => { value: number; end: number } | undefined {
  const [hyphen, and, slash, half, a] = kit.ids('-', 'and', '/', 'half', 'a');
  const [oneHalf, oneQuarter, threeQuarters] = kit.ids('½', '¼', '¾');
  return (trial, at) => {
    const id = idAt(trial, at);
    if (id === oneHalf) return { value: 0.5, end: at + 1 };
    if (id === oneQuarter) return { value: 0.25, end: at + 1 };
    if (id === threeQuarters) return { value: 0.75, end: at + 1 };
    if (id === hyphen && idAt(trial, at + 1) === and && idAt(trial, at + 3) === a && idAt(trial, at + 5) === half)
      return { value: 0.5, end: at + 6 };
    if (id === and && idAt(trial, at + 1) === a && idAt(trial, at + 2) === half) return { value: 0.5, end: at + 3 };
    const from = id === hyphen ? at + 1 : at;
    if (!isDigits(trial, from) || idAt(trial, from + 1) !== slash || !isDigits(trial, from + 2)) return undefined;
    const value = digitValue(trial, from) / digitValue(trial, from + 2);
    return value > 0 && value < 1 ? { value, end: from + 3 } : undefined;
  };
}

/** `<number>` */
function numberTerm(kit: Kit): Node {
  const words = wordReader(kit);
  const fractionAt = fractions(kit);
  const [number, scale] = [kit.values('number'), kit.values('scale')];
  const [dollar] = kit.ids('$');
  const joints = new Set(kit.ids('-', 'and', '½', '¼', '¾'));
  const numeral = (trial: Trial, at: number): number => {
    const id = idAt(trial, at);
    if ((id === DIGITS && lengthAt(trial, at) > 9) || (idAt(trial, at - 1) === dollar && glued(trial, at))) return -1;
    trial.value = id === DIGITS ? digitValue(trial, at) : Number(digitsAt(trial, at).replaceAll(',', ''));
    return Number.isNaN(trial.value) ? -1 : at + 1;
  };
  return term(
    (id) => isNumeral(id) || number(id) !== NONE,
    (trial, at) => {
      const id = idAt(trial, at);
      const end = isNumeral(id) ? numeral(trial, at) : words(trial, at);
      if (end < 0) return -1;
      const { value } = trial;
      const fraction = fractionAt(trial, end);
      if (fraction) return done(trial, value + fraction.value, fraction.end);
      return done(trial, value, isNumeral(id) && scale(idAt(trial, end)) !== NONE ? -1 : end);
    },
    (first, second) =>
      joints.has(second) || (isNumeral(first) ? second === DIGITS : number(second) !== NONE || scale(second) !== NONE),
  );
}

/** `<ordinal>` */
function ordinalTerm(kit: Kit): Node {
  const [number, ordinal, suffix] = [kit.values('number'), kit.values('ordinal'), kit.values('suffix')];
  const [hyphen] = kit.ids('-');
  return term(
    (id) => ordinal(id) !== NONE || id === DIGITS || number(id) >= 20,
    (trial, at) => {
      const id = idAt(trial, at);
      if (id === DIGITS)
        return suffix(idAt(trial, at + 1)) !== NONE && glued(trial, at + 1)
          ? done(trial, digitValue(trial, at), at + 2)
          : -1;
      if (ordinal(id) !== NONE) return done(trial, ordinal(id), at + 1);
      const next = idAt(trial, at + 1) === hyphen ? at + 2 : at + 1;
      const low = ordinal(idAt(trial, next));
      return number(id) >= 20 && low > 0 && low < 10 ? done(trial, number(id) + low, next + 1) : -1;
    },
    (_, second) => second === hyphen || suffix(second) !== NONE || ordinal(second) !== NONE,
  );
}

export const numberTerms = (kit: Kit): Terms => [
  ['number', numberTerm(kit)],
  ['ordinal', ordinalTerm(kit)],
];
