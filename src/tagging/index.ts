import { defineStage } from '../document/stage.ts';

export const tagging = defineStage({
  name: 'tagging',
  reads: ['tokens', 'sentences'],
  writes: ['tags'],
  prepare:
    () =>
    ({ tokens }) => ({ tags: { pos: new Uint8Array(tokens.length), lemma: tokens.lower } }),
});
