import type { MentionPattern } from '../../document/definition.ts';

/** Who can act: people, organisations, groups, and countries and capitals in their governments' stead. */
export const ACTOR: readonly MentionPattern[] = [
  'person',
  'organization',
  'group',
  'place/country',
  'place/government',
];
/** People, not bodies. */
export const PEOPLE: readonly MentionPattern[] = ['person', 'group'];
export const STATE: readonly MentionPattern[] = ['place/country', 'place/government', 'nationality'];
