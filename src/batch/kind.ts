/** Kinds of options: each reads a command's argument, and checks a value, in the same words. */
import { alternatives, fail } from '../document/check.ts';

export interface Kind<T> {
  /** What stands for the value in help. */
  readonly placeholder: string;
  /** The value of a command's argument; what isn't one is left for `check`. */
  parse(argument: string): unknown;
  /** @throws TypeError "where: expected …, got …" */
  check(value: unknown, where: string): T;
}

export const number = (least: number, most: number, whole = true): Kind<number> => ({
  placeholder: 'N',
  parse: (argument) => (argument.trim() ? Number(argument) : Number.NaN),
  check(value, where) {
    if (typeof value !== 'number' || !(value >= least && value <= most) || (whole && !Number.isInteger(value)))
      fail(where, `a ${whole ? 'whole ' : ''}number from ${least} to ${most}`, value);
    return value;
  },
});

export const string = (placeholder: string): Kind<string> => ({
  placeholder,
  parse: (argument) => argument,
  check(value, where) {
    if (typeof value !== 'string' || !value.trim()) fail(where, 'a string that is not empty', value);
    return value;
  },
});

export const choice = <T extends string>(...names: readonly T[]): Kind<T> => ({
  placeholder: names.join('|'),
  parse: (argument) => argument,
  check(value, where) {
    if (!names.includes(value as T)) fail(where, alternatives(names), value);
    return value as T;
  },
});

/** Which part of how many, counted from 1. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}
export const shard: Kind<Shard> = {
  placeholder: 'PART/OF',
  parse(argument) {
    const [, part, of] = /^(\d{1,9})\/(\d{1,9})$/.exec(argument) ?? [];
    return of === undefined ? argument : { part: +part, of: +of };
  },
  check(value, where) {
    const { part, of } = Object(value) as Shard;
    if (!Number.isInteger(part) || !Number.isInteger(of) || part < 1 || part > of)
      fail(where, "a part of a number of parts, such as '2/16'", part === undefined ? value : `${part}/${of}`);
    return { part, of };
  },
};

/** Names of the fields of JSON Lines and columns of CSV. */
export interface FieldNames {
  readonly id: string;
  readonly text: string;
  readonly date: string;
  readonly source: string;
}
export const FIELDS: FieldNames = { id: 'id', text: 'text', date: 'date', source: 'source' };
export const fields: Kind<FieldNames> = {
  placeholder: 'FIELD=NAME,…',
  parse: (argument) =>
    Object.fromEntries(
      argument.split(',').map((pair) => [pair.split('=', 1)[0].trim(), pair.split('=').slice(1).join('=').trim()]),
    ),
  check(value, where) {
    if (typeof value !== 'object' || value === null) fail(where, 'an object', value);
    for (const [key, name] of Object.entries(value)) {
      if (!Object.hasOwn(FIELDS, key))
        throw new TypeError(`${where}: no field '${key}'; there is ${Object.keys(FIELDS).join(', ')}`);
      if (typeof name !== 'string' || !name) fail(`${where}: ${key}`, 'a name', name);
    }
    return { ...FIELDS, ...value };
  },
};
