/** Rules compiled for matching: from each word to the rules that may begin with it. */
import type { Atoms } from './atoms.ts';
import { compile, type Node, Trial } from './pattern.ts';
import type { Captures, Rule } from './rule.ts';
import { makeTerms } from './terms/index.ts';
import { BREAK, OTHER, type Vocabulary } from './vocabulary.ts';

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
  readonly number: number;
  readonly node: Node;
}
/** For each place where rules match, all that do, the longest first. */
export type Grammar = (atoms: Atoms) => Match[][];

export function compileGrammar(rules: readonly Rule[], vocabulary: Vocabulary): Grammar {
  const terms = makeTerms(vocabulary);
  const compiledOf = (rule: Rule, number: number): Compiled => ({
    rule,
    number,
    node: compile(rule.pattern, vocabulary, terms),
  });
  const compiled: Compiled[] = [];
  for (const part of ['date', 'time'] as const) {
    rules.forEach((rule, number) => {
      if (rule.part === part) compiled[number] = compiledOf(rule, number);
    });
    terms.set(part, longest(compiled.filter(({ rule }) => rule.part === part)));
  }
  rules.forEach((rule, number) => {
    compiled[number] ??= compiledOf(rule, number);
  });
  vocabulary.seal();
  const rulesFor = candidates(compiled);
  return (atoms) => matchAll(atoms, rulesFor);
}

/** The rules that may begin with two words: worked out once for a pair, and there are no more pairs than words squared. */
type Candidates = (first: number, second: number) => readonly Compiled[];
function candidates(compiled: readonly Compiled[]): Candidates {
  const known = new Map<number, readonly Compiled[]>();
  return (first, second) => {
    const key = first * 65_536 + second;
    let found = known.get(key);
    if (!found) {
      found = compiled.filter(({ node }) => node.reach(first, second, 0) !== 0);
      known.set(key, found);
    }
    return found;
  };
}
const idAt = (atoms: Atoms, at: number): number => (at < atoms.length ? atoms.id[at] : BREAK);

/** A term that matches what the rules of a part match; its value is the number of the rule that matched most. */
function longest(part: readonly Compiled[]): Node {
  const rulesFor = candidates(part);
  return {
    match: (trial, at) => {
      const { depth, atoms } = trial;
      let best: Compiled | undefined;
      let end = -1;
      for (const candidate of rulesFor(idAt(atoms, at), idAt(atoms, at + 1))) {
        const to = candidate.node.match(trial, at);
        trial.depth = depth;
        if (to > end) {
          end = to;
          best = candidate;
        }
      }
      if (!best) return -1;
      best.node.match(trial, at);
      trial.value = best.number;
      return end;
    },
    reach: (first, second, from) => part.reduce((places, { node }) => places | node.reach(first, second, from), 0),
  };
}

function matchAll(atoms: Atoms, rulesFor: Candidates): Match[][] {
  const places: Match[][] = [];
  const trial = new Trial(atoms);
  const { id } = atoms;
  for (let at = 0; at < atoms.length; at++) {
    if (id[at] === OTHER) continue;
    const rules = rulesFor(id[at], idAt(atoms, at + 1));
    if (rules.length === 0) continue;
    const matches = matchesAt(trial, rules, at);
    if (matches.length) places.push(matches);
  }
  return places;
}

function matchesAt(trial: Trial, candidates: readonly Compiled[], at: number): Match[] {
  const matches: Match[] = [];
  for (const { rule, node } of candidates) {
    trial.depth = 0;
    const end = node.match(trial, at);
    if (end > at) matches.push(matchOf(trial, rule, at, end));
  }
  return matches.length > 1 ? matches.sort((a, b) => b.to - a.to) : matches;
}

function matchOf({ names, values, depth }: Trial, rule: Rule, at: number, end: number): Match {
  const captures: Record<string, number> = {};
  const extents: [number, number][] = [];
  for (let i = 0; i < depth; i++) {
    if (names[i] === '[') extents.push([values[i], end]);
    else if (names[i] === ']') extents[extents.length - 1][1] = values[i];
    else captures[names[i]] = values[i];
  }
  if (extents.length === 0) extents.push([at, end]);
  return { rule, captures, extents, at, from: extents[0][0], to: extents[extents.length - 1][1] };
}
