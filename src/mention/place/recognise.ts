/**
 * Toponym recognition. Candidates come from the gazetteer, class nouns and prepositions; a linear model weighs the
 * evidence for each, twice: the second time it knows what the first found for the same name elsewhere in the text.
 */
import type { Layers } from '../../document/layers.ts';
import type { Gazetteer } from '../../gazetteer/places/gazetteer.ts';
import { homeOf, type Outlets } from '../../gazetteer/places/home.ts';
import { type Clusters, wordColumnsOf } from '../../perceptron/index.ts';
import { type Candidate, candidatesOf } from './candidate.ts';
import type { ClassNouns } from './class.ts';
import { evidenceOf, isGiven, isSurname, supportKey } from './evidence.ts';
import {
  type DocumentEvidence,
  FIXED_FEATURES,
  featuresOf,
  MOST_FEATURES,
  type PlaceText,
  recalledOf,
  surfaceOf,
} from './feature.ts';
import type { NameFacts } from './names.ts';
import type { PersonNames } from './people.ts';

export interface PlaceTables {
  readonly gazetteer: Gazetteer;
  readonly nouns: ClassNouns;
  readonly people: PersonNames;
  readonly outlets: Outlets;
  readonly clusters: Clusters;
}
/** `source`, where the article comes from, is a hint. */
export type PlaceLayers = Pick<Layers, 'text' | 'tokens' | 'sentences' | 'tags' | 'tree'> &
  Partial<Pick<Layers, 'source'>>;

function homeSupport({ source }: PlaceLayers, { gazetteer, outlets }: PlaceTables): number[] {
  const home = homeOf(source ?? null, gazetteer, outlets);
  return [...(home.country > 0 ? [supportKey(home.country)] : []), ...(home.admin1 >= 0 ? [home.admin1] : [])];
}

/** A document's candidates with all that the model asks about them. */
export interface Prepared {
  readonly candidates: readonly Candidate[];
  readonly surfaces: readonly string[];
  readonly next: readonly (Candidate | undefined)[];
  readonly before: readonly (Candidate | undefined)[];
  readonly evidence: DocumentEvidence;
  /** Features that are the same in both rounds, `FIXED_FEATURES` places for each candidate: made in the first. */
  readonly features: Int32Array;
  /** How many of them each candidate has; 0 before the first round. */
  readonly counts: Uint8Array;
}

export function prepare(layers: PlaceLayers, tables: PlaceTables): Prepared {
  const { tokens, sentences } = layers;
  const facts = new Map<number, NameFacts>();
  const candidates: Candidate[] = [];
  for (let s = 0; s < sentences.length; s++) {
    const { first, last } = sentences;
    for (const c of candidatesOf(tokens, first[s], last[s], tables.gazetteer, tables.nouns, facts)) candidates.push(c);
  }
  const startsAt = new Map<number, Candidate>();
  const endsAt = new Map<number, Candidate>();
  for (const c of candidates) {
    if (!c.longest || c.source === 2) continue;
    startsAt.set(c.first, c);
    const rival = endsAt.get(c.last);
    if (!rival || rival.first > c.first) endsAt.set(c.last, c);
  }
  const over = (t: number): boolean => tokens.form[t] === ',' || tokens.form[t] === '(';
  return {
    candidates,
    surfaces: candidates.map((c) => surfaceOf(tokens, c)),
    next: candidates.map((c) => (over(c.last) ? startsAt.get(c.last + 1) : undefined)),
    features: new Int32Array(candidates.length * FIXED_FEATURES),
    counts: new Uint8Array(candidates.length),
    before: candidates.map((c) => (c.first > 1 && over(c.first - 1) ? endsAt.get(c.first - 1) : undefined)),
    evidence: evidenceOf(
      tokens,
      tables.gazetteer,
      tables.people,
      candidates,
      homeSupport(layers, tables),
      tables.nouns.stops.surname,
    ),
  };
}

export type ScoreFeatures = (features: Int32Array, count: number, index: number) => number;
const buffer = new Int32Array(MOST_FEATURES);

/** One round: the probability of each candidate. @param own what the first round said */
export function round(
  layers: PlaceLayers,
  tables: PlaceTables,
  prepared: Prepared,
  own: Float64Array | undefined,
  score: ScoreFeatures,
): Float64Array {
  const { tokens, sentences } = layers;
  const { candidates, surfaces, features, counts, evidence } = prepared;
  const { gazetteer, people } = tables;
  const text: PlaceText = { tokens, words: wordColumnsOf(tokens, tables.clusters), gazetteer, people, evidence };
  const out = new Float64Array(candidates.length);
  for (let i = 0; i < candidates.length; i++) {
    const c = candidates[i];
    const s = tokens.sentence[c.first];
    const first = sentences.first[s];
    const last = sentences.last[s];
    const at = i * FIXED_FEATURES;
    let count = counts[i];
    if (count) for (let k = 0; k < count; k++) buffer[k] = features[at + k];
    else {
      count = featuresOf(buffer, c, text, surfaces[i], first, last, prepared.next[i], prepared.before[i]);
      counts[i] = count;
      for (let k = 0; k < count; k++) features[at + k] = buffer[k];
    }
    if (own) count = recalledOf(buffer, count, c, text, surfaces[i], first, last, own[i]);
    out[i] = score(buffer, count, i);
  }
  return out;
}

/** Keeps the two best scores of each surface for the second round. */
export function remember(prepared: Prepared, scores: Float64Array): void {
  for (let i = 0; i < scores.length; i++) {
    const known = prepared.evidence.surfaces.get(prepared.surfaces[i]);
    if (!known) continue;
    if (scores[i] > known.first) {
      known.second = known.first;
      known.first = scores[i];
    } else if (scores[i] > known.second) known.second = scores[i];
  }
}

/**
 * One word behind a given name is a person ("Michael Jordan"), and so is the same word elsewhere in that text, unless a
 * preposition or a parent says that it is a place ("Jordan said", but "in Jordan").
 */
export function personal({ tokens }: PlaceLayers, tables: PlaceTables, prepared: Prepared, index: number): boolean {
  const c = prepared.candidates[index];
  if (c.last - c.first !== 1) return false;
  const before = c.first - 1;
  const together = before >= 0 && tokens.sentence[before] === tokens.sentence[c.first];
  if (together && isGiven(tokens, before, tables.people)) return true;
  const { people, nouns } = tables;
  // "Georgia Stevens"
  if (
    isGiven(tokens, c.first, people) &&
    c.last < tokens.length &&
    isSurname(tokens, c.last, people, nouns.stops.surname)
  )
    return true;
  if (!prepared.evidence.people.has(prepared.surfaces[index]) || prepared.next[index]) return false;
  return !(together && PLACE_PREPOSITIONS.has(tokens.lower[before]));
}
const PLACE_PREPOSITIONS = new Set('in from to near into across at around outside inside of and ,'.split(' '));

/** The likeliest candidates that do not overlap, in the order of the text. */
export function choose(prepared: Prepared, scores: Float64Array, threshold: number): number[] {
  const order: number[] = [];
  for (let i = 0; i < scores.length; i++) if (scores[i] >= threshold) order.push(i);
  const { candidates } = prepared;
  order.sort(
    (a, b) =>
      scores[b] - scores[a] || candidates[b].last - candidates[b].first - (candidates[a].last - candidates[a].first),
  );
  const taken = new Set<number>();
  const kept = order.filter((i) => {
    const { first, last } = candidates[i];
    for (let t = first; t < last; t++) if (taken.has(t)) return false;
    for (let t = first; t < last; t++) taken.add(t);
    return true;
  });
  return kept.sort((a, b) => candidates[a].first - candidates[b].first);
}
