/**
 * Relations between mentions, read from the syntax by the rules of each relation type (`type/`): the library's and the
 * user's run through the same machine.
 */
import type { DraftMention, DraftRelation } from '../document/layers.ts';
import { defineStage } from '../document/stage.ts';
import { changed } from '../document/uniform.ts';
import { ruleConfidences } from '../gazetteer/confidence.ts';
import { graphOf } from './build.ts';
import { Graph } from './graph.ts';
import { relationLists } from './lists.ts';
import { compile } from './machine.ts';
import { match } from './match.ts';
import { select } from './select.ts';
import { RELATION_TYPE_DEFINITIONS } from './type/index.ts';

/** A nominal ends with its head noun, whatever the parser made of it ("Iran-backed militias": not "backed"). */
const withHead = (m: DraftMention): DraftMention =>
  m.level === 'nominal' && m.head !== m.last - 1 ? changed(m, { head: m.last - 1 }) : m;

/** The chain of each mention; a mention without one is an entity of its own. */
function entitiesOf(mentions: readonly DraftMention[], chains: readonly (readonly number[])[]): Int32Array {
  const entityOf = new Int32Array(mentions.length);
  for (let m = 0; m < entityOf.length; m++) entityOf[m] = -1 - m;
  for (let c = 0; c < chains.length; c++) for (const m of chains[c]) entityOf[m] = c;
  return entityOf;
}

export const relation = defineStage({
  name: 'relation',
  reads: ['tokens', 'sentences', 'tags', 'tree', 'mentions', 'chains', 'entities', 'relations'],
  writes: ['relations'],
  prepare: ({ assets, relationTypes }) => {
    const definitions = [...RELATION_TYPE_DEFINITIONS, ...relationTypes];
    const machine = compile(definitions, relationLists(assets));
    const types = new Map(definitions.map(({ type }, i) => [type, i] as const));
    const confidences = ruleConfidences(assets, 'relation');
    const graph = new Graph();
    return (given) => {
      const { text, tokens, sentences, tags, tree, chains, entities } = given;
      const mentions = given.mentions.map(withHead);
      const layers = { text, tokens, sentences, tags, tree, mentions, chains, entities };
      const entityOf = entitiesOf(layers.mentions, layers.chains);
      const found = match(layers, graphOf(layers, machine.vocabulary, graph), machine, entityOf);
      const own = select(found, layers, entityOf, types, confidences);
      // what the gazetteer knows stays beside them, unless the text says it too
      const many = layers.mentions.length + layers.chains.length + 1;
      const pair = (r: DraftRelation): number => entityOf[r.from] * many + entityOf[r.to];
      const stated = new Set(own.map(pair));
      const inGazetteer = given.relations.filter((r) => !stated.has(pair(r)));
      if (!inGazetteer.length) return { relations: own };
      return { relations: [...own, ...inGazetteer].sort((a, b) => a.start - b.start || a.end - b.end) };
    };
  },
});
