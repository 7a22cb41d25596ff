/** Which words stand in quotation marks. */
import { codeAt } from '../document/codeAt.ts';
import type { Layers } from '../document/layers.ts';

/** 1 for each token inside quotation marks; a mark that is left open ends with its paragraph. */
export function quotedTokens({ tokens, sentences }: Pick<Layers, 'tokens' | 'sentences'>): Uint8Array {
  const quoted = new Uint8Array(tokens.length);
  let open = 0;
  let paragraph = -1;
  for (let i = 0; i < tokens.length; i++) {
    const here = sentences.paragraph[tokens.sentence[i]];
    if (here !== paragraph) open = 0;
    paragraph = here;
    const form = tokens.form[i];
    if (isLetter(codeAt(form, 0))) quoted[i] = open;
    else if (form === '"' || form === '““' || form === "''") open = 1 - open;
    else if (form === '“' || form === '``' || form === '«') open = 1;
    else if (form === '”' || form === '»') open = 0;
    else quoted[i] = open;
  }
  return quoted;
}

/** As most words begin: with no mark. */
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
