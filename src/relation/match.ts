/** Walks the automaton of the rules over a document's graph, from each mention's head to those of others. */
import type { DraftMention, Layers } from '../document/layers.ts';
import { DEP, POS } from '../document/ud.ts';
import { anyWord, type Graph } from './graph.ts';
import { type Accept, key, type Machine, type Pattern, type State, type Test, type Transition } from './machine.ts';

export type Read = Pick<Layers, 'tokens' | 'tags' | 'tree' | 'mentions' | 'chains' | 'entities'>;

/** A rule that holds between two mentions; `words` are the words on the way. */
export interface Found extends Pick<Accept, 'definition' | 'rule'> {
  readonly from: number;
  readonly to: number;
  readonly words: readonly number[];
}

const NEGATIONS = new Set(['not', "n't", 'never', 'no', 'neither', 'nor']);

/** Words under a negation: no path leads on through them. "The group is not linked to Iran." */
function negatedWords({ tokens, tree }: Read): Uint8Array {
  const negated = new Uint8Array(tokens.length);
  for (let i = 0; i < tree.head.length; i++)
    if (tree.head[i] >= 0 && (tree.dep[i] === DEP.advmod || tree.dep[i] === DEP.det) && NEGATIONS.has(tokens.lower[i]))
      negated[tree.head[i]] = 1;
  return negated;
}

function fits(patterns: readonly Pattern[], mention: DraftMention, kind: string | undefined): boolean {
  for (const p of patterns)
    if (p.type === mention.type && (p.kind === undefined || p.kind === kind || p.kind === mention.actsAs)) return true;
  return false;
}

/** The starts that ask for a word that has one of these forms, each once. */
function namedStarts({ startsBy }: Machine, forms: readonly string[]): Set<Transition> {
  const starts = new Set<Transition>();
  for (const form of forms) for (const start of startsBy.get(form) ?? []) starts.add(start);
  return starts;
}

/** Everything that the rules find, in the order of the mentions. */
export function match(layers: Read, graph: Graph, machine: Machine, entityOf: Int32Array): Found[] {
  const { mentions, tags, tokens, entities } = layers;
  const negated = negatedWords(layers);
  const headed = new Map<number, number[]>();
  for (let i = 0; i < mentions.length; i++) headed.set(mentions[i].head, [...(headed.get(mentions[i].head) ?? []), i]);
  const kindOf = (m: number): string | undefined => mentions[m].kind ?? entities[entityOf[m]]?.kind;
  const found: Found[] = [];
  const way: number[] = [];

  /** What a word may be in a list as; plurals that the tagger takes for names ("Coalition Commanders") have no base form. */
  const formsOf = (word: number): string[] => {
    const forms = [tags.lemma[word], tokens.lower[word]];
    if (tags.pos[word] === POS.PROPN && forms[1].endsWith('s')) forms.push(forms[1].slice(0, -1));
    return forms;
  };
  const isOneOf = ({ words, pos }: Test, word: number): boolean =>
    pos.has(tags.pos[word]) || (words.size > 0 && formsOf(word).some((form) => words.has(form)));
  const passes = (test: Test | undefined, word: number): boolean =>
    !test ||
    (test.negated !== isOneOf(test, word) && !test.without.some((relation) => graph.dependents(word, relation).length));

  /** The widest mention with this head that the rule may end in. */
  function target(from: number, word: number, { to, definition }: Accept): number | undefined {
    return headed.get(word)?.find((m) => {
      if (m === from || (mentions[m].head === mentions[from].head && m < from)) return false;
      if (definition.coreferent !== (entityOf[m] === entityOf[from] || undefined)) return false;
      if (definition.coreferent && (mentions[m].level !== 'name' || mentions[from].level !== 'name')) return false;
      return fits(to, mentions[m], kindOf(m));
    });
  }

  function walk(from: number, word: number, state: State): void {
    for (const accept of state.accepts) {
      if (!fits(accept.from, mentions[from], kindOf(from))) continue;
      const to = target(from, word, accept);
      if (to !== undefined)
        found.push({ from, to, definition: accept.definition, rule: accept.rule, words: way.slice(0, -1) });
    }
    if (!state.next.size || (way.length && negated[word])) return;
    for (let e = graph.up[word]; e >= 0; e = graph.nextUp[e])
      follow(from, graph.governor[e], graph.label[e], true, state);
    for (let e = graph.down[word]; e >= 0; e = graph.nextDown[e])
      follow(from, graph.dependent[e], graph.label[e], false, state);
  }

  function follow(from: number, word: number, label: number, up: boolean, state: State): void {
    step(from, word, key(label, up), state);
    if (anyWord(label) !== label) step(from, word, key(anyWord(label), up), state);
  }

  function step(from: number, word: number, at: number, state: State): void {
    for (const { test, state: next } of state.next.get(at) ?? []) {
      if (!passes(test, word)) continue;
      way.push(word);
      walk(from, word, next);
      way.pop();
    }
  }

  function startAt(m: number, starts: Iterable<Transition>): void {
    for (const { test, state } of starts) if (passes(test, mentions[m].head)) walk(m, mentions[m].head, state);
  }
  for (let m = 0; m < mentions.length; m++) {
    startAt(m, machine.starts);
    startAt(m, namedStarts(machine, formsOf(mentions[m].head)));
  }
  return found;
}
