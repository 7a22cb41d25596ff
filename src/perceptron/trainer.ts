/**
 * The averaged perceptron (Freund and Schapire 1999, Collins 2002) over hashed features, for few or many classes.
 *
 * ```ts
 * const trainer = new Trainer({ classes: LABELS.length, bits: 20, minUpdates: 2 });
 * const random = new Random(1);
 * const features = new Int32Array(64); // hashes of `feature1(template, value)` and so on
 * const scores = new Float64Array(LABELS.length);
 * for (let pass = 0; pass < 8; pass++)
 *   for (const example of random.shuffle(examples)) {
 *     const count = extract(example, features); // fills the buffer, says how many
 *     trainer.score(features, count, scores);
 *     trainer.update(features, count, example.label, argmax(scores)); // changes nothing when they agree
 *   }
 * const bytes = writeModel(
 *   { name: 'mention', version: 1, templates: 1, classes: LABELS },
 *   { weights: packWeights(trainer.average(), { unit: 0.1 }) },
 * );
 * // and in the library:
 * const { sections } = readModel(bytes, { name: 'mention', version: 1, templates: 1 });
 * const model = unpackWeights(sections.weights);
 * model.score(features, count, new Int32Array(model.classes));
 * ```
 */

/** What training has learnt: `values[bucket * classes + class]`. */
export interface Weights {
  readonly bits: number;
  readonly classes: number;
  readonly values: Float32Array;
}

export interface TrainerOptions {
  /** How many classes there are: they are numbers from 0. */
  readonly classes: number;
  /** Features fall into 2 ** bits buckets. Memory is 2 ** bits × classes × 12 bytes. */
  readonly bits: number;
  /**
   * A bucket takes part only after so many updates: rare features are noise, and make most of the file
   * (Goldberg and Elhadad 2011). @default 1
   */
  readonly minUpdates?: number;
  /** 1 for buckets that may take part, as an earlier run has chosen them. @default all */
  readonly chosen?: Uint8Array | undefined;
}

export class Trainer {
  readonly classes: number;
  readonly bits: number;
  readonly #mask: number;
  readonly #minUpdates: number;
  readonly #weights: Float32Array;
  /** Each change times the step at which it was made: averaging then needs no history (Daumé 2006). */
  readonly #early: Float64Array;
  readonly #updates: Uint8Array;
  readonly #chosen: Uint8Array | undefined;
  #step = 1;

  constructor({ classes, bits, minUpdates = 1, chosen }: TrainerOptions) {
    this.classes = classes;
    this.bits = bits;
    this.#mask = 2 ** bits - 1;
    this.#minUpdates = Math.min(255, minUpdates);
    this.#weights = new Float32Array(2 ** bits * classes);
    this.#early = new Float64Array(2 ** bits * classes);
    this.#updates = new Uint8Array(2 ** bits);
    this.#chosen = chosen;
  }

  /** Fills `scores` with the sum of the weights of the first `count` features, for each class. */
  score(features: Int32Array, count: number, scores: Float64Array): void {
    const { classes } = this;
    const mask = this.#mask;
    const weights = this.#weights;
    const updates = this.#updates;
    const least = this.#minUpdates;
    for (let c = 0; c < classes; c++) scores[c] = 0;
    for (let i = 0; i < count; i++) {
      const bucket = features[i] & mask;
      if (updates[bucket] < least) continue;
      const row = bucket * classes;
      for (let c = 0; c < classes; c++) scores[c] += weights[row + c];
    }
  }

  /** Learns from one decision: call it for each, right or wrong (a right one only lets time pass). @param by size of the step. */
  update(features: Int32Array, count: number, right: number, guess: number, by = 1): void {
    const step = this.#step++;
    if (right === guess) return;
    const { classes } = this;
    const late = by * step;
    for (let i = 0; i < count; i++) {
      const bucket = features[i] & this.#mask;
      if (this.#chosen?.[bucket] === 0) continue;
      if (this.#updates[bucket] < 255) this.#updates[bucket]++;
      const row = bucket * classes;
      this.#weights[row + right] += by;
      this.#early[row + right] += late;
      this.#weights[row + guess] -= by;
      this.#early[row + guess] -= late;
    }
  }

  /** The mean of the weights over all steps so far; buckets with too few updates are zero. */
  average(): Weights {
    const { classes, bits } = this;
    const values = new Float32Array(this.#weights.length);
    for (let bucket = 0; bucket < this.#updates.length; bucket++) {
      if (this.#updates[bucket] < this.#minUpdates) continue;
      for (let i = bucket * classes; i < (bucket + 1) * classes; i++)
        values[i] = this.#weights[i] - this.#early[i] / this.#step;
    }
    return { bits, classes, values };
  }
}

/** Weights of several runs (other seeds, other orders) made one: their mean. A cheap ensemble that costs nothing afterwards. */
export function meanOf(runs: readonly Weights[]): Weights {
  const values = new Float32Array(runs[0].values.length);
  for (const run of runs) for (let i = 0; i < values.length; i++) values[i] += run.values[i] / runs.length;
  return { bits: runs[0].bits, classes: runs[0].classes, values };
}

/**
 * The features that matter most: of those that share the low `slotBits` bits of their bucket's number, the one whose
 * weights differ most, and by more than `floor`. What is left fits into a small table. @returns 1 for each bucket that is chosen
 */
export function chooseFeatures({ bits, classes, values }: Weights, slotBits: number, floor: number): Uint8Array {
  const chosen = new Uint8Array(2 ** bits);
  const best = new Float32Array(2 ** slotBits).fill(floor);
  const owner = new Int32Array(2 ** slotBits).fill(-1);
  for (let bucket = 0; bucket < 2 ** bits; bucket++) {
    let least = 0;
    let most = 0;
    for (let i = bucket * classes; i < (bucket + 1) * classes; i++) {
      if (values[i] < least) least = values[i];
      else if (values[i] > most) most = values[i];
    }
    const range = most - least;
    const slot = bucket & (2 ** slotBits - 1);
    if (range <= best[slot]) continue;
    best[slot] = range;
    owner[slot] = bucket;
  }
  for (const bucket of owner) if (bucket >= 0) chosen[bucket] = 1;
  return chosen;
}

/** The first of the greatest. */
export function argmax(scores: Float64Array | Int32Array): number {
  let best = 0;
  for (let c = 1; c < scores.length; c++) if (scores[c] > scores[best]) best = c;
  return best;
}
