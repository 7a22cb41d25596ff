/**
 * The slots of an event word: what stands at its subject, its object, behind each preposition. Read from the tree in
 * terms of the active voice, with what is not said again: the subject of a coordinated, infinitive or participle
 * clause, the arguments of the light verb that carries an event noun.
 */
import { DEP, POS } from '../document/ud.ts';
import {
  antecedent,
  caseOf,
  children,
  conjuncts,
  depSet,
  type Graph,
  hasChild,
  hasDep,
  isVerb,
  leader,
  lemmaOf,
  startingAt,
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
const SUBJECT = depSet(...SUBJECTS);
const ADJUNCTS = depSet('obl', 'obl:agent', 'obl:unmarked', 'nmod', 'nmod:unmarked', 'advmod');
/** The words right below a verb, by slot. */
function ownSlots(graph: Graph, verb: number, rank: 0 | 1): Slot[] {
  const passive = isPassive(graph, verb);
  const slots: Slot[] = [];
  const put = (key: string, token: number) => slots.push({ key, token, rank });
  for (const c of children(graph, verb)) {
    const dep = graph.tree.dep[c];
    if (SUBJECT[dep]) put(passive ? 'obj' : 'nsubj', c);
    else if (dep === DEP['nsubj:pass'] || dep === DEP['csubj:pass'])
      put(!passive ? 'nsubj' : hasChild(graph, verb, 'obj') ? 'iobj' : 'obj', c);
    else if (dep === DEP.obj) put('obj', c);
    else if (dep === DEP.iobj) put('iobj', c);
    else if (dep === DEP['obl:agent'] && caseOf(graph, c) === 'by') put('nsubj', c);
    // "rebel-held territory"
    else if (dep === DEP.compound && graph.headed[c] >= 0) put('nsubj', c);
    else if (ADJUNCTS[dep]) {
      const preposition = caseOf(graph, c);
      put(preposition === 'by' && passive ? 'nsubj' : preposition || bareKey(graph, verb, c), c);
    } else if (dep === DEP.ccomp || dep === DEP.xcomp) {
      put(dep === DEP.ccomp ? 'ccomp' : 'xcomp', c);
      // "demanded that Iraq withdraw", "alleged that rebels had looted the town": of whom it is said
      for (const s of children(graph, c))
        if (SUBJECT[graph.tree.dep[s]] || graph.tree.dep[s] === DEP['nsubj:pass']) put('that', s);
    } else if (dep === DEP.advcl) put(caseOf(graph, c) || adverbOf(graph, c), c);
  }
  // "fired rockets at the base": the parse may hang "at the base" on the rockets
  for (let i = 0, own = slots.length; i < own; i++) {
    const { key, token } = slots[i];
    if (key === 'obj')
      for (const c of children(graph, token))
        if (hasDep(graph, c, 'nmod') && caseOf(graph, c)) slots.push({ key: caseOf(graph, c), token: c, rank: 1 });
        else if (hasDep(graph, c, 'acl') && caseOf(graph, c) === 'to' && isActor(graph, token))
          slots.push({ key: 'xcomp', token: c, rank: 1 });
  }
  return slots;
}

const BEFORE_NOUN = new Set<number>([POS.DET, POS.NUM, POS.ADJ, POS.ADV]);
/** The mention that follows a word, with nothing but a preposition and its own determiners between: -1 for none. */
function mentionBehind(graph: Graph, from: number): number {
  const { tokens, tags, holding, mentions } = graph;
  for (let t = from; t < Math.min(from + 4, tokens.length) && tokens.sentence[t] === tokens.sentence[from - 1]; t++) {
    const mention = holding[t] < 0 ? -1 : startingAt(graph, t);
    if (mention >= 0 && mentions[mention].type !== 'quantity') return isInside(graph, mention) ? -1 : mention;
    if (!BEFORE_NOUN.has(tags.pos[t])) return -1;
  }
  return -1;
}
/** "the army's base", "Iran-backed fighters": a mention that only says whose the noun behind it is. */
const isInside = (graph: Graph, mention: number): boolean =>
  hasDep(graph, graph.mentions[mention].head, 'nmod:poss', 'compound', 'amod') ||
  graph.tokens.form[graph.mentions[mention].last] === '-';
/** "attacks on the base", "fired at the crowd", wherever the parse hangs the phrase: what follows the word at once. */
function adjacent(graph: Graph, token: number, slots: readonly Slot[]): Slot[] {
  const next = token + 1;
  if (next >= graph.tokens.length || graph.tags.pos[next] !== POS.ADP) return [];
  const mention = mentionBehind(graph, next + 1);
  if (mention < 0) return [];
  const { head } = graph.mentions[mention];
  return slots.some((s) => s.token === head) ? [] : [{ key: graph.tokens.lower[next], token: head, rank: 1 }];
}

export function verbSlots(graph: Graph, verb: number): Slot[] {
  const slots = ownSlots(graph, verb, 0);
  slots.push(...adjacent(graph, verb, slots));
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
  if (!has('obj') && !passive && !hasChild(graph, verb, 'ccomp', 'xcomp')) {
    const behind = mentionBehind(graph, verb + 1);
    const object = behind < 0 ? undefined : graph.mentions[behind];
    if (object && object.type !== 'date' && !slots.some((s) => s.token === object.head))
      slots.push({ key: 'obj', token: object.head, rank: 1 });
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
  slots.push(...adjacent(graph, noun, slots));
  for (const c of children(graph, noun)) if (hasDep(graph, c, 'case')) slots.push({ key: 'case', token: c, rank: 0 });
  const carried = carrier(graph, noun, light);
  if (carried) {
    slots.push({ key: 'light', token: carried.verb, rank: 1 });
    const oblique = hasDep(graph, leader(graph, noun), 'obl') && isPassive(graph, carried.verb);
    for (const s of verbSlots(graph, carried.verb)) {
      if (s.token === noun || s.token === leader(graph, noun)) continue;
      // "were involved in the massacre", "were killed in the raid": the subject of a passive is its object in sense
      const isSubject = s.key === (oblique ? 'obj' : 'nsubj');
      if (isSubject) slots.push({ ...s, key: carried.as, rank: 1 });
      else if (s.key !== 'obj' && !(oblique && s.key === 'nsubj')) slots.push({ ...s, rank: 1 });
    }
  } else {
    slots.push(...suffered(graph, noun), ...copular(graph, noun, light));
    // "responded to the attack in Karrada": the parse may hang the place on the verb above
    const top = leader(graph, noun);
    const head = graph.tree.head[top];
    if (head >= 0 && isVerb(graph, head))
      for (const s of ownSlots(graph, head, 1))
        if (s.token !== top && (s.key === 'bare' || (s.token > noun && BEHIND.has(s.key)))) slots.push(s);
  }
  return slots;
}

const TARGETS = new Set(['target', 'victim', 'object', 'subject']);
/** "is under siege", "were behind the attack", "was the target of an attack": the copula's subject. */
function copular(graph: Graph, noun: number, light: LightVerbs): Slot[] {
  const above = graph.tree.head[noun];
  const isOf =
    above >= 0 && hasDep(graph, noun, 'nmod') && TARGETS.has(lemmaOf(graph, above)) && caseOf(graph, noun) === 'of';
  const predicate = isOf ? above : noun;
  if (!hasChild(graph, predicate, 'cop')) return [];
  const key = isOf ? 'undergo' : light.get(`be ${caseOf(graph, noun)}`);
  return key
    ? children(graph, predicate).flatMap((c): Slot[] =>
        hasDep(graph, c, ...SUBJECTS) ? [{ key, token: c, rank: 1 }] : [],
      )
    : [];
}

/** "trapped in the attack", "left homeless by the shelling": what a passive's event was done to. */
function suffered(graph: Graph, noun: number): Slot[] {
  const top = leader(graph, noun);
  const verb = graph.tree.head[top];
  if (verb < 0 || !hasDep(graph, top, 'obl', 'obl:agent') || !/^(?:in|by|during)$/.test(caseOf(graph, top))) return [];
  if (!isVerb(graph, verb) || !isPassive(graph, verb)) return [];
  return verbSlots(graph, verb).flatMap((s): Slot[] => (s.key === 'obj' ? [{ ...s, key: 'undergo', rank: 1 }] : []));
}

export function adjectiveSlots(graph: Graph, adjective: number): Slot[] {
  const slots = ownSlots(graph, adjective, 0);
  if (!slots.some((s) => s.key === 'nsubj' || s.key === 'obj')) {
    const shared = sharedSubject(graph, adjective);
    if (shared) slots.push({ ...shared, key: 'nsubj' });
  }
  return slots.map((s) => (s.key === 'obj' && hasChild(graph, adjective, 'cop') ? { ...s, key: 'nsubj' } : s));
}
