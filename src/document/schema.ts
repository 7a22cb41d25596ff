/** The shape of the library's answer: plain, JSON-ready records. The vocabulary lists are values, so that code can check against them. */
import type { Span } from './span.ts';

export type { Span };

export const LEVELS = ['name', 'nominal', 'pronoun'] as const;
export type Level = (typeof LEVELS)[number];

/** Every built-in entity type with its kinds (none: an empty list). */
export const ENTITY_KINDS = {
  person: [],
  organization: [
    'government',
    'military',
    'armed-group',
    'intergovernmental',
    'political',
    'media',
    'company',
    'other',
  ],
  group: ['military-personnel', 'militants', 'civilians', 'officials', 'nationals', 'other'],
  place: ['country', 'region', 'city', 'facility', 'water', 'area'],
  nationality: [],
  weapon: [
    'missile',
    'rocket',
    'drone',
    'bomb',
    'explosive',
    'firearm',
    'artillery',
    'chemical',
    'cyber',
    'launcher',
    'air-defense',
    'other',
  ],
  vehicle: ['aircraft', 'ship', 'submarine', 'land'],
  date: ['date', 'time', 'duration', 'set'],
  quantity: ['count', 'money', 'distance', 'percent', 'other'],
  conflict: [],
  identifier: ['url', 'email', 'handle', 'coordinates', 'document'],
} as const;
type Kinds = typeof ENTITY_KINDS;
export type BuiltInEntityType = keyof Kinds;
/** A type of one's own has a prefix of one's own (`health:disease`), so that it never meets a later built-in one. */
export type OwnType = `${string}:${string}`;
export type EntityType = BuiltInEntityType | OwnType;

interface MentionOf<T extends EntityType, K> {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** The head word, inside the mention. */
  readonly head: Span;
  readonly type: T;
  readonly kind?: K;
  readonly level: Level;
  /** The id of the entity that this mention refers to. */
  readonly entity: string;
  /** Metonymy: a capital or country that acts ("Baghdad criticized …"). */
  readonly actsAs?: 'government';
  readonly rule: string;
  readonly confidence?: number;
}
export type Mention =
  | { [T in BuiltInEntityType]: MentionOf<T, Kinds[T][number]> }[BuiltInEntityType]
  | MentionOf<OwnType, string>;

export interface Ids {
  readonly iso?: string;
  readonly geonames?: number;
  readonly wikidata?: string;
}
interface EntityOf<T extends EntityType, K> {
  readonly id: string;
  readonly type: T;
  readonly kind?: K;
  /** The fullest name in the text, else the fullest nominal. */
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Mention ids, in the order of the text. */
  readonly mentions: readonly string[];
  readonly ids?: Ids;
}
export interface PersonAttributes {
  readonly title?: string;
  readonly role?: string;
  /** ISO 3166-1 alpha-2. */
  readonly nationality?: string;
}
export interface ActorAttributes {
  readonly country?: string;
  /** The id of the sponsor's entity. */
  readonly sponsor?: string;
}
export interface PlaceAttributes {
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly admin1?: string;
  readonly admin2?: string;
  /** Degrees, WGS 84. */
  readonly latitude?: number;
  readonly longitude?: number;
  readonly geonamesId?: number;
  /** The position is a neighbour's, since the gazetteer doesn't know the name. */
  readonly inherited?: true;
  readonly confidence?: number;
  readonly cues?: readonly string[];
}
export interface Interval {
  /** ISO 8601. */
  readonly start: string;
  /** ISO 8601, exclusive. */
  readonly end: string;
}
export type DatePart = 'year' | 'month' | 'day';
export interface DateAttributes {
  /** TIMEX3 value: `2024-04-22`, `2024-W30`, `P3M`, `XXXX-04-22`, `PAST_REF` … */
  readonly value: string;
  /** TIMEX3 modifier: `START`, `MID`, `END`, `APPROX`, `BEFORE`, `AFTER`, `LESS_THAN`, `MORE_THAN`, … */
  readonly mod?: string;
  readonly interval?: Interval;
  /** What the text doesn't state and the library has worked out. */
  readonly implied?: readonly DatePart[];
}
export interface QuantityAttributes {
  readonly value?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly approximate?: true;
  readonly unit?: string;
  /** The id of the mention that it counts. */
  readonly of?: string;
}
export interface NationalityAttributes {
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}
export interface IdentifierAttributes {
  /** Of coordinates in any notation, degrees, WGS 84. */
  readonly latitude?: number;
  readonly longitude?: number;
}
/** What a text states of a thing of any type: for whoever compares entities of all types alike. */
export interface StatedAttributes
  extends PersonAttributes,
    NationalityAttributes,
    Pick<PlaceAttributes, 'admin1' | 'admin2' | 'latitude' | 'longitude' | 'geonamesId'>,
    Pick<DateAttributes, 'mod' | 'interval'>,
    Omit<QuantityAttributes, 'value' | 'of'> {
  /** TIMEX3 of a date, or the number of a quantity. */
  readonly value?: string | number;
}
interface Attributes {
  person: PersonAttributes;
  organization: ActorAttributes;
  group: ActorAttributes;
  place: PlaceAttributes;
  nationality: NationalityAttributes;
  date: DateAttributes;
  quantity: QuantityAttributes;
  identifier: IdentifierAttributes;
}
type AttributesOf<T> = T extends keyof Attributes ? Attributes[T] : unknown;
export type Entity =
  | { [T in BuiltInEntityType]: EntityOf<T, Kinds[T][number]> & AttributesOf<T> }[BuiltInEntityType]
  | EntityOf<OwnType, string>;

export const RELATION_TYPES = [
  'located-in',
  'part-of',
  'member-of',
  'leads',
  'nationality-of',
  'backed-by',
  'allied-with',
  'fights',
  'meets',
  'uses',
  'counts',
  'alias-of',
] as const;
export type BuiltInRelationType = (typeof RELATION_TYPES)[number];
export type RelationType = BuiltInRelationType | OwnType;
export interface Relation {
  readonly id: string;
  readonly type: RelationType;
  /** Mention ids. */
  readonly from: string;
  readonly to: string;
  /** The evidence: what the relation was read from. */
  readonly start: number;
  readonly end: number;
  readonly origin: 'text' | 'gazetteer';
  readonly rule: string;
  readonly confidence?: number;
}

/** PLOVER's sixteen types with their modes, from verbal cooperation to material conflict. */
export const EVENT_MODES = {
  agree: [],
  consult: ['visit', 'phone', 'negotiate', 'mediate'],
  support: [],
  concede: [],
  cooperate: [],
  aid: [],
  retreat: ['release', 'return', 'access', 'disarm', 'ceasefire', 'withdraw'],
  request: ['assist', 'change', 'yield', 'meet'],
  accuse: ['disapprove', 'allege', 'investigate'],
  reject: ['assist', 'change', 'yield', 'meet'],
  threaten: ['violence', 'restrict', 'relations', 'expel'],
  protest: ['demo', 'strike', 'boycott', 'hunger', 'obstruct', 'riot'],
  sanction: ['restrict', 'discontinue', 'withdraw', 'expel'],
  mobilize: ['deploy', 'alert', 'exercise'],
  coerce: ['arrest', 'charge', 'seize', 'restrict', 'ban', 'deport'],
  assault: [
    'airstrike',
    'drone',
    'missile',
    'rocket',
    'shelling',
    'bombing',
    'suicide',
    'shooting',
    'stabbing',
    'beating',
    'torture',
    'sexual',
    'clash',
    'killing',
    'assassination',
    'massacre',
    'abduction',
    'chemical',
    'cyber',
    'arson',
    'invasion',
    'interception',
    'other',
  ],
} as const;
export type BuiltInEventType = keyof typeof EVENT_MODES;
export type EventType = BuiltInEventType | OwnType;
export const ROLES = ['agent', 'patient', 'instrument', 'place', 'time', 'killed', 'injured', 'source'] as const;
export type Role = (typeof ROLES)[number];
export const STATUSES = ['actual', 'attempted', 'threatened', 'planned', 'hypothetical', 'alleged'] as const;
export type Status = (typeof STATUSES)[number];
export type Polarity = 'positive' | 'negative';

export interface Argument {
  readonly role: Role;
  readonly mention: string;
  /** Where the argument was read from. */
  readonly rule: string;
}
export interface Amount {
  readonly best: number;
  readonly low: number;
  readonly high: number;
}
export const CASUALTY_KINDS = ['killed', 'injured', 'missing', 'captured'] as const;
export interface Casualties extends Amount {
  readonly kind: (typeof CASUALTY_KINDS)[number];
  /** The mention of the victims. */
  readonly mention?: string;
  /** Index of the record, in the same list, that these are a part of ("six civilians, including two children"). */
  readonly partOf?: number;
}
export interface Codes {
  readonly cameo?: string;
  readonly acled?: { readonly event: string; readonly subEvent: string };
  readonly ucdp?: string;
  readonly timePrecision?: 1 | 2 | 3;
  readonly geoPrecision?: 1 | 2 | 3;
}
export interface Event {
  readonly id: string;
  readonly type: EventType;
  readonly mode?: string;
  /** The words that name the event, in the order of the text. */
  readonly triggers: readonly Span[];
  /** The evidence: from the first to the last part used. */
  readonly start: number;
  readonly end: number;
  readonly args: readonly Argument[];
  readonly status: Status;
  readonly polarity: Polarity;
  /** History or an aggregate ("since 1981", "more than 150 attacks"). */
  readonly background?: true;
  /** How many such events the text speaks of. */
  readonly count?: Amount;
  readonly casualties?: readonly Casualties[];
  readonly codes?: Codes;
  readonly rule: string;
  readonly confidence?: number;
}

export interface Token extends Span {
  readonly lemma: string;
  /** Universal Dependencies part of speech. */
  readonly pos: string;
  /** Index of the head in the document's tokens; -1 for a root. */
  readonly head: number;
  /** Universal Dependencies relation to the head. */
  readonly dep: string;
}
/** What was odd about a text, and what was done about it. */
export interface Diagnostic extends Span {
  readonly rule: string;
  readonly reason: string;
}
export interface Document {
  /** As given, never edited. */
  readonly text: string;
  /** The article's date, ISO 8601. */
  readonly date: string | null;
  readonly sentences: readonly Span[];
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly relations: readonly Relation[];
  readonly events: readonly Event[];
  readonly diagnostics: readonly Diagnostic[];
}
