/**
 * Relations between mentions, read from the syntax by the rules of each relation type (`type/`): the library's and the
 * user's run through the same machine.
 */
import type { DraftMention } from '../document/layers.ts';
import { defineStage } from '../document/stage.ts';
import type { Tokens } from '../document/tokens.ts';
import { addAttachments } from './attachment.ts';
import { addArguments } from './clause.ts';
import { ruleConfidences } from './confidence.ts';
import { Graph } from './graph.ts';
import { relationLists } from './lists.ts';
import { compile } from './machine.ts';
import { match } from './match.ts';
import { addOpenings } from './opening.ts';
import { select } from './select.ts';
import { addSurface } from './surface.ts';
import { addBearers, addTitles } from './title.ts';
import { addCopulas, addTree } from './tree.ts';
import { RELATION_TYPE_DEFINITIONS } from './type/index.ts';

/** Where each word is at home: inside a name in the name's head, unless it heads a name of its own. */
function homes(tokens: Tokens, mentions: readonly DraftMention[]): Int32Array {
  const home = Int32Array.from({ length: tokens.length }, (_, i) => i);
  for (const m of mentions) if (m.level === 'name') home.fill(m.head, m.first, m.last);
  for (const m of mentions) home[m.head] = m.head;
  return home;
}

function entities(mentions: readonly DraftMention[], chains: readonly (readonly number[])[]): Int32Array {
  // a mention without a chain is an entity of its own
  const entityOf = Int32Array.from(mentions, (_, m) => -1 - m);
  chains.forEach((chain, c) => {
    for (const m of chain) entityOf[m] = c;
  });
  return entityOf;
}

export const relation = defineStage({
  name: 'relation',
  reads: ['tokens', 'sentences', 'tags', 'tree', 'mentions', 'chains', 'entities'],
  writes: ['relations'],
  prepare: ({ assets, relationTypes }) => {
    const machine = compile([...RELATION_TYPE_DEFINITIONS, ...relationTypes], relationLists(assets));
    const confidences = ruleConfidences(assets);
    return (layers) => {
      const { text, tokens, sentences, tags, tree, mentions, chains } = layers;
      const graph = new Graph(tokens.length);
      const words = { tokens, tags, tree, home: homes(tokens, mentions) };
      addSurface(graph, { text, tokens, tags, mentions }, machine.vocabulary);
      addTitles(graph, tokens, tags, mentions);
      addTree(graph, words, machine.vocabulary);
      addBearers(graph, mentions);
      addArguments(graph, words, machine.vocabulary);
      const dates = new Set(mentions.flatMap((m) => (m.type === 'date' ? [m.head] : [])));
      addAttachments(graph, dates, machine.vocabulary);
      addOpenings(graph, words, sentences, mentions, machine.vocabulary);
      addCopulas(graph, words, machine.vocabulary);
      const entityOf = entities(mentions, chains);
      return { relations: select(match(layers, graph, machine, entityOf), layers, entityOf, confidences) };
    };
  },
});
