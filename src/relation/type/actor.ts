import type { MentionPattern } from '../../document/definition.ts';

/** Who can act: people, organisations, groups, and countries and capitals in their governments' stead. */
export const ACTOR: readonly MentionPattern[] = [
  'person',
  'organization',
  'group',
  'place/country',
  'place/government',
];
/** Who fights: armed bodies, governments and their people, not civilians or companies. */
export const FIGHTER: readonly MentionPattern[] = [
  'person',
  'organization/government',
  'organization/military',
  'organization/armed-group',
  'organization/political',
  'organization/intergovernmental',
  'organization/other',
  'group/military-personnel',
  'group/militants',
  'group/nationals',
  'group/other',
  'place/country',
  'place/government',
  'nationality',
];
/** People, not bodies. */
export const PEOPLE: readonly MentionPattern[] = ['person', 'group'];
export const STATE: readonly MentionPattern[] = ['place/country', 'place/government', 'nationality'];
