/** Writes brat standoff. Offsets are code points, as brat counts them; `readBrat` gives the annotation back. */
import { compareSpans, type Span } from '../../document/span.ts';
import type { AnnotatedDocument, AnnotatedEntity, AnnotatedEvent, AnnotatedMention } from '../annotation.ts';
import { toCodePoints } from '../offsets.ts';
import { RECORD } from '../read/bratLines.ts';

/** brat's types have no colon. */
const label = (type: string): string => type.replace(':', '__');

/** Lines with ids that count up by kind. */
class Lines {
  readonly lines: string[] = [];
  readonly #counts = new Map<string, number>();
  add(kind: string, body: string): string {
    const number = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, number);
    const id = kind === '*' ? kind : `${kind}${number}`;
    this.lines.push(`${id}\t${body}`);
    return id;
  }
  attribute(target: string, name: string, value?: string): void {
    if (value !== undefined) this.add('A', `${name} ${target}${value === 'true' ? '' : ` ${value}`}`);
  }
  record(target: string, record: object): void {
    if (Object.keys(record).length) this.add('#', `${RECORD} ${target}\t${JSON.stringify(record)}`);
  }
}

class Writer {
  readonly #out = new Lines();
  readonly #document: AnnotatedDocument;
  readonly #point: (offset: number) => number;
  /** A mention's id → brat's: mentions are the first text-bound lines, in their order. */
  readonly #ids: ReadonlyMap<string, string>;
  /** An entity's id → brat's ids of its mentions. */
  readonly #chains = new Map<string, string[]>();

  constructor(document: AnnotatedDocument) {
    this.#document = document;
    this.#point = toCodePoints(document.text);
    this.#ids = new Map(document.mentions.map(({ id }, i) => [id, `T${i + 1}`]));
    for (const { id, entity } of document.mentions) {
      const chain = this.#chains.get(entity);
      if (chain) chain.push(this.#ids.get(id)!);
      else this.#chains.set(entity, [this.#ids.get(id)!]);
    }
  }

  #bound(type: string, { start, end }: Span): string {
    const words = this.#document.text.slice(start, end).replace(/[\r\n]/g, ' ');
    return this.#out.add('T', `${label(type)} ${this.#point(start)} ${this.#point(end)}\t${words}`);
  }

  #mention(mention: AnnotatedMention, entity: AnnotatedEntity | undefined): void {
    const { id: _, start, end, type, kind, level, entity: __, actsAs, ...more } = mention;
    const at = this.#bound(type, { start, end });
    this.#out.attribute(at, 'Kind', kind);
    if (level !== 'name') this.#out.attribute(at, 'Level', level);
    if (actsAs) this.#out.attribute(at, 'ActsAs', actsAs);
    this.#out.record(at, { ...more, ...(entity ? { entity: this.#entity(entity) } : {}) });
  }
  /** What of an entity its mentions don't say. Mentions go by brat's ids, and a sponsor by its first mention. */
  #entity({ id: _, type: __, of, sponsor, ...more }: AnnotatedEntity): object {
    const { mentions: ___, ...rest } = more as typeof more & { mentions?: unknown };
    const [backer] = (sponsor !== undefined && this.#chains.get(sponsor)) || [];
    return {
      ...rest,
      ...(of === undefined ? {} : { of: this.#ids.get(of) }),
      ...(backer === undefined ? {} : { sponsor: backer }),
    };
  }

  #event({ id: _, type, mode, triggers, args, status, polarity, background, ...more }: AnnotatedEvent): void {
    const [first, ...others] = [...triggers].sort(compareSpans).map((trigger) => this.#bound(type, trigger));
    const seen = new Map<string, number>();
    const slot = (role: string, target: string): string => {
      const nth = (seen.get(role) ?? 0) + 1;
      seen.set(role, nth);
      return `${role}${nth > 1 ? nth : ''}:${target}`;
    };
    const slots = [
      ...others.map((trigger) => slot('trigger', trigger)),
      ...args.map(({ role, mention }) => slot(role, this.#ids.get(mention)!)),
    ];
    const at = this.#out.add('E', [`${label(type)}:${first}`, ...slots].join(' '));
    this.#out.attribute(at, 'Mode', mode);
    if (status !== 'actual') this.#out.attribute(at, 'Status', status);
    if (polarity === 'negative') this.#out.attribute(at, 'Negation', 'true');
    if (background) this.#out.attribute(at, 'Background', 'true');
    const casualties = more.casualties?.map((c) => (c.mention ? { ...c, mention: this.#ids.get(c.mention)! } : c));
    this.#out.record(at, { ...more, ...(casualties ? { casualties } : {}) });
  }

  write(): string {
    const { mentions, entities, relations, events, date, source } = this.#document;
    this.#out.record('T0', { ...(date ? { date } : {}), ...(source ? { source } : {}) });
    const open = new Map(entities.map((entity) => [entity.id, entity]));
    for (const mention of mentions) {
      this.#mention(mention, open.get(mention.entity));
      open.delete(mention.entity);
    }
    for (const chain of this.#chains.values()) if (chain.length > 1) this.#out.add('*', `Equiv ${chain.join(' ')}`);
    for (const { id: _, type, from, to, ...more } of relations) {
      const at = this.#out.add('R', `${label(type)} Arg1:${this.#ids.get(from)} Arg2:${this.#ids.get(to)}`);
      this.#out.record(at, more);
    }
    for (const event of events) this.#event(event);
    return this.#out.lines.map((line) => `${line}\n`).join('');
  }
}

/** @returns the content of the `.ann` file that stands beside the text */
export const writeBrat = (document: AnnotatedDocument): string => new Writer(document).write();
