/** From spans with chains to an annotation whose ids count up in the order of the text, as the library's own do. */
import { compareSpans } from '../../document/span.ts';
import type {
  AnnotatedEntity,
  AnnotatedEvent,
  AnnotatedMention,
  AnnotatedRelation,
  Annotation,
} from '../annotation.ts';
import { inTextOrder } from '../textOrder.ts';

/** Entities that no record describes: one a chain, named by its longest name, else its longest words. */
export function entitiesOf(text: string, mentions: readonly AnnotatedMention[]): AnnotatedEntity[] {
  const chains = new Map<string, AnnotatedMention[]>();
  for (const mention of [...mentions].sort(compareSpans)) {
    const chain = chains.get(mention.entity);
    if (chain) chain.push(mention);
    else chains.set(mention.entity, [mention]);
  }
  return [...chains].map(([id, chain]) => {
    const [{ type, kind }] = chain;
    return { id, type, ...(kind === undefined ? {} : { kind }), name: nameOf(text, chain) };
  });
}

function nameOf(text: string, chain: readonly AnnotatedMention[]): string {
  for (const level of ['name', 'nominal', 'pronoun']) {
    const words = chain.filter((m) => m.level === level).map((m) => text.slice(m.start, m.end));
    if (words.length) return words.reduce((best, name) => (name.length > best.length ? name : best));
  }
  return '';
}

const numbered = (records: readonly { readonly id?: string }[], prefix: string): Map<string, string> =>
  new Map(records.map(({ id }, i) => [id ?? '', `${prefix}${i + 1}`]));

/** The same annotation in the order of the text, with ids m1, e1, r1, v1 and so on. */
export function renumbered(annotation: Annotation): Annotation {
  const { mentions, entities, relations, events } = inTextOrder(annotation);
  const m = numbered(mentions, 'm');
  const e = numbered(entities, 'e');
  const mention = (id: string): string => m.get(id) ?? id;
  return {
    mentions: mentions.map((x) => ({ ...x, id: mention(x.id), entity: e.get(x.entity) ?? x.entity })),
    entities: entities.map((x) => ({
      ...x,
      id: e.get(x.id)!,
      ...(x.of === undefined ? {} : { of: mention(x.of) }),
      ...(x.sponsor === undefined ? {} : { sponsor: e.get(x.sponsor) ?? x.sponsor }),
    })),
    relations: relations.map(
      (x, i): AnnotatedRelation => ({ ...x, id: `r${i + 1}`, from: mention(x.from), to: mention(x.to) }),
    ),
    events: events.map((x, i): AnnotatedEvent => ({ ...x, id: `v${i + 1}`, ...argumentsOf(x, mention) })),
  };
}

const argumentsOf = ({ args, casualties }: AnnotatedEvent, mention: (id: string) => string) => ({
  args: args.map((a) => ({ ...a, mention: mention(a.mention) })),
  ...(casualties
    ? { casualties: casualties.map((c) => (c.mention === undefined ? c : { ...c, mention: mention(c.mention) })) }
    : {}),
});
