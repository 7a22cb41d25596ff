/**
 * Line breaks: a blank line parts paragraphs; a single break parts them too, unless the text is hard-wrapped, as old
 * newswire is. A break was made by wrapping when the next line's first word would not have fitted into the widest line.
 */
import { codeAt } from '../document/codeAt.ts';

const NARROWEST = 50;
const WIDEST = 130;
const BULLET = /^\s*(?:[-*•·▪●‣–—]|\d{1,3}[.)]|\([a-z0-9]{1,3}\))\s/;

interface Line {
  readonly start: number;
  readonly end: number;
}

/** Offsets of the line feeds that end a paragraph, ascending. */
export function paragraphBreaks(text: string): readonly number[] {
  const breaks: number[] = [];
  let block: Line[] = [];
  const flush = (): void => {
    breaksInside(text, block, breaks);
    block = [];
  };
  for (let start = 0; start <= text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const blank = isBlank(text, start, end);
    if (blank) flush();
    else block.push({ start, end });
    if (blank && start > 0) breaks.push(start - 1);
    start = end + 1;
  }
  flush();
  return breaks;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (codeAt(text, i) > 32 && text[i] !== '\u00a0') return false;
  return true;
}

function breaksInside(text: string, lines: readonly Line[], breaks: number[]): void {
  let width = 0;
  for (const { start, end } of lines) width = Math.max(width, end - start);
  const wrapped = width >= NARROWEST && width <= WIDEST;
  for (let i = 0; i + 1 < lines.length; i++)
    if (!wrapped || !wraps(text, lines[i], lines[i + 1], width)) breaks.push(lines[i].end);
}

function wraps(text: string, line: Line, next: Line, width: number): boolean {
  const head = text.slice(next.start, Math.min(next.end, next.start + WIDEST));
  if (BULLET.test(head)) return false;
  const word = head.trimStart().search(/\s|$/);
  return line.end - line.start + 1 + word > width - 1;
}
