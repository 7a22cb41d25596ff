/** Whom a pronoun or a description may mean: the chains in front of it that agree with it, the nearest mention of each. */
import { typesOf } from '../../document/entityType.ts';
import { DEP } from '../../document/ud.ts';
import type { Clusters } from '../cluster.ts';
import { LEVEL } from '../code.ts';
import { isOf, type Profile, type Read } from '../profile.ts';
import { isOfKind } from '../sieve/nominal.ts';

/** So many chains, so many mentions and so many sentences back. */
export const MOST_CANDIDATES = 10;
const MENTIONS_BACK = 100;
/** By `LEVEL`. */
const SENTENCES_BACK = [0, 3, 20, 3];

const ANAPHORS = typesOf('person', 'organization', 'group', 'place', 'weapon', 'vehicle', 'conflict');
const THINGS = typesOf('organization', 'place', 'weapon', 'vehicle', 'conflict');
const PEOPLE = typesOf('group', 'organization', 'place');
const ACTORS = typesOf('group', 'organization');
const VALUES = typesOf('date', 'quantity');
const PLACE = typesOf('place');
const PERSON = typesOf('person');

/** Whether the ranker is asked: what the sieves have joined with something in front has its antecedent. */
export function isOpen(clusters: Clusters, p: Profile): boolean {
  return isOf(ANAPHORS, p) && clusters.find(p.index) === p.index;
}

const PRONOUN = 31;
/** The type of each mention that is no pronoun, in one column: what a description can't mean is passed over by it. */
export function typeColumn(profiles: readonly Profile[]): Uint8Array {
  const types = new Uint8Array(profiles.length);
  for (let i = 0; i < types.length; i++)
    types[i] = profiles[i].level === LEVEL.pronoun ? PRONOUN : profiles[i].typeCode;
  return types;
}
const ANY = -1;
/** The types of what a mention may mean, as bits: a description's own, any for a pronoun. */
const meant = (p: Profile): number =>
  p.level === LEVEL.pronoun ? ANY : (1 << p.typeCode) | (isOf(ACTORS, p) ? ACTORS : 0);

/** Fills `found` with the indices of candidate mentions, the nearest first, and says how many. @param types see `typeColumn` */
export function candidatesOf(
  clusters: Clusters,
  layers: Read,
  p: Profile,
  types: Uint8Array,
  found: Int32Array,
): number {
  const { profiles } = clusters;
  const wanted = meant(p);
  let count = 0;
  const least = p.sentence - SENTENCES_BACK[p.level];
  for (let j = p.index - 1; j >= 0 && j >= p.index - MENTIONS_BACK && count < MOST_CANDIDATES; j--) {
    if (((wanted >> types[j]) & 1) === 0) continue;
    const q = profiles[j];
    if (q.sentence < least) break;
    // what a profile tells comes first: the mention itself lies elsewhere in memory
    if (!agrees(p, q) || q.mention.end > p.mention.start || excluded(layers, p, q)) continue;
    const root = clusters.find(j);
    if (seen(root, count) || !chainAgrees(clusters, p, j)) continue;
    roots[count] = root;
    found[count++] = j;
  }
  return count;
}

/** Scratch: the chains of those found. */
const roots = new Int32Array(MOST_CANDIDATES);
function seen(root: number, count: number): boolean {
  for (let k = 0; k < count; k++) if (roots[k] === root) return true;
  return false;
}

function agrees(p: Profile, q: Profile): boolean {
  if (p.level === LEVEL.pronoun) return pronounAgrees(p, q);
  if (q.level === LEVEL.pronoun) return false;
  if (!(q.type === p.type || (isOf(ACTORS, q) && isOf(ACTORS, p)))) return false;
  if (p.number !== 'any' && q.number !== 'any' && p.number !== q.number) return false;
  if (isOf(PLACE, q) && !isOfKind(p, q)) return false;
  if (isOf(PERSON, q) && p.gender !== 'any' && q.gender !== 'any' && p.gender !== q.gender) return false;
  return p.level !== LEVEL.name || q.level !== LEVEL.name;
}

function pronounAgrees(p: Profile, q: Profile): boolean {
  if (q.level === LEVEL.pronoun) return p.number === q.number && p.gender === q.gender && p.person === q.person;
  if (p.person === '1') return p.number === 'singular' ? isOf(PERSON, q) && q.number !== 'plural' : isOf(PEOPLE, q);
  if (p.number === 'singular' && p.gender !== 'n')
    return isOf(PERSON, q) && q.number !== 'plural' && (q.gender === 'any' || q.gender === p.gender);
  if (p.number === 'singular') return isOf(THINGS, q) && q.number !== 'plural';
  return (
    (isOf(PEOPLE, q) && (!isOf(PLACE, q) || q.number === 'plural' || q.mention.actsAs !== undefined)) ||
    (q.number === 'plural' && !isOf(VALUES, q))
  );
}

/** Subject and object of one verb are two ("Blinken met him"); "its" may be its own. */
function excluded({ tree, tokens }: Read, p: Profile, q: Profile): boolean {
  if (p.level !== LEVEL.pronoun) return false;
  const a = p.mention.head;
  const b = q.mention.head;
  return (
    tree.dep[a] !== DEP['nmod:poss'] &&
    tree.head[a] === tree.head[b] &&
    tree.head[a] >= 0 &&
    tree.dep[b] !== DEP.conj &&
    !tokens.lower[a].includes('sel')
  );
}

/** The militias of two countries are two, and so are "Hamas fighters" and "Hezbollah fighters". */
function chainAgrees(clusters: Clusters, p: Profile, j: number): boolean {
  if (p.level === LEVEL.pronoun) {
    if (p.gender === 'any' || p.gender === 'n') return true;
    const gender = clusters.gender(j);
    return gender === 'any' || gender === p.gender;
  }
  // two things with names are two: what joins names are the sieves
  if (clusters.isNamed(j) && clusters.isNamed(p.index)) return false;
  if (p.countries.length) {
    const countries = clusters.countries(j);
    if (countries.length && disjoint(p.countries, countries)) return false;
  }
  return !actsApart(clusters, p, clusters.profiles[j]);
}
function disjoint(a: readonly string[], b: readonly string[]): boolean {
  for (let i = 0; i < a.length; i++) if (b.includes(a[i])) return false;
  return true;
}

/** Organisations and persons are named inside both, and their chains are others. */
function actsApart(clusters: Clusters, p: Profile, q: Profile): boolean {
  if (!p.names.length || !q.names.length) return false;
  const { profiles } = clusters;
  let apart = false;
  for (const a of p.names) {
    if (!isActor(profiles[a])) continue;
    for (const b of q.names) {
      if (!isActor(profiles[b])) continue;
      if (clusters.same(a, b)) return false;
      apart = true;
    }
  }
  return apart;
}
const isActor = (p: Profile): boolean => isOf(ACTORS | PERSON, p);
