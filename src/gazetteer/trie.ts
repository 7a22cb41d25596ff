/**
 * Many terms at once, found in one walk over the tokens. Words are compared by their atoms (runs of letters or digits,
 * in lower case, without accents), so that "Al-Asad", "al Asad" and "Al‑Asad" meet however they were tokenised.
 */
import type { Tokens } from '../document/tokens.ts';

const ATOM = /[\p{L}\p{M}\p{N}]+/gu;
const PLAIN = /^[a-z0-9]+$/;
const fold = (atom: string): string =>
  atom
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');

/** The atoms of a word: "U.S." → ["u", "s"]. */
export function atomsOf(word: string): string[] {
  return (word.match(ATOM) ?? []).map(fold);
}

interface Node<T> {
  next?: Map<string, Node<T>>;
  values?: { readonly value: T; readonly cased: readonly (string | undefined)[] }[];
}
export interface Match<T> {
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
  readonly value: T;
}

/** Capitals in a term must be capitals in the text; a short all-capital atom ("IS", "US") must be so in the text too. */
const casing = (term: string): (string | undefined)[] =>
  (term.match(ATOM) ?? []).map((atom) => (/^\p{Lu}{2,5}$/u.test(atom) ? atom : /^\p{Lu}/u.test(atom) ? '' : undefined));

export class Trie<T> {
  readonly #root: Node<T> = {};

  /** Adds a term. A term without letters or digits is never found. */
  add(term: string, value: T): this {
    let node = this.#root;
    const atoms = atomsOf(term);
    if (!atoms.length) return this;
    for (const atom of atoms) {
      node.next ??= new Map();
      const next: Node<T> = node.next.get(atom) ?? {};
      node.next.set(atom, next);
      node = next;
    }
    node.values ??= [];
    node.values.push({ value, cased: casing(term) });
    return this;
  }

  /**
   * Every term that starts at token `first`, shortest first. @param limit first token not to touch.
   * @param base base form of the token where a term ends ("drones" → "drone"), tried when the form itself doesn't match.
   */
  matchesAt(tokens: Tokens, first: number, limit: number, base?: (token: number) => string): readonly Match<T>[] {
    let node: Node<T> | undefined = this.#root;
    // most words begin no term
    if (!node.next || !this.#mayBegin(tokens, first, base)) return NONE;
    const found: Match<T>[] = [];
    const written: string[] = [];
    for (let i = first; i < limit && node?.next; i++) {
      const atoms = atomsOfToken(tokens, i);
      if (!atoms.length && i === first) break;
      const root = base?.(i);
      if (root !== undefined && atoms.length === 1 && root !== atoms[0])
        for (const { value, cased } of node.next.get(root)?.values ?? [])
          if (sameCase(cased, [...written, tokens.form[i]])) found.push({ first, last: i + 1, value });
      for (const atom of atoms) node = node?.next?.get(atom);
      if (!node) break;
      if (atoms.length) for (const a of tokens.form[i].match(ATOM) ?? []) written.push(a);
      if (node.values && atoms.length)
        for (const { value, cased } of node.values)
          if (sameCase(cased, written)) found.push({ first, last: i + 1, value });
    }
    return found;
  }

  #mayBegin(tokens: Tokens, i: number, base?: (token: number) => string): boolean {
    const next = this.#root.next;
    const lower = tokens.lower[i];
    if (next?.has(lower) || (base && next?.has(base(i)))) return true;
    return !PLAIN.test(lower) && next?.has(atomsOf(tokens.form[i])[0] ?? '') === true;
  }
}
const NONE: readonly never[] = Object.freeze([]);
const atomsOfToken = (tokens: Tokens, i: number): readonly string[] =>
  PLAIN.test(tokens.lower[i]) ? [tokens.lower[i]] : atomsOf(tokens.form[i]);

function sameCase(cased: readonly (string | undefined)[], written: readonly string[]): boolean {
  for (let i = 0; i < cased.length; i++) {
    const want = cased[i];
    if (want === undefined) continue;
    if (want ? written[i] !== want : !/^\p{Lu}/u.test(written[i])) return false;
  }
  return true;
}
