import { codeAt } from '../document/codeAt.ts';
import type { DraftMention, Layers } from '../document/layers.ts';
import type { Level } from '../document/schema.ts';
import { DEP } from '../document/ud.ts';
import { uniform } from '../document/uniform.ts';

/** What a proposer reads. */
export type Read = Pick<Layers, 'text' | 'tokens' | 'sentences' | 'tags' | 'tree' | 'timexes'>;
/** Finds mentions of some kind in a document; what conflicts is settled later, in `refine.ts`. */
export type Proposer = (layers: Read) => DraftMention[];

const WORDLIKE = /[\p{L}\p{N}]/u;
/** Whether a token has a letter or a digit: most begin with one of ASCII. */
function isWord(form: string): boolean {
  const c = codeAt(form, 0);
  const small = c | 32;
  return (small >= 97 && small <= 122) || (c >= 48 && c <= 57) || WORDLIKE.test(form);
}

/** The head among tokens `first` to `last` (exclusive): the one whose own head lies outside; the last one where there is no tree. */
export function headIn({ tree, tokens }: Pick<Layers, 'tree' | 'tokens'>, first: number, last: number): number {
  for (let i = first; i < last; i++) {
    const head = tree.head.length ? tree.head[i] : -1;
    if ((head < first || head >= last) && tree.dep[i] !== DEP.punct && isWord(tokens.form[i]) && head !== -1) return i;
    if (head === -1 && tree.head.length && tree.dep[i] === DEP.root) return i;
  }
  return last - 1;
}

/** The head of a mention: a nominal ends with its head noun, whatever the parser made of it ("Iran-backed militias": not "backed"). */
export const headOf = (layers: Pick<Layers, 'tree' | 'tokens'>, first: number, last: number, level: Level): number =>
  level === 'nominal' ? last - 1 : headIn(layers, first, last);

/** What a proposer says of a mention beside its place in the text. */
type Said = Pick<DraftMention, 'type' | 'level' | 'rule'> & {
  readonly [K in 'kind' | 'actsAs' | 'entry']?: DraftMention[K] | undefined;
};

/** A mention of whole tokens with its head. */
export function mentionOf(
  layers: Pick<Layers, 'tree' | 'tokens'>,
  first: number,
  last: number,
  { type, kind, level, actsAs, rule, entry }: Said,
  head = headOf(layers, first, last, level),
): DraftMention {
  const start = layers.tokens.start[first];
  const end = layers.tokens.end[last - 1];
  return uniform({ first, last, head, start, end, type, kind, level, actsAs, rule, entry } as DraftMention);
}
