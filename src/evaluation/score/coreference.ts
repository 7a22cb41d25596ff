/**
 * Coreference by the CoNLL average of MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and CEAF-e with φ4
 * (Luo 2005), over exact spans whatever their type. Entities of one mention count.
 */
import type { AnnotatedMention } from '../annotation.ts';
import { assign } from './assignment.ts';
import { harmonic } from './tally.ts';

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
function chainsOf(mentions: readonly AnnotatedMention[]): Chain[] {
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

/** A pair of chains that share mentions, with the φ4 similarity. */
interface Edge {
  readonly row: number;
  readonly column: number;
  similarity: number;
}

function edgesOf(gold: readonly Chain[], predicted: readonly Chain[]): Edge[] {
  const numbers = chainNumbers(predicted);
  return gold.flatMap((chain, row) => {
    const edges = new Map<number, Edge>();
    for (const span of chain) {
      const column = numbers.get(span);
      if (column === undefined) continue;
      const edge = edges.get(column) ?? { row, column, similarity: 0 };
      edge.similarity += 2 / (chain.length + predicted[column].length);
      edges.set(column, edge);
    }
    return [...edges.values()];
  });
}

/** Edges that hang together. Chains of different parts share no mention, so each part is assigned on its own: that keeps long texts fast. */
function components(edges: readonly Edge[]): Edge[][] {
  const parent = new Map<string, string>();
  const root = (node: string): string => {
    let at = node;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) {
      parent.set(at, parent.get(up) ?? up);
      at = up;
    }
    return at;
  };
  for (const { row, column } of edges) parent.set(root(`r${row}`), root(`c${column}`));
  const parts = new Map<string, Edge[]>();
  for (const edge of edges) {
    const key = root(`r${edge.row}`);
    const part = parts.get(key);
    if (part) part.push(edge);
    else parts.set(key, [edge]);
  }
  return [...parts.values()];
}

/** The highest sum of φ4 similarities over one-to-one pairs of chains. */
function phi4(gold: readonly Chain[], predicted: readonly Chain[]): number {
  return components(edgesOf(gold, predicted)).reduce((sum, edges) => sum + bestSum(edges), 0);
}

function bestSum(edges: readonly Edge[]): number {
  if (edges.length === 1) return edges[0].similarity;
  const rows = [...new Set(edges.map(({ row }) => row))];
  const columns = [...new Set(edges.map(({ column }) => column))];
  const wide = rows.length <= columns.length;
  const [short, long] = wide ? [rows, columns] : [columns, rows];
  const [atShort, atLong] = [short, long].map((numbers) => new Map(numbers.map((number, i) => [number, i])));
  const weights = short.map(() => new Array<number>(long.length).fill(0));
  for (const { row, column, similarity } of edges) {
    const [s, l] = wide ? [row, column] : [column, row];
    weights[atShort.get(s)!][atLong.get(l)!] = similarity;
  }
  return assign(weights).reduce((sum, column, row) => sum + weights[row][column], 0);
}

export function coreferenceCounts(
  gold: readonly AnnotatedMention[],
  predicted: readonly AnnotatedMention[],
): CoreferenceCounts {
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

/** Percentages with one decimal. */
export interface Rates {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}
export interface CoreferenceFigures {
  /** The mean of the three measures' F1. */
  readonly conll: number;
  readonly muc: Rates;
  readonly b3: Rates;
  readonly ceafE: Rates;
}

const rate = ({ right, of }: Ratio): number => (of ? right / of : 0);
/** F1 of a measure, from 0 to 1. */
export const f1Of = ({ recall, precision }: Measure): number => harmonic(rate(recall), rate(precision));
const round = (x: number): number => Math.round(1000 * x) / 10;
const ratesOf = (measure: Measure): Rates => ({
  f1: round(f1Of(measure)),
  precision: round(rate(measure.precision)),
  recall: round(rate(measure.recall)),
});

export const coreferenceFigures = ({ muc, b3, ceafE }: CoreferenceCounts): CoreferenceFigures => ({
  conll: round((f1Of(muc) + f1Of(b3) + f1Of(ceafE)) / 3),
  muc: ratesOf(muc),
  b3: ratesOf(b3),
  ceafE: ratesOf(ceafE),
});
