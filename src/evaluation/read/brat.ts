/**
 * brat standoff: types, roles and relations by the schema's names (or mapped ones), chains as `Equiv`, and
 * kind, level, mode, status and polarity as attributes. What brat has no place for is read from notes of type `Sitrep`.
 */
import {
  EVENT_MODES,
  type EventType,
  LEVELS,
  type Level,
  RELATION_TYPES,
  ROLES,
  type Role,
  STATUSES,
  type Status,
} from '../../document/schema.ts';
import type {
  AnnotatedDocument,
  AnnotatedEntity,
  AnnotatedEvent,
  AnnotatedMention,
  AnnotatedRelation,
} from '../annotation.ts';
import { toUtf16 } from '../offsets.ts';
import { type BratEvent, type BratFile, readBratLines, type TextBound } from './bratLines.ts';
import { entitiesOf, renumbered } from './build.ts';
import { documentOf } from './document.ts';
import { expected, type Place } from './formatError.ts';
import { LABEL, type Labels, typeOfLabel } from './labels.ts';

const NONE: ReadonlyMap<string, string> = new Map();
const own = (label: string): string => label.replace('__', ':');
const flat = (words: string): string => words.replace(/[\r\n]/g, ' ');

class Reader {
  readonly #brat: BratFile;
  readonly #text: string;
  readonly #offset: (codePoint: number) => number;
  readonly #labels: Labels;
  readonly #triggers: ReadonlySet<string>;
  readonly #mentions = new Map<string, AnnotatedMention>();

  constructor(brat: BratFile, text: string, labels: Labels) {
    this.#brat = brat;
    this.#text = text;
    this.#offset = toUtf16(text);
    this.#labels = labels;
    this.#triggers = new Set(
      brat.events.flatMap(({ trigger, args }) => [
        trigger,
        ...args.filter(({ role }) => role === 'trigger').map(({ id }) => id),
      ]),
    );
  }

  #attributes(id: string): ReadonlyMap<string, string> {
    return this.#brat.attributes.get(id) ?? NONE;
  }
  /** A note of ours, as JSON. */
  #record(id: string, place: Place): object {
    const json = this.#brat.records.get(id);
    if (json === undefined) return {};
    let record: unknown;
    try {
      record = JSON.parse(json);
    } catch (error) {
      return expected(place, `JSON in the note on ${id}`, (error as Error).message);
    }
    if (typeof record !== 'object' || record === null || Array.isArray(record))
      return expected(place, `an object in the note on ${id}`, record);
    return record;
  }
  /** Date and source of the text. */
  head(place: Place): { date: string | null; source: string | null } {
    const { date, source } = this.#record('T0', place) as { date?: unknown; source?: unknown };
    return { date: typeof date === 'string' ? date : null, source: typeof source === 'string' ? source : null };
  }
  #span(bound: TextBound): { start: number; end: number } {
    const [start, end] = [this.#offset(bound.start), this.#offset(bound.end)];
    if (!(start < end))
      expected(bound, `a span of the text's ${this.#text.length} characters`, `${bound.start} ${bound.end}`);
    const words = flat(this.#text.slice(start, end));
    if (bound.whole && bound.words && flat(bound.words) !== words)
      expected(bound, `the text's words at ${bound.start} ${bound.end}, '${words.slice(0, 60)}'`, bound.words);
    return { start, end };
  }
  #oneOf<T extends string>(place: Place, what: string, names: readonly T[], got: string): T {
    if (!names.includes(got as T)) expected(place, `${what} to be one of ${names.join(', ')}`, got);
    return got as T;
  }

  #entityOf(): Map<string, string> {
    const entity = new Map<string, string>();
    // Groups that share a member are one.
    for (const group of this.#brat.equivalences) {
      const known = group.map((id) => entity.get(id)).find((id) => id !== undefined) ?? group[0];
      const merged = new Set(group.map((id) => entity.get(id)).filter((id) => id !== undefined));
      if (merged.size > 1) for (const [id, owner] of entity) if (merged.has(owner)) entity.set(id, known);
      for (const id of group) entity.set(id, known);
    }
    return entity;
  }

  mentions(): AnnotatedMention[] {
    const entity = this.#entityOf();
    for (const [id, bound] of this.#brat.textBounds) {
      if (this.#triggers.has(id)) continue;
      const type = typeOfLabel(bound.label, this.#labels);
      if (type === undefined) expected(bound, LABEL, bound.label);
      if (type === null) continue;
      const attributes = this.#attributes(id);
      const kind = attributes.get('Kind');
      const level = this.#oneOf<Level>(bound, 'Level', LEVELS, attributes.get('Level') ?? 'name');
      const { entity: _, ...more } = this.#record(id, bound) as { entity?: object };
      const mention = {
        id,
        ...this.#span(bound),
        type,
        ...(kind ? { kind } : {}),
        level,
        entity: entity.get(id) ?? id,
      };
      const acts = attributes.has('ActsAs') ? ({ actsAs: 'government' } as const) : {};
      this.#mentions.set(id, { ...more, ...mention, ...acts });
    }
    return [...this.#mentions.values()];
  }

  /** A chain's entity, with the attributes from the note on any of its mentions. */
  entities(mentions: readonly AnnotatedMention[]): AnnotatedEntity[] {
    const noted = new Map<string, object>();
    for (const { id, entity } of mentions) {
      const { entity: record } = this.#record(id, this.#brat.textBounds.get(id)!) as { entity?: AnnotatedEntity };
      if (!record) continue;
      const sponsor = record.sponsor === undefined ? undefined : this.#mentions.get(record.sponsor)?.entity;
      noted.set(entity, sponsor === undefined ? record : { ...record, sponsor });
    }
    return entitiesOf(this.#text, mentions).map((entity) => {
      const record = noted.get(entity.id);
      return record ? { ...entity, ...record, id: entity.id, type: entity.type } : entity;
    });
  }

  relations(): AnnotatedRelation[] {
    return this.#brat.relations.flatMap((relation): AnnotatedRelation[] => {
      const type = own(relation.label);
      if (!type.includes(':')) this.#oneOf(relation, 'the relation', RELATION_TYPES, type);
      for (const end of relation.ends)
        if (!this.#brat.textBounds.has(end)) expected(relation, 'the id of a text-bound annotation', end);
      const [from, to] = relation.ends;
      if (!this.#mentions.has(from) || !this.#mentions.has(to)) return [];
      const record = this.#record(relation.id, relation);
      return [{ ...record, id: relation.id, type: type as AnnotatedRelation['type'], from, to }];
    });
  }

  #event(event: BratEvent): AnnotatedEvent {
    const bound = (id: string): TextBound =>
      this.#brat.textBounds.get(id) ?? expected(event, 'the id of a text-bound annotation', id);
    const type = own(event.label.toLowerCase());
    if (!type.includes(':')) this.#oneOf(event, 'the event', Object.keys(EVENT_MODES), type);
    const more = event.args.filter(({ role }) => role === 'trigger').map(({ id }) => id);
    const args = event.args.filter(({ role, id }) => role !== 'trigger' && this.#mentions.has(id));
    const attributes = this.#attributes(event.id);
    const mode = attributes.get('Mode');
    return {
      ...this.#record(event.id, event),
      id: event.id,
      type: type as EventType,
      ...(mode ? { mode } : {}),
      triggers: [event.trigger, ...more].map((id) => this.#span(bound(id))),
      args: args.map(({ role, id }) => ({ role: this.#oneOf<Role>(event, 'the role', ROLES, role), mention: id })),
      status: this.#oneOf<Status>(event, 'Status', STATUSES, attributes.get('Status') ?? 'actual'),
      polarity: attributes.has('Negation') ? 'negative' : 'positive',
      ...(attributes.has('Background') ? { background: true } : {}),
    };
  }
  events(): AnnotatedEvent[] {
    return this.#brat.events.map((event) => this.#event(event));
  }
}

export interface BratSource {
  readonly id: string;
  readonly text: string;
  /** The `.ann` file's content. */
  readonly annotations: string;
  /** Named in errors. */
  readonly file: string;
  readonly labels?: Labels;
}

/**
 * An annotated text from brat standoff. Mentions that no `Equiv` line ties are an entity each; a mention without a `Level`
 * is a name; an event without a `Status` is actual. Arguments that are events are left out. The text's date and source
 * come from a note on the document (`#1	Sitrep T0	{"date":"2024-04-22"}`).
 *
 * @throws FormatError that names file and line, what was expected and what came
 */
export function readBrat({ id, text, annotations, file, labels = {} }: BratSource): AnnotatedDocument {
  const brat = readBratLines(annotations, file);
  const reader = new Reader(brat, text, labels);
  const mentions = reader.mentions();
  const { date, source } = reader.head({ file });
  const layers = { entities: reader.entities(mentions), relations: reader.relations(), events: reader.events() };
  const document = documentOf({ id, text, date, source, mentions, ...layers }, { file });
  return { ...document, ...renumbered(document) };
}
