/** Checks of what a caller passes in: a `TypeError` that names the place, what was expected and what came. */

/** A value as an error message shows it: short, on one line. */
export function show(value: unknown): string {
  if (typeof value === 'string') return `'${value.length > 60 ? `${value.slice(0, 59)}…` : value}'`.replace(/\s/g, ' ');
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  if (Array.isArray(value)) return value.length ? 'an array' : 'an empty array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** "'a', 'b' or 'c'" */
export const alternatives = (names: readonly string[]): string => {
  const quoted = names.map((name) => `'${name}'`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
};

/** @throws TypeError "where: expected …, got …" */
export function fail(where: string, expected: string, value: unknown): never {
  throw new TypeError(`${where}: expected ${expected}, got ${show(value)}`);
}

export type Fields = Readonly<Record<string, unknown>>;

/** A plain object that has no other keys than these: a misspelt option is an error, not a silent default. */
export function record(value: unknown, where: string, keys: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(where, 'an object', value);
  for (const key of Object.keys(value))
    if (!keys.includes(key)) throw new TypeError(`${where}.${key}: no such field; there is ${keys.join(', ')}`);
  return value as Fields;
}

/** An array (`undefined` where it may be left out), each item checked with its place ("terms[2]"). */
export function list<T>(value: unknown, where: string, item: (value: unknown, where: string) => T): readonly T[] {
  if (!Array.isArray(value)) fail(where, 'an array', value);
  return value.map((entry: unknown, i) => item(entry, `${where}[${i}]`));
}

export function text(value: unknown, where: string): string {
  if (typeof value !== 'string' || !value.trim()) fail(where, 'a string that is not empty', value);
  return value;
}

export function oneOf<T extends string>(value: unknown, where: string, names: readonly T[]): T {
  if (!names.includes(value as T)) fail(where, alternatives(names), value);
  return value as T;
}

/** Runs a check unless the value was left out. */
export const optional = <T>(value: unknown, check: (value: unknown) => T): T | undefined =>
  value === undefined ? undefined : check(value);

/** A deep copy that can't be changed, of plain data. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  const copy = Array.isArray(value)
    ? value.map(frozen)
    : Object.fromEntries(Object.entries(value).map(([key, field]) => [key, frozen(field)]));
  return Object.freeze(copy) as T;
}
