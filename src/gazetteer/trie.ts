/**
 * Many terms at once, found in one walk over the tokens. Words are compared by their atoms (runs of letters or digits,
 * in lower case, without accents), so that "Al-Asad", "al Asad" and "Al‑Asad" meet however they were tokenised.
 */
import type { Tokens } from '../document/tokens.ts';

const ATOM = /[\p{L}\p{M}\p{N}]+/gu;
const NO_ASCII = 128;
/** Letters and digits of ASCII; the rest is left to `ATOM`. */
const isPlain = (c: number): boolean => (c >= 97 && c <= 122) || (c >= 48 && c <= 57) || isCapital(c);
const isCapital = (c: number): boolean => c >= 65 && c <= 90;

/** Atoms as written: "U.S." → ["U", "S"]. */
function writtenAtoms(text: string): string[] {
  const atoms: string[] = [];
  let start = -1;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= NO_ASCII) return text.match(ATOM) ?? [];
    if (isPlain(c)) {
      if (start < 0) start = i;
    } else if (start >= 0) {
      atoms.push(text.slice(start, i));
      start = -1;
    }
  }
  if (start >= 0) atoms.push(text.slice(start));
  return atoms;
}
/** Whether a word is one atom of ASCII, which most words are: in lower case it is its own atom then. */
function isPlainWord(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (!isPlain(word.charCodeAt(i))) return false;
  return word.length > 0;
}
const fold = (atom: string): string =>
  isPlainWord(atom)
    ? atom.toLowerCase()
    : atom
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{M}+/gu, '');

/** The atoms of a word: "U.S." → ["u", "s"]. */
export const atomsOf = (word: string): string[] => writtenAtoms(word).map(fold);

interface Node<T> {
  /** Its only child, and the atom that leads there: most nodes have no more than one. */
  atom: string | undefined;
  child: Node<T> | undefined;
  /** All children where there are more. */
  next: Map<string, Node<T>> | undefined;
  values: { readonly value: T; readonly cased: readonly (string | undefined)[] }[] | undefined;
}
const emptyNode = <T>(): Node<T> => ({ atom: undefined, child: undefined, next: undefined, values: undefined });
const childOf = <T>(node: Node<T>, atom: string): Node<T> | undefined =>
  node.next ? node.next.get(atom) : node.atom === atom ? node.child : undefined;
function addChild<T>(node: Node<T>, atom: string): Node<T> {
  const known = childOf(node, atom);
  if (known) return known;
  const child = emptyNode<T>();
  if (node.child && node.atom !== undefined) node.next ??= new Map([[node.atom, node.child]]);
  if (node.next) node.next.set(atom, child);
  else {
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
function beginsCapital(atom: string): boolean {
  const c = atom.charCodeAt(0);
  return c < NO_ASCII ? isCapital(c) : /^\p{Lu}/u.test(atom);
}

/** Slots for first atoms by three of their letters and their length: a quick no for most words of a text. */
const SLOTS = 1 << 14;
function slotOf(atom: string): number {
  const n = atom.length;
  const letters = (atom.charCodeAt(0) * 31 + atom.charCodeAt(n >> 1)) * 31 + atom.charCodeAt(n - 1);
  return (letters * 16 + (n & 15)) & (SLOTS - 1);
}

export class Trie<T> {
  readonly #root = emptyNode<T>();
  readonly #begins = new Uint8Array(SLOTS);

  /** Adds a term. A term without letters or digits is never found. */
  add(term: string, value: T): this {
    const written = writtenAtoms(term);
    if (!written.length) return this;
    let node = this.#root;
    this.#begins[slotOf(fold(written[0]))] = 1;
    for (const atom of written) node = addChild(node, fold(atom));
    node.values ??= [];
    node.values.push({ value, cased: written.map(casing) });
    return this;
  }

  /**
   * Every term that starts at token `first`, shortest first. @param limit first token not to touch.
   * @param base base form of the token where a term ends ("drones" → "drone"), tried when the form itself doesn't match.
   */
  matchesAt(tokens: Tokens, first: number, limit: number, base?: (token: number) => string): readonly Match<T>[] {
    // most words begin no term
    if (!this.#mayBegin(tokens, first, base)) return NONE;
    let node: Node<T> | undefined = this.#root;
    const found: Match<T>[] = [];
    const written: string[] = [];
    for (let i = first; i < limit && node?.child; i++) {
      const atoms = atomsOfToken(tokens, i);
      if (!atoms.length && i === first) break;
      const root = base?.(i);
      if (root !== undefined && atoms.length === 1 && root !== atoms[0])
        for (const { value, cased } of childOf(node, root)?.values ?? [])
          if (sameCase(cased, [...written, tokens.form[i]])) found.push({ first, last: i + 1, value });
      for (const atom of atoms) node = node && childOf(node, atom);
      if (!node) break;
      for (const atom of writtenAtoms(tokens.form[i])) written.push(atom);
      if (node.values && atoms.length)
        for (const { value, cased } of node.values)
          if (sameCase(cased, written)) found.push({ first, last: i + 1, value });
    }
    return found;
  }

  #begin(atom: string): boolean {
    return this.#begins[slotOf(atom)] === 1 && childOf(this.#root, atom) !== undefined;
  }

  #mayBegin(tokens: Tokens, i: number, base?: (token: number) => string): boolean {
    const lower = tokens.lower[i];
    if (this.#begin(lower)) return true;
    if (base) {
      const root = base(i);
      if (root !== lower && this.#begin(root)) return true;
    }
    return !isPlainWord(lower) && this.#begin(atomsOf(tokens.form[i])[0] ?? '');
  }
}
const NONE: readonly never[] = Object.freeze([]);
const atomsOfToken = (tokens: Tokens, i: number): readonly string[] =>
  isPlainWord(tokens.lower[i]) ? [tokens.lower[i]] : atomsOf(tokens.form[i]);

function sameCase(cased: readonly (string | undefined)[], written: readonly string[]): boolean {
  for (let i = 0; i < cased.length; i++) {
    const want = cased[i];
    if (want === undefined) continue;
    const atom = written[i] ?? '';
    if (want ? atom !== want : !beginsCapital(atom)) return false;
  }
  return true;
}
