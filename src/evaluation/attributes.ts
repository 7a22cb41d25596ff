/** The attributes of entities: what values they have, and which types have which. */
import type { BuiltInEntityType } from '../document/schema.ts';

export type AttributeKind = 'string' | 'number' | 'true' | 'country' | 'interval' | 'entity' | 'mention' | 'timex';

export const ATTRIBUTES: Readonly<Record<string, AttributeKind>> = {
  title: 'string',
  role: 'string',
  nationality: 'country',
  country: 'country',
  sponsor: 'entity',
  admin1: 'string',
  admin2: 'string',
  latitude: 'number',
  longitude: 'number',
  geonamesId: 'number',
  mod: 'string',
  interval: 'interval',
  minimum: 'number',
  maximum: 'number',
  approximate: 'true',
  unit: 'string',
  of: 'mention',
};

/** `value` is a TIMEX3 value for dates and a number for quantities. */
export const ATTRIBUTES_OF: Readonly<Record<BuiltInEntityType, readonly string[]>> = {
  person: ['title', 'role', 'nationality'],
  organization: ['country', 'sponsor'],
  group: ['country', 'sponsor'],
  place: ['country', 'admin1', 'admin2', 'latitude', 'longitude', 'geonamesId'],
  nationality: ['country'],
  weapon: [],
  vehicle: [],
  date: ['value', 'mod', 'interval'],
  quantity: ['value', 'minimum', 'maximum', 'approximate', 'unit', 'of'],
  conflict: [],
  identifier: ['latitude', 'longitude'],
};
