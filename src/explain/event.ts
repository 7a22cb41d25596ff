/** Why an event is there: its word's row, each argument with the slot that it came from, and what is said of its truth. */
import type { Casualties, Event } from '../document/schema.ts';
import { cuesOf } from './cue.ts';
import { confidenceOf, offsets, type Reader, section } from './reader.ts';
import { slotName } from './slot.ts';
import { rowsOf, shownCells } from './table.ts';
import { treeOf } from './tree.ts';

const RULE = /^event:(\S+)\/(.+) (verb|noun|adj)$/;

function ruleOf({ assets }: Reader, rule: string): string[] {
  const [, type, lemma, pos = ''] = RULE.exec(rule) ?? [];
  const rows = rowsOf(
    assets,
    'lexicon/event.tsv',
    (c) => c.lemma === lemma && c.type === type && c.pos === pos.toUpperCase(),
  );
  return [`rule ${rule}`, ...rows.map(({ where, cells }) => `  ${where}: ${shownCells(cells)}`)];
}

const range = ({ best, low, high }: { best: number; low: number; high: number }): string =>
  low === high ? `${best}` : `${best} (${low} to ${high})`;

function victims(reader: Reader, { kind, mention, partOf, ...amount }: Casualties, all: readonly Casualties[]): string {
  const whole = partOf === undefined ? undefined : all[partOf];
  return [
    `${kind} ${range(amount)}`,
    mention ? `: ${reader.shown(mention)}` : '',
    whole ? `, part of ${whole.kind} ${range(whole)}` : '',
  ].join('');
}

function codesOf({ codes }: Event): string[] {
  if (!codes) return [];
  const { cameo, acled, ucdp, timePrecision, geoPrecision } = codes;
  const parts = [
    cameo && `CAMEO ${cameo}`,
    acled && `ACLED ${acled.event} / ${acled.subEvent}`,
    ucdp && `UCDP ${ucdp}`,
    timePrecision && `time precision ${timePrecision}`,
    geoPrecision && `geo precision ${geoPrecision}`,
  ].filter(Boolean);
  return parts.length ? [`codes ${parts.join(', ')}`] : [];
}

export function explainEvent(reader: Reader, event: Event): string[] {
  const { id, type, mode, triggers, args, status, polarity, background, count, casualties = [] } = event;
  const own = [...args.map((a) => reader.mention(a.mention)), ...triggers];
  // the words of one event may stand in several sentences
  const words = [...triggers.map((t) => reader.tokenAt(t.start)), ...args.map((a) => reader.headOf(a.mention))];
  const truth = [
    `status ${status}`,
    `polarity ${polarity}`,
    ...(background ? ['background: history or an aggregate'] : []),
    ...(count ? [`count ${range(count)}`] : []),
  ];
  return [
    `${id}: event ${mode ? `${type}/${mode}` : type}, ${triggers.map((t) => reader.words(t)).join(', ')}`,
    ...reader.sentences(own),
    ...triggers.map((t) => `trigger ${offsets(t)}: ${reader.words(t)}`),
    ...section(
      'arguments',
      args.map(({ role, mention, rule }) => `${role} ${reader.shown(mention)}, from ${slotName(rule)}`),
    ),
    ...section(
      'casualties',
      casualties.map((one) => victims(reader, one, casualties)),
    ),
    truth.join(', '),
    ...cuesOf(reader, event).map((cue) => `  ${cue}`),
    ...codesOf(event),
    ...section('tree', treeOf(reader, words)),
    ...ruleOf(reader, event.rule),
    ...confidenceOf(event.confidence),
  ];
}
