/** A dependency tree for each sentence: projective, one root, every word attached. */
import { resource } from '../document/assets.ts';
import { defineStage } from '../document/stage.ts';
import { clustersOf, wordColumnsOf } from '../perceptron/index.ts';
import { PARSER_FILE, unpackParser } from './parser.ts';

export const parsing = defineStage({
  name: 'parsing',
  reads: ['tokens', 'sentences', 'tags'],
  writes: ['tree'],
  prepare: ({ assets }) => {
    const parser = resource(assets, PARSER_FILE, unpackParser);
    const clusters = clustersOf(assets);
    return ({ tokens, sentences, tags }) => {
      const { pos, fine = pos } = tags;
      const text = { words: wordColumnsOf(tokens, clusters), lower: tokens.lower, fine, pos };
      const head = new Int32Array(tokens.length);
      const dep = new Uint8Array(tokens.length);
      parser.warm(tokens.length);
      for (let s = 0; s < sentences.length; s++)
        parser.parseSentence(text, sentences.first[s], sentences.last[s], head, dep);
      return { tree: { head, dep } };
    };
  },
});
