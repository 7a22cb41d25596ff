/** How much speaks for an entity being a known identity: a sum of weights, as log odds add up (Fellegi and Sunter 1969). */
import { contentOf, initialsOf, isPart } from './name.ts';
import { type Known, mostFrequent, type Name, type Profile } from './profile.ts';
import type { Evidence } from './types.ts';

/** What each piece of evidence is worth. Tuned by hand on `corpus/linking`. */
const WEIGHTS = {
  sameId: 8,
  otherId: -8,
  fullName: 4,
  /** Persons share names more often than bodies and places do. */
  personsName: 3.4,
  oneWord: 2.2,
  bodysWord: 2.8,
  acronym: 1.8,
  part: 2,
  otherName: -5,
  spelling: 2.8,
  spellingOfOneWord: 2,
  sameKind: 0.5,
  otherKind: -1.2,
  sameCountry: 1.2,
  otherCountry: -2.6,
  near: 2,
  far: -5,
  role: 0.8,
  otherRole: -0.4,
  context: 3,
  noContext: -0.8,
} as const;
const NEAR_KM = 60;
const FAR_KM = 200;

export interface Score {
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** How often a word has been a document's context: rare ones tell more. */
export type Rarity = (word: string) => number;

export function scoreOf(profile: Profile, known: Known, rarity: Rarity): Score {
  const evidence: Evidence[] = [];
  const add = (kind: Evidence['kind'], value: string, weight: number): void => {
    if (weight) evidence.push({ kind, value, weight: Math.round(weight * 100) / 100 });
  };
  ids(profile, known, add);
  names(profile, known, add);
  attributes(profile, known, add);
  context(profile, known, rarity, add);
  return { score: Math.round(evidence.reduce((sum, e) => sum + e.weight, 0) * 100) / 100, evidence };
}
type Add = (kind: Evidence['kind'], value: string, weight: number) => void;

function ids(profile: Profile, known: Known, add: Add): void {
  for (const scheme of ['wikidata', 'geonames', 'iso'] as const) {
    const [mine, its] = [profile.ids[scheme], known.ids[scheme]];
    if (mine === undefined || its === undefined) continue;
    add('id', `${scheme} ${mine}`, mine === its ? WEIGHTS.sameId : WEIGHTS.otherId);
    return;
  }
}

/** The strongest of what any two of their names have in common. */
function names(profile: Profile, known: Known, add: Add): void {
  let best: { kind: 'name' | 'part' | 'spelling'; value: string; weight: number } | undefined;
  for (const mine of profile.names)
    for (const { name } of known.names.values()) {
      const found = compare(mine, name, profile.type);
      if (found && (!best || found.weight > best.weight)) best = { ...found, value: pair(mine, name) };
    }
  if (best) add(best.kind, best.value, best.weight);
  if (profile.type === 'person' && differ(profile.names[0], fullest(known)))
    add('name', pair(profile.names[0], fullest(known)), WEIGHTS.otherName);
}
const pair = (a: Name, b: Name): string => (a.key === b.key ? a.written : `${a.written} = ${b.written}`);
export const fullest = (known: Known): Name =>
  [...known.names.values()].reduce(
    (best, { name }) => (name.words.length > best.words.length ? name : best),
    [...known.names.values()][0].name,
  );

function compare(a: Name, b: Name, type: string): { kind: 'name' | 'part' | 'spelling'; weight: number } | undefined {
  const [x, y] = [contentOf(a.words), contentOf(b.words)];
  if (x.join(' ') === y.join(' '))
    return {
      kind: 'name',
      weight:
        x.length < 2
          ? type === 'organization'
            ? WEIGHTS.bodysWord
            : WEIGHTS.oneWord
          : type === 'person'
            ? WEIGHTS.personsName
            : WEIGHTS.fullName,
    };
  if (a.skeleton === b.skeleton && a.skeleton.length > 2)
    return { kind: 'spelling', weight: x.length > 1 ? WEIGHTS.spelling : WEIGHTS.spellingOfOneWord };
  const [short, long] = x.length < y.length || (x.length === y.length && a.key.length < b.key.length) ? [x, y] : [y, x];
  // "Smith", "J. Smith" and "John Smith"; "Security Council" and "UN Security Council"
  const ends = isPart(short, long) && short[short.length - 1] === long[long.length - 1];
  if (ends && (type === 'person' || (type === 'organization' && short.length > 1)))
    return { kind: 'part', weight: WEIGHTS.part };
  if (type === 'organization' && (initialsOf(a.written) === b.key || initialsOf(b.written) === a.key))
    return { kind: 'part', weight: WEIGHTS.acronym };
  return undefined;
}

/** "Ahmed Rahman" and "Karim Rahman": two given names that can't be one. */
function differ(a: Name, b: Name): boolean {
  const [x, y] = [contentOf(a.words), contentOf(b.words)];
  if (x.length < 2 || y.length < 2) return false;
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  return !isPart(short, long) && a.skeleton !== b.skeleton;
}

function attributes(profile: Profile, known: Known, add: Add): void {
  const kind = mostFrequent(known.kinds);
  if (profile.kind && kind) add('kind', profile.kind, profile.kind === kind ? WEIGHTS.sameKind : WEIGHTS.otherKind);
  if (profile.country && known.countries.size) {
    const same = known.countries.has(profile.country);
    add(
      'country',
      same ? profile.country : `${profile.country} ≠ ${mostFrequent(known.countries)}`,
      same ? WEIGHTS.sameCountry : WEIGHTS.otherCountry,
    );
  }
  if (profile.position && known.position && profile.kind !== 'country') {
    const far = kilometres(profile.position, known.position);
    if (far < NEAR_KM) add('position', `${Math.round(far)} km`, WEIGHTS.near);
    else if (far > FAR_KM) add('position', `${Math.round(far)} km`, WEIGHTS.far);
  }
  if (profile.roles.size && known.roles.size) {
    const shared = [...profile.roles].filter((role) => known.roles.has(role));
    if (shared.length) add('role', shared.join(' '), WEIGHTS.role);
    else add('role', [...profile.roles].join(' '), WEIGHTS.otherRole);
  }
}

/** The share of the words around that both know, rare words counting more. */
function context(profile: Profile, known: Known, rarity: Rarity, add: Add): void {
  if (profile.context.size < 3 || known.context.size < 3) return;
  let all = 0;
  let common = 0;
  const shared: { word: string; worth: number }[] = [];
  for (const word of profile.context) {
    const worth = rarity(word);
    all += worth;
    if (!known.context.has(word)) continue;
    common += worth;
    shared.push({ word, worth });
  }
  if (!shared.length) add('context', '', WEIGHTS.noContext);
  else {
    const telling = shared.sort((a, b) => b.worth - a.worth).slice(0, 5);
    add('context', telling.map(({ word }) => word).join(' '), WEIGHTS.context * Math.sqrt(common / all));
  }
}

const RADIANS = Math.PI / 180;
function kilometres(a: readonly [number, number], b: readonly [number, number]): number {
  const east = Math.abs(((a[1] - b[1] + 540) % 360) - 180) * Math.cos(((a[0] + b[0]) / 2) * RADIANS);
  return Math.hypot(a[0] - b[0], east) * 111.2;
}
