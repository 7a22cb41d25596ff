/** Sorts an annotation's layers as documents have them: by place in the text. Ids stay as they are. */
import { compareSpans } from '../document/span.ts';
import type { Annotation } from './annotation.ts';

export function inTextOrder(annotation: Annotation): Annotation {
  const mentions = [...annotation.mentions].sort(compareSpans);
  const place = new Map(mentions.map(({ id }, i) => [id, i]));
  const first = new Map<string, number>();
  for (const [i, { entity }] of mentions.entries()) if (!first.has(entity)) first.set(entity, i);
  const at = (id: string): number => place.get(id) ?? 0;
  const events = annotation.events.map((event) => ({ ...event, triggers: [...event.triggers].sort(compareSpans) }));
  return {
    mentions,
    entities: [...annotation.entities].sort((a, b) => (first.get(a.id) ?? 0) - (first.get(b.id) ?? 0)),
    relations: [...annotation.relations].sort((a, b) => at(a.from) - at(b.from) || at(a.to) - at(b.to)),
    events: events.sort((a, b) => compareSpans(a.triggers[0], b.triggers[0])),
  };
}
