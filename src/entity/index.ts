/** What each chain is: its type, kind and name, and the attributes of its type. */
import type { DraftEntity, DraftMention } from '../document/layers.ts';
import { defineStage } from '../document/stage.ts';
import { loadCountryNames } from '../gazetteer/country.ts';
import { lexiconOf, titlesOf } from '../gazetteer/lexicon.ts';
import { atomsOf } from '../gazetteer/trie.ts';
import { actorFacts } from './attribute/actor.ts';
import { countedBy } from './attribute/count.ts';
import { personAttributes } from './attribute/person.ts';
import { type Chain, type Read, textOf, vote } from './chain.ts';
import { namesOf } from './name.ts';

type Facts = Pick<DraftEntity, 'attributes' | 'of' | 'ids'> & { readonly sponsor?: number };

export const entity = defineStage({
  name: 'entity',
  reads: ['tokens', 'sentences', 'tags', 'tree', 'timexes', 'mentions', 'chains'],
  writes: ['entities'],
  prepare: ({ assets, lexicon }) => {
    const countries = loadCountryNames(assets);
    const countryOf = (name: string): string | undefined => countries.get(name);
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
        case 'place': {
          const country = vote(chain.mentions, (m) => countryOf(atomsOf(textOf(layers, m)).join(' ')));
          return { attributes: country ? { country } : {} };
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
        default:
          return { attributes: {} };
      }
    }

    return (layers) => {
      const chainOf = new Int32Array(layers.mentions.length);
      layers.chains.forEach((chain, c) => {
        for (const m of chain) chainOf[m] = c;
      });
      const entities = layers.chains.map((members, index): DraftEntity => {
        const chain: Chain = { index, members, mentions: members.map((m) => layers.mentions[m]) };
        const head = chain.mentions.find((m) => m.level !== 'pronoun') ?? chain.mentions[0];
        const kind = vote(chain.mentions, (m) => m.kind) ?? head.kind;
        const ids = chain.mentions.find((m) => m.entry?.ids)?.entry?.ids;
        const { sponsor, ...facts } = factsOf(layers, chain, head.type);
        const own = sponsor === undefined || chainOf[sponsor] === index ? undefined : chainOf[sponsor];
        return {
          type: head.type,
          ...(kind && { kind }),
          ...namesOf(layers, chain),
          ...(ids && { ids }),
          ...facts,
          ...(own !== undefined && { sponsor: own }),
        };
      });
      return { entities };
    };
  },
});
