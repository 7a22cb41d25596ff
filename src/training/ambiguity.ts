/** Ambiguity classes (Kupiec 1992): words that may be the same parts of speech, as another tagger reads them in short frames. */
import { createRequire } from 'node:module';

type Wink = typeof import('wink-nlp');

/** "attack" is a noun behind "the" and a verb behind "to"; each frame ends where the word stands. */
const FRAMES = [[], ['the'], ['to'], ['they']] as const;

/** The class of each word, numbered from 1 by size; what is rarer than `most` classes allow shares the last one. */
export function wordClasses(words: readonly string[], most: number): number[] {
  const tag = winkTagger();
  const kinds = words.map((word) => FRAMES.map((frame) => tag([...frame, word])).join(' '));
  const sizes = new Map<string, number>();
  for (const kind of kinds) sizes.set(kind, (sizes.get(kind) ?? 0) + 1);
  const order = [...sizes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([kind]) => kind);
  const numbers = new Map(order.map((kind, i) => [kind, Math.min(i + 1, most)]));
  return kinds.map((kind) => numbers.get(kind) as number);
}

/** wink-nlp's tag of the last of some words. It is wanted in training only, so that no import names it. */
function winkTagger(): (words: readonly string[]) => string {
  const require = createRequire(import.meta.url);
  const winkNLP = require('wink-nlp') as Wink['default'];
  const { readDoc, its } = winkNLP(require('wink-eng-lite-web-model'), ['pos']);
  return (words) => {
    const tokens = readDoc(`${words.join(' ')} .`).tokens();
    const at = words.length - 1;
    const forms = tokens.out(its.value as never) as string[];
    return forms[at] === words[at] ? (tokens.out(its.pos as never) as string[])[at] : 'X';
  };
}
