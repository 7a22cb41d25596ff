import { defineStage } from '../document/stage.ts';

export const parsing = defineStage({
  name: 'parsing',
  reads: ['tokens', 'sentences', 'tags'],
  writes: ['tree'],
  prepare:
    () =>
    ({ tokens }) => ({ tree: { head: new Int32Array(tokens.length).fill(-1), dep: new Uint8Array(tokens.length) } }),
});
