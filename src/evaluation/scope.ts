/** What of an annotation is scored, where only a part was annotated, or asked for. */
import type { Annotation, Scope } from './annotation.ts';

/** What both scopes hold. */
export function narrowed(a: Scope | undefined, b: Scope | undefined): Scope {
  const both = <K extends keyof Scope>(key: K): Pick<Scope, K> => {
    const [x, y] = [a?.[key] as readonly string[] | undefined, b?.[key] as readonly string[] | undefined];
    const common = x && y ? x.filter((value) => y.includes(value)) : (x ?? y);
    return (common ? { [key]: common } : {}) as Pick<Scope, K>;
  };
  return { ...both('layers'), ...both('types'), ...both('levels'), ...both('properties') };
}

/** The part of an annotation that is in scope: what leans on a mention out of scope goes with it. */
export function restrict<A extends Annotation>(annotation: A, { layers, types, levels }: Scope): A {
  if (!layers && !types && !levels) return annotation;
  const has = (layer: keyof Annotation): boolean => layers?.includes(layer) ?? true;
  const mentions = annotation.mentions.filter(
    ({ type, level }) => (types?.includes(type) ?? true) && (levels?.includes(level) ?? true),
  );
  const kept = new Set(mentions.map(({ id }) => id));
  const owners = new Set(mentions.map(({ entity }) => entity));
  return {
    ...annotation,
    mentions,
    entities: annotation.entities.filter(({ id }) => owners.has(id)),
    relations: has('relations') ? annotation.relations.filter(({ from, to }) => kept.has(from) && kept.has(to)) : [],
    events: has('events')
      ? annotation.events.map((event) => ({ ...event, args: event.args.filter(({ mention }) => kept.has(mention)) }))
      : [],
  };
}
