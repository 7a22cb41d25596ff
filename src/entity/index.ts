/** What each chain is: its type, kind and name, and the attributes of its type. */
import type { DraftEntity, DraftMention, DraftRelation } from '../document/layers.ts';
import type { Ids } from '../document/schema.ts';
import { defineStage } from '../document/stage.ts';
import { positionOf } from '../gazetteer/coordinate/index.ts';
import { loadCountryNames } from '../gazetteer/country.ts';
import { lexiconOf, titlesOf } from '../gazetteer/lexicon.ts';
import { gazetteerOf } from '../gazetteer/places/load.ts';
import { wikidataOf } from '../gazetteer/wikidata.ts';
import { actorFacts } from './attribute/actor.ts';
import { countedBy } from './attribute/count.ts';
import { personAttributes } from './attribute/person.ts';
import { type Chain, type Read, vote } from './chain.ts';
import { namesOf } from './name.ts';
import {
  gazetteerPairs,
  loadPlaceResolver,
  type PlaceChain,
  type PlaceResolver,
  type ResolvedPlace,
  resolvePlaces,
} from './place/index.ts';

type Facts = Pick<DraftEntity, 'attributes' | 'of'> & { readonly sponsor?: number };

export const entity = defineStage({
  name: 'entity',
  reads: ['tokens', 'sentences', 'tags', 'tree', 'timexes', 'mentions', 'chains'],
  // relations that the gazetteer knows of stand there before the text's own are read
  // and mentions of places take the kind that the map gives them
  writes: ['entities', 'relations', 'mentions'],
  prepare: (settings) => {
    const { assets, lexicon } = settings;
    const countries = loadCountryNames(assets);
    const countryOf = (name: string): string | undefined => countries.get(name);
    const wikidata = wikidataOf(assets);
    const resolver = loadPlaceResolver(assets, settings.gazetteer, gazetteerOf(settings));
    const tables = { titles: titlesOf(assets), lexicon: lexiconOf(assets, lexicon), countryOf };

    /** The attributes of a chain, by its type. */
    function factsOf(layers: Read, chain: Chain, type: DraftMention['type']): Facts {
      const [first] = chain.mentions;
      switch (type) {
        case 'person':
          return { attributes: personAttributes(layers, chain, tables) };
        case 'organization':
        case 'group': {
          const { attributes, sponsor } = actorFacts(layers, chain, countryOf);
          return sponsor === undefined ? { attributes } : { attributes, sponsor };
        }
        case 'nationality': {
          const country = vote(chain.mentions, (m) => m.entry?.country);
          return { attributes: country ? { country } : {} };
        }
        case 'date': {
          const timex = layers.timexes[first.timex ?? -1];
          if (!timex) return { attributes: {} };
          const { value, mod, interval, implied } = timex;
          return {
            attributes: {
              value,
              ...(mod && { mod }),
              ...(interval && { interval }),
              ...(implied?.length && { implied }),
            },
          };
        }
        case 'quantity': {
          const of = countedBy(layers, chain.members[0]);
          return { attributes: { ...first.amount }, ...(of !== undefined && { of }) };
        }
        case 'identifier': {
          const position =
            first.kind === 'coordinates' ? positionOf(layers.text.slice(first.start, first.end)) : undefined;
          return { attributes: { ...position } };
        }
        default:
          return { attributes: {} };
      }
    }

    return (layers) => {
      const places = placesOf(layers, resolver);
      const chainOf = new Int32Array(layers.mentions.length);
      layers.chains.forEach((chain, c) => {
        for (const m of chain) chainOf[m] = c;
      });
      const entities = layers.chains.map((members, index): DraftEntity => {
        const chain: Chain = { index, members, mentions: members.map((m) => layers.mentions[m]) };
        const head = chain.mentions.find((m) => m.level !== 'pronoun') ?? chain.mentions[0];
        const place = places.get(index);
        const kind = kindOf(vote(chain.mentions, (m) => m.kind) ?? head.kind, place);
        const facts: Facts = place ? { attributes: { ...place.attributes } } : factsOf(layers, chain, head.type);
        const { sponsor } = facts;
        const names = namesOf(layers, chain);
        const ids = idsOf(chain, head.type, names, place?.ids, wikidata);
        const own = sponsor === undefined || chainOf[sponsor] === index ? undefined : chainOf[sponsor];
        const made: { -readonly [K in keyof DraftEntity]: DraftEntity[K] } = {
          type: head.type,
          name: names.name,
          attributes: facts.attributes,
        };
        if (kind) made.kind = kind;
        if (names.aliases) made.aliases = names.aliases;
        if (facts.of !== undefined) made.of = facts.of;
        if (ids) made.ids = ids;
        if (own !== undefined) made.sponsor = own;
        return made;
      });
      const mentions = layers.mentions.map((m, i) => {
        const { kind } = entities[chainOf[i]];
        return m.type === 'place' && kind && m.kind !== kind && MAPPED.has(m.kind) && MAPPED.has(kind)
          ? { ...m, kind }
          : m;
      });
      return { entities, relations: knownRelations(layers, resolver, places), mentions };
    };
  },
});

/** Of a place on the map the map decides whether it is a country, a region or a town: "the state of Georgia" is no country. */
const MAPPED: ReadonlySet<string | undefined> = new Set(['country', 'region', 'city']);
const kindOf = (said: string | undefined, place: ResolvedPlace | undefined): string | undefined =>
  MAPPED.has(said) && MAPPED.has(place?.kind) ? place?.kind : said;

/** What others call it: ids of its place, of the lexicon's entry, of the table of Wikidata's. */
function idsOf(
  { mentions }: Chain,
  type: DraftMention['type'],
  { name, aliases = [] }: { readonly name: string; readonly aliases?: readonly string[] },
  place: Ids | undefined,
  wikidata: ReturnType<typeof wikidataOf>,
): Ids | undefined {
  const entry = mentions.find((m) => m.entry?.ids)?.entry;
  const known = (others: readonly string[], of: 'place' | 'organization' | 'person'): string | undefined => {
    let id = wikidata(of, name);
    for (let i = 0; !id && i < others.length; i++) id = wikidata(of, others[i]);
    return id || undefined;
  };
  const found =
    type === 'place'
      ? place?.iso && known([place.iso], type)
      : type === 'organization' || type === 'person'
        ? known(aliases, type)
        : undefined;
  if (!entry && !place && !found) return undefined;
  const ids = { ...entry?.ids, ...place, ...(found && { wikidata: found }) };
  return Object.keys(ids).length ? ids : undefined;
}

type NamedPlace = DraftMention & Required<Pick<DraftMention, 'candidates'>>;
/** The chains of places, resolved together, as each is evidence for the others. */
function placesOf(layers: Read, resolver: PlaceResolver): Map<number, ResolvedPlace> {
  const indices: number[] = [];
  const chains: PlaceChain[] = [];
  for (let index = 0; index < layers.chains.length; index++) {
    const names: NamedPlace[] = [];
    const nominals: DraftMention[] = [];
    for (const i of layers.chains[index]) {
      const m = layers.mentions[i];
      if (m.type !== 'place') continue;
      if (m.level !== 'name') nominals.push(m);
      else names.push(m.candidates ? (m as NamedPlace) : { ...m, candidates: [] });
    }
    if (!names.length && !nominals.length) continue;
    indices.push(index);
    chains.push({ kind: vote(names, (m) => m.kind), names, nominals });
  }
  return new Map(resolvePlaces(chains, layers, resolver).map((place, k) => [indices[k], place]));
}

/** "Baghdad" is in "Iraq", whether the text says so or not: between the first mentions of two places of the text. */
function knownRelations(
  { mentions, chains }: Read,
  { gazetteer }: PlaceResolver,
  places: ReadonlyMap<number, ResolvedPlace>,
): DraftRelation[] {
  const indices = [...places.keys()];
  const name = (chain: number): number => chains[chain].find((m) => mentions[m].level === 'name') ?? chains[chain][0];
  return gazetteerPairs(gazetteer, [...places.values()]).map(({ child, parent, type }) => {
    const [from, to] = [name(indices[child]), name(indices[parent])];
    const { start, end } = mentions[from];
    return { type, from, to, start, end, origin: 'gazetteer', rule: `gazetteer/${type}` };
  });
}
