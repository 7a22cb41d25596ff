import type { Assets } from './assets.ts';
import type { EntityTypeDefinition, EventTypeDefinition, RelationTypeDefinition } from './definition.ts';
import type { LexiconEntry } from './layers.ts';
import type { GazetteerEdition, PlaceRow } from './placeRow.ts';

/** How an all-numeric date is read: "04/05/2024" is 5 April (`mdy`, the default) or 4 May (`dmy`). */
export type DateOrder = 'mdy' | 'dmy';

/** An extractor's configuration, checked and complete. Stages take from it what they need when they are prepared. */
export interface Settings {
  readonly assets: Assets;
  readonly dateOrder: DateOrder;
  /** The user's own entries, and the terms of `entityTypes`, beside the library's. */
  readonly lexicon: readonly LexiconEntry[];
  readonly entityTypes: readonly EntityTypeDefinition[];
  readonly relationTypes: readonly RelationTypeDefinition[];
  readonly eventTypes: readonly EventTypeDefinition[];
  /** @default 'full' */
  readonly gazetteer?: GazetteerEdition;
  /** The user's own places, beside the gazetteer's. */
  readonly places?: readonly PlaceRow[];
}

/** The settings of an extractor of which nothing special is asked. */
export const defaultSettings = (assets: Assets): Settings => ({
  assets,
  dateOrder: 'mdy',
  lexicon: [],
  entityTypes: [],
  relationTypes: [],
  eventTypes: [],
});
