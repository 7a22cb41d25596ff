/** Where the parser's model decides always in the same way, its moves and relations become shortcuts. */
import { DEPRELS } from '../document/ud.ts';
import {
  LABEL_CONTEXTS,
  labelContexts,
  labelFeatures,
  MAX_PARSE_FEATURES,
  MOVE_CONTEXTS,
  moveContexts,
  moveFeatures,
} from '../parsing/features.ts';
import { WORD_KINDS } from '../parsing/parser.ts';
import { SentenceColumns } from '../parsing/sentence.ts';
import { LEFT, MOVES, RIGHT, SHIFT, State } from '../parsing/state.ts';
import { argmax, ShortcutLearner, type ShortcutOptions, unpackWeights } from '../perceptron/index.ts';
import { UPOS_OF } from '../tagging/tagset.ts';
import type { Example } from './corpus.ts';

interface Options {
  readonly moveShortcuts: ShortcutOptions;
  readonly labelShortcuts: ShortcutOptions;
}

/** Parses the examples with packed weights and packs the decisions that never vary, as sections of the model's file. */
export function parserShortcuts(
  weights: { readonly moves: Uint8Array; readonly labels: Uint8Array },
  examples: readonly Example[],
  options: Options,
): { moveShortcuts: Uint8Array; labelShortcuts: Uint8Array } {
  const [moves, labels] = [unpackWeights(weights.moves), unpackWeights(weights.labels)];
  const [moveLearner, labelLearner] = [new ShortcutLearner(MOVE_CONTEXTS), new ShortcutLearner(LABEL_CONTEXTS)];
  const [state, sentence] = [new State(), new SentenceColumns()];
  const contexts = new Int32Array(Math.max(MOVE_CONTEXTS, LABEL_CONTEXTS));
  const features = new Int32Array(MAX_PARSE_FEATURES);
  const moveScores = new Int32Array(MOVES);
  const labelScores = new Int32Array(DEPRELS.length);
  const nextMove = (): number => {
    if (!state.depth) return SHIFT;
    if (state.next > state.length) return RIGHT;
    moves.score(features, moveFeatures(sentence, state, features), moveScores);
    if (state.depth === 1) moveScores[RIGHT] = Math.min(moveScores[SHIFT], moveScores[LEFT]) - 1;
    const move = argmax(moveScores);
    moveContexts(sentence, state, contexts);
    moveLearner.note(contexts, move);
    return move;
  };
  const relation = (head: number, dependent: number): number => {
    labels.score(features, labelFeatures(sentence, state, head, dependent, features), labelScores);
    const label = argmax(labelScores);
    labelContexts(sentence, state, head, dependent, contexts);
    labelLearner.note(contexts, label);
    return label;
  };
  for (const { words, lower, fine } of examples) {
    const pos = Uint8Array.from(fine, (tag) => UPOS_OF[tag]);
    sentence.load(words, lower, fine, pos, WORD_KINDS, 0, fine.length);
    state.reset(fine.length);
    while (!state.finished) {
      const move = nextMove();
      if (move === SHIFT) state.shift();
      else state.attach(move, relation(state.headFor(move), state.top(0)));
    }
  }
  return {
    moveShortcuts: moveLearner.pack(options.moveShortcuts),
    labelShortcuts: labelLearner.pack(options.labelShortcuts),
  };
}
