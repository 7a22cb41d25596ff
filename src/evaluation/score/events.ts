/** Events match by type and a trigger in common, most shared triggers first; their arguments by role and entity. */
import type { AnnotatedEvent, Annotation } from '../annotation.ts';
import { type Counts, mark } from './counts.ts';
import { overlap } from './pairing.ts';
import { entitiesOf, type Standing } from './standing.ts';
import { count } from './tally.ts';

const sharedTriggers = (gold: AnnotatedEvent, predicted: AnnotatedEvent): number =>
  gold.triggers.filter((g) => predicted.triggers.some((p) => overlap(g, p) > 0)).length;

function bestMatch(event: AnnotatedEvent, open: ReadonlySet<AnnotatedEvent>): AnnotatedEvent | undefined {
  let best: AnnotatedEvent | undefined;
  let most = 0;
  for (const candidate of open) {
    if (candidate.type !== event.type) continue;
    const shared = sharedTriggers(event, candidate);
    if (shared <= most) continue;
    most = shared;
    best = candidate;
  }
  return best;
}

/** Role and entity → role. */
const slots = (event: AnnotatedEvent, standing: Standing): Map<string, string> =>
  new Map(event.args.map(({ role, mention }) => [`${role} ${standing.get(mention) ?? `?${mention}`}`, role]));

function markProperties(counts: Counts, wanted: AnnotatedEvent, got: AnnotatedEvent): void {
  mark(counts, 'status', got.status === wanted.status);
  mark(counts, 'polarity', got.polarity === wanted.polarity);
  if (wanted.mode) mark(counts, 'mode', got.mode === wanted.mode);
}

export function countEvents(counts: Counts, gold: Annotation, predicted: Annotation, standing: Standing): void {
  const entityOf = entitiesOf(gold.mentions);
  const open = new Set(predicted.events);
  for (const event of gold.events) {
    count(counts.events, event.type, 'gold');
    const wanted = slots(event, entityOf);
    for (const role of wanted.values()) count(counts.arguments, role, 'gold');
    const hit = bestMatch(event, open);
    if (!hit) continue;
    open.delete(hit);
    count(counts.events, event.type, 'correct');
    markProperties(counts, event, hit);
    for (const [slot, role] of slots(hit, standing)) if (wanted.has(slot)) count(counts.arguments, role, 'correct');
  }
  for (const event of predicted.events) {
    count(counts.events, event.type, 'predicted');
    for (const role of slots(event, standing).values()) count(counts.arguments, role, 'predicted');
  }
}
