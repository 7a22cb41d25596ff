/** The words of a mention, as names are compared. */
import { codeAt } from '../document/codeAt.ts';
import type { DraftMention } from '../document/layers.ts';
import type { Tokens } from '../document/tokens.ts';
import { atomsOf } from '../gazetteer/atoms.ts';

/** The atoms of a mention's text (see `trie.ts`), which nearly always are its tokens in lower case. */
export function wordsOf(text: string, tokens: Tokens, { first, last, start, end }: DraftMention): readonly string[] {
  let plain = last > first && tokens.start[first] === start && tokens.end[last - 1] === end;
  for (let i = first; plain && i < last; i++)
    plain = isWord(tokens.form[i]) && (i === first || tokens.start[i] > tokens.end[i - 1]);
  if (!plain) return atomsOf(text.slice(start, end));
  return last - first === 1 ? [tokens.lower[first]] : tokens.lower.slice(first, last);
}

/** Letters and digits of ASCII alone. */
function isWord(form: string): boolean {
  for (let i = 0; i < form.length; i++) {
    const c = codeAt(form, i);
    if (!((c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57))) return false;
  }
  return true;
}
