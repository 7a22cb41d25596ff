/**
 * Mentions: grammars, tables and the learned tagger propose; `refine` settles what conflicts. The order of the proposers
 * is their rank in a conflict.
 */
import type { DraftMention } from '../document/layers.ts';
import { defineStage } from '../document/stage.ts';
import { sensesOf } from '../gazetteer/lexicon.ts';
import { gazetteerOf } from '../gazetteer/places/load.ts';
import { loadPronouns } from '../gazetteer/pronoun.ts';
import { WordMap } from '../gazetteer/wordMap.ts';
import { clustersOf } from '../perceptron/index.ts';
import { columnsOf, coveredBy } from './columns.ts';
import { evidenceOf, loadTables } from './evidence.ts';
import { loadPlaceRecogniser, recognisePlaces } from './place/index.ts';
import { proposeDates } from './propose/date.ts';
import { proposeIdentifiers } from './propose/identifier.ts';
import { loadDemonyms, nationalityProposer } from './propose/nationality.ts';
import { informPlaces, proposePlaces, supportedPlaces } from './propose/place.ts';
import { pronounProposer } from './propose/pronoun.ts';
import { loadQuantities, quantityProposer } from './propose/quantity.ts';
import { loadShipPrefixes, shipProposer } from './propose/ship.ts';
import { informTerms, otherSenses, proposeOwnTerms, proposeTerms } from './propose/term.ts';
import { refine } from './refine.ts';
import { loadMentionModel, tagMentions } from './tagger.ts';

/** The least confidence with which a toponym is evidence for the tagger. */
export const LEAST = 0.25;

export const mention = defineStage({
  name: 'mention',
  reads: ['tokens', 'sentences', 'tags', 'tree', 'timexes'],
  writes: ['mentions'],
  prepare: (settings) => {
    const { assets, lexicon } = settings;
    const tables = loadTables(assets, lexicon);
    const senses = sensesOf(assets);
    const clusters = clustersOf(assets);
    const model = loadMentionModel(assets);
    const recogniser = loadPlaceRecogniser(assets, settings.gazetteer, gazetteerOf(settings));
    const quantities = quantityProposer(loadQuantities(assets));
    const nationalities = nationalityProposer(loadDemonyms(assets));
    const ships = shipProposer(loadShipPrefixes(assets));
    const pronouns = pronounProposer(new WordMap(loadPronouns(assets)));
    return (layers) => {
      const certain: DraftMention[][] = [
        proposeIdentifiers(layers),
        proposeDates(layers),
        quantities(layers),
        nationalities(layers),
      ];
      const places = recognisePlaces(layers, recogniser, [], LEAST);
      const { evidence, terms } = evidenceOf(layers, tables, places);
      const columns = columnsOf(layers, evidence, coveredBy(layers.tokens.length, certain.flat()), clusters);
      const tagged = informTerms(
        layers,
        informPlaces(supportedPlaces(layers, tagMentions(model, layers, columns), places, recogniser.nouns), places),
        terms,
      );
      return {
        mentions: refine(layers, [
          proposeOwnTerms(layers, terms),
          ...certain,
          ships(layers),
          otherSenses(layers, tagged, senses),
          otherSenses(layers, proposeTerms(layers, terms), senses),
          proposePlaces(places),
          pronouns(layers),
        ]),
      };
    };
  },
});
