/** Walks the automaton of the rules over a document's graph, from each mention's head to those of others. */
import type { RelationTypeDefinition } from '../document/definition.ts';
import type { Layers } from '../document/layers.ts';
import { DEP, POS } from '../document/ud.ts';
import { anyWord, type Graph, relationOf } from './graph.ts';
import {
  type Accept,
  type Fan,
  type Machine,
  onwardOf,
  type Pattern,
  type State,
  type Test,
  type Transition,
} from './machine.ts';

export type Read = Pick<Layers, 'tokens' | 'tags' | 'tree' | 'mentions' | 'chains' | 'entities'>;

/** A rule that holds between two mentions; `words` are the words on the way. */
export interface Found extends Pick<Accept, 'definition' | 'name'> {
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

/** Everything that the rules find, in the order of the mentions. */
export function match(layers: Read, graph: Graph, machine: Machine, entityOf: Int32Array): Found[] {
  const walk = new Walk(layers, graph, machine, entityOf);
  for (let m = 0; m < layers.mentions.length; m++) walk.from(m);
  return walk.found;
}

/** Whether a start asks for one of a word's first forms. */
function isOfEarlier({ test }: Transition, forms: readonly number[], before: number): boolean {
  for (let i = 0; i < before; i++) if (test?.words.has(forms[i])) return true;
  return false;
}

class Walk {
  readonly found: Found[] = [];
  readonly #negated: Uint8Array;
  readonly #forms: WordForms;
  /** The first mention that each word heads, the widest, and behind each mention the next with its head: -1 for none. */
  readonly #headed: Int32Array;
  readonly #next: Int32Array;
  /** The words between the mention that the walk started from and the word that it has reached. */
  readonly #way: number[] = [];
  #start = 0;
  #type = 0;

  constructor(
    private readonly layers: Read,
    private readonly graph: Graph,
    private readonly machine: Machine,
    private readonly entityOf: Int32Array,
  ) {
    this.#negated = negatedWords(layers);
    this.#forms = new WordForms(layers, machine.words);
    const { tokens, mentions } = layers;
    this.#headed = new Int32Array(tokens.length).fill(-1);
    this.#next = new Int32Array(mentions.length);
    for (let m = mentions.length - 1; m >= 0; m--) {
      const { head } = mentions[m];
      this.#next[m] = this.#headed[head];
      this.#headed[head] = m;
    }
  }

  from(mention: number): void {
    const { head, type } = this.layers.mentions[mention];
    const { types, starts, startsBy } = this.machine;
    this.#start = mention;
    this.#type = types.get(type) ?? 0;
    if (!this.#type) return;
    for (const start of starts) this.#enter(head, start);
    const forms = this.#forms.of(head);
    for (let i = 0; i < forms.length; i++) {
      const named = forms.indexOf(forms[i]) < i ? undefined : startsBy.get(forms[i]);
      if (!named) continue;
      // one that an earlier form has entered
      for (const start of named) if (!isOfEarlier(start, forms, i)) this.#enter(head, start);
    }
  }

  #enter(word: number, { test, state }: Transition): void {
    if (state.types & this.#type && (!test || this.#passes(test, word))) this.#visit(word, state);
  }

  #visit(word: number, state: State): void {
    const { graph } = this;
    if (this.#headed[word] >= 0) for (const accept of state.accepts) this.#accept(word, accept);
    if (!state.next.length || (this.#way.length && this.#negated[word])) return;
    const { up, down } = state;
    const { upward, downward } = graph;
    if ((up.low & upward.low[word]) | (up.high & upward.high[word]))
      for (let e = graph.up[word]; e >= 0; e = graph.nextUp[e])
        this.#follow(graph.governor[e], graph.label[e], state, up);
    if ((down.low & downward.low[word]) | (down.high & downward.high[word]))
      for (let e = graph.down[word]; e >= 0; e = graph.nextDown[e])
        this.#follow(graph.dependent[e], graph.label[e], state, down);
  }

  #follow(word: number, label: number, state: State, fan: Fan): void {
    const onward = onwardOf(state, fan, relationOf(label));
    if (!onward) return;
    const linking = label - anyWord(label);
    const named = linking && onward.byWord.size ? onward.byWord.get(linking) : undefined;
    if (named) this.#step(word, named);
    if (onward.any.length) this.#step(word, onward.any);
  }

  #step(word: number, transitions: readonly Transition[]): void {
    this.#way.push(word);
    for (const transition of transitions) this.#enter(word, transition);
    this.#way.pop();
  }

  #accept(word: number, { definition, name, from, to }: Accept): void {
    if (!this.#fits(from, this.#start)) return;
    let target = this.#headed[word];
    while (target >= 0 && !(this.#mayPair(target, definition) && this.#fits(to, target))) target = this.#next[target];
    if (target < 0) return;
    this.found.push({ from: this.#start, to: target, definition, name, words: this.#between() });
  }

  /** The words of the way, without the last. */
  #between(): readonly number[] {
    return this.#way.length > 1 ? this.#way.slice(0, -1) : NONE;
  }

  #mayPair(m: number, { coreferent }: RelationTypeDefinition): boolean {
    const { mentions } = this.layers;
    const a = mentions[this.#start];
    const b = mentions[m];
    // of two mentions with one head only the wider is said to hold the narrower
    if (m === this.#start || (a.head === b.head && m < this.#start)) return false;
    const same = this.entityOf[m] === this.entityOf[this.#start];
    if (!coreferent) return !same;
    // "the Islamic Revolutionary Guard Corps (IRGC)": what the text says holds even where nothing has tied the two together yet
    const alike = a.type === b.type && (a.type !== 'place' || (a.kind === 'facility' && b.kind === 'facility'));
    return (same || alike) && a.level === 'name' && b.level === 'name';
  }

  #fits(patterns: readonly Pattern[], m: number): boolean {
    const mention = this.layers.mentions[m];
    const kind = mention.kind ?? this.layers.entities[this.entityOf[m]]?.kind;
    for (const p of patterns)
      if (p.type === mention.type && (p.kind === undefined || p.kind === kind || p.kind === mention.actsAs))
        return true;
    return false;
  }

  #passes({ negated, words, pos, without }: Test, word: number): boolean {
    let listed = ((pos >> this.layers.tags.pos[word]) & 1) === 1;
    if (!listed) for (const form of this.#forms.of(word)) if (words.has(form)) listed = true;
    if (negated === listed) return false;
    for (const relation of without) if (this.graph.has(word, relation)) return false;
    return true;
  }
}

const NONE: readonly number[] = [];
const DEPUTY = 'deputy';
const DEPUTIES = new Set([DEPUTY, 'vice', 'assistant', 'undersecretary']);
/** How far in front of a noun its rank may stand. */
const RANK = 4;

/** What a word may stand in a list as, as the machine's numbers; looked up once a word, and only of words that are asked for. */
class WordForms {
  readonly #known: (readonly number[] | undefined)[];

  constructor(
    private readonly layers: Read,
    private readonly numbers: ReadonlyMap<string, number>,
  ) {
    this.#known = new Array(layers.tokens.length);
  }

  of(word: number): readonly number[] {
    return (this.#known[word] ??= this.#lookUp(word));
  }

  /** The base form and the word itself; plurals that the tagger takes for names ("Coalition Commanders") have no base form. */
  #lookUp(word: number): readonly number[] {
    const { tags, tokens } = this.layers;
    const lemma = tags.lemma[word];
    const lower = tokens.lower[word];
    const base = this.numbers.get(lemma) ?? 0;
    const own = lower === lemma ? 0 : (this.numbers.get(lower) ?? 0);
    const plural = tags.pos[word] === POS.PROPN && lower.endsWith('s');
    const singular = plural ? (this.numbers.get(lower.slice(0, -1)) ?? 0) : 0;
    if (!base && !own && !singular) return NONE;
    if (this.#isDeputy(word)) return [this.numbers.get(DEPUTY) ?? 0];
    const forms: number[] = [];
    if (base) forms.push(base);
    if (own) forms.push(own);
    if (singular) forms.push(singular);
    return forms;
  }

  /** "deputy Middle East director", "Vice President": who stands under somebody leads nothing. */
  #isDeputy(word: number): boolean {
    const { tokens, tree, tags } = this.layers;
    if (tags.pos[word] !== POS.NOUN && tags.pos[word] !== POS.PROPN) return false;
    for (let i = word - 1; i >= 0 && word - i <= RANK; i--)
      if (DEPUTIES.has(tokens.lower[i]) && (i === word - 1 || tree.head[i] === word)) return true;
    return false;
  }
}
