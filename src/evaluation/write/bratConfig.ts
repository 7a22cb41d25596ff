/** The configuration that brat needs beside the files of a folder (https://brat.nlplab.org/configuration.html). */
import { ENTITY_KINDS, EVENT_MODES, LEVELS, RELATION_TYPES, ROLES, STATUSES } from '../../document/schema.ts';

const kinds = [...new Set(Object.values(ENTITY_KINDS).flat())];
const modes = [...new Set(Object.values(EVENT_MODES).flat())];
const types = Object.keys(ENTITY_KINDS);

/** @returns the content of `annotation.conf` */
export function bratConfig(): string {
  const roles = [...ROLES.map((role) => `${role}*:<ENTITY>`), 'trigger*:<ANY>'].join(', ');
  return `[entities]
${types.join('\n')}

[relations]
${RELATION_TYPES.map((type) => `${type}\tArg1:<ENTITY>, Arg2:<ENTITY>`).join('\n')}
<EQUIV>\tEquiv\tArg1:<ENTITY>, Arg2:<ENTITY>

[events]
${Object.keys(EVENT_MODES)
  .map((type) => `${type}\t${roles}`)
  .join('\n')}

[attributes]
Kind\tArg:<ENTITY>, Value:${kinds.join('|')}
Level\tArg:<ENTITY>, Value:${LEVELS.join('|')}
ActsAs\tArg:<ENTITY>, Value:government
Mode\tArg:<EVENT>, Value:${modes.join('|')}
Status\tArg:<EVENT>, Value:${STATUSES.join('|')}
Negation\tArg:<EVENT>
Background\tArg:<EVENT>
`;
}
