import type { DraftMention } from '../document/layers.ts';
import { type Chain, type Read, textOf } from './chain.ts';

const LEVEL = { name: 2, nominal: 1, pronoun: 0 } as const;

/** The fullest name in the text, else the fullest nominal: the longest, the first of equals, of pronouns the first; and its other names. */
export function namesOf(layers: Read, chain: Chain): { name: string; aliases?: readonly string[] } {
  let best: DraftMention = chain.mentions[0];
  if (chain.mentions.length === 1) return { name: textOf(layers, best) };
  for (const m of chain.mentions) {
    const a = LEVEL[m.level];
    const b = LEVEL[best.level];
    if (a > b || (a === b && a > 0 && m.end - m.start > best.end - best.start)) best = m;
  }
  const name = textOf(layers, best);
  const aliases = [...new Set(chain.mentions.filter((m) => m.level === 'name').map((m) => textOf(layers, m)))].filter(
    (n) => n !== name,
  );
  return aliases.length ? { name, aliases } : { name };
}
