import type { DraftMention } from '../document/layers.ts';
import { type Chain, type Read, textOf } from './chain.ts';

const LEVEL = { name: 2, nominal: 1, pronoun: 0 } as const;

/** The fullest name in the text, else the fullest nominal: the longest, the first of equals, of pronouns the first. */
export function nameOf(layers: Read, { mentions }: Chain): string {
  let best: DraftMention = mentions[0];
  for (let k = 1; k < mentions.length; k++) {
    const m = mentions[k];
    const a = LEVEL[m.level];
    const b = LEVEL[best.level];
    if (a > b || (a === b && a > 0 && m.end - m.start > best.end - best.start)) best = m;
  }
  return textOf(layers, best);
}

/** Its names but for one, each once. */
export function aliasesOf(layers: Read, { mentions }: Chain, name: string): readonly string[] | undefined {
  if (mentions.length === 1) return undefined;
  let aliases: string[] | undefined;
  for (const m of mentions) {
    if (m.level !== 'name') continue;
    const other = textOf(layers, m);
    if (other === name || aliases?.includes(other)) continue;
    if (aliases) aliases.push(other);
    else aliases = [other];
  }
  return aliases;
}
