/** What the evidence model sees of a candidate: the name itself, the words around it, the rest of the document. */
import { codeAt } from '../../document/codeAt.ts';
import type { Tokens } from '../../document/tokens.ts';
import type { Gazetteer } from '../../gazetteer/places/gazetteer.ts';
import { KIND, NAME } from '../../gazetteer/places/types.ts';
import { deep, hashString, mix1, mix2, salt, seeded, spread, type WordColumns } from '../../perceptron/index.ts';
import { type Candidate, caseOf, SOURCE } from './candidate.ts';
import { PERSON, type PersonNames } from './people.ts';

/** Raise it when a template changes. */
export const TEMPLATES = 1;
export const MOST_FEATURES = 64;
/** The most that `featuresOf` writes. */
export const FIXED_FEATURES = 32;

/** What a document shows of a surface: what candidates are called, in lower case. */
export interface SurfaceEvidence {
  readonly surface: string;
  /** How often it stands in the text. */
  count: number;
  /** After the first round, the two highest scores of its mentions. */
  first: number;
  second: number;
  /** Whether it stands behind a given name or a title somewhere. */
  person: boolean;
}

/** What the whole document says: filled before candidates are scored. */
export interface DocumentEvidence {
  /** Countries and first-order divisions (row numbers) that the text names safely. */
  readonly support: ReadonlySet<number>;
}

const EDGE = hashString('<edge>');
const NUMBER = hashString('<number>');

const wordHash = ({ tokens, words }: PlaceText, t: number, from: number, to: number): number => {
  if (t < from || t >= to) return EDGE;
  const code = codeAt(tokens.lower[t], 0);
  return code >= 48 && code <= 57 ? NUMBER : words.lower[t];
};

export const surfaceOf = (tokens: Tokens, c: Candidate): string => {
  let surface = tokens.lower[c.first];
  for (let t = c.first + 1; t < c.last; t++) surface += ` ${tokens.lower[t]}`;
  return surface;
};

const bucket = (population: number): number => Math.min(15, population >> 4);

/** 0 none, 1 its country is named, 2 its first-order division is. */
function supportOf(gazetteer: Gazetteer, c: Candidate, support: ReadonlySet<number>): number {
  let best = 0;
  if (c.facts)
    for (const row of c.facts.rows) {
      if (support.has(gazetteer.admin1[row])) return 2;
      if (!best && gazetteer.kind[row] !== KIND.country && support.has(-2 - gazetteer.country[row])) best = 1;
    }
  return best;
}

/** One of the rows of the first name lies in one of the rows of the second. */
export function liesIn(gazetteer: Gazetteer, inner: readonly number[], outer: readonly number[]): boolean {
  for (const r of inner)
    for (const o of outer) {
      if (r === o) continue;
      if (gazetteer.admin1[r] === o || gazetteer.admin2[r] === o) return true;
      if (
        gazetteer.kind[o] === KIND.country &&
        gazetteer.kind[r] !== KIND.country &&
        gazetteer.country[r] === gazetteer.country[o]
      )
        return true;
    }
  return false;
}

export function personBits(tokens: Tokens, t: number, from: number, to: number, people: PersonNames): number {
  return t >= from && t < to && caseOf(tokens.form[t]) ? (people.get(tokens.lower[t]) ?? 0) : 0;
}

const INITIAL = /^\p{Lu}\.$/u;

/** The words that candidates stand in, and all that is known beside them. */
export interface PlaceText {
  readonly tokens: Tokens;
  readonly words: WordColumns;
  readonly gazetteer: Gazetteer;
  readonly people: PersonNames;
  readonly evidence: DocumentEvidence;
}

/** Fills `features`, says how many. @param from,to the sentence's tokens. @param next,before candidates over a comma or a bracket */
export function featuresOf(
  features: Int32Array,
  c: Candidate,
  text: PlaceText,
  seen: SurfaceEvidence,
  from: number,
  to: number,
  next: Candidate | undefined,
  before: Candidate | undefined,
): number {
  const { tokens, words, gazetteer, people, evidence } = text;
  const { first, last, facts } = c;
  const type = typeOf(c);
  const size = Math.min(4, last - first);
  const kind = facts ? gazetteer.kind[facts.likeliest] : c.source === SOURCE.class ? 8 + (c.noun?.id ?? 0) : 7;
  const people10 = facts ? bucket(gazetteer.population[facts.likeliest]) : 0;
  const flags = facts ? facts.flags : NO_FACTS;
  const p1 = wordHash(text, first - 1, from, to);
  const p2 = wordHash(text, first - 2, from, to);
  const n1 = wordHash(text, last, from, to);
  const n2 = wordHash(text, last + 1, from, to);
  const capBefore = first > from ? caseOf(tokens.form[first - 1]) : 0;
  const capAfter = last < to ? caseOf(tokens.form[last]) : 0;
  const opens = first === from ? 1 : 0;
  const cased = caseOf(tokens.form[first]);
  const one = last - first === 1;
  const self = one ? (people.get(tokens.lower[first]) ?? 0) : 0;
  const prior = personBits(tokens, first - 1, from, to, people);
  const after = personBits(tokens, last, from, to, people);
  const risk = flags & RISK;
  const state = stateOf(c, self);
  const cluster = one ? words.fine[first] : 0;

  features[0] = mix1(seeded(0), type);
  features[1] = mix2(seeded(1), kind, type);
  features[2] = deep(mix2(seeded(2), kind, people10)) ^ salt(risk);
  features[3] = mix2(seeded(3), flags, size);
  features[4] = mix2(seeded(4), Math.min(6, facts?.rows.length ?? 0), type);
  features[5] = mix2(seeded(5), p1, type);
  features[6] = mix2(seeded(6), p1, state);
  features[7] = mix2(seeded(7), p1, p2);
  features[8] = mix2(seeded(8), n1, type);
  features[9] = mix2(seeded(9), n1, n2);
  features[10] = mix2(seeded(10), p1, n1);
  features[11] = deep(mix2(seeded(11), capBefore, capAfter)) ^ salt(opens);
  features[12] = deep(mix2(seeded(12), capBefore, capAfter)) ^ salt(kind);
  features[13] = deep(mix2(seeded(13), self, prior)) ^ salt(after);
  features[14] = deep(mix2(seeded(14), prior & PERSON.given, capAfter ? 1 : 0)) ^ salt(kind);
  features[15] = deep(mix2(seeded(15), opens, risk)) ^ salt(cased);
  features[16] = mix2(seeded(16), cased, kind);
  features[17] = mix2(seeded(17), first > from && INITIAL.test(tokens.form[first - 1]) ? 1 : 0, type);
  const support = supportOf(gazetteer, c, evidence.support);
  features[18] = mix2(seeded(18), support, kind);
  features[19] = deep(mix2(seeded(19), support, people10)) ^ salt(state);
  features[20] = mix2(seeded(20), seen.person ? 1 : 0, kind);
  features[21] = deep(mix2(seeded(21), relationOf(gazetteer, c, next), relationOf(gazetteer, before, c))) ^ salt(type);
  features[22] = mix2(seeded(22), tokens.form[last] === ',' ? 1 : 0, relationOf(gazetteer, c, next));
  features[23] = mix2(seeded(23), cluster, self ? 1 : 0);
  features[24] = mix2(seeded(24), first > from ? words.fine[first - 1] : 0, type);
  features[25] = mix2(seeded(25), last < to ? words.fine[last] : 0, capAfter);
  features[26] = mix2(seeded(26), Math.min(4, seen.count), state);
  if (c.source === SOURCE.gazetteer) return spread(features, 27);
  features[27] = mix2(seeded(27), wordHash(text, last - 1, from, to), size);
  features[28] = mix2(seeded(28), wordHash(text, last - 1, from, to), p1);
  features[29] = mix2(seeded(29), personBits(tokens, first, from, to, people), type);
  return spread(features, 30);
}

/**
 * Adds to `features`, from `n` on, what the first round said of the candidate and of the same name elsewhere.
 * @param own the first round's probability. @returns how many features there are
 */
export function recalledOf(
  features: Int32Array,
  n: number,
  c: Candidate,
  { tokens, people }: PlaceText,
  seen: SurfaceEvidence,
  from: number,
  to: number,
  own: number,
): number {
  const { first, last } = c;
  const type = typeOf(c);
  const other = seen.count > 1 ? (own >= seen.first ? seen.second : seen.first) : -1;
  const best = other < 0 ? 11 : Math.floor(other * 9.999);
  const capBefore = first > from ? caseOf(tokens.form[first - 1]) : 0;
  const capAfter = last < to ? caseOf(tokens.form[last]) : 0;
  const self = last - first === 1 ? (people.get(tokens.lower[first]) ?? 0) : 0;
  features[n] = mix2(seeded(43), Math.floor(own * 9.999), type);
  features[n + 1] = mix2(seeded(40), best, type);
  features[n + 2] = deep(mix2(seeded(41), best, capBefore)) ^ salt(capAfter);
  features[n + 3] = deep(mix2(seeded(42), best, stateOf(c, self))) ^ salt(first === from ? 1 : 0);
  return spread(features, n + 4, n);
}

const RISK = NAME.risky | NAME.abbreviation | NAME.capitals;
const NO_FACTS = 16;
const typeOf = (c: Candidate): number => c.source * 4 + (c.source === SOURCE.gazetteer && c.longest ? 1 : 0);
const stateOf = (c: Candidate, self: number): number =>
  ((c.facts?.flags ?? NO_FACTS) & RISK) * 4 + (self ? 2 : 0) + (c.last - c.first === 1 ? 1 : 0);

/** 0 no neighbour, 1 a neighbour, 2 the first lies in the second. */
function relationOf(gazetteer: Gazetteer, a: Candidate | undefined, b: Candidate | undefined): number {
  if (!a || !b) return 0;
  return a.facts && b.facts && liesIn(gazetteer, a.facts.rows, b.facts.rows) ? 2 : 1;
}
