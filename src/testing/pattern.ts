/** What a test expects of a record: the fields that matter to it. What a pattern leaves out may be anything. */
import type {
  Casualties,
  EntityType,
  EventType,
  Polarity,
  RelationType,
  Role,
  StatedAttributes,
  Status,
} from '../document/schema.ts';

/** Words to the letter, or a regular expression that finds something in them. */
export type Words = string | RegExp;

/** An entity. Fields that a test checks loosely take asymmetric matchers too: `latitude: expect.closeTo(31.5, 1)`. */
export interface EntityPattern extends StatedAttributes {
  /** The entity's name, one of its aliases, or the words of any of its mentions. */
  readonly name?: Words;
  readonly type?: EntityType;
  readonly kind?: string;
}
/** Whom or what a mention refers to: by words, or by its entity. */
export type Referent = Words | EntityPattern;

export interface RelationPattern {
  readonly type?: RelationType;
  readonly from?: Referent;
  readonly to?: Referent;
  readonly origin?: 'text' | 'gazetteer';
}

/** Roles: one filler, several, or `null` for none. */
export type RolePatterns = { readonly [R in Role]?: Referent | readonly Referent[] | null };
export interface EventPattern extends RolePatterns {
  readonly type?: EventType;
  readonly mode?: string;
  /** The words of one of its triggers. */
  readonly trigger?: Words;
  readonly status?: Status;
  readonly polarity?: Polarity;
  readonly background?: true;
  /** Each of these is among the event's, as far as it is given. */
  readonly casualties?: readonly Partial<Casualties>[];
}

export const ENTITY_FIELDS = [
  ...['name', 'type', 'kind', 'title', 'role', 'nationality', 'country', 'admin1', 'admin2', 'latitude', 'longitude'],
  ...['geonamesId', 'value', 'mod', 'interval', 'minimum', 'maximum', 'approximate', 'unit'],
] as const;
export const RELATION_FIELDS = ['type', 'from', 'to', 'origin'] as const;
export const EVENT_FIELDS = ['type', 'mode', 'trigger', 'status', 'polarity', 'background', 'casualties'] as const;
