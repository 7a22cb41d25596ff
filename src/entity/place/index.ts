/** Places on the map: coordinates, country, divisions and ids for chains of names, and which place lies in which. */
import type { Ids, PlaceAttributes } from '../../document/schema.ts';
import { countryOf, type Gazetteer, kindOf } from '../../gazetteer/places/gazetteer.ts';
import { KIND } from '../../gazetteer/places/types.ts';
import { argmax } from '../../perceptron/index.ts';
import { around } from './around.ts';
import { CUES, isLocal, WEIGHTS } from './cue.ts';
import { NamesInOrder, type PlacedName } from './order.ts';
import { cuesOf, resolveScene, type Scene } from './resolve.ts';
import { type PlaceResolver, sceneOf } from './scene.ts';
import type { PlaceChain, PlaceContext, ResolvedPlace } from './types.ts';

export { parentPairs } from './parents.ts';
export { gazetteerPairs } from './relation.ts';
export { loadPlaceResolver, type PlaceResolver } from './scene.ts';
export type { ParentPair, PlaceChain, PlaceContext, PlaceName, ResolvedPlace } from './types.ts';

const UNKNOWN: ResolvedPlace = Object.freeze({ row: -1, attributes: Object.freeze({}) });
/** How sure an inherited place can be. */
const INHERITED = 0.3;

/** Resolves all place chains of a document together, in their order. */
export function resolvePlaces(
  chains: readonly PlaceChain[],
  context: PlaceContext,
  resolver: PlaceResolver,
): ResolvedPlace[] {
  const scene = sceneOf(chains, context, resolver);
  const { gazetteer } = resolver;
  const shares = resolveScene(scene);
  const { chosen } = scene;
  const placed: PlacedName[] = [];
  for (let chain = 0; chain < chains.length; chain++)
    if (chosen[chain] >= 0) for (const name of chains[chain].names) placed.push({ name, chain });
  // put in order only when a place asks for those around it
  let resolved: NamesInOrder | undefined;
  let inCountries: NamesInOrder | undefined;
  return chains.map((_, c): ResolvedPlace => {
    const row = chosen[c];
    if (row >= 0) return known(scene, c, row, shares[c]);
    if (!chains[c].names.length) {
      inCountries ??= new NamesInOrder(
        placed.filter(({ name, chain }) => !name.actsAs && gazetteer.country[chosen[chain]] > 0),
      );
      return around(scene, inCountries, context, resolver, c);
    }
    resolved ??= new NamesInOrder(placed);
    const heir = neighbourOf(scene, resolved, c);
    return heir < 0 ? UNKNOWN : inherited(gazetteer, chosen[heir]);
  });
}

function known(scene: Scene, c: number, row: number, share: number): ResolvedPlace {
  const g = scene.gazetteer;
  const id = g.geonamesId[row];
  const iso = g.kind[row] === KIND.country ? countryOf(g, row) : '';
  const kind = kindOf(g, row);
  const attributes = position(g, row, true);
  if (id) attributes.geonamesId = id;
  attributes.confidence = Math.round(share * 100) / 100;
  attributes.cues = cuesFor(scene, c, row);
  let ids: Ids | undefined;
  if (iso) ids = id ? { iso, geonames: id } : { iso };
  else if (id) ids = { geonames: id };
  return {
    row,
    kind: kind === 'division1' || kind === 'division2' ? 'region' : kind === 'capital' ? 'city' : kind,
    attributes,
    ids,
  };
}

/** @param exact with coordinates */
function position(g: Gazetteer, row: number, exact: boolean): Attributes {
  const country = countryOf(g, row);
  const admin1 = g.kind[row] === KIND.division1 ? row : g.admin1[row];
  const admin2 = g.kind[row] === KIND.division2 ? row : g.admin2[row];
  const attributes: Attributes = {};
  if (country) attributes.country = country;
  if (admin1 >= 0) attributes.admin1 = g.title(admin1);
  if (admin2 >= 0) attributes.admin2 = g.title(admin2);
  if (exact) {
    attributes.latitude = g.latitude[row] / 100;
    attributes.longitude = g.longitude[row] / 100;
  }
  return attributes;
}
/** Attributes in the making. */
type Attributes = { -readonly [K in keyof PlaceAttributes]: PlaceAttributes[K] };

/** What each cue of the row in hand adds to its score. */
const worth = new Float64Array(CUES.length);
const LEAST_WORTH = 0.4;
const MOST_CUES = 4;

/** The cues that spoke for the row, the strongest first. */
function cuesFor(scene: Scene, c: number, row: number): string[] {
  cuesOf(scene, c, scene.rows[c].indexOf(row), worth);
  for (let k = 0; k < worth.length; k++) worth[k] *= WEIGHTS[k];
  const cues: string[] = [];
  while (cues.length < MOST_CUES) {
    const k = argmax(worth);
    if (worth[k] <= LEAST_WORTH) break;
    cues.push(CUES[k]);
    worth[k] = 0;
  }
  return cues;
}

/** A name that the gazetteer doesn't know lies where the text's next known local name lies: its parent, or the nearest. */
function neighbourOf({ gazetteer, chains, chosen, parents }: Scene, resolved: NamesInOrder, c: number): number {
  const parent = parents.get(c)?.find((pair) => chosen[pair.parent] >= 0);
  if (parent) return parent.parent;
  // "northern Iraq" lies where the name inside it does
  for (const name of chains[c].names) {
    const inner = resolved.inside(name.first, name.last);
    if (inner !== undefined) return inner;
  }
  let best: { chain: number; cost: number } | undefined;
  for (const { first } of chains[c].names) {
    const gap = (tokens: number): number => (tokens < 0 ? -tokens : tokens * 1.5);
    const found = resolved.cheapest(
      first,
      ({ name, chain }) => gap(name.first - first) + (isLocal(gazetteer, chosen[chain]) ? 0 : NOT_LOCAL),
      gap,
    );
    if (found && (!best || found.cost < best.cost)) best = found;
  }
  return best?.chain ?? -1;
}
/** Tokens that a country or a region is dearer than a town: it says little of where a town lies. */
const NOT_LOCAL = 400;

function inherited(g: Gazetteer, row: number): ResolvedPlace {
  // a country's centre says nothing of a town
  const attributes = position(g, row, g.kind[row] !== KIND.country);
  attributes.inherited = true;
  attributes.confidence = INHERITED;
  attributes.cues = ['neighbour'];
  return { row: -1, attributes };
}
