/** Training of the parser: it explores its own mistakes, and the dynamic oracle says what is best from there. */
import { DEPRELS } from '../document/ud.ts';
import { labelFeatures, MAX_PARSE_FEATURES, moveFeatures } from '../parsing/features.ts';
import { PARSER, type Parser, unpackParser, WORD_KINDS } from '../parsing/parser.ts';
import { SentenceColumns } from '../parsing/sentence.ts';
import { MOVES, SHIFT, State } from '../parsing/state.ts';
import { unpackClusters } from '../perceptron/clusters.ts';
import {
  argmax,
  chooseFeatures,
  meanOf,
  NARROW,
  packWeights,
  Random,
  type ShortcutOptions,
  Trainer,
  type Weights,
  writeModel,
} from '../perceptron/index.ts';
import { unpackTagger } from '../tagging/tagger.ts';
import { UPOS_OF } from '../tagging/tagset.ts';
import { type Example, exampleOf, recased } from './corpus.ts';
import { readDeedsGrammar } from './newsGrammar.ts';
import { costs, type GoldTree, goldTree, isProjective } from './oracle.ts';
import { parserShortcuts } from './parserShortcuts.ts';
import { jackknife, TAGGER_OPTIONS, tagsOf } from './tagger.ts';
import type { Training } from './training.ts';
import { readTreebanks } from './treebanks.ts';

export interface ParserOptions {
  readonly passes: number;
  /** Models of so many orders of the sentences are made one by their mean. */
  readonly runs: number;
  /** Passes of a run before, which only finds the features of moves that matter. */
  readonly choosing: number;
  readonly moveBits: number;
  /** The features of moves fit into a table of 2 ** slotBits. */
  readonly slotBits: number;
  /** Features of moves whose weights differ by less after the first run are left out. */
  readonly leastRange: number;
  readonly labelBits: number;
  readonly minUpdates: number;
  readonly unit: number;
  /** Features with smaller weights are left out. */
  readonly least: number;
  readonly seed: number;
  /** How often a wrong move is followed, once the first pass is over. */
  readonly explore: number;
  readonly moveShortcuts: ShortcutOptions;
  readonly labelShortcuts: ShortcutOptions;
}
export const PARSER_OPTIONS: ParserOptions = {
  passes: 6,
  runs: 12,
  choosing: 4,
  moveBits: 22,
  slotBits: 18,
  leastRange: 1,
  labelBits: 18,
  minUpdates: 3,
  unit: 0.5,
  least: 0.75,
  seed: 1,
  explore: 0.9,
  moveShortcuts: { count: 60, purity: 0.997 },
  labelShortcuts: { count: 10, purity: 0.97 },
};

class ParserTrainer {
  readonly moves: Trainer;
  readonly labels: Trainer;
  readonly #explore: number;
  readonly #state = new State();
  readonly #sentence = new SentenceColumns();
  readonly #features = new Int32Array(MAX_PARSE_FEATURES);
  readonly #moveScores = new Float64Array(MOVES);
  readonly #labelScores = new Float64Array(DEPRELS.length);
  readonly #cost = new Float64Array(MOVES);
  readonly #random: Random;

  constructor(options: ParserOptions, seed: number, chosen?: Uint8Array) {
    const { minUpdates } = options;
    this.moves = new Trainer({ classes: MOVES, bits: options.moveBits, minUpdates, chosen });
    this.labels = new Trainer({ classes: DEPRELS.length, bits: options.labelBits, minUpdates });
    this.#explore = options.explore;
    this.#random = new Random(seed + 1000);
  }

  /** Learns from one sentence. @param exploring whether wrong moves may be followed. */
  learn({ words, lower, fine }: Example, gold: GoldTree, exploring: boolean): void {
    const state = this.#state;
    const n = fine.length;
    this.#sentence.load(
      words,
      lower,
      fine,
      Uint8Array.from(fine, (tag) => UPOS_OF[tag]),
      WORD_KINDS,
      0,
      n,
    );
    state.reset(n);
    const onStack = new Uint8Array(n + 2);
    while (!state.finished) {
      const move = this.#move(gold, onStack, exploring);
      if (move === SHIFT) {
        onStack[state.next] = 1;
        state.shift();
      } else {
        onStack[state.top(0)] = 0;
        state.attach(move, this.#label(state.headFor(move), state.top(0), gold));
      }
    }
  }

  #move(gold: GoldTree, onStack: Uint8Array, exploring: boolean): number {
    const scores = this.#moveScores;
    const cost = this.#cost;
    costs(this.#state, gold, onStack, cost);
    const only = onlyMove(cost);
    if (only >= 0) return only;
    const count = moveFeatures(this.#sentence, this.#state, this.#features);
    this.moves.score(this.#features, count, scores);
    const least = Math.min(...cost);
    let guess = -1;
    let right = -1;
    for (let m = 0; m < MOVES; m++) {
      if (cost[m] === Number.POSITIVE_INFINITY) continue;
      if (guess < 0 || scores[m] > scores[guess]) guess = m;
      if (cost[m] === least && (right < 0 || scores[m] > scores[right])) right = m;
    }
    this.moves.update(this.#features, count, right, cost[guess] === least ? right : guess);
    return exploring && this.#random.next() < this.#explore ? guess : right;
  }

  #label(head: number, dependent: number, gold: GoldTree): number {
    const count = labelFeatures(this.#sentence, this.#state, head, dependent, this.#features);
    this.labels.score(this.#features, count, this.#labelScores);
    const guess = argmax(this.#labelScores);
    if (gold.head[dependent] === head) this.labels.update(this.#features, count, gold.dep[dependent], guess);
    return guess;
  }
}

export interface ParserWeights {
  readonly moves: Weights;
  readonly labels: Weights;
}

/** The only move that is allowed; -1 when there are more. */
function onlyMove(cost: Float64Array): number {
  let only = -1;
  for (let m = 0; m < MOVES; m++) {
    if (cost[m] === Number.POSITIVE_INFINITY) continue;
    if (only >= 0) return -1;
    only = m;
  }
  return only;
}

interface Tree {
  readonly example: Example;
  readonly gold: GoldTree;
}

function runOnce(
  trees: readonly Tree[],
  options: ParserOptions,
  passes: number,
  seed: number,
  chosen?: Uint8Array,
): ParserWeights {
  const random = new Random(seed);
  const trainer = new ParserTrainer(options, seed, chosen);
  const order = [...trees];
  for (let pass = 0; pass < passes; pass++)
    for (const { example, gold } of random.shuffle(order)) trainer.learn(example, gold, pass > 0);
  return { moves: trainer.moves.average(), labels: trainer.labels.average() };
}

/** @param examples with the tags that a tagger gives (`jackknife`). */
export function trainParser(
  examples: readonly Example[],
  options: ParserOptions,
  log: (line: string) => void = () => {},
): ParserWeights {
  const trees = examples
    .map((example) => ({ example, gold: goldTree(example.head, example.dep) }))
    .filter(({ gold }) => isProjective(gold));
  log(`${trees.length} projective trees`);
  const { choosing, passes, slotBits, leastRange, seed } = options;
  const chosen = chooseFeatures(runOnce(trees, options, choosing, seed - 1).moves, slotBits, leastRange);
  log(`${chosen.reduce((sum, one) => sum + one, 0)} features of moves`);
  const runs = Array.from({ length: options.runs }, (_, run) => {
    log(`run ${run + 1} of ${options.runs}`);
    return runOnce(trees, options, passes, seed + run, chosen);
  });
  return { moves: meanOf(runs.map((run) => run.moves)), labels: meanOf(runs.map((run) => run.labels)) };
}

/** The packed model; its shortcuts are what the packed weights decide for the examples. */
export function packParser(
  { moves, labels }: ParserWeights,
  examples: readonly Example[],
  options: Pick<ParserOptions, 'unit' | 'least' | 'moveShortcuts' | 'labelShortcuts'>,
): Uint8Array {
  const weights = { moves: packWeights(moves, options), labels: packWeights(labels, { ...options, most: NARROW }) };
  return writeModel({ ...PARSER, classes: DEPRELS }, { ...weights, ...parserShortcuts(weights, examples, options) });
}

/** Unlabelled and labelled attachment in percent, punctuation counted, relations without subtypes. */
export function parsingAccuracy(parser: Parser, examples: readonly Example[]): { uas: number; las: number } {
  let all = 0;
  let heads = 0;
  let labels = 0;
  for (const { words, lower, fine, head, dep } of examples) {
    const n = head.length;
    const guess = { head: new Int32Array(n), dep: new Uint8Array(n) };
    parser.parseSentence({ words, lower, fine, pos: fine.map((tag) => UPOS_OF[tag]) }, 0, n, guess.head, guess.dep);
    for (let i = 0; i < n; i++) {
      all++;
      if (guess.head[i] !== head[i]) continue;
      heads++;
      if (DEPRELS[guess.dep[i]].split(':')[0] === DEPRELS[dep[i]].split(':')[0]) labels++;
    }
  }
  return { uas: (100 * heads) / all, las: (100 * labels) / all };
}

const FOLDS = 5;
const RECASE_EVERY = 12;
/** The taggers of the folds are used once. */
const NO_SHORTCUTS: ShortcutOptions = { count: Number.POSITIVE_INFINITY, purity: 1 };

export const parser: Training = {
  name: 'parser',
  file: 'parser.bin',
  data: [
    'Universal Dependencies English Web Treebank (CC BY-SA 4.0)',
    'GUM, Georgetown University Multilayer corpus (annotations CC BY 4.0)',
    'sentences drawn from a grammar of our own, corpus/grammar (CC0)',
    'word clusters: clusters.md; tags by taggers that had not seen the sentence (five folds)',
  ],
  run({ data, everything, models, log }) {
    const clusters = unpackClusters(models('clusters.bin'));
    const tagger = unpackTagger(models('tagger.bin'));
    const { train, development } = readTreebanks(data, everything);
    const read = (given: typeof train): Example[] => given.map((s) => exampleOf(s, clusters));
    const examples = jackknife(
      [...read([...train, ...readDeedsGrammar()]), ...recased(train, RECASE_EVERY, clusters)],
      FOLDS,
      {
        ...TAGGER_OPTIONS,
        runs: 1,
        shortcuts: NO_SHORTCUTS,
      },
    );
    log('tagged');
    const bytes = packParser(trainParser(examples, PARSER_OPTIONS, log), examples, PARSER_OPTIONS);
    const made = unpackParser(bytes);
    const score = (name: string, given: typeof train): string => {
      const tagged = read(given).map((example) => ({ ...example, fine: tagsOf(tagger, example) }));
      const { uas, las } = parsingAccuracy(made, tagged);
      return `${name}: UAS ${uas.toFixed(2)} %, LAS ${las.toFixed(2)} % on gold words, predicted tags`;
    };
    return {
      bytes,
      scores: development.map(([name, sentences]) => score(name, sentences)),
    };
  },
};
