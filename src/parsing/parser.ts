/**
 * Greedy dependency parsing in linear time: one of three moves at a time by a linear model, and the relation's name by
 * a second one, asked only when a word is attached.
 */
import { DEP, DEPRELS, POS } from '../document/ud.ts';
import {
  argmax,
  type LinearModel,
  readModel,
  Shortcuts,
  unpackWeights,
  type WordColumns,
} from '../perceptron/index.ts';
import {
  LABEL_CONTEXTS,
  labelContexts,
  labelFeatures,
  MAX_PARSE_FEATURES,
  MOVE_CONTEXTS,
  moveContexts,
  moveFeatures,
  PARSE_TEMPLATES,
} from './features.ts';
import { SentenceColumns } from './sentence.ts';
import { LEFT, MOVES, RIGHT, SHIFT, State } from './state.ts';

export const PARSER_FILE = 'model/parser.bin';
export const PARSER = { name: 'parser', version: 2, templates: PARSE_TEMPLATES };
export const WORD_KINDS = { verb: POS.VERB, auxiliary: POS.AUX, conjunction: POS.CCONJ };

/** What is known of the words of a text. */
export interface TaggedWords {
  readonly words: WordColumns;
  readonly lower: readonly string[];
  readonly fine: Uint8Array;
  readonly pos: Uint8Array;
}

export interface ParserParts {
  readonly moves: LinearModel;
  readonly labels: LinearModel;
  readonly moveShortcuts: Shortcuts;
  readonly labelShortcuts: Shortcuts;
}

export class Parser {
  readonly #moves: LinearModel;
  readonly #labels: LinearModel;
  readonly #moveShortcuts: Shortcuts;
  readonly #labelShortcuts: Shortcuts;
  readonly #contexts = new Int32Array(Math.max(MOVE_CONTEXTS, LABEL_CONTEXTS));
  readonly #state = new State();
  readonly #sentence = new SentenceColumns();
  readonly #features = new Int32Array(MAX_PARSE_FEATURES);
  readonly #moveScores = new Int32Array(MOVES);
  readonly #labelScores = new Int32Array(DEPRELS.length);

  constructor({ moves, labels, moveShortcuts, labelShortcuts }: ParserParts) {
    this.#moves = moves;
    this.#labels = labels;
    this.#moveShortcuts = moveShortcuts;
    this.#labelShortcuts = labelShortcuts;
  }

  /** Call before a text of so many words. */
  warm(words: number): void {
    for (const table of [this.#moves, this.#labels, this.#moveShortcuts, this.#labelShortcuts]) table.warm(words);
  }

  /** Parses words `first` to `last` (exclusive), one sentence, into `head` (numbers in the text, -1 for the root) and `dep`. */
  parseSentence(text: TaggedWords, first: number, last: number, head: Int32Array, dep: Uint8Array): void {
    const state = this.#state;
    this.#sentence.load(text.words, text.lower, text.fine, text.pos, WORD_KINDS, first, last);
    state.reset(last - first);
    while (!state.finished) this.#step();
    for (let k = 1; k <= state.length; k++) {
      const root = state.head[k] === 0;
      head[first + k - 1] = root ? -1 : first + state.head[k] - 1;
      dep[first + k - 1] = root ? DEP.root : state.dep[k];
    }
  }

  #step(): void {
    const state = this.#state;
    const move = this.#bestMove();
    if (move === SHIFT) state.shift();
    else state.attach(move, this.#label(state.headFor(move), state.top(0)));
  }

  #bestMove(): number {
    const state = this.#state;
    if (!state.depth) return SHIFT;
    if (state.next > state.length) return RIGHT;
    moveContexts(this.#sentence, state, this.#contexts);
    const sure = this.#moveShortcuts.find(this.#contexts, MOVE_CONTEXTS);
    if (sure >= 0 && state.allows(sure)) return sure;
    const scores = this.#moveScores;
    this.#moves.score(this.#features, moveFeatures(this.#sentence, state, this.#features), scores);
    if (state.depth === 1) return scores[LEFT] > scores[SHIFT] ? LEFT : SHIFT;
    return argmax(scores);
  }

  #label(head: number, dependent: number): number {
    labelContexts(this.#sentence, this.#state, head, dependent, this.#contexts);
    const sure = this.#labelShortcuts.find(this.#contexts, LABEL_CONTEXTS);
    if (sure >= 0) return sure;
    const count = labelFeatures(this.#sentence, this.#state, head, dependent, this.#features);
    this.#labels.score(this.#features, count, this.#labelScores);
    return argmax(this.#labelScores);
  }
}

export function unpackParser(bytes: Uint8Array): Parser {
  const { sections } = readModel(bytes, PARSER);
  return new Parser({
    moves: unpackWeights(sections.moves),
    labels: unpackWeights(sections.labels),
    moveShortcuts: new Shortcuts(sections.moveShortcuts),
    labelShortcuts: new Shortcuts(sections.labelShortcuts),
  });
}
