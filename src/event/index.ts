import { defineStage } from '../document/stage.ts';

export const event = defineStage({
  name: 'event',
  reads: ['tokens', 'sentences', 'tags', 'tree', 'timexes', 'mentions', 'chains', 'entities', 'relations'],
  writes: ['events'],
  prepare: () => () => ({ events: [] }),
});
