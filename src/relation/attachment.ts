/**
 * Prepositional phrases hang where the parser thought best; where two readings are near each other rules may take
 * either: "attacked the town with mortars" (the verb's or the town's), "use of gas by the army" (the use's or the gas's).
 */
import type { DraftMention } from '../document/layers.ts';
import { DEP } from '../document/ud.ts';
import { type Graph, label, REL, relationOf, type Vocabulary, wordOf } from './graph.ts';

/**
 * Adds to each phrase behind an object the verb's reading, to each behind the verb the object's, and to each in a chain
 * the first noun's, to each behind a date the verb's ("held talks on Friday with Lavrov"). A phrase in front of its verb ("In Moscow, activists besieged …") is told apart: it holds for the subject.
 */
export function addAttachments(graph: Graph, mentions: readonly DraftMention[], vocabulary: Vocabulary): void {
  let dates: Set<number> | undefined;
  for (let i = 0; i < mentions.length; i++)
    if (mentions[i].type === 'date') (dates ??= new Set()).add(mentions[i].head);
  const of = vocabulary.get('of') ?? 0;
  const edges = graph.size;
  for (let e = 0; e < edges; e++) {
    const l = graph.label[e];
    const phrase = graph.dependent[e];
    const host = graph.governor[e];
    const word = wordOf(l);
    if (!word || word === of) continue;
    if (phrase < host) {
      if (relationOf(l) === DEP.obl) graph.add(phrase, host, label(REL.fronted, word));
      continue;
    }
    if (relationOf(l) === DEP.nmod) {
      for (let up = graph.up[host]; up >= 0; up = graph.nextUp[up])
        addOuter(graph, up, phrase, label(DEP.nmod, word), of, dates?.has(host) === true);
    } else if (relationOf(l) === DEP.obl) {
      const object = graph.dependentBefore(host, DEP.obj, phrase);
      if (object >= 0) graph.add(phrase, object, label(DEP.nmod, word));
    }
  }
}

function addOuter(graph: Graph, up: number, phrase: number, nmod: number, of: number, isDate: boolean): void {
  const governor = graph.governor[up];
  if (governor >= phrase) return;
  const relation = relationOf(graph.label[up]);
  if (relation === DEP.obj || (relation === DEP.obl && isDate))
    graph.add(phrase, governor, label(DEP.obl, wordOf(nmod)));
  else if (graph.label[up] === label(DEP.nmod, of)) graph.add(phrase, governor, nmod);
}
