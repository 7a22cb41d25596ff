/** Finds records by their words, and tells them for messages. */
import type { Document, Entity, Event, Mention, Relation, Span } from '../document/schema.ts';
import { Describer } from '../evaluation/report/describe.ts';
import type { Words } from './pattern.ts';

/** A regular expression with `g` or `y` keeps a place between calls: each test begins anew. */
export function fits(pattern: Words, words: string): boolean {
  if (typeof pattern === 'string') return words === pattern;
  pattern.lastIndex = 0;
  return pattern.test(words);
}
/** A pattern in words: "{ type: date, value: 2024-04-22 }". */
export function told(pattern: unknown): string {
  if (typeof pattern === 'string' || pattern instanceof RegExp) return String(pattern);
  if (Array.isArray(pattern)) return pattern.map(told).join(' and ');
  if (typeof pattern !== 'object' || pattern === null) return pattern === null ? 'none' : String(pattern);
  // An asymmetric matcher tells itself.
  if ('asymmetricMatch' in pattern) return String(pattern);
  const fields = Object.entries(pattern).filter(([, value]) => value !== undefined);
  return `{ ${fields.map(([field, value]) => `${field}: ${told(value)}`).join(', ')} }`;
}

export class Lookup {
  readonly document: Document;
  readonly describe: Describer;
  readonly #mentions: ReadonlyMap<string, Mention>;
  readonly #entities: ReadonlyMap<string, Entity>;

  constructor(document: Document) {
    this.document = document;
    this.describe = new Describer({ ...document, id: '' } as ConstructorParameters<typeof Describer>[0]);
    this.#mentions = new Map(document.mentions.map((mention) => [mention.id, mention]));
    this.#entities = new Map(document.entities.map((entity) => [entity.id, entity]));
  }

  at({ start, end }: Span): string {
    return this.document.text.slice(start, end);
  }
  mention(id: string): Mention | undefined {
    return this.#mentions.get(id);
  }
  entityOf(mention: string): Entity | undefined {
    return this.#entities.get(this.#mentions.get(mention)?.entity ?? '');
  }
  /** All words that an entity goes by. */
  wordsOf(entity: Entity): string[] {
    const mentions = entity.mentions.flatMap((id) => this.#mentions.get(id) ?? []);
    return [...new Set([entity.name, ...(entity.aliases ?? []), ...mentions.map((mention) => this.at(mention))])];
  }

  entity(entity: Entity): string {
    const { id: _, type, kind, name, aliases: __, mentions: ___, ids: ____, ...fields } = entity;
    const more = Object.entries(fields).map(
      ([key, value]) => `${key} ${typeof value === 'object' ? JSON.stringify(value) : value}`,
    );
    return `${kind === undefined ? type : `${type}/${kind}`} ${name}${more.length ? ` (${more.join(', ')})` : ''}`;
  }
  relation(relation: Relation): string {
    return this.describe.relation(relation);
  }
  event(event: Event): string {
    const { status, polarity, args } = event;
    const rest = [
      ...args.map(({ role, mention }) => `${role} ${this.describe.referent(mention)}`),
      ...(status === 'actual' ? [] : [status]),
      ...(polarity === 'negative' ? [polarity] : []),
    ];
    return `${this.describe.event(event)}${rest.length ? `: ${rest.join(', ')}` : ''}`;
  }
}
