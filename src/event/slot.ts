/**
 * The slots of an event word: what stands at its subject, its object, behind each preposition. Read from the tree in
 * terms of the active voice, with what is not said again: the subject of a coordinated, infinitive or participle
 * clause, the arguments of the light verb that carries an event noun.
 */
import { POS } from '../document/ud.ts';
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

export interface Slot {
  readonly key: string;
  readonly token: number;
  /** 0: the word's own; 1: shared with a word that governs it, used where the role has no filler of its own. */
  readonly rank: 0 | 1;
}
/** Verbs that carry an event noun, with the slot that their subject fills in its event. */
export type LightVerbs = ReadonlyMap<string, 'nsubj' | 'undergo'>;

/** "Opposition parties called for talks." misread as a noun with a participle: a sentence that ends is a clause, so the noun is its subject. */
function isMisreadClause(graph: Graph, verb: number): boolean {
  const head = graph.tree.head[verb];
  if (!hasDep(graph, verb, 'acl') || head < 0 || !hasDep(graph, head, 'root')) return false;
  const last = graph.sentences.last[graph.tokens.sentence[verb]] - 1;
  return verb === head + 1 && graph.tokens.form[last] === '.';
}

export function isPassive(graph: Graph, verb: number, depth = 0): boolean {
  if (hasChild(graph, verb, 'aux:pass', 'nsubj:pass', 'obl:agent')) return true;
  const form = graph.tokens.lower[verb];
  if (form.endsWith('ing') || hasChild(graph, verb, 'nsubj', 'aux', 'mark')) return false;
  if (isMisreadClause(graph, verb)) return false;
  if (hasDep(graph, verb, 'acl', 'amod')) return true;
  if (hasDep(graph, verb, 'xcomp', 'advcl')) return form !== lemmaOf(graph, verb) && !hasChild(graph, verb, 'obj');
  const head = graph.tree.head[verb];
  return (
    depth < 20 &&
    hasDep(graph, verb, 'conj') &&
    head >= 0 &&
    isVerb(graph, head) &&
    !hasChild(graph, verb, 'obj') &&
    isPassive(graph, head, depth + 1)
  );
}

const PLACES = new Set(['in', 'at', 'near', 'outside', 'around', 'across', 'throughout']);
const SUBJECTS = ['nsubj', 'csubj', 'nsubj:outer'] as const;
/** The words right below a verb, by slot. */
function ownSlots(graph: Graph, verb: number, rank: 0 | 1): Slot[] {
  const passive = isPassive(graph, verb);
  const slots: Slot[] = [];
  const put = (key: string, token: number) => slots.push({ key, token, rank });
  for (const c of children(graph, verb)) {
    if (hasDep(graph, c, ...SUBJECTS)) put(passive ? 'obj' : 'nsubj', c);
    else if (hasDep(graph, c, 'nsubj:pass', 'csubj:pass')) put(hasChild(graph, verb, 'obj') ? 'iobj' : 'obj', c);
    else if (hasDep(graph, c, 'obj')) put('obj', c);
    else if (hasDep(graph, c, 'iobj')) put('iobj', c);
    else if (hasDep(graph, c, 'obl:agent')) put('nsubj', c);
    else if (hasDep(graph, c, 'obl', 'obl:unmarked', 'nmod', 'nmod:unmarked', 'advmod')) {
      const preposition = caseOf(graph, c);
      put(preposition === 'by' && passive ? 'nsubj' : preposition || 'bare', c);
    } else if (hasDep(graph, c, 'ccomp', 'xcomp')) put(hasDep(graph, c, 'ccomp') ? 'ccomp' : 'xcomp', c);
    else if (hasDep(graph, c, 'advcl')) put(caseOf(graph, c) || 'advcl', c);
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

/** The word that a verb's unsaid subject is, with the slot it fills: -1 for none. */
function sharedSubject(graph: Graph, verb: number, depth = 0): Slot | null {
  const head = graph.tree.head[verb];
  if (head < 0 || depth > 6) return null;
  const passive = isPassive(graph, verb);
  const as = (token: number): Slot => ({ key: passive ? 'obj' : 'nsubj', token, rank: 1 });
  if (hasDep(graph, verb, 'acl:relcl', 'acl')) {
    const noun = head;
    if (hasDep(graph, verb, 'acl') && graph.tokens.lower[verb] !== lemmaOf(graph, verb)) return as(noun);
    // "ordered the army to withdraw", where the clause hangs on the army
    if (!hasChild(graph, verb, 'mark') || isActor(graph, noun)) return as(noun);
    const owner = ownerOf(graph, noun, depth);
    return owner < 0 ? null : as(owner);
  }
  if (!isVerb(graph, head) && !hasDep(graph, verb, 'xcomp', 'advcl', 'conj', 'ccomp')) return null;
  if (hasDep(graph, verb, 'xcomp', 'ccomp')) {
    const object = children(graph, head).find((c) => hasDep(graph, c, 'obj', 'iobj'));
    if (object !== undefined && hasDep(graph, verb, 'xcomp')) return as(object);
  }
  if (!hasDep(graph, verb, 'xcomp', 'advcl', 'conj', 'parataxis')) return null;
  const subject = surfaceSubject(graph, head);
  if (subject >= 0) return as(subject);
  const further = sharedSubject(graph, head, depth + 1);
  return further && as(further.token);
}
const isActor = (graph: Graph, noun: number): boolean =>
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

export function verbSlots(graph: Graph, verb: number): Slot[] {
  const slots = ownSlots(graph, verb, 0);
  const has = (key: string) => slots.some((s) => s.key === key && s.rank === 0);
  const passive = isPassive(graph, verb);
  if (!has(passive ? 'obj' : 'nsubj')) {
    const shared = sharedSubject(graph, verb);
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

/** The light verb that carries a noun ("carried out an attack", "attacks carried out by rebels"), -1 for none. */
function carrier(graph: Graph, noun: number, light: LightVerbs): { verb: number; as: 'nsubj' | 'undergo' } | null {
  const top = leader(graph, noun);
  const clause = children(graph, noun).find((c) => hasDep(graph, c, 'acl', 'acl:relcl') && isVerb(graph, c));
  const head = graph.tree.head[top];
  for (const verb of [clause ?? -1, head]) {
    if (verb < 0 || !(isVerb(graph, verb) || graph.tags.pos[verb] === POS.ADJ)) continue;
    const preposition = verb === head && !hasDep(graph, top, 'obj', 'nsubj:pass', 'nsubj') ? caseOf(graph, top) : '';
    const particle = children(graph, verb).find((c) => hasDep(graph, c, 'compound:prt'));
    const words = [lemmaOf(graph, verb), ...(particle === undefined ? [] : [graph.tokens.lower[particle]])];
    const as = light.get([...words, ...(preposition ? [preposition] : [])].join(' '));
    if (!as) continue;
    const subject = hasDep(graph, top, 'nsubj') && verb === head;
    if (!subject) return { verb, as };
  }
  return null;
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
        if (s.token !== top && (s.key === 'bare' || (s.token > noun && PLACES.has(s.key)))) slots.push(s);
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
