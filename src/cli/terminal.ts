/** What stands between a command and a terminal: cleaned text, widths and colours. */
import { styleText } from 'node:util';

/** Where a command reads and writes: the process's streams, or a test's. */
export interface Host {
  /** The bytes of standard input. */
  readonly input: AsyncIterable<Uint8Array>;
  readonly inputIsTerminal: boolean;
  readonly errorIsTerminal?: boolean;
  /** Characters in a line of the output. */
  readonly columns: number;
  readonly colours: boolean;
  /** Writes to standard output; gives a promise where that can't take more for now. */
  write(text: string): void | Promise<void>;
  /** Writes to standard error. */
  complain(text: string): void;
}

export type Format = Parameters<typeof styleText>[0];
export type Paint = (format: Format, text: string) => string;
export const plain: Paint = (_, text) => text;
export const coloured: Paint = (format, text) => (text ? styleText(format, text, { validateStream: false }) : text);

/** Colours go to a terminal only, unless FORCE_COLOR asks for them, and never where NO_COLOR is set (no-color.org). */
export function wantsColours(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return isTerminal && env.TERM !== 'dumb';
}

// C0, DEL and C1 drive a terminal; marks of direction turn what is printed around them; a lone surrogate is no character.
const DRIVING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

/** Text that is safe to print: what could drive a terminal becomes "�". Line feeds and tabs stay. */
export const safe = (text: string): string => text.replace(/\r\n?/g, '\n').replace(DRIVING, '�');
/** The same on one line. */
export const oneLine = (text: string): string => safe(text).replace(/\s+/g, ' ').trim();

const WIDE = /\p{Emoji_Presentation}|[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const ZERO = /\p{M}|\u200b|\u200c|\u200d/u;
const cells = (character: string): number => (ZERO.test(character) ? 0 : WIDE.test(character) ? 2 : 1);

/** How many cells of a terminal a text fills. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += cells(character);
  return width;
}

/** Cuts a text to a width, with "…" where something is cut off. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let left = width - 1;
  for (const character of text) {
    left -= cells(character);
    if (left < 0) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
