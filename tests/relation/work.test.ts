/** Odd texts cost no more than others: the graph has a bounded number of edges a word. */
import { afterEach, expect, test, vi } from 'vitest';
import { packageAssets } from '../../src/assets.ts';
import { emptyLayers } from '../../src/document/layers.ts';
import { defaultSettings } from '../../src/document/settings.ts';
import { parsing } from '../../src/parsing/index.ts';
import { Graph } from '../../src/relation/graph.ts';
import { relation } from '../../src/relation/index.ts';
import { tagging } from '../../src/tagging/index.ts';
import { tokenization } from '../../src/tokenization/index.ts';
import { entitiesOf, mentionsOf, readBrackets } from './brackets.ts';

const settings = defaultSettings(packageAssets);
afterEach(() => vi.restoreAllMocks());

test.each([
  ['President [person John Smith] '],
  ['[place/country Iraq] ('],
  ['[place/country Iraq] and '],
  ['[group troops] in [place/country Iraq] who killed '],
])('%s, five hundred times', (piece) => {
  const { text, marks } = readBrackets(piece.repeat(500));
  let layers = emptyLayers(text, null, null);
  for (const stage of [tokenization, tagging, parsing]) layers = { ...layers, ...stage.prepare(settings)(layers) };
  const mentions = mentionsOf(text, marks, layers.tokens, layers.tree);
  const chains = mentions.map((_, i) => [i]);
  const add = vi.spyOn(Graph.prototype, 'add');
  relation.prepare(settings)({ ...layers, mentions, chains, entities: entitiesOf(mentions) });
  expect(add.mock.calls.length).toBeLessThan(20 * layers.tokens.length);
});
