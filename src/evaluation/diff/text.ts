/** Two annotations of one text, held against each other by the scorers' alignment. */
import { contains } from '../../document/span.ts';
import type { AnnotatedEntity, AnnotatedEvent, AnnotatedMention } from '../annotation.ts';
import { type Annotated, Describer, spotOf } from '../report/describe.ts';
import { align } from '../score/align/index.ts';
import { type Aligned, type EventArgument, LAYERS, type Layer, typeOf } from '../score/alignment.ts';
import { type Change, type DiffLayer, type FieldChange, fieldChanges, type TextDiff } from './change.ts';
import { diffEntities } from './entities.ts';

type Typed = { readonly type: string } | { readonly role: string };

/** Says of a record whether it is right; undefined where nobody knows. */
export type Judge = (layer: Layer, record: unknown, side: 'before' | 'after') => boolean | undefined;

const spanText = (describer: Describer, spans: readonly { start: number; end: number }[]): string =>
  spans.map((span) => `“${describer.at(span)}”`).join(' ');

class TextDiffer {
  readonly #before: Annotated;
  readonly #after: Annotated;
  readonly #words: Readonly<Record<'before' | 'after', Describer>>;
  readonly #judge: Judge | undefined;
  readonly changes: Change[] = [];
  readonly sizes: { layer: DiffLayer; type: string; side: 'before' | 'after' }[] = [];

  constructor(before: Annotated, after: Annotated, judge: Judge | undefined) {
    this.#before = before;
    this.#after = after;
    this.#words = { before: new Describer(before), after: new Describer(after) };
    this.#judge = judge;
  }

  #mentionFields(a: AnnotatedMention, b: AnnotatedMention): FieldChange[] {
    const [x, y] = [this.#words.before.at(a), this.#words.after.at(b)];
    const extent = a.start === b.start && a.end === b.end ? [] : [{ field: 'span', before: `“${x}”`, after: `“${y}”` }];
    return [...extent, ...fieldChanges(a, b, ['type', 'kind', 'level', 'actsAs'])];
  }
  #eventFields(a: AnnotatedEvent, b: AnnotatedEvent): FieldChange[] {
    const [x, y] = [spanText(this.#words.before, a.triggers), spanText(this.#words.after, b.triggers)];
    const same =
      a.triggers.length === b.triggers.length &&
      a.triggers.every((t) => b.triggers.some((u) => contains(t, u) && contains(u, t)));
    const triggers = same ? [] : [{ field: 'triggers', before: x, after: y }];
    const victims = (event: AnnotatedEvent): object =>
      event.casualties ? { casualties: event.casualties.map(({ mention: _, ...numbers }) => numbers) } : {};
    return [
      ...fieldChanges(a, b, ['type', 'mode']),
      ...triggers,
      ...fieldChanges(a, b, ['status', 'polarity', 'background', 'count']),
      ...fieldChanges(victims(a), victims(b), ['casualties']),
    ];
  }
  #fields(layer: Layer, before: unknown, after: unknown): FieldChange[] {
    if (layer === 'mentions') return this.#mentionFields(before as AnnotatedMention, after as AnnotatedMention);
    if (layer === 'events') return this.#eventFields(before as AnnotatedEvent, after as AnnotatedEvent);
    return fieldChanges(before as object, after as object, layer === 'relations' ? ['type'] : ['role']);
  }
  /** Another direction of a relation is a change too, though its type is the same. */
  #turned(
    layer: Layer,
    { grade }: Aligned<unknown>,
    fields: readonly FieldChange[],
    a: string,
    b: string,
  ): FieldChange[] {
    return layer === 'relations' && grade === 'mistyped' && !fields.length
      ? [{ field: 'direction', before: a, after: b }]
      : [];
  }

  #row(layer: Layer, row: Aligned<Typed>): void {
    const { gold: before, predicted: after } = row;
    if (before) this.sizes.push({ layer, type: typeOf(before), side: 'before' });
    if (after) this.sizes.push({ layer, type: typeOf(after), side: 'after' });
    const told = {
      ...(before ? { before: this.#words.before.record(layer, before) } : {}),
      ...(after ? { after: this.#words.after.record(layer, after) } : {}),
    };
    const compared = before && after ? this.#fields(layer, before, after) : [];
    const fields = [...compared, ...this.#turned(layer, row, compared, told.before ?? '', told.after ?? '')];
    if (before && after && !fields.length) return;
    const focus = before ? this.#words.before.focus(layer, before) : this.#words.after.focus(layer, after);
    this.changes.push({
      layer,
      change: before && after ? 'changed' : before ? 'lost' : 'gained',
      type: typeOf((before ?? after)!),
      ...told,
      ...(fields.length ? { fields } : {}),
      ...this.#rightness(layer, before, after),
      context: spotOf(this.#before, focus),
    });
  }
  #rightness(layer: Layer, before: unknown, after: unknown): Pick<Change, 'right'> {
    const [was, is] = [
      before === undefined ? undefined : this.#judge?.(layer, before, 'before'),
      after === undefined ? undefined : this.#judge?.(layer, after, 'after'),
    ];
    if (was === undefined && is === undefined) return {};
    return { right: { ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) } };
  }

  #entities(rows: readonly Aligned<AnnotatedMention>[]): void {
    const first = (annotated: Annotated, entity: AnnotatedEntity | undefined): AnnotatedMention | undefined =>
      annotated.mentions.find((mention) => mention.entity === entity?.id);
    const told = (entity: AnnotatedEntity): string => `${entity.type} ${entity.name ?? entity.id}`;
    for (const { before, after, fields } of diffEntities(this.#before, this.#after, rows)) {
      if (before) this.sizes.push({ layer: 'entities', type: before.type, side: 'before' });
      if (after) this.sizes.push({ layer: 'entities', type: after.type, side: 'after' });
      if (before && after && !fields.length) continue;
      const focus = first(this.#before, before) ?? first(this.#after, after) ?? { start: 0, end: 0 };
      this.changes.push({
        layer: 'entities',
        change: before && after ? 'changed' : before ? 'lost' : 'gained',
        type: (before ?? after)!.type,
        ...(before ? { before: told(before) } : {}),
        ...(after ? { after: told(after) } : {}),
        ...(fields.length ? { fields } : {}),
        context: spotOf(this.#before, focus),
      });
    }
  }

  run(): TextDiff {
    const alignment = align(this.#before, this.#after);
    for (const layer of LAYERS) {
      for (const row of alignment[layer] as readonly Aligned<Typed & Partial<EventArgument>>[]) this.#row(layer, row);
      if (layer === 'mentions') this.#entities(alignment.mentions);
    }
    return { changes: this.changes, sizes: this.sizes };
  }
}

/** @param judge says what was right, where there is gold */
export const diffText = (before: Annotated, after: Annotated, judge?: Judge): TextDiff =>
  new TextDiffer(before, after, judge).run();
