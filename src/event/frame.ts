/** The tables of event words, compiled: which words name events, of what type, and where their arguments stand. */
import { decode, resource } from '../document/assets.ts';
import type { EventFrame, EventTypeDefinition } from '../document/definition.ts';
import { type EventType, ROLES, type Role, type Status } from '../document/schema.ts';
import type { Settings } from '../document/settings.ts';
import { parseTable } from '../gazetteer/table.ts';

export type SlotRole = Role | 'site' | 'visited';
type FramePos = EventFrame['pos'];
/**
 * Roles by slot: a slot may fill two ("patient+killed"). `site` is the patient when a facility, a vehicle or an actor stands there,
 * the place when a town or country does ("a bomb exploded at a bank in Quito"); `visited` is the place, and the patient when a country or actor.
 */
export type Slots = ReadonlyMap<string, readonly SlotRole[]>;
export interface Frame {
  readonly lemma: string;
  readonly pos: FramePos;
  /** The lemmas of `lemma`: the verb and what stands below it, or a noun's neighbours. */
  readonly words: readonly string[];
  readonly type: EventType;
  readonly mode: string | undefined;
  readonly slots: Slots;
  /** Slots that the row itself gives, not the defaults. */
  readonly own: ReadonlySet<string>;
  readonly needs: readonly (readonly Need[])[];
  readonly status: Status | undefined;
  readonly rule: string;
}
/** One alternative of a condition: see the head of `event.tsv`. */
export interface Need {
  readonly negated: boolean;
  readonly kind: 'plain' | 'type' | 'set';
  readonly key: string;
  /** Mention types, or the words of the set. */
  readonly values: ReadonlySet<string>;
}
export interface Frames {
  /** Frames by their first word (verbs, adjectives) or each of their words (nouns), longest first. */
  readonly byWord: ReadonlyMap<string, readonly Frame[]>;
}

const EMPTY: ReadonlySet<string> = new Set();
const rolesOf = (cell: string): SlotRole[] =>
  cell.split('+').filter((r): r is SlotRole => r === 'site' || r === 'visited' || ROLES.includes(r as Role));

function slotsOf(cell: string, name: string): Map<string, SlotRole[]> {
  const slots = new Map<string, SlotRole[]>();
  for (const part of cell.split(' ').filter((p) => p && !p.startsWith('@'))) {
    const [key, role] = part.split('=');
    if (role !== '-' && rolesOf(role ?? '').length === 0)
      throw new SyntaxError(`${name}: expected slot=role, got "${part}"`);
    slots.set(key, rolesOf(role));
  }
  return slots;
}

function needOf(text: string, sets: ReadonlyMap<string, ReadonlySet<string>>): Need {
  const negated = text.startsWith('!');
  const [, key, sign, value] = /^!?([\w-]+)(?:([:~])(.+))?$/.exec(text) ?? [];
  if (!key)
    throw new SyntaxError(`event.tsv: expected a need such as agent, patient:person or obj~truce, got "${text}"`);
  if (sign === ':') return { negated, kind: 'type', key, values: new Set(value.split(',')) };
  if (sign !== '~') return { negated, kind: 'plain', key, values: EMPTY };
  const values = sets.get(value);
  if (!values) throw new SyntaxError(`event.tsv: expected a set of event-set.tsv, got "${value}"`);
  return { negated, kind: 'set', key, values };
}

const ofArguments = (any: readonly Need[]): boolean =>
  any.some((n) => n.kind !== 'set' || ROLES.includes(n.key as Role));

interface Tables {
  readonly defaults: ReadonlyMap<string, ReadonlyMap<string, SlotRole[]>>;
  readonly sets: ReadonlyMap<string, ReadonlySet<string>>;
}
interface Row extends Pick<EventFrame, 'lemma' | 'pos'> {
  readonly mode: string | undefined;
  readonly status: Status | undefined;
  readonly slots: string;
  readonly needs: string;
}
type Where = Pick<Frame, 'slots' | 'own'>;
/** Reads the cells of rows; thousands of rows share a few hundred cells, each is read once. */
function cellReader({ defaults, sets }: Tables) {
  const slotCells = new Map<string, Where>();
  const needCells = new Map<string, Frame['needs']>();
  const where = ({ slots, pos, lemma }: Row): Where => {
    const own = slotsOf(slots, `event word "${lemma}"`);
    const base = /@(\w+)/.exec(slots)?.[1] ?? pos;
    return { slots: new Map([...(defaults.get(base) ?? []), ...own]), own: new Set(own.keys()) };
  };
  const needs = (cell: string): Frame['needs'] =>
    cell
      .split(' ')
      .filter(Boolean)
      .map((need) => need.split('|').map((part) => needOf(part, sets)))
      // what a slot must hold is sooner known than what the arguments are
      .sort((a, b) => Number(ofArguments(a)) - Number(ofArguments(b)));
  return (row: Row): Where & Pick<Frame, 'needs'> => {
    const key = `${row.pos} ${row.slots}`;
    if (!slotCells.has(key)) slotCells.set(key, where(row));
    if (!needCells.has(row.needs)) needCells.set(row.needs, needs(row.needs));
    return { ...(slotCells.get(key) as Where), needs: needCells.get(row.needs) as Frame['needs'] };
  };
}
const compile = (row: Row, type: EventType, cells: ReturnType<typeof cellReader>): Frame => ({
  lemma: row.lemma,
  pos: row.pos,
  words: row.lemma.split(' '),
  type,
  mode: row.mode || undefined,
  ...cells(row),
  status: row.status || undefined,
  rule: `event:${type}/${row.lemma} ${row.pos.toLowerCase()}`,
});

const rowOf = (frame: EventFrame): Row => ({
  lemma: frame.lemma,
  pos: frame.pos,
  mode: frame.mode,
  status: frame.status,
  slots: Object.entries(frame.slots ?? {})
    .map(([key, role]) => `${key.replace(/^(?:obl|nmod):/, '')}=${role}`)
    .join(' '),
  needs: [...(frame.weak ? ['actor'] : []), ...(frame.needs ?? [])].join(' '),
});

/** Whether a row asks for a certain word beside it: such rows come before those that take any. */
const asks = ({ needs }: Frame): number =>
  Number(needs.some((any) => any.every((n) => (n.kind === 'set' || n.key === 'denied') && !n.negated)));

function index(frames: readonly Frame[]): Frames {
  const byWord = new Map<string, Frame[]>();
  for (const frame of frames) {
    // of a noun's words the tree says which is the head; a verb stands first
    const words = frame.pos === 'NOUN' ? new Set(frame.words) : [frame.words[0]];
    for (const word of words) {
      const key = `${word} ${frame.pos}`;
      if (!byWord.has(key)) byWord.set(key, []);
      byWord.get(key)?.push(frame);
    }
  }
  for (const list of byWord.values()) list.sort((a, b) => b.words.length - a.words.length || asks(b) - asks(a));
  return { byWord };
}

const table = <const C extends string>(settings: Settings, name: string, columns: readonly C[]) =>
  resource(settings.assets, `lexicon/${name}`, (bytes) => parseTable(decode(bytes), name, columns));

/** The library's frames and the user's own event types, whose words come first. */
export function framesOf(settings: Settings): Frames {
  const columns = ['lemma', 'pos', 'type', 'mode', 'slots', 'needs', 'status'] as const;
  const rows = table(settings, 'event.tsv', columns);
  const tables: Tables = {
    defaults: new Map(
      table(settings, 'event-slot.tsv', ['name', 'slots']).map((r) => [r.name, slotsOf(r.slots, 'event-slot.tsv')]),
    ),
    sets: new Map(table(settings, 'event-set.tsv', ['set', 'words']).map((r) => [r.set, new Set(r.words.split(' '))])),
  };
  const cells = cellReader(tables);
  const own = settings.eventTypes.flatMap((definition: EventTypeDefinition) =>
    definition.frames.map((frame) => compile(rowOf(frame), definition.type, cells)),
  );
  const built = rows.map((r) => compile(r as unknown as Row, r.type as EventType, cells));
  return index([...own, ...built]);
}
