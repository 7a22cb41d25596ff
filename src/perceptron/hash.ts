/**
 * Features as 32-bit integers. A word (or a suffix, a shape, a tag) is hashed once, by `hashString`, when it is first
 * read; in the inner loops a template's number and the values at its places are mixed by integer arithmetic alone.
 * Two features may fall together: with some millions of buckets that costs less than strings do ("the hashing trick",
 * Weinberger et al. 2009).
 */
import { codeAt } from '../document/codeAt.ts';

/** FNV-1a over UTF-16 code units, with a final mix. */
export function hashString(text: string, from = 0, to = text.length): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ codeAt(text, i), 0x01000193);
  return finish(h);
}

/** A template with one value. */
export const feature1 = (template: number, a: number): number =>
  finish(Math.imul(template + 0x3c6ef372, 0x9e3779b1) ^ a);

/** A template with two values: the word on the stack and the tag of the word in the buffer. */
export const feature2 = (template: number, a: number, b: number): number =>
  finish(Math.imul(Math.imul(template + 0x3c6ef372, 0x9e3779b1) ^ a, 0x85ebca6b) + b);

/** A template with three values. */
export const feature3 = (template: number, a: number, b: number, c: number): number =>
  finish(
    Math.imul(Math.imul(Math.imul(template + 0x3c6ef372, 0x9e3779b1) ^ a, 0x85ebca6b) + b, 0xc2b2ae35) ^
      Math.imul(c, 0x27d4eb2f),
  );

const imul = Math.imul;
const PHI = 0x9e3779b1;
const FIRST = 0x85ebca6b;
const SECOND = 0x27d4eb2f;

/*
 * The same in two steps, for long lists of templates: `mix1` to `mix3` are so short that the compiler writes them out
 * where they are called, and `spread` makes features of the whole list.
 */
export const mix1 = (template: number, a: number): number => a ^ imul(template, PHI);
export const mix2 = (template: number, a: number, b: number): number => (imul(a ^ imul(template, PHI), FIRST) + b) | 0;
export const mix3 = (template: number, a: number, b: number, c: number): number =>
  (imul(a ^ imul(template, PHI), FIRST) + b) ^ imul(c, SECOND);

/** Makes features of the first `count` mixed values, in place. @returns count */
export function spread(mixed: Int32Array, count: number): number {
  for (let i = 0; i < count; i++) mixed[i] = finish(mixed[i]);
  return count;
}

/** Spreads what the last steps did over all bits (half of MurmurHash3's finaliser), as buckets take the low ones. */
function finish(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  return h ^ (h >>> 13);
}
