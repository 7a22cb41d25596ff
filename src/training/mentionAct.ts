/** Trains what tells which countries and towns act for their governments. */
import { actFeatures, MOST_ACT_FEATURES, mayAct } from '../mention/act.ts';
import { CLASSES } from '../mention/label.ts';
import { headOf } from '../mention/proposal.ts';
import { packWeights } from '../perceptron/index.ts';
import { trainLogistic } from './logistic.ts';
import type { Example } from './mention.ts';

const ACTS = { bits: 14, passes: 8, rate: 0.1, penalty: 0.002 };
const UNIT = 0.1;

/** Which countries and towns act: learnt where metonymy is annotated at all. @returns the packed weights */
export function trainActs(examples: readonly Example[]): Uint8Array {
  const buffer = new Int32Array(MOST_ACT_FEATURES);
  const rows = examples.flatMap(({ acting, layers, columns, outer, inner }) =>
    !acting
      ? []
      : [...outer, ...inner].flatMap(({ cls, kind, first, last, acts }) => {
          if (CLASSES[cls].type !== 'place' || !mayAct(kind)) return [];
          const head = headOf(layers, first, last, CLASSES[cls].level);
          const features = buffer.slice(0, actFeatures(columns, first, last, head, buffer));
          return [{ features, label: acts ? 1 : 0, weight: 1 }];
        }),
  );
  return packWeights(trainLogistic(rows, ACTS), { unit: UNIT });
}
