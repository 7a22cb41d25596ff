/** Universal Dependencies part of speech and base form of each word. */
import { resource } from '../document/assets.ts';
import { defineStage } from '../document/stage.ts';
import { clustersOf, wordColumnsOf } from '../perceptron/index.ts';
import { lemmatizerOf } from './lemma.ts';
import { TAGGER_FILE, unpackTagger } from './tagger.ts';
import { UPOS_OF } from './tagset.ts';

export const tagging = defineStage({
  name: 'tagging',
  reads: ['tokens', 'sentences'],
  writes: ['tags'],
  prepare: ({ assets }) => {
    const tagger = resource(assets, TAGGER_FILE, unpackTagger);
    const clusters = clustersOf(assets);
    const lemmatizer = lemmatizerOf(assets, clusters);
    return ({ tokens, sentences }) => {
      const words = wordColumnsOf(tokens, clusters);
      const fine = new Uint8Array(tokens.length);
      tagger.warm(tokens.length);
      for (let s = 0; s < sentences.length; s++) tagger.tagSentence(words, sentences.first[s], sentences.last[s], fine);
      const pos = new Uint8Array(tokens.length);
      for (let i = 0; i < pos.length; i++) pos[i] = UPOS_OF[fine[i]];
      const lemma: string[] = [];
      for (let i = 0; i < pos.length; i++) lemma.push(lemmatizer.lemma(tokens.lower[i], fine[i], words.lower[i]));
      return { tags: { pos, fine, lemma } };
    };
  },
});
