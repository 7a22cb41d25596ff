import { defineStage } from '../document/stage.ts';

export const entity = defineStage({
  name: 'entity',
  reads: ['tokens', 'sentences', 'tags', 'tree', 'timexes', 'mentions', 'chains'],
  writes: ['entities'],
  prepare:
    () =>
    ({ text, mentions, chains }) => ({
      entities: chains.map((chain) => {
        const m = mentions[chain[0]];
        return { type: m.type, name: text.slice(m.start, m.end), attributes: {} };
      }),
    }),
});
