import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unpackParser } from '../../src/parsing/parser.ts';
import { LEFT, MOVES, RIGHT, SHIFT, State } from '../../src/parsing/state.ts';
import { Clusters } from '../../src/perceptron/index.ts';
import { unpackTagger } from '../../src/tagging/tagger.ts';
import { exampleOf, titleCase } from '../../src/training/corpus.ts';
import { costs, goldTree, isProjective } from '../../src/training/oracle.ts';
import { PARSER_OPTIONS, packParser, parsingAccuracy, trainParser } from '../../src/training/parser.ts';
import { parseConllu } from '../../src/training/readConllu.ts';
import { TAGGER_OPTIONS, taggingAccuracy, trainTagger } from '../../src/training/tagger.ts';

const sentences = parseConllu(readFileSync(new URL('toy.conllu', import.meta.url), 'utf8'));
const clusters = new Clusters([], [], [], [0]);
const examples = sentences.map((sentence) => exampleOf(sentence, clusters));

describe('reading CoNLL-U', () => {
  it('finds the characters of each word, inside of contractions too', () => {
    const forms = sentences.map(({ text, words }) => words.map(({ start, end }) => text.slice(start, end)).join(' '));
    expect(forms[0]).toBe('Dogs chase the cat .');
    expect(forms[1]).toBe("The cat ca n't see dogs .");
    // a respelt word gets a share of what is written
    expect(sentences[3].words.every(({ start, end }) => end > start)).toBe(true);
    expect(sentences[3].text.slice(sentences[3].words[4].start, sentences[3].words[4].end)).toBe('cats');
  });
});

describe('training', () => {
  const tagger = { ...TAGGER_OPTIONS, bits: 14, minUpdates: 1, unit: 0.1, least: 0 };
  const parser = { ...PARSER_OPTIONS, moveBits: 14, labelBits: 12, minUpdates: 1, leastRange: 0, least: 0, runs: 2 };

  it('of the tagger fits a small corpus, and gives the same bytes twice', () => {
    const bytes = trainTagger(examples, tagger);
    expect(taggingAccuracy(unpackTagger(bytes), examples)).toBe(100);
    expect(trainTagger(examples, tagger)).toEqual(bytes);
  });

  it('of the parser fits a small corpus, and gives the same bytes twice', () => {
    const bytes = packParser(trainParser(examples, parser), examples, parser);
    expect(parsingAccuracy(unpackParser(bytes), examples)).toEqual({ uas: 100, las: 100 });
    expect(packParser(trainParser(examples, parser), examples, parser)).toEqual(bytes);
  });

  it('recases as headlines do', () => {
    expect(titleCase("the rebels don't leave Homs for the north")).toBe("the Rebels Don't Leave Homs for the North");
  });
});

/** Heads of a random projective tree over words 1 to n: each span has a head, what is left and right of it hangs on it. */
const tree = (n: number, pick: () => number): Int32Array => {
  const head = new Int32Array(n);
  const hang = (first: number, last: number, on: number): void => {
    if (first >= last) return;
    const root = first + (pick() % (last - first));
    head[root] = on;
    for (let a = first; a < root; ) {
      const b = a + 1 + (pick() % (root - a));
      hang(a, b, root);
      a = b;
    }
    for (let a = root + 1; a < last; ) {
      const b = a + 1 + (pick() % (last - a));
      hang(a, b, root);
      a = b;
    }
  };
  hang(0, n, -1);
  return head;
};

describe('the dynamic oracle', () => {
  it('says exactly how many arcs a move costs, whatever moves came before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.infiniteStream(fc.nat()), (n, stream) => {
        const pick = () => stream.next().value as number;
        const gold = goldTree(tree(n, pick), new Uint8Array(n));
        expect(isProjective(gold)).toBe(true);
        const state = new State();
        state.reset(n);
        const onStack = new Uint8Array(n + 2);
        const cost = new Float64Array(MOVES);
        let lost = 0;
        while (!state.finished) {
          costs(state, gold, onStack, cost);
          const allowed = [SHIFT, LEFT, RIGHT].filter((move) => state.allows(move));
          expect(Math.min(...cost)).toBe(0);
          const move = allowed[pick() % allowed.length];
          lost += cost[move];
          if (move === SHIFT) {
            onStack[state.next] = 1;
            state.shift();
          } else {
            onStack[state.top(0)] = 0;
            state.attach(move, 1);
          }
        }
        let wrong = 0;
        for (let k = 1; k <= n; k++) if (state.head[k] !== gold.head[k]) wrong++;
        expect(wrong).toBe(lost);
      }),
      { numRuns: 500 },
    );
  });
});
