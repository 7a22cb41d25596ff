import { defineStage } from '../document/stage.ts';

export const coreference = defineStage({
  name: 'coreference',
  reads: ['tokens', 'sentences', 'tags', 'tree', 'timexes', 'mentions'],
  writes: ['chains'],
  prepare:
    () =>
    ({ mentions }) => ({ chains: mentions.map((_, i) => [i]) }),
});
