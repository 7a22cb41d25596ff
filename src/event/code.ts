/**
 * Codes that analysts' data sets use: CAMEO root codes (Schrodt 2012), ACLED event and sub-event types (codebook 2023),
 * UCDP types of violence, and ACLED's precision codes for time and place.
 */
import { decode, resource } from '../document/assets.ts';
import type { DraftArgument } from '../document/layers.ts';
import type { Codes, EventType } from '../document/schema.ts';
import type { Settings } from '../document/settings.ts';
import { parseTable } from '../gazetteer/table.ts';
import type { Graph } from './graph.ts';

interface Row {
  readonly cameo: string;
  readonly acled: string;
  readonly subEvent: string;
}
/** By "type" or "type mode". */
export type CodeTable = ReadonlyMap<string, Row>;

export function codesOf(settings: Settings): CodeTable {
  const rows = resource(settings.assets, 'lexicon/event-code.tsv', (bytes) =>
    parseTable(decode(bytes), 'event-code.tsv', ['type', 'mode', 'cameo', 'acled', 'subEvent']),
  );
  return new Map(rows.map((r) => [`${r.type} ${r.mode}`.trim(), r]));
}

/** 1: a day or less, 2: a week, 3: longer. */
function timePrecision(value: string | undefined): 1 | 2 | 3 | undefined {
  if (!value) return undefined;
  if (/^\d{4}-\d\d-\d\d/.test(value)) return 1;
  return /^\d{4}-W\d\d/.test(value) ? 2 : /^\d{4}/.test(value) ? 3 : undefined;
}
/** 1: a town or a site, 2: a part of a region, 3: a region or country. */
function geoPrecision(kinds: readonly (string | undefined)[]): 1 | 2 | 3 | undefined {
  if (kinds.length === 0) return undefined;
  if (kinds.some((k) => k === 'city' || k === 'facility')) return 1;
  return kinds.some((k) => k === 'area' || k === 'water') ? 2 : 3;
}

/** UCDP: state-based when both sides are armed organisations and one a state's, non-state when neither is, one-sided against civilians. */
function ucdp(graph: Graph, args: readonly DraftArgument[], mode: string | undefined): string | undefined {
  const side = (role: string) => args.filter((a) => a.role === role).map((a) => graph.mentions[a.mention]);
  const state = (m: { type: string; kind?: string; actsAs?: string }) =>
    m.kind === 'military' || m.kind === 'government' || m.kind === 'military-personnel' || m.kind === 'country';
  const armed = (m: { type: string; kind?: string }) => state(m) || m.kind === 'armed-group' || m.kind === 'militants';
  const doers = side('agent');
  // "clashes between the army and rebels": both sides are agents
  const [agents, patients] =
    mode === 'clash' && doers.length > 1 && side('patient').length === 0
      ? [doers.slice(0, 1), doers.slice(1)]
      : [doers, side('patient')];
  if (patients.some((m) => m.type === 'person' || m.kind === 'civilians') && agents.some(armed)) return 'one-sided';
  if (!agents.some(armed) || !patients.some(armed)) return undefined;
  return [...agents, ...patients].some(state) ? 'state-based' : 'non-state';
}

/** ACLED's violence against civilians has unarmed victims: an attack of armed men on armed men is a battle. */
const acledOf = ({ acled, subEvent }: Row, violence: string | undefined) =>
  subEvent === 'Attack' && (violence === 'state-based' || violence === 'non-state')
    ? { event: 'Battles', subEvent: 'Armed clash' }
    : { event: acled, subEvent };

export function codes(
  graph: Graph,
  table: CodeTable,
  event: { readonly type: EventType; readonly mode: string | undefined; readonly args: readonly DraftArgument[] },
): Codes | undefined {
  const row = table.get(`${event.type} ${event.mode}`) ?? table.get(event.type);
  if (!row) return undefined;
  const time = event.args.find((a) => a.role === 'time');
  const value = time && (graph.entities[graph.chain[time.mention]]?.attributes.value as string | undefined);
  const kinds = event.args.filter((a) => a.role === 'place').map((a) => graph.mentions[a.mention].kind);
  const [when, where] = [timePrecision(value), geoPrecision(kinds)];
  const violence = event.type === 'assault' ? ucdp(graph, event.args, event.mode) : undefined;
  return {
    cameo: row.cameo,
    ...(row.acled ? { acled: acledOf(row, violence) } : {}),
    ...(violence ? { ucdp: violence } : {}),
    ...(when ? { timePrecision: when } : {}),
    ...(where ? { geoPrecision: where } : {}),
  };
}
