/** Values: the same date, and one amount of one thing told twice. */
import { positionOf } from '../../gazetteer/coordinate/index.ts';
import type { Clusters } from '../cluster.ts';
import type { Profile, Read } from '../profile.ts';

/** Dates that say nothing of when: two "recently"s are two. */
const VAGUE = new Set(['PAST_REF', 'FUTURE_REF']);

/** "April 22 … April 22"; undated texts know no year: "today … today" are one by their words. */
export function sameDate(clusters: Clusters, { timexes }: Read): void {
  const seen = new Map<string, number>();
  for (const p of clusters.profiles) {
    const timex = p.mention.timex === undefined ? undefined : timexes[p.mention.timex];
    if (timex?.type !== 'DATE' || VAGUE.has(timex.value)) continue;
    const known = /^\d{4}/.test(timex.value);
    join(
      clusters,
      seen,
      known && !timex.mod ? timex.value : `${timex.value}|${timex.mod ?? ''}|${known ? '' : p.words.join(' ')}`,
      p,
    );
  }
}

/** "the past 24 hours … the past 24 hours", "within 48 hours": a length with a place in time, in the same words. */
export function sameDuration(clusters: Clusters, { timexes }: Read): void {
  const seen = new Map<string, number>();
  for (const p of clusters.profiles) {
    const timex = p.mention.timex === undefined ? undefined : timexes[p.mention.timex];
    if (timex?.type === 'DURATION' && p.words.length > 2) join(clusters, seen, p.words.join(' '), p);
  }
}

/** "14 tanks … the 14 tanks", "a ransom of $10 million … the $10 million ransom". */
export function sameAmount(clusters: Clusters, { tokens, tree }: Read): void {
  const { profiles } = clusters;
  /** The last mention with each word as its head, from 1. */
  const counted = new Int32Array(tokens.length);
  for (const p of profiles) if (p.mention.level !== 'pronoun') counted[p.mention.head] = p.index + 1;
  const seen = new Map<string, number>();
  for (const p of profiles) {
    if (p.mention.type !== 'quantity') continue;
    const money = p.mention.kind === 'money';
    const of = profiles[(counted[tree.head[p.mention.head]] ?? 0) - 1];
    if (!money && !of) continue;
    const chain = of && of.index !== p.index ? clusters.find(of.index) : -1;
    if (!money && (chain < 0 || clusters.size(chain) < 2)) continue;
    join(clusters, seen, `${p.words.join(' ')}|${money ? 'money' : chain}`, p);
  }
}

/** "35°01′57″N 43°38′47″E … 35.0325, 43.6464": one position in two notations, to a thousandth of a degree. */
export function samePosition(clusters: Clusters, { text }: Read): void {
  const seen = new Map<string, number>();
  for (const p of clusters.profiles) {
    if (p.mention.kind !== 'coordinates') continue;
    const position = positionOf(text.slice(p.mention.start, p.mention.end));
    if (position) join(clusters, seen, `${position.latitude.toFixed(3)} ${position.longitude.toFixed(3)}`, p);
  }
}

function join(clusters: Clusters, seen: Map<string, number>, key: string, p: Profile): void {
  const before = seen.get(key);
  if (before === undefined) seen.set(key, p.index);
  else clusters.join(before, p.index);
}
