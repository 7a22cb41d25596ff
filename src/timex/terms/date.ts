/** Names and numbers of days, months and years, as they are written. */
import type { Node, Trial } from '../trial.ts';
import { DECIMAL, DIGITS, NONE } from '../vocabulary.ts';
import {
  digitValue,
  done,
  glued,
  hasTail,
  idAt,
  isCapital,
  isDigits,
  type Kit,
  lengthAt,
  type Terms,
  term,
} from './kit.ts';
import { wordReader } from './number.ts';
import { Phrases } from './phrases.ts';

/** `<month>`: "March", "Sept.", "Dec"; not "may", "march", "mar" in lower case. */
function monthTerm(kit: Kit): Node {
  const [month, abbreviation] = [kit.values('month'), kit.values('abbreviation')];
  const [point] = kit.ids('.');
  return term(
    (id) => month(id) !== NONE || abbreviation(id) !== NONE,
    (trial, at) => {
      const id = idAt(trial, at);
      const full = month(id);
      const value = full !== NONE ? full : abbreviation(id);
      if (value === NONE || !isCapital(trial, at)) return -1;
      const dotted = full === NONE && idAt(trial, at + 1) === point && glued(trial, at + 1);
      return done(trial, value, dotted ? at + 2 : at + 1);
    },
    (_, second) => second === point,
  );
}

/** `<weekday>`: "Tuesday", and "Tues." in front of a date. */
function weekdayTerm(kit: Kit): Node {
  const [weekday, abbreviation] = [kit.values('weekday'), kit.values('weekdayabbr')];
  const [month, monthAbbreviation] = [kit.values('month'), kit.values('abbreviation')];
  const [point, comma] = kit.ids('.', ',');
  return term(
    (id) => weekday(id) !== NONE || abbreviation(id) !== NONE,
    (trial, at) => {
      const id = idAt(trial, at);
      if (!isCapital(trial, at)) return -1;
      if (weekday(id) !== NONE) return done(trial, weekday(id), at + 1);
      if (abbreviation(id) === NONE) return -1;
      const next = idAt(trial, at + 1) === point && glued(trial, at + 1) ? at + 2 : at + 1;
      const behind = idAt(trial, idAt(trial, next) === comma ? next + 1 : next);
      const dated = behind === DIGITS || month(behind) !== NONE || monthAbbreviation(behind) !== NONE;
      return dated ? done(trial, abbreviation(id), next) : -1;
    },
    (_, second) => second === point,
  );
}

/** `<dayofmonth>`: 1 to 31 as "22", "22nd", "twenty-second". */
function dayTerm(kit: Kit, ordinalNode: Node): Node {
  const suffix = kit.values('suffix');
  return term(
    (id) => id === DIGITS || ordinalNode.reach(id, 0, 0) !== 0,
    (trial, at) => {
      if (!isDigits(trial, at)) {
        const end = ordinalNode.match(trial, at);
        return end >= 0 && trial.value <= 31 ? end : -1;
      }
      const value = digitValue(trial, at);
      if (value < 1 || value > 31 || lengthAt(trial, at) > 2) return -1;
      if (suffix(idAt(trial, at + 1)) !== NONE && glued(trial, at + 1)) return done(trial, value, at + 2);
      return hasTail(trial, at + 1) ? -1 : done(trial, value, at + 1);
    },
    (first, second) => ordinalNode.reach(first, second, 0) > 2,
  );
}

/** `<holiday>`: "Ramadan", "New Year's Eve". */
function holidayTerm(kit: Kit): Node {
  const holiday = kit.values('holiday');
  const phrases = new Phrases(kit.vocabulary, 'holiday');
  return term(
    (id) => holiday(id) !== NONE || phrases.starts(id),
    (trial, at) => {
      if (!isCapital(trial, at)) return -1;
      const end = phrases.match(trial, at);
      if (end >= 0) return end;
      const value = holiday(idAt(trial, at));
      return value === NONE ? -1 : done(trial, value, at + 1);
    },
    (first, second) => phrases.goesOn(first, second),
  );
}

/** What makes four digits an amount or a code: "$1990", "#2001". */
const isMarked = (code: number): boolean => code === 36 || code === 163 || code === 8364 || code === 35 || code === 64;
const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** `<year>`: 1000 to 2199 in digits. */
function yearTerm(): Node {
  return term(
    (id) => id === DIGITS,
    (trial, at) => {
      if (!isDigits(trial, at) || lengthAt(trial, at) !== 4) return -1;
      const value = digitValue(trial, at);
      const { start, end, text } = trial.atoms;
      if (value < 1000 || value > 2199 || isMarked(text.charCodeAt(start[at] - 1))) return -1;
      const next = text.charCodeAt(end[at]);
      return next === 37 || isLetter(next) ? -1 : done(trial, value, at + 1);
    },
  );
}

/** `<shortyear>`: two digits behind a month. "Jan 90" is 1990, "Sep 23" is 2023. */
function shortYearTerm(kit: Kit): Node {
  const [apostrophe] = kit.ids("'");
  return term(
    (id) => id === DIGITS || id === apostrophe,
    (trial, at) => {
      const from = idAt(trial, at) === apostrophe ? at + 1 : at;
      if (!isDigits(trial, from) || lengthAt(trial, from) !== 2 || hasTail(trial, from + 1)) return -1;
      const value = digitValue(trial, from);
      return done(trial, value < 40 ? 2000 + value : 1900 + value, from + 1);
    },
    (_, second) => second === DIGITS,
  );
}

/** `<spokenyear>`: "nineteen ninety-six", "two thousand and three". */
function spokenYearTerm(kit: Kit): Node {
  const [number, scale] = [kit.values('number'), kit.values('scale')];
  const words = wordReader(kit);
  return term(
    (id) => number(id) !== NONE,
    (trial, at) => {
      const first = number(idAt(trial, at));
      if (first === 2 && scale(idAt(trial, at + 1)) === 1000) {
        const end = words(trial, at);
        return trial.value >= 2000 && trial.value < 2100 ? end : -1;
      }
      if (first < 18 || first > 20 || number(idAt(trial, at + 1)) < 10) return -1;
      const end = words(trial, at + 1);
      return trial.value < 100 ? done(trial, first * 100 + trial.value, end) : -1;
    },
    (_, second) => number(second) >= 10 || scale(second) === 1000,
  );
}

/** So many digits; `length` 0 for any. */
const digitsTerm = (length: number): Node =>
  term(
    (id) => id === DIGITS,
    (trial, at) => {
      const own = isDigits(trial, at) ? lengthAt(trial, at) : 0;
      return own > 0 && (length === 0 ? own < 10 : own === length) ? done(trial, digitValue(trial, at), at + 1) : -1;
    },
  );

/** `<dotted>`: "10.30", "22.04.2024"; its value is its atom. */
const dottedTerm = term(
  (id) => id === DECIMAL,
  (trial: Trial, at: number) => (idAt(trial, at) === DECIMAL ? done(trial, at, at + 1) : -1),
);

export const dateTerms = (kit: Kit, ordinalNode: Node): Terms => [
  ['month', monthTerm(kit)],
  ['weekday', weekdayTerm(kit)],
  ['holiday', holidayTerm(kit)],
  ['dayofmonth', dayTerm(kit, ordinalNode)],
  ['year', yearTerm()],
  ['shortyear', shortYearTerm(kit)],
  ['spokenyear', spokenYearTerm(kit)],
  ['digits', digitsTerm(0)],
  ['digit', digitsTerm(1)],
  ['twodigits', digitsTerm(2)],
  ['fourdigits', digitsTerm(4)],
  ['sixdigits', digitsTerm(6)],
  ['dotted', dottedTerm],
];
