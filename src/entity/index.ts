/** What each chain is: its type, kind and name, and the attributes of its type. */
import type { DraftEntity, DraftMention, Timex } from '../document/layers.ts';
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
import { type Chain, ChainReader, type Read, vote } from './chain.ts';
import { aliasesOf, nameOf } from './name.ts';
import { loadPlaceResolver, type ResolvedPlace } from './place/index.ts';
import { knownRelations, placesOf } from './places.ts';

/** Attributes; the mention that a quantity counts; the mention of a sponsor. */
interface Facts {
  readonly attributes: DraftEntity['attributes'];
  readonly of: number | undefined;
  readonly sponsor: number | undefined;
}
const factsWith = (attributes: Facts['attributes'], of?: number, sponsor?: number): Facts => ({
  attributes,
  of,
  sponsor,
});
const NO_FACTS: Facts = Object.freeze(factsWith(Object.freeze({})));

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
          return factsWith(personAttributes(layers, chain, tables));
        case 'organization':
        case 'group':
          return actorFacts(layers, chain, countryOf) ?? NO_FACTS;
        case 'nationality': {
          const country = vote(chain.mentions, countryOfEntry);
          return country ? factsWith({ country }) : NO_FACTS;
        }
        case 'date':
          return dateFacts(layers.timexes[first.timex ?? -1]);
        case 'quantity':
          return factsWith({ ...first.amount }, countedBy(layers, chain.members[0]));
        case 'identifier': {
          const position =
            first.kind === 'coordinates' ? positionOf(layers.text.slice(first.start, first.end)) : undefined;
          return position ? factsWith({ ...position }) : NO_FACTS;
        }
        default:
          return NO_FACTS;
      }
    }

    return (layers) => {
      const places = placesOf(layers, resolver);
      const { chains } = layers;
      const chainOf = new Int32Array(layers.mentions.length);
      for (let c = 0; c < chains.length; c++) for (let k = 0; k < chains[c].length; k++) chainOf[chains[c][k]] = c;
      const entities: DraftEntity[] = [];
      const reader = new ChainReader();
      for (let index = 0; index < chains.length; index++) {
        const chain = reader.read(layers, index);
        const head = headOf(chain);
        const at = places.placeOf[index];
        const place = at < 0 ? undefined : places.resolved[at];
        const facts = place ? NO_FACTS : factsOf(layers, chain, head.type);
        const name = nameOf(layers, chain);
        const aliases = aliasesOf(layers, chain, name);
        const sponsor = facts.sponsor === undefined ? index : chainOf[facts.sponsor];
        entities.push(
          // all fields, in one order: see `uniform`
          {
            type: head.type,
            name,
            attributes: place ? (place.attributes as DraftEntity['attributes']) : facts.attributes,
            kind: kindOf(vote(chain.mentions, kindOfMention) ?? head.kind, place),
            aliases,
            of: facts.of,
            ids: idsOf(chain, head.type, name, aliases, place?.ids, wikidata),
            sponsor: sponsor === index ? undefined : sponsor,
          } as DraftEntity,
        );
      }
      return {
        entities,
        relations: knownRelations(layers, resolver, places),
        mentions: onTheMap(layers.mentions, entities, chainOf),
      };
    };
  },
});

function headOf({ mentions }: Chain): DraftMention {
  for (let k = 0; k < mentions.length; k++) if (mentions[k].level !== 'pronoun') return mentions[k];
  return mentions[0];
}
const kindOfMention = (m: DraftMention): string | undefined => m.kind;
const countryOfEntry = (m: DraftMention): string | undefined => m.entry?.country;

function dateFacts(timex: Timex | undefined): Facts {
  if (!timex) return NO_FACTS;
  const { value, mod, interval, implied } = timex;
  const attributes: Record<string, unknown> = { value };
  if (mod) attributes.mod = mod;
  if (interval) attributes.interval = interval;
  if (implied?.length) attributes.implied = implied;
  return factsWith(attributes);
}

/** Mentions of places with the kind that the map gives them. */
function onTheMap(
  mentions: readonly DraftMention[],
  entities: readonly DraftEntity[],
  chainOf: Int32Array,
): readonly DraftMention[] {
  let mapped: DraftMention[] | undefined;
  for (let i = 0; i < mentions.length; i++) {
    const m = mentions[i];
    if (m.type !== 'place') continue;
    const { kind } = entities[chainOf[i]];
    if (!kind || m.kind === kind || !isMapped(m.kind) || !isMapped(kind)) continue;
    mapped ??= mentions.slice();
    mapped[i] = { ...m, kind };
  }
  return mapped ?? mentions;
}

/** Of a place on the map the map decides whether it is a country, a region or a town: "the state of Georgia" is no country. */
const isMapped = (kind: string | undefined): boolean => kind === 'country' || kind === 'region' || kind === 'city';
const kindOf = (said: string | undefined, place: ResolvedPlace | undefined): string | undefined =>
  place && isMapped(said) && isMapped(place.kind) ? place.kind : said;

/** What others call it: ids of its place, of the lexicon's entry, of the table of Wikidata's. */
function idsOf(
  { mentions }: Chain,
  type: DraftMention['type'],
  name: string,
  aliases: readonly string[] | undefined,
  place: Ids | undefined,
  wikidata: ReturnType<typeof wikidataOf>,
): Ids | undefined {
  let own: Ids | undefined;
  for (let k = 0; !own && k < mentions.length; k++) own = mentions[k].entry?.ids;
  let found: string | undefined;
  if (type === 'place') found = place?.iso && (wikidata(type, name) || wikidata(type, place.iso));
  else if (type === 'organization' || type === 'person') {
    found = wikidata(type, name);
    for (let i = 0; !found && aliases && i < aliases.length; i++) found = wikidata(type, aliases[i]);
  }
  if (!own && !found) return place && Object.keys(place).length ? place : undefined;
  const ids = { ...own, ...place, ...(found && { wikidata: found }) };
  return Object.keys(ids).length ? ids : undefined;
}
