/**
 * Reads a text with marks: `[key words]` a name, `[key~ words]` a nominal, `[key* words]` a pronoun, with `!` behind
 * where a place acts as a government; `{event word}` a trigger. Marks nest: `[army~ [us US] army] {a {b attacks}}`.
 */
import type { Level, Span } from '../../document/schema.ts';

export interface MarkedMention extends Span {
  readonly key: string;
  readonly level: Level;
  readonly acts: boolean;
}
export interface MarkedTrigger extends Span {
  readonly key: string;
}
export interface MarkedText {
  /** The text without its marks. */
  readonly text: string;
  /** In the order of the text, the wider first. */
  readonly mentions: readonly MarkedMention[];
  readonly triggers: readonly MarkedTrigger[];
}

const OPENING = /[[{]([a-z0-9_-]+)([~*]?)(!?) /y;
const LEVELS: Readonly<Record<string, Level>> = { '': 'name', '~': 'nominal', '*': 'pronoun' };
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

interface Open {
  readonly bracket: string;
  readonly key: string;
  readonly level: string;
  readonly acts: boolean;
  readonly start: number;
}

/** @throws Error that says where a bracket is wrong */
export function readMarks(marked: string): MarkedText {
  const open: Open[] = [];
  const mentions: MarkedMention[] = [];
  const triggers: MarkedTrigger[] = [];
  const fail = (at: number, what: string): never => {
    throw new Error(`expected ${what} at "${marked.slice(at, at + 40).replaceAll('\n', ' ')}"`);
  };
  let text = '';
  for (let at = 0; at < marked.length; at++) {
    const character = marked[at];
    if (character === '[' || character === '{') {
      OPENING.lastIndex = at;
      const match = OPENING.exec(marked) ?? fail(at, 'a key and a space behind the bracket');
      const [whole, key, level, acts] = match;
      open.push({ bracket: character, key, level, acts: acts === '!', start: text.length });
      at += whole.length - 1;
    } else if (character === ']' || character === '}') {
      const last = open.pop();
      if (!last || CLOSING[last.bracket] !== character) return fail(at, 'no closing bracket');
      const span = { start: last.start, end: text.length };
      if (character === '}') triggers.push({ ...span, key: last.key });
      else mentions.push({ ...span, key: last.key, level: LEVELS[last.level], acts: last.acts });
    } else text += character;
  }
  if (open.length) fail(marked.length, `a closing bracket for ${open.map(({ key }) => key).join(', ')}`);
  const inOrder = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;
  return { text, mentions: mentions.sort(inOrder), triggers: triggers.sort(inOrder) };
}
