/**
 * The slots of an event word: what stands at its subject, its object, behind each preposition. Read from the tree in
 * terms of the active voice, with what is not said again: the subject of a coordinated, infinitive or participle
 * clause, the arguments of the light verb that carries an event noun.
 */
import {
  antecedent,
  caseOf,
  children,
  conjuncts,
  type Graph,
  hasChild,
  hasDep,
  isVerb,
  leader,
  lemmaOf,
} from './graph.ts';
import { carrier, type LightVerbs } from './light.ts';
import { isActor, nounBefore, SUBJECTS, sharedSubject } from './subject.ts';
import { isPassive } from './voice.ts';

export interface Slot {
  readonly key: string;
  readonly token: number;
  /** 0: the word's own; 1: shared with a word that governs it, used where the role has no filler of its own. */
  readonly rank: 0 | 1;
}

/** Phrases behind an event noun that the parse may hang on the verb above it: "to deter attacks by militias in Iraq". */
const BEHIND = new Set(['in', 'at', 'near', 'outside', 'around', 'across', 'throughout', 'by', 'against']);
/** A noun behind a verb without a preposition, which the parse takes for an adjunct: the object, unless it is a time or there is one. */
function bareKey(graph: Graph, verb: number, noun: number): string {
  const mention = graph.headed[noun];
  if (noun < verb || mention < 0 || graph.mentions[mention].type === 'date') return 'bare';
  return hasChild(graph, verb, 'obj', 'nsubj:pass') || isPassive(graph, verb) ? 'bare' : 'obj';
}

/** "when" and "while" are adverbs to some annotators. */
const adverbOf = (graph: Graph, clause: number): string => {
  const adverb = children(graph, clause).find((c) => hasDep(graph, c, 'advmod') && /^w/.test(graph.tokens.lower[c]));
  return adverb === undefined ? 'advcl' : graph.tokens.lower[adverb];
};
/** The words right below a verb, by slot. */
function ownSlots(graph: Graph, verb: number, rank: 0 | 1): Slot[] {
  const passive = isPassive(graph, verb);
  const slots: Slot[] = [];
  const put = (key: string, token: number) => slots.push({ key, token, rank });
  for (const c of children(graph, verb)) {
    if (hasDep(graph, c, ...SUBJECTS)) put(passive ? 'obj' : 'nsubj', c);
    else if (hasDep(graph, c, 'nsubj:pass', 'csubj:pass'))
      put(!passive ? 'nsubj' : hasChild(graph, verb, 'obj') ? 'iobj' : 'obj', c);
    else if (hasDep(graph, c, 'obj')) put('obj', c);
    else if (hasDep(graph, c, 'iobj')) put('iobj', c);
    else if (hasDep(graph, c, 'obl:agent') && caseOf(graph, c) === 'by') put('nsubj', c);
    // "rebel-held territory"
    else if (hasDep(graph, c, 'compound') && graph.headed[c] >= 0) put('nsubj', c);
    else if (hasDep(graph, c, 'obl', 'obl:agent', 'obl:unmarked', 'nmod', 'nmod:unmarked', 'advmod')) {
      const preposition = caseOf(graph, c);
      put(preposition === 'by' && passive ? 'nsubj' : preposition || bareKey(graph, verb, c), c);
    } else if (hasDep(graph, c, 'ccomp', 'xcomp')) {
      put(hasDep(graph, c, 'ccomp') ? 'ccomp' : 'xcomp', c);
      // "demanded that Iraq withdraw", "alleged that rebels had looted the town": of whom it is said
      for (const s of children(graph, c)) if (hasDep(graph, s, ...SUBJECTS, 'nsubj:pass')) put('that', s);
    } else if (hasDep(graph, c, 'advcl')) put(caseOf(graph, c) || adverbOf(graph, c), c);
  }
  // "fired rockets at the base": the parse may hang "at the base" on the rockets
  for (const { key, token } of [...slots])
    if (key === 'obj')
      for (const c of children(graph, token))
        if (hasDep(graph, c, 'nmod') && caseOf(graph, c)) slots.push({ key: caseOf(graph, c), token: c, rank: 1 });
        else if (hasDep(graph, c, 'acl') && caseOf(graph, c) === 'to' && isActor(graph, token))
          slots.push({ key: 'xcomp', token: c, rank: 1 });
  return slots;
}

export function verbSlots(graph: Graph, verb: number): Slot[] {
  const slots = ownSlots(graph, verb, 0);
  const has = (key: string) => slots.some((s) => s.key === key && s.rank === 0);
  const passive = isPassive(graph, verb);
  if (!has(passive ? 'obj' : 'nsubj')) {
    const shared = sharedSubject(graph, verb) ?? nounBefore(graph, verb);
    if (shared) slots.push(shared);
  }
  // "the men that they killed": the noun is the object
  if (hasDep(graph, verb, 'acl:relcl') && !passive && !has('obj') && has('nsubj')) {
    const subject = slots.find((s) => s.key === 'nsubj');
    if (subject && antecedent(graph, subject.token) === subject.token)
      slots.push({ key: 'obj', token: graph.tree.head[verb], rank: 1 });
  }
  // a coordinated verb shares the object that follows the last: "shelled and bombed the town"
  if (!has('obj') && !passive)
    for (const c of children(graph, verb))
      if (hasDep(graph, c, 'conj') && isVerb(graph, c))
        for (const s of ownSlots(graph, c, 1)) if (s.key === 'obj') slots.push(s);
  return slots;
}

export function nounSlots(graph: Graph, noun: number, light: LightVerbs): Slot[] {
  const slots: Slot[] = [];
  for (const n of noun === leader(graph, noun) ? [noun] : [noun, leader(graph, noun)]) {
    const rank = n === noun ? 0 : 1;
    // "the army's liberation of the town", but "the hostage's liberation"
    const ofPhrase = children(graph, n).some((c) => hasDep(graph, c, 'nmod') && caseOf(graph, c) === 'of');
    for (const c of children(graph, n)) {
      if (hasDep(graph, c, 'nmod:poss')) slots.push({ key: ofPhrase ? 'owner' : 'poss', token: c, rank });
      else if (hasDep(graph, c, 'compound', 'amod', 'nmod:desc')) slots.push({ key: 'compound', token: c, rank });
      else if (hasDep(graph, c, 'nmod', 'obl', 'nmod:unmarked', 'obl:agent', 'advmod') && c > noun)
        slots.push({ key: caseOf(graph, c) || 'bare', token: c, rank });
      else if (hasDep(graph, c, 'acl') && caseOf(graph, c) === 'to') slots.push({ key: 'xcomp', token: c, rank });
      else if (hasDep(graph, c, 'acl') && lemmaOf(graph, c) === 'involve')
        for (const o of children(graph, c)) if (hasDep(graph, o, 'obj')) slots.push({ key: 'between', token: o, rank });
    }
  }
  // "air strikes and fighting in Wadi Barada"
  for (const c of conjuncts(graph, noun).slice(1))
    for (const d of children(graph, c))
      if (hasDep(graph, d, 'nmod') && caseOf(graph, d)) slots.push({ key: caseOf(graph, d), token: d, rank: 1 });
  for (const c of children(graph, noun)) if (hasDep(graph, c, 'case')) slots.push({ key: 'case', token: c, rank: 0 });
  const carried = carrier(graph, noun, light);
  if (carried) {
    slots.push({ key: 'light', token: carried.verb, rank: 1 });
    for (const s of verbSlots(graph, carried.verb)) {
      if (s.token === noun || s.token === leader(graph, noun) || s.key === 'obj') continue;
      slots.push({ ...s, key: s.key === 'nsubj' ? carried.as : s.key, rank: 1 });
    }
  } else {
    // "responded to the attack in Karrada": the parse may hang the place on the verb above
    const top = leader(graph, noun);
    const head = graph.tree.head[top];
    if (head >= 0 && isVerb(graph, head))
      for (const s of ownSlots(graph, head, 1))
        if (s.token !== top && (s.key === 'bare' || (s.token > noun && BEHIND.has(s.key)))) slots.push(s);
  }
  return slots;
}

export function adjectiveSlots(graph: Graph, adjective: number): Slot[] {
  const slots = ownSlots(graph, adjective, 0);
  if (!slots.some((s) => s.key === 'nsubj' || s.key === 'obj')) {
    const shared = sharedSubject(graph, adjective);
    if (shared) slots.push({ ...shared, key: 'nsubj' });
  }
  return slots.map((s) => (s.key === 'obj' && hasChild(graph, adjective, 'cop') ? { ...s, key: 'nsubj' } : s));
}
