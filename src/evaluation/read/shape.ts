/** Checks of values from a file, each with the place and the field in its error. */
import { expected, type Place } from './formatError.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** Checks the parts of one record; `where` names it in errors: "mentions[3].start". */
export class Shape {
  readonly #place: Place;
  readonly #text: string;
  constructor(place: Place, text: string) {
    this.#place = place;
    this.#text = text;
  }

  fail(where: string, what: string, got: unknown): never {
    return expected(this.#place, `${where} to be ${what}`, got);
  }
  fields(value: unknown, where: string): Fields {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) this.fail(where, 'an object', value);
    return value as Fields;
  }
  list(value: unknown, where: string): readonly unknown[] {
    if (!Array.isArray(value)) this.fail(where, 'an array', value);
    return value as unknown[];
  }
  word(value: unknown, where: string): string {
    if (typeof value !== 'string' || value === '') this.fail(where, 'a string that is not empty', value);
    return value as string;
  }
  oneOf(value: unknown, where: string, names: readonly string[]): void {
    if (!names.includes(value as string)) this.fail(where, `one of ${names.join(', ')}`, value);
  }
  span(value: unknown, where: string): void {
    const { start, end } = this.fields(value, where) as { start: number; end: number };
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start || end > this.#text.length)
      this.fail(where, `a span of the text's ${this.#text.length} characters`, `${start}:${end}`);
  }
  /** @returns the ids. @throws FormatError for one that stands twice */
  ids(records: readonly unknown[], layer: string): Set<string> {
    const ids = new Set<string>();
    for (const [i, record] of records.entries()) {
      const id = this.word(this.fields(record, `${layer}[${i}]`).id, `${layer}[${i}].id`);
      if (ids.has(id)) this.fail(`${layer}[${i}].id`, 'an id of its own', id);
      ids.add(id);
    }
    return ids;
  }
  /** Runs a check unless the field is missing. */
  optional(value: unknown, check: (value: unknown) => void): void {
    if (value !== undefined) check(value);
  }
  string(value: unknown, where: string): void {
    if (typeof value !== 'string') this.fail(where, 'a string', value);
  }
  /** Fields that are strings where they are there. */
  strings(record: Fields, where: string, names: readonly string[]): void {
    for (const name of names) this.optional(record[name], (value) => this.string(value, `${where}.${name}`));
  }
  numbers(value: unknown, where: string, names: readonly string[]): void {
    const record = this.fields(value, where);
    for (const name of names)
      if (!Number.isFinite(record[name])) this.fail(`${where}.${name}`, 'a number', record[name]);
  }
  known(value: unknown, where: string, ids: ReadonlySet<string>, what: string): void {
    if (!ids.has(value as string)) this.fail(where, `the id of ${what}`, value);
  }
}
