import { defineStage } from '../document/stage.ts';

export const relation = defineStage({
  name: 'relation',
  reads: ['tokens', 'sentences', 'tags', 'tree', 'mentions', 'chains', 'entities'],
  writes: ['relations'],
  prepare: () => () => ({ relations: [] }),
});
