/** Treebanks in the CoNLL-U format (https://universaldependencies.org/format.html), with each word's characters. */
import { readFileSync } from 'node:fs';
import { DEP, type Deprel, POS, type Upos } from '../document/ud.ts';

export interface TreebankWord {
  /** Characters of the sentence's text; a word that is respelt there ("dunno" is "du" + "n" + "no") gets a share of them. */
  readonly start: number;
  readonly end: number;
  readonly lemma: string;
  readonly pos: number;
  /** Penn Treebank tag. */
  readonly xpos: string;
  /** Number in the sentence, from 0; -1 for the root. */
  readonly head: number;
  readonly dep: number;
}
export interface TreebankSentence {
  readonly text: string;
  readonly words: readonly TreebankWord[];
}

/** Sentences of files in CoNLL-U. Empty nodes and enhanced dependencies are left out. */
export const readConllu = (paths: readonly string[]): TreebankSentence[] =>
  paths.flatMap((path) => parseConllu(readFileSync(path, 'utf8')));

export function parseConllu(source: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  for (const block of source.split(/\n{2,}/)) {
    const lines = block.split('\n');
    const text = lines.find((line) => line.startsWith('# text = '))?.slice(9);
    if (text === undefined) continue;
    const rows = lines.filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));
    sentences.push({ text, words: wordsOf(text, rows) });
  }
  return sentences;
}

function wordsOf(text: string, rows: readonly (readonly string[])[]): TreebankWord[] {
  const words: TreebankWord[] = [];
  let at = 0;
  let surface = { last: 0, end: 0 };
  for (const row of rows) {
    const [id, form, lemma, upos, xpos, , head, deprel] = row;
    if (id.includes('.')) continue;
    if (id.includes('-')) {
      at = Math.max(at, text.indexOf(form, at));
      surface = { last: Number(id.split('-')[1]), end: at + form.length };
      continue;
    }
    const number = Number(id);
    const inside = number <= surface.last;
    const found = text.indexOf(form, at);
    const start = found >= 0 && (!inside || found < surface.end) ? found : at;
    const end =
      number === surface.last
        ? surface.end
        : inside && found < 0
          ? Math.min(start + 1, surface.end)
          : start + form.length;
    words.push({
      start,
      end,
      lemma,
      pos: POS[upos as Upos] ?? POS.X,
      xpos,
      head: Number(head) - 1,
      dep: DEP[deprel as Deprel] ?? DEP[deprel.split(':')[0] as Deprel] ?? DEP.dep,
    });
    at = end;
  }
  return words;
}
