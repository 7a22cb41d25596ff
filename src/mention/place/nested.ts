/** Names around and inside names: "northern Iraq" holds "Iraq", "port of Eilat" holds "Eilat". */
import type { Layers } from '../../document/layers.ts';
import type { Gazetteer } from '../../gazetteer/places/gazetteer.ts';
import { KIND, NAME } from '../../gazetteer/places/types.ts';
import { type Candidate, SOURCE } from './candidate.ts';
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
  return {
    ...inner,
    first,
    start: tokens.start[first],
    kind: 'region',
    evidence: 'compass',
    rule: 'place/compass',
    candidates: [],
    actsAs: undefined,
  };
}

/** Ten thousand people (see `PlaceColumns.population`). */
const KNOWN_TOWN = 80;

/** Names beside a class noun that keeps them ("Incirlik Air Base", "Karrada district", "the Cano Limon-Covenas pipeline"). */
export function nestedIn(
  { tokens }: Pick<Layers, 'tokens'>,
  gazetteer: Gazetteer,
  prepared: Prepared,
  index: number,
): number[] {
  const { noun, inner } = prepared.candidates[index];
  if (noun?.note !== 'nested' || !inner) return [];
  const [first, last] = inner;
  const bound = (t: number, edge: number, before: number): boolean => t === edge || tokens.form[before] === '-';
  const found: number[] = [];
  const { candidates } = prepared;
  const end = Math.min(candidates.length, index + NEAR);
  for (let i = Math.max(0, index - NEAR); i < end; i++) visit(candidates[i], i);
  return found;

  function visit(c: Candidate, i: number): void {
    if (c.first < first || c.last > last || c.source !== SOURCE.gazetteer || !c.facts) return;
    if (!bound(c.first, first, c.first - 1) || !bound(c.last, last, c.last)) return;
    const kind = gazetteer.kind[c.facts.likeliest];
    if (kind === KIND.water || kind === KIND.area || kind === KIND.facility) return;
    // "Tin Can Island" is not in Can
    if (c.facts.flags & (NAME.risky | NAME.abbreviation) || gazetteer.population[c.facts.likeliest] < KNOWN_TOWN)
      return;
    const inside = (a: Candidate, b: Candidate): boolean => a.first >= b.first && a.last <= b.last;
    if (found.some((f) => inside(c, prepared.candidates[f]))) return;
    found.splice(0, found.length, ...found.filter((f) => !inside(prepared.candidates[f], c)), i);
  }
}
/** Candidates inside a name stand near it in the list, which follows the text. */
const NEAR = 48;
