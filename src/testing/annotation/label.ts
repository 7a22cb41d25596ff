/** Labels of brackets: what a stretch of text is expected to be. */
import { ENTITY_KINDS, EVENT_MODES, type Event, LEVELS, type Mention, ROLES } from '../../document/schema.ts';

/** What the document has at a place. */
export interface Found {
  readonly mentions: readonly Mention[];
  /** Events with a trigger there. */
  readonly events: readonly Event[];
  /** Roles that the entity there plays. */
  readonly roles: readonly string[];
}

export interface Label {
  readonly name: string;
  holds(found: Found): boolean;
}

const ACTORS: readonly string[] = ['person', 'organization', 'group'];
/** These act in some sentences only: "Baghdad criticized …", "the Iranians fired …". */
const MAY_ACT: readonly string[] = ['place', 'nationality'];
const OWN = /^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*$/;

const isActor = ({ type, actsAs }: Mention, roles: readonly string[]): boolean =>
  ACTORS.includes(type) ||
  (MAY_ACT.includes(type) && (actsAs !== undefined || roles.includes('agent') || roles.includes('source')));

const mentionLabel =
  (type: string, kind: string | undefined) =>
  ({ mentions }: Found): boolean =>
    mentions.some((mention) => mention.type === type && (kind === undefined || mention.kind === kind));
const eventLabel =
  (type: string, mode: string | undefined) =>
  ({ events }: Found): boolean =>
    events.some((event) => event.type === type && (mode === undefined || event.mode === mode));

/** `actor` is a person, an organization or a group, and a place or people by their nationality where they act. */
function holderOf(name: string): Label['holds'] | undefined {
  const [type, part] = name.split('/');
  if (name === 'actor') return ({ mentions, roles }) => mentions.some((mention) => isActor(mention, roles));
  if (name === 'trigger') return ({ events }) => events.length > 0;
  if (Object.hasOwn(ENTITY_KINDS, type)) return mentionLabel(type, part);
  if ((LEVELS as readonly string[]).includes(name)) return ({ mentions }) => mentions.some((m) => m.level === name);
  if (Object.hasOwn(EVENT_MODES, type)) return eventLabel(type, part);
  if ((ROLES as readonly string[]).includes(name)) return ({ roles }) => roles.includes(name);
  if (OWN.test(type)) return (found) => mentionLabel(type, part)(found) || eventLabel(type, part)(found);
  return undefined;
}

/** @throws TypeError for a label that there isn't */
export function labelOf(name: string): Label {
  const holds = holderOf(name);
  if (holds) return { name, holds };
  const known = [
    'actor',
    ...Object.keys(ENTITY_KINDS),
    ...LEVELS,
    ...ROLES.filter((role) => role !== 'place'),
    'trigger',
  ];
  throw new TypeError(
    `toMatchAnnotation: expected a label (${known.join(', ')}, an event's type, or one's own with a prefix), got '${name}'`,
  );
}
