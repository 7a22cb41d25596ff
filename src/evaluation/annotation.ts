/**
 * An annotated text: the schema's layers that people annotate and scorers compare. The library's `Document` is one too,
 * so that gold and predicted go through the same functions.
 */
import type {
  Amount,
  Casualties,
  EntityType,
  EventType,
  Ids,
  Level,
  Polarity,
  RelationType,
  Role,
  Span,
  StatedAttributes,
  Status,
} from '../document/schema.ts';

export interface AnnotatedMention extends Span {
  readonly id: string;
  /** The head word, where it is annotated. */
  readonly head?: Span;
  readonly type: EntityType;
  readonly kind?: string;
  readonly level: Level;
  /** The id of the entity that the mention refers to. */
  readonly entity: string;
  readonly actsAs?: 'government';
  /** What made it, where a program did. */
  readonly rule?: string;
}

/** An entity with the attributes that its type has (see `attributes.ts`). */
export interface AnnotatedEntity extends StatedAttributes {
  readonly id: string;
  readonly type: EntityType;
  readonly kind?: string;
  /** Left out where the text itself is not to be repeated. */
  readonly name?: string;
  readonly ids?: Ids;
  readonly sponsor?: string;
  /** The mention that a quantity counts. */
  readonly of?: string;
}

export interface AnnotatedRelation {
  readonly id?: string;
  readonly type: RelationType;
  /** Mention ids. */
  readonly from: string;
  readonly to: string;
  readonly start?: number;
  readonly end?: number;
  readonly origin?: 'text' | 'gazetteer';
  readonly rule?: string;
}

export interface AnnotatedArgument {
  readonly role: Role;
  readonly mention: string;
  readonly rule?: string;
}

export interface AnnotatedEvent {
  readonly id: string;
  readonly type: EventType;
  readonly mode?: string;
  readonly triggers: readonly Span[];
  readonly args: readonly AnnotatedArgument[];
  readonly status: Status;
  readonly polarity: Polarity;
  readonly background?: true;
  readonly count?: Amount;
  readonly casualties?: readonly Casualties[];
  readonly rule?: string;
}

export interface Annotation {
  readonly mentions: readonly AnnotatedMention[];
  readonly entities: readonly AnnotatedEntity[];
  readonly relations: readonly AnnotatedRelation[];
  readonly events: readonly AnnotatedEvent[];
}

/** What was annotated, and so is scored; a part that is left out is all of it. */
export interface Scope {
  readonly layers?: readonly (keyof Annotation)[];
  /** Of mentions. */
  readonly types?: readonly string[];
  readonly levels?: readonly Level[];
  readonly properties?: readonly Property[];
}

/** What of a record that was found can be right or wrong. */
export const PROPERTIES = ['kind', 'level', 'date', 'country', 'status', 'polarity', 'mode'] as const;
export type Property = (typeof PROPERTIES)[number];

/** An annotated text with what `extract` needs to read it. */
export interface AnnotatedDocument extends Annotation {
  readonly id: string;
  readonly text: string;
  /** ISO 8601, `YYYY-MM-DD`; null where the text has none. */
  readonly date: string | null;
  readonly source: string | null;
  readonly scope?: Scope;
}
