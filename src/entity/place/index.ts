/** Places on the map: coordinates, country, divisions and ids for chains of names, and which place lies in which. */
import type { PlaceAttributes } from '../../document/schema.ts';
import { countryOf, type Gazetteer, kindOf } from '../../gazetteer/places/gazetteer.ts';
import { KIND } from '../../gazetteer/places/types.ts';
import { around } from './around.ts';
import { CUES, isLocal, WEIGHTS } from './cue.ts';
import { cuesOf, resolveScene, type Scene } from './resolve.ts';
import { type PlaceResolver, sceneOf } from './scene.ts';
import type { PlaceChain, PlaceContext, PlaceName, ResolvedPlace } from './types.ts';

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
  const shares = resolveScene(scene);
  return chains.map((_, c): ResolvedPlace => {
    const row = scene.chosen[c];
    if (row >= 0) return known(scene, c, row, shares[c]);
    if (!chains[c].names.length) return around(scene, context, resolver, c);
    const heir = neighbourOf(scene, c);
    return heir < 0 ? UNKNOWN : inherited(scene.gazetteer, scene.chosen[heir]);
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
  return CUES.map((cue, k) => ({ cue, worth: values[k] * WEIGHTS[k] }))
    .filter(({ worth }) => worth > 0.4)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, 4)
    .map(({ cue }) => cue);
}

/** A name that the gazetteer doesn't know lies where the text's next known local name lies: its parent, or the nearest. */
function neighbourOf({ gazetteer, chains, chosen, pairs }: Scene, c: number): number {
  const parent = pairs.find((pair) => pair.child === c && chosen[pair.parent] >= 0);
  if (parent) return parent.parent;
  let best = -1;
  let least = Infinity;
  // "northern Iraq" lies where the name inside it does
  const holds = (name: PlaceName, other: PlaceName): boolean => name.first <= other.first && name.last >= other.last;
  for (let o = 0; o < chains.length; o++)
    if (
      o !== c &&
      chosen[o] >= 0 &&
      chains[o].names.some((other) => chains[c].names.some((name) => holds(name, other)))
    )
      return o;
  for (const name of chains[c].names)
    for (let o = 0; o < chains.length; o++) {
      if (o === c || chosen[o] < 0) continue;
      const far = isLocal(gazetteer, chosen[o]) ? 0 : 400;
      for (const other of chains[o].names) {
        const gap = far + Math.abs(other.first - name.first) * (other.first < name.first ? 1 : 1.5);
        if (gap < least) {
          least = gap;
          best = o;
        }
      }
    }
  return best;
}

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
