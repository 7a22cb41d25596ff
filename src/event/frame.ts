/** The tables of event words, compiled: which words name events, of what type, and where their arguments stand. */
import { decode, resource } from '../document/assets.ts';
import type { EventFrame, EventTypeDefinition } from '../document/definition.ts';
import { type EventType, ROLES, type Role, type Status } from '../document/schema.ts';
import type { Settings } from '../document/settings.ts';
import { parseTable } from '../gazetteer/table.ts';
import { asksWho, type Need, needOf, ofArguments } from './need.ts';
import { WordSets } from './sense.ts';

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
  /** What is known of the needs at once: whether the row may hold without anyone named, and whether it has read a denial. */
  readonly bends: boolean;
  readonly denies: boolean;
  /** Whether it takes people: "take hostage", "capture". */
  readonly captures: boolean;
  /** Needs that ask for a word at the object. */
  readonly objects: readonly Need[];
  readonly status: Status | undefined;
  readonly rule: string;
}
/** A row that matches at a word. */
export interface Match {
  readonly frame: Frame;
  /** The words below a verb, or beside a noun, that belong to it: they are no arguments. */
  readonly parts: readonly number[];
}
/** The rows under a word, in the order in which they are tried. */
export interface Rows {
  /** Rows of several words, the longest first. */
  readonly longer: readonly Frame[];
  /** The words that such rows ask for near the word at hand: where none of them is, no such row matches. */
  readonly further: ReadonlySet<string> | undefined;
  /** Rows of the word alone, which match wherever it stands. */
  readonly alone: readonly Match[];
}
export interface Frames {
  readonly sets: WordSets;
  /** Rows by part of speech and by their first word (verbs, adjectives) or each of their words (nouns). */
  readonly byWord: Readonly<Record<FramePos, ReadonlyMap<string, Rows>>>;
}

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

interface Tables {
  readonly defaults: ReadonlyMap<string, ReadonlyMap<string, SlotRole[]>>;
  readonly sets: WordSets;
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
      .sort((a, b) => Number(a.some(ofArguments)) - Number(b.some(ofArguments)));
  return (row: Row): Where & Pick<Frame, 'needs'> => {
    const key = `${row.pos} ${row.slots}`;
    if (!slotCells.has(key)) slotCells.set(key, where(row));
    if (!needCells.has(row.needs)) needCells.set(row.needs, needs(row.needs));
    return { ...(slotCells.get(key) as Where), needs: needCells.get(row.needs) as Frame['needs'] };
  };
}
const CAPTURE = /\b(?:capture|prisoner|captive|hostage)\b/;
function compile(row: Row, type: EventType, cells: ReturnType<typeof cellReader>): Frame {
  const { slots, own, needs } = cells(row);
  const alternatives = needs.flat();
  return {
    lemma: row.lemma,
    pos: row.pos,
    words: row.lemma.split(' '),
    type,
    mode: row.mode || undefined,
    slots,
    own,
    needs,
    bends: alternatives.some((need) => asksWho(need, row.pos)),
    denies: alternatives.some((need) => need.key === 'denied' && !need.negated),
    captures: CAPTURE.test(row.lemma),
    objects: alternatives.filter((need) => need.kind === 'set' && need.key === 'obj' && !need.negated),
    status: row.status || undefined,
    rule: `event:${type}/${row.lemma} ${row.pos.toLowerCase()}`,
  };
}

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

const NO_PARTS: readonly number[] = [];
function rowsOf(frames: readonly Frame[]): Rows {
  const sorted = [...frames].sort((a, b) => b.words.length - a.words.length || asks(b) - asks(a));
  const longer = sorted.filter((f) => f.words.length > 1);
  return {
    longer,
    // of a noun's row the word may be any, and be in it twice; of a verb's it is the first
    further: longer.length ? new Set(longer.flatMap((f) => (f.pos === 'NOUN' ? f.words : f.words[1]))) : undefined,
    alone: sorted.filter((f) => f.words.length === 1).map((frame) => ({ frame, parts: NO_PARTS })),
  };
}
function index(frames: readonly Frame[]): Frames['byWord'] {
  const byWord = {
    VERB: new Map<string, Frame[]>(),
    NOUN: new Map<string, Frame[]>(),
    ADJ: new Map<string, Frame[]>(),
  };
  for (const frame of frames) {
    const known = byWord[frame.pos];
    // of a noun's words the tree says which is the head; a verb stands first
    for (const word of frame.pos === 'NOUN' ? new Set(frame.words) : [frame.words[0]]) {
      const list = known.get(word);
      if (list) list.push(frame);
      else known.set(word, [frame]);
    }
  }
  const compiled = (pos: FramePos) => new Map([...byWord[pos]].map(([word, list]) => [word, rowsOf(list)]));
  return { VERB: compiled('VERB'), NOUN: compiled('NOUN'), ADJ: compiled('ADJ') };
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
    sets: new WordSets(table(settings, 'event-set.tsv', ['set', 'words'])),
  };
  const cells = cellReader(tables);
  const own = settings.eventTypes.flatMap((definition: EventTypeDefinition) =>
    definition.frames.map((frame) => compile(rowOf(frame), definition.type, cells)),
  );
  const built = rows.map((r) => compile(r as unknown as Row, r.type as EventType, cells));
  return { sets: tables.sets, byWord: index([...own, ...built]) };
}
