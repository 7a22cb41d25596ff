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

/** Where each name lies in the block, with its hash: made while reading, and needed to fill the table. */
interface Names {
  readonly block: Uint8Array;
  length: number;
  readonly start: Int32Array;
  readonly size: Uint8Array;
  readonly hash: Int32Array;
  readonly row: Int32Array;
  readonly flags: Uint8Array;
  /** Hashes of the first words of longer names, a bit each. */
  readonly beginnings: Int32Array;
}
const bucket = (hash: number): number => (hash ^ (hash >>> 11)) & (2 ** BEGINNINGS - 1);

/**
 * Indexes a block of names: a line for each row, tabs between a row's names, marks in front of a name. One loop reads the
 * names and a second one fills the table: short loops are compiled while they run, which is most of the time at first use.
 */
export function indexNames(block: Uint8Array): NameIndex {
  const count = separatorsIn(block) + 1;
  const names = {
    block,
    length: 0,
    start: new Int32Array(count),
    size: new Uint8Array(count),
    hash: new Int32Array(count),
    row: new Int32Array(count),
    flags: new Uint8Array(count),
    beginnings: new Int32Array(2 ** (BEGINNINGS - 5)),
  };
  readNames(names);
  const next = new Int32Array(count);
  let capacity = 1024;
  while (capacity < count * 1.3) capacity *= 2;
  const slots = new Int32Array(capacity);
  const entryBits = 2 ** (32 - Math.clz32(count)) - 1;
  fillSlots(names, slots, next, entryBits);
  const { length, start, row, flags, beginnings } = names;
  const mask = capacity - 1;
  return {
    length,
    row,
    flags,
    next,
    continues: (hash) => (beginnings[bucket(hash) >> 5] & (1 << (bucket(hash) & 31))) !== 0,
    find(key, keyLength, hash) {
      const tag = spread(hash) & ~entryBits;
      let at = hash & mask;
      for (let held = slots[at]; held !== 0; held = slots[at]) {
        const entry = (held & entryBits) - 1;
        if ((held & ~entryBits) === tag && isName(block, start[entry], key, 0, keyLength)) return entry;
        at = (at + 1) & mask;
      }
      return -1;
    },
  };
}

function separatorsIn(block: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < block.length; i++) {
    const byte = block[i];
    if (byte === TAB || byte === NEWLINE) count++;
  }
  return count;
}

function readNames(names: Names): void {
  const { block, start, size, hash: hashes, row, flags, beginnings } = names;
  const end = block.length;
  let length = 0;
  let r = 0;
  for (let at = 0; at < end; ) {
    let flag = 0;
    for (let f = FLAG_OF_BYTE[block[at]]; f; f = FLAG_OF_BYTE[block[at]]) {
      flag |= f;
      at++;
    }
    const from = at;
    let hash = FNV_START;
    for (let byte = block[at]; at < end && byte !== TAB && byte !== NEWLINE; byte = block[++at]) {
      if (byte === SPACE) beginnings[bucket(hash) >> 5] |= 1 << (bucket(hash) & 31);
      hash = fnv(hash, byte);
    }
    if (at > from && at - from < 256) {
      start[length] = from;
      size[length] = at - from;
      hashes[length] = hash;
      row[length] = r;
      flags[length] = flag;
      length++;
    }
    if (block[at++] !== TAB) r++;
  }
  names.length = length;
}

/**
 * A slot has an entry's number + 1 in its low bits and bits of the name's hash above: nearly every other name is passed
 * over without a look at its bytes, which lie anywhere in megabytes.
 */
function fillSlots(names: Names, slots: Int32Array, next: Int32Array, entryBits: number): void {
  const { block, length, start, size, hash: hashes } = names;
  const mask = slots.length - 1;
  for (let e = 0; e < length; e++) {
    const hash = hashes[e];
    const tag = spread(hash) & ~entryBits;
    let at = hash & mask;
    let held = slots[at];
    while (
      held !== 0 &&
      !((held & ~entryBits) === tag && isName(block, start[(held & entryBits) - 1], block, start[e], size[e]))
    ) {
      at = (at + 1) & mask;
      held = slots[at];
    }
    next[e] = (held & entryBits) - 1;
    slots[at] = tag | (e + 1);
  }
}
/** The low bits of a hash say where its slot is: the high ones are mixed for the tag. */
const spread = (hash: number): number => Math.imul(hash, 0x9e3779b1);

/** Whether the name at `at` is the `length` bytes of `key` from `from` on. */
function isName(block: Uint8Array, at: number, key: Uint8Array, from: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (block[at + i] !== key[from + i]) return false;
  const behind = block[at + length];
  return behind === undefined || behind === TAB || behind === NEWLINE;
}
