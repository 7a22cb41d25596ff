/** Counts from which precision, recall and F1 come. Counts of documents add up; rates don't. */
export interface Tally {
  correct: number;
  predicted: number;
  gold: number;
}

export interface Figures extends Readonly<Tally> {
  /** Percentages with one decimal; 0 where there is nothing to divide by. */
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}

/** Tallies by type, role or kind. */
export type Tallies = Map<string, Tally>;

export const percent = (part: number, whole: number): number => (whole ? Math.round((1000 * part) / whole) / 10 : 0);

/** Harmonic mean of two rates. */
export const harmonic = (a: number, b: number): number => (a + b ? (2 * a * b) / (a + b) : 0);

export function figures({ correct, predicted, gold }: Tally): Figures {
  const precision = predicted ? correct / predicted : 0;
  const recall = gold ? correct / gold : 0;
  const round = (rate: number): number => Math.round(1000 * rate) / 10;
  return {
    f1: round(harmonic(precision, recall)),
    precision: round(precision),
    recall: round(recall),
    correct,
    predicted,
    gold,
  };
}

export function count(tallies: Tallies, key: string, field: keyof Tally): void {
  const tally = tallies.get(key) ?? { correct: 0, predicted: 0, gold: 0 };
  tally[field]++;
  tallies.set(key, tally);
}

/** Adds the second's counts to the first's. */
export function addTallies(sum: Tallies, more: Tallies): void {
  for (const [key, { correct, predicted, gold }] of more) {
    const tally = sum.get(key) ?? { correct: 0, predicted: 0, gold: 0 };
    sum.set(key, {
      correct: tally.correct + correct,
      predicted: tally.predicted + predicted,
      gold: tally.gold + gold,
    });
  }
}

export function sumOf(tallies: Tallies): Tally {
  const sum: Tally = { correct: 0, predicted: 0, gold: 0 };
  for (const { correct, predicted, gold } of tallies.values()) {
    sum.correct += correct;
    sum.predicted += predicted;
    sum.gold += gold;
  }
  return sum;
}

/** Figures by key, keys sorted. */
export const figuresByKey = (tallies: Tallies): Record<string, Figures> =>
  Object.fromEntries([...tallies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, tally]) => [key, figures(tally)]));
