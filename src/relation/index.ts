/**
 * Relations between mentions, read from the syntax by the rules of each relation type (`type/`): the library's and the
 * user's run through the same machine.
 */
import type { DraftMention, DraftRelation } from '../document/layers.ts';
import { defineStage } from '../document/stage.ts';
import { ruleConfidences, withConfidence } from '../gazetteer/confidence.ts';
import { graphOf } from './build.ts';
import { relationLists } from './lists.ts';
import { compile } from './machine.ts';
import { match } from './match.ts';
import { select } from './select.ts';
import { RELATION_TYPE_DEFINITIONS } from './type/index.ts';

/** A nominal ends with its head noun, whatever the parser made of it ("Iran-backed militias": not "backed"). */
const withHead = (m: DraftMention): DraftMention =>
  m.level === 'nominal' && m.head !== m.last - 1 ? { ...m, head: m.last - 1 } : m;

/** The chain of each mention; a mention without one is an entity of its own. */
function entities(mentions: readonly DraftMention[], chains: readonly (readonly number[])[]): Int32Array {
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
    const machine = compile([...RELATION_TYPE_DEFINITIONS, ...relationTypes], relationLists(assets));
    const confidences = ruleConfidences(assets, 'relation');
    return (given) => {
      const layers = { ...given, mentions: given.mentions.map(withHead) };
      const entityOf = entities(layers.mentions, layers.chains);
      const found = match(layers, graphOf(layers, machine.vocabulary), machine, entityOf);
      const own = select(found, layers, entityOf).map((r) => withConfidence(r, confidences));
      // what the gazetteer knows stays beside them, unless the text says it too
      const many = layers.mentions.length + layers.chains.length + 1;
      const pair = (r: DraftRelation): number => entityOf[r.from] * many + entityOf[r.to];
      const stated = new Set(own.map(pair));
      const known = given.relations.filter((r) => !stated.has(pair(r)));
      if (!known.length) return { relations: own };
      return { relations: [...own, ...known].sort((a, b) => a.start - b.start || a.end - b.end) };
    };
  },
});
