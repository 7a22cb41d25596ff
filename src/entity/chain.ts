/** What the makers of entities see: a chain, its mentions, and the layers around them. */
import { codeAt } from '../document/codeAt.ts';
import type { DraftMention, Layers } from '../document/layers.ts';

export type Read = Pick<
  Layers,
  'text' | 'date' | 'source' | 'tokens' | 'sentences' | 'tags' | 'tree' | 'timexes' | 'mentions' | 'chains'
>;
export interface Chain {
  readonly index: number;
  /** Indices of its mentions. */
  readonly members: readonly number[];
  readonly mentions: readonly DraftMention[];
}

/** A chain of a text, in a record that is filled anew for each: what it gives is good until the next one is asked for. */
export class ChainReader implements Chain {
  index = 0;
  members: readonly number[] = [];
  mentions: readonly DraftMention[] = [];
  /** Scratch: the mention of a chain of one, as most are. */
  readonly #sole: DraftMention[] = [];

  read({ chains, mentions }: Pick<Layers, 'chains' | 'mentions'>, index: number): Chain {
    const members = chains[index];
    this.index = index;
    this.members = members;
    if (members.length === 1) {
      this.#sole[0] = mentions[members[0]];
      this.mentions = this.#sole;
    } else {
      const own = [mentions[members[0]]];
      for (let k = 1; k < members.length; k++) own.push(mentions[members[k]]);
      this.mentions = own;
    }
    return this;
  }
}
export type Attributes = Readonly<Record<string, unknown>>;

/** What a mention says, in one line. */
export function textOf({ text }: Pick<Layers, 'text'>, m: DraftMention): string {
  const words = text.slice(m.start, m.end);
  return isEven(text, m) ? words : words.replace(/\s+/g, ' ');
}

/** It has no white space but single spaces, as far as that is seen at once. */
function isEven(text: string, { start, end }: DraftMention): boolean {
  for (let i = start; i < end; i++) {
    const code = codeAt(text, i);
    if (code > 126 || code < 32 || (code === 32 && text.charCodeAt(i + 1) === 32)) return false;
  }
  return true;
}

/** What most mentions say, names counting more than nominals; the first of equals. */
export function vote<T>(mentions: readonly DraftMention[], of: (m: DraftMention) => T | undefined): T | undefined {
  let first: T | undefined;
  for (let i = 0; i < mentions.length; i++) {
    const value = mentions[i].level === 'pronoun' ? undefined : of(mentions[i]);
    if (value === undefined || value === first) continue;
    // nearly all chains are of one voice
    if (first !== undefined) return majority(mentions, of);
    first = value;
  }
  return first;
}

function majority<T>(mentions: readonly DraftMention[], of: (m: DraftMention) => T | undefined): T | undefined {
  const counts = new Map<T, number>();
  for (const m of mentions) {
    const value = of(m);
    if (value !== undefined && m.level !== 'pronoun')
      counts.set(value, (counts.get(value) ?? 0) + (m.level === 'name' ? 1.5 : 1));
  }
  let best: T | undefined;
  for (const [value, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
  return best;
}
