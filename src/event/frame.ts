/** The tables of event words, compiled: which words name events, of what type, and where their arguments stand. */
import { decode, resource } from '../document/assets.ts';
import type { EventFrame, EventTypeDefinition } from '../document/definition.ts';
import { EVENT_MODES, type EventType, ROLES, type Role, STATUSES, type Status } from '../document/schema.ts';
import type { Settings } from '../document/settings.ts';
import { constantsOf, parseTable } from '../gazetteer/table.ts';
import { asksWho, type Need, Needs, needOf, ofArguments } from './need.ts';
import { type SlotRole, type SlotRoles, type Slots, SlotTable, slotRoles } from './role.ts';
import { WordSets } from './sense.ts';
import { traitsOf } from './trait.ts';
import { MARK, type Vocabulary } from './vocabulary.ts';

const typeNamed = constantsOf(Object.keys(EVENT_MODES) as EventType[]);
const statusNamed = constantsOf(STATUSES);
type FramePos = EventFrame['pos'];
export interface Frame {
  readonly lemma: string;
  readonly pos: FramePos;
  /** By number among all rows; those of a word alone follow one another. */
  number: number;
  /** The words of `lemma` by their numbers: the verb and what stands below it, or a noun's neighbours. */
  readonly words: readonly number[];
  readonly type: EventType;
  /** What is known of its type: bits of `TRAIT`. */
  readonly traits: number;
  readonly mode: string | undefined;
  readonly slots: SlotTable;
  /** Slots that the row itself gives, not the defaults. */
  readonly own: ReadonlySet<string>;
  readonly needs: readonly (readonly Need[])[];
  /** What is known of the needs at once: whether the row may hold without anyone named, and whether it has read a denial. */
  readonly bends: boolean;
  readonly denies: boolean;
  /** Whether it takes people: "take hostage", "capture". */
  readonly captures: boolean;
  /** The sets that it asks for at the object. */
  readonly objects: readonly number[];
  readonly status: Status | undefined;
  readonly rule: string;
}
/** The rows under a word, in the order in which they are tried. */
export interface Rows {
  /** Rows of several words, the longest first. */
  readonly longer: readonly Frame[];
  /** The words that such rows ask for near the word at hand, by their numbers: where none of them is, no such row matches. */
  readonly further: ReadonlyMap<number, true> | undefined;
  /** Rows of the word alone, which match wherever it stands: the numbers of the first and behind the last. */
  readonly first: number;
  readonly last: number;
}
export interface Frames {
  readonly sets: WordSets;
  /** Rows by part of speech and by the number of their first word (verbs, adjectives) or of each of their words (nouns). */
  readonly byWord: Readonly<Record<FramePos, readonly (Rows | undefined)[]>>;
  /** All rows by their numbers. */
  readonly frames: readonly Frame[];
  readonly needs: Needs;
  /** What is asked first of a row, by its number, in columns so that most rows are turned down before they are touched: where its needs begin; a number that rows with one type and the same slots share; whether it bends. */
  readonly needsOf: Int32Array;
  readonly slotsOf: Int32Array;
  readonly bends: Uint8Array;
}

const rolesOf = (cell: string): SlotRole[] =>
  cell.split('+').filter((r): r is SlotRole => r === 'site' || r === 'visited' || ROLES.includes(r as Role));

function slotsOf(cell: string, name: string): Slots {
  const slots = new Map<string, SlotRoles>();
  for (const part of cell.split(' ').filter((p) => p && !p.startsWith('@'))) {
    const [key, role] = part.split('=');
    if (role !== '-' && rolesOf(role ?? '').length === 0)
      throw new SyntaxError(`${name}: expected slot=role, got "${part}"`);
    slots.set(key, slotRoles(rolesOf(role)));
  }
  return slots;
}

interface Tables {
  readonly defaults: ReadonlyMap<string, Slots>;
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
    return { slots: new SlotTable(new Map([...(defaults.get(base) ?? []), ...own])), own: new Set(own.keys()) };
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
function compile(row: Row, type: EventType, cells: ReturnType<typeof cellReader>, vocabulary: Vocabulary): Frame {
  const { slots, own, needs } = cells(row);
  const alternatives = needs.flat();
  const words = row.lemma.split(' ');
  return {
    lemma: row.lemma,
    pos: row.pos,
    number: -1,
    words: words.map((word) => vocabulary.add(word, words.length > 1 ? MARK.further : 0)),
    type,
    traits: traitsOf(type),
    mode: row.mode || undefined,
    slots,
    own,
    needs,
    bends: alternatives.some((need) => asksWho(need, row.pos)),
    denies: alternatives.some((need) => need.key === 'denied' && !need.negated),
    captures: CAPTURE.test(row.lemma),
    objects: alternatives.filter((n) => n.kind === 'set' && n.key === 'obj' && !n.negated).map((n) => n.set),
    status: row.status ? statusNamed(row.status) : undefined,
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

/** The rows of a word, which get their numbers here. */
function rowsOf(frames: readonly Frame[], all: Frame[]): Rows {
  const sorted = [...frames].sort((a, b) => b.words.length - a.words.length || asks(b) - asks(a));
  const longer = sorted.filter((f) => f.words.length > 1);
  const first = all.length;
  for (const frame of sorted) if (frame.words.length === 1) frame.number = all.push(frame) - 1;
  const last = all.length;
  for (const frame of longer) if (frame.number < 0) frame.number = all.push(frame) - 1;
  return {
    longer,
    // of a noun's row the word may be any, and be in it twice; of a verb's it is the first
    further: longer.length
      ? new Map(longer.flatMap((f) => (f.pos === 'NOUN' ? f.words : [f.words[1]])).map((word) => [word, true]))
      : undefined,
    first,
    last,
  };
}
function index(frames: readonly Frame[]): Pick<Frames, 'byWord' | 'frames'> {
  const byWord = {
    VERB: new Map<number, Frame[]>(),
    NOUN: new Map<number, Frame[]>(),
    ADJ: new Map<number, Frame[]>(),
  };
  for (const frame of frames) {
    // of a noun's words the tree says which is the head; a verb stands first
    const known = byWord[frame.pos];
    for (const word of frame.pos === 'NOUN' ? new Set(frame.words) : [frame.words[0]]) {
      const list = known.get(word);
      if (list) list.push(frame);
      else known.set(word, [frame]);
    }
  }
  const all: Frame[] = [];
  const compiled = (pos: FramePos) => {
    const rows: (Rows | undefined)[] = [];
    for (const [word, list] of [...byWord[pos]].sort(([a], [b]) => a - b)) {
      while (rows.length < word) rows.push(undefined);
      rows.push(rowsOf(list, all));
    }
    return rows;
  };
  return { byWord: { VERB: compiled('VERB'), NOUN: compiled('NOUN'), ADJ: compiled('ADJ') }, frames: all };
}
function columnsOf(frames: readonly Frame[]): Pick<Frames, 'needs' | 'needsOf' | 'slotsOf' | 'bends'> {
  const needs = new Needs();
  const begun = new Map<unknown, Map<string, number>>();
  /** The number of two things together. */
  const together = (a: unknown, b: string, make: () => number): number => {
    const known = begun.get(a) ?? new Map<string, number>();
    begun.set(a, known);
    const number = known.get(b) ?? make();
    known.set(b, number);
    return number;
  };
  let slots = 0;
  const needsOf = Int32Array.from(frames, (f) => together(f.needs, f.pos, () => needs.add(f.needs, f.pos)));
  needs.close();
  return {
    needs,
    needsOf,
    slotsOf: Int32Array.from(frames, (f) => together(f.slots, f.type, () => slots++)),
    bends: Uint8Array.from(frames, (f) => Number(f.bends)),
  };
}

const table = <const C extends string>(settings: Settings, name: string, columns: readonly C[]) =>
  resource(settings.assets, `lexicon/${name}`, (bytes) => parseTable(decode(bytes), name, columns));

/** The library's frames and the user's own event types, whose words come first. */
export function framesOf(settings: Settings, vocabulary: Vocabulary): Frames {
  const columns = ['lemma', 'pos', 'type', 'mode', 'slots', 'needs', 'status'] as const;
  const rows = table(settings, 'event.tsv', columns);
  const tables: Tables = {
    defaults: new Map(
      table(settings, 'event-slot.tsv', ['name', 'slots']).map((r) => [r.name, slotsOf(r.slots, 'event-slot.tsv')]),
    ),
    sets: new WordSets(table(settings, 'event-set.tsv', ['set', 'words']), vocabulary),
  };
  const cells = cellReader(tables);
  const own = settings.eventTypes.flatMap((definition: EventTypeDefinition) =>
    definition.frames.map((frame) => compile(rowOf(frame), definition.type, cells, vocabulary)),
  );
  const built = rows.map((r) => compile(r as unknown as Row, typeNamed(r.type as EventType), cells, vocabulary));
  const indexed = index([...own, ...built]);
  return { sets: tables.sets, ...indexed, ...columnsOf(indexed.frames) };
}
