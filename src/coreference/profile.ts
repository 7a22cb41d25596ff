/** What coreference compares: a mention's words, number, gender and countries, worked out once. */
import type { DraftMention, Layers } from '../document/layers.ts';
import { DEP } from '../document/ud.ts';

import { hashString, type Clusters as WordClusters } from '../perceptron/index.ts';
import { determinerOf, genderOf, numberOf, speaks } from './attribute.ts';
import { DETERMINER, kindHash, LEVEL, NAME_SORT, type PronounCode, sortOf, typeOf } from './code.ts';
import { kindsOf } from './kindNoun.ts';
import { quotedTokens } from './quote.ts';
import { wordsOf } from './words.ts';

export type Read = Pick<Layers, 'text' | 'tokens' | 'sentences' | 'tags' | 'tree' | 'timexes' | 'mentions'>;

/** In the order in which they are asked for together: those of the ranker's inner loop first, as they lie side by side then. */
export interface Profile {
  readonly index: number;
  readonly mention: DraftMention;
  /** A number of `LEVEL`. */
  readonly level: number;
  /** Small numbers of the same type and sort: see `code.ts`. */
  readonly typeCode: number;
  readonly sentence: number;
  readonly number: 'singular' | 'plural' | 'any';
  readonly gender: 'm' | 'f' | 'n' | 'any';
  /** Of a pronoun: 1 to 3; else empty. */
  readonly person: string;
  /** Hashes of its type and its kind; `hashString` of the lemma, and the clusters of words to which it belongs. */
  readonly type: number;
  readonly kind: number;
  readonly hash: number;
  readonly fine: number;
  readonly coarse: number;
  /** What stands in front, a number of `DETERMINER`: "the base", "this base", "its base" and "Chad's base", "a base"; none before "base". */
  readonly determiner: number;
  /** A number in front: "two drones". */
  readonly counted: boolean;
  readonly subject: boolean;
  /** It stands in quotation marks. */
  readonly quoted: boolean;
  /** It hangs on a verb of speech. */
  readonly speaks: boolean;
  /** Countries named inside a nominal ("Iraqi government") or that a place or demonym stands for. */
  readonly countries: readonly string[];
  /** Names inside it, by index. */
  readonly names: readonly number[];
  /** Of a place without a name: the kinds of names that it may stand for ("the province"); undefined when any. */
  readonly kinds: readonly string[] | undefined;
  /** The mention's words without accents and case: "Al-Asad" → al, asad. */
  readonly words: readonly string[];
  /** Base form of the head, in lower case. */
  readonly lemma: string;
  /** Of a name: `words` in one string; a country's names and demonyms give its code. Empty for others. */
  readonly key: string;
  /** The country that a name or a demonym stands for. */
  readonly country: string | undefined;
  /** Of an anaphor a hash of its sort ("he", "they", "the …", "a …", a name), and a small number of it. */
  readonly sort: number;
  readonly sortCode: number;
  /** Of a pronoun: a hash of what it hangs on, and how: "[its] mayor", "[it] landed". 0 for others. */
  readonly governor: number;
}

/** What else coreference knows of words. */
export interface Knowledge {
  readonly wordClusters: WordClusters;
  /** Country of "iraqi", "iraqis". */
  readonly countryOfDemonym: (lower: string) => string | undefined;
  /** Countries by the atoms of their capital's name. */
  readonly countryOfCapital: (words: string) => string | undefined;
  /** "General", "Lt.", "Minister": words that stand in front of a person's name. */
  readonly isTitle: (lower: string) => boolean;
  /** Code of a country by one of its names; undefined for none. */
  readonly countryOf: (words: string) => string | undefined;
  readonly genderOf: (givenName: string) => 'm' | 'f' | undefined;
  readonly pronoun: (form: string) => PronounCode | undefined;
}

const NONE: readonly never[] = Object.freeze([]);

/** The last first, as what stands inside a mention is behind its begin. */
export function profilesOf(layers: Read, knowledge: Knowledge): Profile[] {
  const { mentions } = layers;
  const quoted = quotedTokens(layers);
  const profiles = new Array<Profile>(mentions.length);
  for (let i = mentions.length - 1; i >= 0; i--) profiles[i] = profileOf(layers, knowledge, i, profiles, quoted);
  return profiles;
}

function profileOf(
  layers: Read,
  knowledge: Knowledge,
  index: number,
  profiles: readonly Profile[],
  quoted: Uint8Array,
): Profile {
  const { tokens, tags, tree } = layers;
  const m = layers.mentions[index];
  const form = tokens.lower[m.head];
  const given = tags.lemma[m.head] ?? form;
  const lemma = given === form ? form : given.toLowerCase();
  const words = wordsOf(layers.text, tokens, m);
  const name = m.level === 'name';
  const names = namesInside(profiles, m, index);
  const country = countryOf(m, words, knowledge);
  // "Syrians", "four Iranians": people by their country
  const people = m.level === 'nominal' && (m.type === 'group' || m.type === 'person');
  const pronoun = m.level === 'pronoun' ? knowledge.pronoun(form) : undefined;
  const front = determinerOf(layers, m);
  const type = typeOf(m.type);
  const sort = name ? NAME_SORT : (pronoun?.sort ?? sortOf(front));
  const hash = hashString(lemma);
  const fine = knowledge.wordClusters.fine(hash);
  const dep = tree.dep[m.head];
  return {
    index,
    mention: m,
    level: LEVEL[m.level],
    typeCode: type.code,
    sentence: tokens.sentence[m.head],
    number: pronoun ? pronoun.number : numberOf(m, form, lemma),
    gender: pronoun ? pronoun.gender : genderOf(m, words, lemma, knowledge),
    person: pronoun?.person ?? '',
    type: type.hash,
    kind: m.kind ? kindHash(m.kind) : 0,
    hash,
    fine,
    coarse: knowledge.wordClusters.coarse(fine),
    determiner: front >> 1,
    counted: (front & 1) === 1,
    subject: dep === DEP.nsubj || dep === DEP['nsubj:pass'],
    quoted: quoted[m.head] === 1,
    speaks: speaks(layers, m),
    countries: countriesOf(country ?? (people ? knowledge.countryOfDemonym(form) : undefined), names, profiles),
    names,
    kinds: m.level === 'nominal' && m.type === 'place' ? kindsOf(lemma) : undefined,
    words,
    lemma,
    key: name ? keyOf(country, m.type === 'nationality', words) : '',
    country,
    sort: sort.hash,
    sortCode: sort.code,
    governor: pronoun ? governorOf(layers, m.head) : 0,
  };
}

/** Whether it is of one of some types: see `typesOf`. */
export const isOf = (types: number, { typeCode }: Profile): boolean => ((types >> typeCode) & 1) !== 0;

/** It points at something that the reader knows. */
export const isDefinite = ({ determiner }: Profile): boolean =>
  determiner !== DETERMINER.none && determiner !== DETERMINER.a;

function governorOf({ tree, tags }: Read, token: number): number {
  const head = tree.head[token];
  return head < 0 ? 0 : (hashString(tags.lemma[head] ?? '') + tree.dep[token]) | 0;
}

function namesInside(profiles: readonly Profile[], { end }: DraftMention, index: number): readonly number[] {
  let names: number[] | undefined;
  for (let j = index + 1; j < profiles.length; j++) {
    const { mention } = profiles[j];
    if (mention.start >= end) break;
    if (mention.level !== 'name' || mention.end > end) continue;
    if (names) names.push(j);
    else names = [j];
  }
  return names ?? NONE;
}

/** The country that a name or a demonym stands for. */
function countryOf(m: DraftMention, words: readonly string[], knowledge: Knowledge): string | undefined {
  if (m.type === 'nationality') return m.entry?.country;
  return m.type === 'place' ? knowledge.countryOf(joined(words)) : undefined;
}

/** Its own country and those of the names inside, each once; a demonym that stands for no country stands for itself. */
function countriesOf(
  code: string | undefined,
  names: readonly number[],
  profiles: readonly Profile[],
): readonly string[] {
  if (!names.length) return code ? [code] : NONE;
  let countries: string[] | undefined = code ? [code] : undefined;
  for (let n = 0; n < names.length; n++) {
    const { country, mention, words } = profiles[names[n]];
    const inner = country ?? (mention.type === 'nationality' ? joined(words) : undefined);
    if (inner === undefined || countries?.includes(inner)) continue;
    if (countries) countries.push(inner);
    else countries = [inner];
  }
  return countries ?? NONE;
}

const joined = (words: readonly string[]): string => (words.length === 1 ? words[0] : words.join(' '));

/** A name's words but for the article. "U.S.", "the United States" are one country; "Briton", "British" one demonym, but "Soviet" and "Russian", "Tigrayan" and "Ethiopian" two. */
function keyOf(country: string | undefined, nationality: boolean, words: readonly string[]): string {
  if (country) return nationality ? `${country} ${words.length > 1 ? words.join(' ') : words[0].slice(0, 2)}` : country;
  return words.includes('the') ? words.filter((w) => w !== 'the').join(' ') : joined(words);
}
