/**
 * Features as 32-bit integers. A word (or a suffix, a shape, a tag) is hashed once, by `hashString`, when it is first
 * read; in the inner loops a template's number and the values at its places are mixed by integer arithmetic alone.
 * Two features may fall together: with some millions of buckets that costs less than strings do ("the hashing trick",
 * Weinberger et al. 2009).
 */
import { codeAt } from '../document/codeAt.ts';

/** FNV-1a over UTF-16 code units, with a final mix. */
export function hashString(text: string, from = 0, to = text.length): number {
  return finish(fnv(text, from, to));
}
function fnv(text: string, from: number, to: number): number {
  let h = FNV_START;
  for (let i = from; i < to; i++) h = Math.imul(h ^ codeAt(text, i), FNV_PRIME);
  return h;
}
const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** `hashString` of a word, of its first three characters, of its last three and its last two, in one go: into `out`. */
export function hashParts(word: string, out: Int32Array): void {
  const n = word.length;
  let h = FNV_START;
  let start = h;
  for (let i = 0; i < n; i++) {
    h = Math.imul(h ^ codeAt(word, i), FNV_PRIME);
    if (i < 3) start = h;
  }
  const whole = finish(h);
  out[0] = whole;
  out[1] = n > 3 ? finish(start) : whole;
  out[2] = n > 3 ? finish(fnv(word, n - 3, n)) : whole;
  out[3] = n > 2 ? finish(fnv(word, n - 2, n)) : whole;
}

/** A template with one value. */
export const feature1 = (template: number, a: number): number => finish(mix1(seeded(template), a));

/** A template with two values: the word on the stack and the tag of the word in the buffer. */
export const feature2 = (template: number, a: number, b: number): number => finish(mix2(seeded(template), a, b));

/** A template with three values. */
export const feature3 = (template: number, a: number, b: number, c: number): number =>
  finish(deep(mix2(seeded(template), a, b)) ^ salt(c));

const { imul } = Math;

/*
 * The same in small steps, for long lists of templates: what these functions make of a template and its values, `spread` makes
 * features of for the whole list. V8 writes a function of up to 26 bytes of bytecode out wherever it is called, of longer ones
 * no more than some dozens in one function, and calls the others, which takes longer than they do. So each of these has no more
 * (`node --print-bytecode --print-bytecode-filter=mix2`).
 */

/** What stands for a template. */
export const key = (template: number): number => imul(template, 0x9e3779b1);
/** The same for those whose features are made by `feature1` to `feature3` elsewhere. */
export const seeded = (template: number): number => imul(template, 0x9e3779b1) - 482004014;

/** A template with one value. */
export const mix1 = (template: number, a: number): number => a ^ template;
/** A template with two values; a third one is `mix2(key(7), a, b) ^ salt(c)`. */
export const mix2 = (template: number, a: number, b: number): number => imul(a ^ template, 0x85ebca6b) + b;
export const salt = (c: number): number => imul(c, 0x27d4eb2f);
/**
 * What `feature3` does before it adds the third value: `deep(mix2(seeded(7), a, b)) ^ salt(c)`. Both are written out by the caller,
 * as one more function around them takes a twentieth of the stages' time.
 */
export const deep = (mixed: number): number => imul(mixed, 0xc2b2ae35);

/** Makes features of the mixed values `from` to `count`, in place. @returns count */
export function spread(mixed: Int32Array, count: number, from = 0): number {
  for (let i = from; i < count; i++) mixed[i] = finish(mixed[i]);
  return count;
}

/** Spreads what the last steps did over all bits (half of MurmurHash3's finaliser), as buckets take the low ones. */
function finish(mixed: number): number {
  const h = imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  return h ^ (h >>> 13);
}
