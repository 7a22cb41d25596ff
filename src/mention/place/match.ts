/** Names of the gazetteer in a row of tokens: words are folded while they are hashed, nothing is copied. */
import { codeAt } from '../../document/codeAt.ts';
import type { Tokens } from '../../document/tokens.ts';
import { foldName } from '../../gazetteer/places/fold.ts';
import type { Gazetteer } from '../../gazetteer/places/gazetteer.ts';
import { FNV_START, fnv } from '../../gazetteer/places/names.ts';

const MOST_TOKENS = 8;
const SPACE = 32;
const key = new Uint8Array(160);
let length = 0;
let hash = FNV_START;

function put(byte: number): void {
  key[length++] = byte;
  hash = fnv(hash, byte);
}

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019 || code === 0x2018 || code === 0x60;
const isPlain = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/** The token consists of small letters a–z and digits alone, and is none of the words that folding shortens. */
function isSimple(lower: string): boolean {
  for (let i = 0; i < lower.length; i++) if (!isPlain(codeAt(lower, i))) return false;
  return lower !== 'saint' && lower !== 'sainte' && lower !== 'mount' && lower !== 'fort';
}

/** Adds a token's folded letters to the key. @returns false when it can be no part of a name */
function append(lower: string, simple: boolean): boolean {
  if (length + lower.length + 2 > key.length) return false;
  const glued = length > 0 && isApostrophe(codeAt(lower, 0));
  const folded = simple ? lower : INSIDE.has(lower) ? '' : foldName(lower);
  if (!folded) return !hasLetter(lower);
  if (length + folded.length + 1 > key.length) return false;
  if (length > 0 && !glued) put(SPACE);
  for (let i = 0; i < folded.length; i++) put(codeAt(folded, i));
  return true;
}

/** Marks that may stand inside a name: "Al-Asad", "St. Louis", "Port-au-Prince", "Cox's Bazar". */
const INSIDE = new Set(['-', '–', '‑', '.', "'", '’', '‘', '`']);
const hasLetter = (lower: string): boolean => /[\p{L}\p{N}]/u.test(lower);

/** What the last `matchNames` has found: the first token behind each name, and its entry in the gazetteer's index. */
export const NAMES = { last: new Int32Array(MOST_TOKENS), entry: new Int32Array(MOST_TOKENS) };

/** Fills `NAMES` with every name that starts at token `first`, shortest first. @param limit the first token not to touch @returns how many */
export function matchNames(gazetteer: Gazetteer, tokens: Tokens, first: number, limit: number): number {
  let found = 0;
  length = 0;
  hash = FNV_START;
  const end = Math.min(limit, first + MOST_TOKENS);
  for (let t = first; t < end; t++) {
    const lower = tokens.lower[t];
    const before = length;
    const simple = isSimple(lower);
    if (!simple && !INSIDE.has(lower) && !hasLetter(lower)) return found;
    if (!append(lower, simple)) return found;
    if (length === before) continue;
    const entry = gazetteer.names.find(key, length, hash);
    if (entry >= 0) {
      NAMES.last[found] = t + 1;
      NAMES.entry[found] = entry;
      found++;
    }
    if (!gazetteer.names.continues(hash) && !isApostrophe(tokens.lower[t + 1]?.charCodeAt(0) ?? 0)) return found;
  }
  return found;
}
