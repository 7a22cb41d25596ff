/** What is compared: an entity as its document has it, and an identity as all documents so far have it. */
import type { Document, Entity, EntityType, Ids } from '../document/schema.ts';
import { Contexts } from './context.ts';
import { contentOf, initialsOf, skeletonOf, wordsOf } from './name.ts';

export interface Name {
  readonly written: string;
  readonly words: readonly string[];
  /** The words with blanks between. */
  readonly key: string;
  readonly skeleton: string;
}
/** An entity of a document. */
export interface Profile {
  readonly entity: string;
  readonly type: EntityType;
  readonly kind: string | undefined;
  /** The fullest first. */
  readonly names: readonly Name[];
  readonly ids: Ids;
  readonly country: string | undefined;
  readonly position: readonly [latitude: number, longitude: number] | undefined;
  /** Words of titles and roles. */
  readonly roles: ReadonlySet<string>;
  readonly context: ReadonlySet<string>;
}

/** Values, parts of texts and descriptions have no identity beyond their text. */
const UNLINKED: ReadonlySet<string> = new Set(['date', 'quantity', 'nationality', 'identifier', 'group']);

export const nameOf = (written: string): Name => {
  const words = wordsOf(written);
  return { written, words, key: words.join(' '), skeleton: skeletonOf(words) };
};

/** The entities of a document that have a proper name. */
export function profilesOf(document: Document): Profile[] {
  const contexts = new Contexts(document);
  return document.entities.flatMap((entity) => {
    if (UNLINKED.has(entity.type)) return [];
    const named = contexts.mentionsOf(entity).some((m) => m.level === 'name');
    const names = [entity.name, ...(entity.aliases ?? [])].map(nameOf).filter((name) => name.key);
    return named && names.length ? [profileOf(entity, names, contexts)] : [];
  });
}

function profileOf(entity: Entity, names: readonly Name[], contexts: Contexts): Profile {
  const text = (key: string): string | undefined => {
    const value = (entity as unknown as Record<string, unknown>)[key];
    return typeof value === 'string' ? value : undefined;
  };
  const place = entity.type === 'place' ? entity : undefined;
  const located = place?.latitude !== undefined && place.longitude !== undefined && !place.inherited;
  return {
    entity: entity.id,
    type: entity.type,
    kind: entity.kind,
    names,
    ids: entity.ids ?? {},
    country: place?.inherited ? undefined : (text('country') ?? text('nationality')),
    position: located ? [place.latitude as number, place.longitude as number] : undefined,
    roles: new Set(contentOf(wordsOf(`${text('title') ?? ''} ${text('role') ?? ''}`))),
    context: contexts.wordsAround(entity),
  };
}

/** What an identity keeps, at most. */
const MOST_NAMES = 16;
const MOST_ROLES = 16;
const MOST_CONTEXT = 96;

/** An identity in the making. */
export class Known {
  readonly id: string;
  readonly type: EntityType;
  documents = 0;
  readonly names = new Map<string, { name: Name; count: number }>();
  readonly kinds = new Map<string, number>();
  readonly countries = new Map<string, number>();
  readonly roles = new Map<string, number>();
  readonly context = new Map<string, number>();
  ids: Ids = {};
  position: Profile['position'];
  /** The document that was last held to speak of it. */
  seen = -1;

  constructor(id: string, type: EntityType) {
    this.id = id;
    this.type = type;
  }

  learn(profile: Profile, document: number): void {
    this.documents++;
    this.seen = document;
    for (const name of profile.names) {
      const known = this.names.get(name.key);
      if (known) known.count++;
      else if (this.names.size < MOST_NAMES) this.names.set(name.key, { name, count: 1 });
    }
    if (profile.kind) bump(this.kinds, profile.kind);
    if (profile.country) bump(this.countries, profile.country);
    for (const role of profile.roles) bump(this.roles, role);
    for (const word of profile.context) bump(this.context, word);
    prune(this.roles, MOST_ROLES);
    prune(this.context, MOST_CONTEXT);
    this.ids = { ...profile.ids, ...this.ids };
    this.position ??= profile.position;
  }
}

const bump = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);

/** Keeps the most frequent, of equals the latest. */
function prune(map: Map<string, number>, most: number): void {
  if (map.size <= most * 2) return;
  const kept = [...map]
    .reverse()
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .reverse();
  map.clear();
  for (const [key, count] of kept) map.set(key, count);
}

/** The most frequent, the first of equals. */
export function mostFrequent(map: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [key, count] of map) if (count > most) [best, most] = [key, count];
  return best;
}

/** What an identity is found by: its ids, its names, their spellings, the last word of each, acronyms. */
export function keysOf(type: EntityType, names: Iterable<Name>, ids: Ids): Set<string> {
  const keys = new Set<string>();
  for (const [scheme, id] of Object.entries(ids)) keys.add(`${type} ${scheme} ${id}`);
  for (const { written, words, key, skeleton } of names) {
    keys.add(`${type}|${key}`);
    keys.add(`${type}~${skeleton}`);
    const content = contentOf(words);
    const last = content[content.length - 1];
    if (type === 'person') keys.add(`${type}~${skeletonOf([last])}`);
    if (type === 'organization') {
      const initials = initialsOf(written);
      if (initials.length > 1) keys.add(`${type}|${initials}`);
    }
  }
  return keys;
}
