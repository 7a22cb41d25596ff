/** Spans that may be places: names of the gazetteer, names beside class nouns, capitalised names behind prepositions. */
import { codeAt } from '../../document/codeAt.ts';
import type { Tokens } from '../../document/tokens.ts';
import type { Gazetteer } from '../../gazetteer/places/gazetteer.ts';
import { PLACE_KINDS } from '../../gazetteer/places/types.ts';
import { wordSet } from '../../gazetteer/wordMap.ts';
import { type ClassNoun, type ClassNouns, MAYBE, slotOf } from './class.ts';
import { matchNames, NAMES } from './match.ts';
import type { KnownFacts, NameFacts } from './names.ts';

export const SOURCE = Object.freeze({ gazetteer: 0, class: 1, unknown: 2 });

export interface Candidate {
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
  readonly source: number;
  readonly kind: string;
  readonly facts: NameFacts | undefined;
  noun: ClassNoun | undefined;
  /** The name beside the class noun. */
  inner: readonly [first: number, last: number] | undefined;
  /** The longest of the gazetteer's names that start here. */
  longest: boolean;
}

function candidate(
  first: number,
  last: number,
  source: number,
  kind: string,
  facts?: NameFacts,
  noun?: ClassNoun,
  inner?: Candidate['inner'],
): Candidate {
  return { first, last, source, kind, facts, noun, inner, longest: true };
}

const isSmall = (code: number): boolean => code >= 97 && code <= 122;

/** How a word is written: 0 small or no letter, 1 with a capital, 2 in capitals. */
export function caseOf(form: string): 0 | 1 | 2 {
  const code = codeAt(form, 0);
  if (!(code >= 65 && code <= 90)) {
    if (code < 0xc0 || !/^[\p{Lu}]/u.test(form)) return 0;
  }
  // "Iran": the second letter says it for most names
  if (isSmall(form.charCodeAt(1))) return 1;
  return form.length > 1 && form === form.toUpperCase() ? 2 : 1;
}

/** The Arabic article opens a name without a capital: "al-Tanf". */
const ARTICLES = new Set(['al', 'ar', 'as', 'ash', 'at', 'ad', 'an', 'az', 'el']);
const opensWithArticle = (tokens: Tokens, t: number, to: number): boolean =>
  tokens.form[t].length <= LONGEST_ARTICLE &&
  t + 2 < to &&
  tokens.form[t + 1] === '-' &&
  ARTICLES.has(tokens.form[t]) &&
  caseOf(tokens.form[t + 2]) > 0;
const LONGEST_ARTICLE = 3;
const LINKS = new Set([
  '-',
  '–',
  "'s",
  '’s',
  'of',
  'de',
  'del',
  'la',
  'al',
  'el',
  'and',
  '&',
  'the',
  'du',
  'des',
  'da',
]);
/** Words behind which an unknown capitalised name may be a place. */
const BEFORE_UNKNOWN = wordSet(
  'in near at from around outside inside to toward towards between into across through throughout off north south east west'.split(
    ' ',
  ),
);

/** "the village of Bint Zayn" */
const PLACES_OF = new Set(
  'village town city hamlet suburb neighborhood neighbourhood district province governorate region outskirts port island capital settlement area villages towns cities'.split(
    ' ',
  ),
);

const outputKind = (kind: number): string => {
  const name = PLACE_KINDS[kind];
  return name === 'division1' || name === 'division2' ? 'region' : name === 'capital' ? 'city' : name;
};

/** Adds the candidates of the sentence from token `from` to `to`. @param words hashes of the words in lower case */
export function addCandidates(
  found: Candidate[],
  tokens: Tokens,
  words: Int32Array,
  from: number,
  to: number,
  gazetteer: Gazetteer,
  nouns: ClassNouns,
  facts: KnownFacts,
): void {
  const start = found.length;
  let classes = false;
  for (let t = from; t < to; t++) {
    const form = tokens.form[t];
    const cased = caseOf(form);
    const noun = nouns.maybe[slotOf(words[t])];
    if (noun & MAYBE.tail && nouns.tails.has(tokens.lower[t]) && classBehind(found, tokens, from, t, nouns))
      classes = true;
    if (!cased) {
      if (noun & MAYBE.head && nouns.heads.has(form) && classBefore(found, tokens, t, to, nouns)) classes = true;
      if (!opensWithArticle(tokens, t, to)) continue;
    }
    const here = found.length;
    const count = matchNames(gazetteer, tokens, t, to);
    for (let k = 0; k < count; k++) {
      const last = NAMES.last[k];
      const f = facts.of(NAMES.entry[k], cased === 2);
      if (!f.rows.length) continue;
      // "London's" is London, "St. John's" is not St. John
      if (tokens.lower[last - 1] === "'s" && found.length > here && found[found.length - 1].last === last - 1) continue;
      found.push(candidate(t, last, SOURCE.gazetteer, outputKind(gazetteer.kind[f.likeliest]), f));
    }
    for (let i = here; i < found.length - 1; i++) found[i].longest = false;
    if (noun & MAYBE.head && cased && nouns.heads.has(tokens.lower[t]) && classBefore(found, tokens, t, to, nouns))
      classes = true;
    if (found.length === here && t > from) unknown(found, tokens, from, t, to);
  }
  if (classes) merge(found, start);
}

/** Where a class noun makes a span that the gazetteer knows, the gazetteer's stays, with the noun: "Grand Prairie" is a town. */
function merge(found: Candidate[], start: number): void {
  let kept = start;
  for (let i = start; i < found.length; i++) {
    const c = found[i];
    const twin = c.source === SOURCE.gazetteer ? undefined : knownAs(found, start, c);
    if (!twin) found[kept++] = c;
    else if (c.source === SOURCE.class) {
      twin.noun = c.noun;
      twin.inner = c.inner;
    }
  }
  found.length = kept;
}
const knownAs = (found: readonly Candidate[], start: number, { first, last }: Candidate): Candidate | undefined => {
  for (let i = start; i < found.length; i++)
    if (found[i].source === SOURCE.gazetteer && found[i].first === first && found[i].last === last) return found[i];
  return undefined;
};

/** "Vigo County", "Anbar province", "Golden State Freeway": the noun is token `t`, or that and the one before. */
function classBehind(found: Candidate[], tokens: Tokens, from: number, t: number, nouns: ClassNouns): boolean {
  const two = t > from ? nouns.behind.get(`${tokens.lower[t - 1]} ${tokens.lower[t]}`) : undefined;
  const options = two ?? nouns.behind.get(tokens.lower[t]);
  if (!options) return false;
  const head = two ? t - 1 : t;
  const capital = caseOf(tokens.form[t]) > 0;
  const noun = options.find((o) => (o.note === 'capital') === capital) ?? (capital ? options[0] : undefined);
  if (!noun || (!capital && noun.note === 'capital')) return false;
  let first = head;
  while (first > from && head - first < 5 && extendsLeft(tokens, from, first, nouns)) first--;
  while (first < head && LINKS.has(tokens.lower[first]) && !ARTICLES.has(tokens.lower[first])) first++;
  if (first === head) return false;
  found.push(candidate(first, t + 1, SOURCE.class, noun.kind, undefined, noun, [first, head]));
  return true;
}

function extendsLeft(tokens: Tokens, from: number, first: number, { stops }: ClassNouns): boolean {
  const t = first - 1;
  if (caseOf(tokens.form[t])) return !stops.left.has(tokens.lower[t]);
  const lower = tokens.lower[t];
  if (lower === '-' || (ARTICLES.has(lower) && tokens.lower[t + 1] === '-')) return t > from && true;
  return false;
}

/** "Lake Chad", "Camp Ashraf", "the port of Eilat", "Route 38". */
function classBefore(found: Candidate[], tokens: Tokens, t: number, to: number, nouns: ClassNouns): boolean {
  const two = t + 2 < to ? nouns.before.get(`${tokens.lower[t]} ${tokens.lower[t + 1]}`) : undefined;
  const noun = (two ?? nouns.before.get(tokens.lower[t]))?.[0];
  if (!noun || (noun.note !== 'nested' && !caseOf(tokens.form[t]))) return false;
  const start = two ? t + 2 : t + 1;
  let last = start;
  while (
    last < to &&
    last - start < 4 &&
    (noun.note === 'number'
      ? last === start && /^\d/.test(tokens.form[last])
      : caseOf(tokens.form[last]) > 0 && !nouns.stops.right.has(tokens.lower[last]))
  )
    last++;
  if (last === start) return false;
  found.push(candidate(t, last, SOURCE.class, noun.kind, undefined, noun, [start, last]));
  return true;
}

/** "in Khirbet Ghazaleh": a run of capitalised words that nothing knows. */
function unknown(found: Candidate[], tokens: Tokens, from: number, t: number, to: number): void {
  const behind = t > 0 && BEFORE_UNKNOWN.has(tokens.lower[t - 1]);
  if (t > from && !behind && caseOf(tokens.form[t - 1])) return;
  let last = t + 1;
  while (
    last < to &&
    last - t < 4 &&
    (caseOf(tokens.form[last]) || (tokens.form[last] === '-' && last + 1 < to && caseOf(tokens.form[last + 1])))
  )
    last++;
  const cue =
    behind ||
    (tokens.lower[t - 1] === 'of' && t - 2 >= from && PLACES_OF.has(tokens.lower[t - 2])) ||
    (tokens.form[last] === ',' && last + 1 < to && caseOf(tokens.form[last + 1]) > 0);
  if (cue) found.push(candidate(t, last, SOURCE.unknown, 'city'));
}
