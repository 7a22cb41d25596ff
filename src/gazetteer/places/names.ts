/** Folded names of all places in one block of bytes, found by hash (FNV-1a, open addressing); equal names are chained. */
import { NAME } from './types.ts';

export const FNV_START = 0x811c9dc5;
export const fnv = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);

const NEWLINE = 10;
const TAB = 9;
/** Marks in front of a name in the packed block. */
const MARKS: readonly (readonly [mark: string, flag: number])[] = [
  ['!', NAME.risky],
  ['?', NAME.abbreviation],
  ['^', NAME.capitals],
  ['~', NAME.other],
];
export const marksOf = (flags: number): string =>
  MARKS.reduce((marks, [mark, flag]) => (flags & flag ? marks + mark : marks), '');
const FLAG_OF_BYTE = new Uint8Array(256);
for (const [mark, flag] of MARKS) FLAG_OF_BYTE[mark.charCodeAt(0)] = flag;

/** Entry `e` is a name of row `row[e]`; `next[e]` is another entry with the same name, or -1. */
export interface NameIndex {
  readonly length: number;
  readonly row: Int32Array;
  readonly flags: Uint8Array;
  readonly next: Int32Array;
  /** The first entry whose name is the `length` bytes of `key`, or -1. */
  find(key: Uint8Array, length: number, hash: number): number;
  /** False when no longer name begins with the words of that hash; true when one may. */
  continues(hash: number): boolean;
}

/** Bits of the filter of beginnings: with a fifth of them set, every fifth look too many. */
const BEGINNINGS = 21;
const SPACE = 32;

/** Indexes a block of names: a line for each row, tabs between a row's names, marks in front of a name. */
export function indexNames(block: Uint8Array): NameIndex {
  let count = block.length ? 1 : 0;
  for (let i = 0; i < block.length; i++) if (block[i] === TAB || block[i] === NEWLINE) count++;
  const row = new Int32Array(count);
  const flags = new Uint8Array(count);
  const next = new Int32Array(count).fill(-1);
  const start = new Int32Array(count);
  let capacity = 1024;
  while (capacity < count * 1.3) capacity *= 2;
  const slots = new Int32Array(capacity).fill(-1);
  const mask = capacity - 1;

  const beginnings = new Int32Array(2 ** (BEGINNINGS - 5));
  const bucket = (hash: number): number => (hash ^ (hash >>> 11)) & (2 ** BEGINNINGS - 1);
  const begin = (hash: number): void => {
    const b = bucket(hash);
    beginnings[b >> 5] |= 1 << (b & 31);
  };

  const same = (entry: number, key: Uint8Array, from: number, length: number): boolean => {
    const at = start[entry];
    for (let i = 0; i < length; i++) if (block[at + i] !== key[from + i]) return false;
    const end = at + length;
    return end === block.length || block[end] === TAB || block[end] === NEWLINE;
  };

  let length = 0;
  let r = 0;
  for (let at = 0; at < block.length; ) {
    let flag = 0;
    for (let f = FLAG_OF_BYTE[block[at]]; f; f = FLAG_OF_BYTE[block[at]]) {
      flag |= f;
      at++;
    }
    const from = at;
    let hash = FNV_START;
    while (at < block.length && block[at] !== TAB && block[at] !== NEWLINE) {
      if (block[at] === SPACE) begin(hash);
      hash = fnv(hash, block[at++]);
    }
    if (at > from && at - from < 256) {
      const e = length++;
      row[e] = r;
      flags[e] = flag;
      start[e] = from;
      let slot = hash & mask;
      while (slots[slot] >= 0 && !same(slots[slot], block, from, at - from)) slot = (slot + 1) & mask;
      next[e] = slots[slot];
      slots[slot] = e;
    }
    if (block[at++] !== TAB) r++;
  }

  return {
    length,
    row,
    flags,
    next,
    continues(hash) {
      const b = bucket(hash);
      return (beginnings[b >> 5] & (1 << (b & 31))) !== 0;
    },
    find(key, keyLength, hash) {
      for (let slot = hash & mask; slots[slot] >= 0; slot = (slot + 1) & mask)
        if (same(slots[slot], key, 0, keyLength)) return slots[slot];
      return -1;
    },
  };
}
