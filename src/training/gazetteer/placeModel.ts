/** Trains the two rounds of the evidence model; the second learns from what the first says of texts it hasn't seen. */
import { choose, personal, remember, round } from '../../mention/place/recognise.ts';
import type { Weights } from '../../perceptron/index.ts';
import { type Example, logit, sigmoid, trainLogistic } from '../logistic.ts';
import { type Item, tables } from './placeData.ts';

const OPTIONS = { bits: 17, passes: 10, rate: 0.07, penalty: 0.002 };
const JACKKNIFE = 4;

export type Model = readonly [first: Weights, second: Weights];
/** A document and the same in single sentences. */
export type Family = readonly Item[];

function examples(item: Item, own?: Float64Array): Example[] {
  const found: Example[] = [];
  round(item.layers, tables, item.prepared, own, (features, count, i) => {
    const label = item.labels[i];
    if (label >= 0) found.push({ features: features.slice(0, count), label, weight: item.weight });
    return 0;
  });
  return found;
}

const scores = ({ layers, prepared }: Item, model: Weights, own?: Float64Array): Float64Array =>
  round(layers, tables, prepared, own, (features, count) => sigmoid(logit(model, features, count)));

function firstRound(item: Item, model: Weights): Float64Array {
  const own = scores(item, model);
  for (const surface of item.prepared.seen) surface.first = surface.second = -1;
  remember(item.prepared, own);
  return own;
}

export function train(families: readonly Family[]): Model {
  const plain = families.map((family) => family.flatMap((item) => examples(item)));
  const second: Example[] = [];
  for (let k = 0; k < JACKKNIFE; k++) {
    const model = trainLogistic(plain.filter((_, i) => i % JACKKNIFE !== k).flat(), OPTIONS);
    for (const item of families.filter((_, i) => i % JACKKNIFE === k).flat())
      second.push(...examples(item, firstRound(item, model)));
  }
  return [trainLogistic(plain.flat(), OPTIONS), trainLogistic(second, OPTIONS)];
}

/** Spans that recognition would propose, as characters. */
export function predict(
  item: Item,
  [first, second]: Model,
  threshold: number,
): (readonly [start: number, end: number])[] {
  const { layers, prepared } = item;
  const final = scores(item, second, firstRound(item, first));
  for (let i = 0; i < final.length; i++)
    if (final[i] >= threshold && personal(layers, tables, prepared, i)) final[i] *= 0.3;
  return choose(prepared, final, threshold).map((i) => {
    const { first: from, last } = prepared.candidates[i];
    return [layers.tokens.start[from], layers.tokens.end[last - 1]];
  });
}
