import { type Amount, CASUALTY_KINDS, EVENT_MODES, ROLES, STATUSES } from '../../document/schema.ts';
import type { AnnotatedEvent, AnnotatedMention } from '../annotation.ts';
import { type Context, expectOneOf } from './report.ts';
import { ROLE_FILLERS } from './signatures.ts';
import { checkOrder, checkSpan } from './spans.ts';

type Mentions = ReadonlyMap<string, AnnotatedMention>;

function checkAmount({ report }: Context, record: string, { best, low, high }: Amount): void {
  if (!(low >= 0 && low <= best && best <= high)) report(record, '0 ≤ low ≤ best ≤ high', `${low}, ${best}, ${high}`);
}

function checkArguments({ report }: Context, { id, args }: AnnotatedEvent, mentions: Mentions): void {
  for (const { role, mention } of args) {
    expectOneOf(report, id, 'role', ROLES, role);
    const filler = mentions.get(mention);
    if (!filler) report(id, `${role} to be a mention that is in the file`, mention);
    else expectOneOf(report, id, role, ROLE_FILLERS[role] ?? [], filler.type);
  }
}

function checkCasualties(context: Context, { id, casualties = [] }: AnnotatedEvent, mentions: Mentions): void {
  casualties.forEach((record, i) => {
    const name = `${id} casualties[${i}]`;
    expectOneOf(context.report, name, 'kind', CASUALTY_KINDS, record.kind);
    checkAmount(context, name, record);
    if (record.mention !== undefined && !mentions.has(record.mention))
      context.report(name, 'a mention that is in the file', record.mention);
    if (record.partOf !== undefined && (record.partOf === i || !casualties[record.partOf]))
      context.report(name, 'partOf to be another record of the event', record.partOf);
  });
}

function checkEvent(context: Context, event: AnnotatedEvent, mentions: Mentions): void {
  const { report } = context;
  const { id, type, mode, triggers, status, polarity } = event;
  expectOneOf(report, id, 'type', Object.keys(EVENT_MODES), type);
  if (mode !== undefined)
    expectOneOf(report, id, `mode of ${type}`, EVENT_MODES[type as keyof typeof EVENT_MODES] ?? [], mode);
  if (!triggers.length) report(id, 'at least one trigger', 0);
  for (const trigger of triggers) checkSpan(context, `${id} trigger`, trigger);
  checkOrder(
    context,
    `${id} triggers`,
    triggers.map(({ start }) => [start]),
  );
  expectOneOf(report, id, 'status', STATUSES, status);
  expectOneOf(report, id, 'polarity', ['positive', 'negative'], polarity);
  if (event.background !== undefined && event.background !== true)
    report(id, 'background: true, or left out', event.background);
  if (event.count) checkAmount(context, `${id} count`, event.count);
  checkArguments(context, event, mentions);
  checkCasualties(context, event, mentions);
}

export function checkEvents(context: Context): void {
  const mentions = new Map(context.file.mentions.map((m) => [m.id, m]));
  for (const event of context.file.events) checkEvent(context, event, mentions);
  checkOrder(
    context,
    'events',
    context.file.events.map(({ triggers }) => [triggers[0]?.start ?? 0]),
  );
}
