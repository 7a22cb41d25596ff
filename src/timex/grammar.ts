/** Rules compiled for matching: from each word to the rules that may begin with it. */
import type { Atoms } from './atoms.ts';
import { compile } from './pattern.ts';
import { type Entry, Program } from './program.ts';
import type { Captures, Rule } from './rule.ts';
import { makeTerms } from './terms/index.ts';
import { FIRST, type Node, Trial } from './trial.ts';
import { BREAK, OTHER, type Vocabulary } from './vocabulary.ts';

export interface Match {
  readonly rule: Rule;
  readonly captures: Captures;
  /** By turns first and last (exclusive) atom of each pair of brackets; of the whole match when it has none. */
  readonly extents: readonly number[];
  /** Where the pattern began: in front of `from` when it looked at words before the expression. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}
interface Compiled extends Entry {
  readonly rule: Rule;
  readonly number: number;
}
/** For each place where rules match, all that do, the longest first. */
export type Grammar = (atoms: Atoms) => Match[][];

export function compileGrammar(rules: readonly Rule[], vocabulary: Vocabulary): Grammar {
  const terms = makeTerms(vocabulary);
  const program = new Program(vocabulary);
  const compiledOf = (rule: Rule, number: number): Compiled => ({
    rule,
    number,
    ...compile(rule.pattern, program, vocabulary, terms),
  });
  const compiled: Compiled[] = [];
  for (const part of ['date', 'time'] as const) {
    rules.forEach((rule, number) => {
      if (rule.part === part) compiled[number] = compiledOf(rule, number);
    });
    terms.set(
      part,
      longest(
        program,
        compiled.filter(({ rule }) => rule.part === part),
      ),
    );
  }
  rules.forEach((rule, number) => {
    compiled[number] ??= compiledOf(rule, number);
  });
  vocabulary.seal();
  program.seal();
  const rulesFor = candidates(program, compiled);
  const trial = new Trial();
  return (atoms) => matchAll(atoms, program, rulesFor, trial);
}

/** The rules that may begin with two words: worked out once for a pair, and there are no more pairs than words squared. */
type Candidates = (first: number, second: number) => readonly Compiled[];
function candidates(program: Program, compiled: readonly Compiled[]): Candidates {
  const known = new Map<number, readonly Compiled[]>();
  const workedOut = (first: number, second: number): readonly Compiled[] => {
    const found = compiled.filter(({ from, to }) => program.reach(first, second, from, to, FIRST) !== 0);
    known.set(first * MOST_WORDS + second, found);
    return found;
  };
  // a closure in here would take memory for each look
  return (first, second) => known.get(first * MOST_WORDS + second) ?? workedOut(first, second);
}
const MOST_WORDS = 65_536;
const idAt = (atoms: Atoms, at: number): number => (at < atoms.length ? atoms.id[at] : BREAK);

/** A term that matches what the rules of a part match; its value is the number of the rule that matched most. */
function longest(program: Program, part: readonly Compiled[]): Node {
  const rulesFor = candidates(program, part);
  return {
    match: (trial, at) => {
      const { depth, atoms } = trial;
      let best: Compiled | undefined;
      let end = -1;
      for (const candidate of rulesFor(idAt(atoms, at), idAt(atoms, at + 1))) {
        const to = program.match(trial, candidate.from, candidate.to, at);
        trial.depth = depth;
        if (to > end) {
          end = to;
          best = candidate;
        }
      }
      if (!best) return -1;
      program.match(trial, best.from, best.to, at);
      trial.value = best.number;
      return end;
    },
    reach: (first, second, from) =>
      part.reduce((places, entry) => places | program.reach(first, second, entry.from, entry.to, 1 << from), 0),
  };
}

function matchAll(atoms: Atoms, program: Program, rulesFor: Candidates, trial: Trial): Match[][] {
  const places: Match[][] = [];
  trial.atoms = atoms;
  const { id } = atoms;
  for (let at = 0; at < atoms.length; at++) {
    if (id[at] === OTHER) continue;
    const rules = rulesFor(id[at], idAt(atoms, at + 1));
    if (rules.length === 0) continue;
    const matches = matchesAt(trial, program, rules, at);
    if (matches) places.push(matches);
  }
  return places;
}

function matchesAt(trial: Trial, program: Program, candidates: readonly Compiled[], at: number): Match[] | undefined {
  let matches: Match[] | undefined;
  for (let c = 0; c < candidates.length; c++) {
    const { rule, from, to } = candidates[c];
    trial.depth = 0;
    const end = program.match(trial, from, to, at);
    if (end <= at) continue;
    const match = matchOf(trial, program.names, rule, at, end);
    if (matches) matches.push(match);
    else matches = [match];
  }
  return matches && matches.length > 1 ? matches.sort((a, b) => b.to - a.to) : matches;
}

function matchOf(
  { names, values, depth }: Trial,
  named: readonly string[],
  rule: Rule,
  at: number,
  end: number,
): Match {
  const captures: Record<string, number> = {};
  let extents: number[] | undefined;
  for (let i = 0; i < depth; i++) {
    const name = named[names[i]];
    if (name === '[') {
      if (extents) extents.push(values[i], end);
      else extents = [values[i], end];
    } else if (name === ']') {
      if (extents) extents[extents.length - 1] = values[i];
    } else captures[name] = values[i];
  }
  extents ??= [at, end];
  return { rule, captures, extents, at, from: extents[0], to: extents[extents.length - 1] };
}
