/**
 * Which mentions refer to one thing: precise sieves first, each over the chains that the ones before have made
 * (Raghunathan et al. 2010; Lee et al. 2013), then a trained ranker for the pronouns and descriptions that are left.
 */
import type { Assets } from '../document/assets.ts';
import type { DraftMention } from '../document/layers.ts';
import { defineStage } from '../document/stage.ts';
import { uniform } from '../document/uniform.ts';
import { capitalNames, loadCountryNames } from '../gazetteer/country.ts';
import { demonymCountries } from '../gazetteer/demonym.ts';
import { givenNamesOf, titleWordsOf } from '../gazetteer/lexicon.ts';
import { loadPronouns } from '../gazetteer/pronoun.ts';
import { clustersOf } from '../perceptron/index.ts';
import { Clusters } from './cluster.ts';
import { pronounCodes } from './code.ts';
import { type Knowledge, profilesOf, type Read } from './profile.ts';
import { type Decide, decider, rank, rankerOf, Scorer } from './ranker/index.ts';
import { aliases } from './sieve/alias.ts';
import { apposition } from './sieve/apposition.ts';
import { acronyms, nameParts, personParts, sameName } from './sieve/name.ts';
import { classOfName, sameDescription } from './sieve/nominal.ts';
import { capitals, here } from './sieve/place.ts';
import { offices } from './sieve/role.ts';
import { speaker } from './sieve/speaker.ts';
import { spellings } from './sieve/spelling.ts';
import { sameAmount, sameDate, sameDuration, samePosition } from './sieve/value.ts';

type Sieve = (clusters: Clusters, layers: Read, knowledge: Knowledge) => void;
/** The order is the precision: an early sieve's chains are what later ones compare. */
const SIEVES: readonly Sieve[] = [
  sameName,
  spellings,
  sameDate,
  sameDuration,
  samePosition,
  acronyms,
  aliases,
  personParts,
  nameParts,
  classOfName,
  apposition,
  offices,
  capitals,
  here,
  sameDescription,
  speaker,
];

/** Chains as the sieves make them: what the ranker starts from, and is trained on. */
export function sieved(layers: Read, knowledge: Knowledge): Clusters {
  const clusters = new Clusters(profilesOf(layers, knowledge));
  for (const sieve of SIEVES) sieve(clusters, layers, knowledge);
  return clusters;
}

/** Indices of the mentions of each chain, in the order of the text. */
export function chainsOf(layers: Read, knowledge: Knowledge, decide: Decide): number[][] {
  const clusters = sieved(layers, knowledge);
  rank(clusters, layers, knowledge, decide);
  // amounts are one where what they count is one: last of all
  sameAmount(clusters, layers);
  return clusters.chains();
}

export function knowledgeOf(assets: Assets): Knowledge {
  const countries = loadCountryNames(assets);
  const pronouns = pronounCodes(loadPronouns(assets));
  const given = givenNamesOf(assets);
  const capitals = capitalNames(assets);
  const titles = titleWordsOf(assets);
  const demonyms = demonymCountries(assets);
  return {
    wordClusters: clustersOf(assets),
    countryOf: (words) => countries.get(words),
    countryOfDemonym: (lower) => demonyms.get(lower),
    countryOfCapital: (words) => capitals.get(words),
    isTitle: (lower) => titles.has(lower),
    genderOf: (name) => {
      const gender = given.get(name)?.gender;
      return gender === 'u' ? undefined : gender;
    },
    pronoun: (form) => pronouns.get(form),
  };
}

/** A pronoun is of the type and kind of what it stands for: those of a chain are set in `mentions`. */
function retype(mentions: DraftMention[], chain: readonly number[]): void {
  let model: DraftMention | undefined;
  let kind: string | undefined;
  let pronouns = 0;
  for (let k = 0; k < chain.length; k++) {
    const m = mentions[chain[k]];
    if (m.level === 'pronoun') pronouns++;
    else {
      model ??= m;
      if (m.type === model.type) kind ||= m.kind;
    }
  }
  if (!model || !pronouns) return;
  // "it", "we" for a country are its government
  const acts = model.type === 'place' && kind === 'country';
  for (const i of chain) {
    const m = mentions[i];
    if (m.level === 'pronoun')
      mentions[i] = uniform({
        ...m,
        type: model.type,
        kind: kind || undefined,
        ...(acts && { actsAs: 'government' }),
      } as DraftMention);
  }
}

export const coreference = defineStage({
  name: 'coreference',
  reads: ['tokens', 'sentences', 'tags', 'tree', 'timexes', 'mentions'],
  writes: ['mentions', 'chains'],
  prepare: ({ assets }) => {
    const knowledge = knowledgeOf(assets);
    const scorer = new Scorer(rankerOf(assets));
    const decide = decider(scorer);
    return (layers) => {
      scorer.warm(layers.tokens.length);
      const chains = chainsOf(layers, knowledge, decide);
      const mentions = layers.mentions.slice();
      for (let c = 0; c < chains.length; c++) if (chains[c].length > 1) retype(mentions, chains[c]);
      return { mentions, chains };
    };
  },
});
