/** Reads from chains and text what resolution weighs. */
import type { Assets } from '../../document/assets.ts';
import type { Tokens } from '../../document/tokens.ts';
import { demonymCountries } from '../../gazetteer/demonym.ts';
import { entryNamed, type Gazetteer } from '../../gazetteer/places/gazetteer.ts';
import { homeOf, loadOutlets, type Outlets } from '../../gazetteer/places/home.ts';
import { type GazetteerEdition, loadGazetteer } from '../../gazetteer/places/load.ts';
import { KIND, NAME } from '../../gazetteer/places/types.ts';
import { Company } from './company.ts';
import { listedWith } from './lists.ts';
import { parentPairs } from './parents.ts';
import { rowsOf, type Scene } from './resolve.ts';
import type { ParentPair, PlaceChain, PlaceContext, PlaceName } from './types.ts';

export interface PlaceResolver {
  readonly gazetteer: Gazetteer;
  readonly outlets: Outlets;
  /** Country (ISO) of a demonym in lower case, one word. */
  readonly demonyms: ReadonlyMap<string, string>;
  /** The same by the country's number in the gazetteer. */
  readonly demonymNumbers: ReadonlyMap<string, number>;
}

/** @param gazetteer the one whose rows the candidates are */
export function loadPlaceResolver(
  assets: Assets,
  edition: GazetteerEdition = 'full',
  gazetteer: Gazetteer = loadGazetteer(assets, edition),
): PlaceResolver {
  const demonyms = demonymCountries(assets);
  const demonymNumbers = new Map<string, number>();
  for (const [demonym, iso] of demonyms) demonymNumbers.set(demonym, gazetteer.countries.indexOf(iso));
  return { gazetteer, outlets: loadOutlets(assets), demonyms, demonymNumbers };
}

/** What the last word of a name says of its kind. */
const CLASS_KINDS: ReadonlyMap<string, number> = new Map([
  ['county', KIND.division2],
  ['parish', KIND.division2],
  ['district', KIND.division2],
  ['province', KIND.division1],
  ['governorate', KIND.division1],
  ['oblast', KIND.division1],
  ['state', KIND.division1],
  ['city', KIND.city],
]);

const PLURALS: ReadonlyMap<string, number> = new Map([
  ['counties', KIND.division2],
  ['parishes', KIND.division2],
  ['districts', KIND.division2],
  ['provinces', KIND.division1],
  ['governorates', KIND.division1],
  ['oblasts', KIND.division1],
  ['states', KIND.division1],
]);
const MOST_LISTED = 16;

/** The class noun at the end of the name, behind it, in front of it with "of", or behind the list it opens ("Homs and Aleppo Governorates"). */
function classKindOf(tokens: Tokens, { first, last }: PlaceName): number {
  const inside = last - first > 1 ? CLASS_KINDS.get(tokens.lower[last - 1]) : undefined;
  // "the state of Georgia"
  const front = tokens.lower[first - 1] === 'of' ? CLASS_KINDS.get(tokens.lower[first - 2] ?? '') : undefined;
  const behind = inside ?? CLASS_KINDS.get(tokens.lower[last] ?? '') ?? front;
  if (behind !== undefined) return behind;
  for (let t = last; t < Math.min(tokens.length, last + MOST_LISTED); t++) {
    const plural = PLURALS.get(tokens.lower[t]);
    if (plural !== undefined) return plural;
    const code = tokens.form[t].charCodeAt(0);
    const listed = tokens.form[t] === ',' || tokens.lower[t] === 'and' || tokens.form[t] === '-';
    if (!listed && !(code >= 65 && code <= 90)) return -1;
  }
  return -1;
}

function demonymsIn(tokens: Tokens, numbers: ReadonlyMap<string, number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (let t = 0; t < tokens.length; t++) {
    const code = tokens.form[t].charCodeAt(0);
    if (code < 65 || code > 90) continue;
    const country = numbers.get(tokens.lower[t]);
    if (country !== undefined) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  return counts;
}

function flagsOf(gazetteer: Gazetteer, text: string, chain: PlaceChain): Map<number, number> {
  const flags = new Map<number, number>();
  const { names } = gazetteer;
  const surfaces = new Set<string>();
  for (const { start, end } of chain.names) surfaces.add(text.slice(start, end));
  for (const surface of surfaces)
    for (let e = entryNamed(gazetteer, surface); e >= 0; e = names.next[e])
      flags.set(names.row[e], names.flags[e] & (flags.get(names.row[e]) ?? 255));
  return flags;
}

function groupBy(pairs: readonly ParentPair[], of: (pair: ParentPair) => number): Map<number, ParentPair[]> {
  const groups = new Map<number, ParentPair[]>();
  for (const pair of pairs) {
    const known = groups.get(of(pair));
    if (known) known.push(pair);
    else groups.set(of(pair), [pair]);
  }
  return groups;
}

/** Of a row without rivals the name is the main one. */
const ALONE: readonly boolean[] = Object.freeze([true]);

export function sceneOf(chains: readonly PlaceChain[], context: PlaceContext, resolver: PlaceResolver): Scene {
  const { gazetteer } = resolver;
  const { text, tokens, source } = context;
  const rows = chains.map((chain) => rowsOf(gazetteer, text, chain));
  const pairs = parentPairs(chains, tokens);
  return {
    gazetteer,
    chains,
    rows,
    mainName: chains.map((chain, c) => {
      // without another row there is nothing to choose
      if (rows[c].length < 2) return ALONE;
      const flags = flagsOf(gazetteer, text, chain);
      return rows[c].map((row) => ((flags.get(row) ?? 0) & NAME.other) === 0);
    }),
    classKind: chains.map(({ names }) =>
      names.reduce((kind, name) => (kind >= 0 ? kind : classKindOf(tokens, name)), -1),
    ),
    acting: chains.map(({ names }) => names.some((name) => name.actsAs === 'government')),
    parents: groupBy(pairs, (pair) => pair.child),
    children: groupBy(pairs, (pair) => pair.parent),
    listed: listedWith(chains, tokens),
    home: homeOf(source, gazetteer, resolver.outlets),
    demonyms: demonymsIn(tokens, resolver.demonymNumbers),
    chosen: new Int32Array(chains.length).fill(-1),
    company: new Company(gazetteer, chains),
  };
}
