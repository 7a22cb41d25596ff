/** Records in words, for lists of errors and differences: assault/airstrike “bombed” (agent Israel, patient Rafah). */
import type { Span } from '../../document/span.ts';
import type { AnnotatedEvent, AnnotatedMention, AnnotatedRelation, Annotation } from '../annotation.ts';
import type { EventArgument, Layer } from '../score/alignment.ts';

/** A text with its annotation: gold, or what was predicted. */
export type Annotated = Annotation & { readonly id: string; readonly text: string };

const LONGEST = 60;
/** On one line, and cut where it is long. */
export function words(text: string): string {
  const line = text
    .slice(0, 4 * LONGEST)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
const typed = (type: string, kind: string | undefined): string => (kind === undefined ? type : `${type}/${kind}`);

export class Describer {
  readonly #text: string;
  readonly #mentions: ReadonlyMap<string, AnnotatedMention>;
  readonly #names: ReadonlyMap<string, string | undefined>;

  constructor({ text, mentions, entities }: Annotated) {
    this.#text = text;
    this.#mentions = new Map(mentions.map((mention) => [mention.id, mention]));
    this.#names = new Map(entities.map(({ id, name }) => [id, name]));
  }

  at({ start, end }: Span): string {
    return words(this.#text.slice(start, end));
  }
  spanOf(mention: string): Span | undefined {
    return this.#mentions.get(mention);
  }
  /** What a mention refers to: its entity's name, else its own words. */
  referent(id: string): string {
    const mention = this.#mentions.get(id);
    if (!mention) return id;
    return words(this.#names.get(mention.entity) ?? '') || this.at(mention);
  }

  mention(mention: AnnotatedMention): string {
    const { type, kind, level, actsAs } = mention;
    const marks = [level === 'name' ? '' : level, actsAs ? 'acts' : ''].filter(Boolean).join(', ');
    return `${typed(type, kind)} “${this.at(mention)}”${marks ? ` (${marks})` : ''}`;
  }
  relation({ type, from, to }: AnnotatedRelation): string {
    let sides = [from, to].map((id) => this.referent(id));
    // "Islamic State" is an alias of itself: there the words tell more than the entity's name.
    if (sides[0] === sides[1]) sides = [from, to].map((id) => this.#own(id));
    return `${sides[0]} → ${type} → ${sides[1]}`;
  }
  #own(id: string): string {
    const mention = this.#mentions.get(id);
    return mention ? this.at(mention) : id;
  }
  /** Without its arguments, which are records of their own. */
  event({ type, mode, triggers }: AnnotatedEvent): string {
    return `${typed(type, mode)} ${triggers.map((trigger) => `“${this.at(trigger)}”`).join(', ')}`;
  }
  argument({ role, mention, event }: EventArgument): string {
    return `${role} ${this.referent(mention)} of ${this.event(event)}`;
  }

  record(layer: Layer, record: unknown): string {
    if (layer === 'mentions') return this.mention(record as AnnotatedMention);
    if (layer === 'relations') return this.relation(record as AnnotatedRelation);
    if (layer === 'events') return this.event(record as AnnotatedEvent);
    return this.argument(record as EventArgument);
  }

  /** Where a record stands: a relation from its first side to its last, an argument with its mention. */
  focus(layer: Layer, record: unknown): Span {
    if (layer === 'mentions') return record as AnnotatedMention;
    if (layer === 'events') return (record as AnnotatedEvent).triggers[0];
    const ids =
      layer === 'relations'
        ? [(record as AnnotatedRelation).from, (record as AnnotatedRelation).to]
        : [(record as EventArgument).mention];
    const spans = ids.flatMap((id) => this.spanOf(id) ?? []);
    if (!spans.length) return (record as EventArgument).event?.triggers[0] ?? { start: 0, end: 0 };
    return { start: Math.min(...spans.map((s) => s.start)), end: Math.max(...spans.map((s) => s.end)) };
  }
}

/** A place in a text with what stands around it, on one line. */
export interface Spot extends Span {
  readonly document: string;
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

const AROUND = 50;
const blank = (text: string): string => text.replace(/\s+/g, ' ');

export function spotOf({ id, text }: Pick<Annotated, 'id' | 'text'>, { start, end }: Span): Spot {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  // Whole words only, unless a word is longer than what is shown.
  const before = from > 0 ? text.slice(from, start).replace(/^\S{0,20}\s/, '') : text.slice(0, start);
  const after = to < text.length ? text.slice(end, to).replace(/\s\S{0,20}$/, '') : text.slice(end);
  const middle = text.slice(start, end);
  return {
    document: id,
    start,
    end,
    before: blank(from > 0 ? `… ${before}` : before),
    words: middle.length > 400 ? `${blank(middle.slice(0, 200))} … ${blank(middle.slice(-100))}` : blank(middle),
    after: blank(to < text.length ? `${after} …` : after),
  };
}
