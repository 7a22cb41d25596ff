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
export function apposition(clusters: Clusters, { tree, mentions, text }: Read): void {
  const byHead = new Map<number, Profile[]>();
  for (const p of clusters.profiles) byHead.set(p.mention.head, [...(byHead.get(p.mention.head) ?? []), p]);
  for (const p of clusters.profiles) {
    const m = p.mention;
    if (m.level === 'pronoun' || m.type === 'date' || m.type === 'quantity' || m.type === 'nationality') continue;
    const head = tree.head[m.head];
    const dep = tree.dep[m.head];
    if (dep === DEP.appos || dep === DEP['nmod:desc']) {
      for (const q of byHead.get(head) ?? [])
        if (
          q.mention.type === m.type &&
          q.mention.level !== 'pronoun' &&
          q.number !== conflictOf(p) &&
          compatible(clusters, p, q)
        ) {
          clusters.join(p.index, q.index);
          break;
        }
    }
    // a description right in front of a name: "[State Department spokesman] [Vedant Patel]"
    const next = mentions[p.index + 1];
    if (
      nominal(p) &&
      next?.level === 'name' &&
      next.type === m.type &&
      next.start >= m.end &&
      m.type === 'person' &&
      /^,?\s+$/.test(text.slice(m.end, next.start)) &&
      p.number !== 'plural'
    )
      clusters.join(p.index, p.index + 1);
    // copula: the predicate is the head, the subject its dependent
    if (nominal(p) && p.number !== 'plural')
      for (const q of clusters.profiles.slice(Math.max(0, p.index - 12), p.index))
        if (
          tree.head[q.mention.head] === m.head &&
          tree.dep[q.mention.head] === DEP.nsubj &&
          hasCopula(tree, m.head) &&
          q.mention.type === m.type &&
          q.mention.level !== 'pronoun'
        )
          clusters.join(q.index, p.index);
  }
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
    const key = `${p.mention.type}|${headClass(p)}|${countries}|${headClass(p) === 'soldiers' ? '' : rest}|${p.number}`;
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
        !subset(p.countries, chainCountries(clusters, q.index)) &&
        !subset(p.countries, q.countries)
      )
        continue;
      clusters.join(q.index, p.index);
      break;
    }
  }
}
