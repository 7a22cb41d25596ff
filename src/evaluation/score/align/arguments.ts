/** Arguments of events that were found: role and entity. Those of events that were not are missed, or spurious. */
import type { AnnotatedEvent } from '../../annotation.ts';
import { type Aligned, type EventArgument, missed, spurious } from '../alignment.ts';
import type { Standing } from '../standing.ts';

/** By role and entity, each once. */
function slotsOf(event: AnnotatedEvent, standing: Standing): Map<string, EventArgument> {
  const slots = new Map<string, EventArgument>();
  for (const argument of event.args) {
    const key = JSON.stringify([argument.role, standing.get(argument.mention) ?? `?${argument.mention}`]);
    if (!slots.has(key)) slots.set(key, { ...argument, event });
  }
  return slots;
}

function alignPair(
  gold: AnnotatedEvent,
  predicted: AnnotatedEvent,
  ours: Standing,
  theirs: Standing,
  exact: (argument: EventArgument) => boolean,
): Aligned<EventArgument>[] {
  const wanted = slotsOf(gold, ours);
  const rows: Aligned<EventArgument>[] = [];
  const left: EventArgument[] = [];
  for (const [key, argument] of slotsOf(predicted, theirs)) {
    const hit = wanted.get(key);
    if (!hit) left.push(argument);
    else {
      wanted.delete(key);
      rows.push({ gold: hit, predicted: argument, grade: exact(argument) ? 'exact' : 'overlap' });
    }
  }
  const open = [...wanted.values()];
  for (const argument of left) {
    const entity = theirs.get(argument.mention);
    const at = entity === undefined ? -1 : open.findIndex(({ mention }) => ours.get(mention) === entity);
    if (at < 0) rows.push(spurious(argument));
    else rows.push({ gold: open.splice(at, 1)[0], predicted: argument, grade: 'mistyped' });
  }
  return [...rows, ...open.map(missed)];
}

/** @param exact the predicted mentions whose span is right */
export function alignArguments(
  events: readonly Aligned<AnnotatedEvent>[],
  ours: Standing,
  theirs: Standing,
  exact: ReadonlySet<string>,
): Aligned<EventArgument>[] {
  return events.flatMap(({ gold, predicted, grade }) => {
    if (gold && predicted && grade !== 'mistyped')
      return alignPair(gold, predicted, ours, theirs, ({ mention }) => grade === 'exact' && exact.has(mention));
    return [
      ...(gold ? [...slotsOf(gold, ours).values()].map(missed) : []),
      ...(predicted ? [...slotsOf(predicted, theirs).values()].map(spurious) : []),
    ];
  });
}
