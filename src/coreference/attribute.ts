/** Number, gender and determiner of a mention, from its words and those in front. */
import type { DraftMention } from '../document/layers.ts';
import { POS } from '../document/ud.ts';
import { atomsOf } from '../gazetteer/atoms.ts';
import { WordMap, wordSet } from '../gazetteer/wordMap.ts';
import { DETERMINER, type Determiner } from './code.ts';
import type { Knowledge, Profile, Read } from './profile.ts';

const WORDS: Readonly<Record<Exclude<Determiner, 'none'>, readonly string[]>> = {
  the: ['the', 'both'],
  this: ['this', 'that', 'these', 'those', 'such'],
  its: ['its', 'their', 'his', 'her', 'our', 'my', "'s", '’s', "'"],
  a: ['a', 'an', 'another', 'other', 'some', 'any', 'no', 'every', 'each'],
};
/** The determiner that a word is, by number. */
const NUMBERS: WordMap<number> = new WordMap(
  new Map(Object.entries(WORDS).flatMap(([d, words]) => words.map((word) => [word, DETERMINER[d as Determiner]]))),
);
/** "[the] two wounded [soldiers]": a determiner stands no further in front. */
const MOST_BETWEEN = 4;

/** Twice its number; 1 more when a number stands between: "the two soldiers". */
export function determinerOf({ tokens, tags, sentences }: Read, m: DraftMention): number {
  let determiner: number = DETERMINER.none;
  let counted = 0;
  const floor = Math.max(sentences.first[tokens.sentence[m.first]], m.first - MOST_BETWEEN);
  for (let i = m.first - 1; i >= floor; i--) {
    const found = NUMBERS.get(tokens.lower[i]);
    if (found) {
      determiner = found;
      // "the other towns", "these other men": the outermost decides but for "other"
      if (tokens.lower[i] !== 'other') break;
    } else if (tags.pos[i] === POS.NUM) counted = 1;
    else if (tags.pos[i] !== POS.ADJ && tags.pos[i] !== POS.ADV && tags.pos[i] !== POS.DET) break;
  }
  return (determiner << 1) | counted;
}

/** Verbs by which someone says something. */
const SPEECH = wordSet(
  'say tell add state explain declare note warn announce claim ask insist stress write argue reply call'.split(' '),
);

/** It hangs on a verb of speech: "[the general] said". */
export function speaks({ tree, tags }: Read, m: DraftMention): boolean {
  const verb = tree.head[m.head];
  return verb >= 0 && SPEECH.has(tags.lemma[verb] ?? '');
}

const PLURAL_HEADS = wordSet(['people', 'police', 'personnel', 'troops', 'forces', 'authorities', 'military', 'media']);
export function numberOf(m: DraftMention, form: string, lemma: string): Profile['number'] {
  if (m.level === 'name') return m.type === 'organization' ? 'any' : m.type === 'group' ? 'plural' : 'singular';
  if (m.type === 'organization' && PLURAL_HEADS.has(form)) return 'any';
  if (m.type === 'group' || PLURAL_HEADS.has(form)) return 'plural';
  const plural = form !== lemma && (form.endsWith('s') || lemma !== form);
  return plural ? 'plural' : m.type === 'organization' ? 'any' : 'singular';
}

const MALE = wordSet([
  'man',
  'boy',
  'father',
  'son',
  'brother',
  'husband',
  'king',
  'prince',
  'spokesman',
  'gunman',
  'businessman',
  'policeman',
  'mr',
  'sheikh',
  'ayatollah',
  'bishop',
  'priest',
]);
const FEMALE = wordSet([
  'woman',
  'girl',
  'mother',
  'daughter',
  'sister',
  'wife',
  'queen',
  'princess',
  'spokeswoman',
  'policewoman',
  'mrs',
  'ms',
  'mum',
  'nun',
]);

export function genderOf(m: DraftMention, words: readonly string[], lemma: string, k: Knowledge): Profile['gender'] {
  if (m.type !== 'person') return 'n';
  const title = m.title ? atomsOf(m.title) : NONE;
  if (MALE.has(lemma) || title.some((w) => MALE.has(w))) return 'm';
  if (FEMALE.has(lemma) || title.some((w) => FEMALE.has(w))) return 'f';
  return (m.level === 'name' && words.length > 1 && k.genderOf(words[0])) || 'any';
}
const NONE: readonly string[] = Object.freeze([]);
