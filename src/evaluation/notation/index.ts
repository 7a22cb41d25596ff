/**
 * The authoring notation: a marked text, a line `---`, and records. People write it, this turns it into standoff, so
 * that nobody counts offsets. Records name entities; the mentions they tie are the closest ones in the text.
 */
import type {
  AnnotatedEntity,
  AnnotatedEvent,
  AnnotatedMention,
  AnnotatedRelation,
  Annotation,
} from '../annotation.ts';
import { ATTRIBUTES } from '../attributes.ts';
import { intervalOf } from './interval.ts';
import { type MarkedMention, readMarks } from './marks.ts';
import { type EntityRecord, type EventRecord, type Records, type Reference, readRecords } from './records.ts';

type Placed = MarkedMention & { readonly id: string };
type Span = { readonly start: number; readonly end: number };

/** Characters between two spans; nought when they touch or nest. */
const distance = (a: Span, b: Span): number => Math.max(0, a.start - b.end, b.start - a.end);

class Mentions {
  private readonly byKey = new Map<string, Placed[]>();

  constructor(readonly all: readonly Placed[]) {
    for (const mention of all) this.byKey.set(mention.key, [...(this.byKey.get(mention.key) ?? []), mention]);
  }

  of({ key, nth }: Reference): readonly Placed[] {
    const mentions = this.byKey.get(key) ?? [];
    const chosen = nth === undefined ? mentions : mentions.slice(nth - 1, nth);
    if (!chosen.length) throw new Error(`expected a mention of ${key}${nth ? ` number ${nth}` : ''} in the text`);
    return chosen;
  }

  /** The mention closest to any of the spans, the earlier of two as close. */
  closest(target: Reference, spans: readonly Span[]): Placed {
    const far = (m: Placed): number => Math.min(...spans.map((span) => distance(m, span)));
    return this.of(target).reduce((best, m) => (far(m) < far(best) ? m : best));
  }

  closestPair(from: Reference, to: Reference): [Placed, Placed] {
    const pairs = this.of(from).flatMap((a) => this.of(to).map((b): [Placed, Placed] => [a, b]));
    const apart = ([a, b]: [Placed, Placed]): number => distance(a, b);
    return pairs.reduce((best, pair) => (apart(pair) < apart(best) ? pair : best));
  }
}

const longest = (names: readonly string[]): string | undefined =>
  names.reduce<string | undefined>(
    (best, name) => (best === undefined || name.length > best.length ? name : best),
    undefined,
  );

function nameOf(text: string, mentions: readonly Placed[]): string {
  const at = (level: string): string[] =>
    mentions.filter((m) => m.level === level).map((m) => text.slice(m.start, m.end));
  return longest(at('name')) ?? longest(at('nominal')) ?? longest(at('pronoun')) ?? '';
}

/** What a quantity counts: its closest mention behind the number, else the closest. */
function countedBy(number: Placed, target: Reference, mentions: Mentions): string {
  const behind = mentions.of(target).filter((m) => m.start >= number.end);
  return (behind[0] ?? mentions.closest(target, [number])).id;
}

function attributesOf(record: EntityRecord, own: readonly Placed[], mentions: Mentions): object {
  const { of, start, end, name: _, ...rest } = record.attributes;
  const typed = Object.entries(rest).map(([key, value]) => {
    const kind = ATTRIBUTES[key];
    if (record.type === 'quantity' && key === 'value') return [key, Number(value)];
    return [key, kind === 'number' ? Number(value) : kind === 'true' ? true : value];
  });
  const interval = start && end ? { start, end } : record.type === 'date' ? intervalOf(rest.value ?? '') : undefined;
  const [key, nth] = of?.split('#') ?? [];
  return {
    ...Object.fromEntries(typed),
    ...(interval ? { interval } : {}),
    ...(key ? { of: countedBy(own[0], nth ? { key, nth: Number(nth) } : { key }, mentions) } : {}),
  };
}

function entitiesOf(text: string, { entities }: Records, mentions: Mentions): Map<string, AnnotatedEntity> {
  const records = new Map(entities.map((record) => [record.key, record]));
  const keys = [...new Set(mentions.all.map(({ key }) => key))];
  for (const { key } of entities) mentions.of({ key });
  return new Map(
    keys.map((key, i) => {
      const record = records.get(key);
      if (!record) throw new Error(`expected a line "entity ${key} …"`);
      const own = mentions.of({ key });
      const { type, kind, attributes } = record;
      const head = { id: `e${i + 1}`, type, ...(kind ? { kind } : {}), name: attributes.name ?? nameOf(text, own) };
      return [key, { ...head, ...attributesOf(record, own, mentions) } as AnnotatedEntity];
    }),
  );
}

function eventOf(record: EventRecord, triggers: readonly Span[], mentions: Mentions): Omit<AnnotatedEvent, 'id'> {
  const { type, mode, status, negative, background, count, args, casualties } = record;
  if (!triggers.length) throw new Error(`expected a trigger of ${record.key} in the text`);
  const near = (target: Reference): string => mentions.closest(target, triggers).id;
  return {
    type: type as AnnotatedEvent['type'],
    ...(mode ? { mode } : {}),
    triggers,
    args: args.map(({ role, target }) => ({ role, mention: near(target) })),
    status,
    polarity: negative ? 'negative' : 'positive',
    ...(background ? { background } : {}),
    ...(count ? { count } : {}),
    ...(casualties.length
      ? {
          casualties: casualties.map(({ victims, ...c }) => ({ ...c, ...(victims ? { mention: near(victims) } : {}) })),
        }
      : {}),
  };
}

const mentionOf = ({ id, start, end, level, acts }: Placed, entity: AnnotatedEntity): AnnotatedMention => ({
  id,
  start,
  end,
  type: entity.type,
  ...(entity.kind ? { kind: entity.kind } : {}),
  level,
  entity: entity.id,
  ...(acts ? { actsAs: 'government' } : {}),
});

/**
 * Reads an annotation in the notation.
 *
 * @returns the plain text, and its annotation with layers sorted and ids in the order of the text
 * @throws Error that names the record or quotes the line that is wrong
 */
export function readNotation(notation: string): { text: string; annotation: Annotation } {
  const parting = notation.indexOf('\n---\n');
  if (parting < 0) throw new Error('expected a line --- between the text and the records');
  const { text, mentions: marked, triggers } = readMarks(notation.slice(0, parting + 1));
  const records = readRecords(notation.slice(parting + 5).split('\n'));
  const mentions = new Mentions(marked.map((m, i) => ({ ...m, id: `m${i + 1}` })));
  const entities = entitiesOf(text, records, mentions);
  const at = new Map(mentions.all.map((m, i) => [m.id, i]));
  const relations = records.relations
    .map(({ type, from, to }) => ({ type, pair: mentions.closestPair(from, to) }))
    .sort((a, b) => at.get(a.pair[0].id)! - at.get(b.pair[0].id)! || at.get(a.pair[1].id)! - at.get(b.pair[1].id)!)
    .map(({ type, pair: [from, to] }, i) => ({ id: `r${i + 1}`, type, from: from.id, to: to.id }) as AnnotatedRelation);
  const known = new Set(records.events.map(({ key }) => key));
  for (const { key } of triggers) if (!known.has(key)) throw new Error(`expected a line "event ${key} …"`);
  const spans = (event: string): Span[] =>
    triggers.filter(({ key }) => key === event).map(({ start, end }) => ({ start, end }));
  const events = records.events
    .map((record) => eventOf(record, spans(record.key), mentions))
    .sort((a, b) => a.triggers[0].start - b.triggers[0].start)
    .map((event, i) => ({ id: `v${i + 1}`, ...event }));
  return {
    text,
    annotation: {
      mentions: mentions.all.map((m) => mentionOf(m, entities.get(m.key)!)),
      entities: [...entities.values()],
      relations,
      events,
    },
  };
}
