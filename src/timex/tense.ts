/** Which way the clause around a word looks, from its verbs: "will meet Friday" ahead, "said Friday" back. */
import { decode } from '../document/assets.ts';
import type { Layers } from '../document/layers.ts';
import { tokenAt } from '../document/tokens.ts';
import { POS } from '../document/ud.ts';
import { parseTable } from '../gazetteer/table.ts';
import { type WordSet, wordSet } from '../gazetteer/wordMap.ts';
import type { Tense } from './context.ts';

const SIGNS = ['ahead', 'back', 'over', 'aim', 'due'] as const;
type Sign = (typeof SIGNS)[number];
/** The words of each sign. */
export type TenseWords = Readonly<Record<Sign, WordSet>>;

/** Reads `lexicon/timex-tense.tsv`. @throws SyntaxError that names line, expectation and what came. */
export function parseTenseWords(bytes: Uint8Array, name: string): TenseWords {
  const words: Record<Sign, Set<string>> = {
    ahead: new Set(),
    back: new Set(),
    over: new Set(),
    aim: new Set(),
    due: new Set(),
  };
  for (const { word, sign, line } of parseTable(decode(bytes), name, ['word', 'sign'])) {
    const known = SIGNS.find((s) => s === sign);
    if (!known) throw new SyntaxError(`${name}:${line}: expected ${SIGNS.join(', ')}, got "${sign}"`);
    words[known].add(word);
  }
  return {
    ahead: wordSet(words.ahead),
    back: wordSet(words.back),
    over: wordSet(words.over),
    aim: wordSet(words.aim),
    due: wordSet(words.due),
  };
}

type Read = Pick<Layers, 'tokens' | 'tags' | 'sentences'>;
/** How far a sign reaches, in tokens. */
const REACH = 14;

/** The sign that a token gives. "to" counts in front of a verb only, participles in -ed when they are no names ("United"). */
function signOf({ tokens: { lower, form }, tags }: Read, words: TenseWords, i: number): Tense {
  const word = lower[i];
  const before = lower[i - 1] ?? '';
  const pos = tags.pos[i];
  if (word === 'to') return words.aim.has(before) && mayBeVerb(tags.pos[i + 1]) ? 1 : 0;
  if (words.ahead.has(word)) {
    if (pos === POS.NOUN || pos === POS.PROPN) return 0;
    return words.over.has(before) || words.over.has(lower[i - 2] ?? '') ? -1 : 1;
  }
  if (words.back.has(word)) return -1;
  if (pos !== POS.X && pos !== POS.VERB) return 0;
  // "will be decided in June": what counts is "will"
  if (before === 'be' || before === 'get') return 0;
  if (pos === POS.VERB && tags.lemma[i] !== word && !/(s|ing)$/.test(word)) return -1;
  return word.length > 4 && word.endsWith('ed') && word === form[i] ? -1 : 0;
}
const mayBeVerb = (pos: number): boolean => pos === POS.VERB || pos === POS.AUX || pos === POS.X;

/** The nearest sign in front of the word, else behind it, within its sentence. */
export function tenseAt(layers: Read, words: TenseWords, offset: number): Tense {
  const { tokens, sentences } = layers;
  const at = Math.min(tokenAt(tokens, offset), tokens.length - 1);
  if (at < 0) return 0;
  const sentence = tokens.sentence[at];
  if (isDue(tokens.lower, words, at, sentences.first[sentence])) return 1;
  for (let i = at - 1; i >= Math.max(sentences.first[sentence], at - REACH); i--) {
    const sign = signOf(layers, words, i);
    if (sign !== 0) return sign;
  }
  for (let i = at + 1; i < Math.min(sentences.last[sentence], at + REACH); i++) {
    // "In an interview Friday, he would not …"
    const sign = tokens.lower[i] === 'would' ? 0 : signOf(layers, words, i);
    if (sign !== 0) return sign;
  }
  return 0;
}

/** "as soon as Tuesday", "effective Feb. 1"; not "Until Thursday, they had …". */
function isDue(lower: readonly string[], words: TenseWords, at: number, first: number): boolean {
  const before = lower[at - 1] ?? '';
  if (at - 1 > first && words.due.has(before)) return true;
  return before === 'as' && /^(soon|early|late)$/.test(lower[at - 2] ?? '');
}
