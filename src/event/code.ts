/**
 * Codes that analysts' data sets use: CAMEO root codes (Schrodt 2012), ACLED event and sub-event types (codebook 2023),
 * UCDP types of violence, and ACLED's precision codes for time and place.
 */
import { decode, resource } from '../document/assets.ts';
import type { DraftArgument } from '../document/layers.ts';
import type { Codes, EventType, Polarity, Role, Status } from '../document/schema.ts';
import type { Settings } from '../document/settings.ts';
import { parseTable } from '../gazetteer/table.ts';
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
export type CodeTable = ReadonlyMap<string, OfType>;

export function codesOf(settings: Settings): CodeTable {
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
  const precisions = args
    .filter((a) => a.role === 'place')
    .map(({ mention, rule }) => {
      const kind = kindOf(graph, mention);
      if (kind === 'city' || kind === 'facility') return NEAR.has(rule) ? 2 : 1;
      return kind === 'area' || kind === 'water' ? 2 : 3;
    });
  return precisions.length ? (Math.min(...precisions) as 1 | 2 | 3) : undefined;
}

const kindOf = (graph: Graph, mention: number): string | undefined =>
  graph.mentions[mention].kind ?? graph.entities[graph.chain[mention]]?.kind;

const STATE = new Set(['military', 'government', 'military-personnel', 'country']);
const ARMED = new Set([...STATE, 'armed-group', 'militants']);
const CIVILIAN = new Set(['civilians', 'officials', 'nationals']);

/** Who fights whom: kinds of the armed on both sides, whether civilians are the victims, and the types in each role. */
function sides(graph: Graph, args: readonly DraftArgument[], mode: string | undefined) {
  const armed = (role: string) =>
    args
      .filter((a) => a.role === role)
      .map((a) => kindOf(graph, a.mention) ?? '')
      .filter((kind) => ARMED.has(kind));
  const victims = args.filter((a) => a.role === 'patient' || a.role === 'killed' || a.role === 'injured');
  const civilian = victims.some(
    ({ mention }) => graph.mentions[mention].type === 'person' || CIVILIAN.has(kindOf(graph, mention) ?? ''),
  );
  const has = (role: Role, type: string): boolean =>
    args.some((a) => a.role === role && graph.mentions[a.mention].type === type);
  const agents = armed('agent');
  // "clashes between the army and rebels": both sides are agents
  if (mode === 'clash' && !victims.length)
    return { agents: agents.slice(0, 1), patients: agents.slice(1), civilian, has };
  return { agents, patients: armed('patient'), civilian, has };
}
type Sides = ReturnType<typeof sides>;

/** UCDP: both sides armed, state-based when one is a state's and non-state when neither is; one-sided against civilians. */
function ucdp({ agents, patients, civilian }: Sides): string | undefined {
  if (!agents.length) return undefined;
  if (patients.length) return [...agents, ...patients].some((kind) => STATE.has(kind)) ? 'state-based' : 'non-state';
  return civilian ? 'one-sided' : undefined;
}

const TERRITORY = 'Non-violent transfer of territory';
const WEAPONS = 'Disrupted weapons use';
/** ACLED calls an attack on civilians what would be a battle between the armed; territory changes hands where there is some. */
function acled({ acled: event, subEvent }: Row, { agents, patients, civilian, has }: Sides): Codes['acled'] {
  if (!event) return undefined;
  if (subEvent === TERRITORY && !has('patient', 'place')) {
    if (has('patient', 'weapon')) return { event, subEvent: WEAPONS };
    if (has('patient', 'vehicle') || !has('place', 'place')) return undefined;
  }
  const battle = event === 'Violence against civilians' && subEvent === 'Attack' && patients.length > 0 && !civilian;
  return battle && agents.length ? { event: 'Battles', subEvent: 'Armed clash' } : { event, subEvent };
}

/** CAMEO's root code for threats. */
const THREATEN = '13';
/** ACLED and UCDP hold what happened, tried or alleged; not what is threatened, planned or denied. */
const HAPPENED = new Set(['actual', 'attempted', 'alleged']);

export interface Coded {
  readonly type: EventType;
  readonly mode: string | undefined;
  readonly lemma: string;
  readonly status: Status;
  readonly polarity: Polarity;
  readonly args: readonly DraftArgument[];
}

export function codes(graph: Graph, table: CodeTable, event: Coded): Codes | undefined {
  const { type, mode, lemma, status, polarity, args } = event;
  const ofType = table.get(type);
  const row = ofType?.lemmas.get(lemma) ?? ofType?.modes.get(mode ?? '') ?? ofType?.modes.get('');
  if (!row) return undefined;
  const happened = HAPPENED.has(status) && polarity === 'positive';
  const between = happened ? sides(graph, args, mode) : undefined;
  const time = args.find((a) => a.role === 'time');
  const value = time && (graph.entities[graph.chain[time.mention]]?.attributes.value as string | undefined);
  const [when, where] = [timePrecision(value), geoPrecision(graph, args)];
  const conflict = between && acled(row, between);
  const violence = between && type === 'assault' ? ucdp(between) : undefined;
  return {
    cameo: status === 'threatened' ? THREATEN : row.cameo,
    ...(conflict ? { acled: conflict } : {}),
    ...(violence ? { ucdp: violence } : {}),
    ...(when ? { timePrecision: when } : {}),
    ...(where ? { geoPrecision: where } : {}),
  };
}
