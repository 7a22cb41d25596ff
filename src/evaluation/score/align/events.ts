/** Events match by type and a trigger in common, most shared triggers first. */
import { type Span, sameSpan } from '../../../document/span.ts';
import type { AnnotatedEvent } from '../../annotation.ts';
import { type Aligned, type Grade, missed, spurious } from '../alignment.ts';
import { SpanIndex } from '../pairing.ts';

type Events = readonly AnnotatedEvent[];

interface Trigger extends Span {
  readonly event: AnnotatedEvent;
}
type Triggers = SpanIndex<Trigger>;

const indexOf = (events: Events): Triggers =>
  new SpanIndex(events.flatMap((event) => event.triggers.map(({ start, end }) => ({ start, end, event }))));

/** The open events with a trigger in common, in the order of the text, each with how many of this event's triggers it shares. */
function shared(event: AnnotatedEvent, triggers: Triggers, open: ReadonlySet<AnnotatedEvent>) {
  const counts = new Map<AnnotatedEvent, number>();
  for (const trigger of event.triggers)
    for (const other of new Set(triggers.overlapping(trigger).map((found) => found.event)))
      if (open.has(other)) counts.set(other, (counts.get(other) ?? 0) + 1);
  return [...counts];
}

const haveExact = (a: AnnotatedEvent, b: AnnotatedEvent): boolean =>
  a.triggers.some((trigger) => b.triggers.some((other) => sameSpan(trigger, other)));

export function alignEvents(gold: Events, predicted: Events): Aligned<AnnotatedEvent>[] {
  const triggers = indexOf(predicted);
  const place = new Map(predicted.map((event, i) => [event, i]));
  const open = new Set(predicted);
  const rows = new Map<AnnotatedEvent, Aligned<AnnotatedEvent>>();
  const pair = (
    event: AnnotatedEvent,
    fits: (other: AnnotatedEvent) => boolean,
    grade: (o: AnnotatedEvent) => Grade,
  ) => {
    let best: AnnotatedEvent | undefined;
    let most = 0;
    for (const [other, count] of shared(event, triggers, open)) {
      const earlier = best !== undefined && count === most && place.get(other)! < place.get(best)!;
      if (fits(other) && (count > most || earlier)) [best, most] = [other, count];
    }
    if (!best) return;
    open.delete(best);
    rows.set(event, { gold: event, predicted: best, grade: grade(best) });
  };
  for (const event of gold)
    pair(
      event,
      (other) => other.type === event.type,
      (other) => (haveExact(event, other) ? 'exact' : 'overlap'),
    );
  for (const event of gold)
    if (!rows.has(event))
      pair(
        event,
        () => true,
        () => 'mistyped',
      );
  return [...gold.map((event) => rows.get(event) ?? missed(event)), ...[...open].map(spurious)];
}
