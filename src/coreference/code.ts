/** Hashes of types, kinds and sorts, which features are made of, and small numbers of them, to look things up by; each is made once. */
import { numberOfType } from '../document/entityType.ts';
import { ENTITY_KINDS, type EntityType } from '../document/schema.ts';
import type { Pronoun } from '../gazetteer/pronoun.ts';
import { hashString } from '../perceptron/index.ts';

/** `code` counts from 1; 0 is that of all for which there is no number. */
export interface Coded {
  readonly hash: number;
  readonly code: number;
}

const TYPES: Coded[] = [];
for (const type of Object.keys(ENTITY_KINDS) as EntityType[]) {
  const code = numberOfType(type);
  TYPES[code - 1] = { hash: hashString(type), code };
}
/** Its code is `numberOfType`. */
export function typeOf(type: EntityType): Coded {
  const code = numberOfType(type);
  return code > 0 ? TYPES[code - 1] : { hash: hashString(type), code };
}

const KINDS: ReadonlyMap<string, number> = new Map(
  Object.values(ENTITY_KINDS).flatMap((kinds) => kinds.map((kind) => [kind, hashString(kind)])),
);
export const kindHash = (kind: string): number => KINDS.get(kind) ?? hashString(kind);

/** Levels of mentions as numbers. */
export const LEVEL = { name: 1, nominal: 2, pronoun: 3 } as const;

export const DETERMINER = { none: 0, the: 1, this: 2, its: 3, a: 4 } as const;
export type Determiner = keyof typeof DETERMINER;

/** The sort of an anaphor: a name; a description by its determiner, without a number and with one; a pronoun by what it tells. */
export const NAME_SORT: Coded = { hash: 1, code: 1 };
const SORTS: readonly Coded[] = Object.keys(DETERMINER).flatMap((d, i) => [
  { hash: hashString(d), code: 2 + 2 * i },
  { hash: hashString(`#${d}`), code: 3 + 2 * i },
]);
/** @param front see `determinerOf` */
export const sortOf = (front: number): Coded => SORTS[front];

/** A pronoun as coreference compares it. */
export interface PronounCode {
  readonly number: 'singular' | 'plural' | 'any';
  readonly gender: 'm' | 'f' | 'n' | 'any';
  readonly person: string;
  readonly sort: Coded;
}
/** Codes are below this. */
export const MOST_SORTS = 64;
const FIRST_PRONOUN = 2 + SORTS.length;

export function pronounCodes(pronouns: ReadonlyMap<string, Pronoun>): ReadonlyMap<string, PronounCode> {
  const sorts = new Map<string, Coded>();
  const codes = new Map<string, PronounCode>();
  for (const [form, { person, number, gender: given }] of pronouns) {
    const gender = (given || 'any') as PronounCode['gender'];
    const told = `${person}${number}${gender}`;
    let sort = sorts.get(told);
    if (!sort) {
      const code = FIRST_PRONOUN + sorts.size;
      sorts.set(told, (sort = { hash: hashString(told), code: code < MOST_SORTS ? code : 0 }));
    }
    codes.set(form, { number: number as PronounCode['number'], gender, person, sort });
  }
  return codes;
}
