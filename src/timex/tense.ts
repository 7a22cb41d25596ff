/** Which way the clause around a word looks, from its verbs: "will meet Friday" ahead, "said Friday" back. */
import type { Layers } from '../document/layers.ts';
import { tokenAt } from '../document/tokens.ts';
import { POS } from '../document/ud.ts';
import type { Tense } from './anchor.ts';

const AHEAD = new Set(
  'will shall would should may could might must wo expect expects expected scheduled plan plans planned planning set slated due going hope hopes hoping intend intends until till by pending tomorrow begin begins start starts effective'.split(
    ' ',
  ),
);
const BACK = new Set('said was were had has have did been told says say since after'.split(' '));
const REACH = 12;

/** The sign that a token gives. */
function signOf({ tokens, tags }: Pick<Layers, 'tokens' | 'tags'>, i: number): Tense {
  const lower = tokens.lower[i];
  if (AHEAD.has(lower) || lower === "'ll") return 1;
  if (BACK.has(lower)) return -1;
  const pos = tags.pos[i];
  if (pos !== POS.X && pos !== POS.VERB) return 0;
  if (lower.length > 4 && lower.endsWith('ed')) return -1;
  return pos === POS.VERB && tags.lemma[i] !== lower && !lower.endsWith('s') && !lower.endsWith('ing') ? -1 : 0;
}

export function tenseAt(layers: Pick<Layers, 'tokens' | 'tags' | 'sentences'>, offset: number): Tense {
  const { tokens, sentences } = layers;
  const at = Math.min(tokenAt(tokens, offset), tokens.length - 1);
  if (at < 0) return 0;
  const sentence = tokens.sentence[at];
  for (let i = at - 1; i >= Math.max(sentences.first[sentence], at - REACH); i--) {
    const sign = signOf(layers, i);
    if (sign !== 0) return sign;
  }
  for (let i = at + 1; i < Math.min(sentences.last[sentence], at + REACH); i++) {
    const sign = signOf(layers, i);
    if (sign !== 0) return sign;
  }
  return 0;
}
