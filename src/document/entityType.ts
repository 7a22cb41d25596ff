/**
 * Entity types as small numbers, and sets of them as bits. A set is asked of mention after mention: the names of the types are
 * constants, so that to compare a type with each of them takes less time than to look it up in a `Set`.
 */
import type { BuiltInEntityType, EntityType } from './schema.ts';

/** Its place among `ENTITY_KINDS`, from 1 on; 0 for a type of one's own. */
export function numberOfType(type: EntityType): number {
  switch (type) {
    case 'person':
      return 1;
    case 'organization':
      return 2;
    case 'group':
      return 3;
    case 'place':
      return 4;
    case 'nationality':
      return 5;
    case 'weapon':
      return 6;
    case 'vehicle':
      return 7;
    case 'date':
      return 8;
    case 'quantity':
      return 9;
    case 'conflict':
      return 10;
    case 'identifier':
      return 11;
    default:
      return 0;
  }
}

/** All types of one's own, in a set. */
export const OWN_TYPES = 1;
/** Some types as bits by their numbers: a type of one's own is among none, unless `OWN_TYPES` are added. */
export const typesOf = (...types: readonly BuiltInEntityType[]): number =>
  types.reduce((set, type) => set | (1 << numberOfType(type)), 0);
export const isOfTypes = (types: number, type: EntityType): boolean => ((types >> numberOfType(type)) & 1) === 1;
