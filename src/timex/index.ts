import { defineStage } from '../document/stage.ts';

export const timex = defineStage({
  name: 'timex',
  reads: ['tokens', 'sentences', 'tags'],
  writes: ['timexes'],
  prepare: () => () => ({ timexes: [] }),
});
