/** Places by what they are: "the capital" of the country that the text is about, "this Andean city" of the dateline. */
import type { Clusters } from '../cluster.ts';
import type { Knowledge, Profile } from '../profile.ts';

const isPlace = (p: Profile): boolean => p.mention.type === 'place';

/** How often each country is named, by itself, its demonym, or its capital. */
export function countriesNamed({ profiles }: Clusters, { countryOfCapital }: Knowledge): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (code: string, n: number): void => void counts.set(code, (counts.get(code) ?? 0) + n);
  for (const p of profiles) {
    if (p.mention.level !== 'name') continue;
    const capital = isPlace(p) ? countryOfCapital(p.key) : undefined;
    if (capital) add(capital, 1);
    for (const code of p.countries) add(code, 1);
  }
  return counts;
}

/** "the Honduran capital … Tegucigalpa"; without a country, that of the country most spoken of. */
export function capitals(clusters: Clusters, _: unknown, knowledge: Knowledge): void {
  const { profiles } = clusters;
  const asked = profiles.filter((p) => isPlace(p) && p.lemma === 'capital' && p.mention.level === 'nominal');
  if (!asked.length) return;
  const counts = countriesNamed(clusters, knowledge);
  const named = new Map<string, Profile>();
  for (const p of profiles) {
    if (!isPlace(p) || p.mention.level !== 'name') continue;
    const country = knowledge.countryOfCapital(p.key);
    if (country && !named.has(country)) named.set(country, p);
  }
  for (const p of asked) {
    if (!p.definite && !p.countries.length) continue;
    const wanted = p.countries.length ? [...p.countries] : [...named.keys()];
    let best: string | undefined;
    for (const code of wanted)
      if (named.has(code) && (best === undefined || (counts.get(code) ?? 0) > (counts.get(best) ?? 0))) best = code;
    const city = best && named.get(best);
    if (city) clusters.join(city.index, p.index);
  }
}

/** The country that a text is most about; undefined for a text that names none. */
export function centralCountry(clusters: Clusters, knowledge: Knowledge): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [code, n] of countriesNamed(clusters, knowledge)) if (n > most) [most, best] = [n, code];
  return best;
}

const HERE = new Set(['city', 'town', 'village', 'port', 'capital']);
const firstTown = (profiles: readonly Profile[]): Profile | undefined =>
  profiles.find((q) => isPlace(q) && q.mention.level === 'name' && q.mention.kind === 'city');

/** "AYACUCHO, Peru … [this Andean city]": a town that the text points at and has not named before is where it was written. */
export function here(clusters: Clusters): void {
  const { profiles } = clusters;
  for (const p of profiles) {
    if (!isPlace(p) || p.determiner !== 'this' || p.mention.level !== 'nominal') continue;
    const town = HERE.has(p.lemma) ? firstTown(profiles) : undefined;
    if (town && town.index < p.index && town.sentence <= 1) clusters.join(town.index, p.index);
  }
}
