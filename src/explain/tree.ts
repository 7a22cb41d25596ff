/** The part of the dependency tree that ties some words together, set in by depth, in the order of the text. */
import type { Token } from '../document/schema.ts';
import type { Reader } from './reader.ts';

/** Small words that say how their head stands in the sentence: shown beside what they belong to. */
const SMALL = new Set(['case', 'mark', 'aux', 'aux:pass', 'cop', 'compound:prt', 'advmod']);
const isSmall = (token: Token): boolean =>
  SMALL.has(token.dep) && (token.dep !== 'advmod' || /^(?:not|n't|never)$/i.test(token.lemma));

/** From a word up to its root, itself first; a tree that isn't one ends where it begins to repeat. */
function wayUp(tokens: readonly Token[], word: number): number[] {
  const way: number[] = [];
  const seen = new Set<number>();
  for (let at = word; at >= 0 && at < tokens.length && !seen.has(at); at = tokens[at].head) {
    way.push(at);
    seen.add(at);
  }
  return way;
}

/** The words on the ways from each given word up to the lowest one that is above all others of its tree. */
function between(tokens: readonly Token[], words: readonly number[]): Set<number> {
  const ways = words.map((word) => wayUp(tokens, word));
  const kept = new Set<number>();
  const roots = new Set(ways.map((way) => way.at(-1)));
  for (const root of roots) {
    const those = ways.filter((way) => way.at(-1) === root);
    const top = those[0].find((word) => those.every((way) => way.includes(word)));
    for (const way of those) for (const word of way.slice(0, way.indexOf(top as number) + 1)) kept.add(word);
  }
  return kept;
}

/** @param words tokens, by number. @returns a line a word; none where there is no tree */
export function treeOf({ document }: Reader, words: readonly number[]): string[] {
  const { tokens, text } = document;
  const known = [...new Set(words)].filter((word) => word >= 0 && word < tokens.length);
  if (!known.some((word) => tokens[word].head >= 0)) return known.length > 1 ? known.map((w) => line(w, 0)) : [];
  const kept = between(tokens, known);
  for (const [i, token] of tokens.entries()) if (kept.has(token.head) && isSmall(token)) kept.add(i);
  return [...kept]
    .sort((a, b) => a - b)
    .map((word) => line(word, wayUp(tokens, word).filter((above) => above !== word && kept.has(above)).length));

  function line(word: number, depth: number): string {
    const { start, end, pos, dep, head } = tokens[word];
    const relation =
      head < 0 ? 'root' : kept.has(head) ? dep : `${dep} of "${text.slice(tokens[head].start, tokens[head].end)}"`;
    return `${'  '.repeat(depth)}${text.slice(start, end)} ${pos} ${relation}`;
  }
}
