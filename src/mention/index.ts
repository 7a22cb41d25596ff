import { defineStage } from '../document/stage.ts';

export const mention = defineStage({
  name: 'mention',
  reads: ['tokens', 'sentences', 'tags', 'tree', 'timexes'],
  writes: ['mentions'],
  prepare: () => () => ({ mentions: [] }),
});
