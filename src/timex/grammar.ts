/** Rules compiled for matching: from each word to the rules that may begin with it. */
import type { Atoms } from './atoms.ts';
import { compile, type Node, Trial } from './pattern.ts';
import type { Captures, Rule } from './rule.ts';
import { makeTerms } from './terms.ts';
import { OTHER, type Vocabulary } from './vocabulary.ts';

export interface Match {
  readonly rule: Rule;
  readonly captures: Captures;
  /** First and last (exclusive) atom of each pair of brackets; of the whole match when it has none. */
  readonly extents: readonly (readonly [number, number])[];
  /** Where the pattern began: in front of `from` when it looked at words before the expression. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}
interface Compiled {
  readonly rule: Rule;
  readonly node: Node;
}
/** For each place where rules match, all that do, the longest first. */
export type Grammar = (atoms: Atoms) => Match[][];

export function compileGrammar(rules: readonly Rule[], vocabulary: Vocabulary): Grammar {
  const terms = makeTerms(vocabulary);
  const compiled: Compiled[] = [];
  for (const part of ['date', 'time'] as const) {
    rules.forEach((rule, number) => {
      if (rule.part !== part) return;
      compiled[number] = { rule, node: compile(rule.pattern, vocabulary, terms) };
    });
    terms.set(part, longest(compiled, part));
  }
  rules.forEach((rule, number) => {
    compiled[number] ??= { rule, node: compile(rule.pattern, vocabulary, terms) };
  });
  vocabulary.seal();
  const index = vocabulary.words.map((_, id) => compiled.filter(({ node }) => node.starts(id)));
  return (atoms) => matchAll(atoms, index);
}

/** A term that matches what the rules of a part match, and keeps which it was. */
function longest(compiled: readonly Compiled[], part: 'date' | 'time'): Node {
  const own: { node: Node; number: number }[] = [];
  compiled.forEach((entry, number) => {
    if (entry.rule.part === part) own.push({ node: entry.node, number });
  });
  return {
    match: (trial, at) => {
      const id = at < trial.atoms.length ? trial.atoms.id[at] : -1;
      const depth = trial.names.length;
      let best = -1;
      let end = -1;
      for (let i = 0; i < own.length; i++) {
        if (!own[i].node.starts(id)) continue;
        const to = own[i].node.match(trial, at);
        trial.dropTo(depth);
        if (to > end) {
          end = to;
          best = i;
        }
      }
      if (best < 0) return -1;
      own[best].node.match(trial, at);
      trial.value = own[best].number;
      return end;
    },
    starts: (id) => own.some(({ node }) => node.starts(id)),
    empty: false,
  };
}

function matchAll(atoms: Atoms, index: readonly (readonly Compiled[])[]): Match[][] {
  const places: Match[][] = [];
  const trial = new Trial(atoms);
  const { id } = atoms;
  for (let at = 0; at < atoms.length; at++) {
    if (id[at] === OTHER) continue;
    const matches = matchesAt(trial, index[id[at]], at);
    if (matches.length) places.push(matches);
  }
  return places;
}

function matchesAt(trial: Trial, candidates: readonly Compiled[], at: number): Match[] {
  const matches: Match[] = [];
  for (const { rule, node } of candidates) {
    trial.dropTo(0);
    const end = node.match(trial, at);
    if (end > at) matches.push(matchOf(trial, rule, at, end));
  }
  return matches.length > 1 ? matches.sort((a, b) => b.to - a.to) : matches;
}

function matchOf({ names, values }: Trial, rule: Rule, at: number, end: number): Match {
  const captures: Record<string, number> = {};
  const extents: [number, number][] = [];
  for (let i = 0; i < names.length; i++) {
    if (names[i] === '[') extents.push([values[i], end]);
    else if (names[i] === ']') extents[extents.length - 1][1] = values[i];
    else captures[names[i]] = values[i];
  }
  if (extents.length === 0) extents.push([at, end]);
  return { rule, captures, extents, at, from: extents[0][0], to: extents[extents.length - 1][1] };
}
