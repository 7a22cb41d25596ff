/** The library's relation types, one file each. */
import type { RelationTypeDefinition } from '../../document/definition.ts';
import { aliasOf } from './alias-of.ts';
import { alliedWith } from './allied-with.ts';
import { backedBy } from './backed-by.ts';
import { counts } from './counts.ts';
import { fights } from './fights.ts';
import { leads } from './leads.ts';
import { locatedIn } from './located-in.ts';
import { meets } from './meets.ts';
import { memberOf } from './member-of.ts';
import { nationalityOf } from './nationality-of.ts';
import { partOf } from './part-of.ts';
import { uses } from './uses.ts';

export const RELATION_TYPE_DEFINITIONS: readonly RelationTypeDefinition[] = [
  locatedIn,
  partOf,
  memberOf,
  leads,
  nationalityOf,
  backedBy,
  alliedWith,
  fights,
  meets,
  uses,
  counts,
  aliasOf,
];
