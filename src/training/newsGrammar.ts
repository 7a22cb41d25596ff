/** Sentences of news with their trees, drawn from a small grammar of the project's own (`corpus/grammar`), to train on beside the treebanks. */
import { readFileSync } from 'node:fs';
import { DEP, type Deprel, POS, type Upos } from '../document/ud.ts';
import { inflectNoun, inflectVerb } from '../morphology/index.ts';
import { Random } from '../perceptron/random.ts';
import type { TreebankSentence, TreebankWord } from './readConllu.ts';

interface Word {
  readonly form: string;
  readonly lemma: string;
  readonly xpos: string;
  readonly pos: Upos;
  /** How it hangs on the last word of its element; undefined for that word itself. */
  readonly inner: Deprel | undefined;
}
/** What may stand in a place of a pattern: given the form that is asked for, the words. */
type Choice = (form: string | undefined) => readonly Word[];
interface Element {
  readonly choices: readonly Choice[];
  readonly form: string | undefined;
  readonly head: number;
  readonly dep: Deprel;
}
export type NewsGrammar = readonly (readonly Element[])[];

const UPOS_OF_PENN: Readonly<Record<string, Upos>> = {
  NN: 'NOUN',
  NNS: 'NOUN',
  NNP: 'PROPN',
  JJ: 'ADJ',
  JJR: 'ADJ',
  CD: 'NUM',
  IN: 'ADP',
  DT: 'DET',
  RB: 'ADV',
  WRB: 'ADV',
  RP: 'ADP',
  TO: 'PART',
  POS: 'PART',
  MD: 'AUX',
  CC: 'CCONJ',
  PRP: 'PRON',
  PRP$: 'PRON',
  WP: 'PRON',
  ',': 'PUNCT',
  '.': 'PUNCT',
};
const posOf = (xpos: string, dep?: string): Upos =>
  dep === 'mark' && xpos === 'IN' ? 'SCONJ' : (UPOS_OF_PENN[xpos] ?? (xpos.startsWith('VB') ? 'VERB' : 'X'));

/** Plurals as they are. */
const COLLECTIVE = new Set(['police', 'people']);

function formOf(lemma: string, xpos: string): string {
  if (lemma === 'be') return xpos === 'VBD' ? 'was' : xpos === 'VBN' ? 'been' : 'are';
  if (xpos === 'NNS') return COLLECTIVE.has(lemma) ? lemma : inflectNoun(lemma).plural;
  if (!xpos.startsWith('VB') || xpos === 'VB' || xpos === 'VBP') return lemma;
  const forms = inflectVerb(lemma);
  if (xpos === 'VBZ') return forms.present;
  if (xpos === 'VBG') return forms.presentParticiple;
  return xpos === 'VBD' ? forms.past : forms.pastParticiple;
}

/** An entry of a slot: "police+officer", "armed:JJ+man", "hundreds:NNS". */
function entryOf(entry: string, slotTag: string): Choice {
  const parts = entry.split('+').map((part) => part.split(':'));
  return (form) =>
    parts.map(([base, given], i): Word => {
      const last = i === parts.length - 1;
      const xpos = (last ? form : undefined) ?? given ?? (slotTag === 'NNS' ? 'NN' : slotTag);
      const lemma = base;
      return {
        form: given && last ? lemma : formOf(lemma, xpos),
        lemma,
        xpos,
        pos: posOf(xpos),
        inner: last ? undefined : xpos === 'JJ' ? 'amod' : 'compound',
      };
    });
}

/** @throws SyntaxError that names file, line and what is wrong. */
export function parseNewsGrammar(source: string, file: string): NewsGrammar {
  const slots = new Map<string, readonly Choice[]>();
  const patterns: Element[][] = [];
  source.split('\n').forEach((line, number) => {
    const fail = (what: string): never => {
      throw new SyntaxError(`${file}:${number + 1}: ${what}`);
    };
    if (!line || line.startsWith('#')) return;
    const slot = /^\$(\w+) ([A-Z$]+): (.+)$/.exec(line);
    if (slot)
      slots.set(
        slot[1],
        slot[3].split(' ').map((entry) => entryOf(entry, slot[2])),
      );
    else patterns.push(line.split(' ').map((part) => elementOf(part, slots, fail)));
  });
  return patterns;
}

function elementOf(
  part: string,
  slots: ReadonlyMap<string, readonly Choice[]>,
  fail: (what: string) => never,
): Element {
  const [, what, head, dep] =
    /^(.+)>(\d+):([a-z:]+)$/.exec(part) ?? fail(`expected "word_TAG>head:relation", got "${part}"`);
  if (!(dep in DEP)) fail(`expected a relation of Universal Dependencies, got "${dep}"`);
  const place = { head: Number(head) - 1, dep: dep as Deprel };
  if (what.startsWith('$')) {
    const [name, form] = what.slice(1).split('.');
    return { ...place, form, choices: slots.get(name) ?? fail(`expected a slot from above, got "$${name}"`) };
  }
  const [lemma, tag] = what.split('_');
  const [xpos, upos] = tag.split(':');
  const word: Word = {
    form: formOf(lemma, xpos),
    lemma,
    xpos,
    pos: (upos as Upos) ?? posOf(xpos, dep),
    inner: undefined,
  };
  return { ...place, form: undefined, choices: [() => [word]] };
}

/** @param count how many. The same seed gives the same sentences. */
export function newsSentences(grammar: NewsGrammar, count: number, seed: number): TreebankSentence[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, i) => sentenceOf(grammar[i % grammar.length], random));
}

function sentenceOf(pattern: readonly Element[], random: Random): TreebankSentence {
  const chosen = pattern.map(({ choices, form }) => choices[random.below(choices.length)](form));
  let count = 0;
  /** The last word of each element, which is its head. */
  const heads = chosen.map((words) => (count += words.length) - 1);
  const flat = chosen.flat();
  const words: TreebankWord[] = [];
  let text = '';
  for (const [e, { head, dep }] of pattern.entries())
    for (const { form, lemma, pos, xpos, inner } of chosen[e]) {
      const written = spelt(form, flat[words.length + 1]?.form ?? '', text === '');
      if (text && pos !== 'PUNCT' && xpos !== 'POS') text += ' ';
      const start = text.length;
      text += written;
      const up = inner ? heads[e] : (heads[head] ?? -1);
      words.push({ start, end: text.length, lemma, pos: POS[pos], xpos, head: up, dep: DEP[inner ?? dep] });
    }
  return { text, words };
}

/** "an embassy"; a capital in front. */
function spelt(form: string, next: string, first: boolean): string {
  const written = form === 'a' && /^[aeiou]/.test(next) ? 'an' : form;
  return first ? written[0].toUpperCase() + written.slice(1) : written;
}

/** Sentences that train beside the treebanks' 18,000. */
export const readNewsGrammar = (path = 'corpus/grammar/news.txt', count = 1500): TreebankSentence[] =>
  newsSentences(parseNewsGrammar(readFileSync(path, 'utf8'), path), count, 1);

/** Clauses that share a subject, and whom it follows: trees for the parser, which hold no tag that is news to the tagger. */
export const readDeedsGrammar = (): TreebankSentence[] => readNewsGrammar('corpus/grammar/deeds.txt', 360);
