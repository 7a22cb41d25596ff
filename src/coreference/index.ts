/**
 * Which mentions refer to one thing: sieves from the most precise to the loosest, each over the chains that the ones
 * before have made (Raghunathan et al. 2010; Lee et al. 2013).
 */
import type { Assets } from '../document/assets.ts';
import type { DraftMention } from '../document/layers.ts';
import { defineStage } from '../document/stage.ts';
import { capitalNames, loadCountryNames } from '../gazetteer/country.ts';
import { givenNamesOf, titleWordsOf } from '../gazetteer/lexicon.ts';
import { loadPronouns } from '../gazetteer/pronoun.ts';
import { clustersOf } from '../perceptron/index.ts';
import { Clusters } from './cluster.ts';
import { decider, rank, rankerOf } from './ranker/index.ts';
import { type Knowledge, profilesOf, type Read } from './profile.ts';
import { acronyms, nameParts, personParts, sameName } from './sieve/name.ts';
import { capitals, here } from './sieve/place.ts';
import { offices } from './sieve/role.ts';
import { sameAmount, sameDate, sameDuration } from './sieve/value.ts';
import { aliases } from './sieve/alias.ts';
import { apposition } from './sieve/apposition.ts';
import { classOfName, pointsBack, sameDescription } from './sieve/nominal.ts';
import { speaker, thirdPerson } from './sieve/pronoun.ts';

type Sieve = (clusters: Clusters, layers: Read, knowledge: Knowledge) => void;
/** The order is the precision: an early sieve's chains are what later ones compare. */
const BEFORE: readonly Sieve[] = [
  sameName,
  sameDate,
  sameDuration,
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
/** Amounts are one where what they count is one: last of all. */
const AFTER: readonly Sieve[] = [sameAmount];

/** Chains as the sieves before the ranker make them: what it is trained on. */
export function sieved(layers: Read, knowledge: Knowledge): Clusters {
  const clusters = new Clusters(profilesOf(layers, knowledge));
  for (const sieve of BEFORE) sieve(clusters, layers, knowledge);
  return clusters;
}

export function knowledgeOf(assets: Assets): Knowledge {
  const countries = loadCountryNames(assets);
  const pronouns = loadPronouns(assets);
  const given = givenNamesOf(assets);
  const capitals = capitalNames(assets);
  const titles = titleWordsOf(assets);
  return {
    wordClusters: clustersOf(assets),
    countryOf: (words) => countries.get(words),
    countryOfCapital: (words) => capitals.get(words),
    isTitle: (lower) => titles.has(lower),
    genderOf: (name) => {
      const gender = given.get(name)?.gender;
      return gender === 'u' ? undefined : gender;
    },
    pronoun: (form) => pronouns.get(form),
  };
}

/** A pronoun is of the type and kind of what it stands for. */
function retype(mentions: readonly DraftMention[], chain: readonly number[]): (readonly [number, DraftMention])[] {
  const model = chain.map((i) => mentions[i]).find((m) => m.level !== 'pronoun');
  if (!model) return [];
  return chain
    .filter((i) => mentions[i].level === 'pronoun')
    .map((i) => {
      const { kind: _, ...rest } = mentions[i];
      // "it", "we" for a country are its government
      const acts = model.type === 'place' && model.kind === 'country' && { actsAs: 'government' as const };
      return [i, { ...rest, type: model.type, ...(model.kind && { kind: model.kind }), ...acts }] as const;
    });
}

export const coreference = defineStage({
  name: 'coreference',
  reads: ['tokens', 'sentences', 'tags', 'tree', 'timexes', 'mentions'],
  writes: ['mentions', 'chains'],
  prepare: ({ assets }) => {
    const knowledge = knowledgeOf(assets);
    let model: any;
    try { if (!(globalThis as any).NORANK) model = rankerOf(assets); } catch {}
    return (layers) => {
      const clusters = sieved(layers, knowledge);
      if (model) rank(clusters, layers, knowledge, decider(model));
      else for (const sieve of [pointsBack, thirdPerson]) sieve(clusters, layers, knowledge);
      for (const sieve of AFTER) sieve(clusters, layers, knowledge);
      const chains = clusters.chains();
      const mentions = [...layers.mentions];
      for (const chain of chains) for (const [i, m] of retype(layers.mentions, chain)) mentions[i] = m;
      return { mentions, chains };
    };
  },
});
