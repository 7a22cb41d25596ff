/**
 * What a document says, as lines to read and to compare: no ids, no offsets, no rules, no confidence. Two documents with the
 * same meaning have the same lines, however their records are numbered. Made for snapshots:
 *
 *   entities
 *     organization/armed-group Hamas: “Hamas”, “the group” (nominal)
 *     place/city Sderot (country IL): “Sderot”
 *   relations
 *     Hamas → located-in → Sderot
 *   events
 *     assault/rocket “shelled”: agent Hamas, patient Sderot
 */
import { type Amount, type Casualties, ROLES } from '../document/schema.ts';
import { compareSpans } from '../document/span.ts';
import type { AnnotatedEntity, AnnotatedEvent, AnnotatedMention, Annotation } from './annotation.ts';
import { SYMMETRIC } from './score/relations.ts';

type Annotated = Annotation & { readonly text: string };

/** Told by the line itself, or not a part of the meaning: numbers, how sure it is, and what was worked out from the rest. */
const ENTITY_TOLD = new Set([
  ...['id', 'type', 'kind', 'name', 'mentions', 'aliases', 'ids', 'of', 'sponsor'],
  ...['confidence', 'cues', 'implied'],
]);
const EVENT_TOLD = new Set([
  ...['id', 'type', 'mode', 'triggers', 'start', 'end', 'args', 'status', 'polarity', 'background'],
  ...['count', 'casualties', 'rule', 'confidence', 'codes'],
]);
/** What says the same as another field, where that is there. */
const SAID_BY: Readonly<Record<string, keyof AnnotatedEntity>> = {
  interval: 'value',
  latitude: 'geonamesId',
  longitude: 'geonamesId',
};

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const typed = (type: string, kind: string | undefined): string => (kind === undefined ? type : `${type}/${kind}`);
const value = (field: unknown): string => (typeof field === 'string' ? oneLine(field) : JSON.stringify(field));
const amount = ({ best, low, high }: Amount): string => (low === high ? `${best}` : `${best} (${low} to ${high})`);

/** Fields that no line tells of otherwise, "country IL", sorted. */
const others = (record: object, told: ReadonlySet<string>): string[] =>
  Object.entries(record)
    .filter(([field, content]) => !told.has(field) && content !== undefined && !(SAID_BY[field] in record))
    .map(([field, content]) => `${field} ${value(content)}`)
    .sort();

class Teller {
  readonly #document: Annotated;
  readonly #mentions: ReadonlyMap<string, AnnotatedMention>;
  readonly #places: ReadonlyMap<string, number>;
  readonly #chains = new Map<string, AnnotatedMention[]>();
  readonly #entities: readonly AnnotatedEntity[];
  readonly #labels: ReadonlyMap<string, string>;

  constructor(document: Annotated) {
    this.#document = document;
    const mentions = [...document.mentions].sort((a, b) => compareSpans(a, b) || order(a.type, b.type));
    this.#mentions = new Map(mentions.map((mention) => [mention.id, mention]));
    this.#places = new Map(mentions.map(({ id }, i) => [id, i]));
    for (const mention of mentions) {
      const chain = this.#chains.get(mention.entity);
      if (chain) chain.push(mention);
      else this.#chains.set(mention.entity, [mention]);
    }
    const place = new Map([...this.#chains.keys()].map((id, i) => [id, i]));
    const at = ({ id }: AnnotatedEntity): number => place.get(id) ?? Number.POSITIVE_INFINITY;
    this.#entities = [...document.entities].sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
    this.#labels = this.#named();
  }

  #words({ start, end }: { start: number; end: number }): string {
    return oneLine(this.#document.text.slice(start, end));
  }
  #name(entity: AnnotatedEntity): string {
    const [first] = this.#chains.get(entity.id) ?? [];
    return oneLine(entity.name ?? '') || (first ? this.#words(first) : '');
  }
  /** Names that tell entities apart: with the type where two share a name, with a number where they share that too. */
  #named(): Map<string, string> {
    const sharing = new Map<string, number>();
    const count = (label: string): number => {
      sharing.set(label, (sharing.get(label) ?? 0) + 1);
      return sharing.get(label)!;
    };
    for (const entity of this.#entities) count(this.#name(entity));
    const names = new Map(sharing);
    return new Map(
      this.#entities.map((entity) => {
        const name = this.#name(entity);
        if (names.get(name) === 1) return [entity.id, name];
        const nth = count(`${name} [${entity.type}]`);
        return [entity.id, `${name} [${entity.type}${nth > 1 ? ` ${nth}` : ''}]`];
      }),
    );
  }
  /** What a mention stands for: its entity. */
  #referent(mention: string | undefined): string {
    const found = mention === undefined ? undefined : this.#mentions.get(mention);
    return found ? (this.#labels.get(found.entity) ?? this.#words(found)) : '?';
  }
  /** Where a mention stands among all. */
  #place(mention: string): number {
    return this.#places.get(mention) ?? -1;
  }

  entities(): string[] {
    return this.#entities.map((entity) => {
      const { of, sponsor } = entity;
      const fields = [
        ...others(entity, ENTITY_TOLD),
        ...(of === undefined ? [] : [`counts ${this.#referent(of)}`]),
        ...(sponsor === undefined ? [] : [`sponsor ${this.#labels.get(sponsor) ?? '?'}`]),
      ];
      const mentions = (this.#chains.get(entity.id) ?? []).map((mention) => {
        const marks = [mention.level === 'name' ? '' : mention.level, mention.actsAs ? 'acts' : ''].filter(Boolean);
        return `“${this.#words(mention)}”${marks.length ? ` (${marks.join(', ')})` : ''}`;
      });
      const head = `${typed(entity.type, entity.kind)} ${this.#labels.get(entity.id)}`;
      return `${head}${fields.length ? ` (${fields.join(', ')})` : ''}: ${mentions.join(', ')}`;
    });
  }

  /** In the order of the text; one that holds either way round begins with what comes first. */
  relations(): string[] {
    return this.#document.relations
      .map(({ type, from, to }) => {
        const turned = SYMMETRIC.has(type) && this.#place(to) < this.#place(from);
        return turned ? { type, from: to, to: from } : { type, from, to };
      })
      .sort(
        (a, b) =>
          this.#place(a.from) - this.#place(b.from) || this.#place(a.to) - this.#place(b.to) || order(a.type, b.type),
      )
      .map(({ type, from, to }) => `${this.#referent(from)} → ${type} → ${this.#referent(to)}`);
  }

  #casualties({ kind, mention, ...numbers }: Casualties): string {
    return `${kind} ${amount(numbers)}${mention === undefined ? '' : ` of ${this.#referent(mention)}`}`;
  }
  #event(event: AnnotatedEvent): string {
    const { type, mode, triggers, args, status, polarity, background, count, casualties = [] } = event;
    const named = [...triggers].sort(compareSpans).map((trigger) => `“${this.#words(trigger)}”`);
    const slots = [...args]
      .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || this.#place(a.mention) - this.#place(b.mention))
      .map(({ role, mention }) => `${role} ${this.#referent(mention)}`);
    const rest = [
      ...(status === 'actual' ? [] : [status]),
      ...(polarity === 'negative' ? [polarity] : []),
      ...(background ? ['background'] : []),
      ...(count ? [`count ${amount(count)}`] : []),
      ...casualties.map((record) => this.#casualties(record)),
      ...others(event, EVENT_TOLD),
    ];
    return `${typed(type, mode)} ${named.join(', ')}${[...slots, ...rest].length ? `: ${[...slots, ...rest].join(', ')}` : ''}`;
  }
  events(): string[] {
    return this.#document.events
      .map((event): [AnnotatedEvent, string] => [event, this.#event(event)])
      .sort(([a, x], [b, y]) => compareSpans(a.triggers[0], b.triggers[0]) || order(x, y))
      .map(([, line]) => line);
  }
}

/** The meaning of a document, line by line; empty for one in which nothing was found. */
export function meaningOf(document: Annotated): string {
  const teller = new Teller(document);
  const sections = { entities: teller.entities(), relations: teller.relations(), events: teller.events() };
  return Object.entries(sections)
    .filter(([, lines]) => lines.length)
    .map(([title, lines]) => [title, ...lines.map((line) => `  ${line}`)].join('\n'))
    .join('\n');
}
