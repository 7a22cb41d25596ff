/** What place resolution gets and gives. */

import type { Ids, PlaceAttributes } from '../../document/schema.ts';
import type { Span } from '../../document/span.ts';
import type { Sentences, Tokens } from '../../document/tokens.ts';

/** A mention of a place by name. */
export interface PlaceName extends Span {
  /** Tokens, `last` exclusive. */
  readonly first: number;
  readonly last: number;
  /** Rows of the gazetteer that bear the name. */
  readonly candidates: readonly number[];
  readonly actsAs?: 'government' | undefined;
}
/** Mentions of one place. */
export interface PlaceChain {
  readonly kind?: string | undefined;
  readonly names: readonly PlaceName[];
  /** Tokens of its other mentions ("the base"): without a name they inherit the country around them. */
  readonly nominals?: readonly { readonly first: number; readonly last: number }[] | undefined;
}
export interface PlaceContext {
  readonly text: string;
  readonly tokens: Tokens;
  readonly sentences: Sentences;
  /** An outlet's name, site or home. */
  readonly source: string | null;
}
export interface ResolvedPlace {
  /** Row of the gazetteer, -1 when it doesn't know the place. */
  readonly row: number;
  readonly kind?: string | undefined;
  readonly attributes: PlaceAttributes;
  readonly ids?: Ids | undefined;
}

/** One place lies in another, as the text says: chains, and the mentions it was read from. */
export interface ParentPair {
  readonly child: number;
  readonly parent: number;
  readonly childName: number;
  readonly parentName: number;
}
