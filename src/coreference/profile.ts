/** What coreference compares: a mention's words, number, gender and countries, worked out once. */
import type { DraftMention, Layers } from '../document/layers.ts';
import { DEP, POS } from '../document/ud.ts';
import { atomsOf } from '../gazetteer/trie.ts';

export type Read = Pick<Layers, 'text' | 'tokens' | 'sentences' | 'tags' | 'tree' | 'timexes' | 'mentions'>;

export interface Profile {
  readonly index: number;
  readonly mention: DraftMention;
  readonly sentence: number;
  /** Base form of the head, in lower case. */
  readonly lemma: string;
  /** The mention's words without accents and case: "Al-Asad" → al, asad. */
  readonly words: readonly string[];
  /** `words` in one string; a country's names and demonyms give its code. */
  readonly key: string;
  /** Countries named inside a nominal ("Iraqi government") or that a place or demonym stands for. */
  readonly countries: ReadonlySet<string>;
  readonly number: 'singular' | 'plural' | 'any';
  readonly gender: 'm' | 'f' | 'n' | 'any';
  /** What stands in front: "the base", "this base", "its base" and "Chad's base", "a base"; nothing known before "base". */
  readonly determiner: Determiner;
  /** It points at something that the reader knows. */
  readonly definite: boolean;
  /** A number in front: "two drones". */
  readonly counted: boolean;
  readonly subject: boolean;
  /** Names inside it, by index. */
  readonly names: readonly number[];
}

export type Determiner = 'none' | 'the' | 'this' | 'its' | 'a';

/** What else coreference knows of words. */
export interface Knowledge {
  /** Countries by the atoms of their capital's name. */
  readonly countryOfCapital: (words: string) => string | undefined;
  /** "General", "Lt.", "Minister": words that stand in front of a person's name. */
  readonly isTitle: (lower: string) => boolean;
  /** Code of a country by one of its names; undefined for none. */
  readonly countryOf: (words: string) => string | undefined;
  readonly genderOf: (givenName: string) => 'm' | 'f' | undefined;
  readonly pronoun: (form: string) => { gender: string; number: string; person: string } | undefined;
}

const DETERMINERS: ReadonlyMap<string, Determiner> = new Map([
  ['the', 'the'],
  ['both', 'the'],
  ['this', 'this'],
  ['that', 'this'],
  ['these', 'this'],
  ['those', 'this'],
  ['such', 'this'],
  ['its', 'its'],
  ['their', 'its'],
  ['his', 'its'],
  ['her', 'its'],
  ['our', 'its'],
  ['my', 'its'],
  ["'s", 'its'],
  ['’s', 'its'],
  ["'", 'its'],
  ['a', 'a'],
  ['an', 'a'],
  ['another', 'a'],
  ['other', 'a'],
  ['some', 'a'],
  ['any', 'a'],
  ['no', 'a'],
  ['every', 'a'],
  ['each', 'a'],
]);
/** "[the] two wounded [soldiers]": a determiner stands no further in front. */
const MOST_BETWEEN = 4;

function determinerOf(
  { tokens, tags, sentences }: Read,
  m: DraftMention,
): { determiner: Determiner; definite: boolean; counted: boolean } {
  let determiner: Determiner = 'none';
  let counted = false;
  const floor = Math.max(sentences.first[tokens.sentence[m.first]], m.first - MOST_BETWEEN);
  for (let i = m.first - 1; i >= floor; i--) {
    const found = DETERMINERS.get(tokens.lower[i]);
    if (found) {
      determiner = found;
      // "the other towns", "these other men": the outermost decides but for "other"
      if (tokens.lower[i] !== 'other') break;
    } else if (tags.pos[i] === POS.NUM) counted = true;
    else if (tags.pos[i] !== POS.ADJ && tags.pos[i] !== POS.ADV && tags.pos[i] !== POS.DET) break;
  }
  return { determiner, definite: determiner !== 'none' && determiner !== 'a', counted };
}

const PLURAL_HEADS = new Set(['people', 'police', 'personnel', 'troops', 'forces', 'authorities', 'military', 'media']);
function numberOf(m: DraftMention, form: string, lemma: string): Profile['number'] {
  if (m.level === 'name') return m.type === 'organization' ? 'any' : m.type === 'group' ? 'plural' : 'singular';
  if (m.type === 'group' || PLURAL_HEADS.has(form)) return 'plural';
  const plural = form !== lemma && (form.endsWith('s') || lemma !== form);
  return plural ? 'plural' : m.type === 'organization' ? 'any' : 'singular';
}

const MALE = new Set([
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
const FEMALE = new Set([
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

function genderOf(m: DraftMention, words: readonly string[], lemma: string, k: Knowledge): Profile['gender'] {
  if (m.type !== 'person') return 'n';
  const heard = [lemma, ...atomsOf(m.title ?? '')];
  if (heard.some((w) => MALE.has(w))) return 'm';
  if (heard.some((w) => FEMALE.has(w))) return 'f';
  return (m.level === 'name' && words.length > 1 && k.genderOf(words[0])) || 'any';
}

export function profilesOf(layers: Read, knowledge: Knowledge): Profile[] {
  const { tokens, tags, tree, mentions } = layers;
  return mentions.map((m, index): Profile => {
    const form = tokens.lower[m.head];
    const lemma = tags.lemma[m.head]?.toLowerCase() ?? form;
    const words = atomsOf(layers.text.slice(m.start, m.end));
    const names: number[] = [];
    const countries = new Set<string>();
    const own =
      m.type === 'nationality'
        ? m.entry?.country
        : m.type === 'place'
          ? knowledge.countryOf(words.join(' '))
          : undefined;
    if (own) countries.add(own);
    for (let j = index + 1; j < mentions.length && mentions[j].start < m.end; j++) {
      if (mentions[j].end > m.end || mentions[j].level !== 'name') continue;
      names.push(j);
      const inner = mentions[j];
      const code =
        inner.type === 'nationality'
          ? (inner.entry?.country ?? atomsOf(layers.text.slice(inner.start, inner.end)).join(' '))
          : inner.type === 'place'
            ? knowledge.countryOf(atomsOf(layers.text.slice(inner.start, inner.end)).join(' '))
            : undefined;
      if (code) countries.add(code);
    }
    const pronoun = m.level === 'pronoun' ? knowledge.pronoun(form) : undefined;
    return {
      index,
      mention: m,
      sentence: tokens.sentence[m.head],
      lemma,
      words,
      key: own ?? words.filter((w) => w !== 'the').join(' '),
      countries,
      number: pronoun ? (pronoun.number as Profile['number']) : numberOf(m, form, lemma),
      gender: pronoun ? ((pronoun.gender || 'any') as Profile['gender']) : genderOf(m, words, lemma, knowledge),
      ...determinerOf(layers, m),
      subject: tree.dep[m.head] === DEP.nsubj || tree.dep[m.head] === DEP['nsubj:pass'],
      names,
    };
  });
}
