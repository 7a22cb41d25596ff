/** Other corpora's names of entity types, as this schema calls them. */
import { ENTITY_KINDS, type EntityType } from '../../document/schema.ts';

/** A label of a corpus → a type of the schema; null where mentions of that label are left out. */
export type Labels = Readonly<Record<string, EntityType | null>>;

/** Of CoNLL 2003, OntoNotes, ACE, re3d, Universal NER and TimeML, in lower case. */
const KNOWN: Labels = {
  per: 'person',
  pers: 'person',
  org: 'organization',
  organisation: 'organization',
  military_org: 'organization',
  loc: 'place',
  location: 'place',
  gpe: 'place',
  fac: 'place',
  facility: 'place',
  country: 'place',
  norp: 'nationality',
  wea: 'weapon',
  veh: 'vehicle',
  timex3: 'date',
  temporal: 'date',
  time: 'date',
  duration: 'date',
  set: 'date',
  cardinal: 'quantity',
  money: 'quantity',
  percent: 'quantity',
  misc: null,
};
const OWN = /^[a-z][a-z0-9-]*(?::|__)[a-z][a-z0-9-]*$/;

/**
 * @param labels the caller's own names, which come first
 * @returns undefined for a label that nobody knows
 */
export function typeOfLabel(label: string, labels: Labels): EntityType | null | undefined {
  if (Object.hasOwn(labels, label)) return labels[label];
  const lower = label.toLowerCase();
  if (Object.hasOwn(ENTITY_KINDS, lower)) return lower as EntityType;
  if (OWN.test(lower)) return lower.replace('__', ':') as EntityType;
  return Object.hasOwn(KNOWN, lower) ? KNOWN[lower] : undefined;
}

/** What an error says of a label that nobody knows. */
export const LABEL = 'an entity type, or a label that --map names (LABEL=type, or LABEL= to leave it out)';
