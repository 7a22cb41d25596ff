/**
 * Toponym recognition. Candidates come from the gazetteer, class nouns and prepositions; a linear model weighs the
 * evidence for each, twice: the second time it knows what the first found for the same name elsewhere in the text.
 */
import type { Layers } from '../../document/layers.ts';
import type { Gazetteer } from '../../gazetteer/places/gazetteer.ts';
import { homeOf, type Outlets } from '../../gazetteer/places/home.ts';
import { type Clusters, wordColumnsOf } from '../../perceptron/index.ts';
import { addCandidates, type Candidate, SOURCE } from './candidate.ts';
import type { ClassNouns } from './class.ts';
import { evidenceOf, isGiven, isSurname, supportKey, surfacesOf } from './evidence.ts';
import {
  type DocumentEvidence,
  FIXED_FEATURES,
  featuresOf,
  MOST_FEATURES,
  type PlaceText,
  recalledOf,
  type SurfaceEvidence,
} from './feature.ts';
import { knownFacts } from './names.ts';
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
  if (!source) return [];
  const home = homeOf(source, gazetteer, outlets);
  return [...(home.country > 0 ? [supportKey(home.country)] : []), ...(home.admin1 >= 0 ? [home.admin1] : [])];
}

/** A document's candidates with all that the model asks about them. */
export interface Prepared {
  readonly candidates: readonly Candidate[];
  /** What the document shows of the surface of each. */
  readonly seen: readonly SurfaceEvidence[];
  /** The candidates over a comma or a bracket. */
  readonly next: readonly (Candidate | undefined)[];
  readonly before: readonly (Candidate | undefined)[];
  readonly evidence: DocumentEvidence;
  /** Features that are the same in both rounds, `FIXED_FEATURES` places for each candidate: made in the first. */
  readonly features: Int32Array;
  /** How many of them each candidate has; 0 before the first round. */
  readonly counts: Uint8Array;
}

/** Scratch: by token, 1 + the number of the candidate that starts or ends there. */
let startsAt = new Int32Array(512);
let endsAt = new Int32Array(512);

export function prepare(layers: PlaceLayers, tables: PlaceTables): Prepared {
  const { tokens, sentences } = layers;
  const { gazetteer, nouns, people } = tables;
  const words = wordColumnsOf(tokens, tables.clusters).lower;
  const facts = knownFacts(gazetteer);
  const candidates: Candidate[] = [];
  for (let s = 0; s < sentences.length; s++)
    addCandidates(candidates, tokens, words, sentences.first[s], sentences.last[s], gazetteer, nouns, facts);
  const count = candidates.length;
  const seen = surfacesOf(tokens, candidates);
  const next: (Candidate | undefined)[] = [];
  const before: (Candidate | undefined)[] = [];
  noteEdges(candidates, tokens.length);
  for (let i = 0; i < count; i++) {
    const { first, last } = candidates[i];
    const behind = parts(tokens, last) ? startsAt[last + 1] : 0;
    const front = first > 1 && parts(tokens, first - 1) ? endsAt[first - 1] : 0;
    next.push(behind ? candidates[behind - 1] : undefined);
    before.push(front ? candidates[front - 1] : undefined);
  }
  return {
    candidates,
    seen,
    next,
    before,
    features: new Int32Array(count * FIXED_FEATURES),
    counts: new Uint8Array(count),
    evidence: evidenceOf(tokens, gazetteer, people, candidates, seen, homeSupport(layers, tables), nouns.stops.surname),
  };
}

const parts = ({ form }: PlaceLayers['tokens'], t: number): boolean => form[t] === ',' || form[t] === '(';

/** Fills `startsAt` and `endsAt` with the longest names; of those that end together the first. */
function noteEdges(candidates: readonly Candidate[], length: number): void {
  if (startsAt.length < length + 2) {
    startsAt = new Int32Array(2 * length);
    endsAt = new Int32Array(2 * length);
  } else {
    startsAt.fill(0, 0, length + 2);
    endsAt.fill(0, 0, length + 2);
  }
  for (let i = 0; i < candidates.length; i++) {
    const { longest, source, first, last } = candidates[i];
    if (!longest || source === SOURCE.unknown) continue;
    startsAt[first] = i + 1;
    const rival = endsAt[last];
    if (!rival || candidates[rival - 1].first > first) endsAt[last] = i + 1;
  }
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
  const { candidates, seen, features, counts, evidence } = prepared;
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
      count = featuresOf(buffer, c, text, seen[i], first, last, prepared.next[i], prepared.before[i]);
      counts[i] = count;
      for (let k = 0; k < count; k++) features[at + k] = buffer[k];
    }
    if (own) count = recalledOf(buffer, count, c, text, seen[i], first, last, own[i]);
    out[i] = score(buffer, count, i);
  }
  return out;
}

/** Keeps the two best scores of each surface for the second round. */
export function remember(prepared: Prepared, scores: Float64Array): void {
  for (let i = 0; i < scores.length; i++) {
    const known = prepared.seen[i];
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
  if (!prepared.seen[index].person || prepared.next[index]) return false;
  return !(together && PLACE_PREPOSITIONS.has(tokens.lower[before]));
}
const PLACE_PREPOSITIONS = new Set('in from to near into across at around outside inside of and ,'.split(' '));

/** Scratch: 1 for tokens of chosen candidates; all 0 between calls. */
let taken = new Uint8Array(512);

/** The likeliest candidates that do not overlap, in the order of the text. */
export function choose(prepared: Prepared, scores: Float64Array, threshold: number): number[] {
  const { candidates } = prepared;
  const order: number[] = [];
  let end = 0;
  for (let i = 0; i < scores.length; i++) {
    if (scores[i] < threshold) continue;
    order.push(i);
    if (candidates[i].last > end) end = candidates[i].last;
  }
  if (taken.length < end) taken = new Uint8Array(2 * end);
  order.sort(
    (a, b) =>
      scores[b] - scores[a] || candidates[b].last - candidates[b].first - (candidates[a].last - candidates[a].first),
  );
  let kept = 0;
  for (const i of order) {
    const { first, last } = candidates[i];
    let free = true;
    for (let t = first; free && t < last; t++) free = taken[t] === 0;
    if (!free) continue;
    taken.fill(1, first, last);
    order[kept++] = i;
  }
  order.length = kept;
  taken.fill(0, 0, end);
  return order.sort((a, b) => candidates[a].first - candidates[b].first);
}
