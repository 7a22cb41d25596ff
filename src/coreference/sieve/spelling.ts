/** One name spelt in two ways, a letter more, fewer or changed places with the next: "Failaka … Fialaka", "Zarqawi … Zarkawi" are not told apart by a slip. */
import type { Clusters } from '../cluster.ts';
import type { Profile } from '../profile.ts';

const LEAST_LETTERS = 6;
const MOST_LETTERS = 24;
const TYPES = new Set(['person', 'organization', 'place', 'vehicle']);

/** All that a name may be with one letter left out: names that share one differ by one letter or two that changed places (Norvig; Garbe's SymSpell). */
function shortened(key: string): string[] {
  const all = [key];
  for (let i = 1; i < key.length; i++) all.push(key.slice(0, i) + key.slice(i + 1));
  return all;
}

export function spellings(clusters: Clusters): void {
  const seen = new Map<string, Profile>();
  const done = new Set<number>();
  for (const p of clusters.profiles) {
    if (p.mention.level !== 'name' || !TYPES.has(p.mention.type) || p.countries.size) continue;
    const root = clusters.find(p.index);
    if (done.has(root) || p.key.length < LEAST_LETTERS || p.key.length > MOST_LETTERS || /\d/.test(p.key)) continue;
    done.add(root);
    for (const form of shortened(p.key)) {
      const key = `${p.mention.type}|${form}`;
      const other = seen.get(key);
      if (!other) seen.set(key, p);
      else if (isSlip(p, other)) clusters.join(other.index, p.index);
    }
  }
}

/** Two places of the gazetteer are two places; so are "Rahman" and "Rahmani" two persons, who differ at the end. */
function isSlip(p: Profile, q: Profile): boolean {
  if (p.mention.candidates?.length && q.mention.candidates?.length) return false;
  if (p.words.length !== q.words.length || p.key.at(-1) !== q.key.at(-1)) return false;
  const lengths = p.words.map((w, i) => Math.abs(w.length - q.words[i].length));
  return lengths.every((d) => d <= 1) && p.words.every((w, i) => w[0] === q.words[i][0]);
}
