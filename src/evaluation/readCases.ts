/**
 * Case files of events: sentences with the events that they tell of. A sentence in brackets under `== assault` tells of an
 * assault at its `[trigger …]`; a line `> assault/killing …` below a sentence says that it tells of one; a sentence with
 * neither tells of none.
 */
import type { Span } from '../document/span.ts';

export interface EventCase {
  readonly text: string;
  readonly events: readonly { readonly type: string; readonly trigger?: Span }[];
}

const BRACKETS = /(\[[a-z]+ [^\]]+\])/;
const BRACKET = /^\[([a-z]+) ([^\]]+)\]$/;

/** The text without its brackets, and where its trigger stands. */
function readBrackets(line: string): { text: string; trigger?: Span } {
  let text = '';
  let trigger: Span | undefined;
  for (const part of line.split(BRACKETS)) {
    const [, role, words = part] = BRACKET.exec(part) ?? [];
    if (role === 'trigger') trigger = { start: text.length, end: text.length + words.length };
    text += words;
  }
  return trigger ? { text, trigger } : { text };
}

/** @param source a case file's text */
export function readCases(source: string): EventCase[] {
  const cases: EventCase[] = [];
  let type = '';
  for (const line of source.split('\n')) {
    if (!line.trim() || line.startsWith('#')) continue;
    if (line.startsWith('== ')) type = line.slice(3).trim();
    else if (line.startsWith('> ')) {
      const last = cases.pop();
      const told = /^> ([\w:-]+)/.exec(line)?.[1] ?? '';
      if (last) cases.push({ ...last, events: [...last.events, { type: told }] });
    } else {
      const { text, ...mark } = readBrackets(line);
      cases.push({ text, events: type ? [{ type, ...mark }] : [] });
    }
  }
  return cases;
}
