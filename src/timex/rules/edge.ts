/** What narrows or blurs an expression: "early", "the end of", "nearly". */
import type { Captures } from '../rule.ts';
import { MODS } from '../vocabulary.ts';

/** "early March", "the end of 1994": the modifier of what is named behind it. */
export const edgeOf = (c: Captures): string | undefined => {
  const mod = c.early ?? c.edge;
  return mod === undefined ? undefined : MODS[mod];
};
/** "nearly", "more than": the modifier of an amount. */
export const hedgeOf = (c: Captures): string | undefined => (c.hedge === undefined ? undefined : MODS[c.hedge]);
/** In front of a month, a year, a season: "early", "mid-", "the end of". */
export const EARLY = '( <early> - in? | <early> in? | the? ( very )? <edge> of )';
