/** Whether a document holds what an annotated text has in brackets. */
import { record as checkFields, fail, show } from '../../document/check.ts';
import type { Document } from '../../document/schema.ts';
import { compareSpans, overlaps, type Span, sameSpan } from '../../document/span.ts';
import { documentOf, indented, type MatcherResult } from '../matcher.ts';
import type { Found } from './label.ts';
import { type Bracket, parseAnnotation } from './parse.ts';

export interface AnnotationOptions {
  /** Nothing else may be found in the annotated text: every mention and trigger has its bracket. */
  readonly complete?: boolean;
  /** For `expect(extract)`: the text's date, ISO 8601. */
  readonly date?: string;
  /** For `expect(extract)`: where the text comes from. */
  readonly source?: string;
}

/** A document's records by place. */
class Places {
  readonly #document: Document;
  readonly #from: number;
  constructor(document: Document, from: number) {
    this.#document = document;
    this.#from = from;
  }
  inDocument({ start, end }: Span): Span {
    return { start: start + this.#from, end: end + this.#from };
  }
  found(bracket: Span, meets: (a: Span, b: Span) => boolean = sameSpan): Found {
    const span = this.inDocument(bracket);
    const { mentions, events } = this.#document;
    const here = mentions.filter((mention) => meets(mention, span));
    const owners = new Set(here.map(({ entity }) => entity));
    const entityOf = new Map(mentions.map(({ id, entity }) => [id, entity]));
    const roles = events.flatMap(({ args }) =>
      args.filter(({ mention }) => owners.has(entityOf.get(mention) ?? '')).map(({ role }) => role),
    );
    return {
      mentions: here,
      events: events.filter(({ triggers }) => triggers.some((trigger) => meets(trigger, span))),
      roles: [...new Set(roles)],
    };
  }
  /** What is found in a stretch and has no bracket. */
  extra(length: number, brackets: readonly Bracket[]): { span: Span; label: string }[] {
    const { mentions, events } = this.#document;
    const whole = this.inDocument({ start: 0, end: length });
    const all = [
      ...mentions.map(({ start, end, type, kind }) => ({
        span: { start, end },
        label: kind ? `${type}/${kind}` : type,
      })),
      ...events.flatMap(({ triggers, type, mode }) =>
        triggers.map(({ start, end }) => ({ span: { start, end }, label: mode ? `${type}/${mode}` : type })),
      ),
    ];
    const bracketed = brackets.map((bracket) => this.inDocument(bracket));
    return all
      .filter(({ span }) => span.start >= whole.start && span.end <= whole.end)
      .filter(({ span }) => !bracketed.some((bracket) => sameSpan(bracket, span)))
      .map(({ span, label }) => ({
        span: { start: span.start - this.#from, end: span.end - this.#from },
        label,
      }));
  }
}

const typed = (type: string, part: string | undefined): string => (part === undefined ? type : `${type}/${part}`);
/** "place/city, agent" */
const told = ({ mentions, events, roles }: Found): string =>
  [
    ...mentions.map(({ type, kind, level, actsAs }) => `${typed(type, kind)} (${level}${actsAs ? ', acts' : ''})`),
    ...roles,
    ...events.map(({ type, mode }) => typed(type, mode)),
  ].join(', ');

/** Why a bracket doesn't hold; undefined where it does. */
function problemOf(bracket: Bracket, places: Places, document: Document): string | undefined {
  const found = places.found(bracket);
  const missing = bracket.labels.filter((label) => !label.holds(found)).map(({ name }) => name);
  if (!missing.length) return undefined;
  const here = told(found);
  if (here) return `expected ${missing.join(', ')}, got ${here}`;
  const near = places.found(bracket, overlaps);
  const others = [...near.mentions, ...near.events.flatMap(({ triggers }) => triggers)].filter((span) =>
    overlaps(span, places.inDocument(bracket)),
  );
  const words = others.map(({ start, end }) => `“${document.text.slice(start, end)}”`).join(', ');
  return `expected ${missing.join(', ')}, got ${words ? `${told(near)} at ${words}` : 'nothing'}`;
}

/** Brackets with one key that are not one entity. */
function splitKeys(brackets: readonly Bracket[], places: Places): { bracket: Bracket; problem: string }[] {
  const first = new Map<string, { bracket: Bracket; entities: ReadonlySet<string> }>();
  return brackets.flatMap((bracket) => {
    if (bracket.key === undefined) return [];
    const entities = new Set(places.found(bracket).mentions.map(({ entity }) => entity));
    const other = first.get(bracket.key);
    if (!other) {
      first.set(bracket.key, { bracket, entities });
      return [];
    }
    if ([...entities].some((entity) => other.entities.has(entity))) return [];
    return [{ bracket, problem: `expected the entity of the first #${bracket.key}, got another` }];
  });
}

/** The text with brackets as they were found. */
function bracketed(text: string, marks: readonly { span: Span; label: string }[]): string {
  const sorted = [...marks].sort((a, b) => compareSpans(a.span, b.span));
  const opening = new Map<number, string>();
  const closing = new Map<number, number>();
  for (const { span, label } of sorted) {
    opening.set(span.start, `${opening.get(span.start) ?? ''}[${label} `);
    closing.set(span.end, (closing.get(span.end) ?? 0) + 1);
  }
  let shown = '';
  for (let i = 0; i <= text.length; i++)
    shown += ']'.repeat(closing.get(i) ?? 0) + (opening.get(i) ?? '') + (text[i] ?? '');
  return shown;
}

function readDocument(received: unknown, text: string, { date, source }: AnnotationOptions): Document {
  if (typeof received !== 'function') return documentOf(received, 'toMatchAnnotation');
  const options = { ...(date === undefined ? {} : { date }), ...(source === undefined ? {} : { source }) };
  return documentOf((received as (text: string, options: object) => unknown)(text, options), 'toMatchAnnotation');
}

/** Where the annotated text stands in the document's. */
function placeOf(text: string, document: Document): number {
  const at = document.text.indexOf(text);
  if (at >= 0 && document.text.indexOf(text, at + 1) >= 0)
    throw new TypeError(`toMatchAnnotation: expected a text that stands once in the document, got ${show(text)}`);
  return at;
}

/** @throws TypeError where the annotation can't be read, or `received` is neither a document nor an extractor */
export function matchAnnotation(received: unknown, annotation: string, options: AnnotationOptions): MatcherResult {
  if (typeof annotation !== 'string') fail('toMatchAnnotation', 'a text with brackets', annotation);
  checkFields(options, 'toMatchAnnotation: options', ['complete', 'date', 'source']);
  const { text, brackets } = parseAnnotation(annotation);
  const document = readDocument(received, text, options);
  const from = placeOf(text, document);
  if (from < 0)
    return {
      pass: false,
      message: () => `expected the document to hold the text\n  ${text}\n\ngot\n  ${show(document.text)}`,
    };
  const places = new Places(document, from);
  const problems = [
    ...brackets.flatMap((bracket) => {
      const problem = problemOf(bracket, places, document);
      return problem === undefined ? [] : [{ bracket, problem }];
    }),
    ...splitKeys(brackets, places),
  ];
  const extra = options.complete ? places.extra(text.length, brackets) : [];
  const wordsOf = ({ start, end }: Span): string => text.slice(start, end);
  const failed = new Set(problems.map(({ bracket }) => bracket));
  const message = (): string => {
    const lines = [
      ...problems.map(({ bracket, problem }) => `[${bracket.written} ${wordsOf(bracket)}]: ${problem}`),
      ...extra.map(({ span, label }) => `“${wordsOf(span)}”: expected nothing, got ${label}`),
    ];
    const marks = brackets.flatMap((bracket) => {
      if (!failed.has(bracket)) return [{ span: bracket, label: bracket.written }];
      const { mentions, events } = places.found(bracket);
      return [...mentions.map(({ type }) => type), ...events.map(({ type }) => type)]
        .slice(0, 1)
        .map((label) => ({ span: bracket, label }));
    });
    return `expected the annotation to be found\n\n- ${annotation}\n+ ${bracketed(text, [...marks, ...extra])}\n\n${indented(lines)}`;
  };
  const pass = !problems.length && !extra.length;
  return { pass, message: pass ? () => `expected the annotation not to be found\n  ${annotation}` : message };
}
