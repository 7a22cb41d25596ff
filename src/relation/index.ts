/**
 * Relations between mentions, read from the syntax by the rules of each relation type (`type/`): the library's and the
 * user's run through the same machine.
 */
import { Columns } from '../document/columns.ts';
import type { DraftMention, DraftRelation } from '../document/layers.ts';
import { defineStage } from '../document/stage.ts';
import { changed } from '../document/uniform.ts';
import { ruleConfidences } from '../gazetteer/confidence.ts';
import { clustersOf, WordNumbers } from '../perceptron/index.ts';
import { graphOf } from './build.ts';
import { Graph } from './graph.ts';
import { relationLists } from './lists.ts';
import { compile } from './machine.ts';
import { Walk } from './match.ts';
import { select } from './select.ts';
import { RELATION_TYPE_DEFINITIONS } from './type/index.ts';

/** A nominal ends with its head noun, whatever the parser made of it ("Iran-backed militias": not "backed"). */
function withHead(m: DraftMention): DraftMention {
  return m.level === 'nominal' && m.head !== m.last - 1 ? changed(m, { head: m.last - 1 }) : m;
}

/** The chain of each mention; a mention without one is an entity of its own. */
function entitiesOf(many: number, chains: readonly (readonly number[])[], columns: Columns): Int32Array {
  const entityOf = columns.of(many, 0);
  for (let m = 0; m < many; m++) entityOf[m] = -1 - m;
  for (let c = 0; c < chains.length; c++) for (let i = 0; i < chains[c].length; i++) entityOf[chains[c][i]] = c;
  return entityOf;
}

/** The relations of which the text says nothing itself. */
function unstated(
  relations: readonly DraftRelation[],
  own: readonly DraftRelation[],
  entityOf: Int32Array,
  many: number,
): readonly DraftRelation[] {
  if (!relations.length) return relations;
  const pair = (r: DraftRelation): number => entityOf[r.from] * many + entityOf[r.to];
  const stated = new Set(own.map(pair));
  return relations.filter((r) => !stated.has(pair(r)));
}

export const relation = defineStage({
  name: 'relation',
  reads: ['tokens', 'sentences', 'tags', 'tree', 'mentions', 'chains', 'entities', 'relations'],
  writes: ['relations'],
  prepare: ({ assets, relationTypes }) => {
    const definitions = [...RELATION_TYPE_DEFINITIONS, ...relationTypes];
    const machine = compile(definitions, relationLists(assets), ruleConfidences(assets, 'relation'));
    const clusters = clustersOf(assets);
    const numbers = new WordNumbers([...machine.vocabulary.keys()], clusters);
    const columns = new Columns();
    const graph = new Graph();
    const walk = new Walk(machine, clusters);
    return (given) => {
      const { text, tokens, sentences, tags, tree, chains, entities } = given;
      columns.reset();
      const mentions = given.mentions.map(withHead);
      const layers = { text, tokens, sentences, tags, tree, mentions, chains, entities };
      const entityOf = entitiesOf(mentions.length, chains, columns);
      numbers.open(tokens, tags);
      const read = graphOf(layers, machine.vocabulary, numbers, graph, columns);
      const found = walk.over(layers, read, entityOf, columns);
      const own = select(found, mentions, entityOf);
      // what the gazetteer knows stays beside them, unless the text says it too
      const inGazetteer = unstated(given.relations, own, entityOf, mentions.length + chains.length + 1);
      if (!inGazetteer.length) return { relations: own };
      return { relations: [...own, ...inGazetteer].sort((a, b) => a.start - b.start || a.end - b.end) };
    };
  },
});
