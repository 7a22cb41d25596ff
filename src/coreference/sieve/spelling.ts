/** One name spelt in two ways, a letter more, fewer or changed places with the next: "Failaka … Fialaka", "Zarqawi … Zarkawi" are not told apart by a slip. */

import { codeAt } from '../../document/codeAt.ts';
import { typesOf } from '../../document/entityType.ts';
import type { Clusters } from '../cluster.ts';
import { LEVEL } from '../code.ts';
import { isOf, type Profile } from '../profile.ts';
import { Repeats } from '../repeats.ts';

const LEAST_LETTERS = 6;
const MOST_LETTERS = 24;
const TYPES = typesOf('person', 'organization', 'place', 'vehicle');

const FACTOR = 31;
const POWERS = new Int32Array(MOST_LETTERS + 1).fill(1);
for (let i = 1; i < POWERS.length; i++) POWERS[i] = Math.imul(POWERS[i - 1], FACTOR);

/**
 * Hashes of a name and of all that it may be with one letter left out, into `out`: names that share one differ by a letter, or by
 * two that changed places (Norvig; Garbe's SymSpell). @returns how many
 */
function shortened(key: string, seed: number, out: Int32Array): number {
  const n = key.length;
  tails[n] = 0;
  for (let i = n - 1; i >= 0; i--) tails[i] = (Math.imul(tails[i + 1], FACTOR) + codeAt(key, i)) | 0;
  out[0] = Math.imul(tails[0], FACTOR) ^ seed;
  let head = 0;
  for (let i = 0; i < n; i++) {
    // letter j of the whole counts FACTOR ** j: what stands behind the one left out moves up
    out[i + 1] = Math.imul((head + Math.imul(tails[i + 1], POWERS[i])) | 0, FACTOR) ^ seed;
    head = (head + Math.imul(codeAt(key, i), POWERS[i])) | 0;
  }
  return n + 1;
}

export function spellings(clusters: Clusters): void {
  alike.clear();
  for (const p of clusters.profiles) if (mayBeSpelt(clusters, p)) alike.add(outlineOf(p));
  const seen = new Map<number, Profile>();
  for (const p of clusters.profiles) {
    if (!mayBeSpelt(clusters, p) || !alike.has(outlineOf(p)) || /\d/.test(p.key)) continue;
    const count = shortened(p.key, p.type, hashes);
    for (let h = 0; h < count; h++) {
      const other = seen.get(hashes[h]);
      if (!other) seen.set(hashes[h], p);
      else if (other !== p && isSlip(p, other)) {
        clusters.join(other.index, p.index);
        break;
      }
    }
  }
}

const hashes = new Int32Array(MOST_LETTERS + 1);
const tails = new Int32Array(MOST_LETTERS + 1);

/** One name of each chain of the same. */
const mayBeSpelt = (clusters: Clusters, p: Profile): boolean =>
  p.level === LEVEL.name &&
  isOf(TYPES, p) &&
  !p.countries.length &&
  p.key.length >= LEAST_LETTERS &&
  p.key.length <= MOST_LETTERS &&
  clusters.find(p.index) === p.index;

/** What a slip leaves as it is: the first letter and the last, and how many words there are. */
const outlineOf = ({ type, key, words }: Profile): number =>
  Math.imul(type ^ (codeAt(words[0], 0) << 8) ^ (key.charCodeAt(key.length - 1) << 16) ^ words.length, 0x9e3779b1) >>>
  16;
/** Most names have no other of their outline, and are not taken apart. */
const alike = new Repeats();

/** Two places of the gazetteer are two places; so are "Rahman" and "Rahmani" two persons, who differ at the end. */
function isSlip(p: Profile, q: Profile): boolean {
  if (p.mention.type !== q.mention.type) return false;
  if (p.mention.candidates?.length && q.mention.candidates?.length) return false;
  if (p.words.length !== q.words.length || p.key.at(-1) !== q.key.at(-1)) return false;
  if (Math.abs(p.key.length - q.key.length) > 1) return false;
  const lengths = p.words.map((w, i) => Math.abs(w.length - q.words[i].length));
  return lengths.every((d) => d <= 1) && p.words.every((w, i) => w[0] === q.words[i][0]);
}
