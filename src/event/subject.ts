/** Who does what a clause without a subject says: the subject or object of the verb above it. */
import { POS } from '../document/ud.ts';
import { caseOf, children, type Graph, hasChild, hasDep, isVerb, lemmaOf } from './graph.ts';
import type { Slot } from './slot.ts';
import { isPassive } from './voice.ts';

export const SUBJECTS = ['nsubj', 'csubj', 'nsubj:outer'] as const;
/** The word that a verb's unsaid subject is, with the slot it fills: -1 for none. */
export function sharedSubject(graph: Graph, verb: number, depth = 0): Slot | null {
  const head = graph.tree.head[verb];
  if (head < 0 || depth > 6) return null;
  const passive = isPassive(graph, verb);
  const as = (token: number): Slot => ({ key: passive ? 'obj' : 'nsubj', token, rank: 1 });
  if (hasDep(graph, verb, 'amod')) return as(head);
  if (hasDep(graph, verb, 'acl:relcl', 'acl')) {
    const noun = head;
    if (hasDep(graph, verb, 'acl') && graph.tokens.lower[verb] !== lemmaOf(graph, verb)) return as(noun);
    // "ordered the army to withdraw", where the clause hangs on the army
    if (!hasChild(graph, verb, 'mark') || isActor(graph, noun)) return as(noun);
    const owner = ownerOf(graph, noun, depth);
    return owner < 0 ? null : as(owner);
  }
  if (!isVerb(graph, head) && !hasDep(graph, verb, 'xcomp', 'advcl', 'conj', 'ccomp')) return null;
  const controller = controllerOf(graph, verb, head);
  if (controller !== undefined) return as(controller);
  if (!hasDep(graph, verb, 'xcomp', 'advcl', 'conj', 'parataxis')) return null;
  const subject = surfaceSubject(graph, head);
  if (subject >= 0) return as(subject);
  const further = sharedSubject(graph, head, depth + 1);
  return further && as(further.token);
}
/** Verbs whose addressee does what the infinitive says, whatever the parse takes the infinitive for. */
const ADDRESSING = new Set(
  'ask urge order tell instruct invite encourage advise press pressure push call appeal request persuade force compel allow permit enable help authorize command warn send dispatch deploy lead train equip arm assist advise support prepare hire use'.split(
    ' ',
  ),
);
/** "accused the army of killing them", "prevented rebels from entering", "called on Iraq to act": the object is the subject. */
function controllerOf(graph: Graph, verb: number, head: number): number | undefined {
  const mark = caseOf(graph, verb);
  const controlled =
    hasDep(graph, verb, 'xcomp') ||
    (hasDep(graph, verb, 'advcl', 'ccomp') &&
      (/^(?:of|from|for|into)$/.test(mark) || (mark === 'to' && ADDRESSING.has(lemmaOf(graph, head)))));
  if (!controlled) return undefined;
  const below = children(graph, head);
  const object = below.find((c) => hasDep(graph, c, 'obj', 'iobj'));
  return (
    object ??
    below.find(
      (c) =>
        c < verb &&
        ADDRESSING.has(lemmaOf(graph, head)) &&
        hasDep(graph, c, 'obl') &&
        /^(?:on|upon|to)$/.test(caseOf(graph, c)),
    )
  );
}
export const isActor = (graph: Graph, noun: number): boolean =>
  graph.headed[noun] >= 0 && /^(?:person|organization|group|place)$/.test(graph.mentions[graph.headed[noun]].type);
/** "Iran's plan to attack", "announced plans to attack": who has the noun. */
function ownerOf(graph: Graph, noun: number, depth: number): number {
  const owner = children(graph, noun).find(
    (c) => hasDep(graph, c, 'nmod:poss', 'compound', 'amod') && graph.holding[c] >= 0,
  );
  if (owner !== undefined) return owner;
  const governor = graph.tree.head[noun];
  if (governor < 0 || !isVerb(graph, governor)) return -1;
  const subject = surfaceSubject(graph, governor);
  return subject >= 0 ? subject : (sharedSubject(graph, governor, depth + 1)?.token ?? -1);
}
const surfaceSubject = (graph: Graph, word: number): number =>
  children(graph, word).find((c) => hasDep(graph, c, ...SUBJECTS, 'nsubj:pass')) ?? -1;

/** "In Gao gunmen killed two": the preposition is the place's, whatever the parse says. */
const startsClause = (graph: Graph, noun: number): boolean =>
  children(graph, noun).some((c) => {
    const mention = graph.headed[c];
    if (mention < 0 || !hasDep(graph, c, 'compound')) return false;
    const { type, level, first } = graph.mentions[mention];
    return type === 'place' && level === 'name' && first > 0 && hasDep(graph, first - 1, 'case');
  });

/** A main verb for which the parse has no subject: the nearest noun before it that hangs on no preposition. */
export function nounBefore(graph: Graph, verb: number): Slot | null {
  if (!hasDep(graph, verb, 'root', 'ccomp', 'parataxis', 'conj')) return null;
  let at = verb - 1;
  while (
    at >= 0 &&
    (graph.tags.pos[at] === POS.AUX || graph.tags.pos[at] === POS.ADV || graph.tags.pos[at] === POS.PART)
  )
    at--;
  if (at < 0 || graph.tokens.sentence[at] !== graph.tokens.sentence[verb] || graph.holding[at] < 0) return null;
  let noun = graph.mentions[graph.holding[at]].head;
  for (let steps = 0; steps < 4 && caseOf(graph, noun) && !startsClause(graph, noun); steps++) {
    noun = graph.tree.head[noun];
    if (noun < 0 || noun >= verb) return null;
  }
  if (graph.headed[noun] < 0 || graph.mentions[graph.headed[noun]].type === 'date') return null;
  return { key: isPassive(graph, verb) ? 'obj' : 'nsubj', token: noun, rank: 1 };
}
