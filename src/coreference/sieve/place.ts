/** Places by what they are: "the capital" of the country that the text is about, "this Andean city" of the dateline. */
import { typesOf } from '../../document/entityType.ts';
import type { Clusters } from '../cluster.ts';
import { DETERMINER, LEVEL } from '../code.ts';
import { isDefinite, isOf, type Knowledge, type Profile } from '../profile.ts';

const PLACE = typesOf('place');
const isPlace = (p: Profile): boolean => isOf(PLACE, p);

/** How often each country is named, by itself, its demonym, or its capital: few are, in the order of the text. */
class Counts {
  readonly codes: string[] = [];
  readonly counts: number[] = [];

  add(code: string): void {
    const at = this.codes.indexOf(code);
    if (at >= 0) this.counts[at]++;
    else {
      this.codes.push(code);
      this.counts.push(1);
    }
  }
  of(code: string): number {
    return this.counts[this.codes.indexOf(code)] ?? 0;
  }
}
function countriesNamed({ profiles }: Clusters, { countryOfCapital }: Knowledge): Counts {
  const counts = new Counts();
  for (let i = 0; i < profiles.length; i++) {
    const p = profiles[i];
    if (p.level !== LEVEL.name) continue;
    const capital = isPlace(p) ? countryOfCapital(p.key) : undefined;
    if (capital) counts.add(capital);
    for (let c = 0; c < p.countries.length; c++) counts.add(p.countries[c]);
  }
  return counts;
}

/** "the Honduran capital … Tegucigalpa"; without a country, that of the country most spoken of. */
export function capitals(clusters: Clusters, _: unknown, knowledge: Knowledge): void {
  const { profiles } = clusters;
  let known: Capitals | undefined;
  for (let i = 0; i < profiles.length; i++) {
    const p = profiles[i];
    if (p.level !== LEVEL.nominal || !isPlace(p) || p.lemma !== 'capital') continue;
    if (!isDefinite(p) && !p.countries.length) continue;
    known ??= capitalsOf(clusters, knowledge);
    const { named, counts } = known;
    let best: string | undefined;
    for (const code of p.countries.length ? p.countries : named.keys())
      if (named.has(code) && (best === undefined || counts.of(code) > counts.of(best))) best = code;
    const city = best && named.get(best);
    if (city) clusters.join(city.index, p.index);
  }
}

/** The first mention of each country's capital by its name. */
interface Capitals {
  readonly named: ReadonlyMap<string, Profile>;
  readonly counts: Counts;
}
function capitalsOf(clusters: Clusters, knowledge: Knowledge): Capitals {
  const named = new Map<string, Profile>();
  for (const p of clusters.profiles) {
    if (p.level !== LEVEL.name || !isPlace(p)) continue;
    const country = knowledge.countryOfCapital(p.key);
    if (country && !named.has(country)) named.set(country, p);
  }
  return { named, counts: countriesNamed(clusters, knowledge) };
}

/** The country that a text is most about; undefined for a text that names none. */
export function centralCountry(clusters: Clusters, knowledge: Knowledge): string | undefined {
  const { codes, counts } = countriesNamed(clusters, knowledge);
  let best: string | undefined;
  let most = 0;
  for (let i = 0; i < codes.length; i++)
    if (counts[i] > most) {
      most = counts[i];
      best = codes[i];
    }
  return best;
}

const HERE = new Set(['city', 'town', 'village', 'port', 'capital']);
const firstTown = (profiles: readonly Profile[]): Profile | undefined =>
  profiles.find((q) => isPlace(q) && q.mention.level === 'name' && q.mention.kind === 'city');

/** "AYACUCHO, Peru … [this Andean city]": a town that the text points at and has not named before is where it was written. */
export function here(clusters: Clusters): void {
  const { profiles } = clusters;
  for (const p of profiles) {
    if (p.determiner !== DETERMINER.this || p.level !== LEVEL.nominal || !isPlace(p)) continue;
    const town = HERE.has(p.lemma) ? firstTown(profiles) : undefined;
    if (town && town.index < p.index && town.sentence <= 1) clusters.join(town.index, p.index);
  }
}
