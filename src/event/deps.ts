/** Sets of relations: asked of a word by its own relation, and of the words below it by all of theirs at once. */
import { DEP, type Deprel } from '../document/ud.ts';

/** Bits of the relations' numbers: those below 32, and those from there on. */
export interface DepSet {
  readonly low: number;
  readonly high: number;
}
const HALF = 32;

export function depSet(...names: readonly Deprel[]): DepSet {
  let low = 0;
  let high = 0;
  for (const name of names)
    if (DEP[name] < HALF) low |= 1 << DEP[name];
    else high |= 1 << (DEP[name] - HALF);
  return { low, high };
}
/** Whether a relation is in a set; a shift by 32 and more is one by what is over. */
export const inDeps = (set: DepSet, dep: number): boolean => (((dep < HALF ? set.low : set.high) >>> dep) & 1) === 1;

/** Columns of such bits: the relations of the words below each word. */
export function addDep(low: Int32Array, high: Int32Array, word: number, dep: number): void {
  if (dep < HALF) low[word] |= 1 << dep;
  else high[word] |= 1 << (dep - HALF);
}

export const OBJECT = depSet('obj');
export const SUBJECT = depSet('nsubj');
/** What a passive is done to, in either voice. */
export const UNDERGOER = depSet('obj', 'nsubj:pass');
export const ANY_SUBJECT = depSet('nsubj', 'nsubj:pass');
/** The subjects that act. */
export const ACTIVE_SUBJECT = depSet('nsubj', 'csubj', 'nsubj:outer');
export const SURFACE_SUBJECT = depSet('nsubj', 'csubj', 'nsubj:outer', 'nsubj:pass');
/** "the army's base", "an army base", "the Iraqi base": whose a noun is. */
export const OWNER = depSet('nmod:poss', 'compound', 'amod');
/** "rocket attack", "armed attack". */
export const ATTRIBUTE = depSet('compound', 'amod');
export const COPULA = depSet('cop');
