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

/** A type of mention, or one kind of it ("place/country"); "place/government" is a place that acts (`actsAs`). */
export type MentionPattern = EntityType | `${EntityType}/${string}`;

/** One way in which a text says the relation, read from the dependency tree between the heads of two mentions. */
export interface RelationRule {
  readonly name: string;
  /**
   * The way from the head of `from` to the head of `to`, in the language that `relation/path.ts` describes:
   * `<nsubj {attack,raid} >obj` goes up from a subject to a verb and down to its object.
   */
  readonly path: string;
  /** Narrower types than the definition's. */
  readonly from?: readonly MentionPattern[];
  readonly to?: readonly MentionPattern[];
  /** "[from group Rebels] attacked [to group soldiers]." Mentions that are in it by their type alone: "[place/country Iraq]". */
  readonly examples: readonly string[];
}
export interface RelationTypeDefinition {
  readonly type: RelationType;
  readonly description: string;
  readonly from: readonly MentionPattern[];
  readonly to: readonly MentionPattern[];
  readonly symmetric?: true;
  /** Types that are not said of a pair of entities when this one is: who leads a body is not also its member. */
  readonly excludes?: readonly RelationType[];
  /** It holds between two names of one entity, or of two that are of one type (`alias-of`), not between other mentions. */
  readonly coreferent?: true;
  readonly rules: readonly RelationRule[];
  /** As many as examples: the marked pair stands in the same sentence and the relation does not hold. */
  readonly counterexamples?: readonly string[];
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
  /** What must hold, all of it: `agent`, `patient:person,group`, `clause` … as the head of `src/lexicon/event.tsv` says. */
  readonly needs?: readonly string[];
}
export interface EventTypeDefinition {
  readonly type: EventType;
  readonly description: string;
  readonly modes?: readonly string[];
  readonly frames: readonly EventFrame[];
  /** "[agent Rebels] [trigger attacked] [patient the town]." */
  readonly examples: readonly string[];
}
