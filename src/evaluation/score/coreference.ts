/**
 * Coreference by the CoNLL average of MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and CEAF-e with φ4
 * (Luo 2005), over exact spans whatever their type. Entities of one mention count.
 */
import type { Span } from '../../document/span.ts';
import { assign } from './assignment.ts';
import { harmonic } from './tally.ts';

/** What is scored: a span and the thing that it refers to. */
export interface Referring extends Span {
  readonly entity: string;
}
/** What was right, out of what. */
export interface Ratio {
  right: number;
  of: number;
}
export interface Measure {
  readonly recall: Ratio;
  readonly precision: Ratio;
}
export interface CoreferenceCounts {
  readonly muc: Measure;
  readonly b3: Measure;
  readonly ceafE: Measure;
}

type Chain = readonly string[];

/** The spans of each entity, each span once. */
function chainsOf(mentions: readonly Referring[]): Chain[] {
  const chains = new Map<string, Set<string>>();
  for (const { entity, start, end } of mentions)
    chains.set(entity, (chains.get(entity) ?? new Set()).add(`${start}:${end}`));
  return [...chains.values()].map((chain) => [...chain]);
}

const chainNumbers = (chains: readonly Chain[]): Map<string, number> =>
  new Map(chains.flatMap((chain, number) => chain.map((span) => [span, number])));

/** Links of the chains that the other side's chains keep. */
function muc(chains: readonly Chain[], others: ReadonlyMap<string, number>): Ratio {
  const ratio: Ratio = { right: 0, of: 0 };
  for (const chain of chains) {
    const parts = new Set(chain.map((span) => others.get(span) ?? span)).size;
    ratio.right += chain.length - parts;
    ratio.of += chain.length - 1;
  }
  return ratio;
}

/** For each mention, the share of its chain that stands with it in the other side's chain. */
function b3(chains: readonly Chain[], others: ReadonlyMap<string, number>): Ratio {
  const ratio: Ratio = { right: 0, of: 0 };
  for (const chain of chains) {
    const shared = new Map<number, number>();
    for (const span of chain) {
      const other = others.get(span);
      if (other !== undefined) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const together of shared.values()) ratio.right += (together * together) / chain.length;
    ratio.of += chain.length;
  }
  return ratio;
}

/** The highest sum of φ4 similarities over one-to-one pairs of chains. */
function phi4(gold: readonly Chain[], predicted: readonly Chain[]): number {
  const [short, long] = gold.length <= predicted.length ? [gold, predicted] : [predicted, gold];
  const numbers = chainNumbers(long);
  const similarity = short.map((chain) => {
    const row = new Array<number>(long.length).fill(0);
    for (const span of chain) {
      const other = numbers.get(span);
      if (other !== undefined) row[other] += 2 / (chain.length + long[other].length);
    }
    return row;
  });
  return assign(similarity).reduce((sum, column, row) => sum + similarity[row][column], 0);
}

export function coreferenceCounts(gold: readonly Referring[], predicted: readonly Referring[]): CoreferenceCounts {
  const key = chainsOf(gold);
  const response = chainsOf(predicted);
  const inKey = chainNumbers(key);
  const inResponse = chainNumbers(response);
  const similarity = phi4(key, response);
  return {
    muc: { recall: muc(key, inResponse), precision: muc(response, inKey) },
    b3: { recall: b3(key, inResponse), precision: b3(response, inKey) },
    ceafE: { recall: { right: similarity, of: key.length }, precision: { right: similarity, of: response.length } },
  };
}

export const noCoreference = (): CoreferenceCounts => ({ muc: nought(), b3: nought(), ceafE: nought() });
const nought = (): Measure => ({ recall: { right: 0, of: 0 }, precision: { right: 0, of: 0 } });

export function addCoreference(sum: CoreferenceCounts, more: CoreferenceCounts): void {
  for (const measure of ['muc', 'b3', 'ceafE'] as const)
    for (const side of ['recall', 'precision'] as const) {
      sum[measure][side].right += more[measure][side].right;
      sum[measure][side].of += more[measure][side].of;
    }
}

export interface CoreferenceFigures {
  /** F1 of each measure and their mean, percentages with one decimal. */
  readonly conll: number;
  readonly muc: number;
  readonly b3: number;
  readonly ceafE: number;
}

export function coreferenceFigures({ muc, b3, ceafE }: CoreferenceCounts): CoreferenceFigures {
  const rate = ({ right, of }: Ratio): number => (of ? right / of : 0);
  const f1 = ({ recall, precision }: Measure): number => harmonic(rate(recall), rate(precision));
  const round = (x: number): number => Math.round(1000 * x) / 10;
  return {
    conll: round((f1(muc) + f1(b3) + f1(ceafE)) / 3),
    muc: round(f1(muc)),
    b3: round(f1(b3)),
    ceafE: round(f1(ceafE)),
  };
}
