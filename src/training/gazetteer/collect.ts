/** Puts the sources together: countries, divisions, the project's own places, towns; each with names and the rows that hold it. */
import type { CompiledPlace } from '../../gazetteer/places/compile.ts';
import { withoutClass } from '../../gazetteer/places/division.ts';
import { foldName } from '../../gazetteer/places/fold.ts';
import { NAME, type PlaceKind } from '../../gazetteer/places/types.ts';
import type { GeonamesDivision, GeonamesTown } from './geonames.ts';
import { namesOf } from './names.ts';
import { readAliases, readCommonWords, readCountries, readExtras } from './tables.ts';

export interface Sources {
  readonly towns: readonly GeonamesTown[];
  readonly admin1: readonly GeonamesDivision[];
  readonly admin2: readonly GeonamesDivision[];
}
export interface Edition {
  /** Least number of people of a town. */
  readonly people: number;
  /** Towns with fewer people keep their main name only. */
  readonly peopleForOthers: number;
  /** Countries whose second-order divisions are kept; all when missing. */
  readonly divisions2?: readonly string[];
}

type Draft = { -readonly [K in keyof CompiledPlace]: CompiledPlace[K] } & { names: (readonly [string, number])[] };
const NONE: ReadonlySet<string> = new Set();
const CAPITALS = /^(?:[A-Z]{2,5}|[A-Z]\.(?:[A-Z]\.?)+)$/;

export function collectPlaces(sources: Sources, edition: Edition): CompiledPlace[] {
  const common = readCommonWords();
  const places: Draft[] = [];
  const rowOf = new Map<string, number>();
  const put = (
    kind: PlaceKind,
    title: string,
    others: readonly string[],
    country: string,
    rest: Partial<Draft> & { latitude: number; longitude: number },
  ): number =>
    places.push({
      kind,
      title,
      names: namesOf(title, others, country, kind === 'country' ? NONE : common),
      country,
      admin1: -1,
      admin2: -1,
      geonamesId: 0,
      population: 0,
      ...rest,
    }) - 1;

  for (const c of readCountries()) {
    const r = put('country', c.name, c.others, c.iso, {
      latitude: Number(c.latitude),
      longitude: Number(c.longitude),
      geonamesId: Number(c.geonames),
      population: Number(c.population),
    });
    rowOf.set(c.iso, r);
    addTerms(places[r], c.others, NONE);
  }
  const middle = centres(sources.towns);
  const division = (kind: 'division1' | 'division2', d: GeonamesDivision): void => {
    const country = d.code.slice(0, 2);
    const centre = middle.get(d.code) ?? middle.get(d.code.replace(/\.[^.]*$/, ''));
    const base = withoutClass(foldName(d.name));
    const admin1 = kind === 'division2' ? (rowOf.get(d.code.split('.').slice(0, 2).join('.')) ?? -1) : -1;
    const r = put(kind, d.name, base === d.name ? [] : [base], country, {
      admin1,
      latitude: centre?.latitude ?? 0,
      longitude: centre?.longitude ?? 0,
      population: centre?.population ?? 0,
      geonamesId: d.id,
    });
    rowOf.set(d.code, r);
  };
  for (const d of sources.admin1) division('division1', d);
  for (const d of sources.admin2)
    if (middle.has(d.code) && (!edition.divisions2 || edition.divisions2.includes(d.code.slice(0, 2))))
      division('division2', d);
  const extras = readExtras();
  for (const extra of extras) if (extra.kind !== 'city') putExtra(extra, places, put, common);

  const wanted = edition.people ? aliasedTowns(sources.towns) : new Set();
  const towns = sources.towns.filter((t) => t.population >= edition.people || t.feature === 'PPLC' || wanted.has(t.id));
  const order = (t: GeonamesTown): string => `${t.country}.${t.admin1}.${t.admin2}`;
  const sorted = towns
    .map((town) => ({ town, key: order(town) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.town.id - b.town.id));
  const facilities = new Map(extras.filter((e) => e.kind === 'facility').map((e) => [foldName(e.name), e.country]));
  // Casablanca is "White House" in some language: no newspaper's White House
  const isNamesake = (name: string, country: string): boolean =>
    (facilities.get(foldName(name)) ?? country) !== country;
  for (const { town } of sorted) {
    const others = town.others.filter((name, i) => i === 0 || !isNamesake(name, town.country));
    const code1 = `${town.country}.${town.admin1}`;
    const r = put(
      town.feature === 'PPLC' ? 'capital' : 'city',
      town.name,
      town.population >= edition.peopleForOthers ? others : [others[0]],
      town.country,
      {
        admin1: rowOf.get(code1) ?? -1,
        admin2: rowOf.get(`${code1}.${town.admin2}`) ?? -1,
        latitude: town.latitude,
        longitude: town.longitude,
        geonamesId: town.id,
        population: Math.max(town.population, 100),
      },
    );
    places[r].title = '';
  }
  for (const extra of extras) if (extra.kind === 'city') putExtra(extra, places, put, common);
  addAliases(places, rowOf, common);
  return places;
}

/** Ids of the towns that the table of aliases names: the news speaks of them, however small they are. */
function aliasedTowns(towns: readonly GeonamesTown[]): Set<number> {
  const keys = new Set(readAliases().map(({ of }) => `${of.split(':')[0]}:${foldName(of.split(':')[1] ?? '')}`));
  const largest = new Map<string, GeonamesTown>();
  for (const t of towns)
    for (const name of new Set([t.name, ...t.others].map(foldName))) {
      const key = `${t.country}:${name}`;
      if (keys.has(key) && (largest.get(key)?.population ?? -1) < t.population) largest.set(key, t);
    }
  return new Set([...largest.values()].map((t) => t.id));
}

type Put = (
  kind: PlaceKind,
  title: string,
  others: readonly string[],
  country: string,
  rest: Partial<Draft> & { latitude: number; longitude: number },
) => number;

/** A region and a division, a town and a town near it: one place when they share a name. */
function isSame(place: Draft, extra: ReturnType<typeof readExtras>[number]): boolean {
  if (extra.kind === 'region' || extra.kind === 'area') return place.kind === 'division1';
  if (extra.kind !== 'city' || place.kind !== 'city') return false;
  const apart = Math.hypot(place.latitude - Number(extra.latitude), place.longitude - Number(extra.longitude));
  return apart < NEAR_DEGREES;
}
const NEAR_DEGREES = 0.3;

/** A region that is a division by the same name in the same country is that division, with further names. */
function putExtra(
  extra: ReturnType<typeof readExtras>[number],
  places: Draft[],
  put: Put,
  common: ReadonlySet<string>,
): void {
  const names = new Set([extra.name, ...extra.others].map(foldName));
  const known = places.find(
    (p) => p.country === extra.country && isSame(p, extra) && p.names.some(([name]) => names.has(name)),
  );
  if (known) {
    addTerms(known, [extra.name, ...extra.others], common);
    return;
  }
  put(extra.kind as PlaceKind, extra.name, extra.others, extra.country, {
    latitude: Number(extra.latitude),
    longitude: Number(extra.longitude),
    geonamesId: Number(extra.geonames) || 0,
    population: extra.kind === 'facility' || extra.kind === 'city' ? 3e4 : 2e6,
  });
}

function addTerms(place: Draft, terms: readonly string[], common: ReadonlySet<string>, flags = 0): void {
  for (const term of terms) {
    const folded = foldName(term);
    if (!folded) continue;
    const at = place.names.findIndex(([name]) => name === folded);
    const capitals = CAPITALS.test(term) ? NAME.capitals : 0;
    const risky = !capitals && (common.has(folded) || folded.length < 3) ? NAME.risky : 0;
    const entry = [folded, flags | capitals | risky] as const;
    if (at < 0) place.names.push(entry);
    else place.names[at] = entry;
  }
}

function addAliases(places: Draft[], rowOf: ReadonlyMap<string, number>, common: ReadonlySet<string>): void {
  const largest = new Map<string, Draft>();
  for (const p of places)
    if (p.kind === 'city' || p.kind === 'capital')
      for (const [name] of p.names) {
        const key = `${p.country}:${name}`;
        const rival = largest.get(key);
        if (!rival || rival.population < p.population) largest.set(key, p);
      }
  for (const { term, of, note, line } of readAliases()) {
    const [country, town] = of.split(':');
    const place = town ? largest.get(`${country}:${foldName(town)}`) : places[rowOf.get(of) ?? -1];
    const flags = note === 'abbreviation' ? NAME.abbreviation : note === 'risky' ? NAME.risky : 0;
    if (place) addTerms(place, [term], common, flags);
    else console.warn(`place-alias.tsv:${line}: no place ${of}`);
  }
}

interface Centre {
  latitude: number;
  longitude: number;
  population: number;
  towns: number;
}
/** The middle of the towns of each division, by code; the largest town's neighbourhood counts no more than any other. */
function centres(towns: readonly GeonamesTown[]): Map<string, Centre> {
  const sums = new Map<string, Centre>();
  for (const t of towns)
    for (const code of [`${t.country}.${t.admin1}`, `${t.country}.${t.admin1}.${t.admin2}`]) {
      const sum = sums.get(code) ?? { latitude: 0, longitude: 0, population: 0, towns: 0 };
      sum.latitude += t.latitude;
      sum.longitude += t.longitude;
      sum.population += t.feature === 'PPLX' ? 0 : t.population;
      sum.towns++;
      sums.set(code, sum);
    }
  for (const sum of sums.values()) {
    sum.latitude /= sum.towns;
    sum.longitude /= sum.towns;
  }
  return sums;
}
