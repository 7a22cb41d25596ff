/** Which mentions a relation ties and which fill a role: the schema's tables, with demonyms and acting places as actors. */
import type { BuiltInEntityType, BuiltInRelationType, Role } from '../../document/schema.ts';

type Types = readonly BuiltInEntityType[];

const ACTOR: Types = ['person', 'organization', 'group', 'place', 'nationality'];
const COUNTED: Types = ['person', 'organization', 'group', 'place', 'weapon', 'vehicle', 'conflict', 'identifier'];
const LED: Types = ['organization', 'group', 'place', 'nationality'];

export const RELATION_SIGNATURES: Readonly<Record<BuiltInRelationType, { readonly from: Types; readonly to: Types }>> =
  {
    'located-in': { from: ['person', 'organization', 'group', 'place', 'weapon', 'vehicle'], to: ['place'] },
    // "US military" → "US": an organization is a part of its country; "Turkey" → "NATO": an acting country of an organization.
    'part-of': { from: ['organization', 'place'], to: ['organization', 'place'] },
    'member-of': { from: ['person', 'group'], to: ['organization', 'group', 'place'] },
    leads: { from: ['person'], to: LED },
    'nationality-of': { from: ['person', 'organization', 'group', 'vehicle'], to: ['nationality'] },
    'backed-by': { from: ACTOR, to: ACTOR },
    'allied-with': { from: ACTOR, to: ACTOR },
    fights: { from: ACTOR, to: ACTOR },
    meets: { from: ACTOR, to: ACTOR },
    uses: { from: ACTOR, to: ['weapon', 'vehicle'] },
    counts: { from: ['quantity'], to: COUNTED },
    'alias-of': { from: COUNTED, to: COUNTED },
  };

export const ROLE_FILLERS: Readonly<Record<Role, Types>> = {
  agent: [...ACTOR, 'identifier', 'vehicle', 'weapon'],
  patient: [...ACTOR, 'conflict', 'identifier', 'quantity', 'vehicle', 'weapon'],
  instrument: ['weapon', 'vehicle'],
  place: ['place', 'vehicle'],
  time: ['date'],
  killed: ['person', 'group', 'organization'],
  injured: ['person', 'group', 'organization'],
  source: [...ACTOR, 'identifier'],
};
