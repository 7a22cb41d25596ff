/** Walks the automaton of the rules over a document's graph, from each mention's head to those of others. */
import type { MentionPattern } from '../document/definition.ts';
import type { DraftMention, Layers } from '../document/layers.ts';
import { DEP, POS } from '../document/ud.ts';
import { anyWord, type Graph } from './graph.ts';
import { type Accept, key, type Machine, type State, type Test } from './machine.ts';

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

export function fits(patterns: readonly MentionPattern[], mention: DraftMention, kind: string | undefined): boolean {
  for (const pattern of patterns) {
    if (pattern === mention.type) return true;
    const slash = pattern.lastIndexOf('/');
    if (slash < 0 || pattern.slice(0, slash) !== mention.type) continue;
    const wanted = pattern.slice(slash + 1);
    if (wanted === kind || wanted === mention.actsAs) return true;
  }
  return false;
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

  const isOneOf = ({ words, pos }: Test, word: number): boolean => {
    if (words.has(tags.lemma[word]) || words.has(tokens.lower[word]) || pos.has(tags.pos[word])) return true;
    // plurals that the tagger takes for names ("Coalition Commanders") keep their form
    return tags.pos[word] === POS.PROPN && words.has(tokens.lower[word].replace(/s$/, ''));
  };
  const passes = (test: Test | undefined, word: number): boolean =>
    !test ||
    (test.negated !== isOneOf(test, word) && !test.without.some((relation) => graph.dependents(word, relation).length));

  /** The widest mention with this head that the rule may end in. */
  function target(from: number, word: number, { to, definition }: Accept): number | undefined {
    return headed.get(word)?.find((m) => {
      if (m === from || (mentions[m].head === mentions[from].head && m < from)) return false;
      if (definition.coreferent !== (entityOf[m] === entityOf[from] || undefined)) return false;
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

  for (let m = 0; m < mentions.length; m++)
    for (const { test, state } of machine.starts) if (passes(test, mentions[m].head)) walk(m, mentions[m].head, state);
  return found;
}
