/**
 * How sure a figure is: the bootstrap by document (Efron and Tibshirani 1993; for F1 and paired differences Berg-Kirkpatrick
 * et al. 2012). Documents are drawn with replacement, and the figure is computed of each draw. Seeded: same input, same interval.
 */
import { Random } from '../../perceptron/random.ts';
import { FIGURES, type Figure, figuresOfRow } from './figures.ts';

export interface Interval {
  /** The middle 95 % of the draws, with one decimal. */
  readonly low: number;
  readonly high: number;
}
export type Intervals = Readonly<Partial<Record<Figure, Interval>>>;

export interface BootstrapOptions {
  /** How many draws; 1,000 when left out. */
  readonly draws?: number;
  /** 1 when left out. */
  readonly seed?: number;
}

/** More documents than this share a unit, dealt out in turn: time and memory stay bounded, and the interval's width holds. */
const MOST = 2048;

/** Sums of counts, by drawn unit: a document, or a hand of them. */
export class Units {
  readonly rows: Float64Array[] = [];
  #next = 0;
  add(row: Float64Array): void {
    const unit = this.#next++ % MOST;
    const sum = this.rows[unit];
    if (sum) for (let i = 0; i < row.length; i++) sum[i] += row[i];
    else this.rows[unit] = Float64Array.from(row);
  }
  sum(): Float64Array {
    const total = new Float64Array(this.rows[0]?.length ?? 0);
    for (const row of this.rows) for (let i = 0; i < row.length; i++) total[i] += row[i];
    return total;
  }
}

/** The values of each draw, by figure. Which units are drawn is the same for all that have as many, so that runs can be compared. */
function sampled(
  units: number,
  { draws = 1000, seed = 1 }: BootstrapOptions,
  sample: (drawn: Int32Array) => Float64Array,
): number[][] {
  const random = new Random(seed);
  const drawn = new Int32Array(units);
  const values: number[][] = FIGURES.map(() => []);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < units; i++) drawn[i] = random.below(units);
    for (const [figure, value] of sample(drawn).entries()) values[figure].push(value);
  }
  return values;
}

function sumOfDraw(rows: readonly Float64Array[], drawn: Int32Array): Float64Array {
  const total = new Float64Array(rows[0].length);
  for (const unit of drawn) {
    const row = rows[unit];
    for (let i = 0; i < row.length; i++) total[i] += row[i];
  }
  return total;
}

const tenth = (value: number): number => Math.round(10 * value) / 10;

function intervalOf(values: readonly number[]): Interval | undefined {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  if (!sorted.length) return undefined;
  const at = (share: number): number => tenth(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]);
  return { low: at(0.025), high: at(0.975) };
}

export function intervalsOf({ rows }: Units, options: BootstrapOptions): Intervals {
  if (rows.length < 2) return {};
  const values = sampled(rows.length, options, (drawn) => figuresOfRow(sumOfDraw(rows, drawn)));
  return Object.fromEntries(FIGURES.flatMap((figure, i) => [[figure, intervalOf(values[i])]]).filter(([, v]) => v));
}

/** Of two runs over the same documents: how much higher the second's figure is. */
export interface Difference extends Interval {
  readonly difference: number;
  /** Two-sided: twice the share of draws in which the difference is nought or has the other sign, at most 1. */
  readonly p: number;
}
export type Differences = Readonly<Partial<Record<Figure, Difference>>>;

export function differencesOf(before: Units, after: Units, options: BootstrapOptions): Differences {
  const units = before.rows.length;
  if (!units) return {};
  const [a, b] = [figuresOfRow(before.sum()), figuresOfRow(after.sum())];
  const values = sampled(units, options, (drawn) => {
    const [x, y] = [before, after].map(({ rows }) => figuresOfRow(sumOfDraw(rows, drawn)));
    return y.map((value, i) => value - x[i]);
  });
  return Object.fromEntries(
    FIGURES.flatMap((figure, i) => {
      const interval = intervalOf(values[i]);
      const difference = b[i] - a[i];
      if (!interval || Number.isNaN(difference)) return [];
      const against = values[i].filter((value) => value * Math.sign(difference) <= 0).length;
      // One more of each: no number of draws shows that chance is ruled out (Davison and Hinkley 1997).
      const p = difference === 0 ? 1 : Math.min(1, (2 * (against + 1)) / (values[i].length + 1));
      return [[figure, { difference: tenth(difference), ...interval, p: Math.round(1000 * p) / 1000 }]];
    }),
  );
}
