/** Who says so: the speaker of the clause ("Ryder said that …", "…, officials said") or "according to X". */
import { POS } from '../document/ud.ts';
import type { Context } from './context.ts';
import { caseOf, children, type Graph, hasChild, hasDep, isVerb, lemmaOf, mentionsAt } from './graph.ts';

const SPEAKER = new Set(['person', 'organization', 'group', 'place']);
const speakers = (graph: Graph, token: number): number[] =>
  mentionsAt(graph, token).filter((m) => SPEAKER.has(graph.mentions[m].type));
const subjectOf = (graph: Graph, verb: number): number =>
  children(graph, verb).find((c) => hasDep(graph, c, 'nsubj')) ??
  children(graph, verb).find((c) => hasDep(graph, c, 'nsubj:outer')) ??
  -1;

/** What a verb of saying says: its complement, or a clause before it with a subject of its own ("Drones struck the base, the army said"). */
const isSaid = (graph: Graph, clause: number): boolean =>
  hasDep(graph, clause, 'ccomp', 'parataxis') ||
  (hasDep(graph, clause, 'advcl') &&
    clause < graph.tree.head[clause] &&
    caseOf(graph, clause) === '' &&
    hasChild(graph, clause, 'nsubj', 'nsubj:pass'));
/** "…, the minister said": the verb of saying beside a clause; -1 for none. */
function sayingBeside(graph: Graph, clause: number, { saying }: Context): number {
  const says = (verb: number) => verb >= 0 && isVerb(graph, verb) && saying.has(lemmaOf(graph, verb));
  const above = graph.tree.head[clause];
  if (isSaid(graph, clause) && says(above)) return above;
  // the parse of "…, the minister said" wavers; without a subordinator of its own the verb of saying governs in sense
  const beside = children(graph, clause).find(
    (c) => hasDep(graph, c, 'parataxis', 'advcl', 'conj', 'dep') && says(c) && /^(?:as)?$/.test(caseOf(graph, c)),
  );
  return beside ?? -1;
}

function accordingTo(graph: Graph, clause: number): number[] {
  for (const c of children(graph, clause))
    if (hasDep(graph, c, 'obl', 'nmod', 'advmod', 'parataxis', 'advcl') && caseOf(graph, c).startsWith('accord'))
      return speakers(graph, c);
  return [];
}

/** The mentions that an event's clause is attributed to. `own` are its arguments: nobody is the source of his own act. */
export function sourcesOf(graph: Graph, token: number, context: Context, own: readonly number[]): number[] {
  const isOther = (m: number): boolean =>
    !own.some((o) => o === m || (graph.chain[o] >= 0 && graph.chain[o] === graph.chain[m]));
  for (let at = token, steps = 0; at >= 0 && steps < 12; at = graph.tree.head[at], steps++) {
    const saying = sayingBeside(graph, at, context);
    const subject = saying < 0 ? -1 : subjectOf(graph, saying);
    const found = [...accordingTo(graph, at), ...(subject < 0 ? [] : speakers(graph, subject))];
    const others = found.filter(isOther);
    if (others.length) return others;
  }
  return tagged(graph, token, context).filter(isOther);
}

const BREAK = /^(?:[,"”’']+|''|--|—)$/;
/** The mention that ends before a word, or begins at it, articles aside; -1 for none. */
function beside(graph: Graph, from: number, step: 1 | -1): number {
  let t = from;
  if (step > 0 && t < graph.tokens.length && graph.tags.pos[t] === POS.DET) t++;
  const mention = t >= 0 && t < graph.tokens.length ? graph.holding[t] : -1;
  if (mention < 0) return -1;
  const m = graph.mentions[graph.headed[graph.mentions[mention].head]];
  return (step > 0 ? m.first === t : m.last === t + 1) ? graph.headed[m.head] : -1;
}
/** "…, aid agencies estimate." and "…," said the general: set off at the end of a sentence, whatever the parse makes of it. */
function tagged(graph: Graph, token: number, { saying }: Context): number[] {
  const { tokens, tags, sentences } = graph;
  const end = sentences.last[tokens.sentence[token]];
  for (let v = end - 1; v > token && v > end - 12; v--) {
    const pos = tags.pos[v];
    if ((pos !== POS.VERB && pos !== POS.NOUN) || !saying.has(lemmaOf(graph, v))) continue;
    const last = v + 1 >= end || /^[.,;"”]/.test(tokens.form[v + 1]);
    const before = last ? beside(graph, v - 1, -1) : -1;
    if (before >= 0) {
      let t = graph.mentions[before].first - 1;
      if (t > token && tags.pos[t] === POS.DET) t--;
      if (t > token && BREAK.test(tokens.form[t])) return speakers(graph, graph.mentions[before].head);
    }
    const after = BREAK.test(tokens.form[v - 1]) ? beside(graph, v + 1, 1) : -1;
    if (after >= 0) return speakers(graph, graph.mentions[after].head);
  }
  return [];
}
