/** Names around and inside names: "northern Iraq" holds "Iraq", "port of Eilat" holds "Eilat". */
import type { Layers } from '../../document/layers.ts';
import type { Gazetteer } from '../../gazetteer/places/gazetteer.ts';
import { KIND } from '../../gazetteer/places/types.ts';
import { SOURCE } from './candidate.ts';
import type { PlaceProposal } from './index.ts';
import type { Prepared } from './recognise.ts';

const COMPASS =
  /^(?:north|south|east|west|central|northern|southern|eastern|western|north-?east|north-?west|south-?east|south-?west|(?:north-?|south-?)(?:ea|we)stern)$/i;

/** "northern Iraq": a region that holds the name. */
export function withCompass({ tokens }: Pick<Layers, 'tokens'>, inner: PlaceProposal): PlaceProposal | undefined {
  if (inner.kind !== 'country' && inner.kind !== 'region' && inner.kind !== 'city') return undefined;
  let first = inner.first - 1;
  if (first < 0 || tokens.sentence[first] !== tokens.sentence[inner.first] || !COMPASS.test(tokens.form[first]))
    return undefined;
  // "north-eastern" in three tokens
  if (first > 1 && tokens.form[first - 1] === '-' && COMPASS.test(tokens.form[first - 2])) first -= 2;
  const { actsAs: _, ...rest } = inner;
  return {
    ...rest,
    first,
    start: tokens.start[first],
    kind: 'region',
    evidence: 'compass',
    rule: 'place/compass',
    candidates: [],
  };
}

/** Candidates inside a facility, or beside a class noun that keeps them ("Karrada district"): the widest, none inside another. */
export function nestedIn(gazetteer: Gazetteer, prepared: Prepared, index: number, scores: Float64Array): number[] {
  const outer = prepared.candidates[index];
  const keeps = outer.noun
    ? outer.noun.note === 'nested'
    : outer.source === SOURCE.gazetteer && outer.kind === 'facility';
  if (!keeps || outer.last - outer.first < 2) return [];
  const found: number[] = [];
  prepared.candidates.forEach((c, i) => {
    if (i === index || c.first < outer.first || c.last > outer.last || c.last - c.first >= outer.last - outer.first)
      return;
    if (c.source !== SOURCE.gazetteer || !c.facts || scores[i] === 0) return;
    if (outer.inner && (c.first < outer.inner[0] || c.last > outer.inner[1])) return;
    const kind = gazetteer.kind[c.facts.likeliest];
    if (kind === KIND.water || kind === KIND.area) return;
    if (found.some((f) => prepared.candidates[f].first <= c.first && prepared.candidates[f].last >= c.last)) return;
    const wider = found.filter((f) => prepared.candidates[f].first < c.first || prepared.candidates[f].last > c.last);
    found.splice(0, found.length, ...wider, i);
  });
  return found;
}
