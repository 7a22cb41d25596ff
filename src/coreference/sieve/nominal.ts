/** Descriptions: beside a name, around a name, repeated, or pointing back. */
import { DEP } from '../../document/ud.ts';
import type { Clusters } from '../cluster.ts';
import type { Profile, Read } from '../profile.ts';

const nominal = (p: Profile): boolean => p.mention.level === 'nominal';
const subset = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].every((x) => b.has(x));
const chainCountries = (clusters: Clusters, i: number): Set<string> =>
  new Set(
    clusters.members(i).flatMap((m) => (nominal(clusters.profiles[m]) ? [...clusters.profiles[m].countries] : [])),
  );

/** "[the spokesman], [Vedant Patel],", "[spokesman] [Vedant Patel]", "[Pat Ryder] is [the press secretary]": one thing said twice. */
export function apposition(clusters: Clusters, layers: Read): void {
  const byHead = groupBy(clusters.profiles, (p) => p.mention.head);
  const byParent = groupBy(clusters.profiles, (p) => layers.tree.head[p.mention.head]);
  for (const p of clusters.profiles) {
    const m = p.mention;
    if (m.level === 'pronoun' || m.type === 'date' || m.type === 'quantity' || m.type === 'nationality') continue;
    const other =
      appositive(clusters, layers, p, byHead, byParent) ??
      (nominal(p) && p.number !== 'plural'
        ? (inFront(clusters, layers, p) ?? predicated(clusters, layers, p))
        : undefined);
    if (other) clusters.join(other.index, p.index);
  }
}

function groupBy(profiles: readonly Profile[], key: (p: Profile) => number): Map<number, Profile[]> {
  const groups = new Map<number, Profile[]>();
  for (const p of profiles) {
    const known = groups.get(key(p));
    if (known) known.push(p);
    else groups.set(key(p), [p]);
  }
  return groups;
}

/** What the tree sets beside it. The head may be the title of a name: of "Brig. Gen. Hassan Karim, a spokesman" it is "Brig." */
function appositive(
  clusters: Clusters,
  { tree }: Read,
  p: Profile,
  byHead: ReadonlyMap<number, Profile[]>,
  byParent: ReadonlyMap<number, Profile[]>,
): Profile | undefined {
  const dep = tree.dep[p.mention.head];
  if (dep !== DEP.appos && dep !== DEP['nmod:desc']) return undefined;
  const head = tree.head[p.mention.head];
  const titled = (byParent.get(head) ?? []).filter(
    (q) => q.index < p.index && q.mention.level === 'name' && q.mention.first - head > 0 && q.mention.first - head <= 4,
  );
  return [...(byHead.get(head) ?? []), ...titled].find(
    (q) =>
      q.mention.type === p.mention.type &&
      q.mention.level !== 'pronoun' &&
      q.number !== conflictOf(p) &&
      compatible(clusters, p, q),
  );
}

/** A description right in front of a name: "[State Department spokesman] [Vedant Patel]". */
function inFront({ profiles }: Clusters, { text }: Read, p: Profile): Profile | undefined {
  const next = profiles[p.index + 1];
  const beside = next?.mention.level === 'name' && next.mention.type === 'person' && p.mention.type === 'person';
  return beside && /^,?\s+$/.test(text.slice(p.mention.end, next.mention.start)) ? next : undefined;
}

/** The subject of a copula whose predicate it is: the predicate is the head, the subject its dependent. */
function predicated({ profiles }: Clusters, { tree }: Read, p: Profile): Profile | undefined {
  const { head, type } = p.mention;
  if (!hasCopula(tree, head)) return undefined;
  return profiles
    .slice(Math.max(0, p.index - 12), p.index)
    .find(
      ({ mention: q }) =>
        tree.head[q.head] === head && tree.dep[q.head] === DEP.nsubj && q.type === type && q.level !== 'pronoun',
    );
}
const conflictOf = (p: Profile): string =>
  p.number === 'singular' ? 'plural' : p.number === 'plural' ? 'singular' : '';
function hasCopula(tree: Read['tree'], head: number): boolean {
  for (let i = Math.max(0, head - 8); i < head; i++) if (tree.head[i] === head && tree.dep[i] === DEP.cop) return true;
  return false;
}
/** Two different full names are two things. */
function compatible(clusters: Clusters, p: Profile, q: Profile): boolean {
  if (p.mention.level !== 'name' || q.mention.level !== 'name') return true;
  return p.mention.type !== 'person' && p.words.some((w) => q.words.includes(w)) && !clusters.same(p.index, q.index);
}

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
    const next = profiles[p.index + 1];
    if (
      next?.mention.level === 'name' &&
      next.mention.type === p.mention.type &&
      p.mention.type === 'place' &&
      /^ of $/.test(text.slice(p.mention.end, next.mention.start)) &&
      p.number === 'singular' &&
      tree.head[next.mention.head] === p.mention.head
    )
      clusters.join(p.index, next.index);
    if (
      next?.mention.level === 'name' &&
      next.mention.type === p.mention.type &&
      p.mention.type === 'organization' &&
      /^ $/.test(text.slice(p.mention.end, next.mention.start)) &&
      CLASS_NOUNS.has(p.lemma)
    )
      clusters.join(p.index, next.index);
  }
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
const headClass = (p: Profile): string =>
  p.mention.type === 'group' && SOLDIERS.has(p.lemma) && (p.mention.kind === 'military-personnel' || p.countries.size)
    ? 'soldiers'
    : p.lemma;

/** Chains of the organisations and persons named inside: "Hamas militia group" is never "Islamic State group". */
const namedInside = (clusters: Clusters, p: Profile): number[] =>
  p.names
    .filter((n) => ['organization', 'person'].includes(clusters.profiles[n].mention.type))
    .map((n) => clusters.find(n))
    .sort((a, b) => a - b);

/** "U.S. troops … American forces … the U.S. troops": the same head, the same countries, and no number of its own in front. */
export function sameDescription(clusters: Clusters): void {
  const seen = new Map<string, number>();
  for (const p of clusters.profiles) {
    if (!nominal(p) || p.mention.type === 'date' || p.mention.type === 'quantity' || p.mention.type === 'person')
      continue;
    if (p.counted && !p.definite) continue;
    const countries = [...p.countries].sort().join('+');
    const rest = p.words
      .slice(0, -1)
      .filter((w) => !p.names.some((n) => clusters.profiles[n].words.includes(w)))
      .sort()
      .join(' ');
    const described = headClass(p) === 'soldiers' ? '' : rest;
    const key = [p.mention.type, headClass(p), countries, described, namedInside(clusters, p).join('+'), p.number].join(
      '|',
    );
    const before = seen.get(key);
    // a bare plural without a country or a modifier may be other ones: only near
    if (
      before !== undefined &&
      (countries || rest || p.definite || p.sentence - clusters.profiles[before].sentence <= 3)
    )
      clusters.join(before, p.index);
    seen.set(key, p.index);
  }
}

/** Nouns that point back to a name of their kind: "the group", "the city", "the country". */
const KIND_NOUNS: Readonly<Record<string, readonly string[]>> = {
  city: ['city'],
  town: ['city'],
  village: ['city'],
  capital: ['city'],
  country: ['country'],
  nation: ['country'],
  kingdom: ['country'],
  province: ['region'],
  state: ['region'],
  region: ['region', 'area'],
  district: ['region', 'area'],
  island: ['area'],
  airport: ['facility'],
  base: ['facility'],
  group: ['armed-group', 'political', 'other'],
  militia: ['armed-group'],
  movement: ['armed-group', 'political'],
  organization: ['armed-group', 'intergovernmental', 'other', 'political'],
  organisation: ['armed-group', 'intergovernmental', 'other', 'political'],
  agency: ['media', 'government', 'intergovernmental'],
  party: ['political'],
  company: ['company'],
  ministry: ['government'],
  coalition: ['military'],
  alliance: ['military', 'intergovernmental'],
  council: ['intergovernmental', 'government'],
};

/** A definite description and the nearest mention before it with the same head ("the base … Al-Asad air base") or of its kind. */
export function pointsBack(clusters: Clusters): void {
  const { profiles } = clusters;
  for (const p of profiles) {
    if (
      !nominal(p) ||
      !p.definite ||
      p.mention.type === 'date' ||
      p.mention.type === 'quantity' ||
      clusters.find(p.index) < p.index
    )
      continue;
    for (let j = p.index - 1; j >= 0 && p.sentence - profiles[j].sentence <= 8; j--) {
      const q = profiles[j];
      if (q.mention.type !== p.mention.type || q.mention.end > p.mention.start || q.mention.level === 'pronoun')
        continue;
      const kinds = KIND_NOUNS[p.lemma];
      const near = p.sentence - q.sentence <= 3;
      const headed = q.lemma === p.lemma || (q.mention.level === 'name' && q.words.includes(p.lemma));
      const ofKind =
        near &&
        q.mention.level === 'name' &&
        p.number !== 'plural' &&
        kinds?.includes(q.mention.kind ?? '') &&
        p.words.length <= 2;
      if (!(headed || ofKind) || (p.number !== 'any' && q.number !== 'any' && p.number !== q.number)) continue;
      if (
        p.countries.size &&
        !subset(p.countries, q.countries) &&
        !subset(p.countries, chainCountries(clusters, q.index))
      )
        continue;
      const [mine, its] = [namedInside(clusters, p), namedInside(clusters, q)];
      if (mine.length && !mine.every((n) => its.includes(n) || clusters.find(q.index) === n)) continue;
      clusters.join(q.index, p.index);
      break;
    }
  }
}
