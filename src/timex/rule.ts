/** What a rule is. The name is a miniature of the phrase; the examples are run by the tests. */
import type { DatePart } from '../document/schema.ts';
import type { Context } from './context.ts';

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** The values of a pattern's classes and terms by name; what an optional part didn't match is `undefined`. */
export type Captures = Readonly<Record<string, number>>;

export interface Reading {
  readonly value: string;
  readonly mod?: string | undefined;
  /** The rule's own when not given. */
  readonly type?: TimexType;
  /** What the text doesn't state; for rules that aren't `named` all of the value, when not given. */
  readonly implied?: readonly DatePart[];
  /** It ends with the day on which the text speaks: "earlier this year". */
  readonly soFar?: true;
  /** What is odd about it, for the document's diagnostics. */
  readonly doubt?: string;
  /** Named in passing: what follows is not read against it. */
  readonly passing?: true;
  /** Where the extent is narrower than the match. */
  readonly from?: number;
}

export interface Rule {
  readonly name: string;
  /** See `pattern.ts`. With several pairs of `[` and `]` the rule finds as many expressions. */
  readonly pattern: string;
  readonly type: TimexType;
  /** A calendar date or a name of one. */
  readonly named?: true;
  /** May stand inside other rules as `<date>` ("noon on …") or `<time>` ("… Tuesday"). */
  readonly part?: 'date' | 'time';
  /** It matches what is no expression, so that no shorter rule finds one in it ("14 years old"). */
  readonly guard?: true;
  /** The values of what was matched, one for each pair of brackets; nothing when it is no expression after all. */
  readonly read: (captures: Captures, context: Context) => Reading | readonly (Reading | undefined)[] | undefined;
  /**
   * Sentences with each expression as "[value words]": "He left on [2024-04-22 April 22]." They are read against Wednesday, 24 April 2024,
   * or without a date when the sentence begins with "undated: ".
   */
  readonly examples: readonly string[];
  /** Sentences in which no rule finds anything. */
  readonly negatives?: readonly string[];
}
