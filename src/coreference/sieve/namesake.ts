/** Two places of one name in one text: "Washington said … in Washington state", "Springfield, Illinois … Springfield, Ohio". */
import { typesOf } from '../../document/entityType.ts';
import type { Clusters } from '../cluster.ts';
import { LEVEL } from '../code.ts';
import { isOf, type Knowledge, type Profile, type Read } from '../profile.ts';
import { next } from './around.ts';

/** What says that a division is meant, not the capital or the country of that name. */
const DIVISIONS = new Set(['state', 'province', 'governorate', 'county', 'oblast', 'region', 'department', 'district']);
const WIDER = new Set(['country', 'region']);

/** "Baghdad province" and "Baghdad": the longer name is that of a division around a capital. */
export const isDivisionOf = (
  long: readonly string[],
  short: readonly string[],
  { countryOfCapital }: Knowledge,
): boolean =>
  long.length === short.length + 1 &&
  DIVISIONS.has(long[long.length - 1]) &&
  countryOfCapital(short.join(' ')) !== undefined;

/** What is added to a place's key where the text tells it from another of its name; empty for nearly all. */
export function namesakes(clusters: Clusters, layers: Read, knowledge: Knowledge): (p: Profile) => string {
  let told: Map<number, string> | undefined;
  for (const p of clusters.profiles) {
    const mark = isPlaceName(p) ? markOf(clusters, layers, knowledge, p) : undefined;
    if (mark) (told ??= new Map()).set(p.index, mark);
  }
  if (!told) return unmarked;
  const byName = new Map<string, Profile[]>();
  for (const p of clusters.profiles) {
    if (!isPlaceName(p)) continue;
    const known = byName.get(p.key);
    if (known) known.push(p);
    else byName.set(p.key, [p]);
  }
  for (const mentions of byName.values()) settle(mentions, told);
  const settled = told;
  return (p) => settled.get(p.index) ?? '';
}
const PLACE = typesOf('place');
const isPlaceName = (p: Profile): boolean => p.level === LEVEL.name && isOf(PLACE, p);
const unmarked = (): string => '';

/** What stands beside one mention: the noun of a division, or the place that holds it. */
function markOf(
  { profiles }: Clusters,
  { tokens, text }: Read,
  { countryOf, countryOfCapital }: Knowledge,
  p: Profile,
): string | undefined {
  const { first, last, end } = p.mention;
  const division =
    DIVISIONS.has(tokens.lower[last]) || (tokens.lower[first - 1] === 'of' && DIVISIONS.has(tokens.lower[first - 2]));
  if (division) {
    const name = p.words.join(' ');
    if ((countryOf(name) ?? countryOfCapital(name)) !== undefined) return '|division';
  }
  const holder = next(profiles, p);
  if (p.countries.length || holder?.mention.level !== 'name' || holder.sentence !== p.sentence) return undefined;
  if (!WIDER.has(holder.mention.kind ?? '') || text.slice(end, holder.mention.start) !== ', ') return undefined;
  return `|in ${holder.key}`;
}

/** One holder named is that of all mentions; where there are several, a mention without one goes with the last before it. */
function settle(mentions: readonly Profile[], told: Map<number, string>): void {
  const holders = new Set(mentions.flatMap((p) => told.get(p.index) ?? []));
  holders.delete('|division');
  if (holders.size < 2) {
    for (const p of mentions) if (told.get(p.index) !== '|division') told.delete(p.index);
    return;
  }
  let last = told.get((mentions.find((p) => told.has(p.index)) as Profile).index) as string;
  for (const p of mentions) told.set(p.index, (last = told.get(p.index) ?? last));
}
