/** The places of a text: which chains they are, where they lie, and what lies in what. */
import type { DraftMention, DraftRelation } from '../document/layers.ts';
import { type Read, vote } from './chain.ts';
import {
  gazetteerPairs,
  type PlaceChain,
  type PlaceResolver,
  type ResolvedPlace,
  resolvePlaces,
} from './place/index.ts';

type NamedPlace = DraftMention & Required<Pick<DraftMention, 'candidates'>>;
export interface Places {
  readonly resolved: readonly ResolvedPlace[];
  /** The chain of each place, and the place of each chain: -1 for none. */
  readonly chainOf: readonly number[];
  readonly placeOf: Int32Array;
}

/** The chains of places, resolved together, as each is evidence for the others. */
export function placesOf(layers: Read, resolver: PlaceResolver): Places {
  const chainOf: number[] = [];
  const placeOf = new Int32Array(layers.chains.length).fill(-1);
  const chains: PlaceChain[] = [];
  for (let index = 0; index < layers.chains.length; index++) {
    let names: NamedPlace[] | undefined;
    let nominals: DraftMention[] | undefined;
    const chain = layers.chains[index];
    for (let k = 0; k < chain.length; k++) {
      const m = layers.mentions[chain[k]];
      if (m.type !== 'place') continue;
      if (m.level !== 'name') nominals = behind(nominals, m);
      else names = behind(names, m.candidates ? (m as NamedPlace) : { ...m, candidates: NONE });
    }
    if (!names && !nominals) continue;
    placeOf[index] = chainOf.push(index) - 1;
    chains.push({ kind: names && vote(names, kindOfMention), names: names ?? NONE, nominals: nominals ?? NONE });
  }
  return { resolved: chains.length ? resolvePlaces(chains, layers, resolver) : NONE, chainOf, placeOf };
}
const NONE: readonly never[] = Object.freeze([]);
const kindOfMention = (m: DraftMention): string | undefined => m.kind;

/** A list of one has room for one: most are no longer. */
function behind<T>(list: T[] | undefined, item: T): T[] {
  if (!list) return [item];
  list.push(item);
  return list;
}

/** "Baghdad" is in "Iraq", whether the text says so or not: between the first mentions of two places of the text. */
export function knownRelations(
  { mentions, chains }: Read,
  { gazetteer }: PlaceResolver,
  places: Places,
): DraftRelation[] {
  const named = (place: number): number => {
    const chain = chains[places.chainOf[place]];
    for (let k = 0; k < chain.length; k++) if (mentions[chain[k]].level === 'name') return chain[k];
    return chain[0];
  };
  if (!places.resolved.length) return [];
  return gazetteerPairs(gazetteer, places.resolved).map(({ child, parent, type }) => {
    const from = named(child);
    const { start, end } = mentions[from];
    return { type, from, to: named(parent), start, end, origin: 'gazetteer', rule: RULES[type] };
  });
}
const RULES = { 'located-in': 'gazetteer/located-in', 'part-of': 'gazetteer/part-of' } as const;
