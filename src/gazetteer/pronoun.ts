import { type Assets, decode, resource } from '../document/assets.ts';
import { parseTable } from './table.ts';

export interface Pronoun {
  readonly gender: string;
  readonly number: string;
  readonly person: string;
}
/** Pronouns by their form in lower case. */
export const loadPronouns = (assets: Assets): ReadonlyMap<string, Pronoun> =>
  resource(
    assets,
    'lexicon/pronoun.tsv',
    (bytes, name) =>
      new Map(parseTable(decode(bytes), name, ['form', 'gender', 'number', 'person']).map((r) => [r.form, r])),
  );
