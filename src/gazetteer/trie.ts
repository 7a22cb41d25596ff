/**
 * Many terms at once, found in one walk over the tokens. Words are compared by their atoms (runs of letters or digits,
 * in lower case, without accents), so that "Al-Asad", "al Asad" and "Al‑Asad" meet however they were tokenised.
 */
import type { Tokens } from '../document/tokens.ts';
import { beginsCapital, firstAtom, firstHash, fold, isPlainWord, secondHash, writtenAtoms } from './atoms.ts';
import { WordTable, wordHash } from './wordTable.ts';

/** What the text must have of each atom; undefined for a term in small letters. */
type Cased = readonly (string | undefined)[];

interface Node<T> {
  /** Its only child, and the atom that leads there: most nodes have no more than one. */
  atom: string | undefined;
  child: Node<T> | undefined;
  /** All children where there are more, and a bit for the atom of each (`bitOf`): most words that follow are none of them. */
  next: Map<string, Node<T>> | undefined;
  some: number;
  /** The only term that ends here, or the first. */
  value: T | undefined;
  cased: Cased | undefined;
  more: { readonly value: T; readonly cased: Cased | undefined }[] | undefined;
}
const emptyNode = <T>(): Node<T> => ({
  atom: undefined,
  child: undefined,
  next: undefined,
  some: 0,
  value: undefined,
  cased: undefined,
  more: undefined,
});
const bitOf = (atom: string): number => 1 << (wordHash(atom) >>> 27);
function childOf<T>({ next, some, atom: only, child }: Node<T>, atom: string): Node<T> | undefined {
  if (!next) return only === atom ? child : undefined;
  return some & bitOf(atom) ? next.get(atom) : undefined;
}
function addChild<T>(node: Node<T>, atom: string): Node<T> {
  const known = childOf(node, atom);
  if (known) return known;
  const child = emptyNode<T>();
  if (node.child && node.atom !== undefined && !node.next) {
    node.next = new Map([[node.atom, node.child]]);
    node.some = bitOf(node.atom);
  }
  if (node.next) {
    node.next.set(atom, child);
    node.some |= bitOf(atom);
  } else {
    node.atom = atom;
    node.child = child;
  }
  return child;
}

export interface Match<T> {
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
  readonly value: T;
}

/** Capitals in a term must be capitals in the text; a short all-capital atom ("IS", "US") must be so in the text too. */
const casing = (atom: string): string | undefined =>
  !beginsCapital(atom) ? undefined : /^\p{Lu}{2,5}$/u.test(atom) ? atom : '';
interface Entry<T> {
  readonly term: string;
  readonly value: T;
}

export class Trie<T> {
  /** By first atom: nodes, or the terms that become nodes when a text first has that atom, as few of them ever do. */
  readonly #branches = new WordTable<Node<T> | Entry<T>[]>();
  readonly #alone: number[] = [];
  readonly #seconds: number[] = [];

  /** Adds a term. A term without letters or digits is never found. */
  add(term: string, value: T): this {
    const atom = firstAtom(term);
    if (atom === undefined) return this;
    const second = secondHash(term);
    if (second === undefined) this.#alone.push(wordHash(atom));
    else this.#seconds.push(second);
    const branch = this.#branches.get(atom);
    if (!branch) this.#branches.set(atom, [{ term, value }]);
    else if (Array.isArray(branch)) branch.push({ term, value });
    else grow(branch, term, value);
    return this;
  }

  /** `wordHash` of the atoms with which terms begin, of those that are terms alone, and of the second ones of all others. */
  get beginnings(): Iterable<number> {
    return this.#branches.hashes;
  }
  get alone(): Iterable<number> {
    return this.#alone;
  }
  get seconds(): Iterable<number> {
    return this.#seconds;
  }

  /**
   * Every term that starts at token `first`, shortest first. @param limit first token not to touch.
   * @param base base form of the token where a term ends ("drones" → "drone"), tried when the form itself doesn't match.
   */
  matchesAt(tokens: Tokens, first: number, limit: number, base?: (token: number) => string): readonly Match<T>[] {
    const count = this.#find(tokens, first, limit, base);
    if (!count) return NONE;
    const matches: Match<T>[] = [{ first, last: ends[0], value: values[0] as T }];
    for (let k = 1; k < count; k++) matches.push({ first, last: ends[k], value: values[k] as T });
    return matches;
  }

  /** The longest of these; of several the first. */
  longestAt(tokens: Tokens, first: number, limit: number, base?: (token: number) => string): Match<T> | undefined {
    const count = this.#find(tokens, first, limit, base);
    if (!count) return undefined;
    let longest = count - 1;
    while (longest > 0 && ends[longest - 1] === ends[longest]) longest--;
    return { first, last: ends[longest], value: values[longest] as T };
  }

  /** Fills `ends` and `values` with all terms that start at a token, shortest first. @returns how many there are */
  #find(tokens: Tokens, first: number, limit: number, base?: (token: number) => string): number {
    // most words begin no term
    if (first >= limit || !this.#mayBegin(tokens, first, base)) return 0;
    let found = 0;
    let node: Node<T> | undefined;
    for (let i = first; i < limit && (i === first || node?.child); i++) {
      const lower = tokens.lower[i];
      const atoms = isPlainWord(lower) ? undefined : writtenAtoms(tokens.form[i]);
      if (atoms && !atoms.length) {
        if (i === first) break;
        continue;
      }
      const whole = !atoms ? lower : atoms.length === 1 ? fold(atoms[0]) : undefined;
      const root = whole === undefined ? undefined : base?.(i);
      const based = root !== undefined && root !== whole ? this.#next(node, root) : undefined;
      if (based) found = note(based, tokens, first, i + 1, true, found);
      node = this.#next(node, whole ?? fold(atoms?.[0] ?? ''));
      for (let a = 1; atoms && node && a < atoms.length; a++) node = childOf(node, fold(atoms[a]));
      if (!node) break;
      found = note(node, tokens, first, i + 1, false, found);
    }
    return found;
  }

  /** The node behind an atom; of a first atom where there is no node yet. */
  #next(node: Node<T> | undefined, atom: string): Node<T> | undefined {
    if (node) return childOf(node, atom);
    const branch = this.#branches.get(atom);
    if (!Array.isArray(branch)) return branch;
    const grown = emptyNode<T>();
    for (const { term, value } of branch) grow(grown, term, value);
    this.#branches.set(atom, grown);
    return grown;
  }

  #mayBegin(tokens: Tokens, i: number, base?: (token: number) => string): boolean {
    if (this.#branches.mayHave(firstHash(tokens.form[i], tokens.lower[i]))) return true;
    if (!base) return false;
    const root = base(i);
    return root !== tokens.lower[i] && root !== '' && this.#branches.mayHave(wordHash(root));
  }
}

/** Scratch: where the terms end that were found last, and their values. */
const ends: number[] = [];
const values: unknown[] = [];

/** Adds the terms that end at a node to the `found` ones. @param whole see `sameCase` */
function note<T>(node: Node<T>, tokens: Tokens, first: number, last: number, whole: boolean, found: number): number {
  const { value, cased, more } = node;
  if (value === undefined) return found;
  let count = found;
  if (!cased || sameCase(cased, tokens, first, last, whole)) {
    ends[count] = last;
    values[count++] = value;
  }
  for (let k = 0; more && k < more.length; k++) {
    const other = more[k];
    if (other.cased && !sameCase(other.cased, tokens, first, last, whole)) continue;
    ends[count] = last;
    values[count++] = other.value;
  }
  return count;
}

const NONE: readonly never[] = Object.freeze([]);

/** Adds a term below the node of its first atom. */
function grow<T>(branch: Node<T>, term: string, value: T): void {
  const written = writtenAtoms(term);
  let node = branch;
  for (let i = 1; i < written.length; i++) node = addChild(node, fold(written[i]));
  const cases = written.map(casing);
  const cased = cases.some((atom) => atom !== undefined) ? cases : undefined;
  if (node.value !== undefined) (node.more ??= []).push({ value, cased });
  else {
    node.value = value;
    node.cased = cased;
  }
}

/** Whether some tokens have the capitals of a term. @param whole the last one counts as one atom, whatever is in it */
function sameCase(cased: Cased, { form }: Tokens, first: number, last: number, whole: boolean): boolean {
  let a = 0;
  for (let i = first; i < last && a < cased.length; i++) {
    if (isPlainWord(form[i]) || (whole && i === last - 1)) {
      if (!hasCase(form[i], cased[a++])) return false;
    } else for (const atom of writtenAtoms(form[i])) if (!hasCase(atom, cased[a++])) return false;
  }
  for (; a < cased.length; a++) if (cased[a] !== undefined) return false;
  return true;
}
const hasCase = (atom: string, want: string | undefined): boolean =>
  want === undefined || (want ? atom === want : beginsCapital(atom));
