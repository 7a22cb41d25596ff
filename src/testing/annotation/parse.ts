/** Reads "[actor Hamas] [assault attacked] [place,nominal#base the [organization army] base]": brackets nest. */
import { compareSpans, type Span } from '../../document/span.ts';
import { type Label, labelOf } from './label.ts';

export interface Bracket extends Span {
  readonly labels: readonly Label[];
  /** As written: "place,nominal#base". */
  readonly written: string;
  /** Brackets with the same key are one entity. */
  readonly key: string | undefined;
}
export interface ParsedAnnotation {
  /** The text without brackets. */
  readonly text: string;
  /** In the order of the text, the wider first. */
  readonly brackets: readonly Bracket[];
}

const OPENING = /\[([^\s[\]#]+)(?:#([^\s[\]]+))?\s/y;

interface Open {
  readonly labels: readonly Label[];
  readonly written: string;
  readonly key: string | undefined;
  readonly start: number;
}

/** @throws TypeError that says where a bracket is wrong */
export function parseAnnotation(annotation: string): ParsedAnnotation {
  const fail = (at: number, what: string): never => {
    throw new TypeError(`toMatchAnnotation: expected ${what} at '${annotation.slice(at, at + 30)}'`);
  };
  const open: Open[] = [];
  const brackets: Bracket[] = [];
  let text = '';
  for (let at = 0; at < annotation.length; at++) {
    const character = annotation[at];
    if (character === '\\' && '[]\\'.includes(annotation[at + 1] ?? ' ')) text += annotation[++at];
    else if (character === '[') {
      OPENING.lastIndex = at;
      const match = OPENING.exec(annotation) ?? fail(at, '[label words], or \\[ for a bracket of the text,');
      const [whole, names, key] = match;
      const written = whole.slice(1, -1);
      open.push({ labels: names.split(',').map(labelOf), written, key, start: text.length });
      at += whole.length - 1;
    } else if (character === ']') {
      const last = open.pop() ?? fail(at, 'an opening bracket before');
      if (text.length === last.start) fail(at, 'words in the bracket');
      brackets.push({ ...last, end: text.length });
    } else text += character;
  }
  if (open.length) fail(annotation.length, `a closing bracket for ${open.map(({ written }) => written).join(', ')}`);
  // Of two on the same words the outer one was closed last.
  return { text, brackets: brackets.reverse().sort(compareSpans) };
}
