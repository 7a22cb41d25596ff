/**
 * The records by which entity, relation and event types are defined: the library's own and the user's alike.
 * Each carries examples in bracket notation, and the tests run every one of them.
 */
import type { LexiconEntry } from './layers.ts';
import type { EntityType, EventType, Level, RelationType, Role, Status } from './schema.ts';

export interface Term extends Partial<Omit<LexiconEntry, 'term' | 'type'>> {
  readonly term: string;
  readonly level?: Level;
}

export interface EntityTypeDefinition {
  readonly type: EntityType;
  readonly description: string;
  readonly kinds?: readonly string[];
  /** Names and nouns that are of this type. Plurals are found by their base form. */
  readonly terms: readonly Term[];
  /** "[health:disease Cholera] spread in Goma." */
  readonly examples: readonly string[];
}

/**
 * A way through the dependency tree from one mention's head to another's, step by step: `<nsubj` goes up from a
 * dependent that is the `nsubj` of the next word, `>obj` goes down to an `obj`; a step may name alternatives (`<nsubj|nsubj:pass`).
 * Between steps a word may be asked for by lemma: `<nsubj {attack,raid} >obj`.
 */
export interface RelationRule {
  readonly name: string;
  readonly path: string;
  /** Narrower types than the definition's. */
  readonly from?: readonly EntityType[];
  readonly to?: readonly EntityType[];
  /** The path runs from `to` to `from`. */
  readonly inverse?: true;
  readonly examples: readonly string[];
}
export interface RelationTypeDefinition {
  readonly type: RelationType;
  readonly description: string;
  readonly from: readonly EntityType[];
  readonly to: readonly EntityType[];
  readonly symmetric?: true;
  readonly rules: readonly RelationRule[];
}

/**
 * A word that names an event, and where its arguments stand. Slots are UD relations of the trigger's dependents
 * (`nsubj`, `obj`, `obl:with`, `nmod:on`, `nmod:poss`, `compound`: a preposition behind `obl` or `nmod`); slots that are not given
 * follow the part of speech's default frame.
 */
export interface EventFrame {
  /** Base form; a particle or noun behind it with a space ("blow up", "carry out"). */
  readonly lemma: string;
  readonly pos: 'VERB' | 'NOUN' | 'ADJ';
  readonly mode?: string;
  readonly slots?: Readonly<Record<string, Role>>;
  readonly status?: Status;
  /** The word has other senses: it is an event only with an argument that is an actor, a weapon, a vehicle or a place. */
  readonly weak?: true;
}
export interface EventTypeDefinition {
  readonly type: EventType;
  readonly description: string;
  readonly modes?: readonly string[];
  readonly frames: readonly EventFrame[];
  /** "[agent Rebels] [trigger attacked] [patient the town]." */
  readonly examples: readonly string[];
}
