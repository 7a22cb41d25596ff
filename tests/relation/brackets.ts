/**
 * Sentences with their mentions in brackets: "[from group US troops] in [to place/country Iraq]". Behind the bracket
 * stand a role (`from` or `to`, for the pair that is asked about) and a type with or without a kind; brackets nest.
 */
import type { DraftEntity, DraftMention } from '../../src/document/layers.ts';
import { type Tokens, type Tree, tokenAt } from '../../src/document/tokens.ts';

export interface Marked {
  readonly role?: 'from' | 'to';
  readonly type: string;
  readonly kind?: string;
  readonly start: number;
  readonly end: number;
}

const OPENING = /\[(?:(from|to) )?([a-z:]+)(?:\/([a-z-]+))? /y;

export function readBrackets(source: string): { text: string; marks: Marked[] } {
  let text = '';
  const open: { role?: 'from' | 'to'; type: string; kind?: string; start: number }[] = [];
  const marks: Marked[] = [];
  for (let i = 0; i < source.length; ) {
    OPENING.lastIndex = i;
    const match = OPENING.exec(source);
    if (match) {
      const [all, role, type, kind] = match;
      open.push({
        ...(role ? { role: role as 'from' | 'to' } : {}),
        type,
        ...(kind ? { kind } : {}),
        start: text.length,
      });
      i += all.length;
    } else if (source[i] === ']') {
      const mark = open.pop();
      if (!mark) throw new SyntaxError(`unbalanced bracket in "${source}"`);
      marks.push({ ...mark, end: text.length });
      i++;
    } else text += source[i++];
  }
  return { text, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) };
}

const PRONOUNS = new Set(['he', 'she', 'it', 'they', 'we', 'i', 'his', 'her', 'its', 'their', 'our', 'them', 'him']);

/** The word of a span that the tree hangs the others on; the last, when there is no tree. */
export function headOf(tree: Tree, first: number, last: number): number {
  for (let i = last - 1; i >= first; i--) {
    const head = tree.head[i];
    if (i < tree.head.length && (head < first || head >= last)) return i;
  }
  return last - 1;
}

export function mentionsOf(text: string, marks: readonly Marked[], tokens: Tokens, tree: Tree): DraftMention[] {
  return marks.map(({ type, kind, start, end }) => {
    const [first, last] = [tokenAt(tokens, start), tokenAt(tokens, end - 1) + 1];
    const words = text.slice(start, end);
    const name = words.split(/[\s-]/).every((w) => /^[\p{Lu}\d]/u.test(w) || ['al', 'of', 'the', 'and'].includes(w));
    const level = PRONOUNS.has(words.toLowerCase()) ? 'pronoun' : name ? 'name' : 'nominal';
    const head = headOf(tree, first, last);
    return { start, end, first, last, head, type, ...(kind ? { kind } : {}), level, rule: 'test' } as DraftMention;
  });
}

/** Each mention an entity of its own, but names in brackets behind a name, which stand for the same. */
export const entitiesOf = (mentions: readonly DraftMention[]): DraftEntity[] =>
  mentions.map((m) => ({ type: m.type, name: '', attributes: {} }) as DraftEntity);
