/**
 * The path language of relation rules. A path is a list of steps over the document's graph (`graph.ts`), from the head
 * of the one mention to the head of the other; behind a step, and before the first, braces may ask for the word reached.
 *
 *   <nsubj            up: this word is the subject of the next one
 *   >obj              down: the next word is an object of this one
 *   >nmod:in|obl:in   alternatives; behind a colon stands the preposition (or the linking word), `@in` for a list of them
 *   >title?           a step that may be left out
 *   {attack,raid}     the word's base form, or the word itself in lower case, is one of these
 *   {@fight}          it stands in that list of `lexicon/relation.tsv`
 *   {VERB}            its part of speech is this one
 *   {!say,@report}    it is none of these
 *   {VERB,-obj}       and it has no such dependent: "spoke", not "raised the flag"
 *
 * "Rebels attacked soldiers": `<nsubj {@fight} >obj`. "Lebanon's president": `{@leader} >nmod:poss`.
 */
import { UPOS } from '../document/ud.ts';
import type { Lists } from './lists.ts';

export interface WordTest {
  readonly negated: boolean;
  readonly words: ReadonlySet<string>;
  readonly pos: ReadonlySet<string>;
  /** Relations in which it has no dependent. */
  readonly without: readonly string[];
}
export interface Step {
  readonly up: boolean;
  /** A relation, or a relation and a preposition: "obj", "nmod:in". */
  readonly labels: readonly string[];
  readonly optional: boolean;
  /** What the word that the step reaches must be. */
  readonly word?: WordTest;
}
export interface Path {
  readonly start?: WordTest;
  readonly steps: readonly Step[];
}

const STEP = /^([<>])([a-z@:|-]+)(\??)$/;

/**
 * Reads a path.
 * @throws SyntaxError that names the path, the part that can't be read and the list that isn't known.
 */
export function parsePath(source: string, lists: Lists): Path {
  const path: { start?: WordTest; steps: Step[] } = { steps: [] };
  for (const part of source.match(/\{[^}]*\}|\S+/g) ?? []) {
    if (part.startsWith('{')) {
      const word = wordTest(part.slice(1, -1), lists, source);
      const last = path.steps.pop();
      if (last) path.steps.push({ ...last, word });
      else path.start = word;
      continue;
    }
    const match = STEP.exec(part);
    if (!match) throw new SyntaxError(`path "${source}": expected a step such as ">obj" or "<nmod:of", got "${part}"`);
    const labels = match[2].split('|').flatMap((label) => expand(label, lists, source));
    path.steps.push({ up: match[1] === '<', labels, optional: match[3] === '?' });
  }
  if (!path.steps.length) throw new SyntaxError(`path "${source}": expected one step at least, got none`);
  return path;
}

/** The paths that the optional steps of one leave: each with and without them. */
export function withoutOptions(path: Path): Path[] {
  const at = path.steps.findIndex((step) => step.optional);
  if (at < 0) return [path];
  const [before, step, after] = [path.steps.slice(0, at), path.steps[at], path.steps.slice(at + 1)];
  const taken = { ...path, steps: [...before, { ...step, optional: false }, ...after] };
  return [taken, { ...path, steps: [...before, ...after] }].flatMap(withoutOptions);
}

function list(name: string, lists: Lists, path: string): readonly string[] {
  const words = lists.get(name);
  if (!words) throw new SyntaxError(`path "${path}": no list "${name}"; there are ${[...lists.keys()].join(', ')}`);
  return words;
}

function expand(label: string, lists: Lists, path: string): string[] {
  const [relation, name] = label.split(':@');
  return name ? list(name, lists, path).map((word) => `${relation}:${word}`) : [label];
}

function wordTest(source: string, lists: Lists, path: string): WordTest {
  const words = new Set<string>();
  const pos = new Set<string>();
  const without: string[] = [];
  const negated = source.startsWith('!');
  for (const item of source.slice(negated ? 1 : 0).split(',')) {
    const word = item.trim();
    if (word.startsWith('@')) for (const w of list(word.slice(1), lists, path)) words.add(w);
    else if (word.startsWith('-')) without.push(word.slice(1));
    else if ((UPOS as readonly string[]).includes(word)) pos.add(word);
    else words.add(word);
  }
  return { negated, words, pos, without };
}
