/**
 * Codes that analysts' data sets use: CAMEO root codes (Schrodt 2012), ACLED event and sub-event types (codebook 2023),
 * UCDP types of violence, and ACLED's precision codes for time and place.
 */
import { decode, resource } from '../document/assets.ts';
import type { DraftArgument } from '../document/layers.ts';
import type { Codes, EventType, Polarity, Role, Status } from '../document/schema.ts';
import type { Settings } from '../document/settings.ts';
import { type Confidences, ruleConfidences } from '../gazetteer/confidence.ts';
import { parseTable } from '../gazetteer/table.ts';
import type { Frame } from './frame.ts';
import type { Graph } from './graph.ts';

interface Row {
  readonly cameo: string;
  readonly acled: string;
  readonly subEvent: string;
}
/** The rows of an event type: of some words, of modes, and of all others under ''. */
interface OfType {
  readonly lemmas: Map<string, Row>;
  readonly modes: Map<string, Row>;
}
type CodeTable = ReadonlyMap<string, OfType>;
/** What is written of the events that a row of the table of frames finds. */
export interface Written {
  /** Its codes by its word, and by modes where its word has none of its own. */
  readonly word: Row | undefined;
  readonly modes: ReadonlyMap<string, Row> | undefined;
  readonly confidence: number | undefined;
}
/** Looked up when a row first finds an event, as few ever do. */
export class Writings {
  readonly #table: CodeTable;
  readonly #confidences: Confidences;
  /** By the rows' numbers. */
  readonly #known = new Map<number, Written>();

  constructor(settings: Settings) {
    this.#table = codesOf(settings);
    this.#confidences = ruleConfidences(settings.assets, 'event');
  }
  of(frame: Frame): Written {
    let known = this.#known.get(frame.number);
    if (!known) this.#known.set(frame.number, (known = this.#lookUp(frame)));
    return known;
  }
  #lookUp({ type, lemma, rule }: Frame): Written {
    const ofType = this.#table.get(type);
    return { word: ofType?.lemmas.get(lemma), modes: ofType?.modes, confidence: this.#confidences.get(rule) };
  }
}

function codesOf(settings: Settings): CodeTable {
  const rows = resource(settings.assets, 'lexicon/event-code.tsv', (bytes) =>
    parseTable(decode(bytes), 'event-code.tsv', ['type', 'mode', 'lemma', 'cameo', 'acled', 'subEvent']),
  );
  const table = new Map<string, OfType>();
  for (const row of rows) {
    const known = table.get(row.type);
    const { lemmas, modes } = known ?? { lemmas: new Map<string, Row>(), modes: new Map<string, Row>() };
    if (!known) table.set(row.type, { lemmas, modes });
    if (row.lemma) for (const lemma of row.lemma.split(' ')) lemmas.set(lemma, row);
    else modes.set(row.mode, row);
  }
  return table;
}

/** ACLED's: 1 a day or less, 2 a week, 3 longer. */
function timePrecision(value: string | undefined): 1 | 2 | 3 | undefined {
  if (!value) return undefined;
  if (/^\d{4}-\d\d-\d\d/.test(value)) return 1;
  return /^\d{4}-W\d\d/.test(value) ? 2 : /^\d{4}/.test(value) ? 3 : undefined;
}
const NEAR = new Set(['near', 'outside', 'around', 'toward', 'towards', 'off']);
/** ACLED's: 1 a town or a site, 2 near one or in a part of a region, 3 a region or country. The closest place counts. */
function geoPrecision(graph: Graph, args: readonly DraftArgument[]): 1 | 2 | 3 | undefined {
  let closest: 1 | 2 | 3 | undefined;
  for (const { role, mention, rule } of args) {
    if (role !== 'place') continue;
    const precision = precisionOf(kindOf(graph, mention), rule);
    if (closest === undefined || precision < closest) closest = precision;
  }
  return closest;
}
function precisionOf(kind: string | undefined, rule: string): 1 | 2 | 3 {
  if (kind === 'city' || kind === 'facility') return NEAR.has(rule) ? 2 : 1;
  return kind === 'area' || kind === 'water' ? 2 : 3;
}

const kindOf = (graph: Graph, mention: number): string | undefined =>
  graph.mentions[mention].kind ?? graph.entities[graph.chain[mention]]?.kind;

const STATE = new Set(['military', 'government', 'military-personnel', 'country']);
const ARMED = new Set([...STATE, 'armed-group', 'militants']);
const CIVILIAN = new Set(['civilians', 'officials', 'nationals']);

/** Who fights whom: how many armed there are on both sides, whether a state's are among them, whether civilians are the victims. */
interface Sides {
  agents: number;
  patients: number;
  state: boolean;
  civilian: boolean;
}
function sidesOf(graph: Graph, args: readonly DraftArgument[], mode: string | undefined): Sides {
  const sides: Sides = { agents: 0, patients: 0, state: false, civilian: false };
  let victims = 0;
  for (const { role, mention } of args) {
    const isVictim = role === 'patient' || role === 'killed' || role === 'injured';
    if (!isVictim && role !== 'agent') continue;
    const kind = kindOf(graph, mention) ?? '';
    if (isVictim) {
      victims++;
      if (graph.mentions[mention].type === 'person' || CIVILIAN.has(kind)) sides.civilian = true;
    }
    if (role === 'killed' || role === 'injured' || !ARMED.has(kind)) continue;
    if (STATE.has(kind)) sides.state = true;
    if (role === 'agent') sides.agents++;
    else sides.patients++;
  }
  // "clashes between the army and rebels": both sides are agents
  if (mode === 'clash' && victims === 0 && sides.agents > 0) {
    sides.patients = sides.agents - 1;
    sides.agents = 1;
  }
  return sides;
}

/** UCDP: both sides armed, state-based when one is a state's and non-state when neither is; one-sided against civilians. */
function ucdp({ agents, patients, state, civilian }: Sides): string | undefined {
  if (agents === 0) return undefined;
  if (patients > 0) return state ? 'state-based' : 'non-state';
  return civilian ? 'one-sided' : undefined;
}

const has = (graph: Graph, args: readonly DraftArgument[], role: Role, type: string): boolean =>
  args.some((a) => a.role === role && graph.mentions[a.mention].type === type);
const TERRITORY = 'Non-violent transfer of territory';
const WEAPONS = 'Disrupted weapons use';
/** ACLED calls an attack on civilians what would be a battle between the armed; territory changes hands where there is some. */
function acled(graph: Graph, args: readonly DraftArgument[], row: Row, sides: Sides): Codes['acled'] {
  const { acled: event, subEvent } = row;
  if (!event) return undefined;
  if (subEvent === TERRITORY && !has(graph, args, 'patient', 'place')) {
    if (has(graph, args, 'patient', 'weapon')) return { event, subEvent: WEAPONS };
    if (has(graph, args, 'patient', 'vehicle') || !has(graph, args, 'place', 'place')) return undefined;
  }
  const { agents, patients, civilian } = sides;
  const battle = event === 'Violence against civilians' && subEvent === 'Attack' && patients > 0 && !civilian;
  return battle && agents > 0 ? { event: 'Battles', subEvent: 'Armed clash' } : { event, subEvent };
}

/** CAMEO's root code for threats. */
const THREATEN = '13';
/** ACLED and UCDP hold what happened, tried or alleged; not what is threatened, planned or denied. */
const HAPPENED = new Set(['actual', 'attempted', 'alleged']);

export interface Coded {
  readonly type: EventType;
  readonly mode: string | undefined;
  readonly status: Status;
  readonly polarity: Polarity;
  readonly args: readonly DraftArgument[];
}

export function codes(graph: Graph, { word, modes }: Written, event: Coded): Codes | undefined {
  const { type, mode, status, polarity, args } = event;
  const row = word ?? modes?.get(mode ?? '') ?? modes?.get('');
  if (!row) return undefined;
  const coded: Open<Codes> & Pick<Codes, 'cameo'> = { cameo: status === 'threatened' ? THREATEN : row.cameo };
  if (HAPPENED.has(status) && polarity === 'positive') {
    const sides = sidesOf(graph, args, mode);
    const conflict = acled(graph, args, row, sides);
    const violence = type === 'assault' ? ucdp(sides) : undefined;
    if (conflict) coded.acled = conflict;
    if (violence) coded.ucdp = violence;
  }
  const when = timePrecision(timeOf(graph, args));
  const where = geoPrecision(graph, args);
  if (when) coded.timePrecision = when;
  if (where) coded.geoPrecision = where;
  return coded;
}
type Open<T> = { -readonly [K in keyof T]: T[K] };

/** When it was, as ISO 8601 has it. */
function timeOf(graph: Graph, args: readonly DraftArgument[]): string | undefined {
  for (const { role, mention } of args)
    if (role === 'time') return graph.entities[graph.chain[mention]]?.attributes.value as string | undefined;
  return undefined;
}
