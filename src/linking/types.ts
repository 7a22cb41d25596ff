/** What the linker gives: identities over an archive, and why an entity was held to be one of them. */
import type { Document, EntityType, Ids } from '../document/schema.ts';

/** One reason for or against, and what it added to the score. */
export interface Evidence {
  readonly kind: 'id' | 'name' | 'part' | 'spelling' | 'kind' | 'country' | 'position' | 'role' | 'context';
  /** What was compared: the name, the country, the words that both contexts share. */
  readonly value: string;
  readonly weight: number;
}
/** An entity of a document and its identity in the archive. */
export interface Link {
  /** The entity's id in its document. */
  readonly entity: string;
  readonly identity: string;
  /** The sum of the evidence's weights; 0 for the first of its identity. */
  readonly score: number;
  /** Empty for the first of its identity. */
  readonly evidence: readonly Evidence[];
}
export interface LinkedDocument {
  readonly document: Document;
  /** One for each entity with a proper name, in the order of the document's entities. */
  readonly links: readonly Link[];
}
/** A thing that documents speak of. */
export interface Identity {
  readonly id: string;
  readonly type: EntityType;
  readonly kind?: string;
  /** The fullest of the names that documents use most. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-2: of a place, an organisation's home, a person's nationality. */
  readonly country?: string;
  readonly ids?: Ids;
  readonly documents: number;
}
export interface LinkOptions {
  /** The score from which an entity is held to be an identity that is known. More: fewer wrong links, more split ones. @default 3 */
  readonly threshold?: number;
  /** So many identities are remembered; beyond, those seen least recently are forgotten. @default 100000 */
  readonly most?: number;
}
export interface Linker {
  /** Links the entities of one more document, and learns from them. */
  add(document: Document): readonly Link[];
  /** All that is remembered, those seen least recently first. */
  identities(): IterableIterator<Identity>;
}
