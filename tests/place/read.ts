/** Runs recognition and resolution alone, on words without tags or trees, as the tests want them. */
import { packageAssets } from '../../src/assets.ts';
import { emptyLayers, type Layers } from '../../src/document/layers.ts';
import type { Settings } from '../../src/document/settings.ts';
import { gazetteerPairs, loadPlaceResolver, parentPairs, resolvePlaces } from '../../src/entity/place/index.ts';
import type { PlaceChain, PlaceName, ResolvedPlace } from '../../src/entity/place/types.ts';
import {
  type KnownSpan,
  loadPlaceRecogniser,
  type PlaceProposal,
  recognisePlaces,
} from '../../src/mention/place/index.ts';
import { tokenization } from '../../src/tokenization/index.ts';

const words = tokenization.prepare({ assets: packageAssets } as Settings);
export const recogniser = loadPlaceRecogniser(packageAssets);
export const resolver = loadPlaceResolver(packageAssets);

export function layersOf(text: string, source: string | null = null): Layers {
  const layers = emptyLayers(text, null, source);
  return { ...layers, ...words(layers) };
}

export interface ReadPlace extends Omit<ResolvedPlace, 'kind'> {
  readonly text: string;
  readonly kind: string;
}
export interface Reading {
  readonly proposals: readonly PlaceProposal[];
  /** By name, in the order of the text. */
  readonly places: readonly ReadPlace[];
  /** "Tulsa < Oklahoma": as the text says, and as the gazetteer does. */
  readonly said: readonly string[];
  readonly known: readonly string[];
}

/** Mentions with the same letters are one place. */
export function read(text: string, source: string | null = null, known: readonly KnownSpan[] = []): Reading {
  const layers = layersOf(text, source);
  const proposals = recognisePlaces(layers, recogniser, known);
  const chains = new Map<string, { kind: string; names: PlaceName[] }>();
  for (const p of proposals) {
    const name = text.slice(p.start, p.end);
    const chain = chains.get(name) ?? { kind: p.kind, names: [] };
    chains.set(name, chain);
    chain.names.push(p);
  }
  const list: PlaceChain[] = [...chains.values()];
  const resolved = resolvePlaces(list, { ...layers, source }, resolver);
  const names = [...chains.keys()];
  const pair = ({ child, parent }: { child: number; parent: number }): string => `${names[child]} < ${names[parent]}`;
  return {
    proposals,
    places: resolved.map((place, i) => ({ ...place, text: names[i], kind: place.kind ?? list[i].kind ?? '' })),
    said: parentPairs(list, layers.tokens).map(pair),
    known: gazetteerPairs(resolver.gazetteer, resolved).map(pair),
  };
}
