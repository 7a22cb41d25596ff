/** Parts of expressions that are more than a word of a class: numbers, days of a month, years, months with their abbreviations. */
import { classNode, type Matcher, type Node, type Trial } from './pattern.ts';
import { DECIMAL, DIGITS, GROUPED, NONE, type Vocabulary } from './vocabulary.ts';

/** The count of "several", "a few", "many": not known. */
export const VAGUE = -1;

const digitsAt = ({ atoms }: Trial, at: number): string => atoms.text.slice(atoms.start[at], atoms.end[at]);
const lengthAt = ({ atoms }: Trial, at: number): number => atoms.end[at] - atoms.start[at];
const glued = ({ atoms }: Trial, at: number): boolean =>
  at > 0 && at < atoms.length && atoms.start[at] === atoms.end[at - 1];
const isDigits = ({ atoms }: Trial, at: number): boolean => at < atoms.length && atoms.id[at] === DIGITS;
const isCapital = ({ atoms }: Trial, at: number): boolean => {
  const code = atoms.text.charCodeAt(atoms.start[at]);
  return code >= 65 && code <= 90;
};

export function makeTerms(vocabulary: Vocabulary): Map<string, Node> {
  const column = (name: string) => {
    let values: Int32Array | undefined;
    return (id: number): number => (values ??= vocabulary.column(name))[id] ?? NONE;
  };
  const [month, abbreviation, number, scale, ordinal, suffix] = [
    'month',
    'abbreviation',
    'number',
    'scale',
    'ordinal',
    'suffix',
  ].map(column);
  const idOf = (word: string): number => vocabulary.add(word);
  const [hyphen, and, point, slash, comma, apostrophe, half, a, an, dollar, percent] = [
    '-',
    'and',
    '.',
    '/',
    ',',
    "'",
    'half',
    'a',
    'an',
    '$',
    '%',
  ].map(idOf);
  const [halfSign, quarterSign, threeQuarters] = ['½', '¼', '¾'].map(idOf);
  const terms = new Map<string, Node>();
  const idAt = ({ atoms }: Trial, at: number): number => (at < atoms.length ? atoms.id[at] : -1);
  const term = (name: string, starts: (id: number) => boolean, match: Matcher): void => {
    terms.set(name, { match, starts, empty: false });
  };
  const isNumeral = (id: number): boolean => id === DIGITS || id === GROUPED || id === DECIMAL;
  const done = (trial: Trial, value: number, end: number): number => {
    trial.value = value;
    return end;
  };

  /** "March", "Sept.", "Dec"; not "may", "march", "mar" in lower case. */
  term(
    'month',
    (id) => month(id) !== NONE || abbreviation(id) !== NONE,
    (trial, at) => {
      const id = idAt(trial, at);
      const full = id < 0 ? NONE : month(id);
      if (full !== NONE) return isCapital(trial, at) ? done(trial, full, at + 1) : -1;
      const short = id < 0 ? NONE : abbreviation(id);
      if (short === NONE || !isCapital(trial, at)) return -1;
      const dotted = idAt(trial, at + 1) === point && glued(trial, at + 1);
      return done(trial, short, dotted ? at + 2 : at + 1);
    },
  );

  /** 1 to 31: "22", "22nd", "twenty-second", "eighth". */
  term(
    'dayofmonth',
    (id) => id === DIGITS || ordinal(id) !== NONE || number(id) !== NONE,
    (trial, at) => {
      if (!isDigits(trial, at)) {
        const end = terms.get('ordinal')!.match(trial, at);
        return end >= 0 && trial.value <= 31 ? end : -1;
      }
      const value = Number(digitsAt(trial, at));
      if (value < 1 || value > 31 || lengthAt(trial, at) > 2) return -1;
      let end = at + 1;
      if (suffix(idAt(trial, end)) !== NONE && glued(trial, end)) end++;
      else if (glued(trial, end) && isWordOrClock(trial, end)) return -1;
      return done(trial, value, end);
    },
  );
  /** What glued to a number makes it no day: "30mm", "10:30", "5%". */
  function isWordOrClock(trial: Trial, at: number): boolean {
    const code = trial.atoms.text.charCodeAt(trial.atoms.start[at]);
    const digit = trial.atoms.text.charCodeAt(trial.atoms.end[at]);
    return (code === 58 && digit >= 48 && digit <= 57) || code === 37 || (code >= 65 && code <= 122);
  }

  /** "third", "3rd", "twenty-first". */
  term(
    'ordinal',
    (id) => ordinal(id) !== NONE || id === DIGITS || number(id) >= 20,
    (trial, at) => {
      const id = idAt(trial, at);
      if (id < 0) return -1;
      if (id === DIGITS)
        return suffix(idAt(trial, at + 1)) !== NONE && glued(trial, at + 1)
          ? done(trial, Number(digitsAt(trial, at)), at + 2)
          : -1;
      if (ordinal(id) !== NONE) return done(trial, ordinal(id), at + 1);
      const next = idAt(trial, at + 1) === hyphen ? at + 2 : at + 1;
      const low = idAt(trial, next) < 0 ? NONE : ordinal(idAt(trial, next));
      return number(id) >= 20 && low > 0 && low < 10 ? done(trial, number(id) + low, next + 1) : -1;
    },
  );

  /** Number words: "ninety-one", "two hundred and fifty". */
  function words(trial: Trial, at: number): number {
    let total = 0;
    let part = 0;
    let last = NONE;
    let end = -1;
    for (let i = at; i < trial.atoms.length; ) {
      const id = idAt(trial, i);
      const value = number(id);
      const times = scale(id);
      if (
        value !== NONE &&
        (last === NONE || last === 100 || last >= 1000 || (last >= 20 && last < 100 && value < 10))
      ) {
        part += value;
        last = value;
      } else if (times !== NONE && last !== NONE && last !== times) {
        if (times === 100) part *= 100;
        else {
          total += part * times;
          part = 0;
        }
        last = times;
      } else break;
      end = ++i;
      const joint = idAt(trial, i);
      const joins = (joint === hyphen && last >= 20 && last < 100) || (joint === and && last >= 100);
      if (joins && number(idAt(trial, i + 1)) !== NONE) i++;
    }
    trial.value = total + part;
    return end;
  }

  /** Digits or words, with fractions: "20", "1,500", "2.5", "2 1/2", "2½", "two and a half". */
  term(
    'number',
    (id) => isNumeral(id) || number(id) !== NONE,
    (trial, at) => {
      const id = idAt(trial, at);
      let end: number;
      if (isNumeral(id)) {
        const digits = digitsAt(trial, at).replaceAll(',', '');
        if (id === DIGITS && digits.length > 9) return -1;
        trial.value = Number(digits);
        if (Number.isNaN(trial.value) || (idAt(trial, at - 1) === dollar && glued(trial, at))) return -1;
        end = at + 1;
      } else {
        end = words(trial, at);
        if (end < 0) return -1;
      }
      const { value } = trial;
      const fraction = fractionAt(trial, end);
      if (fraction) return done(trial, value + fraction.value, fraction.end);
      return done(trial, value, scale(idAt(trial, end)) !== NONE && isNumeral(id) ? -1 : end);
    },
  );
  function fractionAt(trial: Trial, at: number): { value: number; end: number } | undefined {
    const id = idAt(trial, at);
    if (id === halfSign) return { value: 0.5, end: at + 1 };
    if (id === quarterSign) return { value: 0.25, end: at + 1 };
    if (id === threeQuarters) return { value: 0.75, end: at + 1 };
    if (id === and && (idAt(trial, at + 1) === a || idAt(trial, at + 1) === an) && idAt(trial, at + 2) === half)
      return { value: 0.5, end: at + 3 };
    const from = id === hyphen ? at + 1 : at;
    if (isDigits(trial, from) && idAt(trial, from + 1) === slash && isDigits(trial, from + 2)) {
      const value = Number(digitsAt(trial, from)) / Number(digitsAt(trial, from + 2));
      if (value > 0 && value < 1) return { value, end: from + 3 };
    }
    return undefined;
  }

  /** 1000 to 2199 in digits. Not an amount ("$1990", "1990%"), a part of a longer number or a code. */
  term(
    'year',
    (id) => id === DIGITS,
    (trial, at) => {
      if (!isDigits(trial, at) || lengthAt(trial, at) !== 4) return -1;
      const value = Number(digitsAt(trial, at));
      if (value < 1000 || value > 2199) return -1;
      const code = trial.atoms.text.charCodeAt(trial.atoms.start[at] - 1);
      if (code === 36 || code === 163 || code === 8364 || code === 35 || code === 64) return -1;
      const next = idAt(trial, at + 1);
      if (glued(trial, at + 1)) {
        const behind = trial.atoms.text.charCodeAt(trial.atoms.end[at]);
        if (next === percent || (behind >= 65 && behind <= 90) || (behind >= 97 && behind <= 122)) return -1;
      }
      return done(trial, value, at + 1);
    },
  );

  /** A year in two digits behind a month: "Jan 90" is 1990, "Sep 23" is 2023. */
  term(
    'shortyear',
    (id) => id === DIGITS || id === apostrophe,
    (trial, at) => {
      const from = idAt(trial, at) === apostrophe ? at + 1 : at;
      if (!isDigits(trial, from) || lengthAt(trial, from) !== 2) return -1;
      if (glued(trial, from + 1) && isWordOrClock(trial, from + 1)) return -1;
      const value = Number(digitsAt(trial, from));
      return done(trial, value < 40 ? 2000 + value : 1900 + value, from + 1);
    },
  );

  /** "nineteen ninety-six", "two thousand and three" */
  term(
    'spokenyear',
    (id) => number(id) !== NONE,
    (trial, at) => {
      const first = number(idAt(trial, at));
      if (first === 2 && scale(idAt(trial, at + 1)) === 1000) {
        const end = words(trial, at);
        return trial.value >= 2000 && trial.value < 2100 ? end : -1;
      }
      if (first !== 19 && first !== 20 && first !== 18) return -1;
      const end = number(idAt(trial, at + 1)) >= 10 ? words(trial, at + 1) : -1;
      return end >= 0 && trial.value < 100 ? done(trial, first * 100 + trial.value, end) : -1;
    },
  );

  for (let length = 1; length <= 6; length++) {
    /** `<digitstwo>`: so many digits. */
    term(
      ['', 'digit', 'twodigits', 'threedigits', 'fourdigits', '', 'sixdigits'][length] || `digits${'x'.repeat(length)}`,
      (id) => id === DIGITS,
      (trial, at) =>
        isDigits(trial, at) && lengthAt(trial, at) === length ? done(trial, Number(digitsAt(trial, at)), at + 1) : -1,
    );
  }
  term(
    'digits',
    (id) => id === DIGITS,
    (trial, at) =>
      isDigits(trial, at) && lengthAt(trial, at) < 10 ? done(trial, Number(digitsAt(trial, at)), at + 1) : -1,
  );
  /** "10.30", "22.04.2024": the atom's own number. */
  term(
    'dotted',
    (id) => id === DECIMAL,
    (trial, at) => (idAt(trial, at) === DECIMAL ? done(trial, at, at + 1) : -1),
  );

  /** A name of a weekday with its abbreviations, capitalised: "Tuesday", "Tues.". */
  const weekday = classNode(vocabulary, 'weekday');
  const weekdayAbbreviation = classNode(vocabulary, 'weekdayabbr');
  term(
    'weekday',
    (id) => weekday.starts(id) || weekdayAbbreviation.starts(id),
    (trial, at) => {
      const full = weekday.match(trial, at);
      if (full >= 0) return isCapital(trial, at) ? full : -1;
      const short = weekdayAbbreviation.match(trial, at);
      if (short < 0 || !isCapital(trial, at)) return -1;
      const dotted = idAt(trial, short) === point && glued(trial, short);
      const next = dotted ? short + 1 : short;
      const behind = idAt(trial, next) === comma ? next + 1 : next;
      if (
        !isDigits(trial, behind) &&
        (idAt(trial, behind) < 0 || (month(idAt(trial, behind)) === NONE && abbreviation(idAt(trial, behind)) === NONE))
      )
        return -1;
      return next;
    },
  );

  const [few, couple, of, dozen, good] = ['few', 'couple', 'of', 'dozen', 'good'].map(idOf);
  const [dozens, hundreds, thousands, tens] = ['dozens', 'hundreds', 'thousands', 'tens'].map(idOf);
  const [full, whole, single, additional, further, another] = [
    'full',
    'whole',
    'single',
    'additional',
    'further',
    'another',
  ].map(idOf);
  const vague = column('few');
  /** How many: a number, "a", "a couple of", "two dozen", "half an"; `VAGUE` for "several", "a few", "tens of". */
  term(
    'count',
    (id) =>
      isNumeral(id) ||
      number(id) !== NONE ||
      vague(id) !== NONE ||
      [a, an, half, dozens, hundreds, thousands, tens, another].includes(id),
    (trial, at) => {
      const id = idAt(trial, at);
      if (id < 0) return -1;
      if (id === another) return done(trial, 1, at + 1);
      if (vague(id) !== NONE) return done(trial, VAGUE, at + 1);
      if ([dozens, hundreds, thousands, tens].includes(id) && idAt(trial, at + 1) === of)
        return done(trial, VAGUE, at + 2);
      if (id === half) return idAt(trial, at + 1) === a || idAt(trial, at + 1) === an ? done(trial, 0.5, at + 2) : -1;
      if (id === a || id === an) return afterArticle(trial, at + 1);
      const end = terms.get('number')!.match(trial, at);
      if (end < 0) return -1;
      if (idAt(trial, end) === dozen) return done(trial, trial.value * 12, end + 1);
      return end;
    },
  );
  function afterArticle(trial: Trial, at: number): number {
    const id = idAt(trial, at);
    if (id === few || (id === good && idAt(trial, at + 1) === few))
      return done(trial, VAGUE, id === few ? at + 1 : at + 2);
    if (id === couple) return done(trial, 2, idAt(trial, at + 1) === of ? at + 2 : at + 1);
    if (id === dozen) return done(trial, 12, at + 1);
    if (id === half) return done(trial, 0.5, at + 1);
    if (id === good || id === full || id === whole || id === single || id === additional || id === further)
      return done(trial, 1, at + 1);
    const scaled = id < 0 ? NONE : scale(id);
    return scaled === 100 || scaled === 1000 ? done(trial, scaled, at + 1) : done(trial, 1, at);
  }

  const [am, pm, letterA, letterP, letterM] = ['am', 'pm', 'a', 'p', 'm'].map(idOf);
  /** "a.m.", "PM": 0 for the hours before noon, 12 for those behind it. */
  term(
    'ampm',
    (id) => id === am || id === pm || id === letterA || id === letterP,
    (trial, at) => {
      const id = idAt(trial, at);
      if (id === am || id === pm) return done(trial, id === am ? 0 : 12, at + 1);
      if (id !== letterA && id !== letterP) return -1;
      let next = at + 1;
      if (idAt(trial, next) === point) next++;
      if (idAt(trial, next) !== letterM) return -1;
      next++;
      if (idAt(trial, next) === point && glued(trial, next)) next++;
      return done(trial, id === letterA ? 0 : 12, next);
    },
  );
  return terms;
}
