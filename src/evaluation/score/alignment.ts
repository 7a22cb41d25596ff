/**
 * Gold held against predicted, record by record. All scores, errors and differences are read from this one alignment, so
 * that they never contradict each other. Each record stands in one row only; grades nest: what is exact overlaps too.
 */

import type { Role } from '../../document/schema.ts';
import type { AnnotatedEvent, AnnotatedMention, AnnotatedRelation } from '../annotation.ts';

/** What is scored record by record. Entities have measures of their own (see `coreference.ts`). */
export const LAYERS = ['mentions', 'relations', 'events', 'arguments'] as const;
export type Layer = (typeof LAYERS)[number];

/**
 * `exact`: type and spans are the same · `overlap`: the type is the same and spans overlap · `mistyped`: spans overlap and
 * the type is another · `missed`: in gold only · `spurious`: predicted only.
 */
export type Grade = 'exact' | 'overlap' | 'mistyped' | 'missed' | 'spurious';

export interface Aligned<T> {
  readonly gold?: T;
  readonly predicted?: T;
  readonly grade: Grade;
}

/** An argument with the event that it belongs to. */
export interface EventArgument {
  readonly role: Role;
  /** A mention's id. */
  readonly mention: string;
  readonly rule?: string;
  readonly event: AnnotatedEvent;
}

export interface Alignment {
  readonly mentions: readonly Aligned<AnnotatedMention>[];
  /** Between entities: each type and pair of entities once. */
  readonly relations: readonly Aligned<AnnotatedRelation>[];
  readonly events: readonly Aligned<AnnotatedEvent>[];
  /** Each role and entity of an event once. */
  readonly arguments: readonly Aligned<EventArgument>[];
}

/** What a record is filed under: its type, or the role of an argument. */
export const typeOf = (record: { readonly type: string } | { readonly role: string }): string =>
  'role' in record && !('type' in record) ? record.role : (record as { readonly type: string }).type;

export const missed = <T>(gold: T): Aligned<T> => ({ gold, grade: 'missed' });
export const spurious = <T>(predicted: T): Aligned<T> => ({ predicted, grade: 'spurious' });
