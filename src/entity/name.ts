import type { DraftMention } from '../document/layers.ts';
import { type Chain, type Read, textOf } from './chain.ts';

const LEVEL = { name: 2, nominal: 1, pronoun: 0 } as const;

export interface Names {
  readonly name: string;
  readonly aliases: readonly string[] | undefined;
}

/** The fullest name in the text, else the fullest nominal: the longest, the first of equals, of pronouns the first; and its other names. */
export function namesOf(layers: Read, chain: Chain): Names {
  let best: DraftMention = chain.mentions[0];
  if (chain.mentions.length === 1) return { name: textOf(layers, best), aliases: undefined };
  for (const m of chain.mentions) {
    const a = LEVEL[m.level];
    const b = LEVEL[best.level];
    if (a > b || (a === b && a > 0 && m.end - m.start > best.end - best.start)) best = m;
  }
  const name = textOf(layers, best);
  let aliases: string[] | undefined;
  for (const m of chain.mentions) {
    if (m.level !== 'name') continue;
    const other = textOf(layers, m);
    if (other === name || aliases?.includes(other)) continue;
    if (aliases) aliases.push(other);
    else aliases = [other];
  }
  return { name, aliases };
}
