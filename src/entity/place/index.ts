/** Places on the map: coordinates, country, divisions and ids for chains of names, and which place lies in which. */
import type { PlaceAttributes } from '../../document/schema.ts';
import { countryOf, type Gazetteer, kindOf } from '../../gazetteer/places/gazetteer.ts';
import { KIND } from '../../gazetteer/places/types.ts';
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
  return {
    row,
    kind: kind === 'division1' || kind === 'division2' ? 'region' : kind === 'capital' ? 'city' : kind,
    attributes: {
      ...position(g, row),
      ...(id && { geonamesId: id }),
      confidence: Math.round(share * 100) / 100,
      cues: cuesFor(scene, c, row),
    },
    ...((id || iso) && { ids: { ...(iso && { iso }), ...(id && { geonames: id }) } }),
  };
}

function position(g: Gazetteer, row: number): PlaceAttributes {
  const country = countryOf(g, row);
  const admin1 = g.kind[row] === KIND.division1 ? row : g.admin1[row];
  const admin2 = g.kind[row] === KIND.division2 ? row : g.admin2[row];
  return {
    ...(country && { country }),
    ...(admin1 >= 0 && { admin1: g.title(admin1) }),
    ...(admin2 >= 0 && { admin2: g.title(admin2) }),
    latitude: g.latitude[row] / 100,
    longitude: g.longitude[row] / 100,
  };
}

/** The cues that spoke for the row, the strongest first. */
function cuesFor(scene: Scene, c: number, row: number): string[] {
  const values = new Float64Array(CUES.length);
  cuesOf(scene, c, scene.rows[c].indexOf(row), values);
  const strong: { readonly cue: string; readonly worth: number }[] = [];
  for (let k = 0; k < CUES.length; k++) {
    const worth = values[k] * WEIGHTS[k];
    if (worth > 0.4) strong.push({ cue: CUES[k], worth });
  }
  return strong
    .sort((a, b) => b.worth - a.worth)
    .slice(0, 4)
    .map(({ cue }) => cue);
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
  const { latitude, longitude, ...where } = position(g, row);
  return {
    row: -1,
    attributes: {
      ...where,
      // a country's centre says nothing of a town
      ...(g.kind[row] !== KIND.country && latitude !== undefined && longitude !== undefined && { latitude, longitude }),
      inherited: true,
      confidence: INHERITED,
      cues: ['neighbour'],
    },
  };
}
