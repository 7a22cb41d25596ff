/** Descriptions: beside a name, around a name, repeated, or pointing back. */

import { typesOf } from '../../document/entityType.ts';
import { hashString } from '../../perceptron/index.ts';
import type { Clusters } from '../cluster.ts';
import { LEVEL } from '../code.ts';
import { modifiersOf } from '../modifier.ts';
import { isDefinite, isOf, type Profile, type Read } from '../profile.ts';
import { Repeats } from '../repeats.ts';
import { next } from './around.ts';

const nominal = (p: Profile): boolean => p.level === LEVEL.nominal;
/** What stands before the name of a place and is the place: not "the capital of Libya", "the coast of Yemen". */
const PLACE_NOUNS = new Set(
  'city town village hamlet settlement commune municipality island peninsula archipelago district province region governorate department county canton state republic kingdom emirate sultanate country nation neighborhood neighbourhood quarter suburb area port base airport airfield camp prison site mountain valley desert territory enclave'.split(
    ' ',
  ),
);
const CLASS_NOUNS = new Set([
  'group',
  'movement',
  'militia',
  'organization',
  'organisation',
  'party',
  'network',
  'militant',
  'agency',
  'army',
  'faction',
  'guerrilla',
  'insurgency',
  'cartel',
  'gang',
]);
/** "[[Hamas] militia group]", "the [city] of [Mosul]": the class of a thing around or before its name. */
export function classOfName(clusters: Clusters, { tree, text }: Read): void {
  const { profiles } = clusters;
  for (const p of profiles) {
    if (!nominal(p)) continue;
    if (p.mention.type === 'organization' && CLASS_NOUNS.has(p.lemma)) {
      const name = p.names.find((n) => profiles[n].mention.type === 'organization' && !profiles[n].mention.actsAs);
      if (
        name !== undefined &&
        !/^-(?:backed|led|linked|aligned|affiliated)/.test(text.slice(profiles[name].mention.end))
      )
        clusters.join(p.index, name);
    }
    const name = next(profiles, p);
    if (name?.mention.level !== 'name' || name.mention.type !== p.mention.type || p.number === 'plural') continue;
    const between = text.slice(p.mention.end, name.mention.start);
    const named = p.mention.type === 'place' && PLACE_NOUNS.has(p.lemma) && isOfKind(p, name);
    const isOf = named && between === ' of ' && tree.head[name.mention.head] === p.mention.head;
    const beside = between === ' ' && (named || CLASS_NOUNS.has(p.lemma));
    if (isOf || (beside && p.mention.type !== 'person')) clusters.join(p.index, name.index);
  }
}

/** "the province of Anbar", but "the province of Iraq" is another thing than Iraq. */
export function isOfKind(p: Profile, name: Profile): boolean {
  const { level, kind } = name.mention;
  return !p.kinds || level !== 'name' || !kind || p.kinds.includes(kind);
}

const SOLDIERS = new Set([
  'troops',
  'troop',
  'force',
  'forces',
  'soldier',
  'personnel',
  'member',
  'servicemember',
  'serviceman',
  'marine',
]);
const GROUP = typesOf('group');
function headClass(p: Profile): string {
  if (!isOf(GROUP, p)) return p.lemma;
  if ((p.mention.kind === 'military-personnel' || p.countries.length) && SOLDIERS.has(p.lemma)) return 'soldiers';
  return p.countries.length && (p.mention.kind === 'nationals' || NATIONALS.has(p.lemma)) ? 'nationals' : p.lemma;
}
/** "Syrians … the Syrian people": a nation's people by any of these. */
const NATIONALS = new Set(['people', 'citizen', 'national']);

/** Chains of the organisations and persons named inside: "Hamas militia group" is never "Islamic State group". */
function namedInside(clusters: Clusters, p: Profile): string {
  if (!p.names.length) return '';
  return p.names
    .filter((n) => ['organization', 'person'].includes(clusters.profiles[n].mention.type))
    .map((n) => clusters.find(n))
    .sort((a, b) => a - b)
    .join('+');
}

/** Its words but for the head and those of names inside it, in one order. */
function restOf(clusters: Clusters, p: Profile): string {
  const words = modifiersOf(clusters, p);
  return words.length > 1 ? [...words].sort().join(' ') : (words[0] ?? '');
}

const DESCRIBED = ~typesOf('date', 'quantity', 'person');
const describes = (p: Profile): boolean => nominal(p) && isOf(DESCRIBED, p) && (!p.counted || isDefinite(p));
/** What two descriptions of one thing have in common, at the least. */
function descriptionHash(p: Profile): number {
  if (!isOf(GROUP, p)) return p.type ^ p.hash;
  const head = headClass(p);
  return p.type ^ (head === p.lemma ? p.hash : hashString(head));
}
const repeats = new Repeats();

/** "U.S. troops … American forces … the U.S. troops": the same head, the same countries, and no number of its own in front. */
export function sameDescription(clusters: Clusters): void {
  const seen = new Map<string, number>();
  const { profiles } = clusters;
  repeats.clear();
  for (const p of profiles) if (describes(p)) repeats.add(descriptionHash(p));
  for (const p of profiles) {
    if (!describes(p) || !repeats.has(descriptionHash(p))) continue;
    const countries = p.countries.length > 1 ? [...p.countries].sort().join('+') : (p.countries[0] ?? '');
    const rest = restOf(clusters, p);
    // "US and coalition personnel" are more than U.S. troops
    const head = headClass(p);
    const described = head !== p.lemma && countries && !p.words.includes('and') ? '' : rest;
    const key = `${p.mention.type}|${head}|${countries}|${described}|${namedInside(clusters, p)}|${p.number}`;
    const before = seen.get(key);
    // a bare plural without a country or a modifier may be other ones: only near
    if (
      before !== undefined &&
      (countries || rest || isDefinite(p) || p.sentence - clusters.profiles[before].sentence <= 3)
    )
      clusters.join(before, p.index);
    seen.set(key, p.index);
  }
}
