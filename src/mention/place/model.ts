/** The two evidence models, one a round (see `recognise.ts`), as `training/gazetteer/place.ts` makes them. */
import { type Assets, resource } from '../../document/assets.ts';
import { type LinearModel, readModel, unpackWeights } from '../../perceptron/index.ts';
import { TEMPLATES } from './feature.ts';
import type { ScoreFeatures } from './recognise.ts';

export const PLACE_MODEL = 'model/place.bin';
export interface PlaceModel {
  readonly first: ScoreFeatures;
  readonly second: ScoreFeatures;
  /** Call before a text of so many words. */
  warm(words: number): void;
}

function probability(model: LinearModel): ScoreFeatures {
  const sum = new Int32Array(1);
  return (features, count) => {
    model.score(features, count, sum);
    return 1 / (1 + Math.exp(-sum[0] * model.unit));
  };
}

export const loadPlaceModel = (assets: Assets): PlaceModel =>
  resource(assets, PLACE_MODEL, (bytes): PlaceModel => {
    const { sections } = readModel(bytes, { name: 'place', version: 1, templates: TEMPLATES });
    const [first, second] = [sections.first, sections.second].map(unpackWeights);
    return {
      first: probability(first),
      second: probability(second),
      warm(words) {
        first.warm(words);
        second.warm(words);
      },
    };
  });
