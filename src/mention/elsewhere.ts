/** What each capitalised word shows where it stands elsewhere in a document: "Sheikh [Maskin]" tells of "Maskin fell". */
import { POS } from '../document/ud.ts';
import { hashString } from '../perceptron/index.ts';
import { BIT, type Evidence } from './columns.ts';
import type { Read } from './proposal.ts';

/** A bit for each thing shown; `any` for a word that is among the capitalised ones at all. */
const SEEN = {
  afterTitle: 1,
  afterIn: 2,
  beforeSuffix: 4,
  lower: 8,
  inside: 16,
  possessive: 32,
  afterGiven: 64,
  any: 128,
} as const;

const IN: ReadonlyMap<number, true> = new Map(
  ['in', 'at', 'near', 'from', 'outside', 'of'].map((word) => [hashString(word), true]),
);
const POSSESSIVE = hashString("'s");

/** Scratch: the capitalised words of a document by hash, and what each has shown; 0 where there is none. */
let keys = new Int32Array(1024);
let shown = new Uint8Array(1024);
function slotOf(word: number): number {
  const mask = keys.length - 1;
  let slot = word & mask;
  while (shown[slot] && keys[slot] !== word) slot = (slot + 1) & mask;
  return slot;
}
function clear(words: number): void {
  if (words * 2 <= keys.length) shown.fill(0);
  else {
    keys = new Int32Array(2 ** (33 - Math.clz32(words)));
    shown = new Uint8Array(keys.length);
  }
}

/** @param words hashes of the words in lower case */
export function markElsewhere({ tokens, tags }: Read, words: Int32Array, { bits, elsewhere }: Evidence): void {
  const n = tokens.length;
  const { form, lower } = tokens;
  const small = (i: number): boolean => form[i] === lower[i];
  clear(n);
  for (let i = 0; i < n; i++) {
    if (small(i) || lower[i].length < 2) continue;
    let here: number = SEEN.any;
    if (i > 0) {
      if (bits[i - 1] & BIT.title) here |= SEEN.afterTitle;
      if (bits[i - 1] & BIT.given) here |= SEEN.afterGiven;
      if (IN.has(words[i - 1])) here |= SEEN.afterIn;
      if (tags.pos[i - 1] === POS.PROPN) here |= SEEN.inside;
    }
    if (i + 1 < n) {
      if (bits[i + 1] & BIT.suffix) here |= SEEN.beforeSuffix;
      if (words[i + 1] === POSSESSIVE) here |= SEEN.possessive;
    }
    const slot = slotOf(words[i]);
    keys[slot] = words[i];
    shown[slot] |= here;
  }
  for (let i = 0; i < n; i++) {
    if (!small(i) || lower[i].length < 2) continue;
    const slot = slotOf(words[i]);
    if (shown[slot]) shown[slot] |= SEEN.lower;
  }
  for (let i = 0; i < n; i++) if (!small(i)) elsewhere[i] = shown[slotOf(words[i])] & ~SEEN.any;
}
