/**
 * Places in a text by name: `recognisePlaces` proposes spans with kinds, confidences and rows of the gazetteer.
 * Which of the rows is meant is settled later, for all mentions of a name together (`entity/place`).
 */
import type { Assets } from '../../document/assets.ts';
import type { Layers } from '../../document/layers.ts';
import type { Span } from '../../document/span.ts';
import { spanOf } from '../../document/tokens.ts';
import { rowsFor } from '../../gazetteer/places/division.ts';
import type { Gazetteer } from '../../gazetteer/places/gazetteer.ts';
import { loadOutlets } from '../../gazetteer/places/home.ts';
import { type GazetteerEdition, loadGazetteer } from '../../gazetteer/places/load.ts';
import { KIND, NAME } from '../../gazetteer/places/types.ts';
import { clustersOf } from '../../perceptron/index.ts';
import { type Acting, acts, loadActing } from './act.ts';
import { type Candidate, caseOf, SOURCE } from './candidate.ts';
import { loadClassNouns } from './class.ts';
import { isGiven } from './evidence.ts';
import { loadPlaceModel, type PlaceModel } from './model.ts';
import { nestedIn, withCompass } from './nested.ts';
import { loadPersonNames } from './people.ts';
import {
  choose,
  type PlaceLayers,
  type PlaceTables,
  type Prepared,
  personal,
  prepare,
  remember,
  round,
} from './recognise.ts';

export type PlaceEvidence = 'safe' | 'context' | 'class-noun' | 'unknown' | 'propagated' | 'nested' | 'compass';

/** A span that names a place. */
export interface PlaceProposal extends Span {
  /** Tokens, `last` exclusive. */
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly level: 'name';
  readonly kind: string;
  readonly evidence: PlaceEvidence;
  readonly rule: string;
  /** 0 to 1: a probability, learned from annotated news. */
  readonly confidence: number;
  /** Rows of the gazetteer that bear the name; empty for a name that it doesn't know. */
  readonly candidates: readonly number[];
  /** A country or capital: what governments are called by. */
  readonly governs: boolean;
  readonly actsAs: 'government' | undefined;
}

/** A span that is known to be something else: a place inside a person's name is none, inside an organisation's it is nested. */
export interface KnownSpan {
  readonly first: number;
  readonly last: number;
  readonly type: 'person' | 'organization';
}

export interface PlaceRecogniser extends PlaceTables {
  readonly model: PlaceModel;
  readonly acting: Acting;
}

/** Loads what recognition needs. @param gazetteer instead of the library's own (see `withPlaces`) */
export function loadPlaceRecogniser(
  assets: Assets,
  edition: GazetteerEdition = 'full',
  gazetteer: Gazetteer = loadGazetteer(assets, edition),
): PlaceRecogniser {
  return {
    gazetteer,
    nouns: loadClassNouns(assets),
    people: loadPersonNames(assets),
    outlets: loadOutlets(assets),
    clusters: clustersOf(assets),
    model: loadPlaceModel(assets),
    acting: loadActing(assets),
  };
}

/** The least probability with which a candidate is proposed. */
const THRESHOLD = 0.4;

/**
 * Place names in a text, in its order; a name inside another ("Eilat" in "port of Eilat") follows it.
 * Tags and tree may be empty: without them nothing acts as a government.
 */
export function recognisePlaces(
  layers: PlaceLayers,
  recogniser: PlaceRecogniser,
  known: readonly KnownSpan[] = [],
  threshold = THRESHOLD,
): PlaceProposal[] {
  const prepared = prepare(layers, recogniser);
  if (!prepared.candidates.length) return [];
  recogniser.model.warm(layers.tokens.length);
  const first = round(layers, recogniser, prepared, undefined, recogniser.model.first);
  remember(prepared, first);
  const scores = round(layers, recogniser, prepared, first, recogniser.model.second);
  for (let i = 0; i < scores.length; i++) {
    if (scores[i] >= ACTING_LEAST && scores[i] < ACTING && actsAlone(layers, recogniser, prepared, i))
      scores[i] = ACTING;
    if (scores[i] < threshold) continue;
    if (contradicted(prepared.candidates[i], known)) scores[i] = 0;
    else if (personal(layers, recogniser, prepared, i)) scores[i] *= 0.3;
  }
  const proposals: PlaceProposal[] = [];
  for (const i of choose(prepared, scores, threshold)) {
    const c = prepared.candidates[i];
    const evidence = evidenceFor(recogniser, c, first[i]);
    const proposal = widened(
      layers,
      recogniser,
      prepared,
      i,
      proposalOf(layers, recogniser, prepared, i, evidence, scores[i]),
    );
    const wide = withCompass(layers, proposal);
    if (wide) proposals.push(wide);
    proposals.push(proposal);
    for (const n of nestedIn(layers, recogniser.gazetteer, prepared, i))
      proposals.push(proposalOf(layers, recogniser, prepared, n, 'nested', Math.max(scores[n], scores[i] / 2)));
  }
  return proposals;
}

/** How sure a name of a country or capital is, at least, that does what governments do, and below which nothing helps it. */
const ACTING = 0.5;
const ACTING_LEAST = 0.1;

/** "Washington warned its rivals": a country or capital that acts, and is no given name of anyone ("Jordan said"). */
function actsAlone(layers: PlaceLayers, recogniser: PlaceRecogniser, prepared: Prepared, index: number): boolean {
  const c = prepared.candidates[index];
  return (
    governs(recogniser, c, prepared.seen[index].surface) &&
    acts(layers, recogniser.acting, c.last - 1) &&
    !isGiven(layers.tokens, c.first, recogniser.people) &&
    !personal(layers, recogniser, prepared, index)
  );
}

/** Countries and capitals, which governments are called by. */
const governs = ({ gazetteer, acting }: PlaceRecogniser, { facts }: Candidate, surface: string): boolean =>
  facts !== undefined && (gazetteer.kind[facts.likeliest] === KIND.country || acting.capitals.has(surface));

function contradicted(c: Candidate, known: readonly KnownSpan[]): boolean {
  return known.some((k) =>
    k.type === 'person' ? k.first <= c.first && k.last >= c.last : k.first === c.first && k.last === c.last,
  );
}

function evidenceFor({ people }: PlaceRecogniser, c: Candidate, alone: number): PlaceEvidence {
  if (c.source === SOURCE.class) return 'class-noun';
  if (alone < THRESHOLD) return 'propagated';
  if (c.source === SOURCE.unknown) return 'unknown';
  const risky = ((c.facts?.flags ?? 0) & (NAME.risky | NAME.abbreviation)) !== 0;
  return risky || people.size === 0 ? 'context' : 'safe';
}

const NEAR = 12;

/** "Anbar" before "province" is "Anbar province": the noun is part of the name, whether or not it has a capital. */
function widened(
  layers: PlaceLayers,
  { gazetteer }: PlaceRecogniser,
  { candidates }: Prepared,
  index: number,
  proposal: PlaceProposal,
): PlaceProposal {
  const { first, last } = candidates[index];
  let wide: Candidate | undefined;
  // candidates stand in the order of their last tokens' class nouns or their first: the noun's is near
  for (let i = Math.max(0, index - NEAR); i < Math.min(candidates.length, index + NEAR); i++) {
    const c = candidates[i];
    if (c.noun?.note === 'small' && c.last > last && c.inner?.[0] === first && c.inner[1] === last) wide = c;
  }
  if (!wide) return proposal;
  const rows = classRows(layers, gazetteer, wide);
  return {
    ...proposal,
    ...spanOf(layers.tokens, first, wide.last),
    last: wide.last,
    head: wide.last - 1,
    kind: wide.kind,
    evidence: 'class-noun',
    rule: 'place/class-noun',
    candidates: rows.length ? rows : proposal.candidates,
  };
}

/** "Anbar province": the gazetteer's rows for it, or the divisions among those of "Anbar". */
function classRows({ tokens, text }: Pick<Layers, 'tokens' | 'text'>, gazetteer: Gazetteer, c: Candidate): number[] {
  if (!c.inner || c.kind !== 'region') return [];
  return rowsFor(gazetteer, text.slice(tokens.start[c.first], tokens.end[c.last - 1]));
}

/** 1 when a full stop behind an abbreviation is its own and not the sentence's: "in Melville, Sask. on Monday". */
function fullStop({ tokens, sentences }: Pick<Layers, 'tokens' | 'sentences'>, { facts, last }: Candidate): number {
  if (!facts || !(facts.flags & NAME.abbreviation) || tokens.form[last] !== '.') return 0;
  const within = last + 1 < sentences.last[tokens.sentence[last - 1]];
  return within && tokens.start[last] === tokens.end[last - 1] && caseOf(tokens.form[last - 1]) === 1 ? 1 : 0;
}

function proposalOf(
  layers: Pick<Layers, 'text' | 'tokens' | 'sentences' | 'tags' | 'tree'>,
  recogniser: PlaceRecogniser,
  prepared: Prepared,
  index: number,
  evidence: PlaceEvidence,
  confidence: number,
): PlaceProposal {
  const c = prepared.candidates[index];
  const head = c.noun && c.inner && c.inner[0] > c.first ? c.first : c.last - 1;
  const stop = fullStop(layers, c);
  const governing = governs(recogniser, c, prepared.seen[index].surface);
  const acting = governing && acts(layers, recogniser.acting, c.last - 1);
  return {
    start: layers.tokens.start[c.first],
    end: layers.tokens.end[c.last - 1 + stop],
    first: c.first,
    last: c.last + stop,
    head,
    level: 'name',
    kind: c.kind,
    evidence,
    rule: `place/${evidence}`,
    confidence: Math.round(confidence * 100) / 100,
    candidates: c.facts?.rows ?? classRows(layers, recogniser.gazetteer, c),
    governs: governing,
    actsAs: acting ? 'government' : undefined,
  };
}
