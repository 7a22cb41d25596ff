/** Reads from chains and text what resolution weighs. */

import type { Assets } from '../../document/assets.ts';
import { codeAt } from '../../document/codeAt.ts';
import type { Tokens } from '../../document/tokens.ts';
import { demonymCountries } from '../../gazetteer/demonym.ts';
import { entryNamed, type Gazetteer } from '../../gazetteer/places/gazetteer.ts';
import { homeOf, loadOutlets, type Outlets } from '../../gazetteer/places/home.ts';
import { type GazetteerEdition, loadGazetteer } from '../../gazetteer/places/load.ts';
import { KIND, NAME } from '../../gazetteer/places/types.ts';
import { WordMap } from '../../gazetteer/wordMap.ts';
import { Company } from './company.ts';
import { listedWith } from './lists.ts';
import { inOrder } from './order.ts';
import { parentPairs } from './parents.ts';
import { rowsOf, type Scene } from './resolve.ts';
import { Tally } from './tally.ts';
import type { ParentPair, PlaceChain, PlaceContext, PlaceName } from './types.ts';

export interface PlaceResolver {
  readonly gazetteer: Gazetteer;
  readonly outlets: Outlets;
  /** Country (ISO) of a demonym in lower case, one word. */
  readonly demonyms: WordMap<string>;
  /** The same by the country's number in the gazetteer. */
  readonly demonymNumbers: WordMap<number>;
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
  return { gazetteer, outlets: loadOutlets(assets), demonyms, demonymNumbers: new WordMap(demonymNumbers) };
}

/** What the last word of a name says of its kind. */
const CLASS_KINDS = new WordMap<number>(
  new Map([
    ['county', KIND.division2],
    ['parish', KIND.division2],
    ['district', KIND.division2],
    ['province', KIND.division1],
    ['governorate', KIND.division1],
    ['oblast', KIND.division1],
    ['state', KIND.division1],
    ['city', KIND.city],
  ]),
);

const PLURALS = new WordMap<number>(
  new Map([
    ['counties', KIND.division2],
    ['parishes', KIND.division2],
    ['districts', KIND.division2],
    ['provinces', KIND.division1],
    ['governorates', KIND.division1],
    ['oblasts', KIND.division1],
    ['states', KIND.division1],
  ]),
);
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
    const code = codeAt(tokens.form[t], 0);
    const listed = tokens.form[t] === ',' || tokens.lower[t] === 'and' || tokens.form[t] === '-';
    if (!listed && !(code >= 65 && code <= 90)) return -1;
  }
  return -1;
}

/** How often each country is named by a demonym. */
function demonymsIn(tokens: Tokens, numbers: WordMap<number>): Tally {
  const counts = new Tally(8);
  for (let t = 0; t < tokens.length; t++) {
    const code = codeAt(tokens.form[t], 0);
    if (code < 65 || code > 90) continue;
    const country = numbers.get(tokens.lower[t]);
    if (country !== undefined) counts.add(0, country, 1);
  }
  return counts;
}

/** Of each row, whether one of the chain's names is its main name. */
function mainNames(gazetteer: Gazetteer, text: string, chain: PlaceChain, rows: readonly number[]): boolean[] {
  const { names } = gazetteer;
  const other: number[] = [];
  for (let i = 0; i < rows.length; i++) other.push(UNSEEN);
  const surfaces: string[] = [];
  for (const { start, end } of chain.names) {
    const surface = text.slice(start, end);
    if (surfaces.includes(surface)) continue;
    surfaces.push(surface);
    let at = 0;
    for (let e = entryNamed(gazetteer, surface); e >= 0; e = names.next[e]) {
      // a name's rows are in the order of the index, as a rule
      at = rows[at] === names.row[e] ? at : rows.indexOf(names.row[e]);
      if (at >= 0) other[at] &= names.flags[e];
      at++;
    }
  }
  return other.map((flags) => flags === UNSEEN || (flags & NAME.other) === 0);
}
/** All flags, and one more. */
const UNSEEN = 511;

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
const NO_PAIRS: ReadonlyMap<number, readonly ParentPair[]> = new Map();

export function sceneOf(chains: readonly PlaceChain[], context: PlaceContext, resolver: PlaceResolver): Scene {
  const { gazetteer } = resolver;
  const { text, tokens, source } = context;
  const names = inOrder(chains);
  const pairs = parentPairs(chains, tokens, names);
  const rows: (readonly number[])[] = [];
  const mainName: (readonly boolean[])[] = [];
  const classKind: number[] = [];
  const acting: boolean[] = [];
  for (const chain of chains) {
    const own = rowsOf(gazetteer, text, chain);
    rows.push(own);
    // without another row there is nothing to choose
    mainName.push(own.length < 2 ? ALONE : mainNames(gazetteer, text, chain, own));
    let kind = -1;
    let acts = false;
    for (const name of chain.names) {
      if (kind < 0) kind = classKindOf(tokens, name);
      acts ||= name.actsAs === 'government';
    }
    classKind.push(kind);
    acting.push(acts);
  }
  return {
    gazetteer,
    chains,
    rows,
    mainName,
    classKind,
    acting,
    parents: pairs.length ? groupBy(pairs, (pair) => pair.child) : NO_PAIRS,
    children: pairs.length ? groupBy(pairs, (pair) => pair.parent) : NO_PAIRS,
    listed: listedWith(chains, tokens, names),
    home: homeOf(source, gazetteer, resolver.outlets),
    demonyms: demonymsIn(tokens, resolver.demonymNumbers),
    chosen: new Int32Array(chains.length).fill(-1),
    company: new Company(gazetteer, chains),
  };
}
