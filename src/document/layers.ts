/**
 * The layers that stages read and add. Words stand in packed columns; what is rarer than a word (a mention, an event)
 * is a plain record that points to others by index. `assemble.ts` turns them into the public document, with ids.
 */
import type {
  Amount,
  BuiltInEntityType,
  Casualties,
  Codes,
  DateAttributes,
  Diagnostic,
  EntityType,
  EventType,
  Ids,
  Level,
  Polarity,
  QuantityAttributes,
  RelationType,
  Role,
  Status,
} from './schema.ts';
import type { Span } from './span.ts';
import {
  EMPTY_SENTENCES,
  EMPTY_TAGS,
  EMPTY_TOKENS,
  EMPTY_TREE,
  type Sentences,
  type Tags,
  type Tokens,
  type Tree,
} from './tokens.ts';

/** A temporal expression: tokens `first` to `last` (exclusive), characters `start` to `end`. */
export interface Timex extends Span, DateAttributes {
  readonly first: number;
  readonly last: number;
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** A calendar date or a name of one ("April 22", "Tuesday"), not words about one ("last week", "three months"). */
  readonly named: boolean;
  readonly rule: string;
}

/** A mention before it has an id. The span may cut into a token (`start`, `end` decide); `first`, `last` and `head` are tokens. */
export interface DraftMention extends Span {
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
  readonly head: number;
  readonly type: EntityType;
  readonly kind?: string;
  readonly level: Level;
  readonly actsAs?: 'government';
  readonly rule: string;
  /** 0 to 1. */
  readonly confidence?: number;
  /** What the proposer knows: the timex's number, the amount, the lexicon's entry, rows of the gazetteer. */
  readonly timex?: number;
  readonly amount?: QuantityAttributes;
  readonly entry?: LexiconEntry;
  readonly candidates?: readonly number[];
  /** A person's title in front of the name, and the role behind or before it. */
  readonly title?: string;
  readonly role?: string;
}

/** What the entity stage says of a chain: the public entity without its ids. `of` and `sponsor` are indices of mentions and chains. */
export interface DraftEntity {
  readonly type: EntityType;
  readonly kind?: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly ids?: Ids;
  /** The attributes of its type, as the schema names them. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Quantity: the mention that it counts. */
  readonly of?: number;
  /** Organisation or group: the chain of its sponsor. */
  readonly sponsor?: number;
}

export interface DraftRelation extends Span {
  readonly type: RelationType;
  /** Indices of mentions. */
  readonly from: number;
  readonly to: number;
  readonly origin: 'text' | 'gazetteer';
  readonly rule: string;
  readonly confidence?: number | undefined;
}

export interface DraftArgument {
  readonly role: Role;
  /** Index of the mention. */
  readonly mention: number;
  readonly rule: string;
}
export interface DraftCasualties extends Amount {
  readonly kind: Casualties['kind'];
  readonly mention?: number;
  readonly partOf?: number;
}
export interface DraftEvent extends Span {
  readonly type: EventType;
  readonly mode?: string | undefined;
  readonly triggers: readonly Span[];
  readonly args: readonly DraftArgument[];
  readonly status: Status;
  readonly polarity: Polarity;
  readonly background?: true | undefined;
  readonly count?: Amount | undefined;
  readonly casualties?: readonly DraftCasualties[] | undefined;
  readonly codes?: Codes | undefined;
  readonly rule: string;
  readonly confidence?: number | undefined;
}

/** A name or a noun that a lexicon knows, with what it knows of it. */
export interface LexiconEntry {
  readonly term: string;
  readonly type: EntityType;
  readonly kind?: string;
  readonly level: Level;
  /** The name that stands for all of the entry's terms. */
  readonly canonical?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly sponsor?: string;
  readonly ids?: Ids;
  /** Whether the word alone is too common to be one: it needs evidence beside it. */
  readonly weak?: true;
}

export interface Layers {
  readonly text: string;
  /** ISO 8601, `YYYY-MM-DD` with or without a time. */
  readonly date: string | null;
  /** Where the article comes from: an outlet's name, site or home. */
  readonly source: string | null;
  readonly tokens: Tokens;
  readonly sentences: Sentences;
  readonly tags: Tags;
  readonly tree: Tree;
  readonly timexes: readonly Timex[];
  /** Sorted by start, the wider first. */
  readonly mentions: readonly DraftMention[];
  /** Mention indices of each entity, in the order of the text; every mention is in one chain. */
  readonly chains: readonly (readonly number[])[];
  /** Parallel to `chains`. */
  readonly entities: readonly DraftEntity[];
  readonly relations: readonly DraftRelation[];
  readonly events: readonly DraftEvent[];
  readonly diagnostics: readonly Diagnostic[];
}
export type LayerName = Exclude<keyof Layers, 'text' | 'date' | 'source' | 'diagnostics'>;

/** The layers of a text before any stage has run. */
export const emptyLayers = (text: string, date: string | null, source: string | null): Layers => ({
  text,
  date,
  source,
  tokens: EMPTY_TOKENS,
  sentences: EMPTY_SENTENCES,
  tags: EMPTY_TAGS,
  tree: EMPTY_TREE,
  timexes: [],
  mentions: [],
  chains: [],
  entities: [],
  relations: [],
  events: [],
  diagnostics: [],
});

export const isBuiltIn = (type: EntityType): type is BuiltInEntityType => !type.includes(':');
