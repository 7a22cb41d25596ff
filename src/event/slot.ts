/**
 * The slots of an event word: what stands at its subject, its object, behind each preposition. Read from the tree in
 * terms of the active voice, with what is not said again: the subject of a coordinated, infinitive or participle
 * clause, the arguments of the light verb that carries an event noun.
 */
import { DEP, POS } from '../document/ud.ts';
import { addAstray, addBehindObject, addPassiveAgent, isHiddenSubject } from './astray.ts';
import { ACTIVE_SUBJECT, COPULA, depSet, inDeps, OBJECT, OWNER, SURFACE_SUBJECT, UNDERGOER } from './deps.ts';
import { caseOf, conjuncts, type Graph, hasChild, hasDep, isCoordinated, isVerb, leader, lemmaOf } from './graph.ts';
import { carrier, type LightVerbs } from './light.ts';
import { antecedent } from './standing.ts';
import { nounBefore, sharedSubject } from './subject.ts';
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
  return hasChild(graph, verb, UNDERGOER) || isPassive(graph, verb) ? 'bare' : 'obj';
}

/** "when" and "while" are adverbs to some annotators. */
function adverbOf({ first, next, tree, tokens }: Graph, clause: number): string {
  for (let c = first[clause]; c >= 0; c = next[c])
    if (tree.dep[c] === DEP.advmod && tokens.lower[c].startsWith('w')) return tokens.lower[c];
  return 'advcl';
}
const ADJUNCTS = depSet('obl', 'obl:agent', 'obl:unmarked', 'nmod', 'nmod:unmarked', 'advmod');
/** The words right below a verb, by slot. */
function ownSlots(graph: Graph, verb: number, rank: 0 | 1): Slot[] {
  const passive = isPassive(graph, verb);
  const slots: Slot[] = [];
  for (let c = graph.first[verb]; c >= 0; c = graph.next[c]) {
    const key = ownKey(graph, verb, c, passive);
    if (!key) continue;
    slots.push({ key, token: c, rank });
    // "demanded that Iraq withdraw", "alleged that rebels had looted the town": of whom it is said
    if (hasDep(graph, c, COMPLEMENT) && hasChild(graph, c, SURFACE_SUBJECT))
      for (let s = graph.first[c]; s >= 0; s = graph.next[s])
        if (hasDep(graph, s, SURFACE_SUBJECT)) slots.push({ key: 'that', token: s, rank });
  }
  for (let i = 0, own = slots.length; i < own; i++)
    if (slots[i].key === 'obj') addBehindObject(graph, slots[i].token, slots);
  if (passive && !ownSlot(slots, 'nsubj')) addPassiveAgent(graph, verb, slots);
  return slots;
}
/** The slot of a word right below a verb, '' for none. */
function ownKey(graph: Graph, verb: number, token: number, passive: boolean): string {
  const dep = graph.tree.dep[token];
  switch (dep) {
    case DEP.nsubj:
    case DEP.csubj:
    case DEP['nsubj:outer']:
      return passive ? 'obj' : 'nsubj';
    case DEP['nsubj:pass']:
    case DEP['csubj:pass']:
      return !passive ? 'nsubj' : hasChild(graph, verb, OBJECT) ? 'iobj' : 'obj';
    case DEP.obj:
      return 'obj';
    case DEP.iobj:
      return 'iobj';
    case DEP.ccomp:
      return 'ccomp';
    case DEP.xcomp:
      return 'xcomp';
    case DEP.advcl:
      return caseOf(graph, token) || adverbOf(graph, token);
    // "rebel-held territory"
    case DEP.compound:
      return graph.headed[token] >= 0 ? 'nsubj' : '';
  }
  if (!inDeps(ADJUNCTS, dep)) return '';
  if (isHiddenSubject(graph, verb, token)) return passive ? 'obj' : 'nsubj';
  const preposition = caseOf(graph, token);
  if (preposition === 'by' && (passive || dep === DEP['obl:agent'])) return 'nsubj';
  return preposition || bareKey(graph, verb, token);
}

const BEFORE_NOUN = new Set<number>([POS.DET, POS.NUM, POS.ADJ, POS.ADV]);
/** The mention that follows a word, with nothing but a preposition and its own determiners between: -1 for none. */
function mentionBehind(graph: Graph, from: number): number {
  const { tokens, tags, holding, mentions } = graph;
  for (let t = from; t < Math.min(from + 4, tokens.length) && tokens.sentence[t] === tokens.sentence[from - 1]; t++) {
    const mention = holding[t] < 0 ? -1 : graph.starting[t];
    if (mention >= 0 && mentions[mention].type !== 'quantity') return isInside(graph, mention) ? -1 : mention;
    if (!BEFORE_NOUN.has(tags.pos[t])) return -1;
  }
  return -1;
}
/** "the army's base", "Iran-backed fighters": a mention that only says whose the noun behind it is. */
const isInside = (graph: Graph, mention: number): boolean =>
  hasDep(graph, graph.mentions[mention].head, OWNER) || graph.tokens.form[graph.mentions[mention].last] === '-';
/** "attacks on the base", "fired at the crowd", wherever the parse hangs the phrase: what follows the word at once. */
function addAdjacent(graph: Graph, token: number, slots: Slot[]): void {
  const next = token + 1;
  if (next >= graph.tokens.length || graph.tags.pos[next] !== POS.ADP) return;
  const mention = mentionBehind(graph, next + 1);
  if (mention < 0) return;
  const { head } = graph.mentions[mention];
  if (!isTaken(slots, head)) slots.push({ key: graph.tokens.lower[next], token: head, rank: 1 });
}
function isTaken(slots: readonly Slot[], token: number): boolean {
  for (const s of slots) if (s.token === token) return true;
  return false;
}
/** The first of the word's own slots with a key. */
export function ownSlot(slots: readonly Slot[], key: string): Slot | undefined {
  for (const s of slots) if (s.key === key && s.rank === 0) return s;
  return undefined;
}

const COMPLEMENT = depSet('ccomp', 'xcomp');
export function verbSlots(graph: Graph, verb: number): Slot[] {
  const slots = ownSlots(graph, verb, 0);
  addAdjacent(graph, verb, slots);
  const passive = isPassive(graph, verb);
  if (!ownSlot(slots, passive ? 'obj' : 'nsubj')) {
    const shared = sharedSubject(graph, verb) ?? nounBefore(graph, verb);
    if (shared) slots.push(shared);
  }
  // "the men that they killed": the noun is the object
  const hasObject = ownSlot(slots, 'obj') !== undefined;
  if (graph.tree.dep[verb] === DEP['acl:relcl'] && !passive && !hasObject && ownSlot(slots, 'nsubj')) {
    const subject = slots.find((s) => s.key === 'nsubj');
    if (subject && antecedent(graph, subject.token) === subject.token)
      slots.push({ key: 'obj', token: graph.tree.head[verb], rank: 1 });
  }
  if (!hasObject && !passive && !hasChild(graph, verb, COMPLEMENT)) {
    const behind = mentionBehind(graph, verb + 1);
    const object = behind < 0 ? undefined : graph.mentions[behind];
    if (object && object.type !== 'date' && !isTaken(slots, object.head))
      slots.push({ key: 'obj', token: object.head, rank: 1 });
  }
  // a coordinated verb shares the object that follows the last: "shelled and bombed the town"
  if (!hasObject && !passive && isCoordinated(graph, verb))
    for (let c = graph.first[verb]; c >= 0; c = graph.next[c])
      if (graph.tree.dep[c] === DEP.conj && isVerb(graph, c))
        for (const s of ownSlots(graph, c, 1)) if (s.key === 'obj') slots.push(s);
  return slots;
}

const COMPOUND = depSet('compound', 'amod', 'nmod:desc');
const PHRASE = depSet('nmod', 'obl', 'nmod:unmarked', 'obl:agent', 'advmod');
function hasOf(graph: Graph, noun: number): boolean {
  for (let c = graph.first[noun]; c >= 0; c = graph.next[c])
    if (graph.tree.dep[c] === DEP.nmod && caseOf(graph, c) === 'of') return true;
  return false;
}
export function nounSlots(graph: Graph, noun: number, light: LightVerbs): Slot[] {
  const slots: Slot[] = [];
  const top = leader(graph, noun);
  // its own, then those of the first that it is coordinated with
  for (let n = noun, rank: 0 | 1 = 0; ; n = top, rank = 1) {
    // "the army's liberation of the town", but "the hostage's liberation"
    for (let c = graph.first[n]; c >= 0; c = graph.next[c]) {
      if (graph.tree.dep[c] === DEP['nmod:poss'])
        slots.push({ key: hasOf(graph, n) ? 'owner' : 'poss', token: c, rank });
      else if (hasDep(graph, c, COMPOUND)) slots.push({ key: 'compound', token: c, rank });
      else if (hasDep(graph, c, PHRASE) && c > noun) {
        slots.push({ key: caseOf(graph, c) || 'bare', token: c, rank });
        addAstray(graph, c, slots);
      } else if (graph.tree.dep[c] === DEP.acl && caseOf(graph, c) === 'to')
        slots.push({ key: 'xcomp', token: c, rank });
      else if (graph.tree.dep[c] === DEP.acl && lemmaOf(graph, c) === 'involve')
        for (let o = graph.first[c]; o >= 0; o = graph.next[o])
          if (graph.tree.dep[o] === DEP.obj) slots.push({ key: 'between', token: o, rank });
    }
    if (n === top) break;
  }
  // "air strikes and fighting in Wadi Barada"
  if (isCoordinated(graph, noun))
    for (const c of conjuncts(graph, noun))
      for (let d = c === noun ? -1 : graph.first[c]; d >= 0; d = graph.next[d])
        if (graph.tree.dep[d] === DEP.nmod && graph.marker[d] >= 0)
          slots.push({ key: caseOf(graph, d), token: d, rank: 1 });
  addAdjacent(graph, noun, slots);
  for (let c = graph.marker[noun]; c >= 0; c = graph.next[c])
    if (graph.tree.dep[c] === DEP.case) slots.push({ key: 'case', token: c, rank: 0 });
  const carried = carrier(graph, noun, light);
  if (carried) {
    slots.push({ key: 'light', token: carried.verb, rank: 1 });
    const oblique = graph.tree.dep[top] === DEP.obl && isPassive(graph, carried.verb);
    for (const s of verbSlots(graph, carried.verb)) {
      if (s.token === noun || s.token === top) continue;
      // "were involved in the massacre", "were killed in the raid": the subject of a passive is its object in sense
      const isSubject = s.key === (oblique ? 'obj' : 'nsubj');
      if (isSubject) slots.push({ key: carried.as, token: s.token, rank: 1 });
      else if (s.key !== 'obj' && !(oblique && s.key === 'nsubj')) slots.push({ key: s.key, token: s.token, rank: 1 });
    }
  } else {
    addSuffered(graph, top, slots);
    addCopular(graph, noun, light, slots);
    // "responded to the attack in Karrada": the parse may hang the place on the verb above
    const head = graph.tree.head[top];
    if (head >= 0 && isVerb(graph, head))
      for (const s of ownSlots(graph, head, 1))
        if (s.token !== top && (s.key === 'bare' || (s.token > noun && BEHIND.has(s.key)))) slots.push(s);
  }
  return slots;
}

const TARGETS = new Set(['target', 'victim', 'object', 'subject']);
/** "is under siege", "were behind the attack", "was the target of an attack": the copula's subject. */
function addCopular(graph: Graph, noun: number, light: LightVerbs, slots: Slot[]): void {
  const above = graph.tree.head[noun];
  const isOf =
    above >= 0 &&
    graph.tree.dep[noun] === DEP.nmod &&
    TARGETS.has(lemmaOf(graph, above)) &&
    caseOf(graph, noun) === 'of';
  const predicate = isOf ? above : noun;
  if (!hasChild(graph, predicate, COPULA)) return;
  const key = isOf
    ? 'undergo'
    : graph.marker[noun] >= 0
      ? light.get(graph.vocabulary.add('be'))?.get(caseOf(graph, noun))
      : undefined;
  if (!key) return;
  for (let c = graph.first[predicate]; c >= 0; c = graph.next[c])
    if (hasDep(graph, c, ACTIVE_SUBJECT)) slots.push({ key, token: c, rank: 1 });
}

const OBLIQUE = depSet('obl', 'obl:agent');
const OF_EVENT = new Set(['in', 'by', 'during']);
/** "trapped in the attack", "left homeless by the shelling": what a passive's event was done to. */
function addSuffered(graph: Graph, top: number, slots: Slot[]): void {
  const verb = graph.tree.head[top];
  if (verb < 0 || !hasDep(graph, top, OBLIQUE) || !OF_EVENT.has(caseOf(graph, top))) return;
  if (!isVerb(graph, verb) || !isPassive(graph, verb)) return;
  for (const s of verbSlots(graph, verb)) if (s.key === 'obj') slots.push({ key: 'undergo', token: s.token, rank: 1 });
}

export function adjectiveSlots(graph: Graph, adjective: number): Slot[] {
  const slots = ownSlots(graph, adjective, 0);
  if (!slots.some((s) => s.key === 'nsubj' || s.key === 'obj')) {
    const shared = sharedSubject(graph, adjective);
    if (shared) slots.push({ key: 'nsubj', token: shared.token, rank: 1 });
  }
  if (!hasChild(graph, adjective, COPULA)) return slots;
  return slots.map((s) => (s.key === 'obj' ? { key: 'nsubj', token: s.token, rank: s.rank } : s));
}
