/** Where a sentence sets its scene: "In Dar es Salaam, President John Magufuli called for calm." */
import type { DraftMention } from '../document/layers.ts';
import type { Sentences } from '../document/tokens.ts';
import { DEP, POS } from '../document/ud.ts';
import { type Graph, label, REL, type Vocabulary } from './graph.ts';
import type { Words } from './tree.ts';

/** How far behind the place the verb may stand. */
const REACH = 25;

/** Ties a place behind a preposition that opens a sentence to the first verb that has a subject. */
export function addOpenings(
  graph: Graph,
  { tokens, tags }: Words,
  sentences: Sentences,
  mentions: readonly DraftMention[],
  vocabulary: Vocabulary,
): void {
  for (let i = 0; i < mentions.length; i++) {
    const m = mentions[i];
    if (m.type !== 'place') continue;
    const first = sentences.first[tokens.sentence[m.first]];
    const determiner = m.first > first && tags.pos[m.first - 1] === POS.DET ? 1 : 0;
    if (m.first - determiner !== first + 1 || tags.pos[first] !== POS.ADP) continue;
    const end = Math.min(sentences.last[tokens.sentence[m.first]], m.last + REACH);
    for (let v = m.last; v < end; v++) {
      if (tags.pos[v] !== POS.VERB || !hasSubject(graph, v)) continue;
      graph.add(m.head, v, label(REL.fronted, vocabulary.get(tokens.lower[first]) ?? 0));
      break;
    }
  }
}

const hasSubject = (graph: Graph, verb: number): boolean =>
  graph.has(verb, DEP.nsubj) || graph.has(verb, DEP['nsubj:pass']);
